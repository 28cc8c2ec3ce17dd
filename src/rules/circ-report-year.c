/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-report-year.h"

#include <string.h>

#include "circ-date.h"

/* The month in which a year of this kind begins; an unknown or missing token is a financial year (DOMAIN 3.1). */
static int
month_from_token (const char *token)
{
  if (g_strcmp0 (token, "calendar") == 0)
    return 1;
  if (g_strcmp0 (token, "academic") == 0)
    return 9;
  return 4;
}

static void
set_start (CircReportYear *year,
           int start,
           int month)
{
  GDate last;

  year->start = CLAMP (start, CIRC_REPORT_YEAR_FIRST, CIRC_REPORT_YEAR_LAST);
  year->month = month;
  g_snprintf (year->from, sizeof year->from, "%04d-%02d-01", (guint) year->start % 10000, (guint) month % 100);
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 1, (GDateMonth) month, (GDateYear) (year->start + 1));
  g_date_subtract_days (&last, 1);
  g_snprintf (year->to, sizeof year->to, "%04d-%02d-%02d", (guint) g_date_get_year (&last) % 10000,
              (guint) g_date_get_month (&last) % 100, (guint) g_date_get_day (&last) % 100);
}

/**
 * circ_report_year_init:
 * @year: the year to fill
 * @token: the partnership's report-year token, or %NULL for a financial year
 * @on: a valid ISO date
 *
 * Sets @year to the reporting year that contains @on.
 */
void
circ_report_year_init (CircReportYear *year,
                       const char *token,
                       const char *on)
{
  int month = month_from_token (token);
  GDate date;

  g_return_if_fail (year != NULL);

  g_date_clear (&date, 1);
  if (!circ_date_to_gdate (on, &date))
    {
      g_critical ("A reporting year was asked for by something that is no date");
      set_start (year, CIRC_REPORT_YEAR_FIRST, month);
      return;
    }
  set_start (year, g_date_get_year (&date) - ((int) g_date_get_month (&date) < month ? 1 : 0), month);
}

/**
 * circ_report_year_init_start:
 * @year: the year to fill
 * @token: the partnership's report-year token, or %NULL for a financial year
 * @start: the calendar year in which it begins
 *
 * Returns: FALSE, leaving @year alone, when @start is out of range
 */
gboolean
circ_report_year_init_start (CircReportYear *year,
                             const char *token,
                             int start)
{
  g_return_val_if_fail (year != NULL, FALSE);

  if (start < CIRC_REPORT_YEAR_FIRST || start > CIRC_REPORT_YEAR_LAST)
    return FALSE;
  set_start (year, start, month_from_token (token));
  return TRUE;
}

/**
 * circ_report_year_parse_start:
 * @text: what was typed after --year
 * @start: (out): the calendar year in which the reporting year begins
 *
 * Returns: whether @text is four digits in the range of years we know
 */
gboolean
circ_report_year_parse_start (const char *text,
                              int *start)
{
  int number = 0;

  if (text == NULL || strlen (text) != 4)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      number = number * 10 + g_ascii_digit_value (*p);
    }
  if (number < CIRC_REPORT_YEAR_FIRST || number > CIRC_REPORT_YEAR_LAST)
    return FALSE;
  *start = number;
  return TRUE;
}

CircReportYear
circ_report_year_next (const CircReportYear *year)
{
  CircReportYear next;

  set_start (&next, year->start + 1, year->month);
  return next;
}

CircReportYear
circ_report_year_previous (const CircReportYear *year)
{
  CircReportYear previous;

  set_start (&previous, year->start - 1, year->month);
  return previous;
}

/* ISO dates sort as text. */
gboolean
circ_report_year_contains (const CircReportYear *year,
                           const char *iso)
{
  return iso != NULL && strcmp (iso, year->from) >= 0 && strcmp (iso, year->to) <= 0;
}

/**
 * circ_report_year_dup_title:
 * @year: a year
 *
 * Returns: (transfer full): "2026–27", or "2026" for a calendar year
 */
char *
circ_report_year_dup_title (const CircReportYear *year)
{
  if (year->month == 1)
    return g_strdup_printf ("%d", year->start);
  return g_strdup_printf ("%d–%02d", year->start, (year->start + 1) % 100);
}
