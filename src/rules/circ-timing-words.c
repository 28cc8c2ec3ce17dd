/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-words.h"

#include <stdlib.h>
#include <string.h>

#include "circ-timing-rows.h"

/* A longer piece is prose, and no timing. */
#define LONGEST_PIECE 300

static const struct {
  const char *word;
  const char *number;
} number_words[] = {
  { "one", "1" }, { "two", "2" }, { "three", "3" }, { "four", "4" }, { "five", "5" }, { "six", "6" }, { "seven", "7" },
  { "eight", "8" }, { "nine", "9" }, { "ten", "10" }, { "eleven", "11" }, { "twelve", "12" }, { "fourteen", "14" },
  { "fifteen", "15" }, { "twenty", "20" }, { "thirty", "30" },
};

/* "On-going." and "on going" are the same words; a number is a number however it is written. */
static char *
fold_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\'' || c == 0x2019 || c == '"' || c == 0x201c || c == 0x201d)
        continue;
      if (g_unichar_isspace (c) || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '.' || c == ':' || c == 0x2026)
        g_string_append_c (plain, ' ');
      else
        g_string_append_unichar (plain, c);
    }
  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (*word == '\0')
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (number_words); j++)
        if (g_str_equal (word, number_words[j].word))
          word = number_words[j].number;
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", word);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* Returns: (transfer full) (nullable): what the words have for a group, or %NULL. */
static char *
fetch (GMatchInfo *match,
       const char *group)
{
  char *text = g_match_info_fetch_named (match, group);

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
read_offset (CircTiming *timing,
             GMatchInfo *match)
{
  static const struct {
    const char *word;
    CircUnit unit;
    int times;
  } units[] = {
    { "minute", CIRC_UNIT_MINUTE, 1 }, { "hour", CIRC_UNIT_HOUR, 1 }, { "calendar day", CIRC_UNIT_CALENDAR_DAY, 1 },
    { "working day", CIRC_UNIT_WORKING_DAY, 1 }, { "day", CIRC_UNIT_CALENDAR_DAY, 1 }, { "week", CIRC_UNIT_WEEK, 1 },
    { "fortnight", CIRC_UNIT_WEEK, 2 }, { "month", CIRC_UNIT_MONTH, 1 }, { "year", CIRC_UNIT_MONTH, 12 },
  };
  g_autofree char *number = fetch (match, "n");
  g_autofree char *unit = fetch (match, "unit");

  if (number == NULL || unit == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (unit, units[i].word))
      {
        timing->offset = (g_ascii_isdigit (*number) ? atoi (number) : 1) * units[i].times;
        timing->unit = units[i].unit;
      }
}

/* "Board meeting" is a meeting of the Board, where there is a group of that name. */
static void
read_group (CircTiming *timing,
            GMatchInfo *match,
            const CircTimingNames *names)
{
  g_autofree char *before = fetch (match, "group");
  g_autofree char *after = fetch (match, "meets");
  const char *group = before != NULL ? before : after;

  if (group != NULL && timing->anchor == CIRC_ANCHOR_MEETING && names != NULL && names->find != NULL)
    timing->anchor_id = names->find (group, names->data);
}

static void
read_event (CircTiming *timing,
            GMatchInfo *match)
{
  static const struct {
    const char *word;
    CircAnchor anchor;
  } events[] = {
    { "meeting", CIRC_ANCHOR_MEETING }, { "publication", CIRC_ANCHOR_TIMELINE }, { "campaign", CIRC_ANCHOR_CAMPAIGN },
    { "adoption", CIRC_ANCHOR_DOCUMENT }, { "statement", CIRC_ANCHOR_STATEMENT },
    { "learning event", CIRC_ANCHOR_LEARNING_EVENT }, { "course", CIRC_ANCHOR_TRAINING_COURSE },
    { "theme day", CIRC_ANCHOR_THEME_DAY },
  };
  g_autofree char *event = fetch (match, "event");
  g_autofree char *held = fetch (match, "held");
  g_autofree char *bound = fetch (match, "bound");

  for (guint i = 0; event != NULL && i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (event, events[i].word))
      timing->anchor = events[i].anchor;
  timing->anchor_held = held != NULL;
  if (bound != NULL)
    timing->bound = g_str_equal (bound, "exactly") ? CIRC_BOUND_EXACTLY
                    : g_str_equal (bound, "at least") ? CIRC_BOUND_AT_LEAST : CIRC_BOUND_WITHIN;
}

/* 1 for any word that begins as January does; 0 for none. */
static int
find_month (const char *word)
{
  for (int i = 0; word != NULL && i < 12; i++)
    if (strncmp (word, &"jan\0feb\0mar\0apr\0may\0jun\0jul\0aug\0sep\0oct\0nov\0dec"[i * 4], 3) == 0)
      return i + 1;
  return 0;
}

static void
read_day (CircTiming *timing,
          GMatchInfo *match)
{
  g_autofree char *month = fetch (match, "month");
  g_autofree char *day = fetch (match, "day");
  g_autofree char *month_to = fetch (match, "monthto");
  g_autofree char *day_to = fetch (match, "dayto");
  g_autofree char *weekday = fetch (match, "weekday");
  g_autofree char *ordinal = fetch (match, "ordinal");
  g_autofree char *week = fetch (match, "week");
  g_autofree char *safer_internet_day = fetch (match, "sid");

  timing->month = find_month (month);
  timing->month_to = find_month (month_to);
  for (guint i = 0; weekday != NULL && i < 7; i++)
    if (strncmp (weekday, &"mon\0tue\0wed\0thu\0fri\0sat\0sun"[i * 4], 3) == 0)
      timing->weekday = (int) i + 1;
  if (ordinal != NULL && !g_ascii_isdigit (*ordinal))
    {
      static const char *const words[] = { "last", "first", "second", "third", "fourth", "fifth" };

      for (int i = 0; i < (int) G_N_ELEMENTS (words); i++)
        if (g_str_equal (ordinal, words[i]))
          timing->ordinal = i == 0 ? CIRC_DAY_LAST_WEEKDAY : i;
    }
  else if (ordinal != NULL)
    timing->ordinal = atoi (ordinal);
  /* A week is its Monday to Friday. */
  if (week != NULL)
    {
      timing->weekday = 1;
      timing->length_days = 5;
    }
  if (day != NULL)
    timing->day = atoi (day);
  if (day_to != NULL)
    timing->day_to = atoi (day_to);
  /* What the organisers mean by it is the Tuesday in these days (DOMAIN 5.6). */
  if (safer_internet_day != NULL)
    {
      timing->month = 2;
      timing->weekday = 2;
      timing->window_from = 5;
      timing->window_to = 11;
    }
}

static void
read_words (CircTiming *timing,
            GMatchInfo *match)
{
  static const char *const groups[] = { "by", "by2", "by3" };
  g_autofree char *priorities = fetch (match, "priorities");
  g_autofree char *asked = fetch (match, "asked");

  if (priorities != NULL)
    timing->tag = g_strdup ("priority");
  if (timing->kind != CIRC_TIMING_ON_REQUEST)
    return;
  for (guint i = 0; timing->requested_by == NULL && i < G_N_ELEMENTS (groups); i++)
    timing->requested_by = fetch (match, groups[i]);
  /* Of a partnership's plan, what is "as requested" was asked for by a partnership (DOMAIN 3.6, row 17). */
  if (timing->requested_by == NULL && asked != NULL)
    timing->requested_by = g_strdup ("partnership");
}

static CircTiming *
make_timing (const CircTimingRow *row,
             GMatchInfo *match,
             const char *trigger,
             const CircTimingNames *names)
{
  CircTiming *timing = circ_timing_new (row->kind);

  timing->anchor = row->kind == CIRC_TIMING_LINKED ? CIRC_ANCHOR_PLAN_ITEM : row->anchor;
  timing->frequency = row->frequency;
  if (trigger != NULL)
    {
      g_free (timing->trigger);
      timing->trigger = g_strdup (trigger);
    }
  read_offset (timing, match);
  read_event (timing, match);
  read_group (timing, match, names);
  read_day (timing, match);
  read_words (timing, match);
  circ_timing_normalise (timing);
  return timing;
}

/* What is not, or no longer, is none of the rows. */
static gboolean
is_denied (const char *folded)
{
  return g_regex_match_simple ("\\b(?:not(?! (?:less|later|more|fewer) than\\b)|never|no longer|no more|neither|nor|without|except"
                               "|excluding|unless|instead of|rather than|ceased|stopped|suspended|discontinued)\\b",
                               folded, 0, 0);
}

/* Adds what a piece says to @timings; FALSE, and nothing added, when no row has it. */
static gboolean
read_piece (const char *folded,
            const CircTimingNames *names,
            GPtrArray *timings)
{
  if (is_denied (folded))
    return FALSE;
  for (guint i = 0; i < circ_timing_rows_get_n (); i++)
    {
      GRegex *regex;
      const CircTimingRow *row = circ_timing_rows_get (i, &regex);
      g_autoptr (GMatchInfo) match = NULL;
      g_autoptr (CircTiming) timing = NULL;

      if (!g_regex_match (regex, folded, 0, &match))
        continue;
      timing = make_timing (row, match, row->trigger, names);
      if (!circ_timing_check (timing, NULL))
        continue;
      g_ptr_array_add (timings, g_steal_pointer (&timing));
      if (row->second_trigger != NULL)
        g_ptr_array_add (timings, make_timing (row, match, row->second_trigger, names));
      return TRUE;
    }
  return FALSE;
}

/* "Quarterly: April, July, October and January" is a rule for each of the months. */
static gboolean
read_months (const char *folded,
             GPtrArray *timings)
{
  static const char pattern[] = "^(?:(?:quarterly|annually|yearly|half yearly|(?:bi|semi) ?annually|twice (?:annually|yearly)"
                                "|(?:twice|\\d times) (?:a|per|each|every) year) )?(?:(?:in|during|every) )?"
                                CIRC_MONTH_WORD "(?:(?: ?, ?| ?, and | and | or )" CIRC_MONTH_WORD ")+$";
  g_auto (GStrv) words = NULL;

  if (!g_regex_match_simple (pattern, folded, 0, 0))
    return FALSE;
  words = g_regex_split_simple ("[ ,]+", folded, 0, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_regex_match_simple ("^" CIRC_MONTH_WORD "$", words[i], 0, 0))
      {
        CircTiming *timing = circ_timing_new (CIRC_TIMING_MONTH_WINDOW);

        timing->month = find_month (words[i]);
        circ_timing_normalise (timing);
        g_ptr_array_add (timings, timing);
      }
  return TRUE;
}

/* "Before and after a campaign" is two rules about one campaign, so the second half ends the first. */
static gboolean
read_both_sides (const char *folded,
                 const CircTimingNames *names,
                 GPtrArray *timings)
{
  g_autofree char *before = NULL;

  if (!g_str_has_prefix (folded, "before and after "))
    return FALSE;
  before = g_strconcat ("before ", folded + strlen ("before and after "), NULL);
  return read_piece (before, names, timings) && read_piece (folded + strlen ("before and "), names, timings);
}

/* "Annual, each September" is one day of the year; what "quarterly, in March" is, nobody can say. */
static gboolean
settle_days (GPtrArray *timings,
             guint first)
{
  gboolean has_day = FALSE;

  for (guint i = first; i < timings->len; i++)
    {
      CircTimingKind kind = ((CircTiming *) timings->pdata[i])->kind;

      has_day |= kind >= CIRC_TIMING_FIXED_DATE && kind <= CIRC_TIMING_EASTER_RELATIVE;
    }
  for (guint i = timings->len; has_day && i > first; i--)
    {
      const CircTiming *timing = timings->pdata[i - 1];

      if (timing->kind == CIRC_TIMING_RECURRING && timing->frequency != CIRC_FREQUENCY_YEARLY)
        return FALSE;
      if (timing->kind == CIRC_TIMING_RECURRING)
        g_ptr_array_remove_index (timings, i - 1);
    }
  return TRUE;
}

/* All parts of a piece have to be understood: half a rule would look like a whole one. */
static gboolean
read_parts (const char *folded,
            const char *separator,
            const CircTimingNames *names,
            GPtrArray *timings)
{
  g_auto (GStrv) parts = g_strsplit (folded, separator, -1);
  guint before = timings->len;

  if (g_strv_length (parts) < 2)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0' && !read_piece (parts[i], names, timings))
        {
          g_ptr_array_set_size (timings, (int) before);
          return FALSE;
        }
    }
  if (g_str_equal (separator, ",") && !settle_days (timings, before))
    {
      g_ptr_array_set_size (timings, (int) before);
      return FALSE;
    }
  return timings->len > before;
}

