/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report-year.h"

G_BEGIN_DECLS

/**
 * CircPeriod:
 * @from: first day, ISO 8601
 * @to: last day, not before @from
 *
 * Days that somebody looks back at, or that a figure is read for. A plain value: copy it by assignment, nothing to free.
 */
typedef struct {
  char from[11];
  char to[11];
} CircPeriod;

/* How often a figure is read: the stored choices of a measure's "frequency". */
#define CIRC_READ_MONTHLY "monthly"
#define CIRC_READ_QUARTERLY "quarterly"
#define CIRC_READ_YEARLY "yearly"
#define CIRC_READ_OCCASIONAL "occasional"

gboolean circ_period_init (CircPeriod *self,
                           const char *from,
                           const char *to);
CircPeriod circ_period_of_year (const CircReportYear *year);
void circ_period_init_around (CircPeriod *self,
                              const char *frequency,
                              int first_month,
                              const char *on);
void circ_period_init_last (CircPeriod *self,
                            const char *frequency,
                            int first_month,
                            const char *today);
void circ_period_step (CircPeriod *self,
                       int by);
char *circ_period_dup_title (const CircPeriod *self,
                             const CircReportYear *year);

G_END_DECLS
