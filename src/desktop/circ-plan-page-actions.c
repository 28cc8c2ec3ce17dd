/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the plan page and to the item that is chosen there. */
#include "config.h"

#include "circ-plan-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"
#include "circ-erase-dialog.h"
#include "circ-export-job.h"
#include "circ-export-window.h"
#include "circ-import-window.h"
#include "circ-plan-actions.h"

/* What a question was asked about; the page may be gone when it is answered. */
typedef struct {
  CircPlanPage *page;  /* (owned) */
  CircRecord *item;    /* (owned) (nullable) */
  CircReportYear year;
} Question;

static Question *
question_new (CircPlanPage *page,
              CircRecord *item)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  if (item != NULL)
    question->item = g_object_ref (item);

  return question;
}

static void
question_free (Question *question)
{
  g_clear_object (&question->page);
  g_clear_object (&question->item);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static CircStore *
get_store (CircPlanPage *self)
{
  return circ_session_get_store (self->session);
}

/* The chosen item when it is saved, with all that was typed into it; else NULL. */
static CircRecord *
get_item (CircPlanPage *self)
{
  CircRecord *item;

  if (!circ_plan_details_commit (self->details))
    return NULL;
  item = circ_plan_details_get_item (self->details);

  return item != NULL && circ_record_get_id (item) > 0 ? item : NULL;
}

/* The newest change is ours: offer its undo. */
static void
announce (CircPlanPage *self)
{
  const char *title = circ_store_get_undo_title (get_store (self));

  if (title != NULL)
    circ_session_announce (self->session, title);
}

static void
new_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  circ_plan_page_start_item (CIRC_PLAN_PAGE (widget));
}

static void
search_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_plan_page_focus_search (CIRC_PLAN_PAGE (widget));
}

static void
import_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);

  if (circ_plan_details_commit (self->details))
    circ_import_window_present (self->session, widget,
                                parameter == NULL ? NULL : g_variant_get_string (parameter, NULL));
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  g_autoptr (CircPlanView) view = NULL;

  if (!circ_plan_details_commit (self->details))
    return;
  view = circ_plan_view_copy (circ_plan_filter_get_view (self->filter));
  if (parameter == NULL)
    circ_export_window_present (self->session, widget, view);
  else
    circ_export_to_path (self->session, view, g_variant_get_string (parameter, NULL));
}

static void
pane_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  circ_plan_page_move_pane (CIRC_PLAN_PAGE (widget), g_str_equal (action, "page.next-pane") ? 1 : -1);
}

static void
clear_filters_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);

  circ_plan_filter_clear (self->filter);
  circ_plan_page_show_table (self);
}

static void
every_year_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  circ_plan_page_show_every_year (CIRC_PLAN_PAGE (widget));
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  circ_plan_page_show_details (CIRC_PLAN_PAGE (widget));
}

static void
record_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CIRC_PLAN_PAGE (widget)->details), "details.record", NULL);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  CircRecord *item = get_item (self);
  g_autoptr (CircRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (item == NULL)
    return;
  copy = circ_plan_duplicate (get_store (self), item, circ_session_get_today (self->session), &error);
  if (copy == NULL)
    {
      circ_session_fail (self->session, error);
      return;
    }
  announce (self);
  if (circ_plan_page_choose (self, circ_record_get_id (copy)))
    circ_plan_page_show_details (self);
}

static void
archive_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  CircRecord *item = get_item (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (item == NULL)
    return;
  g_ptr_array_add (items, g_object_ref (item));
  if (circ_plan_set_archived (get_store (self), items, g_str_equal (action, "item.archive"),
                              circ_session_get_today (self->session), &error))
    announce (self);
  else
    circ_session_fail (self->session, error);
  circ_plan_page_update_actions (self);
}

static void
delete_answered_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  CircPlanPage *self = question->page;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autoptr (CircChange) change = NULL;
  gint64 next;

  if (!g_str_equal (answer, "delete") || self->session == NULL)
    return;
  next = circ_plan_table_get_chosen (self->table) == circ_record_get_id (question->item)
           ? circ_plan_page_get_neighbour (self) : circ_plan_table_get_chosen (self->table);
  what = circ_record_dup_title (question->item);
  /* translators: the title of a change in the history; %s is what is communicated */
  title = g_strdup_printf (_ ("Deleted: %s"), what);
  change = circ_change_new (title);
  circ_change_remove (change, question->item);
  if (!circ_session_apply (self->session, change))
    return;
  circ_plan_page_choose (self, next);
  circ_plan_page_show_table (self);
}

static void
delete_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  static const CircAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "delete", N_ ("_Delete"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };
  CircAnswer translated[G_N_ELEMENTS (answers)];
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  CircRecord *item = get_item (self);
  g_autofree char *what = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;

  if (item == NULL)
    return;
  what = circ_record_dup_title (item);
  /* translators: %s is what is communicated */
  heading = g_strdup_printf (_ ("Delete “%s”?"), what);
  occurrences = circ_store_find_parts (get_store (self), circ_record_get_id (item), CIRC_KIND_OCCURRENCE, NULL);
  if (occurrences != NULL && occurrences->len > 0)
    body = g_strdup_printf (ngettext ("What was recorded for it (%u occurrence, with its evidence) goes with it. "
                                      "Archiving would keep it. Deleting can be undone.",
                                      "What was recorded for it (%u occurrences, with their evidence) goes with it. "
                                      "Archiving would keep it. Deleting can be undone.", occurrences->len),
                            occurrences->len);
  else
    body = g_strdup (_ ("Nothing was recorded for it yet. Deleting can be undone."));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      translated[i] = answers[i];
      translated[i].label = answers[i].label == NULL ? NULL : _ (answers[i].label);
    }
  circ_ask_async (widget, heading, body, translated, NULL, delete_answered_cb, question_new (self, item));
}

