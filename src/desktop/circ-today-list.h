/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-today-model.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TODAY_LIST (circ_today_list_get_type ())
G_DECLARE_FINAL_TYPE (CircTodayList, circ_today_list, CIRC, TODAY_LIST, GtkWidget)

/**
 * CircTodayList:
 *
 * The list of the day on the screen. What is done there leaves it, and the keyboard goes on to the row that comes in its place.
 *
 * Signals: "chosen": another row, or none; "opened": Enter, a double click or the button of a row, which is the chosen one.
 */
GtkWidget *circ_today_list_new (CircSession *session);
CircTodayModel *circ_today_list_get_model (CircTodayList *self);
/* A CircRecord of kind occurrence or a CircTodayRow that waits. (transfer full) (nullable) */
GObject *circ_today_list_dup_chosen (CircTodayList *self);
/* The keyboard goes to the chosen row, or the first. */
void circ_today_list_focus (CircTodayList *self);
/* Opens at the rows. */
void circ_today_list_set_menu (CircTodayList *self,
                               GMenuModel *model);

G_END_DECLS
