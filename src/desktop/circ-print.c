/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-print.h"

#include <glib/gi18n-lib.h>

#include "circ-preview-source.h"

/* Printing is drawing the pages of the PDF again, so what comes out of the printer is what was previewed. */

typedef struct
{
  CircPrintDone done;
  gpointer      user_data;
} Callback;

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       gpointer           user_data)
{
  CircPreviewSource *source = user_data;
  g_autoptr (GtkPaperSize) paper = NULL;
  double width, height;
  gboolean landscape;

  /* Turning the paper is not enough: a page that is wider than high is a landscape sheet of the same paper. */
  circ_preview_source_get_size (source, page, &width, &height);
  landscape = width > height;
  paper = gtk_paper_size_new_custom ("circulate", _("Page"), MIN (width, height), MAX (width, height), GTK_UNIT_POINTS);
  gtk_page_setup_set_orientation (setup,
                                  landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  if (!gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (setup), paper)
      && ABS (MIN (width, height) - 595.28) > 2)
    gtk_page_setup_set_paper_size (setup, paper);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  CircPreviewSource *source = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  circ_preview_source_get_size (source, page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2,
                   (gtk_print_context_get_height (context) - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  circ_preview_source_print (source, page, cr);
}

/**
 * circ_print_operation_new:
 * @pdf: a whole PDF file
 * @title: what the print queue shows; no personal data
 *
 * The operation without a dialog: a test exports it to a file, circ_print() runs it with one.
 */
GtkPrintOperation *
circ_print_operation_new (GBytes      *pdf,
                          const char  *title,
                          GError     **error)
{
  g_autoptr (CircPreviewSource) source = circ_preview_source_new (pdf, error);
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPaperSize) a4 = NULL;
  GtkPrintOperation *operation;

  if (source == NULL)
    return NULL;

  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, circ_preview_source_get_n_pages (source));
  gtk_print_operation_set_job_name (operation, title);
  /* Our pages bring their own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                         circ_preview_source_ref (source), (GClosureNotify) circ_preview_source_unref, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         circ_preview_source_ref (source), (GClosureNotify) circ_preview_source_unref, 0);

  return operation;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Callback *callback = user_data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (callback->done != NULL)
    callback->done (error, callback->user_data);
}

/* Shows the desktop's print dialog over @parent and prints. @done is called once. */
void
circ_print (GtkWindow     *parent,
            GBytes        *pdf,
            const char    *title,
            CircPrintDone  done,
            gpointer       user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = circ_print_operation_new (pdf, title, &error);
  Callback *callback;

  if (operation == NULL)
    {
      if (done != NULL)
        done (error, user_data);
      return;
    }

  callback = g_new0 (Callback, 1);
  callback->done = done;
  callback->user_data = user_data;
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), callback, (GClosureNotify) g_free, 0);
  /* Whatever goes wrong also reaches "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
