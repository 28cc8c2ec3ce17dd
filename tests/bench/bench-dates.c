/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's calendar of 500 items and 200 meetings: prints milliseconds for each 1,000 occurrences, new ones and then all of
 * them recorded and moved by a day. */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "circ-occurrence-plan.h"
#include "circ-rules-resources.h"

#define N_ITEMS 500
#define N_MEETINGS 200
#define N_OCCURRENCES (N_ITEMS * N_MEETINGS)

/* Of this thread alone: other programs on the machine do not count. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static CircTiming *
new_timing (CircTimingKind kind,
            int offset,
            CircUnit unit)
{
  CircTiming *timing = circ_timing_new (kind);

  timing->anchor = CIRC_ANCHOR_MEETING;
  timing->offset = offset;
  timing->unit = unit;
  circ_timing_normalise (timing);
  return timing;
}

static double
measure (const CircPlanInput *input,
         GArray **planned)
{
  double begin = get_milliseconds ();

  *planned = circ_occurrence_plan (input);
  return (get_milliseconds () - begin) * 1000 / N_OCCURRENCES;
}

static GArray *
record_all (GArray *planned)
{
  GArray *recorded = g_array_new (FALSE, FALSE, sizeof (CircRecordedOccurrence));

  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      CircRecordedOccurrence record = { i + 1, one->item, one->rule, one->ref, one->dates.due_on, i % 10 == 0, FALSE };

      g_array_append_val (recorded, record);
    }
  return recorded;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
    circ_rules_get_resource (), "/io/github/circulate/Circulate/rules/bank-holidays.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (CircWorkingDays) working_days = circ_working_days_new (bytes, NULL);
  g_autoptr (CircTiming) after = new_timing (CIRC_TIMING_AFTER_EVENT, 1, CIRC_UNIT_WEEK);
  g_autoptr (CircTiming) before = new_timing (CIRC_TIMING_BEFORE_EVENT, 5, CIRC_UNIT_WORKING_DAY);
  g_autofree CircItemTiming *items = g_new0 (CircItemTiming, N_ITEMS);
  g_autofree CircEvent *events = g_new0 (CircEvent, N_MEETINGS);
  CircPlanInput input = {
    .working_days = working_days, .calendar = CIRC_CALENDAR_ENGLAND_AND_WALES,
    .from = circ_day_new (2026, 4, 1), .to = circ_day_new (2027, 3, 31), .today = circ_day_new (2026, 11, 1),
    .timings = items, .n_timings = N_ITEMS, .events = events, .n_events = N_MEETINGS,
  };
  g_autoptr (GArray) planned = NULL;
  g_autoptr (GArray) recorded = NULL;
  g_autoptr (GArray) again = NULL;
  double first, second;

  for (guint i = 0; i < N_ITEMS; i++)
    items[i] = (CircItemTiming) { i + 1, 1, i % 2 == 0 ? after : before, input.from, CIRC_DAY_NONE };
  for (guint i = 0; i < N_MEETINGS; i++)
    events[i] = (CircEvent) { CIRC_ANCHOR_MEETING, i + 1, 12, input.from + 30 + (CircDay) i, 0, CIRC_EVENT_PLANNED };
  first = measure (&input, &planned);
  recorded = record_all (planned);
  for (guint i = 0; i < N_MEETINGS; i++)
    events[i].on++;
  input.recorded = (const CircRecordedOccurrence *) (gpointer) recorded->data;
  input.n_recorded = recorded->len;
  second = measure (&input, &again);
  if (planned->len != N_OCCURRENCES || again->len != N_OCCURRENCES)
    return 1;
  printf ("new\t%.4f\nrecorded\t%.4f\n", first, second);
  return 0;
}