static void
erase_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  CircRecord *item = get_item (self);

  if (item != NULL)
    circ_erase_ask (self->session, widget, item);
}

static void
roll_answered_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  CircPlanPage *self = question->page;
  g_autoptr (GError) error = NULL;
  CircRollCounts counts;

  if (!g_str_equal (answer, "carry") || self->session == NULL)
    return;
  if (circ_plan_roll_forward (get_store (self), &question->year, TRUE, &counts, &error))
    announce (self);
  else
    circ_session_fail (self->session, error);
}

/* "36 items get a successor in 2027–28. …" */
static char *
dup_roll_body (const CircRollCounts *counts,
               const char *year,
               const char *next)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  first = g_strdup_printf (
    /* translators: a number of items, and a year such as 2027–28 */
    ngettext ("%u item gets a successor in %s: the same words and links, with nothing recorded and nothing approved.",
              "%u items get a successor in %s: the same words and links, with nothing recorded and nothing approved.",
              counts->n_rolled), counts->n_rolled, next);
  if (counts->n_already > 0)
    second = g_strdup_printf (ngettext ("%u item was carried over before and is left alone.",
                                        "%u items were carried over before and are left alone.", counts->n_already),
                              counts->n_already);
  else
    /* translators: %s is a year such as 2026–27 */
    second = g_strdup_printf (_ ("The plan of %s stays as it is, with everything that was recorded."), year);

  return g_strconcat (first, "\n\n", second, NULL);
}

static void
roll_forward_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);
  const CircPlanView *view = circ_plan_filter_get_view (self->filter);
  g_autoptr (Question) question = question_new (self, NULL);
  g_autofree char *year = NULL;
  g_autofree char *next_year = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  CircReportYear next;
  CircRollCounts counts;

  if (!circ_plan_details_commit (self->details))
    return;
  circ_plan_view_get_year (view, get_store (self), circ_session_get_today (self->session), &question->year);
  next = circ_report_year_next (&question->year);
  year = circ_report_year_dup_title (&question->year);
  next_year = circ_report_year_dup_title (&next);
  if (!circ_plan_roll_forward (get_store (self), &question->year, FALSE, &counts, &error))
    {
      circ_session_report (self->session, error);
      return;
    }
  if (counts.n_rolled == 0)
    {
      /* translators: a year such as 2026–27 */
      heading = g_strdup_printf (_ ("Nothing in %s to Carry Over"), year);
      circ_alert (widget, heading, counts.n_already > 0 ? _ ("Every item was carried over before.")
                                                        : _ ("There are no items in use in that year."));
      return;
    }
  /* translators: a year such as 2027–28 */
  heading = g_strdup_printf (_ ("Carry the Plan Over Into %s?"), next_year);
  body = dup_roll_body (&counts, year, next_year);
  circ_ask_async (widget, heading, body,
                  (const CircAnswer[]) { { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
                                         { "carry", _ ("Carry _Over"), CIRC_ANSWER_SUGGESTED },
                                         { NULL, NULL, CIRC_ANSWER_PLAIN } },
                  NULL, roll_answered_cb, g_steal_pointer (&question));
}

/* A file that is dropped on the page is to be imported; the import says what it cannot read. */
static gboolean
drop_cb (CircPlanPage *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files == NULL ? NULL : g_file_get_path (files->data);

  if (path == NULL || circ_session_get_read_only (self->session))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "page.import-from", "s", path);
}

void
circ_plan_page_add_drop_target (CircPlanPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
circ_plan_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.import-from", "s", import_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.export-to", "s", export_action);
  gtk_widget_class_install_action (widget_class, "page.next-pane", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "page.previous-pane", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "page.every-year", NULL, every_year_action);
  gtk_widget_class_install_action (widget_class, "page.roll-forward", NULL, roll_forward_action);
  gtk_widget_class_install_action (widget_class, "item.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "item.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "item.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "item.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "item.restore", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "item.erase", NULL, erase_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "page.next-pane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, "page.previous-pane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "item.record", NULL);
}

void
circ_plan_page_update_actions (CircPlanPage *self)
{
  static const char *const writing[] = { "page.new", "page.import", "page.import-from", "page.roll-forward" };
  static const char *const changing[] = { "item.record", "item.duplicate", "item.delete" };
  GtkWidget *widget = GTK_WIDGET (self);
  CircRecord *item = circ_plan_details_get_item (self->details);
  gboolean writable = !circ_session_get_read_only (self->session);
  gboolean saved = writable && item != NULL && circ_record_get_id (item) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], writable);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (widget, changing[i], saved);
  gtk_widget_action_set_enabled (widget, "item.open", item != NULL);
  gtk_widget_action_set_enabled (widget, "item.archive", saved && !circ_record_is_archived (item));
  gtk_widget_action_set_enabled (widget, "item.restore", saved && circ_record_is_archived (item));
  gtk_widget_action_set_enabled (widget, "item.erase", saved && circ_record_is_archived (item));
}
