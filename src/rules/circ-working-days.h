/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-bank-holidays.h"

G_BEGIN_DECLS

/**
 * CircWorkingDays:
 *
 * Which days are worked on: the four calendars, what was proclaimed since, and the days on which the office is closed.
 * Filled once, then only asked; a reference may be asked from any thread.
 */
typedef struct _CircWorkingDays CircWorkingDays;

/* Whether the office's own closures count: for planning they do, for a clock that the law sets they never do. */
typedef enum {
  CIRC_CLOSURES_IGNORED,
  CIRC_CLOSURES_COUNT,
} CircClosures;

CircWorkingDays *circ_working_days_new (GBytes *published,
                                        GError **error);
CircWorkingDays *circ_working_days_ref (CircWorkingDays *self);
void circ_working_days_unref (CircWorkingDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircWorkingDays, circ_working_days_unref)

gboolean circ_working_days_import (CircWorkingDays *self,
                                   GBytes *published,
                                   GError **error);
void circ_working_days_add_one_off (CircWorkingDays *self,
                                    CircCalendar calendar,
                                    CircDay day,
                                    const char *title);
void circ_working_days_add_closure (CircWorkingDays *self,
                                    CircDay day);

GArray *circ_working_days_list_holidays (CircWorkingDays *self,
                                         CircCalendar calendar,
                                         int year);
gboolean circ_working_days_is_published (CircWorkingDays *self,
                                         CircCalendar calendar,
                                         int year);
/* The last day of the years that were published; CIRC_DAY_NONE: there is none. */
CircDay circ_working_days_get_known_to (CircWorkingDays *self,
                                        CircCalendar calendar);
/* Whether every day is worked on in both or in neither, and the same years were published. */
gboolean circ_working_days_equal (CircWorkingDays *self,
                                  CircWorkingDays *other);
gboolean circ_working_days_is_provisional (CircWorkingDays *self,
                                           CircCalendar calendar,
                                           CircDay from,
                                           CircDay to);

gboolean circ_working_days_is_working (CircWorkingDays *self,
                                       CircCalendar calendar,
                                       CircClosures closures,
                                       CircDay day);
CircDay circ_working_days_add (CircWorkingDays *self,
                               CircCalendar calendar,
                               CircClosures closures,
                               CircDay day,
                               int n);
CircDay circ_working_days_previous (CircWorkingDays *self,
                                    CircCalendar calendar,
                                    CircClosures closures,
                                    CircDay day);
CircDay circ_working_days_next (CircWorkingDays *self,
                                CircCalendar calendar,
                                CircClosures closures,
                                CircDay day);
int circ_working_days_between (CircWorkingDays *self,
                               CircCalendar calendar,
                               CircClosures closures,
                               CircDay from,
                               CircDay to);

G_END_DECLS
