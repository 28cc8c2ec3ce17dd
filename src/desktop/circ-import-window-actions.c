/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the import window. */
#include "config.h"

#include "circ-import-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-atomic-file.h"
#include "circ-dialogs.h"
#include "circ-toast.h"

#define STARTER_RESOURCE "/io/github/circulate/Circulate/starter/starter-plan.csv"
#define TEMPLATE_RESOURCE "/io/github/circulate/Circulate/starter/plan-template.csv"
/* Rows of a file, and items of a plan, that are looked at without a worker. */
#define MAX_AT_ONCE 1000

static const CircFileType csv_types[] = {
  { N_ ("Tables (CSV)"), { "*.csv", "*.CSV", "*.txt", "*.tsv" } },
  { N_ ("All files"), { "*" } },
  { NULL },
};

/* Shows @import, which is taken, or why there is none. */
static void
take_import (CircImportWindow *self,
             CircPlanImport *import,
             const char *name,
             const GError *error)
{
  circ_banner_set_title (self->banner, error != NULL ? error->message : NULL);
  if (import == NULL)
    return;
  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_object (&self->import);
  self->import = import;
  self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (circ_import_window_changed), self);
  gtk_switch_set_active (self->again_switch, FALSE);
  gtk_switch_set_active (self->missing_switch, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->bad_check), FALSE);
  adw_window_title_set_subtitle (self->title, name);
  circ_import_matching_set_import (self->matching, import);
  circ_import_preview_set_import (self->preview, import);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_visible (GTK_WIDGET (self->another_button), TRUE);
  circ_import_window_update (self);
  circ_import_preview_focus (self->preview);
}

/* Shows @words (%NULL: the page @page) instead of what a worker is busy with. Nothing may look at the rows until it is
 * done with them. */
static void
set_busy (CircImportWindow *self,
          const char *words,
          const char *page)
{
  static const char *const actions[] = { "import.choose", "import.open-path", "import.starter", "import.match" };

  g_clear_handle_id (&self->update_source, g_source_remove);
  circ_import_preview_settle (self->preview);
  self->busy = words != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  gtk_spinner_set_spinning (self->spinner, self->busy);
  gtk_label_set_label (self->busy_label, words != NULL ? words : "");
  gtk_stack_set_visible_child_name (self->stack, words != NULL ? "busy" : page);
  circ_import_window_update (self);
}

static void
set_reading (CircImportWindow *self,
             const char *name)
{
  /* translators: %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("Reading %s…"), name);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  circ_banner_set_title (self->banner, NULL);
  /* GTK 4.8 never frees the page that held the focus when it takes the focus back before it has faded out. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  set_busy (self, words, NULL);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CircPlanImport *import;

  if (self->session == NULL)
    return; /* closed meanwhile: what the worker has made goes with its task */
  import = circ_plan_import_new_finish (circ_session_get_store (self->session), result, &error);
  g_clear_object (&self->cancellable);
  set_busy (self, NULL, self->import != NULL ? "preview" : "start");
  take_import (self, import, self->name, error);
}

static void
open_file (CircImportWindow *self,
           GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  g_free (self->name);
  self->name = g_filename_display_name (base != NULL ? base : "");
  set_reading (self, self->name);
  circ_plan_import_new_async (circ_session_get_store (self->session), file, circ_session_get_today (self->session),
                              self->cancellable, read_cb, g_object_ref (self));
}

static void
matched_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = circ_plan_import_set_column_finish (result, &error);

  if (self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, NULL, "preview");
  if (!done)
    circ_banner_set_title (self->banner, error->message);
}

/* Every row is compared with every item of the plan. */
static gboolean
is_short (CircImportWindow *self)
{
  return circ_plan_import_get_n_rows (self->import) <= MAX_AT_ONCE &&
         !circ_store_has_more (circ_session_get_store (self->session), CIRC_KIND_PLAN_ITEM, MAX_AT_ONCE);
}

