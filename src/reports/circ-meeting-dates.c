/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-meeting-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-meeting.h"

static void
date_free (gpointer data)
{
  CircMeetingDate *date = data;

  g_free (date->words);
  g_free (date->iso);
  g_free (date->problem);
  g_free (date->warning);
  g_free (date);
}

/* Returns: (transfer full) (nullable): the name of the bank holiday on @day. */
static const char *
find_holiday (CircDateFacts *dates,
              CircDay day)
{
  g_autoptr (GArray) holidays =
    circ_working_days_list_holidays (dates->working_days, dates->calendar, circ_day_get_year (day));

  for (guint i = 0; i < holidays->len; i++)
    {
      const CircBankHoliday *holiday = &g_array_index (holidays, CircBankHoliday, i);

      if (holiday->day == day)
        return holiday->title;
    }
  return NULL;
}

static char *
dup_warning (CircDateFacts *dates,
             CircDay day,
             CircDay today)
{
  const char *holiday = find_holiday (dates, day);

  /* Also a date that was written without its year. */
  if (day < today)
    return g_strdup (_ ("In the past"));
  if (holiday != NULL)
    /* translators: %s is the name of a bank holiday */
    return g_strdup_printf (_ ("Bank holiday: %s"), holiday);
  if (circ_day_get_weekday (day) > 5)
    return g_strdup (_ ("At a weekend"));
  if (!circ_working_days_is_working (dates->working_days, dates->calendar, CIRC_CLOSURES_COUNT, day))
    return g_strdup (_ ("Our office is closed"));
  return NULL;
}

static gboolean
is_entered (CircStore *store,
            gint64 group,
            const char *iso)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEETING);

  circ_query_where_equal (query, CIRC_MEETING_GROUP, g_variant_new_int64 (group));
  circ_query_where_equal (query, CIRC_MEETING_DATE, g_variant_new_string (iso));
  return circ_store_count (store, query, NULL) > 0;
}

static gboolean
is_named (GPtrArray *found,
          const char *iso)
{
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (((CircMeetingDate *) found->pdata[i])->iso, iso) == 0)
      return TRUE;
  return FALSE;
}

/* "Monday, 5 October 2026", as other programs write a date. */
static gboolean
is_weekday (const char *words)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  gsize length = strlen (words);

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (words, names[i], length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * circ_meeting_dates_read:
 * @dates: which days are worked on
 * @group: id of the group that meets, or 0 while none is chosen
 * @text: dates, each on its line or after a comma or semicolon
 * @today: for dates without a year
 *
 * Returns: (transfer full) (element-type CircMeetingDate): what was found, in the order in which it was written
 */
GPtrArray *
circ_meeting_dates_read (CircStore *store,
                         CircDateFacts *dates,
                         gint64 group,
                         const char *text,
                         const char *today)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (date_free);
  g_auto (GStrv) pieces = g_strsplit_set (text, "\n\r\t,;", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      CircMeetingDate *date;
      g_autoptr (GError) error = NULL;

      if (*g_strstrip (pieces[i]) == '\0' || is_weekday (pieces[i]))
        continue;
      date = g_new0 (CircMeetingDate, 1);
      date->words = g_strdup (pieces[i]);
      date->iso = circ_date_parse (pieces[i], today, &error);
      if (date->iso == NULL)
        date->problem = g_strdup (_ ("Not a date"));
      else if (is_named (found, date->iso))
        date->problem = g_strdup (_ ("Twice in this list"));
      else if (group != 0 && is_entered (store, group, date->iso))
        date->problem = g_strdup (_ ("Entered already"));
      if (date->problem == NULL)
        date->warning = dup_warning (dates, circ_day_from_iso (date->iso), circ_day_from_iso (today));
      g_ptr_array_add (found, date);
    }
  return found;
}

static CircDay
find_in_series (CircDay start,
                CircSeries series,
                int steps)
{
  CircDay there;
  int year, month, of_month, ordinal;

  if (series == CIRC_SERIES_WEEKS)
    return start + 7 * steps;
  if (series == CIRC_SERIES_MONTHS)
    return circ_day_add_months (start, steps);
  circ_day_get_parts (start, &year, &month, &of_month);
  ordinal = (of_month - 1) / 7 + 1;
  there = circ_day_add_months (circ_day_new (year, month, 1), steps);
  if (there == CIRC_DAY_NONE)
    return CIRC_DAY_NONE;
  circ_day_get_parts (there, &year, &month, &of_month);
  /* Not every month has a fifth: what begins with one means the last. */
  return circ_day_nth_weekday (year, month, circ_day_get_weekday (start), ordinal == 5 ? CIRC_DAY_LAST_WEEKDAY : ordinal);
}

/**
 * circ_meeting_dates_dup_series:
 * @first: ISO date
 * @every: weeks or months between two
 * @series: which of them
 * @n: how many in all
 *
 * Returns: (transfer full): the dates, one on each line, as they are read back
 */
char *
circ_meeting_dates_dup_series (const char *first,
                               int every,
                               CircSeries series,
                               guint n)
{
  CircDay start = circ_day_from_iso (first);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      /* Always from the first: the 31st comes back after a shorter month. */
      CircDay day = find_in_series (start, series, every * (int) i);
      g_autofree char *iso = day != CIRC_DAY_NONE ? circ_day_dup_iso (day) : NULL;
      g_autofree char *line = iso != NULL ? circ_date_format (iso) : NULL;

      if (line == NULL)
        break;
      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}
