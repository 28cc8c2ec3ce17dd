/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircDay:
 *
 * A calendar date as a number of days, the same that GDate calls Julian: two of them subtract and compare as numbers do,
 * which is what computing a year of dates needs. Records keep ISO text; this is for in between.
 */
typedef gint32 CircDay;

#define CIRC_DAY_NONE ((CircDay) 0)
#define CIRC_DAY_LAST_WEEKDAY (-1) /* the ordinal that means the last of a month */

/* Years beyond these have no four-digit ISO form, or are a slip of the pen. */
#define CIRC_DAY_FIRST_YEAR 1583
#define CIRC_DAY_LAST_YEAR 4099

CircDay circ_day_new (int year,
                      int month,
                      int day);
CircDay circ_day_from_iso (const char *iso);
void circ_day_to_iso (CircDay day,
                      char iso[11]);
char *circ_day_dup_iso (CircDay day);
void circ_day_get_parts (CircDay day,
                         int *year,
                         int *month,
                         int *of_month);
int circ_day_get_year (CircDay day);
int circ_day_get_weekday (CircDay day);
int circ_day_month_length (int year,
                           int month);
CircDay circ_day_add_months (CircDay day,
                             int months);
CircDay circ_day_of_year (int year,
                          int month,
                          int day);
CircDay circ_day_nth_weekday (int year,
                              int month,
                              int weekday,
                              int ordinal);
CircDay circ_day_weekday_in_window (int year,
                                    int month,
                                    int weekday,
                                    int from,
                                    int to);
CircDay circ_day_easter (int year);
int circ_day_age_in_years (CircDay born,
                           CircDay on);

G_END_DECLS
