/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-cells.h"

G_BEGIN_DECLS

/**
 * CircPlanColumns:
 *
 * The columns of the plan's table: which are shown, how wide they are (both remembered), and by which the table is sorted.
 *
 * Signal "sorted": the person sorted by another column.
 */
#define CIRC_TYPE_PLAN_COLUMNS (circ_plan_columns_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanColumns, circ_plan_columns, CIRC, PLAN_COLUMNS, GObject)

CircPlanColumns *circ_plan_columns_new (GtkColumnView *view,
                                        CircPlanCells *cells);
GActionGroup *circ_plan_columns_get_actions (CircPlanColumns *self);
GMenuModel *circ_plan_columns_get_menu (CircPlanColumns *self);
void circ_plan_columns_get_sort (CircPlanColumns *self,
                                 guint *field,
                                 gboolean *descending);
/* Does not emit "sorted". */
void circ_plan_columns_set_sort (CircPlanColumns *self,
                                 guint field,
                                 gboolean descending);
/* Call before the column view goes: it says "sorted" once more while it is taken apart. */
void circ_plan_columns_stop (CircPlanColumns *self);

G_END_DECLS
