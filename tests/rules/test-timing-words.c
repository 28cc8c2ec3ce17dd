/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-words.h"

#include <string.h>

typedef struct {
  const char *words;
  const char *sentences; /* joined by " | "; "?" is what was not understood */
} Case;

#define MEETING "Within 1 week after each meeting"
#define AGREED "On a date that is agreed each time"

/* Each timing phrase of DOMAIN 3.6, in its order. */
static const Case strategies[] = {
  { "Within one week of meeting", MEETING },
  { "One week in advance of scheduled meeting", "At least 1 week before each meeting" },
  { "Within one week of meeting taking place", "Within 1 week after each meeting that took place" },
  { "On-going", "All the time, reviewed every 3 months" },
  { "Publication of course programme in June each year\nNew courses as developed",
    "Every year in June | Within 5 working days of a new course" },
  { "Publication of events\nLinks to multi-agency programme",
    "Within 5 working days of the publication of an event | Together with another plan item" },
  { "When programme is updated", "Within 5 working days of an update of the programme" },
  { "Within identified timescales", AGREED },
  { "As information becomes available", "Within 5 working days of new information" },
  { "Following publication of SCR, Completion of Reviews",
    "Within 5 working days of the publication of a review | Within 5 working days of the completion of a review" },
  { "As per calendar of events and links to safeguarding priorities",
    "10 working days before each theme day of “priority”" },
  { "As required", "When needed" },
  { "On publication", "Within 5 working days of a government publication" },
  { "", "No timing given" },
  { "As requested subject to new developments",
    "When asked for by partnership | Within 5 working days of a new development" },
  { "Issued quarterly", "Every quarter" },
  { "bulletin after learning (no period)", "Within 5 working days of the completion of a review" },
  { "annual report", "Every year" },
  { "notified immediately", "At once after an enquiry" },
  /* A guard of media work and no date. */
  { "only once the review is completed and published", "?" },
  { "planned jointly and in advance", AGREED },
  { "bi-annual newsletter", "Twice a year" },
  { "catalogued and reviewed", "Every year" },
  { "prior to the release of media statements", "Before the release of each statement" },
  { "When do they need to know? When do we need to know?", AGREED " | " AGREED },
  { "report quarterly", "Every quarter" },
  { "following each Active Learning Set via briefing notes",
    "Within 5 working days of the completion of an active learning set" },
  { "bi-annual learning events", "Twice a year" },
  { "regular correspondence", "Regularly, how often is still to be chosen" },
  { "in a timely manner", "Within 5 working days of an incident | Within 5 working days of the completion of a review" },
  { "initial 6 month review and audited annually",
    "Within 6 months after the adoption of a document | Every year" },
  { "before and after a campaign", "Before each campaign | Straight after each campaign" },
  { "Upon being notified", "Within 5 working days of a notification" },
  { "21 days prior", "At least 21 days before the publication of each review" },
  { "at least 21 days", "At least 21 days before the publication of each review" },
  { "14 days prior", "At least 14 days before the publication of each review" },
  { "7 days prior", "At least 7 days before the publication of each review" },
  { "At least 7 days", "At least 7 days before the publication of each review" },
  { "at time of publication", "On the day of the publication of each review" },
  { "within 6 weeks of publications", "Within 6 weeks after the publication of each review" },
  { "immediately on receipt of such an enquiry", "At once after an enquiry" },
  { "can be instigated at any time", "Within 5 working days of the commissioning of a review" },
  /* A period of the strategy and no date. */
  { "2020-2021", "?" },
};

