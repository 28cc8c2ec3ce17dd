/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-sentence.h"

#include <string.h>

static const struct {
  gint64 id;
  const char *name;
} records[] = {
  { 12, "the Board" },
  { 13, "Training" },
  { 14, "Groups. All of them, {name} and “others”" },
  { 15, "Board that took place" },
  { 16, "Jährlicher Bericht, 2 weeks after 日本" },
};

static char *
dup_name (gint64 id,
          gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (records[i].id == id)
      return g_strdup (records[i].name);
  return NULL;
}

static gint64
find (const char *name,
      gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_equal (records[i].name, name))
      return records[i].id;
  return 0;
}

static const CircTimingNames names = { dup_name, find, NULL };

/* JSON in, sentence out: at least one of each sentence that there is. */
static const struct {
  const char *json;
  const char *sentence;
} cases[] = {
  { "{'kind':'after_event','offset':1,'unit':'week'}", "Within 1 week after each meeting" },
  { "{'kind':'after_event','anchor':{'entity':'meeting','selector':12},'offset':1,'unit':'week'}",
    "Within 1 week after each meeting of the Board" },
  { "{'kind':'after_event','anchor':{'entity':'meeting','selector':12,'state':'held'},'offset':2,'unit':'working_day'}",
    "Within 2 working days after each meeting of the Board that took place" },
  { "{'kind':'after_event','anchor':{'entity':'meeting','selector':99},'offset':1,'unit':'week'}",
    "Within 1 week after each meeting of #99" },
  { "{'kind':'after_event','anchor':{'entity':'timeline'},'offset':6,'unit':'week'}",
    "Within 6 weeks after the publication of each review" },
  { "{'kind':'after_event','offset':3,'unit':'hour','bound':'exactly'}", "Exactly 3 hours after each meeting" },
  { "{'kind':'after_event','offset':3,'unit':'month','bound':'at_least'}", "At least 3 months after each meeting" },
  { "{'kind':'after_event','offset':30,'unit':'minute','bound':'as_soon_as'}",
    "As soon as possible and no later than 30 minutes after each meeting" },
  { "{'kind':'after_event','offset':0}", "Straight after each meeting" },
  { "{'kind':'after_event','offset':1,'unit':'week','roll':'none'}",
    "Within 1 week after each meeting. Plan for that day even when nobody works." },
  { "{'kind':'after_event','offset':1,'unit':'week','roll':'next_working_day'}",
    "Within 1 week after each meeting. When nobody works that day, plan for the next working day." },
  { "{'kind':'before_event','offset':21,'unit':'calendar_day','anchor':{'entity':'timeline'}}",
    "At least 21 days before the publication of each review" },
  { "{'kind':'before_event','offset':1,'unit':'calendar_day','bound':'within'}", "Within 1 day before each meeting" },
  { "{'kind':'before_event','offset':1,'unit':'working_day','bound':'exactly'}",
    "Exactly 1 working day before each meeting" },
  { "{'kind':'before_event','offset':1,'unit':'week','bound':'as_soon_as'}",
    "As early as possible and no later than 1 week before each meeting" },
  { "{'kind':'before_event','offset':0,'anchor':{'entity':'statement'}}", "Before the release of each statement" },
  { "{'kind':'same_day','anchor':{'entity':'timeline'}}", "On the day of the publication of each review" },
  { "{'kind':'on_event','trigger':'course_created'}", "Within 5 working days of a new course" },
  { "{'kind':'on_event','trigger':'course_created','target_days':0}", "On the day of a new course" },
  { "{'kind':'on_event','trigger':'the bell rings','target_days':1}", "Within 1 working day of “the bell rings”" },
  { "{'kind':'immediate','offset':2,'unit':'hour'}", "At once, within 2 hours of an enquiry" },
  { "{'kind':'immediate'}", "At once after an enquiry" },
  { "{'kind':'fixed_date','month':3,'day':18}", "Every year on 18 March" },
  { "{'kind':'fixed_date','month':2,'day':29,'lead_days':10}",
    "Every year on 29 February. Prepare it 10 working days ahead." },
  { "{'kind':'fixed_range','month':11,'day':25,'month_to':12,'day_to':10}",
    "Every year from 25 November to 10 December" },
  { "{'kind':'month_window','month':6}", "Every year in June" },
  { "{'kind':'nth_weekday','month':11,'weekday':3,'ordinal':1}", "Every year on the first Wednesday of November" },
  { "{'kind':'nth_weekday','month':5,'weekday':1,'ordinal':-1}", "Every year on the last Monday of May" },
  { "{'kind':'nth_weekday','month':11,'weekday':1,'ordinal':3,'length_days':5}",
    "Every year for 5 days from the third Monday of November" },
  { "{'kind':'weekday_in_window','month':2,'weekday':2,'window_from':5,'window_to':11}",
    "Every year on the Tuesday between 5 and 11 February" },
  { "{'kind':'easter_relative','easter_offset':-2}", "Every year, 2 days before Easter Sunday" },
  { "{'kind':'easter_relative','easter_offset':1}", "Every year, 1 day after Easter Sunday" },
  { "{'kind':'easter_relative'}", "Every year on Easter Sunday" },
  { "{'kind':'recurring','frequency':'quarterly'}", "Every quarter" },
  { "{'kind':'recurring','frequency':'half_yearly','anchor_date':'2026-03-31'}", "Twice a year from 31 March 2026" },
  { "{'kind':'recurring','frequency':'weekly','times':6}", "Every week, 6 in all" },
  { "{'kind':'recurring','frequency':'yearly','anchor_date':'2028-02-29','times':3}",
    "Every year from 29 February 2028, 3 in all" },
  { "{'kind':'recurring'}", "Regularly, how often is still to be chosen" },
  { "{'kind':'theme_calendar'}", "10 working days before each theme day" },
  { "{'kind':'theme_calendar','tag':'priority'}", "10 working days before each theme day of “priority”" },
  { "{'kind':'theme_calendar','lead_days':0}", "On each theme day" },
  { "{'kind':'theme_calendar','lead_days':0,'tag':'a”b'}", "On each theme day of “a”b”" },
  { "{'kind':'agreed_date'}", "On a date that is agreed each time" },
  { "{'kind':'agreed_date','target_days':3}",
    "On a date that is agreed each time. Ask for the date after 3 working days." },
  { "{'kind':'linked','offset':2,'unit':'week','anchor':{'entity':'plan_item','selector':16}}",
    "2 weeks after “Jährlicher Bericht, 2 weeks after 日本”" },
  { "{'kind':'linked','offset':-1,'unit':'calendar_day'}", "1 day before another plan item" },
  { "{'kind':'linked'}", "Together with another plan item" },
  { "{'kind':'ongoing'}", "All the time, reviewed every 3 months" },
  { "{'kind':'as_required'}", "When needed" },
  { "{'kind':'on_request'}", "When somebody asks for it" },
  { "{'kind':'on_request','requested_by':'the safety partnership'}", "When asked for by the safety partnership" },
  { "{'kind':'unspecified'}", "No timing given" },
};

