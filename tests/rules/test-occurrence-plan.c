/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-plan.h"

#include <string.h>

#include "circ-clocks.h"
#include "circ-test-data.h"
#include "occurrence-cases.h"

#define DAY(iso) circ_day_from_iso (iso)
#define ITEM 7
#define GROUP 12
#define ALWAYS(item, timing) { item, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE }

static CircWorkingDays *working_days;

static char *
dup_planned (const CircPlannedOccurrence *planned)
{
  static const char *const waiting[] = { "", "trigger", "date", "timing" };
  const CircTimingDates *dates = &planned->dates;
  g_autofree char *from = circ_day_dup_iso (dates->from);
  g_autofree char *due = circ_day_dup_iso (dates->due_on);
  g_autofree char *plan_by = circ_day_dup_iso (dates->plan_by);
  g_autofree char *at = dates->due_at != 0 ? circ_moment_dup_london (dates->due_at) : NULL;

  if (dates->due_on == CIRC_DAY_NONE)
    return g_strdup (waiting[planned->waiting]);
  return g_strconcat (dates->from != dates->due_on ? from : "", dates->from != dates->due_on ? ".." : "", due,
                      dates->plan_by != dates->due_on ? ">" : "", dates->plan_by != dates->due_on ? plan_by : "",
                      at != NULL ? "@" : "", at != NULL ? at + strlen ("2026-11-21T") : "", dates->provisional ? "?" : "",
                      NULL);
}

/* Without what waits for the next event, which has a test of its own. */
static char *
dup_all_planned (GArray *planned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *planned_one = &g_array_index (planned, CircPlannedOccurrence, i);
      g_autofree char *one = planned_one->waiting != CIRC_WAITING_EVENT ? dup_planned (planned_one) : NULL;

      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_day (const char *word,
          CircDay *on,
          gint64 *at)
{
  g_autofree char *text = g_strndup (word, strlen (word) - 1);
  g_autofree char *day = g_strndup (word, 10);

  *at = 0;
  *on = DAY (day);
  if (circ_moment_from_iso (text, at))
    *on = circ_moment_get_day (*at);
  g_assert_cmpint (*on, !=, CIRC_DAY_NONE);
}

static void
read_events (const OccurrenceCase *row,
             GArray *events,
             GArray *triggers)
{
  g_auto (GStrv) words = g_strsplit (row->events, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char kind = words[i][strlen (words[i]) - 1];
      CircEvent event = { .anchor = CIRC_ANCHOR_MEETING, .id = 100 + i, .owner = GROUP };
      CircTriggerNote trigger = { .id = 100 + i, .item = kind == '*' ? ITEM : 0 };

      event.status = kind == 'p' ? CIRC_EVENT_PLANNED : kind == 'c' ? CIRC_EVENT_CONFIRMED
                     : kind == 'h' ? CIRC_EVENT_HELD : CIRC_EVENT_CANCELLED;
      trigger.trigger = kind == '!' ? "course_created" : NULL;
      read_day (words[i], &event.on, &event.at);
      read_day (words[i], &trigger.on, &trigger.at);
      if (kind == '!' || kind == '*')
        g_array_append_val (triggers, trigger);
      else
        g_array_append_val (events, event);
    }
}

/* What is recorded as it was planned is left as it is. */
static void
assert_settled (const CircPlanInput *input,
                GArray *planned)
{
  CircPlanInput again = *input;
  g_autofree CircRecordedOccurrence *recorded = g_new0 (CircRecordedOccurrence, planned->len);
  g_autoptr (GArray) second = NULL;

  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);

      recorded[i] = (CircRecordedOccurrence) { i + 1, one->item, one->rule, one->ref, one->dates.due_on, FALSE, FALSE };
    }
  again.recorded = recorded;
  again.n_recorded = planned->len;
  second = circ_occurrence_plan (&again);
  g_assert_cmpuint (second->len, ==, planned->len);
  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      const CircPlannedOccurrence *other = &g_array_index (second, CircPlannedOccurrence, i);

      g_assert_cmpint (other->recorded, ==, i + 1);
      g_assert_cmpint (other->change, ==, CIRC_PLAN_KEPT);
      g_assert_cmpint (other->dates.due_on, ==, one->dates.due_on);
      g_assert_cmpint (other->dates.plan_by, ==, one->dates.plan_by);
      g_assert_cmpint (other->waiting, ==, one->waiting);
    }
}

