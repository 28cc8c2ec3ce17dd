/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MM              (72 / 25.4)
#define A4_SHORT        (210 * MM)
#define A4_LONG         (297 * MM)
#define MARGIN          (18 * MM)
#define LOGO_WIDTH      (58 * MM)
#define LOGO_HEIGHT     (20 * MM)
/* Contrast with white that WCAG 2.1, 1.4.3 asks of text. */
#define LEAST_CONTRAST  4.5

static void
content_free (gpointer data)
{
  CircPdfContent *content = data;

  g_clear_pointer (&content->text, circ_set_text_free);
  g_clear_pointer (&content->labels, g_ptr_array_unref);
  g_clear_pointer (&content->values, g_ptr_array_unref);
  g_clear_pointer (&content->table, circ_pdf_table_free);
  g_free (content->name);
  g_free (content);
}

static double
luminance (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
contrast_with_white (const CircPdfColour *colour)
{
  return 1.05 / (0.2126 * luminance (colour->red) + 0.7152 * luminance (colour->green) +
                 0.0722 * luminance (colour->blue) + 0.05);
}

static CircPdfColour
read_colour (const char *text)
{
  CircPdfColour colour = { 0.11, 0.25, 0.40 };
  guint64 value;

  if (text[0] == '#' && strlen (text) == 7 && g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    colour = (CircPdfColour) { (double) (value >> 16) / 255, (double) (value >> 8 & 0xff) / 255,
                               (double) (value & 0xff) / 255 };
  while (contrast_with_white (&colour) < LEAST_CONTRAST)
    {
      colour.red *= 0.95;
      colour.green *= 0.95;
      colour.blue *= 0.95;
    }
  return colour;
}

static gboolean
load_logo (CircPdf  *pdf,
           GError  **error)
{
  double scale;
  int width;
  int height;

  if (pdf->job->report->logo == NULL)
    return TRUE;
  pdf->logo = circ_pdf_load_logo (pdf->job->report->logo, error);
  if (pdf->logo == NULL)
    return FALSE;
  width = cairo_image_surface_get_width (pdf->logo);
  height = cairo_image_surface_get_height (pdf->logo);
  scale = MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height);
  pdf->logo_width = width * scale;
  pdf->logo_height = height * scale;
  return TRUE;
}

static void
init (CircPdf *pdf,
      CircJob *job)
{
  gboolean landscape = job->report->orientation == CIRC_ORIENTATION_LANDSCAPE;

  pdf->job = job;
  pdf->width = landscape ? A4_LONG : A4_SHORT;
  pdf->height = landscape ? A4_SHORT : A4_LONG;
  pdf->left = MARGIN;
  pdf->right = pdf->width - MARGIN;
  pdf->top = 62;
  pdf->bottom = pdf->height - 62;
  pdf->body = job->report->body_size;
  pdf->ink = (CircPdfColour) { 0.10, 0.11, 0.12 };
  pdf->quiet = (CircPdfColour) { 0.33, 0.36, 0.39 };
  pdf->accent = read_colour (job->report->accent);
  pdf->typesetter = circ_typesetter_new (job->report->typeface, job->report->language);
  pdf->tags = circ_pdf_tags_new ();
  pdf->items = g_array_new (FALSE, FALSE, sizeof (CircFlowItem));
  pdf->contents = g_ptr_array_new_with_free_func (content_free);
}

static void
clear (CircPdf *pdf)
{
  g_array_unref (pdf->items);
  g_ptr_array_unref (pdf->contents);
  g_clear_pointer (&pdf->logo, cairo_surface_destroy);
  g_free (pdf->logo_words);
  circ_pdf_tags_free (pdf->tags);
  circ_typesetter_free (pdf->typesetter);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
draw (CircPdf  *pdf,
      GError  **error)
{
  g_autoptr(GByteArray) raw = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, raw, pdf->width, pdf->height);
  g_autoptr(GArray) slices = NULL;
  guint n_pages;
  gboolean done;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pdf->job->report->title);
  slices = circ_paginate ((const CircFlowItem *) (void *) pdf->items->data, pdf->items->len, pdf->top, pdf->bottom,
                          &n_pages);
  circ_job_begin (pdf->job, 0.3, 0.6);
  done = circ_pdf_draw (pdf, surface, (const CircSlice *) (void *) slices->data, slices->len, n_pages, error);
  cairo_surface_finish (surface);
  if (done && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
                   /* translators: %s is a technical reason in English */
                   _("The pages could not be drawn (%s)."), cairo_status_to_string (cairo_surface_status (surface)));
      done = FALSE;
    }
  cairo_surface_destroy (surface);
  return done ? g_steal_pointer (&raw) : NULL;
}

static void
note_missing (CircPdf *pdf)
{
  guint64 n = circ_typesetter_get_missing (pdf->typesetter);

  if (n == 0)
    return;
  circ_export_notes_add (pdf->job->notes,
                         ngettext ("%" G_GUINT64_FORMAT " character is in none of the installed fonts and is shown "
                                   "as a box with its number.",
                                   "%" G_GUINT64_FORMAT " characters are in none of the installed fonts and are shown "
                                   "as boxes with their numbers.", (gulong) n), n);
}

/* Returns: (transfer full): the whole document, or NULL with @error. Three passes: measure, draw, finish. */
GBytes *
circ_pdf_render (CircJob  *job,
                 GError  **error)
{
  CircPdf pdf = { 0 };
  GByteArray *raw = NULL;
  GBytes *bytes = NULL;

  init (&pdf, job);
  circ_job_begin (job, 0, 0.3);
  if (load_logo (&pdf, error) && circ_pdf_plan (&pdf, error))
    raw = draw (&pdf, error);
  if (raw != NULL)
    {
      note_missing (&pdf);
      circ_job_begin (job, 0.6, 0.95);
      bytes = circ_pdf_finish (raw, pdf.tags, job, error);
    }
  clear (&pdf);
  return bytes;
}
