/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-page.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_PAGE (circ_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanPage, circ_plan_page, CIRC, PLAN_PAGE, GtkWidget)

/**
 * CircPlanPage:
 *
 * The circulation plan: conditions and search above, the table on the left, the chosen item on the right. On a narrow
 * page the table and the item take turns.
 *
 * Actions beside those of CircPage: "page.next-pane" and "page.previous-pane" (F6, Shift+F6), "page.clear-filters",
 * "page.every-year", "page.roll-forward"; of the chosen item "item.record" (Ctrl+R), "item.duplicate", "item.archive",
 * "item.restore", "item.delete".
 */
GtkWidget *circ_plan_page_new (CircSession *session);

G_END_DECLS
