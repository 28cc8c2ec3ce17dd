/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-day.h"

static int
count_months (const char *frequency)
{
  if (g_strcmp0 (frequency, CIRC_FREQUENCY_QUARTERLY) == 0)
    return 3;
  return g_strcmp0 (frequency, CIRC_FREQUENCY_YEARLY) == 0 ? 12 : 1;
}

static void
set_months (CircPeriod *period,
            CircDay first,
            int months)
{
  circ_day_to_iso (first, period->from);
  circ_day_to_iso (circ_day_add_months (first, months) - 1, period->to);
}

/**
 * circ_period_init:
 * @frequency: how often a figure is read; what happens now and then is told of the month
 * @first_month: the month in which the reporting year begins: quarters and years are counted from it
 * @on: ISO date
 *
 * The month, quarter or year that has @on in it.
 */
void
circ_period_init (CircPeriod *period,
                  const char *frequency,
                  int first_month,
                  const char *on)
{
  const int months = count_months (frequency);
  int year, month, day;

  circ_day_get_parts (circ_day_from_iso (on), &year, &month, &day);
  set_months (period, circ_day_add_months (circ_day_new (year, month, 1), -((month - first_month + 12) % months)), months);
}

/* The last one that was over by @today: what there are figures of. */
void
circ_period_init_last (CircPeriod *period,
                       const char *frequency,
                       int first_month,
                       const char *today)
{
  circ_period_init (period, frequency, first_month, today);
  if (strcmp (period->to, today) > 0)
    circ_period_step (period, -1);
}

/* Returns: how many whole calendar months the days are; 0 when they are none. */
static int
measure_months (const char *from,
                const char *to)
{
  CircDay first = circ_day_from_iso (from), after = circ_day_from_iso (to) + 1;
  int year, month, day, last_year, last_month, last_day;

  if (first == CIRC_DAY_NONE || after <= first)
    return 0;
  circ_day_get_parts (first, &year, &month, &day);
  circ_day_get_parts (after, &last_year, &last_month, &last_day);
  return day == 1 && last_day == 1 ? (last_year - year) * 12 + last_month - month : 0;
}

/* Moves it by @by of its own length: whole months stay whole months. */
void
circ_period_step (CircPeriod *period,
                  int by)
{
  CircDay first = circ_day_from_iso (period->from), last = circ_day_from_iso (period->to);
  const int months = measure_months (period->from, period->to);
  const int days = last - first + 1;

  if (months > 0)
    {
      set_months (period, circ_day_add_months (first, by * months), months);
      return;
    }
  circ_day_to_iso (first + by * days, period->from);
  circ_day_to_iso (last + by * days, period->to);
}

static char *
dup_month (const char *iso,
           gboolean with_year)
{
  GDate date;
  char text[64];

  if (!circ_date_to_gdate (iso, &date))
    return g_strdup (iso);
  /* translators: a month, with its year or without: October 2026 */
  g_date_strftime (text, sizeof text, with_year ? _ ("%B %Y") : _ ("%B"), &date);
  return g_strdup (text);
}

/**
 * circ_period_dup_title:
 *
 * Returns: (transfer full): "October 2026", "April to June 2026", "November 2026 to January 2027", and for other days
 * their first and last
 */
char *
circ_period_dup_title (const char *from,
                       const char *to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int months;

  if (from == NULL || to == NULL || strcmp (from, to) == 0)
    return circ_date_format_long (from != NULL ? from : to);
  months = measure_months (from, to);
  if (months == 1)
    return dup_month (from, TRUE);
  first = months > 0 ? dup_month (from, strncmp (from, to, 4) != 0) : circ_date_format_long (from);
  last = months > 0 ? dup_month (to, TRUE) : circ_date_format_long (to);
  /* translators: the first and the last month or day of a period */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}
