/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-due-list.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TODAY_ROW (circ_today_row_get_type ())
G_DECLARE_FINAL_TYPE (CircTodayRow, circ_today_row, CIRC, TODAY_ROW, GObject)

/**
 * CircTodayRow:
 *
 * What stands in the list of the day beside the occurrences themselves: the heading of a group, or a rule of an item that
 * waits for something. Holds ids, no records, so that a worker can make it.
 */
CircTodayRow *circ_today_row_new_heading (CircTodayGroup group);
CircTodayRow *circ_today_row_new_waiting (const CircDueLine *line);
gboolean circ_today_row_is_heading (CircTodayRow *self);
CircTodayGroup circ_today_row_get_group (CircTodayRow *self);
/* The id of the plan item; 0 for a heading. */
gint64 circ_today_row_get_item (CircTodayRow *self);
CircOccurrenceState circ_today_row_get_state (CircTodayRow *self);
/* The token of what has to happen; NULL when somebody asks for it. */
const char *circ_today_row_get_trigger (CircTodayRow *self);
/* Whether it waits for the next meeting to be entered; @group: (out) (optional): whose, or 0 for any. */
gboolean circ_today_row_wants_meeting (CircTodayRow *self,
                                       gint64 *group);
/* Whether it waits for an event of any kind that is not in the calendar. */
gboolean circ_today_row_wants_event (CircTodayRow *self);
/* Whether a date should have been agreed by now. */
gboolean circ_today_row_is_late (CircTodayRow *self);
gboolean circ_today_row_equal (CircTodayRow *self,
                               CircTodayRow *other);

G_END_DECLS
