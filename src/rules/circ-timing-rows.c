/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of strategies: what each row looks for, and what it means. */
#include "config.h"

#include "circ-timing-rows.h"

/* A word that does not turn the words round it into something else: what may be the name of a group. */
#define TURNING "and|or|but|not|never|when|once|if|unless|until|after|before|following|prior|except|within" \
                "|being|of|at|by|during|upon|\\d+"
#define OTHER_WORD "(?!(?:" TURNING ")\\b)\\w+"

/* The same for what may stand round "quarterly": nothing that says how often, on which day, or that it is over. */
#define WEEKDAY_WORD "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
#define PLAIN_WORD "(?!(?:" TURNING "|" CIRC_MONTH_WORD "|" WEEKDAY_WORD "|no|longer|twice|thrice|times?|semi|bi|tri|half|every|each" \
                   "|other|alternate|first|second|third|fourth|fifth|last|early|mid|late|start|beginning|middle|end|then|than" \
                   "|less|more|most|least|up|rather|instead|previously|formerly|daily|weekly|fortnightly|monthly|quarterly" \
                   "|annual|annually|yearly)\\b)\\w+"
#define SOME_WORDS "(?:" PLAIN_WORD " ){0,5}?"
#define MORE_WORDS "(?: " PLAIN_WORD "){0,3}"

/* How often, beside a month, is more than that month. */
#define NOT_OFTEN "(?!.*\\b(?:weekly|fortnightly|monthly|quarterly|twice|thrice|times|half|semi|bi|every (?:week|fortnight|month|quarter))\\b)"
#define A " (?:a|per|in a|each|every|in each|in every) "

/* Pieces of patterns. A group that is named takes its parameter from the words; what is not named the row says. */
#define N "(?<n>\\d{1,5}|an?)"
#define UNIT "(?<unit>minute|hour|calendar day|working day|day|fortnight|week|month|year)s?"
#define THE "(?:(?:the|each|every|an?|any|all|such|scheduled|planned|next) )*"
#define OF_REVIEW "(?: of (?:(?:the|each|every|an?|any) )?(?:\\w+ )?(?:review|scr|cspr|sar|llr)s?)?"
#define GROUP "(?:(?<group>" OTHER_WORD "(?: " OTHER_WORD "){0,2}?) )?"
#define OF_GROUP "meetings? of (?:the )?(?<meets>" OTHER_WORD "(?: " OTHER_WORD "){0,4}?)"
#define EVENT GROUP "(?<event>meeting|publication|campaign|adoption|statement|learning event|course|theme day)s?" OF_REVIEW
#define HELD "(?<held> (?:taking place|having taken place|has taken place|took place|being held|is held|was held))?"
#define MONTH "(?<month>" CIRC_MONTH_WORD ")"
#define DAY_OF_MONTH "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
#define BY_YEAR "(?: (?:each|every|of each|of every) year| annually| yearly)"
#define EACH_YEAR BY_YEAR "?"
#define WEEKDAY "(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day"
#define ORDINAL "(?<ordinal>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))"
#define A_REVIEW "(?:(?:the|each|every|an?|any) )*(?:serious case |case |practice |safeguarding \\w+ )?" \
                 "(?:review|scr|cspr|lcspr|sar|llr)s?"
#define VERB "(?:(?:to be )?(?:issued|sent|circulated|completed|held|informed|produced|published|reported|report|notified) )?"

#define NO_TRIGGER NULL

#define EVENT_ROW(pattern, kind, anchor) { pattern, kind, anchor, 0, NO_TRIGGER, NO_TRIGGER }
#define ON_EVENT(pattern, trigger) { pattern, CIRC_TIMING_ON_EVENT, 0, 0, trigger, NO_TRIGGER }
#define EVERY(pattern, frequency) { pattern, CIRC_TIMING_RECURRING, 0, frequency, NO_TRIGGER, NO_TRIGGER }
#define KIND(pattern, kind) EVENT_ROW (pattern, kind, 0)