static void
read_line (const char *line,
           const CircTimingNames *names,
           GPtrArray *timings)
{
  g_autofree char *folded = NULL;
  CircTiming *said = NULL;
  guint first = timings->len;

  if (strlen (line) <= LONGEST_PIECE)
    {
      folded = fold_words (line);
      said = circ_timing_from_sentence (line, names, NULL);
    }
  if (said != NULL)
    g_ptr_array_add (timings, said);
  else if (folded == NULL ||
           !(read_months (folded, timings) || read_piece (folded, names, timings) || read_both_sides (folded, names, timings) ||
             read_parts (folded, ",", names, timings) || read_parts (folded, " subject to ", names, timings) ||
             read_parts (folded, " and ", names, timings)))
    g_ptr_array_add (timings, circ_timing_new (CIRC_TIMING_UNSPECIFIED));
  for (guint i = first; i < timings->len; i++)
    {
      CircTiming *timing = g_ptr_array_index (timings, i);

      timing->source_text = g_strdup (line);
    }
}

/* "On-going, reviewed annually": the second is how often the first is looked at, and no rule of its own. */
static void
join_review (GPtrArray *timings)
{
  CircTiming *ongoing = NULL;

  for (guint i = 0; i < timings->len && ongoing == NULL; i++)
    if (((CircTiming *) timings->pdata[i])->kind == CIRC_TIMING_ONGOING)
      ongoing = timings->pdata[i];
  for (guint i = 0; ongoing != NULL && i < timings->len; i++)
    {
      CircTiming *timing = timings->pdata[i];
      int months = circ_frequency_get_months (timing->frequency);

      if (timing->kind != CIRC_TIMING_RECURRING || timing->source_text == NULL ||
          !g_regex_match_simple ("\\b(?:review|check|monitor|refresh|revisit)", timing->source_text, G_REGEX_CASELESS, 0))
        continue;
      if (months == 0)
        {
          /* Oftener than it can be reviewed: then that is what is done. */
          if (timing->frequency != CIRC_FREQUENCY_NOT_CHOSEN)
            g_ptr_array_remove (timings, ongoing);
          return;
        }
      ongoing->review_every_months = months;
      if (g_strcmp0 (ongoing->source_text, timing->source_text) != 0)
        {
          g_autofree char *words = g_steal_pointer (&ongoing->source_text);

          ongoing->source_text = g_strconcat (words, "; ", timing->source_text, NULL);
        }
      g_ptr_array_remove (timings, timing);
      return;
    }
}

