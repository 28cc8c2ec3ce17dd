/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-plan.h"

#include "circ-test-data.h"

#define DAY(iso) circ_day_from_iso (iso)
#define ITEM 7
#define GROUP 12

static CircWorkingDays *working_days;

/* A rule that hangs on meetings says so when the next is not in the calendar, and only then. */
static void
test_event_missing (void)
{
  static const struct {
    const char *on;
    gint64 owner;
    CircEventStatus status;
    gboolean missing;
  } cases[] = {
    { "2026-11-21", GROUP, CIRC_EVENT_PLANNED, FALSE },   { "2026-12-09", GROUP, CIRC_EVENT_CONFIRMED, FALSE },
    { "2026-11-20", GROUP, CIRC_EVENT_HELD, TRUE },       { "2026-12-09", GROUP, CIRC_EVENT_CANCELLED, TRUE },
    { "2026-12-09", GROUP + 1, CIRC_EVENT_PLANNED, TRUE },
  };
  g_autoptr (CircTiming) timing = circ_timing_new (CIRC_TIMING_BEFORE_EVENT);
  const CircItemTiming item = { ITEM, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE };

  timing->anchor = CIRC_ANCHOR_MEETING;
  timing->anchor_id = GROUP;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CircEvent event = { CIRC_ANCHOR_MEETING, 1, cases[i].owner, DAY (cases[i].on), 0, cases[i].status };
      CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2028-03-31"));
      g_autoptr (GArray) planned = NULL;
      guint n_missing = 0;

      input.timings = &item;
      input.n_timings = 1;
      input.events = &event;
      input.n_events = 1;
      planned = circ_occurrence_plan (&input);
      for (guint j = 0; j < planned->len; j++)
        {
          const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, j);

          if (one->waiting != CIRC_WAITING_EVENT)
            continue;
          n_missing++;
          g_assert_cmpint (circ_planned_occurrence_get_state (one, input.today), ==, CIRC_OCCURRENCE_STATE_DATE_NEEDED);
        }
      g_assert_cmpuint (n_missing, ==, cases[i].missing ? 1 : 0);
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  working_days = circ_test_new_working_days ();
  g_test_add_func ("/rules/event-missing", test_event_missing);
  status = g_test_run ();
  circ_working_days_unref (working_days);
  return status;
}