/* The words of strategies, the more exact before the more general (DOMAIN 3.6). Each has to fit a whole piece. */
static const CircTimingRow rows[] = {
  /* Before and after something. */
  EVENT_ROW (VERB "(?:(?<bound>at least|within|exactly) |not less than |a minimum of |no later than )?" N " " UNIT
             " (?:in advance of|before|prior to|ahead of) " THE OF_GROUP, CIRC_TIMING_BEFORE_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW (VERB "(?<bound>within|no later than|not later than|at least|exactly) " N " " UNIT
             " (?:of|after|from|following) " THE OF_GROUP HELD, CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_MEETING),
  EVENT_ROW (VERB N " " UNIT " (?:after|following) " THE OF_GROUP HELD, CIRC_TIMING_AFTER_EVENT, CIRC_ANCHOR_MEETING),
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
  KIND ("(?:.* )?(?:from )?(?:the )?" DAY_OF_MONTH MONTH " (?:(?:to|until) )?(?:the )?"
        "(?<dayto>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<monthto>" CIRC_MONTH_WORD ")" EACH_YEAR, CIRC_TIMING_FIXED_RANGE),
  KIND ("(?:.* )?(?:by |on |before )(?:the )?" DAY_OF_MONTH MONTH EACH_YEAR, CIRC_TIMING_FIXED_DATE),
  KIND (DAY_OF_MONTH MONTH EACH_YEAR, CIRC_TIMING_FIXED_DATE),
  KIND (NOT_OFTEN "(?:.* )?(?:in|during) " MONTH EACH_YEAR, CIRC_TIMING_MONTH_WINDOW),
  KIND (NOT_OFTEN "(?:.* )?(?:by |before |at )?(?:the )?end of " MONTH EACH_YEAR, CIRC_TIMING_MONTH_WINDOW),
  KIND (SOME_WORDS MONTH BY_YEAR, CIRC_TIMING_MONTH_WINDOW),
  KIND ("(?:(?:each|every|(?:annually|yearly|each year|every year) ?,?) )?" MONTH, CIRC_TIMING_MONTH_WINDOW),
  KIND ("(?:in |during )?(?:the )?" ORDINAL " (?<week>week) (?:of|in) " MONTH EACH_YEAR, CIRC_TIMING_NTH_WEEKDAY),
  KIND ("(?:as )?per (?:the )?calendar of events?(?<priorities> and links? to .*priorities)?", CIRC_TIMING_THEME_CALENDAR),

  /* Whenever. */
  KIND ("on ?going|continuous(?:ly)?|all the time|throughout the year", CIRC_TIMING_ONGOING),
  KIND ("(?:within|in line with|to) (?:the )?(?:identified|agreed) (?:time ?scales?|time ?frames?|dates?)", CIRC_TIMING_AGREED_DATE),
  KIND ("(?:within|on|by) (?:the )?dates? (?:that (?:is|are) )?agreed(?: .*)?", CIRC_TIMING_AGREED_DATE),
  KIND ("(?:dates? )?(?:as agreed|to be agreed)|planned jointly and in advance", CIRC_TIMING_AGREED_DATE),
  KIND ("when do (?:they|we) need to know(?: their views)?", CIRC_TIMING_AGREED_DATE),
  KIND ("links? (?:to|with) (?:.* )?programmes?", CIRC_TIMING_LINKED),
  KIND ("(?:as|when|if|where) (?:and when )?(?:required|needed|necessary|appropriate)|ad hoc", CIRC_TIMING_AS_REQUIRED),
  KIND ("(?<asked>as) requested(?: by (?<by>.+))?|(?:on|by|upon) request(?: of (?<by2>.+))?|when (?:requested|asked)(?: by (?<by3>.+))?",
        CIRC_TIMING_ON_REQUEST),

  /* Again and again. */
  EVERY (SOME_WORDS "(?:(?:twice|2 times)" A "year|twice (?:annually|yearly)|(?:bi|semi) ?annual(?:ly)?|half yearly|6 monthly"
         "|every (?:6 months|half year))" MORE_WORDS, CIRC_FREQUENCY_HALF_YEARLY),
  EVERY (SOME_WORDS "(?:fortnightly|every (?:2 weeks|fortnight|other week|(?:second|2nd) week)|once" A "fortnight)" MORE_WORDS,
         CIRC_FREQUENCY_FORTNIGHTLY),
  EVERY (SOME_WORDS "(?:quarterly|(?:each|every) quarter|once" A "quarter|every 3 months|3 monthly|4 times" A "year)" MORE_WORDS,
         CIRC_FREQUENCY_QUARTERLY),
  EVERY (SOME_WORDS "(?:weekly|(?:each|every) week|once" A "week)" MORE_WORDS, CIRC_FREQUENCY_WEEKLY),
  EVERY (SOME_WORDS "(?:monthly|(?:each|every) month|once" A "month)" MORE_WORDS, CIRC_FREQUENCY_MONTHLY),
  EVERY ("catalogued and reviewed|" SOME_WORDS "(?:annual(?:ly)?|yearly|(?:each|every) year|once" A "year|every 12 months)" MORE_WORDS,
         CIRC_FREQUENCY_YEARLY),
  EVERY (SOME_WORDS "regular(?:ly)?" MORE_WORDS, CIRC_FREQUENCY_NOT_CHOSEN),
};

guint
circ_timing_rows_get_n (void)
{
  return G_N_ELEMENTS (rows);
}

/* @regex: (out) (transfer none): its pattern, ready to match */
const CircTimingRow *
circ_timing_rows_get (guint row,
                      GRegex **regex)
{
  static GRegex *compiled[G_N_ELEMENTS (rows)];
  static gsize ready = 0;

  g_return_val_if_fail (row < G_N_ELEMENTS (rows), NULL);

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
  *regex = compiled[row];
  return &rows[row];
}
