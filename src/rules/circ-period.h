/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report-year.h"

G_BEGIN_DECLS

/**
 * CircPeriod:
 * @from: first day, ISO 8601
 * @to: last day, not before @from
 *
 * Days that somebody looks back at. A plain value: copy it by assignment, nothing to free.
 */
typedef struct {
  char from[11];
  char to[11];
} CircPeriod;

gboolean circ_period_init (CircPeriod *self,
                           const char *from,
                           const char *to);
CircPeriod circ_period_of_year (const CircReportYear *year);
char *circ_period_dup_title (const CircPeriod *self,
                             const CircReportYear *year);

G_END_DECLS