static void
test_case (gconstpointer data)
{
  const OccurrenceCase *row = data;
  g_autoptr (CircTiming) timing = circ_test_new_timing (row->timing);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (CircEvent));
  g_autoptr (GArray) triggers = g_array_new (FALSE, FALSE, sizeof (CircTriggerNote));
  CircItemTiming item = { ITEM, 1, timing, DAY (row->active_from), CIRC_DAY_NONE };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;
  g_autofree char *text = NULL;

  read_events (row, events, triggers);
  input.timings = &item;
  input.n_timings = 1;
  input.events = (const CircEvent *) (gpointer) events->data;
  input.n_events = events->len;
  input.triggers = (const CircTriggerNote *) (gpointer) triggers->data;
  input.n_triggers = triggers->len;
  if (row->from != NULL)
    input.from = DAY (row->from);
  if (row->to != NULL)
    input.to = DAY (row->to);
  planned = circ_occurrence_plan (&input);
  text = dup_all_planned (planned);
  g_test_message ("%s %s", row->timing, row->events);
  g_assert_cmpstr (text, ==, row->planned);
  assert_settled (&input, planned);
}

/* St Andrew's Day is for Scotland, and a closure for the day to aim for but not for the deadline. */
static void
test_calendars_and_closures (void)
{
  g_autoptr (CircWorkingDays) local = circ_test_new_working_days ();
  g_autoptr (CircTiming) timing = circ_test_new_timing (AFTER (1, "week"));
  CircItemTiming item = { ITEM, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE };
  CircEvent events[] = {
    { CIRC_ANCHOR_MEETING, 1, GROUP, DAY ("2026-11-23"), 0, CIRC_EVENT_CONFIRMED },
    { CIRC_ANCHOR_MEETING, 2, GROUP, DAY ("2026-12-17"), 0, CIRC_EVENT_CONFIRMED },
    { CIRC_ANCHOR_CAMPAIGN, 3, GROUP, DAY ("2026-12-17"), 0, CIRC_EVENT_CONFIRMED },
  };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) scotland = NULL;
  g_autoptr (GArray) closed = NULL;
  g_autofree char *scottish = NULL;
  g_autofree char *with_closure = NULL;

  input.timings = &item;
  input.n_timings = 1;
  input.events = events;
  input.n_events = G_N_ELEMENTS (events);
  input.calendar = CIRC_CALENDAR_SCOTLAND;
  scotland = circ_occurrence_plan (&input);
  scottish = dup_all_planned (scotland);
  g_assert_cmpstr (scottish, ==, "2026-11-30>2026-11-27, 2026-12-24");
  circ_working_days_add_closure (local, DAY ("2026-12-24"));
  input.calendar = CIRC_CALENDAR_ENGLAND_AND_WALES;
  input.working_days = local;
  closed = circ_occurrence_plan (&input);
  with_closure = dup_all_planned (closed);
  g_assert_cmpstr (with_closure, ==, "2026-11-30, 2026-12-24>2026-12-23");
}

#define EVENT(number) { CIRC_SOURCE_EVENT, number, 0, 0 }

static const CircPlannedOccurrence *
find (GArray *planned,
      gint64 recorded)
{
  for (guint i = 0; i < planned->len; i++)
    if (g_array_index (planned, CircPlannedOccurrence, i).recorded == recorded)
      return &g_array_index (planned, CircPlannedOccurrence, i);
  return NULL;
}

static void
assert_change (GArray *planned,
               gint64 recorded,
               CircPlanChange change,
               const char *due)
{
  const CircPlannedOccurrence *found = find (planned, recorded);
  g_autofree char *got = NULL;

  g_test_message ("recorded %d", (int) recorded);
  g_assert_nonnull (found);
  got = circ_day_dup_iso (found->dates.due_on);
  g_assert_cmpint (found->change, ==, change);
  g_assert_cmpstr (got, ==, due);
}