/* With apostrophes for quotes, so that the tables can be read. */
static CircTiming *
timing_from (const char *text,
             GError **error)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, error);

  return node != NULL ? circ_timing_from_json (node, error) : NULL;
}

static void
assert_round_trip (const CircTiming *timing)
{
  g_autofree char *sentence = circ_timing_dup_sentence (timing, &names);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircTiming) back = circ_timing_from_sentence (sentence, &names, &error);
  g_autoptr (JsonNode) node = circ_timing_to_json (timing);
  g_autoptr (CircTiming) parsed = NULL;

  g_assert_no_error (error);
  if (!circ_timing_equal (timing, back))
    {
      g_autoptr (JsonNode) other = circ_timing_to_json (back);
      g_autofree char *was = json_to_string (node, FALSE);
      g_autofree char *is = json_to_string (other, FALSE);

      g_error ("“%s” was %s and came back as %s", sentence, was, is);
    }
  parsed = circ_timing_from_json (node, &error);
  g_assert_no_error (error);
  g_assert_true (circ_timing_equal (timing, parsed));
}

static void
test_sentences (void)
{
  gboolean seen[CIRC_N_TIMING_KINDS] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircTiming) timing = timing_from (cases[i].json, &error);
      g_autofree char *sentence = NULL;

      g_assert_no_error (error);
      sentence = circ_timing_dup_sentence (timing, &names);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      assert_round_trip (timing);
      seen[timing->kind] = TRUE;
    }
  for (guint i = 0; i < CIRC_N_TIMING_KINDS; i++)
    g_assert_true (seen[i]);
}

