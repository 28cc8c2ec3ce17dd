/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MEETINGS_WINDOW (circ_meetings_window_get_type ())
G_DECLARE_FINAL_TYPE (CircMeetingsWindow, circ_meetings_window, CIRC, MEETINGS_WINDOW, AdwWindow)

/**
 * CircMeetingsWindow:
 *
 * A year of meetings in one go: a group, a list of dates that is typed, pasted or filled in from a first date, and what
 * is understood of it, with the weekday of each and a warning where a day is a holiday. One change.
 *
 * Actions: "sheet.save", "meetings.fill" (adds the series to the list).
 */
/* @group: the id of the group that meets, or 0 to choose it there. */
void circ_meetings_window_present (CircSession *session,
                                   GtkWidget *parent,
                                   gint64 group);

G_END_DECLS