/* Meetings that moved, were cancelled or are gone: open occurrences follow, closed ones stay. */
static void
test_recorded_meetings (void)
{
  g_autoptr (CircTiming) timing = circ_test_new_timing (AFTER (1, "week"));
  CircItemTiming item = { ITEM, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE };
  CircEvent events[] = {
    { CIRC_ANCHOR_MEETING, 1, GROUP, DAY ("2026-12-09"), 0, CIRC_EVENT_CONFIRMED }, /* was the 2nd */
    { CIRC_ANCHOR_MEETING, 2, GROUP, DAY ("2026-12-16"), 0, CIRC_EVENT_CANCELLED },
    { CIRC_ANCHOR_MEETING, 3, GROUP, DAY ("2027-01-13"), 0, CIRC_EVENT_CONFIRMED },
    { CIRC_ANCHOR_MEETING, 4, GROUP, DAY ("2027-02-10"), 0, CIRC_EVENT_CONFIRMED },
    { CIRC_ANCHOR_MEETING, 5, GROUP, DAY ("2029-02-10"), 0, CIRC_EVENT_CONFIRMED }, /* moved out of the window */
  };
  CircRecordedOccurrence recorded[] = {
    { 21, ITEM, 1, EVENT (1), DAY ("2026-12-09"), FALSE, FALSE },
    { 22, ITEM, 1, EVENT (2), DAY ("2026-12-23"), FALSE, FALSE },
    { 23, ITEM, 1, EVENT (3), DAY ("2027-01-20"), FALSE, FALSE },
    { 24, ITEM, 1, EVENT (4), DAY ("2027-02-19"), FALSE, TRUE },  /* set by hand */
    { 25, ITEM, 1, EVENT (5), DAY ("2027-03-17"), FALSE, FALSE },
    { 26, ITEM, 1, EVENT (6), DAY ("2027-03-24"), FALSE, FALSE }, /* its meeting is gone */
    { 27, ITEM, 1, EVENT (7), DAY ("2027-03-24"), TRUE, FALSE },  /* the same, but done */
    { 28, ITEM, 2, EVENT (3), DAY ("2027-01-20"), FALSE, FALSE }, /* its rule is gone */
    { 29, ITEM, 2, EVENT (3), DAY ("2027-01-20"), TRUE, FALSE },
    { 30, ITEM, 1, { CIRC_SOURCE_BY_HAND, 0, 0, 0 }, DAY ("2027-01-05"), FALSE, FALSE },
    { 31, ITEM, 1, { CIRC_SOURCE_TRIGGER, 9, 0, 0 }, DAY ("2027-01-06"), FALSE, FALSE },
    { 32, 8, 1, EVENT (1), DAY ("2026-12-16"), FALSE, FALSE },    /* its item is gone */
    { 33, ITEM, 1, { CIRC_SOURCE_TRIGGER, 10, 0, 0 }, DAY ("2027-01-06"), FALSE, FALSE }, /* it did not happen after all */
    { 34, ITEM, 1, { CIRC_SOURCE_TRIGGER, 11, 0, 0 }, DAY ("2027-01-06"), FALSE, FALSE }, /* it was about another item */
  };
  const CircTriggerNote triggers[] = {
    { 9, ITEM, "programme_updated", DAY ("2026-12-30"), 0 },
    { 11, 8, "programme_updated", DAY ("2026-12-30"), 0 },
  };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;

  input.timings = &item;
  input.n_timings = 1;
  input.events = events;
  input.n_events = G_N_ELEMENTS (events);
  input.triggers = triggers;
  input.n_triggers = G_N_ELEMENTS (triggers);
  input.recorded = recorded;
  input.n_recorded = G_N_ELEMENTS (recorded);
  planned = circ_occurrence_plan (&input);
  g_assert_cmpuint (planned->len, ==, G_N_ELEMENTS (recorded));
  assert_change (planned, 21, CIRC_PLAN_MOVED, "2026-12-16");
  assert_change (planned, 22, CIRC_PLAN_CANCELLED, "2026-12-23");
  g_assert_cmpint (find (planned, 22)->reason, ==, CIRC_CANCELLED_EVENT);
  assert_change (planned, 23, CIRC_PLAN_KEPT, "2027-01-20");
  assert_change (planned, 24, CIRC_PLAN_KEPT, "2027-02-19");
  assert_change (planned, 25, CIRC_PLAN_MOVED, "2029-02-17");
  assert_change (planned, 26, CIRC_PLAN_CANCELLED, "2027-03-24");
  g_assert_cmpint (find (planned, 26)->reason, ==, CIRC_CANCELLED_EVENT);
  assert_change (planned, 27, CIRC_PLAN_KEPT, "2027-03-24");
  g_assert_true (find (planned, 27)->closed);
  assert_change (planned, 28, CIRC_PLAN_CANCELLED, "2027-01-20");
  g_assert_cmpint (find (planned, 28)->reason, ==, CIRC_CANCELLED_RULE);
  assert_change (planned, 29, CIRC_PLAN_KEPT, "2027-01-20");
  assert_change (planned, 30, CIRC_PLAN_KEPT, "2027-01-05");
  assert_change (planned, 31, CIRC_PLAN_KEPT, "2027-01-06");
  assert_change (planned, 32, CIRC_PLAN_CANCELLED, "2026-12-16");
  assert_change (planned, 33, CIRC_PLAN_CANCELLED, "2027-01-06");
  assert_change (planned, 34, CIRC_PLAN_CANCELLED, "2027-01-06");

  /* The same meetings, with the first two done: neither the move nor the cancellation touches them. */
  recorded[0].closed = recorded[1].closed = TRUE;
  g_clear_pointer (&planned, g_array_unref);
  planned = circ_occurrence_plan (&input);
  assert_change (planned, 21, CIRC_PLAN_KEPT, "2026-12-09");
  assert_change (planned, 22, CIRC_PLAN_KEPT, "2026-12-23");
}

