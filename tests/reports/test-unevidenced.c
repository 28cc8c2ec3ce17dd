/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a period has no evidence of, by a worked example. */
#include "config.h"

#include "circ-audience.h"
#include "circ-measure.h"
#include "circ-occurrence.h"
#include "circ-priority.h"
#include "circ-readings.h"
#include "circ-unevidenced.h"
#include "support.h"

static gint64
add_named (TestFile *file,
           CircKindId kind,
           const char *name)
{
  g_autoptr (CircRecord) record = circ_record_new (kind);

  circ_record_set_text (record, (guint) circ_kind_get (kind)->title_field, name);
  test_add (file, record);
  return circ_record_get_id (record);
}

static void
set_value (TestFile *file,
           CircRecord *record,
           guint field,
           GVariant *value)
{
  g_autoptr (CircChange) change = circ_change_new ("Edited");
  g_autoptr (GError) error = NULL;

  circ_change_set (change, record, field, value);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
}

static void
serve (TestFile *file,
       CircRecord *record,
       guint field,
       gint64 priority)
{
  set_value (file, record, field, g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &priority, 1, sizeof priority));
}

static void
add_reading (TestFile *file,
             CircRecord *measure,
             const char *from,
             const char *to)
{
  g_autoptr (CircRecord) reading = circ_reading_new (measure, from, to, NULL, TEST_TODAY);

  test_add (file, reading);
}

static char *
join (GPtrArray *records)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = circ_record_dup_title (records->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", title);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_nothing (TestFile *file,
                const char *from,
                const char *to,
                const char *audiences,
                const char *measures,
                const char *priorities)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircUnevidenced) nothing = NULL;
  g_autofree char *found_audiences = NULL, *found_measures = NULL, *found_priorities = NULL;
  CircPeriod period;

  g_assert_true (circ_period_init (&period, from, to));
  nothing = circ_unevidenced_read (file->store, &period, &error);
  g_assert_no_error (error);
  found_audiences = join (nothing->audiences);
  found_measures = join (nothing->measures);
  found_priorities = join (nothing->priorities);
  g_assert_cmpstr (found_audiences, ==, audiences);
  g_assert_cmpstr (found_measures, ==, measures);
  g_assert_cmpstr (found_priorities, ==, priorities);
}

static void
test_worked (void)
{
  TestFile file;
  gint64 neglect, reach, calls_id, visits_id;
  g_autoptr (CircRecord) item = NULL, done = NULL, waiting = NULL, calls = NULL, visits = NULL, priority = NULL;

  test_open (&file, "empty");
  add_named (&file, CIRC_KIND_AUDIENCE, "Parents");
  add_named (&file, CIRC_KIND_AUDIENCE, "Staff");
  calls_id = add_named (&file, CIRC_KIND_MEASURE, "Calls");
  visits_id = add_named (&file, CIRC_KIND_MEASURE, "Visits");
  neglect = add_named (&file, CIRC_KIND_PRIORITY, "Neglect");
  reach = add_named (&file, CIRC_KIND_PRIORITY, "Reach");
  calls = circ_store_get (file.store, calls_id, NULL);
  visits = circ_store_get (file.store, visits_id, NULL);
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents, Staff", "Calls, Visits", "Neglect, Reach");

  /* To staff, without a method, in May; what is only planned is no evidence. */
  item = test_add_item (&file, "Briefing", "Staff", "E-mail", "Business manager", "Monthly");
  {
    g_autoptr (GPtrArray) entries = circ_entries_from_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM],
                                                             circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM));
    g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);
    g_autoptr (GPtrArray) staff = NULL;
    g_autoptr (GVariant) value = NULL;

    circ_query_where_equal (query, CIRC_AUDIENCE_NAME, g_variant_new_string ("Staff"));
    staff = circ_store_find (file.store, query, NULL);
    ((CircEntry *) entries->pdata[0])->link = circ_record_get_id (staff->pdata[0]);
    value = circ_entries_to_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM], entries);
    set_value (&file, item, CIRC_PLAN_ITEM_TO_WHOM, value);
  }
  serve (&file, item, CIRC_PLAN_ITEM_PRIORITIES, neglect);
  waiting = test_add_occurrence (&file, item, "2026-12-01", NULL);
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents, Staff", "Calls, Visits", "Neglect, Reach");
  done = test_add_occurrence (&file, item, "2026-05-04", "2026-05-04");
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents", "Calls, Visits", "Reach");
  assert_nothing (&file, "2026-06-01", "2026-06-30", "Parents, Staff", "Calls, Visits", "Neglect, Reach");

  /* A figure of a period that ends in these days is one of them. */
  add_reading (&file, calls, "2026-03-01", "2026-03-31");
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents", "Calls, Visits", "Reach");
  add_reading (&file, calls, "2026-04-01", "2026-04-30");
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents", "Visits", "Reach");
  serve (&file, calls, CIRC_MEASURE_PRIORITIES, reach);
  assert_nothing (&file, "2026-04-01", "2027-03-31", "Parents", "Visits", "");

  /* A figure of a longer time counts for a part of it, and nobody misses a yearly one in a month. */
  add_reading (&file, visits, "2026-01-01", "2026-12-31");
  assert_nothing (&file, "2026-12-01", "2026-12-31", "Parents, Staff", "Calls", "Neglect, Reach");
  assert_nothing (&file, "2027-01-01", "2027-01-31", "Parents, Staff", "Calls, Visits", "Neglect, Reach");
  test_set_text (&file, visits, CIRC_MEASURE_FREQUENCY, "yearly");
  assert_nothing (&file, "2027-01-01", "2027-01-31", "Parents, Staff", "Calls", "Neglect, Reach");
  assert_nothing (&file, "2027-01-01", "2027-12-31", "Parents, Staff", "Calls, Visits", "Neglect, Reach");

  /* What was in force at another time is not asked after. */
  priority = circ_store_get (file.store, reach, NULL);
  test_set_text (&file, priority, CIRC_PRIORITY_STARTS_ON, "2026-07-01");
  assert_nothing (&file, "2026-06-01", "2026-06-30", "Parents, Staff", "Calls", "Neglect");
  assert_nothing (&file, "2026-06-01", "2026-07-31", "Parents, Staff", "Calls", "Neglect, Reach");
  g_clear_object (&item);
  g_clear_object (&done);
  g_clear_object (&waiting);
  g_clear_object (&calls);
  g_clear_object (&visits);
  g_clear_object (&priority);
  test_close (&file);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unevidenced/worked", test_worked);
  return g_test_run ();
}
