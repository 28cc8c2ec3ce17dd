/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-unevidenced.h"

#include "circ-day.h"
#include "circ-matrix-source.h"
#include "circ-measure-reading.h"
#include "circ-measure.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-priority.h"

static GPtrArray *
find_in_use (CircStore *store,
             CircKindId kind,
             GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);

  circ_query_sort (query, (guint) circ_kind_get (kind)->title_field, FALSE);
  return circ_store_find (store, query, error);
}

/* Narrows @query to measures that have (or have not) a figure of days some of which are in @period. */
static void
where_read (CircQuery *query,
            const CircPeriod *period,
            gboolean read)
{
  g_autoptr (CircQuery) figure = circ_query_new (CIRC_KIND_MEASURE_READING);

  circ_query_where_between (figure, CIRC_MEASURE_READING_PERIOD_TO, period->from, NULL);
  circ_query_where_between (figure, CIRC_MEASURE_READING_PERIOD_FROM, NULL, period->to);
  circ_query_where_part (query, figure, !read);
}

/* Nobody misses a yearly figure in a month: whether a period is as long as a measure is read. */
static gboolean
is_due (CircRecord *measure,
        const CircPeriod *period)
{
  const char *frequency = circ_record_get_text (measure, CIRC_MEASURE_FREQUENCY);
  const int days = circ_day_from_iso (period->to) - circ_day_from_iso (period->from) + 1;

  if (g_strcmp0 (frequency, CIRC_READ_YEARLY) == 0 || g_strcmp0 (frequency, CIRC_READ_OCCASIONAL) == 0)
    return days >= 365;
  return days >= (g_strcmp0 (frequency, CIRC_READ_QUARTERLY) == 0 ? 90 : 28);
}

static gboolean
keep_measures (CircUnevidenced *self,
               CircStore *store,
               const CircPeriod *period,
               GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEASURE);

  where_read (query, period, FALSE);
  circ_query_sort (query, CIRC_MEASURE_NAME, FALSE);
  self->measures = circ_store_find (store, query, error);
  for (guint i = self->measures != NULL ? self->measures->len : 0; i-- > 0;)
    if (!is_due (self->measures->pdata[i], period))
      g_ptr_array_remove_index (self->measures, i);
  return self->measures != NULL;
}

static gboolean
keep_audiences (CircUnevidenced *self,
                CircStore *store,
                const CircPeriod *period,
                GError **error)
{
  g_autoptr (GHashTable) reached = circ_matrix_find_reached (store, period, error);

  if (reached == NULL)
    return FALSE;
  self->audiences = find_in_use (store, CIRC_KIND_AUDIENCE, error);
  for (guint i = self->audiences != NULL ? self->audiences->len : 0; i-- > 0;)
    {
      gint64 id = circ_record_get_id (self->audiences->pdata[i]);

      if (g_hash_table_contains (reached, &id))
        g_ptr_array_remove_index (self->audiences, i);
    }
  return self->audiences != NULL;
}

static gboolean
is_in_force (CircRecord *priority,
             const CircPeriod *period)
{
  const char *from = circ_record_get_text (priority, CIRC_PRIORITY_STARTS_ON);
  const char *to = circ_record_get_text (priority, CIRC_PRIORITY_ENDS_ON);

  return (from == NULL || g_strcmp0 (from, period->to) <= 0) && (to == NULL || g_strcmp0 (to, period->from) >= 0);
}

/* Returns: how many items were done, and measures read, that serve @priority; -1 with @error */
static gint64
count_served (CircStore *store,
              CircRecord *priority,
              const CircPeriod *period,
              GError **error)
{
  g_autoptr (CircQuery) items = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircQuery) done_then = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) measures = circ_query_new (CIRC_KIND_MEASURE);
  gint64 done, read;

  circ_query_set_scope (items, CIRC_QUERY_ALL);
  circ_query_where_linked (items, CIRC_PLAN_ITEM_PRIORITIES, circ_record_get_id (priority));
  circ_query_where_between (done_then, CIRC_OCCURRENCE_COMPLETED_ON, period->from, period->to);
  circ_query_where_part (items, done_then, FALSE);
  done = circ_store_count (store, items, error);
  if (done != 0)
    return done;
  circ_query_set_scope (measures, CIRC_QUERY_ALL);
  circ_query_where_linked (measures, CIRC_MEASURE_PRIORITIES, circ_record_get_id (priority));
  where_read (measures, period, TRUE);
  read = circ_store_count (store, measures, error);
  return read;
}

static gboolean
keep_priorities (CircUnevidenced *self,
                 CircStore *store,
                 const CircPeriod *period,
                 GError **error)
{
  self->priorities = find_in_use (store, CIRC_KIND_PRIORITY, error);
  for (guint i = self->priorities != NULL ? self->priorities->len : 0; i-- > 0;)
    {
      gint64 served = is_in_force (self->priorities->pdata[i], period)
                        ? count_served (store, self->priorities->pdata[i], period, error) : 1;

      if (served < 0)
        return FALSE;
      if (served > 0)
        g_ptr_array_remove_index (self->priorities, i);
    }
  return self->priorities != NULL;
}

/**
 * circ_unevidenced_read:
 *
 * Returns: (transfer full): %NULL with @error
 */
CircUnevidenced *
circ_unevidenced_read (CircStore *store,
                       const CircPeriod *period,
                       GError **error)
{
  g_autoptr (CircUnevidenced) self = g_new0 (CircUnevidenced, 1);

  if (!keep_audiences (self, store, period, error) || !keep_measures (self, store, period, error) ||
      !keep_priorities (self, store, period, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
circ_unevidenced_free (CircUnevidenced *self)
{
  g_clear_pointer (&self->audiences, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_free (self);
}