/* How else people write. */
static const Case others[] = {
  { "  within ONE WEEK\tof  the Board meeting. ", MEETING },
  { "Within 1 week of each meeting", MEETING },
  { "Within a week of the meeting", MEETING },
  { "Within 5 working days of the meeting", "Within 5 working days after each meeting" },
  { "Within a fortnight of each meeting", "Within 2 weeks after each meeting" },
  { "Two weeks after the meeting", "Within 2 weeks after each meeting" },
  { "At least 5 working days before each meeting", "At least 5 working days before each meeting" },
  { "10 days before the board meeting", "At least 10 days before each meeting" },
  { "Exactly 2 days before meeting", "Exactly 2 days before each meeting" },
  { "Ongoing", "All the time, reviewed every 3 months" },
  { "On–going", "All the time, reviewed every 3 months" },
  { "As and when required", "When needed" },
  { "Ad hoc", "When needed" },
  { "On request", "When somebody asks for it" },
  { "As requested by the Chair", "When asked for by the chair" },
  { "Monthly", "Every month" },
  { "Weekly", "Every week" },
  { "Fortnightly", "Every two weeks" },
  { "Twice a year", "Twice a year" },
  { "Annually", "Every year" },
  { "Every year in September", "Every year in September" },
  { "Annually in Sept", "Every year in September" },
  { "By 30 September each year", "Every year on 30 September" },
  { "1st March", "Every year on 1 March" },
  { "First Wednesday of November", "Every year on the first Wednesday of November" },
  { "the last Friday in May", "Every year on the last Friday of May" },
  { "2nd day of 2nd week of 2nd month", "Every year on the Tuesday between 5 and 11 February" },
  { "As per calendar of events", "10 working days before each theme day" },
  { "In March and September", "Every year in March | Every year in September" },
  { "Quarterly: April, July, October and January",
    "Every year in April | Every year in July | Every year in October | Every year in January" },
  { "Once a year in September", "Every year in September" },
  { "By the end of January each year", "Every year in January" },
  { "Third week of November", "Every year for 5 days from the third Monday of November" },
  { "Within the dates agreed for each newsletter", AGREED },
  { "25 November to 10 December", "Every year from 25 November to 10 December" },
  { "From 25th November until 10th December each year", "Every year from 25 November to 10 December" },
  { "25 Nov – 10 Dec", "Every year from 25 November to 10 December" },
  { "31 November to 10 December", "?" },
  { "1 March and 2 April", "Every year on 1 March | Every year on 2 April" },
  { "April, Juli and October", "?" },
  { "After each meeting", "Straight after each meeting" },
  { "Two weeks before each meeting of the Harbour Board", "At least 2 weeks before each meeting" },
  { "Quarterly; as required", "Every quarter | When needed" },
  { "Quarterly and as required", "Every quarter | When needed" },
  { "Every year on the Tuesday between 5 and 11 February", "Every year on the Tuesday between 5 and 11 February" },
  { "When asked for by the safety partnership", "When asked for by the safety partnership" },
  { "\n \n", "No timing given" },
  { NULL, "No timing given" },
  { "14 days before publication of the review", "At least 14 days before the publication of each review" },
  { "Prior to publication", "Before the publication of each review" },
  /* So often in so long. */
  { "Twice yearly", "Twice a year" },
  { "Twice annually", "Twice a year" },
  { "two times a year", "Twice a year" },
  { "Twice each year", "Twice a year" },
  { "Semi-annually", "Twice a year" },
  { "Semiannual newsletter", "Twice a year" },
  { "Six-monthly", "Twice a year" },
  { "Every six months", "Twice a year" },
  { "Four times a year", "Every quarter" },
  { "Three-monthly", "Every quarter" },
  { "Once a quarter", "Every quarter" },
  { "Each month", "Every month" },
  { "Once per week", "Every week" },
  { "Every other week", "Every two weeks" },
  { "Once a year", "Every year" },
  { "Thrice yearly", "?" },
  { "Three times a year", "?" },
  { "Twice monthly", "?" },
  { "Twice a month", "?" },
  { "Bi-monthly", "?" },
  { "Bimonthly", "?" },
  { "Twice weekly", "?" },
  { "Bi-weekly", "?" },
  { "Every other month", "?" },
  { "Every two years", "?" },
  { "Biennially", "?" },
  { "Monthly then quarterly", "?" },
  { "Every third week of the moon", "?" },
  { "Weekly on Mondays", "?" },
  { "Up to monthly", "?" },
  { "At least quarterly", "?" },
  /* A month is that month, and not the beginning of the plan's year. */
  { "March each year", "Every year in March" },
  { "June each year", "Every year in June" },
  { "September annually", "Every year in September" },
  { "Annually, September", "Every year in September" },
  { "Issued June every year", "Every year in June" },
  { "October", "Every year in October" },
  { "Twice yearly in March and September", "Every year in March | Every year in September" },
  { "Annual, each September", "Every year in September" },
  { "Yearly, by 30 September", "Every year on 30 September" },
  { "Quarterly, in March", "?" },
  { "Early March each year", "?" },
  { "Before March each year", "?" },
  { "After March each year", "?" },
  { "32 March each year", "?" },
  { "Annually from March", "?" },
  { "Twice yearly in March", "?" },
  { "Weekly in May", "?" },
  /* What is over, or is left out. */
  { "no longer quarterly", "?" },
  { "No longer in March", "?" },
  { "Not before 1 March", "?" },
  { "Except in August", "?" },
  { "Never as required", "?" },
  { "Not later than 2 weeks after the meeting", "Within 2 weeks after each meeting" },
  /* Something that goes on is reviewed as often as they say. */
  { "On-going, reviewed annually", "All the time, reviewed every 12 months" },
  { "On-going; checked every three months", "All the time, reviewed every 3 months" },
  { "Ongoing and reviewed twice yearly", "All the time, reviewed every 6 months" },
  { "Quarterly review; on-going", "All the time, reviewed every 3 months" },
  { "On-going; reviewed weekly", "Every week" },
  { "On-going; newsletter quarterly", "All the time, reviewed every 3 months | Every quarter" },
  /* Not understood, in whole or in part: the words are kept. */
  { "Within 1 month of the annual report being published", "?" },
  { "Within 2 weeks of publication of the annual report", "?" },
  { "Monthly before the Board meeting", "?" },
  { "Not quarterly", "?" },
  { "When the moon is full", "?" },
  { "Quarterly and when the moon is full", "?" },
  { "Within 0x7 weeks of meeting", "?" },
  { "30 February", "?" },
  { "99999 weeks after the meeting", "?" },
  { "Sometime in the meeting", "?" },
  { "Quarterly\nWhen the moon is full", "Every quarter | ?" },
  { "每次会议后", "?" },
  { "\xff\xfe", "?" },
};

