/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-words.h"

#include <stdlib.h>
#include <string.h>

/* A longer piece is prose, and no timing. */
#define LONGEST_PIECE 300

/* A word that does not turn the words round it into something else: what may stand round "quarterly". */
#define OTHER_WORD "(?!(?:and|or|but|not|never|when|once|if|unless|until|after|before|following|prior|except|within" \
                   "|being|of|at|by|during|upon|\\d+)\\b)\\w+"
#define SOME_WORDS "(?:" OTHER_WORD " ){0,5}?"
#define MORE_WORDS "(?: " OTHER_WORD "){0,3}"

/* Pieces of patterns. A group that is named takes its parameter from the words; what is not named the row says. */
#define N "(?<n>\\d{1,5}|an?)"
#define UNIT "(?<unit>minute|hour|calendar day|working day|day|fortnight|week|month|year)s?"
#define THE "(?:(?:the|each|every|an?|any|all|such|scheduled|planned|next) )*"
#define OF_REVIEW "(?: of (?:(?:the|each|every|an?|any) )?(?:\\w+ )?(?:review|scr|cspr|sar|llr)s?)?"
#define GROUP "(?:(?<group>" OTHER_WORD "(?: " OTHER_WORD "){0,2}?) )?"
#define EVENT GROUP "(?<event>meeting|publication|campaign|adoption|statement|learning event|course|theme day)s?" OF_REVIEW
#define HELD "(?<held> (?:taking place|having taken place|has taken place|took place|being held|is held|was held))?"
#define MONTH "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
              "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
#define EACH_YEAR "(?: (?:each|every|of each|of every) year| annually| yearly)?"
#define WEEKDAY "(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day"
#define ORDINAL "(?<ordinal>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))"
#define A_REVIEW "(?:(?:the|each|every|an?|any) )*(?:serious case |case |practice |safeguarding \\w+ )?" \
                 "(?:review|scr|cspr|lcspr|sar|llr)s?"
#define VERB "(?:(?:to be )?(?:issued|sent|circulated|completed|held|informed|produced|published|reported|report|notified) )?"

#define NO_TRIGGER NULL

/* The words of strategies, the more exact before the more general (DOMAIN 3.6). Each has to fit a whole piece. */
typedef struct {
  const char *pattern;
  CircTimingKind kind;
  CircAnchor anchor;
  CircFrequency frequency;
  const char *trigger;
  const char *second_trigger; /* the words mean either */
} Row;

#define EVENT_ROW(pattern, kind, anchor) { pattern, kind, anchor, 0, NO_TRIGGER, NO_TRIGGER }
#define ON_EVENT(pattern, trigger) { pattern, CIRC_TIMING_ON_EVENT, 0, 0, trigger, NO_TRIGGER }
#define EVERY(pattern, frequency) { pattern, CIRC_TIMING_RECURRING, 0, frequency, NO_TRIGGER, NO_TRIGGER }
#define KIND(pattern, kind) EVENT_ROW (pattern, kind, 0)

