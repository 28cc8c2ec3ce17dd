/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-export-window.h"

#include <glib/gi18n-lib.h>

#include "circ-check-button.h"
#include "circ-export-window-private.h"
#include "circ-print.h"

G_DEFINE_FINAL_TYPE (CircExportWindow, circ_export_window, ADW_TYPE_WINDOW)

enum {
  PROP_DOCUMENT = 1,
  PROP_FORMAT,
  PROP_SCOPE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/**
 * DocumentWords:
 * @about: whom it is for
 * @formats: what each is good for
 * @workbook, @table: what is in a file that has no pages to look at
 */
typedef struct {
  const char *about;
  const char *formats[3];
  const char *workbook;
  const char *table;
} DocumentWords;

static const DocumentWords words[] = {
  [CIRC_PLAN_DOCUMENT_PLAN] = {
    .about = N_ ("Each item with how it stands, as it goes to the board."),
    .formats = {
      [CIRC_EXPORT_XLSX] = N_ ("To sort, filter and count. Every part of an item has a column of its own."),
      [CIRC_EXPORT_PDF] = N_ ("To read, print and keep. Made for archives and screen readers."),
      [CIRC_EXPORT_CSV] = N_ ("To bring the plan into another program. Text that a spreadsheet would take for a formula "
                             "has an apostrophe in front."),
    },
    .workbook = N_ ("A sheet for the plan and one for what was recorded, with headers that repeat when they are printed. "
                    "Other programs open it too."),
    .table = N_ ("The plan as one plain table, without a letterhead and without what was recorded."),
  },
  [CIRC_PLAN_DOCUMENT_PROGRESS] = {
    .about = N_ ("What each lead has done in the year, what is overdue and what is still to come."),
    .formats = {
      [CIRC_EXPORT_XLSX] = N_ ("To sort, filter and count. One table for all who lead."),
      [CIRC_EXPORT_PDF] = N_ ("To read, print and hand out, with a table for each lead. Made for archives and screen "
                             "readers."),
      [CIRC_EXPORT_CSV] = N_ ("To bring the items into another program. Text that a spreadsheet would take for a formula "
                             "has an apostrophe in front."),
    },
    .workbook = N_ ("A sheet with the figures of each lead and one with their items, with headers that repeat when they "
                    "are printed. Other programs open it too."),
    .table = N_ ("The items of all who lead as one plain table, without a letterhead and without the figures."),
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_PLAN_DOCUMENTS);

static char *
dup_included (CircExportWindow *self,
              const CircPlanView *chosen)
{
  g_autoptr (CircPlanView) view = circ_plan_document_dup_view (self->document, chosen);
  CircStore *store = circ_session_get_store (self->session);
  const char *today = circ_session_get_today (self->session);
  g_autoptr (CircQuery) shown = circ_plan_view_dup_query (view, store, today);
  g_autoptr (CircQuery) total = circ_plan_view_dup_total_query (view);
  gint64 n_shown = circ_store_count (store, shown, NULL);
  gint64 n_total = circ_store_count (store, total, NULL);

  return circ_plan_view_describe (view, store, today, (guint64) MAX (n_shown, 0), (guint64) MAX (n_total, 0));
}

/* Says what is in each of the two, as the document itself will. */
static void
update_scopes (CircExportWindow *self)
{
  g_autofree char *view = dup_included (self, self->view);
  g_autofree char *all = dup_included (self, self->all_view);

  adw_action_row_set_subtitle (self->view_row, view);
  adw_action_row_set_subtitle (self->all_row, all);
}

static void
previewed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  CircExportJob *job = CIRC_EXPORT_JOB (source);
  g_autoptr (CircExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = circ_export_job_run_finish (job, result, &error);

  /* Another preview is on its way, or the window is closed. */
  if (self->previewing != g_task_get_cancellable (G_TASK (result)) || self->session == NULL)
    return;
  g_clear_object (&self->previewing);
  if (done && circ_preview_set_pdf (self->preview, circ_export_job_get_pdf (job), &error))
    self->pdf = g_bytes_ref (circ_export_job_get_pdf (job));
  else
    circ_preview_set_message (self->preview, "dialog-warning-symbolic", _ ("No Preview"), error->message);
  circ_export_window_update_actions (self);
}

static void
update_preview (CircExportWindow *self)
{
  g_autoptr (CircExportJob) job = NULL;

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (self->format == CIRC_EXPORT_PDF)
    {
      circ_preview_set_busy (self->preview, _ ("Preparing the pages…"));
      self->previewing = g_cancellable_new ();
      job = circ_export_job_new (self->session, self->document, circ_export_window_get_view (self), CIRC_EXPORT_PDF,
                                 NULL);
      circ_export_job_run_async (job, self->previewing, previewed_cb, g_object_ref (self));
    }
  else
    {
      gboolean workbook = self->format == CIRC_EXPORT_XLSX;

      circ_preview_set_message (self->preview, "x-office-spreadsheet-symbolic",
                                workbook ? _ ("An Excel workbook") : _ ("A CSV table"),
                                workbook ? _ (words[self->document].workbook) : _ (words[self->document].table));
    }
  circ_export_window_update_actions (self);
}

static void
update_words (CircExportWindow *self)
{
  gtk_label_set_text (self->document_label, _ (words[self->document].about));
  gtk_label_set_text (self->format_label, _ (words[self->document].formats[self->format]));
}

static void
printed_cb (const GError *error,
            gpointer user_data)
{
  g_autoptr (CircExportWindow) self = user_data;

  if (error != NULL && self->session != NULL)
    circ_export_window_show_error (self, error->message);
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (widget);

  circ_export_window_show_error (self, NULL);
  circ_print (GTK_WINDOW (self), self->pdf, circ_plan_document_get_title (self->document), printed_cb,
              g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (widget);

  if (self->saving != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
circ_export_window_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (object);

  if (id == PROP_DOCUMENT)
    g_value_set_string (value, circ_plan_document_get_token (self->document));
  else if (id == PROP_FORMAT)
    g_value_set_string (value, circ_export_format_get_name (self->format));
  else
    g_value_set_string (value, self->all ? "all" : "view");
}

static void
circ_export_window_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (object);
  const char *text = g_value_get_string (value);
  CircPlanDocument document = self->document;
  CircExportFormat format = self->format;
  gboolean all = self->all;

  if (id == PROP_SCOPE)
    all = g_strcmp0 (text, "all") == 0;
  else if (id == PROP_DOCUMENT)
    circ_plan_document_from_token (text, &document);
  else if (!circ_export_format_from_name (text, &format, NULL))
    return;
  if (all == self->all && format == self->format && document == self->document)
    return;
  self->all = all;
  self->format = format;
  self->document = document;
  if (id == PROP_DOCUMENT)
    update_scopes (self);
  update_words (self);
  update_preview (self);
  g_object_notify_by_pspec (object, pspec);
}

/* A worker holds a closed window until it has stopped, which may be after the parent has gone; GTK would then look the
 * parent up once more. */
static void
circ_export_window_unrealize (GtkWidget *widget)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (widget);

  g_cancellable_cancel (self->previewing);
  g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (circ_export_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

static void
circ_export_window_dispose (GObject *object)
{
  CircExportWindow *self = CIRC_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->view, circ_plan_view_free);
  g_clear_pointer (&self->all_view, circ_plan_view_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_export_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "export.document", "document");
  gtk_widget_class_install_property_action (widget_class, "export.format", "format");
  gtk_widget_class_install_property_action (widget_class, "export.scope", "scope");
  gtk_widget_class_install_action (widget_class, "export.save", NULL, circ_export_window_save);
  gtk_widget_class_install_action (widget_class, "export.save-to", "s", circ_export_window_save_to);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print", NULL);
}

static void
circ_export_window_class_init (CircExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = circ_export_window_get_property;
  object_class->set_property = circ_export_window_set_property;
  object_class->dispose = circ_export_window_dispose;
  widget_class->unrealize = circ_export_window_unrealize;
  props[PROP_DOCUMENT] = g_param_spec_string ("document", NULL, NULL, "plan", flags);
  props[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, "pdf", flags);
  props[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "view", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (CIRC_TYPE_CHECK_BUTTON);
  g_type_ensure (CIRC_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/plan/circ-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, document_label);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, format_label);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, view_row);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, all_row);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, notes_group);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, notes_title);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, notes_box);
  gtk_widget_class_bind_template_child (widget_class, CircExportWindow, preview);
  install_actions (widget_class);
}

