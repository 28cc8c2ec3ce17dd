/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-date.h"

#include "circ-field.h"

#include <stdio.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* Returns: (transfer full): the local calendar date. Only the outermost layers call this; below, today is a parameter. */
char *
circ_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Returns: (transfer full): this moment in UTC, "2026-11-21T09:30:00Z". */
char *
circ_instant_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * circ_date_to_gdate:
 * @iso: (nullable): "2026-11-21"
 * @date: (out): set only on success
 *
 * Returns: whether @iso is a date that exists.
 */
gboolean
circ_date_to_gdate (const char *iso,
                    GDate *date)
{
  guint year, month, day;

  if (iso == NULL || strlen (iso) != 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;
  year = (guint) g_ascii_strtoull (iso, NULL, 10);
  month = (guint) g_ascii_strtoull (iso + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (iso + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
circ_date_is_valid (const char *iso)
{
  GDate date;

  return circ_date_to_gdate (iso, &date);
}

/* Returns: (transfer full): ISO 8601 text. */
char *
circ_date_from_gdate (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/* Returns: (transfer full) (nullable): @iso moved by @days, or %NULL when @iso is no date. */
char *
circ_date_from_instant (const char *instant)
{
  g_autoptr (GDateTime) at = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
}

char *
circ_date_add_days (const char *iso,
                    int days)
{
  GDate date;

  if (!circ_date_to_gdate (iso, &date))
    return NULL;
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  return circ_date_from_gdate (&date);
}

/* Returns: (transfer full) (nullable): the same day in another year; 29 February becomes 28 in a year without it. */
char *
circ_date_add_years (const char *iso,
                     int years)
{
  GDate date;

  if (!circ_date_to_gdate (iso, &date))
    return NULL;
  if (years >= 0)
    g_date_add_years (&date, (guint) years);
  else
    g_date_subtract_years (&date, (guint) -years);
  return circ_date_from_gdate (&date);
}

static const char *const month_names[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

/* "feb", "Sept", "February": three letters or more of an English month. Returns 0 when it is none. */
static guint
parse_month (const char *word)
{
  gsize length = strlen (word);
  guint number = (guint) g_ascii_strtoull (word, NULL, 10);

  if (g_ascii_isdigit (word[0]))
    return strspn (word, "0123456789") == length ? number : 0;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (month_names); i++)
    if (g_ascii_strncasecmp (word, month_names[i], length) == 0)
      return i + 1;
  return 0;
}

static char *
parse_relative (const char *word,
                const char *today)
{
  if (g_ascii_strcasecmp (word, "today") == 0 || g_utf8_collate (word, _ ("today")) == 0)
    return g_strdup (today);
  if (g_ascii_strcasecmp (word, "tomorrow") == 0 || g_utf8_collate (word, _ ("tomorrow")) == 0)
    return circ_date_add_days (today, 1);
  if (g_ascii_strcasecmp (word, "yesterday") == 0 || g_utf8_collate (word, _ ("yesterday")) == 0)
    return circ_date_add_days (today, -1);
  return NULL;
}

/* Two digits are the century nearest to now that people mean: 00-69 is 20xx, 70-99 is 19xx. */
static guint
parse_year (const char *word,
            const char *today)
{
  gsize length = strlen (word);
  guint number = (guint) g_ascii_strtoull (word, NULL, 10);

  if (length == 0)
    return (guint) g_ascii_strtoull (today, NULL, 10);
  if (strspn (word, "0123456789") != length || (length != 2 && length != 4))
    return 0;
  if (length == 2)
    return number < 70 ? 2000 + number : 1900 + number;
  return number;
}

/* Splits at spaces, commas and / . - and drops a leading weekday and "st", "nd", "rd", "th" after the day. */
static GPtrArray *
split_date (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " ,/.-\t", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *piece = pieces[i];
      gsize digits = strspn (piece, "0123456789");

      if (piece[0] == '\0')
        continue;
      if (words->len == 0 && digits == 0 && parse_month (piece) == 0)
        continue;
      if (digits > 0 && (g_ascii_strcasecmp (piece + digits, "st") == 0 || g_ascii_strcasecmp (piece + digits, "nd") == 0 ||
                         g_ascii_strcasecmp (piece + digits, "rd") == 0 || g_ascii_strcasecmp (piece + digits, "th") == 0))
        piece[digits] = '\0';
      g_ptr_array_add (words, g_strdup (piece));
    }
  return words;
}

/**
 * circ_date_parse:
 * @text: as typed: 1/2/25, 01-Feb-2025, 1 February, Fri 4 Dec 2026, 2025-02-01, today, tomorrow
 * @today: ISO date that relative words and a missing year are taken from
 *
 * Day comes before month, as in Britain (FEATURES D9). Returns: (transfer full): ISO date, or %NULL with @error.
 */
char *
circ_date_parse (const char *text,
                 const char *today,
                 GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) words = NULL;
  char *relative = parse_relative (typed, today);
  guint day = 0, month = 0, year = 0;

  if (relative != NULL)
    return relative;
  if (circ_date_is_valid (typed))
    return g_steal_pointer (&typed);

  words = split_date (typed);
  if (words->len == 2 || words->len == 3)
    {
      const char *first = g_ptr_array_index (words, 0);
      const char *second = g_ptr_array_index (words, 1);
      gsize digits = strspn (first, "0123456789");

      if (digits == 0)
        { /* December 4 2026 */
          const char *other = first;
          first = second;
          second = other;
          digits = strspn (first, "0123456789");
        }
      if (first[digits] == '\0' && digits <= 2)
        day = (guint) g_ascii_strtoull (first, NULL, 10);
      month = parse_month (second);
      year = parse_year (words->len == 3 ? g_ptr_array_index (words, 2) : "", today);
    }
  if (day == 0 || month == 0 || year == 0 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   /* translators: %s is what was typed into a date field */
                   _ ("“%s” is not a date. Write the day first, as in 4/12/2026 or 4 Dec 2026."), typed);
      return NULL;
    }
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static char *
format_with (const char *iso,
             const char *format)
{
  GDate date;
  g_autoptr (GDateTime) noon = NULL;

  if (!circ_date_to_gdate (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  noon = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  return g_date_time_format (noon, format);
}

/* Returns: (transfer full): "04/12/2026", for fields that are typed in. A text that is no date comes back as it is. */
char *
circ_date_format (const char *iso)
{
  return format_with (iso, "%d/%m/%Y");
}

/**
 * circ_date_format_short:
 *
 * Returns: (transfer full): "Fri 4 Dec", with the year only when it is not the year of @today (DESIGN 6).
 */
char *
circ_date_format_short (const char *iso,
                        const char *today)
{
  gboolean this_year = iso != NULL && today != NULL && strncmp (iso, today, 4) == 0;

  /* translators: a short date for tables; see strftime(3). %-d is the day without a leading zero. */
  return format_with (iso, this_year ? _ ("%a %-d %b") : _ ("%a %-d %b %Y"));
}

/* Returns: (transfer full): "Friday 4 December 2026". */
char *
circ_date_format_long (const char *iso)
{
  /* translators: a date in full; see strftime(3). */
  return format_with (iso, _ ("%A %-d %B %Y"));
}

/* Returns: (transfer full): an instant as local date and 24-hour time, "21 Nov 2026 09:30". */
char *
circ_instant_format (const char *iso)
{
  g_autoptr (GDateTime) instant = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;

  if (local == NULL)
    return g_strdup (iso != NULL ? iso : "");
  /* translators: date and time of a change; see strftime(3). */
  return g_date_time_format (local, _ ("%-d %b %Y %H:%M"));
}
