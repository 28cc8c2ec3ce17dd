/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-table.h"

G_BEGIN_DECLS

/*
 * The context menu of the rows of @table: a right click, the Menu key or Shift+F10 on a row makes it the chosen one and
 * opens @model for it. Whatever closes the menu, the keyboard is on the row again.
 */
GtkWidget *circ_plan_table_menu_new (CircPlanTable *table,
                                     GMenuModel *model);

G_END_DECLS