/* A rule that changes moves the days of the year and of a series; an item that ends leaves the later ones. */
static void
test_recorded_rules (void)
{
  g_autoptr (CircTiming) june = circ_test_new_timing ("{'kind':'fixed_date','month':6,'day':30}");
  g_autoptr (CircTiming) monthly = circ_test_new_timing ("{'kind':'recurring','frequency':'monthly','anchor_date':'2027-01-15'}");
  CircItemTiming items[] = {
    { ITEM, 1, june, CIRC_DAY_NONE, CIRC_DAY_NONE },
    { ITEM, 2, monthly, CIRC_DAY_NONE, DAY ("2027-03-01") },
    { ITEM, 3, monthly, CIRC_DAY_NONE, CIRC_DAY_NONE },
  };
  CircRecordedOccurrence recorded[] = {
    { 21, ITEM, 1, { CIRC_SOURCE_YEAR, 0, 2027, 0 }, DAY ("2027-06-01"), FALSE, FALSE },
    { 22, ITEM, 2, { CIRC_SOURCE_SERIES, 0, 1, 0 }, DAY ("2027-02-15"), FALSE, FALSE },
    { 23, ITEM, 2, { CIRC_SOURCE_SERIES, 0, 2, 0 }, DAY ("2027-03-15"), FALSE, FALSE },
    { 24, ITEM, 1, { CIRC_SOURCE_YEAR, 0, 2040, 0 }, DAY ("2040-06-01"), FALSE, FALSE }, /* not asked about */
    { 25, ITEM, 3, { CIRC_SOURCE_SERIES, 0, 15, 0 }, DAY ("2028-03-30"), FALSE, FALSE }, /* moves out of the window */
  };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;

  input.timings = items;
  input.n_timings = G_N_ELEMENTS (items);
  input.recorded = recorded;
  input.n_recorded = G_N_ELEMENTS (recorded);
  planned = circ_occurrence_plan (&input);
  assert_change (planned, 21, CIRC_PLAN_MOVED, "2027-06-30");
  assert_change (planned, 22, CIRC_PLAN_KEPT, "2027-02-15");
  assert_change (planned, 23, CIRC_PLAN_CANCELLED, "2027-03-15");
  g_assert_null (find (planned, 24));
  assert_change (planned, 25, CIRC_PLAN_MOVED, "2028-04-15");
}