static int
pick (int from,
      int to)
{
  return g_test_rand_int_range (from, to + 1);
}

static CircTiming *
random_timing (CircTimingKind kind)
{
  static const char *const words[] = { "priority", "the Board", "“quoted”", "a, b. c", "each meeting", "5 working days" };
  CircTiming *timing = circ_timing_new (kind);
  const char *const *triggers = circ_triggers_get_tokens ();

  timing->anchor = (CircAnchor) pick (0, CIRC_N_ANCHORS - 1);
  timing->anchor_id = pick (0, 1) ? 0 : pick (10, 18);
  timing->anchor_held = pick (0, 1);
  timing->offset = kind == CIRC_TIMING_LINKED ? pick (-30, 30) : pick (0, 30);
  timing->unit = (CircUnit) pick (0, CIRC_N_UNITS - 1);
  timing->bound = (CircBound) pick (0, CIRC_N_BOUNDS - 1);
  timing->roll = (CircRoll) pick (0, CIRC_N_ROLLS - 1);
  timing->month = pick (1, 12);
  timing->month_to = pick (1, 12);
  timing->day = pick (1, 29);
  timing->day_to = pick (1, 29);
  timing->weekday = pick (1, 7);
  timing->ordinal = pick (0, 5) == 0 ? -1 : pick (1, 5);
  timing->window_from = pick (1, 20);
  timing->window_to = timing->window_from + pick (0, 11);
  timing->length_days = pick (1, 40);
  timing->easter_offset = pick (-60, 60);
  timing->frequency = (CircFrequency) pick (0, CIRC_N_FREQUENCIES - 1);
  timing->anchor_date = pick (0, 1) ? CIRC_DAY_NONE : circ_day_new (2026, 1, 1) + pick (0, 3000);
  timing->times = pick (0, 1) ? 0 : pick (1, 20);
  timing->target_days = pick (0, 30);
  timing->lead_days = pick (0, 1) ? 0 : pick (1, 30);
  timing->review_every_months = pick (1, 24);
  g_free (timing->trigger);
  timing->trigger = g_strdup (pick (0, 1) ? words[pick (0, G_N_ELEMENTS (words) - 1)] : triggers[pick (0, 14)]);
  timing->tag = pick (0, 1) ? NULL : g_strdup (words[pick (0, G_N_ELEMENTS (words) - 1)]);
  timing->requested_by = pick (0, 1) ? NULL : g_strdup (words[pick (0, G_N_ELEMENTS (words) - 1)]);
  circ_timing_normalise (timing);
  return timing;
}

static void
test_round_trips (void)
{
  for (guint i = 0; i < CIRC_N_TIMING_KINDS * 300; i++)
    {
      g_autoptr (CircTiming) timing = random_timing (i % CIRC_N_TIMING_KINDS);

      assert_round_trip (timing);
    }
}

static void
test_not_sentences (void)
{
  static const char *const texts[] = {
    "", " ", "Within", "Within 1 week", "Within 1 week after", "Within 1 week after each meeting of Nobody",
    "Within one week after each meeting", "Within 01 week after each meeting", "Within 1 weeks after each meeting",
    "Within 99999999999 weeks after each meeting", "Within -1 weeks after each meeting", "Every year on 30 February",
    "Every year on 31 April", "Every year on the sixth Monday of May", "Every year in Juno", "Every year on 0 March",
    "Every year on the Tuesday between 11 and 5 February", "Every year, 0 days after Easter Sunday",
    "All the time, reviewed every 0 months", "On each theme day of “”", "When asked for by ", "{frequency}", "{offset}",
    "Every week from 31 February 2027", "Within 1 week after each meeting. Plan", "No timing given. No timing given",
    "Within 0 days after each meeting", "Every quarter, 0 in all", "0 days after another plan item",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircTiming) timing = circ_timing_from_sentence (texts[i], &names, &error);

      if (timing != NULL)
        g_error ("“%s” was understood", texts[i]);
      g_assert_nonnull (error);
    }
}

