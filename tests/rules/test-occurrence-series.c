/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series whose words or first day are changed, with what is recorded of it. */
#include "config.h"

#include "circ-occurrence-plan.h"

#include <stdlib.h>

#include "circ-test-data.h"

#define DAY(iso) circ_day_from_iso (iso)
#define ITEM 7
#define ALWAYS(item, timing) { item, 1, timing, CIRC_DAY_NONE, CIRC_DAY_NONE }

static CircWorkingDays *working_days;

/* What is recorded of a monthly series from 1 April 2026, as number, day and o for open, c for closed, f for set by hand and
 * open, d for set by hand and done; and which of it stays, by day, when the series is another one. */
static const struct {
  const char *rule;
  const char *recorded;
  const char *planned; /* number@day, and = where it is the recorded one */
} series_changes[] = {
  /* The defect that this is about: the fourth of the months was done, and the fourth of the quarters is another day. */
  { "quarterly','anchor_date':'2026-04-01", "4@2026-08-01c",
    "0@2026-04-01, 1@2026-07-01, 4@2026-08-01=, 2@2026-10-01, 3@2027-01-01, 4@2027-04-01" },
  /* The third of the months was done on the day of the first of the quarters. */
  { "quarterly','anchor_date':'2026-04-01", "1@2026-05-01o,3@2026-07-01c",
    "0@2026-04-01, 1@2026-05-01x, 3@2026-07-01=, 2@2026-10-01, 3@2027-01-01, 4@2027-04-01" },
  /* The same, opened again: both have a number, each its day. */
  { "quarterly','anchor_date':'2026-04-01", "3@2026-07-01c,3@2027-01-01o",
    "0@2026-04-01, 3@2026-07-01=, 2@2026-10-01, 3@2027-01-01=, 4@2027-04-01" },
  { "quarterly','anchor_date':'2026-04-01", "3@2027-01-01o,3@2026-07-01c",
    "0@2026-04-01, 3@2026-07-01=, 2@2026-10-01, 3@2027-01-01=, 4@2027-04-01" },
  /* From four months later: what was done on 1 August is the new first. */
  { "quarterly','anchor_date':'2026-08-01", "4@2026-08-01c", "4@2026-08-01=, 1@2026-11-01, 2@2027-02-01" },
  /* Two days later it is the same quarter; open ones move. */
  { "quarterly','anchor_date':'2026-04-03", "0@2026-04-01c,1@2026-07-01c,2@2026-10-01o",
    "0@2026-04-01=, 1@2026-07-01=, 2@2026-10-03=, 3@2027-01-03, 4@2027-04-03" },
  /* A day that a hand has moved stays of its number; one of another series does not take the day of that number. */
  { "quarterly','anchor_date':'2026-04-01", "1@2026-07-20d,2@2026-11-10f",
    "0@2026-04-01, 1@2026-07-20=, 2@2026-11-10=, 3@2027-01-01, 4@2027-04-01" },
  { "quarterly','anchor_date':'2026-04-01", "3@2026-07-10d,4@2026-08-12f",
    "0@2026-04-01, 1@2026-07-01, 3@2026-07-10=, 4@2026-08-12=, 2@2026-10-01, 3@2027-01-01, 4@2027-04-01" },
  /* Nothing has changed. */
  { "half_yearly','anchor_date':'2026-04-30", "0@2026-04-30c,1@2026-10-30c,2@2027-04-30o", "0@2026-04-30=, 1@2026-10-30=, 2@2027-04-30=" },
};

static CircRecordedOccurrence
read_recorded (const char *word,
               gint64 id)
{
  g_auto (GStrv) parts = g_strsplit (word, "@", 2);
  char kind = parts[1][10];

  parts[1][10] = '\0';
  return (CircRecordedOccurrence) {
    .id = id,
    .item = ITEM,
    .rule = 1,
    .ref = { CIRC_SOURCE_SERIES, 0, atoi (parts[0]), 0 },
    .due_on = DAY (parts[1]),
    .closed = kind == 'c' || kind == 'd',
    .fixed = kind == 'f' || kind == 'd',
  };
}

