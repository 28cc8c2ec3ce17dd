/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-table-private.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-table-menu.h"

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

  circ_plan_table_ask (self, query);
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

  circ_plan_table_stop_rows (self);
  if (self->columns != NULL)
    circ_plan_columns_stop (self->columns);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
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
  circ_plan_table_init_rows (self);
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
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (circ_plan_table_settle_soon), self, G_CONNECT_SWAPPED);
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

void
circ_plan_table_set_chosen (CircPlanTable *self,
                            gint64 id)
{
  if (self->chosen == id)
    return;
  self->chosen = id;
  g_signal_emit (self, signals[CHOSEN], 0);
}

gint64
circ_plan_table_get_chosen (CircPlanTable *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_TABLE (self), 0);
  return self->chosen;
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
    circ_plan_table_scroll_to (self, position);
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