/**
 * circ_timings_from_words:
 * @words: (nullable): a strategy's "when", of several lines where it has several
 * @names: (nullable): how records are called: the group that "Board meeting" means, and those of our own sentences. Words
 *   are in lower case by then, so it has to find names whatever their case.
 *
 * Returns: (transfer full) (element-type CircTiming): the rules, at least one, each with the words that it came from.
 *   Words that are not understood are kept in one without a timing: see circ_timing_is_understood(). English only, as
 *   the strategies are.
 */
GPtrArray *
circ_timings_from_words (const char *words,
                         const CircTimingNames *names)
{
  GPtrArray *timings = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_timing_free);
  g_auto (GStrv) lines = g_strsplit_set (words != NULL ? words : "", "\r\n;?", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      read_line (lines[i], names, timings);
  join_review (timings);
  if (timings->len == 0)
    g_ptr_array_add (timings, circ_timing_new (CIRC_TIMING_UNSPECIFIED));
  return timings;
}

/**
 * circ_timings_find_days:
 * @text: (nullable): what is to be communicated
 *
 * Returns: (transfer full) (element-type CircTiming): the days of the year that stand in the middle of other words. Only
 *   those that are spelt out as a rule: a theme day that is named as an example is none.
 */
GPtrArray *
circ_timings_find_days (const char *text)
{
  static const char words[] = "2nd day of 2nd week of 2nd month";
  GPtrArray *timings = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_timing_free);
  g_autofree char *folded = fold_words (text != NULL ? text : "");

  if (strstr (folded, words) != NULL && read_piece (words, NULL, timings))
    {
      CircTiming *timing = g_ptr_array_index (timings, 0);

      timing->source_text = g_strdup (words);
    }
  return timings;
}