static void
test_linked (void)
{
  g_autoptr (CircTiming) first = circ_test_new_timing (AFTER (1, "week"));
  g_autoptr (CircTiming) second = circ_test_new_timing ("{'kind':'linked','offset':-2,'anchor':{'entity':'plan_item','selector':1}}");
  g_autoptr (CircTiming) third = circ_test_new_timing ("{'kind':'linked','offset':1,'unit':'week','anchor':{'selector':2}}");
  g_autoptr (CircTiming) round = circ_test_new_timing ("{'kind':'linked','anchor':{'selector':5}}");
  g_autoptr (CircTiming) back = circ_test_new_timing ("{'kind':'linked','anchor':{'selector':4}}");
  CircItemTiming items[] = { ALWAYS (3, third), ALWAYS (2, second), ALWAYS (1, first), ALWAYS (4, round), ALWAYS (5, back) };
  CircEvent event = { CIRC_ANCHOR_MEETING, 1, GROUP, DAY ("2026-12-21"), 0, CIRC_EVENT_PLANNED };
  CircRecordedOccurrence recorded = { 21, 3, 1, { CIRC_SOURCE_EVENT, 1, 0, 2002 }, DAY ("2027-01-01"), FALSE, FALSE };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;
  g_autofree char *text = NULL;
  g_autofree char *ref = NULL;

  input.timings = items;
  input.n_timings = G_N_ELEMENTS (items);
  input.events = &event;
  input.n_events = 1;
  input.recorded = &recorded;
  input.n_recorded = 1;
  planned = circ_occurrence_plan (&input);
  text = dup_all_planned (planned);
  /* Two that follow each other have no date, and no end is looked for. */
  g_assert_cmpstr (text, ==, "2026-12-26>2026-12-24?, 2026-12-28>2026-12-24?, 2027-01-02>2026-12-31?, date, date");
  ref = circ_occurrence_ref_dup_text (&g_array_index (planned, CircPlannedOccurrence, 2).ref);
  g_assert_cmpstr (ref, ==, "event:1/via:2002");
  assert_change (planned, 21, CIRC_PLAN_MOVED, "2027-01-02");
}

/* What was dropped has nothing that follows it any more; what was done still has. */
static void
test_linked_dropped (void)
{
  g_autoptr (CircTiming) first = circ_test_new_timing (AFTER (1, "week"));
  g_autoptr (CircTiming) second = circ_test_new_timing ("{'kind':'linked','offset':1,'unit':'week','anchor':{'selector':1}}");
  CircItemTiming items[] = { ALWAYS (1, first), ALWAYS (2, second) };
  CircEvent event = { CIRC_ANCHOR_MEETING, 1, GROUP, DAY ("2026-12-21"), 0, CIRC_EVENT_PLANNED };

  for (int dropped = FALSE; dropped <= TRUE; dropped++)
    {
      CircRecordedOccurrence recorded[] = {
        { 31, 1, 1, { CIRC_SOURCE_EVENT, 1, 0, 0 }, DAY ("2026-12-28"), TRUE, FALSE, dropped },
        { 32, 2, 1, { CIRC_SOURCE_EVENT, 1, 0, 2 }, DAY ("2027-01-04"), FALSE, FALSE, FALSE },
      };
      CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
      g_autoptr (GArray) planned = NULL;

      input.timings = items;
      input.n_timings = G_N_ELEMENTS (items);
      input.events = &event;
      input.n_events = 1;
      input.recorded = recorded;
      input.n_recorded = 2;
      planned = circ_occurrence_plan (&input);
      assert_change (planned, 32, dropped ? CIRC_PLAN_CANCELLED : CIRC_PLAN_KEPT, "2027-01-04");
    }
}

static void
test_theme_days (void)
{
  g_autoptr (GPtrArray) theme_days = circ_test_new_theme_days ();
  g_autoptr (CircTiming) tagged = circ_test_new_timing ("{'kind':'theme_calendar','tag':'fostering','lead_days':5}");
  g_autoptr (CircTiming) after = circ_test_new_timing ("{'kind':'after_event','offset':1,'unit':'week',"
                                              "'anchor':{'entity':'theme_day','selector':3}}");
  CircItemTiming items[] = { ALWAYS (1, tagged), ALWAYS (2, after) };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;
  g_autoptr (GArray) later = NULL;
  g_autofree char *text = NULL;
  g_autofree char *confirmed = NULL;
  CircThemeDay *fortnight = (CircThemeDay *) circ_theme_days_find (theme_days, "Fostering Week");

  g_assert_cmpstr (fortnight->name, ==, "Foster Care Fortnight");
  for (guint i = 0; i < theme_days->len; i++)
    ((CircThemeDay *) g_ptr_array_index (theme_days, i))->id = i + 1;
  input.from = DAY ("2027-01-01");
  input.to = DAY ("2027-12-31");
  input.timings = items;
  input.n_timings = 2;
  input.theme_days = theme_days;
  planned = circ_occurrence_plan (&input);
  text = dup_all_planned (planned);
  /* The third of the list, the week in February, is announced each year: of 2027 nothing is known. */
  g_assert_cmpstr (text, ==, "2027-05-10..2027-05-23>2027-04-30?, 2027-11-03>2027-10-27");
  circ_theme_day_add_year (fortnight, 2027, DAY ("2027-05-17"), DAY ("2027-05-30"), TRUE);
  circ_theme_day_add_year (g_ptr_array_index (theme_days, 2), 2027, DAY ("2027-02-08"), DAY ("2027-02-14"), FALSE);
  later = circ_occurrence_plan (&input);
  confirmed = dup_all_planned (later);
  g_assert_cmpstr (confirmed, ==,
                   "2027-02-21>2027-02-19?, 2027-05-17..2027-05-30>2027-05-10, 2027-11-03>2027-10-27");
}

