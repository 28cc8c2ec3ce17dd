/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-date.h"

/**
 * circ_period_init:
 * @from: (nullable): what was given for the first day
 * @to: (nullable): and for the last
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
 * @year: the reporting year that @self begins in
 *
 * Returns: (transfer full): what the year is called when it is that year, else "1 Apr to 30 Sep 2026", "1 Oct 2025 to
 *   31 Mar 2026" or "1 Apr 2026"
 */
char *
circ_period_dup_title (const CircPeriod *self,
                       const CircReportYear *year)
{
  /* translators: a day and its year; see strftime(3). %-d is the day without a leading zero. */
  const char *with_year = _ ("%-d %b %Y");
  /* translators: a day of a year that is named after it; see strftime(3). */
  const char *without = _ ("%-d %b");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (strcmp (self->from, year->from) == 0 && strcmp (self->to, year->to) == 0)
    return circ_report_year_dup_title (year);
  to = format_day (self->to, with_year);
  if (strcmp (self->from, self->to) == 0)
    return g_steal_pointer (&to);
  from = format_day (self->from, strncmp (self->from, self->to, 4) == 0 ? without : with_year);
  /* translators: two days: 1 Apr to 30 Sep 2026 */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}
