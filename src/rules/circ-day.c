/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-day.h"

#include "circ-date.h"

/* Returns: the day, or %CIRC_DAY_NONE when there is no such date. */
CircDay
circ_day_new (int year,
              int month,
              int day)
{
  GDate date;

  if (year < CIRC_DAY_FIRST_YEAR || year > CIRC_DAY_LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return CIRC_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (CircDay) g_date_get_julian (&date);
}

/* Returns: the day, or %CIRC_DAY_NONE when @iso is %NULL or no date. */
CircDay
circ_day_from_iso (const char *iso)
{
  GDate date;

  if (!circ_date_to_gdate (iso, &date))
    return CIRC_DAY_NONE;
  return (CircDay) g_date_get_julian (&date);
}

void
circ_day_get_parts (CircDay day,
                    int *year,
                    int *month,
                    int *of_month)
{
  GDate date;

  g_return_if_fail (day > CIRC_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *of_month = g_date_get_day (&date);
}

/* Writes "2026-11-21", or nothing for %CIRC_DAY_NONE. */
void
circ_day_to_iso (CircDay day,
                 char iso[11])
{
  int year, month, of_month;

  iso[0] = '\0';
  if (day == CIRC_DAY_NONE)
    return;
  circ_day_get_parts (day, &year, &month, &of_month);
  g_snprintf (iso, 11, "%04u-%02u-%02u", (guint) year % 10000, (guint) month % 100, (guint) of_month % 100);
}

/* Returns: (transfer full) (nullable): ISO text, or %NULL for %CIRC_DAY_NONE. */
char *
circ_day_dup_iso (CircDay day)
{
  char iso[11];

  circ_day_to_iso (day, iso);
  return *iso != '\0' ? g_strdup (iso) : NULL;
}

int
circ_day_get_year (CircDay day)
{
  int year, month, of_month;

  circ_day_get_parts (day, &year, &month, &of_month);
  return year;
}

/* Returns: 1 for Monday to 7 for Sunday. */
int
circ_day_get_weekday (CircDay day)
{
  return (day - 1) % 7 + 1;
}

int
circ_day_month_length (int year,
                       int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * circ_day_of_year:
 * @year: a year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: that day, or the last one of a month that is too short for it: 29 February is the 28th in a common year.
 */
CircDay
circ_day_of_year (int year,
                  int month,
                  int day)
{
  if (month < 1 || month > 12 || year < CIRC_DAY_FIRST_YEAR || year > CIRC_DAY_LAST_YEAR)
    return CIRC_DAY_NONE;
  return circ_day_new (year, month, MIN (day, circ_day_month_length (year, month)));
}

/**
 * circ_day_add_months:
 * @day: where to count from
 * @months: how many, below zero for back
 *
 * Returns: the same day of that month, or its last one. Count each member of a series from its first (DOMAIN 5.1):
 * counted from the one before, a series that begins on the 31st would stay on the 28th after February.
 */
CircDay
circ_day_add_months (CircDay day,
                     int months)
{
  int year, month, of_month, total;

  circ_day_get_parts (day, &year, &month, &of_month);
  total = year * 12 + month - 1 + months;
  return circ_day_of_year (total / 12, total % 12 + 1, of_month);
}

/**
 * circ_day_nth_weekday:
 * @year: a year
 * @month: 1 to 12
 * @weekday: 1 for Monday to 7 for Sunday
 * @ordinal: 1 to 5, or %CIRC_DAY_LAST_WEEKDAY
 *
 * Returns: that day, or %CIRC_DAY_NONE when the month has none: it never runs on into the next
 */
CircDay
circ_day_nth_weekday (int year,
                      int month,
                      int weekday,
                      int ordinal)
{
  CircDay first = circ_day_new (year, month, 1);
  int length, day;

  if (first == CIRC_DAY_NONE || weekday < 1 || weekday > 7)
    return CIRC_DAY_NONE;
  length = circ_day_month_length (year, month);
  day = 1 + (weekday - circ_day_get_weekday (first) + 7) % 7;
  if (ordinal == CIRC_DAY_LAST_WEEKDAY)
    return first + day - 1 + (length - day) / 7 * 7;
  if (ordinal < 1 || day + (ordinal - 1) * 7 > length)
    return CIRC_DAY_NONE;
  return first + day - 1 + (ordinal - 1) * 7;
}

/* Returns: the first such weekday from the @from-th to the @to-th of the month, or %CIRC_DAY_NONE (DOMAIN 5.6). */
CircDay
circ_day_weekday_in_window (int year,
                            int month,
                            int weekday,
                            int from,
                            int to)
{
  CircDay first = circ_day_new (year, month, from);
  CircDay last = circ_day_of_year (year, month, to);

  if (first == CIRC_DAY_NONE || last == CIRC_DAY_NONE || weekday < 1 || weekday > 7)
    return CIRC_DAY_NONE;
  first += (weekday - circ_day_get_weekday (first) + 7) % 7;
  return first <= last ? first : CIRC_DAY_NONE;
}

/* Easter Sunday by the anonymous Gregorian algorithm (DOMAIN 5.3). */
CircDay
circ_day_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;

  return circ_day_new (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* A birthday on 29 February is on 1 March in a common year; before birth the age is below zero. */
int
circ_day_age_in_years (CircDay born,
                       CircDay on)
{
  int year, month, day, on_year, on_month, on_day;

  circ_day_get_parts (born, &year, &month, &day);
  circ_day_get_parts (on, &on_year, &on_month, &on_day);
  return on_year - year - (on_month < month || (on_month == month && on_day < day) ? 1 : 0);
}
