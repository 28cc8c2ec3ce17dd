/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-measure-series.h"

#include <glib/gi18n-lib.h>

#include "circ-measure-reading.h"
#include "circ-measure.h"
#include "circ-period.h"

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  CircRecord *one = *(CircRecord *const *) a;
  CircRecord *other = *(CircRecord *const *) b;
  int order = g_strcmp0 (circ_record_get_text (one, CIRC_MEASURE_READING_PERIOD_TO),
                         circ_record_get_text (other, CIRC_MEASURE_READING_PERIOD_TO));

  if (order == 0)
    order = g_strcmp0 (circ_record_get_text (one, CIRC_MEASURE_READING_PERIOD_FROM),
                       circ_record_get_text (other, CIRC_MEASURE_READING_PERIOD_FROM));
  if (order != 0)
    return order;
  return circ_record_get_id (one) < circ_record_get_id (other) ? -1 : 1;
}

/* (nullable): the reading among @readings that corrects @reading */
CircRecord *
circ_measure_series_find_correction (GPtrArray *readings,
                                     CircRecord *reading)
{
  for (guint i = 0; i < readings->len; i++)
    if (circ_record_get_int (readings->pdata[i], CIRC_MEASURE_READING_SUPERSEDES) == circ_record_get_id (reading) &&
        readings->pdata[i] != reading)
      return readings->pdata[i];
  return NULL;
}

/**
 * circ_measure_series_get_current:
 * @readings: (element-type CircRecord): all readings of one measure
 *
 * Returns: (transfer full) (element-type CircRecord): those that nobody has corrected since, by the end of their period
 */
GPtrArray *
circ_measure_series_get_current (GPtrArray *readings)
{
  GPtrArray *current = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) corrected = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < readings->len; i++)
    if (circ_record_get (readings->pdata[i], CIRC_MEASURE_READING_SUPERSEDES) != NULL)
      g_hash_table_add (corrected, GSIZE_TO_POINTER ((gsize) circ_record_get_int (readings->pdata[i], CIRC_MEASURE_READING_SUPERSEDES)));
  for (guint i = 0; i < readings->len; i++)
    if (!g_hash_table_contains (corrected, GSIZE_TO_POINTER ((gsize) circ_record_get_id (readings->pdata[i]))))
      g_ptr_array_add (current, g_object_ref (readings->pdata[i]));
  g_ptr_array_sort (current, compare_periods);
  return current;
}

/* (nullable): the current reading of exactly these days */
CircRecord *
circ_measure_series_find (GPtrArray *readings,
                          const char *from,
                          const char *to)
{
  CircRecord *found = NULL;

  for (guint i = 0; i < readings->len; i++)
    if (g_strcmp0 (circ_record_get_text (readings->pdata[i], CIRC_MEASURE_READING_PERIOD_FROM), from) == 0 &&
        g_strcmp0 (circ_record_get_text (readings->pdata[i], CIRC_MEASURE_READING_PERIOD_TO), to) == 0 &&
        circ_measure_series_find_correction (readings, readings->pdata[i]) == NULL)
      found = readings->pdata[i];
  return found;
}

/* How far @value is on the good side of @mark; 0 is on it. */
static gint64
get_lead (CircRecord *measure,
          gint64 value,
          guint mark)
{
  const gboolean lower = g_strcmp0 (circ_record_get_text (measure, CIRC_MEASURE_DIRECTION), "lower_better") == 0;
  const gint64 lead = value - circ_record_get_int (measure, mark);

  return lower ? -lead : lead;
}

CircProgress
circ_measure_get_progress (CircRecord *measure,
                           CircRecord *newest)
{
  const char *direction = circ_record_get_text (measure, CIRC_MEASURE_DIRECTION);
  gint64 value;

  if (newest == NULL || circ_record_get (newest, CIRC_MEASURE_READING_VALUE) == NULL || direction == NULL ||
      g_str_equal (direction, "neutral"))
    return CIRC_PROGRESS_NONE;
  value = circ_record_get_int (newest, CIRC_MEASURE_READING_VALUE);
  if (circ_record_get (measure, CIRC_MEASURE_TARGET) != NULL && get_lead (measure, value, CIRC_MEASURE_TARGET) >= 0)
    return CIRC_PROGRESS_REACHED;
  if (circ_record_get (measure, CIRC_MEASURE_BASELINE) == NULL)
    return CIRC_PROGRESS_NONE;
  return get_lead (measure, value, CIRC_MEASURE_BASELINE) > 0 ? CIRC_PROGRESS_BETTER : CIRC_PROGRESS_WORSE;
}

/**
 * circ_measure_dup_figure:
 * @value: in thousandths, as a DECIMAL keeps it
 *
 * Returns: (transfer full): "2370 visitors", "75 %", "£120.50"
 */
