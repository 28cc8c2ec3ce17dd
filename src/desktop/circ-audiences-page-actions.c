/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the matrix: which is on show, drafts, approval, comparison, and any of them on paper or in a file. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-approve-window.h"
#include "circ-dialogs.h"
#include "circ-export-job.h"
#include "circ-matrix-differences.h"
#include "circ-matrix-edit.h"
#include "circ-matrix-version.h"
#include "circ-print.h"

static const CircFileType file_types[] = {
  { N_ ("PDF"), { "*.pdf", NULL } },
  { N_ ("Excel workbook"), { "*.xlsx", NULL } },
  { N_ ("CSV table"), { "*.csv", NULL } },
  { NULL, { NULL } },
};

static CircStore *
get_store (CircAudiencesPage *self)
{
  return circ_session_get_store (self->session);
}

/* (transfer none) (nullable) */
static CircRecord *
get_version (CircAudiencesPage *self)
{
  CircMatrixSource *source = circ_matrix_model_get_source (self->model);

  return source != NULL ? source->version : NULL;
}

static gint64
get_version_id (CircAudiencesPage *self)
{
  return get_version (self) != NULL ? circ_record_get_id (get_version (self)) : 0;
}

static gboolean
is_draft (CircAudiencesPage *self)
{
  return get_version (self) != NULL && circ_matrix_source_is_draft (circ_matrix_model_get_source (self->model));
}

static void
append_version (GMenu *menu,
                CircRecord *version,
                const char *action)
{
  g_autofree char *words = circ_matrix_version_dup_words (version);
  g_autoptr (GString) label = g_string_new (words);
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, action, "x", circ_record_get_id (version));
  g_menu_append_item (menu, item);
}

void
circ_audiences_page_update_versions (CircAudiencesPage *self)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MATRIX);
  g_autoptr (GPtrArray) versions = circ_store_find (get_store (self), query, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) compare = g_menu_new ();
  g_autoptr (GMenu) export = g_menu_new ();
  gboolean editable = !circ_session_get_read_only (self->session);

  for (guint i = versions != NULL ? versions->len : 0; i > 0; i--)
    {
      append_version (show, versions->pdata[i - 1], "audiences.version");
      if (circ_record_get_id (versions->pdata[i - 1]) != get_version_id (self))
        append_version (compare, versions->pdata[i - 1], "audiences.compare");
    }
  g_menu_append (work, _ ("_New Draft"), "audiences.new-draft");
  g_menu_append (work, _ ("_Approve…"), "audiences.approve");
  g_menu_append (work, _ ("_Rename…"), "audiences.rename");
  g_menu_append (work, _ ("_Delete…"), "audiences.delete");
  if (g_menu_model_get_n_items (G_MENU_MODEL (compare)) > 0)
    g_menu_append_submenu (work, _ ("_Compare With"), G_MENU_MODEL (compare));
  g_menu_append (export, _ ("_Import…"), "page.import");
  g_menu_append (export, _ ("_Export…"), "page.export");
  g_menu_append (export, _ ("_Print…"), "page.print");
  g_menu_append_section (menu, _ ("Show"), G_MENU_MODEL (show));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (export));
  gtk_menu_button_set_menu_model (self->version_button, G_MENU_MODEL (menu));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audiences.new-draft", editable && !is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audiences.approve", editable && is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audiences.rename", editable && get_version (self) != NULL);
  /* One that cannot be deleted says why. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audiences.delete", editable && get_version (self) != NULL);
}

static void
version_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  if (circ_matrix_pane_commit (self->pane))
    circ_matrix_model_set_version (self->model, g_variant_get_int64 (parameter));
}

/* It goes on from what is on show, and is what is worked on next. */
static void
new_draft_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);
  g_autoptr (CircChange) change = NULL;

  if (circ_matrix_model_get_source (self->model) == NULL || !circ_matrix_pane_commit (self->pane))
    return;
  change = circ_matrix_draft_change (circ_matrix_model_get_source (self->model), circ_matrix_model_get_year (self->model));
  if (circ_session_apply (self->session, change))
    circ_matrix_model_set_version (self->model, 0);
}

static void
approve_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  if (is_draft (self) && circ_matrix_pane_commit (self->pane))
    circ_approve_window_present (self->session, widget, get_version (self));
}

/* The elder of two is what it was before. */
static void
compare_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  CircMatrixSource *shown = circ_matrix_model_get_source (self->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircMatrixSource) other =
    circ_matrix_source_new_version (get_store (self), circ_matrix_model_get_year (self->model), id, &error);

  if (other == NULL)
    circ_session_report (self->session, error);
  else if (get_version (self) != NULL)
    circ_matrix_differences_present (self->session, widget, id < get_version_id (self) ? other : shown,
                                     id < get_version_id (self) ? shown : other);
}

static void
export_to_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  if (circ_matrix_pane_commit (self->pane))
    circ_export_matrix_to_path (self->session, get_version_id (self), circ_matrix_model_get_use_period (self->model),
                                g_variant_get_string (parameter, NULL));
}

void
circ_audiences_page_take_file (CircAudiencesPage *self,
                               GAsyncResult *result,
                               const char *action)
{
  g_autoptr (CircAudiencesPage) taken = self;
  g_autoptr (GFile) file = circ_choose_file_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", path);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  circ_audiences_page_take_file (user_data, result, "page.export-to");
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_choose_file_to_save_async (widget, _ ("Export the Audiences"), file_types, NULL, _ ("Audiences and methods.pdf"), chosen_cb,
                                  g_object_ref (widget));
}

static void
printed_cb (const GError *error,
            gpointer user_data)
{
  g_autoptr (CircAudiencesPage) self = user_data;

  if (error != NULL && self->session != NULL)
    circ_session_report (self->session, error);
}

static void
rendered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (CircAudiencesPage) self = user_data;
  CircExportJob *job = CIRC_EXPORT_JOB (source);
  g_autoptr (GError) error = NULL;
  gboolean done = circ_export_job_run_finish (job, result, &error);
  GtkRoot *root;

  if (self->session == NULL)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!done)
    circ_session_report (self->session, error);
  else if (GTK_IS_WINDOW (root))
    circ_print (GTK_WINDOW (root), circ_export_job_get_pdf (job), _ ("Audiences and methods"), printed_cb, g_object_ref (self));
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);
  g_autoptr (CircExportJob) job = NULL;

  if (!circ_matrix_pane_commit (self->pane))
    return;
  job = circ_export_job_new_matrix (self->session, get_version_id (self), circ_matrix_model_get_use_period (self->model),
                                    CIRC_EXPORT_PDF, NULL);
  circ_export_job_run_async (job, NULL, rendered_cb, g_object_ref (self));
}

void
circ_audiences_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "audiences.version", "x", version_action);
  gtk_widget_class_install_action (widget_class, "audiences.new-draft", NULL, new_draft_action);
  gtk_widget_class_install_action (widget_class, "audiences.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "audiences.compare", "x", compare_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.export-to", "s", export_to_action);
}
