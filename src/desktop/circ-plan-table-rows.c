/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the plan's table: how they come, which of them are built, and what stays chosen meanwhile. */
#include "config.h"

#include "circ-plan-table-private.h"

/* A sign of waiting that comes at once is a flicker. */
#define WAITING_MILLISECONDS 250
/* Rows that are built before the first frame, as many as most windows show, and with each frame that follows. */
#define FIRST 24
#define STEP 8
#define ROW_PIXELS 32 /* no row is lower */

static gboolean
has_focus (CircPlanTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* Whether the keyboard has not gone on to something else, as the details of a new item. GTK leaves it to a row that is gone
 * until the next frame. */
static gboolean
may_have_focus (CircPlanTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus == NULL || gtk_widget_get_root (focus) != root || has_focus (self)
         || gtk_widget_is_ancestor (GTK_WIDGET (self->view), focus);
}

/* The rows are those that were asked for: what became of the chosen one is known now. */
static void
settle_chosen (CircPlanTable *self)
{
  guint position;
  gboolean found = self->chosen != 0 && circ_record_list_find (self->list, self->chosen, &position);

  if (self->chosen != 0 && !found && self->filtering)
    circ_plan_table_set_chosen (self, 0);
  self->filtering = FALSE;
  if (found && self->to_scroll)
    circ_plan_table_scroll_to (self, position);
  self->to_scroll = FALSE;
}

/* Everything that a change of the model set off has happened. While more rows are on their way the keyboard stays in the
 * table, and is given to the chosen row with the last of them. */
static gboolean
settle_cb (gpointer user_data)
{
  CircPlanTable *self = user_data;
  gboolean busy = circ_plan_table_is_busy (self);

  self->settle_source = 0;
  if (!busy)
    settle_chosen (self);
  if (self->had_focus && may_have_focus (self))
    circ_plan_table_focus (self);
  self->had_focus = self->had_focus && busy;
  g_signal_emit_by_name (self, "counted");

  return G_SOURCE_REMOVE;
}

void
circ_plan_table_settle_soon (CircPlanTable *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

/* Begins with the frame after the one that shows the first of them. */
static gboolean
grow_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  CircPlanTable *self = CIRC_PLAN_TABLE (widget);
  gboolean painted = self->painted;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  self->painted = TRUE;
  if (!painted
      || (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) < n_rows && circ_gradual_list_grow (self->shown)))
    return G_SOURCE_CONTINUE;
  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
grow_soon (CircPlanTable *self)
{
  self->painted = FALSE;
  if (self->grow_tick == 0)
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* Rows of an answer that nobody waits for any more are not built. */
static void
stop_growing (CircPlanTable *self)
{
  if (self->grow_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_tick);
  self->grow_tick = 0;
}

static void
show_all (CircPlanTable *self)
{
  if (self->shown != NULL)
    circ_gradual_list_show (self->shown, CIRC_GRADUAL_LIST_ALL);
}

/* Whoever wants to be at the end of the plan means the end of all of it. */
static gboolean
key_cb (CircPlanTable *self,
        guint key)
{
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End || key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    show_all (self);
  return GDK_EVENT_PROPAGATE;
}

static void
set_waiting (CircPlanTable *self,
             gboolean waiting)
{
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_signal_emit_by_name (self, "waiting", waiting);
}

static gboolean
waiting_cb (gpointer user_data)
{
  CircPlanTable *self = user_data;

  self->waiting_source = 0;
  set_waiting (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
busy_cb (CircPlanTable *self)
{
  if (!circ_plan_table_is_busy (self))
    {
      set_waiting (self, FALSE);
      grow_soon (self); /* the answer may be the one of before */
    }
  else if (self->waiting_source == 0)
    self->waiting_source = g_timeout_add (WAITING_MILLISECONDS, waiting_cb, self);
  circ_plan_table_settle_soon (self);
}

static void
failed_cb (CircPlanTable *self,
           const GError *error)
{
  circ_session_report (self->session, error);
}

/* Connected before the rows that are shown hear of the change. Only a whole new answer begins anew with its first rows: over
 * all other changes the place that was scrolled to stays. */
static void
before_change_cb (CircPlanTable *self,
                  guint position,
                  guint removed,
                  guint added)
{
  gboolean whole = position == 0 && added == g_list_model_get_n_items (G_LIST_MODEL (self->list));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  self->changing = TRUE;
  self->had_focus |= has_focus (self);
  if (self->shown == NULL)
    return;
  circ_gradual_list_set_first (self->shown, (guint) MAX (FIRST, height / ROW_PIXELS + 1));
  circ_gradual_list_keep (self->shown, whole ? GTK_INVALID_LIST_POSITION : CIRC_GRADUAL_LIST_ALL);
  grow_soon (self);
}

/* The chosen row, when it is among those that are shown. */
static void
select_chosen (CircPlanTable *self)
{
  guint position;

  if (self->chosen == 0 || !circ_record_list_find (self->list, self->chosen, &position)
      || position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    position = GTK_INVALID_LIST_POSITION;
  self->changing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->changing = FALSE;
}

/* Connected to run after all others. A whole new order comes in two steps, all gone and all there, so nothing found is no
 * news. */
static void
after_change_cb (CircPlanTable *self)
{
  select_chosen (self);
  circ_plan_table_settle_soon (self);
}

/* The chosen row may be among those that have come. */
static void
grown_cb (CircPlanTable *self)
{
  if (!self->changing && self->chosen != 0
      && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_chosen (self);
}

static void
selected_cb (CircPlanTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->changing)
    return;
  circ_plan_table_set_chosen (self, position == GTK_INVALID_LIST_POSITION ? 0
                                                                          : circ_record_list_get_id (self->list, position));
}

void
circ_plan_table_ask (CircPlanTable *self,
                     CircQuery *query)
{
  if (self->list != NULL)
    {
      stop_growing (self);
      circ_record_list_set_query (self->list, query);
      if (!circ_plan_table_is_busy (self))
        grow_soon (self);
      circ_plan_table_settle_soon (self);
      return;
    }

  self->list = circ_record_list_new_with_threshold (circ_session_get_store (self->session), query,
                                                    CIRC_RECORD_LIST_THRESHOLD);
  g_signal_connect_object (self->list, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
  self->shown = circ_gradual_list_new (G_LIST_MODEL (self->list), FIRST, STEP);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (after_change_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  busy_cb (self);
}

void
circ_plan_table_init_rows (CircPlanTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (bar, GTK_EVENT_CONTROLLER (press));
}

void
circ_plan_table_stop_rows (CircPlanTable *self)
{
  stop_growing (self);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->waiting_source, g_source_remove);
}

CircRecordList *
circ_plan_table_get_records (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), NULL);
  return self->list;
}

gboolean
circ_plan_table_is_whole (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), FALSE);
  return self->shown == NULL
         || (!circ_plan_table_is_busy (self)
             && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == circ_plan_table_get_n_rows (self));
}

guint
circ_plan_table_get_n_rows (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), 0);
  return self->list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

gboolean
circ_plan_table_is_busy (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), FALSE);
  return self->list != NULL && circ_record_list_get_busy (self->list);
}

/* The last child of a column view is its list. */
void
circ_plan_table_scroll_to (CircPlanTable *self,
                           guint position)
{
  circ_gradual_list_show (self->shown, position);
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                              position);
}

gboolean
circ_plan_table_choose (CircPlanTable *self,
                        gint64 id)
{
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean found;

  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), FALSE);
  g_return_val_if_fail (self->list != NULL, FALSE);

  found = id != 0 && circ_record_list_find (self->list, id, &position);
  if (found)
    circ_gradual_list_show (self->shown, position);
  else
    position = GTK_INVALID_LIST_POSITION;
  self->changing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->changing = FALSE;
  circ_plan_table_set_chosen (self, id);
  if (found)
    circ_plan_table_scroll_to (self, position);
  /* Rows that are on their way out say nothing of those that come. */
  if (id != 0 && circ_plan_table_is_busy (self))
    found = circ_store_answers (circ_session_get_store (self->session), circ_record_list_get_query (self->list), id);
  self->to_scroll = found;

  return found;
}