static char *
dup_sentences (GPtrArray *timings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < timings->len; i++)
    {
      const CircTiming *timing = g_ptr_array_index (timings, i);
      g_autofree char *sentence = circ_timing_dup_sentence (timing, NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", circ_timing_is_understood (timing) ? sentence : "?");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (const Case *table,
       guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) timings = circ_timings_from_words (table[i].words, NULL);
      g_autofree char *sentences = dup_sentences (timings);

      g_test_message ("case %u", i + 1);
      g_assert_cmpstr (sentences, ==, table[i].sentences);
    }
}

static void
test_strategies (void)
{
  check (strategies, G_N_ELEMENTS (strategies));
}

static void
test_others (void)
{
  check (others, G_N_ELEMENTS (others));
}

/* What a sentence does not show, and the words that each rule came from. */
static void
test_parameters (void)
{
  g_autoptr (GPtrArray) timings = circ_timings_from_words ("On publication\nWhen the moon is full", NULL);
  const CircTiming *timing = g_ptr_array_index (timings, 0);

  g_assert_cmpint (timing->kind, ==, CIRC_TIMING_ON_EVENT);
  g_assert_cmpint (timing->target_days, ==, 5);
  g_assert_cmpstr (timing->source_text, ==, "On publication");
  timing = g_ptr_array_index (timings, 1);
  g_assert_cmpint (timing->kind, ==, CIRC_TIMING_UNSPECIFIED);
  g_assert_cmpstr (timing->source_text, ==, "When the moon is full");
}

static char *
dup_name (gint64 id,
          gpointer data)
{
  return g_strdup (id == 12 ? "the Executive" : NULL);
}

static gint64
find_group (const char *name,
            gpointer data)
{
  return g_ascii_strcasecmp (name, "executive") == 0 || g_ascii_strcasecmp (name, "the Executive") == 0 ? 12 : 0;
}

/* A group that is known is meant; another is any, and so is a meeting that is not named. */
static void
test_groups (void)
{
  static const Case groups[] = {
    { "Within two weeks of the Executive meeting", "Within 2 weeks after each meeting of the Executive" },
    { "Within two weeks of Training Sub Group meetings", "Within 2 weeks after each meeting" },
    { "5 working days before each Executive meeting", "At least 5 working days before each meeting of the Executive" },
    { "2 weeks before each meeting of the Executive", "At least 2 weeks before each meeting of the Executive" },
    { "Within two weeks of every meeting of the Executive", "Within 2 weeks after each meeting of the Executive" },
    { "1 week after meetings of the Executive having taken place",
      "Within 1 week after each meeting of the Executive that took place" },
    { "After the Executive meeting", "Straight after each meeting of the Executive" },
    { "Within two weeks of the meeting", "Within 2 weeks after each meeting" },
    { "Within 2 weeks after each meeting of the Executive", "Within 2 weeks after each meeting of the Executive" },
  };
  const CircTimingNames names = { dup_name, find_group, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GPtrArray) timings = circ_timings_from_words (groups[i].words, &names);
      g_autofree char *sentence = circ_timing_dup_sentence (g_ptr_array_index (timings, 0), &names);

      g_assert_cmpstr (sentence, ==, groups[i].sentences);
    }
}

static void
test_days_in_text (void)
{
  g_autoptr (GPtrArray) online = circ_timings_find_days ("Online safety\nSafer Internet Day "
                                                         "(2nd day of 2nd week of 2nd month)");
  g_autoptr (GPtrArray) themes = circ_timings_find_days ("Theme days such as White Ribbon Day");
  g_autoptr (GPtrArray) nothing = circ_timings_find_days (NULL);
  g_autofree char *sentences = dup_sentences (online);

  g_assert_cmpstr (sentences, ==, "Every year on the Tuesday between 5 and 11 February");
  g_assert_cmpuint (themes->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* A cell of prose is read in no time, whatever stands in it. */
static void
test_long (void)
{
  g_autofree char *prose = g_strnfill (50000, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) timings = NULL;
  g_autoptr (GPtrArray) more = NULL;

  timings = circ_timings_from_words (prose, NULL);
  g_assert_cmpuint (timings->len, ==, 1);
  g_assert_cmpstr (((CircTiming *) g_ptr_array_index (timings, 0))->source_text, ==, prose);
  for (guint i = 0; i < 60; i++)
    g_string_append (words, "the a an ");
  more = circ_timings_from_words (words->str + 300, NULL);
  g_assert_cmpuint (more->len, ==, 1);
  g_assert_false (circ_timing_is_understood (g_ptr_array_index (more, 0)));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing-words/strategies", test_strategies);
  g_test_add_func ("/timing-words/others", test_others);
  g_test_add_func ("/timing-words/parameters", test_parameters);
  g_test_add_func ("/timing-words/groups", test_groups);
  g_test_add_func ("/timing-words/days-in-text", test_days_in_text);
  g_test_add_func ("/timing-words/long", test_long);
  return g_test_run ();
}
