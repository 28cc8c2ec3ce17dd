/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-table.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-facts.h"
#include "circ-plan-table-columns.h"
#include "circ-plan-table-menu.h"

/* A sign of waiting that comes at once is a flicker. */
#define WAITING_MILLISECONDS 250

struct _CircPlanTable {
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned by the widget tree) */
  GtkColumnView *view;
  GtkWidget *menu; /* (nullable) */

  CircSession *session;          /* (owned) */
  CircPlanView *looked_at;       /* (owned) (nullable) */
  CircPlanFacts *facts;          /* (owned) */
  CircPlanCells *cells;          /* (owned) */
  CircPlanColumns *columns;      /* (owned) */
  CircRecordList *list;          /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  gint64 chosen;
  gboolean changing; /* the model is in the middle of a change: what the selection says then is not the person's wish */
  gboolean filtering;
  gboolean had_focus;
  gboolean to_scroll; /* to the chosen row when it comes */
  gboolean waiting;   /* and has said so */
  guint settle_source;
  guint waiting_source;
};

G_DEFINE_FINAL_TYPE (CircPlanTable, circ_plan_table, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  OPENED,
  SORTED,
  COUNTED,
  WAITING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_chosen (CircPlanTable *self,
            gint64 id)
{
  if (self->chosen == id)
    return;
  self->chosen = id;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
has_focus (CircPlanTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* Whether the keyboard has not gone on to something else, as the details of a new item. */
static gboolean
may_have_focus (CircPlanTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus == NULL || has_focus (self) || gtk_widget_is_ancestor (GTK_WIDGET (self->view), focus);
}

/* The last child of a column view is its list. */
static void
scroll_to (CircPlanTable *self,
           guint position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                              position);
}

/* The rows are those that were asked for: what became of the chosen one is known now. */
static void
settle_chosen (CircPlanTable *self)
{
  guint position;
  gboolean found = self->chosen != 0 && circ_record_list_find (self->list, self->chosen, &position);

  if (self->chosen != 0 && !found && self->filtering)
    set_chosen (self, 0);
  self->filtering = FALSE;
  if (found && self->to_scroll)
    scroll_to (self, position);
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
  g_signal_emit (self, signals[COUNTED], 0);

  return G_SOURCE_REMOVE;
}

static void
settle_soon (CircPlanTable *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
set_waiting (CircPlanTable *self,
             gboolean waiting)
{
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_signal_emit (self, signals[WAITING], 0, waiting);
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
    set_waiting (self, FALSE);
  else if (self->waiting_source == 0)
    self->waiting_source = g_timeout_add (WAITING_MILLISECONDS, waiting_cb, self);
  settle_soon (self);
}

static void
failed_cb (CircPlanTable *self,
           const GError *error)
{
  circ_session_report (self->session, error);
}

/* Connected before the selection is made, so it runs before the selection hears of the change … */
static void
before_change_cb (CircPlanTable *self)
{
  self->changing = TRUE;
  self->had_focus |= has_focus (self);
}

/* … and this one after. A whole new order comes in two steps, all gone and all there, so nothing found is no news. */
static void
after_change_cb (CircPlanTable *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->chosen == 0 || !circ_record_list_find (self->list, self->chosen, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->changing = FALSE;
  settle_soon (self);
}

static void
selected_cb (CircPlanTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->changing)
    return;
  set_chosen (self, position == GTK_INVALID_LIST_POSITION ? 0 : circ_record_list_get_id (self->list, position));
}

static void
activated_cb (CircPlanTable *self,
              guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
update_facts (CircPlanTable *self)
{
  const char *today = circ_session_get_today (self->session);
  CircStore *store = circ_session_get_store (self->session);
  CircReportYear year;

  if (!circ_plan_view_get_year (self->looked_at, store, today, &year))
    circ_store_get_report_year (store, today, &year);
  circ_plan_facts_set_year (self->facts, &year, today);
}

static void
update_query (CircPlanTable *self)
{
  g_autoptr (CircQuery) query =
    circ_plan_view_dup_query (self->looked_at, circ_session_get_store (self->session),
                              circ_session_get_today (self->session));

  if (self->list != NULL)
    {
      circ_record_list_set_query (self->list, query);
      settle_soon (self);
      return;
    }

  self->list = circ_record_list_new_with_threshold (circ_session_get_store (self->session), query,
                                                    CIRC_RECORD_LIST_THRESHOLD);
  g_signal_connect_object (self->list, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (after_change_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  busy_cb (self);
}

static void
today_cb (CircPlanTable *self)
{
  if (self->looked_at == NULL)
    return;
  update_facts (self);
  update_query (self);
}

static void
sorted_cb (CircPlanTable *self)
{
  if (self->looked_at == NULL)
    return;
  circ_plan_columns_get_sort (self->columns, &self->looked_at->sort, &self->looked_at->descending);
  update_query (self);
  g_signal_emit (self, signals[SORTED], 0);
}

static void
circ_plan_table_dispose (GObject *object)
{
  CircPlanTable *self = CIRC_PLAN_TABLE (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  if (self->columns != NULL)
    circ_plan_columns_stop (self->columns);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->cells);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->looked_at, circ_plan_view_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_plan_table_parent_class)->dispose (object);
}

static void
circ_plan_table_class_init (CircPlanTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = CIRC_TYPE_PLAN_TABLE;

  G_OBJECT_CLASS (klass)->dispose = circ_plan_table_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAITING] = g_signal_new ("waiting", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
circ_plan_table_init (CircPlanTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "circ-plan-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Circulation plan"), -1);
  /* GTK gives the list inside no name of its own, and that is where the keyboard goes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Circulation plan"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
circ_plan_table_new (CircSession *session)
{
  CircPlanTable *self = g_object_new (CIRC_TYPE_PLAN_TABLE, NULL);
  CircReportYear year;

  self->session = g_object_ref (session);
  circ_store_get_report_year (circ_session_get_store (session), circ_session_get_today (session), &year);
  self->facts = circ_plan_facts_new (circ_session_get_store (session), &year, circ_session_get_today (session));
  self->cells = circ_plan_cells_new (session, self->facts);
  self->columns = circ_plan_columns_new (self->view, self->cells);
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (settle_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", circ_plan_columns_get_actions (self->columns));

  return GTK_WIDGET (self);
}

void
circ_plan_table_set_view (CircPlanTable *self,
                          const CircPlanView *view)
{
  g_return_if_fail (CIRC_IS_PLAN_TABLE (self));
  g_return_if_fail (view != NULL);

  g_clear_pointer (&self->looked_at, circ_plan_view_free);
  self->looked_at = circ_plan_view_copy (view);
  self->filtering = TRUE;
  circ_plan_columns_set_sort (self->columns, view->sort, view->descending);
  update_facts (self);
  update_query (self);
}

void
circ_plan_table_get_sort (CircPlanTable *self,
                          guint *field,
                          gboolean *descending)
{
  g_return_if_fail (CIRC_IS_PLAN_TABLE (self));
  circ_plan_columns_get_sort (self->columns, field, descending);
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

gint64
circ_plan_table_get_chosen (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), 0);
  return self->chosen;
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
  if (!found)
    position = GTK_INVALID_LIST_POSITION;
  self->changing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->changing = FALSE;
  set_chosen (self, id);
  if (found)
    scroll_to (self, position);
  /* Rows that are on their way out say nothing of those that come. */
  if (id != 0 && circ_plan_table_is_busy (self))
    found = circ_store_answers (circ_session_get_store (self->session), circ_record_list_get_query (self->list), id);
  self->to_scroll = found;

  return found;
}

/* The row of the list that @place is in, or NULL. */
static GtkWidget *
get_row (CircPlanTable *self,
         GtkWidget *place)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  while (place != NULL && gtk_widget_get_parent (place) != list)
    place = gtk_widget_get_parent (place);

  return place;
}

GtkWidget *
circ_plan_table_choose_row (CircPlanTable *self,
                            GtkWidget *place)
{
  GtkWidget *row;
  guint position;

  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), NULL);

  row = get_row (self, place);
  position = row == NULL ? GTK_INVALID_LIST_POSITION : circ_plan_cells_get_position (self->cells, row);
  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  gtk_single_selection_set_selected (self->selection, position);

  /* What is typed into the details may have to be put right first. */
  return self->chosen == circ_record_list_get_id (self->list, position) ? row : NULL;
}

void
circ_plan_table_focus (CircPlanTable *self)
{
  GtkWidget *row;
  guint position = 0;

  g_return_if_fail (CIRC_IS_PLAN_TABLE (self));

  if (self->chosen != 0 && circ_record_list_find (self->list, self->chosen, &position))
    scroll_to (self, position);
  else
    position = 0;

  /* The list alone would take the keyboard without a row, or with the row that had it last. */
  row = get_row (self, circ_plan_cells_find (self->cells, position));
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
circ_plan_table_set_menu (CircPlanTable *self,
                          GMenuModel *model)
{
  g_return_if_fail (CIRC_IS_PLAN_TABLE (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = circ_plan_table_menu_new (self, model);
}

GMenuModel *
circ_plan_table_get_columns_menu (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), NULL);
  return circ_plan_columns_get_menu (self->columns);
}

GActionGroup *
circ_plan_table_get_columns_actions (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), NULL);
  return circ_plan_columns_get_actions (self->columns);
}

GtkColumnView *
circ_plan_table_get_column_view (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), NULL);
  return self->view;
}
