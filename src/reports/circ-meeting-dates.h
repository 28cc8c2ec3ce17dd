/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-date-facts.h"

G_BEGIN_DECLS

/**
 * CircMeetingDate:
 * @words: what was written
 * @iso: (nullable): the date, or %NULL when the words are none
 * @problem: (nullable): why it is not added: no date, entered already, named twice; translated
 * @warning: (nullable): why it may not be meant: it is past, a bank holiday, a weekend; translated
 */
typedef struct {
  char *words;
  char *iso;
  char *problem;
  char *warning;
} CircMeetingDate;

/* What a series of dates goes by. */
typedef enum {
  CIRC_SERIES_WEEKS,
  CIRC_SERIES_MONTHS,   /* on the same day of the month */
  CIRC_SERIES_WEEKDAYS, /* in months, on the same weekday of the month: the second Wednesday */
  CIRC_N_SERIES,
} CircSeries;

/* A year of dates in one go: from a list that was typed or pasted, and as such a list. */
GPtrArray *circ_meeting_dates_read (CircStore *store,
                                    CircDateFacts *dates,
                                    gint64 group,
                                    const char *text,
                                    const char *today);
char *circ_meeting_dates_dup_series (const char *first,
                                     int every,
                                     CircSeries series,
                                     guint n);

G_END_DECLS