static void
test_states (void)
{
  static const struct {
    const char *today;
    CircOccurrenceState state;
  } days[] = {
    /* Due 28 December, plan by 24; five working days before that is the 17th. */
    { "2026-12-16", CIRC_OCCURRENCE_STATE_SCHEDULED }, { "2026-12-17", CIRC_OCCURRENCE_STATE_DUE },
    { "2026-12-28", CIRC_OCCURRENCE_STATE_DUE }, { "2026-12-29", CIRC_OCCURRENCE_STATE_OVERDUE },
  };
  g_autoptr (CircTiming) timing = circ_test_new_timing (AFTER (1, "week"));
  g_autoptr (CircTiming) none = circ_test_new_timing ("{'kind':'unspecified'}");
  CircItemTiming items[] = {
    { ITEM, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE }, { ITEM, 2, none, CIRC_DAY_NONE, CIRC_DAY_NONE },
  };
  CircEvent event = { CIRC_ANCHOR_MEETING, 1, GROUP, DAY ("2026-12-21"), 0, CIRC_EVENT_CONFIRMED };
  CircRecordedOccurrence recorded = { 21, ITEM, 1, EVENT (1), DAY ("2026-12-28"), FALSE, FALSE };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
  g_autoptr (GArray) planned = NULL;
  g_autoptr (GArray) cancelled = NULL;

  input.timings = items;
  input.n_timings = 2;
  input.events = &event;
  input.n_events = 1;
  planned = circ_occurrence_plan (&input);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (circ_planned_occurrence_get_state (&g_array_index (planned, CircPlannedOccurrence, 0),
                                                        DAY (days[i].today)), ==, days[i].state);
  g_assert_cmpint (circ_planned_occurrence_get_state (&g_array_index (planned, CircPlannedOccurrence, 1),
                                                      DAY ("2026-12-29")), ==, CIRC_OCCURRENCE_STATE_NO_TIMING);
  event.status = CIRC_EVENT_CANCELLED;
  input.recorded = &recorded;
  input.n_recorded = 1;
  cancelled = circ_occurrence_plan (&input);
  g_assert_cmpint (circ_planned_occurrence_get_state (&g_array_index (cancelled, CircPlannedOccurrence, 0),
                                                      DAY ("2026-12-29")), ==, CIRC_OCCURRENCE_STATE_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  working_days = circ_test_new_working_days ();
  for (guint i = 0; i < G_N_ELEMENTS (occurrence_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/occurrence-plan/case/%u", i + 1);

      g_test_add_data_func (path, &occurrence_cases[i], test_case);
    }
  g_test_add_func ("/occurrence-plan/calendars-and-closures", test_calendars_and_closures);
  g_test_add_func ("/occurrence-plan/recorded-meetings", test_recorded_meetings);
  g_test_add_func ("/occurrence-plan/recorded-rules", test_recorded_rules);
  g_test_add_func ("/occurrence-plan/linked", test_linked);
  g_test_add_func ("/occurrence-plan/linked-dropped", test_linked_dropped);
  g_test_add_func ("/occurrence-plan/theme-days", test_theme_days);
  g_test_add_func ("/occurrence-plan/states", test_states);
  status = g_test_run ();
  circ_working_days_unref (working_days);
  return status;
}