static const Row rows[] = {
  /* Before and after something. */
  EVENT_ROW (VERB "(?<bound>within|no later than|not later than|at least|exactly) " N " " UNIT
             " (?:of|after|from|following) " THE EVENT HELD, CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW (VERB N " " UNIT " (?:after|following) " THE EVENT HELD, CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW (VERB "(?:(?<bound>at least|within|exactly) |not less than |a minimum of |no later than )?" N " " UNIT
             " (?:in advance of|before|prior to|ahead of) " THE EVENT, CIRC_TIMING_BEFORE_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW (VERB "(?:at least |a minimum of )?" N " " UNIT " (?:prior|before|beforehand|in advance)",
             CIRC_TIMING_BEFORE_EVENT, CIRC_ANCHOR_TIMELINE),
  EVENT_ROW (VERB "(?:at least|a minimum of) " N " " UNIT, CIRC_TIMING_BEFORE_EVENT, CIRC_ANCHOR_TIMELINE),
  EVENT_ROW ("(?:initial|first) " N " " UNIT " review", CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_DOCUMENT),
  EVENT_ROW ("(?:before|prior to|in advance of) (?:the )?release of (?:\\w+ )?statements?", CIRC_TIMING_BEFORE_EVENT,
             CIRC_ANCHOR_STATEMENT),
  EVENT_ROW ("(?:before|prior to|in advance of) " THE EVENT, CIRC_TIMING_BEFORE_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW ("(?:at|on) (?:the )?(?:time|day) of " THE EVENT, CIRC_TIMING_SAME_DAY, CIRC_ANCHOR_TIMELINE),
  EVENT_ROW ("(?:straight |immediately )?(?:after|following) " THE GROUP
             "(?<event>meeting|campaign|learning event|course|theme day)s?" HELD, CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_MEETING),

  /* When something happens. */
  ON_EVENT ("new courses? (?:as|when|once) (?:they are )?developed", "course_created"),
  ON_EVENT ("(?:on |following |upon )?(?:the )?publication of (?:the |an )?events?", "event_published"),
  ON_EVENT ("(?:when|as|once|whenever|if) (?:the )?(?:\\w+ )?programmes? (?:is|are) (?:updated|changed)", "programme_updated"),
  ON_EVENT ("(?:when|as|once|whenever) updated", "programme_updated"),
  ON_EVENT ("(?:as|when|once) (?:the |new )?(?:and when )?information (?:becomes|is) available", "information_available"),
  ON_EVENT ("(?:following|on|after|upon) (?:the )?publication of " A_REVIEW, "review_published"),
  ON_EVENT ("(?:(?:following|on|after|upon) )?(?:the )?completion of " A_REVIEW, "review_completed"),
  ON_EVENT ("(?:bulletin )?after learning(?: \\(no period\\))?", "review_completed"),
  ON_EVENT ("(?:on|upon) publication", "government_document_published"),
  ON_EVENT ("(?:subject to )?new developments?", "new_development"),
  ON_EVENT ("(?:following|after) " THE "active learning sets?(?: .*)?", "active_learning_set_completed"),
  ON_EVENT ("(?:up)?on (?:being notified|notification)", "notification_received"),
  ON_EVENT ("(?:can )?be instigated at any time", "review_commissioned"),
  ON_EVENT ("(?:on|following|after|upon) (?:the )?approval of (?:the |a )?polic(?:y|ies)", "policy_approved"),
  { "in a timely manner", CIRC_TIMING_ON_EVENT, 0, 0, "incident_occurred", "review_completed" },
  KIND ("(?:(?:to be )?notified )?(?:immediately|at once|straight ?away)(?: (?:up)?on receipt of .*| on receipt)?",
        CIRC_TIMING_IMMEDIATE),

  /* Days of the year. */
  KIND ("(?<sid>2nd day of (?:the )?2nd week of (?:the )?2nd month)", CIRC_TIMING_WEEKDAY_IN_WINDOW),
  KIND ("(?:.* )?(?:on )?(?:the )?" ORDINAL " " WEEKDAY " (?:of|in) " MONTH EACH_YEAR, CIRC_TIMING_NTH_WEEKDAY),
  KIND ("(?:.* )?(?:by |on |before )(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? " MONTH EACH_YEAR,
        CIRC_TIMING_FIXED_DATE),
  KIND ("(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? " MONTH EACH_YEAR, CIRC_TIMING_FIXED_DATE),
  KIND ("(?:.* )?(?:in|during) " MONTH EACH_YEAR, CIRC_TIMING_MONTH_WINDOW),
  KIND ("(?:as )?per (?:the )?calendar of events?(?<priorities> and links? to .*priorities)?", CIRC_TIMING_THEME_CALENDAR),

  /* Whenever. */
  KIND ("on ?going|continuous(?:ly)?|all the time|throughout the year", CIRC_TIMING_ONGOING),
  KIND ("(?:within|in line with|to) (?:the )?(?:identified|agreed) (?:time ?scales?|time ?frames?|dates?)", CIRC_TIMING_AGREED_DATE),
  KIND ("(?:dates? )?(?:as agreed|to be agreed)|planned jointly and in advance", CIRC_TIMING_AGREED_DATE),
  KIND ("when do (?:they|we) need to know(?: their views)?", CIRC_TIMING_AGREED_DATE),
  KIND ("links? (?:to|with) (?:.* )?programmes?", CIRC_TIMING_LINKED),
  KIND ("(?:as|when|if|where) (?:and when )?(?:required|needed|necessary|appropriate)|ad hoc", CIRC_TIMING_AS_REQUIRED),
  KIND ("(?<asked>as) requested(?: by (?<by>.+))?|(?:on|by|upon) request(?: of (?<by2>.+))?|when (?:requested|asked)(?: by (?<by3>.+))?",
        CIRC_TIMING_ON_REQUEST),

  /* Again and again. */
  EVERY (SOME_WORDS "(?:twice a year|bi ?annual(?:ly)?|half yearly|(?:6|six) monthly|every 6 months)" MORE_WORDS,
         CIRC_FREQUENCY_HALF_YEARLY),
  EVERY (SOME_WORDS "(?:fortnightly|every (?:2 weeks|fortnight))" MORE_WORDS, CIRC_FREQUENCY_FORTNIGHTLY),
  EVERY (SOME_WORDS "(?:quarterly|every quarter|every 3 months)" MORE_WORDS, CIRC_FREQUENCY_QUARTERLY),
  EVERY (SOME_WORDS "(?:weekly|every week)" MORE_WORDS, CIRC_FREQUENCY_WEEKLY),
  EVERY (SOME_WORDS "(?:monthly|every month)" MORE_WORDS, CIRC_FREQUENCY_MONTHLY),
  EVERY ("catalogued and reviewed|" SOME_WORDS "(?:annual(?:ly)?|yearly|every year|each year)" MORE_WORDS,
         CIRC_FREQUENCY_YEARLY),
  EVERY (SOME_WORDS "regular(?:ly)?" MORE_WORDS, CIRC_FREQUENCY_NOT_CHOSEN),
};

static const struct {
  const char *word;
  const char *number;
} number_words[] = {
  { "one", "1" }, { "two", "2" }, { "three", "3" }, { "four", "4" }, { "five", "5" }, { "six", "6" }, { "seven", "7" },
  { "eight", "8" }, { "nine", "9" }, { "ten", "10" }, { "eleven", "11" }, { "twelve", "12" }, { "fourteen", "14" },
  { "fifteen", "15" }, { "twenty", "20" }, { "thirty", "30" },
};

static GRegex *
get_regex (guint row)
{
  static GRegex *compiled[G_N_ELEMENTS (rows)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autofree char *pattern = g_strdup_printf ("^(?:%s)$", rows[i].pattern);

          compiled[i] = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
          g_assert (compiled[i] != NULL);
        }
      g_once_init_leave (&ready, 1);
    }
  return compiled[row];
}

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
  g_autofree char *group = fetch (match, "group");

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

static void
read_day (CircTiming *timing,
          GMatchInfo *match)
{
  g_autofree char *month = fetch (match, "month");
  g_autofree char *day = fetch (match, "day");
  g_autofree char *weekday = fetch (match, "weekday");
  g_autofree char *ordinal = fetch (match, "ordinal");
  g_autofree char *safer_internet_day = fetch (match, "sid");

  for (guint i = 0; month != NULL && i < 12; i++)
    if (strncmp (month, &"jan\0feb\0mar\0apr\0may\0jun\0jul\0aug\0sep\0oct\0nov\0dec"[i * 4], 3) == 0)
      timing->month = (int) i + 1;
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
  if (day != NULL)
    timing->day = atoi (day);
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
make_timing (const Row *row,
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

/* Adds what a piece says to @timings; FALSE, and nothing added, when no row has it. */
static gboolean
read_piece (const char *folded,
            const CircTimingNames *names,
            GPtrArray *timings)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autoptr (CircTiming) timing = NULL;

      if (!g_regex_match (get_regex (i), folded, 0, &match))
        continue;
      timing = make_timing (&rows[i], match, rows[i].trigger, names);
      if (!circ_timing_check (timing, NULL))
        continue;
      g_ptr_array_add (timings, g_steal_pointer (&timing));
      if (rows[i].second_trigger != NULL)
        g_ptr_array_add (timings, make_timing (&rows[i], match, rows[i].second_trigger, names));
      return TRUE;
    }
  return FALSE;
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
           !(read_piece (folded, names, timings) || read_both_sides (folded, names, timings) ||
             read_parts (folded, ",", names, timings) || read_parts (folded, " subject to ", names, timings) ||
             read_parts (folded, " and ", names, timings)))
    g_ptr_array_add (timings, circ_timing_new (CIRC_TIMING_UNSPECIFIED));
  for (guint i = first; i < timings->len; i++)
    {
      CircTiming *timing = g_ptr_array_index (timings, i);

      timing->source_text = g_strdup (line);
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
