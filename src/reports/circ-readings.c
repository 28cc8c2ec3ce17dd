/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-readings.h"

#include <glib/gi18n-lib.h>

#include "circ-measure-reading.h"
#include "circ-measure-series.h"
#include "circ-plan-view.h"

/**
 * circ_readings_find:
 * @measure: id
 *
 * Returns: (transfer full) (element-type CircRecord): all its readings, corrected ones too, by period; %NULL with @error
 */
GPtrArray *
circ_readings_find (CircStore *store,
                    gint64 measure,
                    GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEASURE_READING);

  circ_query_where_equal (query, CIRC_MEASURE_READING_MEASURE, g_variant_new_int64 (measure));
  circ_query_sort (query, CIRC_MEASURE_READING_PERIOD_TO, FALSE);
  circ_query_sort (query, CIRC_MEASURE_READING_PERIOD_FROM, FALSE);
  return circ_store_find (store, query, error);
}

/**
 * circ_readings_init_period:
 * @frequency: of a measure
 * @period: (out): the last month, quarter or year of the partnership that was over by @today
 */
void
circ_readings_init_period (CircStore *store,
                           const char *frequency,
                           const char *today,
                           CircPeriod *period)
{
  CircReportYear year;

  circ_store_get_report_year (store, today, &year);
  circ_period_init_last (period, frequency, year.month, today);
}

/**
 * circ_reading_new:
 * @from: first day of the period, ISO date
 * @to: its last day
 * @person: (nullable): who records it
 *
 * Returns: (transfer full): a reading that is not saved yet, without figure
 */
CircRecord *
circ_reading_new (CircRecord *measure,
                  const char *from,
                  const char *to,
                  const char *person,
                  const char *today)
{
  CircRecord *reading = circ_record_new (CIRC_KIND_MEASURE_READING);

  circ_record_set_int (reading, CIRC_MEASURE_READING_MEASURE, circ_record_get_id (measure));
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_FROM, from);
  circ_record_set_text (reading, CIRC_MEASURE_READING_PERIOD_TO, to);
  circ_record_set_text (reading, CIRC_MEASURE_READING_QUALITY, "actual");
  circ_record_set_text (reading, CIRC_MEASURE_READING_RECORDED_ON, today);
  circ_record_set_text (reading, CIRC_MEASURE_READING_RECORDED_BY, person);
  return reading;
}

/**
 * circ_reading_new_correction:
 *
 * A reading is never overwritten (DOMAIN 3.8): what was wrong stays, and another says so.
 *
 * Returns: (transfer full): a reading that is not saved yet: as @reading was, and to take its place
 */
CircRecord *
circ_reading_new_correction (CircRecord *reading,
                             const char *person,
                             const char *today)
{
  CircRecord *correction = circ_record_new (CIRC_KIND_MEASURE_READING);

  for (guint i = 0; i < CIRC_MEASURE_READING_N_FIELDS; i++)
    circ_record_set (correction, i, circ_record_get (reading, i));
  circ_record_set_text (correction, CIRC_MEASURE_READING_RECORDED_ON, today);
  circ_record_set_text (correction, CIRC_MEASURE_READING_RECORDED_BY, person);
  circ_record_set_int (correction, CIRC_MEASURE_READING_SUPERSEDES, circ_record_get_id (reading));
  circ_record_set (correction, CIRC_MEASURE_READING_REASON, NULL);
  return correction;
}

/**
 * circ_readings_record_change:
 * @readings: (element-type CircRecord): readings that are not saved yet, at least one
 *
 * Returns: (transfer full): what saves them, as one change
 */
CircChange *
circ_readings_record_change (CircStore *store,
                             GPtrArray *readings)
{
  CircRecord *first = readings->pdata[0];
  g_autofree char *period = circ_measure_reading_dup_period (first);
  g_autofree char *measure = circ_store_dup_title (store, circ_record_get_int (first, CIRC_MEASURE_READING_MEASURE));
  g_autofree char *title = NULL;
  CircChange *change;

  /* translators: titles of changes in the history; a measure and the month or other period that its figure is of */
  if (readings->len > 1)
    title = g_strdup_printf (ngettext ("Recorded %1$u figure: %2$s", "Recorded %1$u figures: %2$s", readings->len), readings->len, period);
  else if (circ_record_get (first, CIRC_MEASURE_READING_SUPERSEDES) != NULL)
    title = g_strdup_printf (_ ("Corrected: %1$s, %2$s"), measure != NULL ? measure : "", period);
  else
    title = g_strdup_printf (_ ("Recorded: %1$s, %2$s"), measure != NULL ? measure : "", period);
  change = circ_change_new (title);
  for (guint i = 0; i < readings->len; i++)
    circ_change_insert (change, readings->pdata[i]);
  return change;
}