char *
circ_measure_dup_figure (CircRecord *measure,
                         gint64 value)
{
  static const CircField money = { .name = "money", .kind = CIRC_FIELD_MONEY };
  const char *type = circ_record_get_text (measure, CIRC_MEASURE_TYPE);
  const char *unit = circ_record_get_text (measure, CIRC_MEASURE_UNIT);
  const gboolean is_money = g_strcmp0 (type, "money") == 0;
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_int64 (is_money ? value / (CIRC_DECIMAL_ONE / 100) : value));
  g_autofree char *text = circ_field_format (is_money ? &money : &circ_measure_reading_kind.fields[CIRC_MEASURE_READING_VALUE], number);

  if (unit == NULL && g_strcmp0 (type, "percentage") == 0)
    unit = "%";
  if (g_strcmp0 (unit, "%") == 0)
    return g_strconcat (text, unit, NULL);
  /* A figure and its unit stay on one line. */
  return unit != NULL && !is_money ? g_strconcat (text, "\302\240", unit, NULL) : g_steal_pointer (&text);
}

/* Returns: (transfer full): the month or other period that @reading is of */
char *
circ_measure_reading_dup_period (CircRecord *reading)
{
  const char *from = circ_record_get_text (reading, CIRC_MEASURE_READING_PERIOD_FROM);
  const char *to = circ_record_get_text (reading, CIRC_MEASURE_READING_PERIOD_TO);
  CircPeriod period;

  return circ_period_init (&period, from, to) ? circ_period_dup_title (&period, NULL) : g_strdup ("");
}

/* Returns: (transfer full): what was read, in figures where there are any, else in words */
char *
circ_measure_dup_reading (CircRecord *measure,
                          CircRecord *reading)
{
  const char *words = circ_record_get_text (reading, CIRC_MEASURE_READING_NARRATIVE);

  if (circ_record_get (reading, CIRC_MEASURE_READING_VALUE) != NULL)
    return circ_measure_dup_figure (measure, circ_record_get_int (reading, CIRC_MEASURE_READING_VALUE));
  return g_strdup (words != NULL ? words : "");
}

/* Per cent of the baseline; of what is itself a percentage its points, and where there was nothing the figure. */
static char *
dup_change (CircRecord *measure,
            gint64 value)
{
  const gint64 baseline = circ_record_get_int (measure, CIRC_MEASURE_BASELINE);
  const gint64 change = value - baseline;
  const gboolean points = g_strcmp0 (circ_record_get_text (measure, CIRC_MEASURE_TYPE), "percentage") == 0;
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_int64 (ABS (change)));
  g_autofree char *amount = NULL;

  if (change == 0)
    return g_strdup (_ ("That is as at the baseline."));
  if (points)
    {
      amount = circ_field_format (&circ_measure_reading_kind.fields[CIRC_MEASURE_READING_VALUE], number);
      /* translators: %s is a number: 14.2 */
      return g_strdup_printf (change > 0 ? _ ("That is %s percentage points above the baseline.")
                                         : _ ("That is %s percentage points below the baseline."), amount);
    }
  if (baseline <= 0)
    amount = circ_measure_dup_figure (measure, ABS (change));
  else
    /* translators: %d is a number of per cent */
    amount = g_strdup_printf (_ ("%d%%"), (int) ((ABS (change) * 200 + baseline) / (baseline * 2)));
  /* translators: %s is a figure with its unit, or a number of per cent */
  return g_strdup_printf (change > 0 ? _ ("That is %s above the baseline.") : _ ("That is %s below the baseline."), amount);
}

/**
 * circ_measure_dup_standing:
 * @newest: (nullable): the reading whose period ended last
 *
 * Returns: (transfer full): sentences: "October 2026: 2370 visitors. That is 63 % above the baseline. The target of 2400
 * visitors is not reached yet."
 */
char *
circ_measure_dup_standing (CircRecord *measure,
                           CircRecord *newest)
{
  g_autofree char *figure = NULL, *period = NULL;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) said = NULL;
  gint64 value;

  if (newest == NULL)
    return g_strdup (_ ("There is no figure yet."));
  figure = circ_measure_dup_reading (measure, newest);
  period = circ_measure_reading_dup_period (newest);
  if (circ_record_get (newest, CIRC_MEASURE_READING_VALUE) == NULL)
    /* translators: a month or other period, and what was said then in words */
    return g_strdup_printf (_ ("%1$s: %2$s"), period, figure);
  value = circ_record_get_int (newest, CIRC_MEASURE_READING_VALUE);
  {
    /* translators: a month or other period, and the figure that was read then */
    g_autofree char *sentence = g_strdup_printf (_ ("%1$s: %2$s."), period, figure);

    g_strv_builder_add (sentences, sentence);
  }
  if (circ_record_get (measure, CIRC_MEASURE_BASELINE) != NULL)
    {
      g_autofree char *change = dup_change (measure, value);

      g_strv_builder_add (sentences, change);
    }
  if (circ_record_get (measure, CIRC_MEASURE_TARGET) != NULL &&
      g_strcmp0 (circ_record_get_text (measure, CIRC_MEASURE_DIRECTION), "neutral") != 0)
    {
      g_autofree char *goal = circ_measure_dup_figure (measure, circ_record_get_int (measure, CIRC_MEASURE_TARGET));
      /* translators: %s is a figure with its unit */
      g_autofree char *sentence = g_strdup_printf (get_lead (measure, value, CIRC_MEASURE_TARGET) >= 0
                                                     ? _ ("The target of %s is reached.") : _ ("The target of %s is not reached yet."), goal);

      g_strv_builder_add (sentences, sentence);
    }
  said = g_strv_builder_end (sentences);
  return g_strjoinv (" ", said);
}
