/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the chosen row of the list of the day. */
#include "config.h"

#include "circ-today-page-private.h"

#include "circ-format-request.h"
#include "circ-lists-window.h"
#include "circ-meetings-window.h"
#include "circ-occurrence-window.h"
#include "circ-return-actions.h"
#include "circ-return-window.h"
#include "circ-step-window.h"
#include "circ-today-row.h"
#include "circ-today-words.h"
#include "circ-window.h"

/* The number of items beside @item that wait for @trigger. */
static guint
count_others (CircTodayPage *self,
              gint64 item,
              const char *trigger)
{
  GListModel *rows = circ_today_model_get_rows (circ_today_list_get_model (self->list));
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  /* What waits comes last, and the rows before it are not looked up. */
  for (guint i = g_list_model_get_n_items (rows); i > 0 && trigger != NULL; i--)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i - 1);
      gint64 other;

      if (!CIRC_IS_TODAY_ROW (row))
        break;
      other = circ_today_row_get_item (CIRC_TODAY_ROW (row));
      if (other != 0 && other != item && g_strcmp0 (circ_today_row_get_trigger (CIRC_TODAY_ROW (row)), trigger) == 0)
        g_hash_table_add (others, g_memdup2 (&other, sizeof other));
    }

  return g_hash_table_size (others);
}

static void
take_step (CircTodayPage *self,
           CircPlanStep step)
{
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  g_autoptr (CircRecord) item = row == NULL ? NULL : circ_today_dup_item (self->session, row);
  const char *trigger = CIRC_IS_TODAY_ROW (row) ? circ_today_row_get_trigger (CIRC_TODAY_ROW (row)) : NULL;

  if (item == NULL)
    return;
  circ_step_window_present (self->session, GTK_WIDGET (self), step, item, CIRC_IS_RECORD (row) ? CIRC_RECORD (row) : NULL,
                            trigger, count_others (self, circ_record_get_id (item), trigger));
}

static gboolean
is_kind (GObject *row,
         CircKindId kind)
{
  return CIRC_IS_RECORD (row) && circ_record_get_kind (CIRC_RECORD (row))->id == kind;
}

static void
record_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  g_autoptr (CircRecord) item = row == NULL ? NULL : circ_today_dup_item (self->session, row);

  if (item != NULL && is_kind (row, CIRC_KIND_OCCURRENCE))
    circ_occurrence_window_present_to_record (self->session, widget, item, CIRC_RECORD (row));
}

static void
returned_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);

  if (is_kind (row, CIRC_KIND_CASCADE_RETURN))
    circ_return_window_present (self->session, widget, CIRC_RECORD (row));
}

static void
chase_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  g_autoptr (CircChange) change = NULL;

  if (!is_kind (row, CIRC_KIND_CASCADE_RETURN))
    return;
  change = circ_return_chase_change (circ_session_get_store (self->session), CIRC_RECORD (row),
                                     circ_session_get_today (self->session));
  circ_session_apply (self->session, change);
}

static void
supplied_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  g_autoptr (CircChange) change = NULL;

  if (!is_kind (row, CIRC_KIND_FORMAT_REQUEST))
    return;
  change = circ_format_supplied_change (CIRC_RECORD (row), circ_session_get_today (self->session));
  circ_session_apply (self->session, change);
}

static void
not_required_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  take_step (CIRC_TODAY_PAGE (widget), CIRC_PLAN_STEP_NOT_REQUIRED);
}

static void
happened_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  take_step (CIRC_TODAY_PAGE (widget), CIRC_PLAN_STEP_HAPPENED);
}

static void
set_date_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  take_step (CIRC_TODAY_PAGE (widget), CIRC_PLAN_STEP_SET_DATE);
}

static void
add_meetings_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  gint64 group = 0;

  if (CIRC_IS_TODAY_ROW (row) && circ_today_row_wants_meeting (CIRC_TODAY_ROW (row), &group))
    circ_meetings_window_present (self->session, widget, group);
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  g_autoptr (CircRecord) item = row == NULL ? NULL : circ_today_dup_item (self->session, row);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (item != NULL && CIRC_IS_WINDOW (root))
    circ_window_show_record (CIRC_WINDOW (root), circ_record_get_id (item));
}

