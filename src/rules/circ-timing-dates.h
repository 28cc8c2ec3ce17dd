/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing.h"

G_BEGIN_DECLS

/**
 * CircTimingDates:
 * @from: the first day, where it is a window or lasts for days; else @due_on
 * @due_on: the deadline
 * @plan_by: the day to aim for (DOMAIN 5.1)
 * @due_at: seconds since 1970 UTC where the deadline is a time of day; else 0
 * @provisional: it was counted over a bank holiday that is known by rule alone
 * @period: of one of a series, about how many days it is to the next; else 0
 */
typedef struct {
  CircDay from;
  CircDay due_on;
  CircDay plan_by;
  gint64 due_at;
  gboolean provisional;
  int period;
} CircTimingDates;

gboolean circ_timing_date_from_anchor (const CircTiming *self,
                                       CircWorkingDays *working_days,
                                       CircCalendar calendar,
                                       CircDay anchor,
                                       gint64 at,
                                       CircTimingDates *dates);
gboolean circ_timing_span_in_year (const CircTiming *self,
                                   int year,
                                   CircDay *from,
                                   CircDay *to);
gboolean circ_timing_date_in_year (const CircTiming *self,
                                   CircWorkingDays *working_days,
                                   CircCalendar calendar,
                                   int year,
                                   CircTimingDates *dates);
gboolean circ_timing_date_in_series (const CircTiming *self,
                                     CircWorkingDays *working_days,
                                     CircCalendar calendar,
                                     CircDay start,
                                     guint number,
                                     CircTimingDates *dates);
void circ_timing_dates_set_span (CircTimingDates *dates,
                                 CircWorkingDays *working_days,
                                 CircCalendar calendar,
                                 CircDay from,
                                 CircDay to,
                                 int lead_days,
                                 CircRoll roll);

G_END_DECLS