static void
circ_export_window_init (CircExportWindow *self)
{
  self->format = CIRC_EXPORT_PDF;
  gtk_widget_init_template (GTK_WIDGET (self));
}

const CircPlanView *
circ_export_window_get_view (CircExportWindow *self)
{
  return self->all ? self->all_view : self->view;
}

void
circ_export_window_update_actions (CircExportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->saving == NULL;

  gtk_widget_action_set_enabled (widget, "export.save", idle);
  gtk_widget_action_set_enabled (widget, "export.save-to", idle);
  gtk_widget_action_set_enabled (widget, "export.document", idle);
  gtk_widget_action_set_enabled (widget, "export.format", idle);
  gtk_widget_action_set_enabled (widget, "export.scope", idle);
  gtk_widget_action_set_enabled (widget, "export.print", idle && self->pdf != NULL);
}

void
circ_export_window_show_error (CircExportWindow *self,
                               const char *text)
{
  gtk_label_set_text (self->error_label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
}

void
circ_export_window_present (CircSession *session,
                            GtkWidget *parent,
                            CircPlanView *view)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  CircExportWindow *self;

  g_return_if_fail (CIRC_IS_SESSION (session));
  g_return_if_fail (view != NULL);

  self = g_object_new (CIRC_TYPE_EXPORT_WINDOW, "transient-for", root, NULL);
  self->session = g_object_ref (session);
  self->view = circ_plan_view_copy (view);
  self->all_view = circ_plan_view_new_all ();
  self->all_view->sort = view->sort;
  self->all_view->descending = view->descending;
  update_scopes (self);
  update_words (self);
  update_preview (self);
  gtk_widget_grab_focus (self->plan_button);
  gtk_window_present (GTK_WINDOW (self));
}
