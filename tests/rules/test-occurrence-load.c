/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-plan.h"

#include <time.h>

#include "circ-test-data.h"

#define DAY(iso) circ_day_from_iso (iso)

/* Of this thread alone: other programs on the machine do not count. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* A year of a large partnership; what it costs is said, and judged by whoever measures. */
static void
test_large (void)
{
  enum { N_ITEMS = 500, N_MEETINGS = 200 };
  g_autoptr (CircTiming) after = circ_test_new_timing ("{'kind':'after_event','offset':1,'unit':'week'}");
  g_autoptr (CircTiming) before = circ_test_new_timing ("{'kind':'before_event','offset':5,'unit':'working_day'}");
  g_autofree CircItemTiming *items = g_new0 (CircItemTiming, N_ITEMS);
  g_autofree CircEvent *events = g_new0 (CircEvent, N_MEETINGS);
  g_autofree CircRecordedOccurrence *recorded = NULL;
  g_autoptr (CircWorkingDays) working_days = circ_test_new_working_days ();
  CircPlanInput input = {
    .working_days = working_days,
    .calendar = CIRC_CALENDAR_ENGLAND_AND_WALES,
    .from = DAY ("2026-04-01"),
    .to = DAY ("2027-03-31"),
    .today = DAY ("2026-11-01"),
    .timings = items,
    .n_timings = N_ITEMS,
    .events = events,
    .n_events = N_MEETINGS,
  };
  g_autoptr (GArray) planned = NULL;
  g_autoptr (GArray) again = NULL;
  double begin, first, second;

  for (guint i = 0; i < N_ITEMS; i++)
    items[i] = (CircItemTiming) { i + 1, 1, i % 2 == 0 ? after : before, DAY ("2026-04-01"), CIRC_DAY_NONE };
  for (guint i = 0; i < N_MEETINGS; i++)
    events[i] = (CircEvent) {
      CIRC_ANCHOR_MEETING, i + 1, 12, DAY ("2026-05-01") + (CircDay) i, 0, CIRC_EVENT_PLANNED
    };
  begin = get_milliseconds ();
  planned = circ_occurrence_plan (&input);
  first = get_milliseconds () - begin;
  g_assert_cmpuint (planned->len, ==, N_ITEMS * N_MEETINGS);

  /* All of it recorded, and each meeting a day later. */
  recorded = g_new0 (CircRecordedOccurrence, planned->len);
  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);

      recorded[i] = (CircRecordedOccurrence) {
        i + 1, one->item, one->rule, one->ref, one->dates.due_on, i % 10 == 0, FALSE
      };
    }
  for (guint i = 0; i < N_MEETINGS; i++)
    events[i].on++;
  input.recorded = recorded;
  input.n_recorded = planned->len;
  begin = get_milliseconds ();
  again = circ_occurrence_plan (&input);
  second = get_milliseconds () - begin;
  g_assert_cmpuint (again->len, ==, N_ITEMS * N_MEETINGS);
  g_test_message ("%.3f ms per 1,000 new occurrences, %.3f ms per 1,000 recorded ones",
                  first * 1000 / (N_ITEMS * N_MEETINGS), second * 1000 / (N_ITEMS * N_MEETINGS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occurrence-load/year", test_large);
  return g_test_run ();
}