static void
open_request_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);

  if (is_kind (row, CIRC_KIND_FORMAT_REQUEST))
    circ_lists_window_present_record (self->session, widget, CIRC_RECORD (row));
}

static void
search_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (CIRC_TODAY_PAGE (widget)->search));
}

static void
clear_filters_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  circ_today_page_clear_filters (CIRC_TODAY_PAGE (widget));
}

void
circ_today_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "today.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "today.returned", NULL, returned_action);
  gtk_widget_class_install_action (widget_class, "today.chase", NULL, chase_action);
  gtk_widget_class_install_action (widget_class, "today.supplied", NULL, supplied_action);
  gtk_widget_class_install_action (widget_class, "today.not-required", NULL, not_required_action);
  gtk_widget_class_install_action (widget_class, "today.happened", NULL, happened_action);
  gtk_widget_class_install_action (widget_class, "today.set-date", NULL, set_date_action);
  gtk_widget_class_install_action (widget_class, "today.add-meetings", NULL, add_meetings_action);
  gtk_widget_class_install_action (widget_class, "today.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "today.open-request", NULL, open_request_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "today.record", NULL);
}

void
circ_today_page_update_actions (CircTodayPage *self)
{
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  gboolean editable = !circ_session_get_read_only (self->session);
  gboolean dated = is_kind (row, CIRC_KIND_OCCURRENCE);
  CircOccurrenceState state = CIRC_IS_TODAY_ROW (row) ? circ_today_row_get_state (CIRC_TODAY_ROW (row))
                                                      : CIRC_OCCURRENCE_STATE_SCHEDULED;
  gboolean event = CIRC_IS_TODAY_ROW (row) && circ_today_row_wants_event (CIRC_TODAY_ROW (row));
  gboolean meeting = CIRC_IS_TODAY_ROW (row) && circ_today_row_wants_meeting (CIRC_TODAY_ROW (row), NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "today.record", editable && dated);
  gtk_widget_action_set_enabled (widget, "today.not-required", editable && dated);
  gtk_widget_action_set_enabled (widget, "today.returned", editable && is_kind (row, CIRC_KIND_CASCADE_RETURN));
  gtk_widget_action_set_enabled (widget, "today.chase", editable && is_kind (row, CIRC_KIND_CASCADE_RETURN));
  gtk_widget_action_set_enabled (widget, "today.supplied", editable && is_kind (row, CIRC_KIND_FORMAT_REQUEST));
  gtk_widget_action_set_enabled (widget, "today.happened", editable && state == CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER);
  gtk_widget_action_set_enabled (widget, "today.set-date", editable && !event && state == CIRC_OCCURRENCE_STATE_DATE_NEEDED);
  gtk_widget_action_set_enabled (widget, "today.add-meetings", editable && meeting);
  gtk_widget_action_set_enabled (widget, "today.open", row != NULL && !is_kind (row, CIRC_KIND_FORMAT_REQUEST));
  gtk_widget_action_set_enabled (widget, "today.open-request", is_kind (row, CIRC_KIND_FORMAT_REQUEST));
}

void
circ_today_page_act (CircTodayPage *self)
{
  g_autoptr (GObject) row = circ_today_list_dup_chosen (self->list);
  const char *action = "today.open";

  circ_today_page_update_actions (self);
  if (is_kind (row, CIRC_KIND_OCCURRENCE))
    action = "today.record";
  else if (is_kind (row, CIRC_KIND_CASCADE_RETURN))
    action = "today.returned";
  else if (is_kind (row, CIRC_KIND_FORMAT_REQUEST))
    action = "today.open-request";
  else if (CIRC_IS_TODAY_ROW (row) && circ_today_row_wants_event (CIRC_TODAY_ROW (row)))
    action = circ_today_row_wants_meeting (CIRC_TODAY_ROW (row), NULL) ? "today.add-meetings" : "today.open";
  else if (CIRC_IS_TODAY_ROW (row) && circ_today_row_get_state (CIRC_TODAY_ROW (row)) == CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER)
    action = "today.happened";
  else if (CIRC_IS_TODAY_ROW (row) && circ_today_row_get_state (CIRC_TODAY_ROW (row)) == CIRC_OCCURRENCE_STATE_DATE_NEEDED)
    action = "today.set-date";
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}