/* A column and what it holds. A few rows are read anew within a frame, and the focus stays where it is. */
static void
match_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  guint column, what;

  if (self->import == NULL)
    return;
  g_variant_get (parameter, "(uu)", &column, &what);
  if (circ_plan_import_get_column (self->import, column) == (CircImportColumn) what)
    return;
  if (is_short (self))
    {
      circ_banner_set_title (self->banner, NULL);
      if (!circ_plan_import_set_column (self->import, column, (CircImportColumn) what, &error))
        circ_banner_set_title (self->banner, error->message);
      return;
    }
  set_reading (self, adw_window_title_get_subtitle (self->title));
  circ_plan_import_set_column_async (self->import, column, (CircImportColumn) what, self->cancellable, matched_cb,
                                     g_object_ref (self));
}

static void
open_path_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  open_file (CIRC_IMPORT_WINDOW (widget), file);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL && self->session != NULL)
    open_file (self, file);
}

static void
choose_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Choose a Plan to Import"), csv_types, NULL, chosen_cb,
                                  g_object_ref (widget));
}

static void
starter_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);
  /* translators: in the history and as the name of what is imported: “Imported 17 items from the starter rows” */
  const char *name = _ ("the starter rows");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STARTER_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    {
      circ_banner_set_title (self->banner, error->message);
      return;
    }
  g_free (self->name);
  self->name = g_strdup (_ ("Starter rows"));
  set_reading (self, name);
  circ_plan_import_new_for_bytes_async (circ_session_get_store (self->session), bytes, name,
                                        circ_session_get_today (self->session), self->cancellable, read_cb,
                                        g_object_ref (self));
}

static gboolean
write_template (GFile *file,
                GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CircAtomicFile) target = NULL;

  if (path != NULL && !circ_store_check_target (path, error))
    return FALSE;
  bytes = g_resources_lookup_data (TEMPLATE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  target = bytes != NULL ? circ_atomic_file_new (file, error) : NULL;

  return target != NULL &&
         circ_atomic_file_write (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         circ_atomic_file_commit (target, error);
}

static void
save_template (CircImportWindow *self,
               GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!write_template (file, &error))
    {
      circ_banner_set_title (self->banner, error->message);
      return;
    }
  circ_banner_set_title (self->banner, NULL);
  /* translators: %s is the name of a file */
  text = g_markup_printf_escaped (_ ("Saved %s. Fill it in, then choose it here."), name);
  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  circ_toast_show (self->toasts, toast);
}

static void
save_template_to_action (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  save_template (CIRC_IMPORT_WINDOW (widget), file);
}

static void
template_chosen_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL && self->session != NULL)
    save_template (self, file);
}

static void
save_template_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  /* translators: the name of a file that is offered: a plan without rows, to be filled in with a spreadsheet */
  circ_choose_file_to_save_async (widget, _ ("Save a Blank Template"), csv_types, NULL, _ ("plan-template.csv"),
                                  template_chosen_cb, g_object_ref (widget));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gboolean done = circ_plan_import_apply_finish (result, NULL, &title, &error);

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  if (self->session == NULL)
    return;
  if (!done)
    {
      set_busy (self, NULL, "preview");
      circ_banner_set_title (self->banner, error->message);
      circ_session_note_failure (self->session, error);
      return;
    }
  if (title != NULL)
    circ_session_announce (self->session, title);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
run_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);

  if (self->import == NULL || self->busy)
    return;
  circ_banner_set_title (self->banner, NULL);
  set_busy (self, _ ("Saving…"), NULL);
  /* The program does not end under what is being saved. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  circ_plan_import_apply_async (self->import, saved_cb, g_object_ref (self));
}

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
circ_import_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "import.starter", NULL, starter_action);
  gtk_widget_class_install_action (widget_class, "import.save-template", NULL, save_template_action);
  gtk_widget_class_install_action (widget_class, "import.save-template-to", "s", save_template_to_action);
  gtk_widget_class_install_action (widget_class, "import.match", "(uu)", match_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
}
