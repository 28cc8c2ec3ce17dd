/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-view.h"
#include "circ-record-list.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_TABLE (circ_plan_table_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanTable, circ_plan_table, CIRC, PLAN_TABLE, GtkWidget)

/**
 * CircPlanTable:
 *
 * The plan as a table over the answer to a view's query. What is chosen is kept by id: over a sort, a filter and
 * changes from elsewhere.
 *
 * Actions: "columns.<name>" (boolean state) shows or hides a column.
 *
 * Signals:
 * "chosen": the person chose another item, or what was chosen has left the view by a filter
 * "opened": Enter or a click on the chosen row: the person wants its details
 * "sorted": the person sorted by another column: see circ_plan_table_get_sort()
 * "counted": the number of rows may be different
 * "waiting" (gboolean): the rows of a long plan take their time, and those of before are shown meanwhile; or no more
 */
GtkWidget *circ_plan_table_new (CircSession *session);
/* Copied. Fields of the view that the table itself decides (sort) are taken over too. */
void circ_plan_table_set_view (CircPlanTable *self,
                               const CircPlanView *view);
void circ_plan_table_get_sort (CircPlanTable *self,
                               guint *field,
                               gboolean *descending);
/* All of them, which are more than the view's model has: that begins with what a window shows, and grows with the frames. The
 * first of the one are those of the other. NULL before there was a view. */
CircRecordList *circ_plan_table_get_records (CircPlanTable *self);
/* Whether all rows are there, and the model has them all. */
gboolean circ_plan_table_is_whole (CircPlanTable *self);
guint circ_plan_table_get_n_rows (CircPlanTable *self);
/* Whether rows are on their way. */
gboolean circ_plan_table_is_busy (CircPlanTable *self);
/* 0: nothing is chosen. It need not be in the view any more. */
gint64 circ_plan_table_get_chosen (CircPlanTable *self);
/* Chooses and scrolls to it, when its row is on its way as soon as that is there; FALSE when it is not in the view. */
gboolean circ_plan_table_choose (CircPlanTable *self,
                                 gint64 id);
/* The keyboard goes to the chosen row, or the first. */
void circ_plan_table_focus (CircPlanTable *self);
/* The row that @place is in becomes the chosen one. NULL when it is in no row, or what is chosen has to stay. */
GtkWidget *circ_plan_table_choose_row (CircPlanTable *self,
                                       GtkWidget *place);
/* Opens at the rows; call once. Its actions are looked for from the table upwards. */
void circ_plan_table_set_menu (CircPlanTable *self,
                               GMenuModel *model);
/* The check boxes of the columns, for a menu; their actions work within the table. */
GMenuModel *circ_plan_table_get_columns_menu (CircPlanTable *self);
GActionGroup *circ_plan_table_get_columns_actions (CircPlanTable *self);
GtkColumnView *circ_plan_table_get_column_view (CircPlanTable *self);

G_END_DECLS
