/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-page.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TODAY_PAGE (circ_today_page_get_type ())
G_DECLARE_FINAL_TYPE (CircTodayPage, circ_today_page, CIRC, TODAY_PAGE, GtkWidget)

/**
 * CircTodayPage:
 *
 * What is overdue, what is due today, this week and in the next fourteen days, and what waits for a trigger or a date.
 *
 * Actions on the chosen row: "today.record" (Ctrl+R), "today.not-required", "today.happened", "today.set-date",
 * "today.add-meetings", "today.open" (its item on the plan page).
 */
GtkWidget *circ_today_page_new (CircSession *session);

G_END_DECLS