static void
test_not_json (void)
{
  static const char *const texts[] = {
    "[]", "7", "{}", "{'kind':7}", "{'kind':'sometimes'}", "{'kind':'after_event','offset':'one'}",
    "{'kind':'after_event','offset':-1}", "{'kind':'after_event','offset':99999999999}",
    "{'kind':'after_event','offset':1.5}", "{'kind':'after_event','unit':'fortnight'}",
    "{'kind':'after_event','bound':'roughly'}", "{'kind':'after_event','roll':7}",
    "{'kind':'after_event','anchor':'meeting'}", "{'kind':'after_event','anchor':{'entity':'wedding'}}",
    "{'kind':'after_event','anchor':{'selector':'12'}}", "{'kind':'after_event','anchor':{'state':'cancelled'}}",
    "{'kind':'fixed_date','month':13}", "{'kind':'fixed_date','month':2,'day':30}", "{'kind':'fixed_date','month':0}",
    "{'kind':'nth_weekday','ordinal':6}", "{'kind':'nth_weekday','ordinal':0}", "{'kind':'nth_weekday','weekday':8}",
    "{'kind':'weekday_in_window','window_from':11,'window_to':5}", "{'kind':'recurring','frequency':'hourly'}",
    "{'kind':'recurring','anchor_date':'2027-02-29'}", "{'kind':'recurring','times':-1}", "{'kind':'recurring','times':4294967298}",
    "{'kind':'ongoing','review_every_months':0}", "{'kind':'on_event','trigger':7}", "{'kind':'on_event','target_days':-1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircTiming) timing = timing_from (texts[i], &error);

      if (timing != NULL)
        g_error ("%s was read", texts[i]);
      g_assert_nonnull (error);
    }
}

/* Under which names a program that reads --json finds what a kind uses, and nothing that it does not use. */
static void
test_json_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircTiming) timing = timing_from ("{'kind':'after_event','offset':1,'unit':'week','month':7,'later':1,"
                                               "'source_text':'Within one week of meeting'}", &error);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  node = circ_timing_to_json (timing);
  text = json_to_string (node, FALSE);
  g_assert_cmpstr (text, ==,
                   "{\"kind\":\"after_event\",\"anchor\":{\"entity\":\"meeting\"},\"offset\":1,\"unit\":\"week\","
                   "\"bound\":\"within\",\"roll\":\"previous_working_day\","
                   "\"source_text\":\"Within one week of meeting\"}");
}

static void
test_kinds (void)
{
  CircTimingKind kind = CIRC_N_TIMING_KINDS;
  g_autoptr (CircTiming) timing = circ_timing_new (CIRC_TIMING_UNSPECIFIED);

  g_assert_cmpint (CIRC_N_TIMING_KINDS, ==, 19);
  for (guint i = 0; i < CIRC_N_TIMING_KINDS; i++)
    {
      g_assert_true (circ_timing_kind_from_token (circ_timing_kind_get_token (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (circ_timing_kind_get_title (i), !=, "");
    }
  g_assert_false (circ_timing_kind_from_token (NULL, &kind));
  g_assert_true (circ_timing_is_understood (timing));
  timing->source_text = g_strdup ("When the moon is full");
  g_assert_false (circ_timing_is_understood (timing));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing/sentences", test_sentences);
  g_test_add_func ("/timing/round-trips", test_round_trips);
  g_test_add_func ("/timing/not-sentences", test_not_sentences);
  g_test_add_func ("/timing/not-json", test_not_json);
  g_test_add_func ("/timing/json-members", test_json_members);
  g_test_add_func ("/timing/kinds", test_kinds);
  return g_test_run ();
}
