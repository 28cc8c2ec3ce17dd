/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-day.h"

/**
 * circ_period_init:
 * @from: (nullable): first day, ISO date
 * @to: (nullable): last day, ISO date
 *
 * Returns: %FALSE, leaving @self alone, when one of the two is no date, or the second is before the first
 */
gboolean
circ_period_init (CircPeriod *self,
                  const char *from,
                  const char *to)
{
  if (!circ_date_is_valid (from) || !circ_date_is_valid (to) || strcmp (to, from) < 0)
    return FALSE;
  g_strlcpy (self->from, from, sizeof self->from);
  g_strlcpy (self->to, to, sizeof self->to);
  return TRUE;
}

CircPeriod
circ_period_of_year (const CircReportYear *year)
{
  CircPeriod period;

  g_strlcpy (period.from, year->from, sizeof period.from);
  g_strlcpy (period.to, year->to, sizeof period.to);
  return period;
}

static int
count_months (const char *frequency)
{
  if (g_strcmp0 (frequency, CIRC_READ_QUARTERLY) == 0)
    return 3;
  return g_strcmp0 (frequency, CIRC_READ_YEARLY) == 0 ? 12 : 1;
}

static void
set_months (CircPeriod *self,
            CircDay first,
            int months)
{
  circ_day_to_iso (first, self->from);
  circ_day_to_iso (circ_day_add_months (first, months) - 1, self->to);
}

/**
 * circ_period_init_around:
 * @frequency: how often a figure is read; what happens now and then is told of the month
 * @first_month: the month in which the reporting year begins: quarters and years are counted from it
 * @on: ISO date
 *
 * The month, quarter or year that has @on in it.
 */
void
circ_period_init_around (CircPeriod *self,
                         const char *frequency,
                         int first_month,
                         const char *on)
{
  const int months = count_months (frequency);
  int year, month, day;

  circ_day_get_parts (circ_day_from_iso (on), &year, &month, &day);
  set_months (self, circ_day_add_months (circ_day_new (year, month, 1), -((month - first_month + 12) % months)), months);
}

/* The last one that was over by @today: what there are figures of. */
void
circ_period_init_last (CircPeriod *self,
                       const char *frequency,
                       int first_month,
                       const char *today)
{
  circ_period_init_around (self, frequency, first_month, today);
  if (strcmp (self->to, today) > 0)
    circ_period_step (self, -1);
}

/* Returns: how many whole calendar months the days are; 0 when they are none. */
static int
measure_months (const CircPeriod *self)
{
  CircDay first = circ_day_from_iso (self->from), after = circ_day_from_iso (self->to) + 1;
  int year, month, day, last_year, last_month, last_day;

  if (first == CIRC_DAY_NONE || after <= first)
    return 0;
  circ_day_get_parts (first, &year, &month, &day);
  circ_day_get_parts (after, &last_year, &last_month, &last_day);
  return day == 1 && last_day == 1 ? (last_year - year) * 12 + last_month - month : 0;
}

/* Moves it by @by of its own length: whole months stay whole months. */
void
circ_period_step (CircPeriod *self,
                  int by)
{
  CircDay first = circ_day_from_iso (self->from), last = circ_day_from_iso (self->to);
  const int months = measure_months (self);
  const int days = last - first + 1;

  if (months > 0)
    {
      set_months (self, circ_day_add_months (first, by * months), months);
      return;
    }
  circ_day_to_iso (first + by * days, self->from);
  circ_day_to_iso (last + by * days, self->to);
}

static char *
format_day (const char *iso,
            const char *format)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  if (!circ_date_to_gdate (iso, &date))
    return g_strdup (iso);
  noon = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  return g_date_time_format (noon, format);
}

/**
 * circ_period_dup_title:
 * @year: (nullable): a reporting year that @self may be
 *
 * Returns: (transfer full): what the year is called when it is that year, else "October 2026", "April to September 2026",
 *   "October 2025 to March 2026" and, where it is not whole months, "2 Mar to 13 Mar 2026" or "1 Apr 2026"
 */
char *
circ_period_dup_title (const CircPeriod *self,
                       const CircReportYear *year)
{
  const int months = measure_months (self);
  /* translators: a month and its year, or a day and its year; see strftime(3). %-d is the day without a leading zero. */
  const char *with_year = months > 0 ? _ ("%B %Y") : _ ("%-d %b %Y");
  /* translators: a month, or a day, of a year that is named after it; see strftime(3). */
  const char *without = months > 0 ? _ ("%B") : _ ("%-d %b");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (year != NULL && strcmp (self->from, year->from) == 0 && strcmp (self->to, year->to) == 0)
    return circ_report_year_dup_title (year);
  to = format_day (self->to, with_year);
  if (months == 1 || strcmp (self->from, self->to) == 0)
    return g_steal_pointer (&to);
  from = format_day (self->from, strncmp (self->from, self->to, 4) == 0 ? without : with_year);
  /* translators: the first and the last day or month of a period: 1 Apr to 13 Sep 2026 */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}