static char *
dup_series (GArray *planned,
            gint64 item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      g_autofree char *day = circ_day_dup_iso (one->dates.due_on);

      if (one->item == item)
        g_string_append_printf (text, "%s%d@%s%s", text->len > 0 ? ", " : "", one->ref.number, day,
                                one->change == CIRC_PLAN_CANCELLED ? "x" : one->recorded != 0 ? "=" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_series_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (series_changes); i++)
    {
      g_autofree char *json = g_strconcat ("{'kind':'recurring','frequency':'", series_changes[i].rule, "'}", NULL);
      g_autoptr (CircTiming) timing = circ_test_new_timing (json);
      g_auto (GStrv) words = g_strsplit (series_changes[i].recorded, ",", -1);
      g_autoptr (GArray) recorded = g_array_new (FALSE, FALSE, sizeof (CircRecordedOccurrence));
      CircItemTiming item = ALWAYS (ITEM, timing);
      CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2027-04-30"));
      g_autoptr (GArray) planned = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; words[j] != NULL; j++)
        {
          CircRecordedOccurrence one = read_recorded (words[j], j + 1);

          g_array_append_val (recorded, one);
        }
      input.timings = &item;
      input.n_timings = 1;
      input.recorded = (const CircRecordedOccurrence *) (gpointer) recorded->data;
      input.n_recorded = recorded->len;
      planned = circ_occurrence_plan (&input);
      text = dup_series (planned, ITEM);
      g_test_message ("case %u", i + 1);
      g_assert_cmpstr (text, ==, series_changes[i].planned);
    }
}

/* What follows each of a series that was changed has two with one number as well, and each keeps its day. */
static void
test_series_followed (void)
{
  g_autoptr (CircTiming) quarterly = circ_test_new_timing ("{'kind':'recurring','frequency':'quarterly','anchor_date':'2026-07-01'}");
  g_autoptr (CircTiming) week = circ_test_new_timing ("{'kind':'linked','offset':1,'unit':'week','anchor':{'selector':1}}");
  CircItemTiming items[] = { ALWAYS (1, quarterly), ALWAYS (2, week) };
  const CircRecordedOccurrence recorded[] = {
    { 31, 1, 1, { CIRC_SOURCE_SERIES, 0, 1, 0 }, DAY ("2026-07-01"), TRUE, FALSE, FALSE },
    { 32, 1, 1, { CIRC_SOURCE_SERIES, 0, 1, 0 }, DAY ("2026-10-01"), FALSE, FALSE, FALSE },
    { 33, 2, 1, { CIRC_SOURCE_SERIES, 0, 1, 2 }, DAY ("2026-07-08"), TRUE, FALSE, FALSE },
    { 34, 2, 1, { CIRC_SOURCE_SERIES, 0, 1, 2 }, DAY ("2026-10-08"), FALSE, FALSE, FALSE },
  };
  CircPlanInput input = circ_test_new_plan_input (working_days, DAY ("2027-04-30"));
  g_autoptr (GArray) planned = NULL;
  g_autofree char *text = NULL;

  input.to = DAY ("2027-01-31");
  input.timings = items;
  input.n_timings = G_N_ELEMENTS (items);
  input.recorded = recorded;
  input.n_recorded = G_N_ELEMENTS (recorded);
  planned = circ_occurrence_plan (&input);
  text = dup_series (planned, 2);
  g_assert_cmpstr (text, ==, "1@2026-07-08=, 1@2026-10-08=, 2@2027-01-08");
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  working_days = circ_test_new_working_days ();
  g_test_add_func ("/occurrence-series/changes", test_series_changes);
  g_test_add_func ("/occurrence-series/followed", test_series_followed);
  status = g_test_run ();
  circ_working_days_unref (working_days);
  return status;
}
