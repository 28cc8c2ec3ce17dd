/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the choice of a name to the file and what is said of it. */
#include "config.h"

#include "circ-export-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"
#include "circ-settings.h"

#define PROGRESS_MILLISECONDS 100
/* A bar that is gone before it can be read is only a flicker. */
#define PROGRESS_AFTER 3

/* How the saved file had to differ from what is on the screen. */
static void
show_notes (CircExportWindow *self,
            const char *name,
            GPtrArray *notes)
{
  g_autofree char *title = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box))) != NULL)
    gtk_box_remove (self->notes_box, child);
  gtk_widget_set_visible (self->notes_group, notes != NULL);
  if (notes == NULL)
    return;
  /* There is nothing left to cancel. */
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  /* translators: %s is the name of the file that was written */
  title = g_strdup_printf (_ ("“%s” is saved. What had to be changed for it:"), name);
  gtk_label_set_text (self->notes_title, title);
  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *label = gtk_label_new (notes->pdata[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->notes_box, label);
    }
}

static gboolean
progress_cb (gpointer user_data)
{
  CircExportWindow *self = user_data;

  if (++self->n_looks >= PROGRESS_AFTER)
    gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, circ_export_job_get_fraction (self->saving));

  return G_SOURCE_CONTINUE;
}

static void
remember_folder (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *path = folder == NULL ? NULL : g_file_get_path (folder);

  if (path != NULL && g_utf8_validate (path, -1, NULL))
    circ_settings_set ("export-folder", g_variant_new_string (path));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  CircExportJob *job = CIRC_EXPORT_JOB (source);
  g_autoptr (CircExportWindow) self = user_data;
  g_autoptr (GFile) target = g_steal_pointer (&self->target);
  g_autoptr (GError) error = NULL;
  gboolean done = circ_export_job_run_finish (job, result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->saving);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;
  gtk_widget_set_visible (self->progress_box, FALSE);
  circ_export_window_update_actions (self);
  if (!done)
    {
      circ_export_window_show_error (self, circ_export_error_is_cancelled (error) ? _ ("Cancelled. Nothing was saved.")
                                                                                  : error->message);
      return;
    }

  remember_folder (target);
  name = circ_export_dup_display_name (target);
  /* translators: %s is the name of the file that was written */
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  circ_session_tell (self->session, text);
  if (circ_export_job_get_notes (job)->len > 0)
    show_notes (self, name, circ_export_job_get_notes (job));
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_to (CircExportWindow *self,
         GFile *target)
{
  g_autofree char *path = g_file_get_path (target);
  CircExportFormat format = self->format;

  circ_export_window_show_error (self, NULL);
  show_notes (self, NULL, NULL);
  if (path != NULL)
    circ_export_format_from_path (path, &format, NULL);
  self->saving = circ_export_job_new (self->session, self->document, circ_export_window_get_view (self), format, target);
  self->cancellable = g_cancellable_new ();
  self->n_looks = 0;
  g_set_object (&self->target, target);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->progress_source = g_timeout_add (PROGRESS_MILLISECONDS, progress_cb, self);
  circ_export_window_update_actions (self);
  circ_export_job_run_async (self->saving, self->cancellable, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (CircExportWindow) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);
  g_autoptr (GFile) named = NULL;
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);
  g_autofree char *longer = NULL;
  CircExportFormat format;

  if (file == NULL || self->session == NULL || self->saving != NULL)
    return;
  /* A name without an end gets one, unless that would replace a file that nobody was asked about. */
  if (path != NULL && !circ_export_format_from_path (path, &format, NULL))
    {
      longer = g_strconcat (path, ".", circ_export_format_get_extension (self->format), NULL);
      named = g_file_new_for_path (longer);
      if (!g_file_query_exists (named, NULL))
        g_set_object (&file, named);
    }
  save_to (self, file);
}

static GFile *
dup_folder (void)
{
  g_autofree char *path = circ_settings_dup_string ("export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*path != '\0' && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (path);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

void
circ_export_window_save (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  static const CircFileType types[][2] = {
    [CIRC_EXPORT_XLSX] = { { N_ ("Excel workbooks"), { "*.xlsx", NULL } }, { NULL, { NULL } } },
    [CIRC_EXPORT_PDF] = { { N_ ("PDF documents"), { "*.pdf", NULL } }, { NULL, { NULL } } },
    [CIRC_EXPORT_CSV] = { { N_ ("CSV tables"), { "*.csv", NULL } }, { NULL, { NULL } } },
  };
  static const char *const titles[] = {
    [CIRC_PLAN_DOCUMENT_PLAN] = N_ ("Save the Plan"),
    [CIRC_PLAN_DOCUMENT_PROGRESS] = N_ ("Save the Progress Report"),
  };
  CircExportWindow *self = CIRC_EXPORT_WINDOW (widget);
  g_autoptr (GFile) folder = dup_folder ();
  g_autofree char *name =
    circ_plan_document_dup_file_name (self->document, circ_session_get_store (self->session),
                                      circ_export_window_get_view (self), circ_session_get_today (self->session),
                                      self->format);

  circ_choose_file_to_save_async (widget, _ (titles[self->document]), types[self->format], folder, name, file_chosen_cb,
                                  g_object_ref (self));
}

void
circ_export_window_save_to (GtkWidget *widget,
                            const char *action,
                            GVariant *parameter)
{
  g_autoptr (GFile) target = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  save_to (CIRC_EXPORT_WINDOW (widget), target);
}
