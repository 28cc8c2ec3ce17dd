/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TODAY_LINE (circ_today_line_get_type ())
G_DECLARE_FINAL_TYPE (CircTodayLine, circ_today_line, CIRC, TODAY_LINE, GtkWidget)

/**
 * CircTodayLine:
 *
 * One line of the list of the day: the heading of a group, or what is to be done, for whom, by whom, by when, and how it
 * stands, with a button for the usual next step and one for all others.
 *
 * Signal "acted": the button was pressed.
 * Signal "more" (GtkWidget *button): all others are asked for, at the button.
 */
GtkWidget *circ_today_line_new (CircSession *session);
void circ_today_line_show_heading (CircTodayLine *self,
                                   const char *title,
                                   guint count);
/* @row: as circ_today_words_init() takes it. */
void circ_today_line_show (CircTodayLine *self,
                           GObject *row);

G_END_DECLS
