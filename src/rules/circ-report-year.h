/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years a caller may name; outside of it a date has no four-digit ISO form or is a slip of the pen. */
#define CIRC_REPORT_YEAR_FIRST 1900
#define CIRC_REPORT_YEAR_LAST 2999

/**
 * CircReportYear:
 * @start: the calendar year in which it begins
 * @month: the month in which it begins: 4 financial, 1 calendar, 9 academic
 * @from: first day, ISO 8601
 * @to: last day, ISO 8601
 *
 * A year as the partnership reports it. A plain value: copy it by assignment, nothing to free.
 */
typedef struct {
  int start;
  int month;
  char from[11];
  char to[11];
} CircReportYear;

void circ_report_year_init (CircReportYear *year,
                            const char *token,
                            const char *on);
gboolean circ_report_year_init_start (CircReportYear *year,
                                      const char *token,
                                      int start);
gboolean circ_report_year_parse_start (const char *text,
                                       int *start);
CircReportYear circ_report_year_next (const CircReportYear *year);
CircReportYear circ_report_year_previous (const CircReportYear *year);
gboolean circ_report_year_contains (const CircReportYear *year,
                                    const char *iso);
char *circ_report_year_dup_title (const CircReportYear *year);

G_END_DECLS
