/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircPeriod:
 * @from: first day, ISO 8601
 * @to: last day, ISO 8601
 *
 * Days for which a figure is read: a month, a quarter, a year, or any others. A plain value: copy it by assignment.
 */
typedef struct {
  char from[11];
  char to[11];
} CircPeriod;

/* How often a figure is read: the stored choices of a measure's "frequency". */
#define CIRC_FREQUENCY_MONTHLY "monthly"
#define CIRC_FREQUENCY_QUARTERLY "quarterly"
#define CIRC_FREQUENCY_YEARLY "yearly"
#define CIRC_FREQUENCY_OCCASIONAL "occasional"

void circ_period_init (CircPeriod *period,
                       const char *frequency,
                       int first_month,
                       const char *on);
void circ_period_init_last (CircPeriod *period,
                            const char *frequency,
                            int first_month,
                            const char *today);
void circ_period_step (CircPeriod *period,
                       int by);
char *circ_period_dup_title (const char *from,
                             const char *to);

G_END_DECLS
