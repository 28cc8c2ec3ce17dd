/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-cases.h"

#include <string.h>

static const struct {
  const char *words;
  CircUnit unit;
} units[] = {
  { "hour", CIRC_UNIT_HOUR }, { "day", CIRC_UNIT_CALENDAR_DAY }, { "calendar day", CIRC_UNIT_CALENDAR_DAY },
  { "working day", CIRC_UNIT_WORKING_DAY }, { "week", CIRC_UNIT_WEEK }, { "month", CIRC_UNIT_MONTH },
};

/* "when.after_meeting +1 week" and its like, for whatever event. */
JsonNode *
date_case_when_event (const char *fn,
                      JsonObject *input)
{
  gboolean before = g_str_has_prefix (fn, "when.before_");
  g_autoptr (CircTiming) timing = circ_timing_new (before ? CIRC_TIMING_BEFORE_EVENT : CIRC_TIMING_AFTER_EVENT);
  const char *offset = strpbrk (fn, "+-");
  CircTimingDates dates;
  char *end;
  gboolean known = FALSE;

  if (offset == NULL)
    return NULL;
  timing->offset = (int) g_ascii_strtoll (offset + 1, &end, 10);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (g_strchug (end), units[i].words))
      {
        timing->unit = units[i].unit;
        known = TRUE;
      }
  if (!known || !circ_timing_date_from_anchor (timing, date_case_rules.working_days, EW, get_any_day (input), 0, &dates))
    return NULL;
  if (dates.plan_by == dates.due_on)
    return day_node (dates.due_on);
  {
    g_autofree char *due = dup_day (dates.due_on);
    g_autofree char *plan_by = dup_day (dates.plan_by);

    return text_node (g_strdup_printf ("%s; plan_by %s", due, plan_by));
  }
}

JsonNode *
date_case_when_month_window (const char *fn,
                             JsonObject *input)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
                                        "August", "September", "October", "November", "December" };
  g_autoptr (CircTiming) timing = circ_timing_new (CIRC_TIMING_MONTH_WINDOW);
  CircTimingDates dates;
  g_autofree char *plan_by = NULL;
  char from[11], to[11];

  timing->month = 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strstr (fn, months[i]) != NULL)
      timing->month = (int) i + 1;
  if (!circ_timing_date_in_year (timing, date_case_rules.working_days, EW, get_number (input, "year"), &dates))
    return NULL;
  circ_day_to_iso (dates.from, from);
  circ_day_to_iso (dates.due_on, to);
  plan_by = dup_day (dates.plan_by);
  return text_node (g_strdup_printf ("window %s..%s; plan_by %s", from, to, plan_by));
}

JsonNode *
date_case_when_recurring (const char *fn,
                          JsonObject *input)
{
  g_autoptr (CircTiming) timing = circ_timing_new (CIRC_TIMING_RECURRING);
  JsonArray *days = json_array_new ();

  for (guint i = CIRC_FREQUENCY_WEEKLY; i < CIRC_N_FREQUENCIES; i++)
    if (strstr (fn, circ_frequency_get_token (i)) != NULL && timing->frequency != CIRC_FREQUENCY_HALF_YEARLY)
      timing->frequency = i;
  for (int i = 0; i < get_number (input, "n"); i++)
    {
      CircTimingDates dates;

      if (circ_timing_date_in_series (timing, date_case_rules.working_days, EW, get_day (input, "anchor"), (guint) i, &dates))
        append_day (days, dates.due_on);
    }
  return array_node (days);
}

/* Two rules of one item: six months after the adoption, then each year of it. */
JsonNode *
date_case_strategy_review (const char *fn,
                           JsonObject *input)
{
  g_autoptr (CircTiming) first = circ_timing_new (CIRC_TIMING_AFTER_EVENT);
  g_autoptr (CircTiming) yearly = circ_timing_new (CIRC_TIMING_RECURRING);
  JsonArray *days = json_array_new ();
  CircTimingDates dates;

  first->offset = 6;
  first->unit = CIRC_UNIT_MONTH;
  yearly->frequency = CIRC_FREQUENCY_YEARLY;
  g_assert_true (circ_timing_date_from_anchor (first, date_case_rules.working_days, EW, get_any_day (input), 0, &dates));
  append_day (days, dates.due_on);
  g_assert_true (circ_timing_date_in_series (yearly, date_case_rules.working_days, EW, get_any_day (input), 1, &dates));
  append_day (days, dates.due_on);
  return array_node (days);
}

static const CircThemeDay *
find_theme_day (const char *words)
{
  for (guint i = 0; i < date_case_rules.theme_days->len; i++)
    {
      const CircThemeDay *theme_day = g_ptr_array_index (date_case_rules.theme_days, i);

      if (strstr (words, theme_day->name) != NULL)
        return theme_day;
    }
  return NULL;
}

/* A theme day of the list that ships, or the weekday that the case spells out. */
JsonNode *
date_case_theme_day (const char *fn,
                     JsonObject *input)
{
  const CircThemeDay *found = find_theme_day (g_str_equal (fn, "safer_internet_day") ? "Safer Internet Day" : fn);
  CircDay from = CIRC_DAY_NONE, to = CIRC_DAY_NONE;
  gboolean provisional;

  if (found != NULL)
    {
      if (!circ_theme_day_in_year (found, get_number (input, "year"), &from, &to, &provisional))
        return NULL;
      if (g_str_has_prefix (fn, "fixed_range"))
        {
          g_autofree char *first = dup_day (from);
          g_autofree char *last = dup_day (to);

          return text_node (g_strdup_printf ("%s .. %s", first, last));
        }
      return day_node (from);
    }
  if (g_str_has_prefix (fn, "fixed_date") && json_object_has_member (input, "day"))
    return day_node (circ_day_of_year (get_number (input, "year"), get_number (input, "month"), get_number (input, "day")));
  for (int i = 0; i < 7 && json_object_has_member (input, "weekday"); i++)
    if (g_str_has_prefix (get_text (input, "weekday"), &"Mon\0Tue\0Wed\0Thu\0Fri\0Sat\0Sun"[i * 4]))
      return day_node (circ_day_nth_weekday (get_number (input, "year"), get_number (input, "month"), i + 1,
                                             get_number (input, "n")));
  return NULL;
}
