/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-measure-series.h"

#include "circ-measure-reading.h"
#include "circ-measure.h"

static CircRecord *
add_reading (GPtrArray *readings,
             const char *from,
             const char *to,
             gint64 value,
             gint64 supersedes)
{
  CircRecord *reading = circ_record_new (CIRC_KIND_MEASURE_READING);

  circ_record_set_id (reading, readings->len + 1);
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_FROM, from);
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_TO, to);
  circ_record_set_int (reading, CIRC_MEASURE_READING_VALUE, value * CIRC_DECIMAL_ONE);
  if (supersedes > 0)
    circ_record_set_int (reading, CIRC_MEASURE_READING_SUPERSEDES, supersedes);
  g_ptr_array_add (readings, reading);
  return reading;
}

/* A correction takes the place of what it corrects, and may be corrected itself. */
static void
test_corrections (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) current = NULL;
  CircRecord *october, *september, *first, *second, *third;

  october = add_reading (readings, "2026-10-01", "2026-10-31", 5, 0);
  first = add_reading (readings, "2026-09-01", "2026-09-30", 9, 0);
  second = add_reading (readings, "2026-09-01", "2026-09-30", 7, 2);
  third = add_reading (readings, "2026-09-01", "2026-09-30", 6, 3);
  september = third;

  current = circ_measure_series_get_current (readings);
  g_assert_cmpuint (current->len, ==, 2);
  g_assert_true (current->pdata[0] == september && current->pdata[1] == october);
  g_assert_true (circ_measure_series_find_correction (readings, first) == second);
  g_assert_true (circ_measure_series_find_correction (readings, second) == third);
  g_assert_null (circ_measure_series_find_correction (readings, third));
  g_assert_true (circ_measure_series_find (readings, "2026-09-01", "2026-09-30") == third);
  g_assert_null (circ_measure_series_find (readings, "2026-09-01", "2026-10-31"));
}

typedef struct {
  const char *type, *unit, *direction;
  int baseline, target, value; /* -1: none */
  CircProgress progress;
  const char *standing;
} Case;

static void
test_standing (void)
{
  static const Case cases[] = {
    { "count", "visitors", "higher_better", 1450, 2400, 2370, CIRC_PROGRESS_BETTER,
      "October 2026: 2370\302\240visitors. That is 63% above the baseline. The target of 2400\302\240visitors is not reached yet." },
    { "count", "visitors", "higher_better", 1450, 2400, 2400, CIRC_PROGRESS_REACHED,
      "October 2026: 2400\302\240visitors. That is 66% above the baseline. The target of 2400\302\240visitors is reached." },
    { "count", "visitors", "higher_better", 1450, -1, 1450, CIRC_PROGRESS_WORSE,
      "October 2026: 1450\302\240visitors. That is as at the baseline." },
    { "duration", "days", "lower_better", 10, 5, 8, CIRC_PROGRESS_BETTER,
      "October 2026: 8\302\240days. That is 20% below the baseline. The target of 5\302\240days is not reached yet." },
    { "duration", "days", "lower_better", 10, 5, 4, CIRC_PROGRESS_REACHED,
      "October 2026: 4\302\240days. That is 60% below the baseline. The target of 5\302\240days is reached." },
    /* Points of a percentage, not per cent of it. */
    { "percentage", NULL, "higher_better", 52, -1, 76, CIRC_PROGRESS_BETTER,
      "October 2026: 76%. That is 24 percentage points above the baseline." },
    { "money", NULL, "neutral", 100, 50, 120, CIRC_PROGRESS_NONE, "October 2026: £120.00. That is 20% above the baseline." },
    { "count", NULL, "higher_better", 0, -1, 3, CIRC_PROGRESS_BETTER, "October 2026: 3. That is 3 above the baseline." },
    { "count", NULL, "higher_better", -1, -1, 3, CIRC_PROGRESS_NONE, "October 2026: 3." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircRecord) measure = circ_record_new (CIRC_KIND_MEASURE);
      g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *standing = NULL;

      circ_record_set_text (measure, CIRC_MEASURE_TYPE, cases[i].type);
      circ_record_set_text (measure, CIRC_MEASURE_UNIT, cases[i].unit);
      circ_record_set_text (measure, CIRC_MEASURE_DIRECTION, cases[i].direction);
      if (cases[i].baseline >= 0)
        circ_record_set_int (measure, CIRC_MEASURE_BASELINE, cases[i].baseline * CIRC_DECIMAL_ONE);
      if (cases[i].target >= 0)
        circ_record_set_int (measure, CIRC_MEASURE_TARGET, cases[i].target * CIRC_DECIMAL_ONE);
      add_reading (readings, "2026-10-01", "2026-10-31", cases[i].value, 0);
      standing = circ_measure_dup_standing (measure, readings->pdata[0]);
      g_assert_cmpstr (standing, ==, cases[i].standing);
      g_assert_cmpint (circ_measure_get_progress (measure, readings->pdata[0]), ==, cases[i].progress);
    }
}

static void
test_words (void)
{
  g_autoptr (CircRecord) measure = circ_record_new (CIRC_KIND_MEASURE);
  g_autoptr (CircRecord) reading = circ_record_new (CIRC_KIND_MEASURE_READING);
  g_autofree char *none = circ_measure_dup_standing (measure, NULL);
  g_autofree char *said = NULL;

  g_assert_cmpstr (none, ==, "There is no figure yet.");
  circ_record_set_text (measure, CIRC_MEASURE_DIRECTION, "higher_better");
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_FROM, "2026-07-01");
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_TO, "2026-09-30");
  circ_record_set_text (reading, CIRC_MEASURE_READING_NARRATIVE, "Teams ask for recordings.");
  said = circ_measure_dup_standing (measure, reading);
  g_assert_cmpstr (said, ==, "July to September 2026: Teams ask for recordings.");
  g_assert_cmpint (circ_measure_get_progress (measure, reading), ==, CIRC_PROGRESS_NONE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-series/corrections", test_corrections);
  g_test_add_func ("/measure-series/standing", test_standing);
  g_test_add_func ("/measure-series/words", test_words);
  return g_test_run ();
}
