/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done and when: the list of all of it, and the groups of this morning. */
#include "config.h"

#include "circ-due-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-follow-private.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-source.h"
#include "circ-plan-view.h"

#define PIECE 1000 /* items: what takes some megabytes and a tenth of a second */

void
circ_due_line_free (CircDueLine *line)
{
  g_clear_object (&line->occurrence);
  g_clear_object (&line->item);
  g_free (line->trigger);
  g_free (line);
}

gint64
circ_due_line_get_anchor (const CircDueLine *line)
{
  CircOccurrenceRef ref;

  if (!circ_occurrence_ref_from_text (circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_ANCHOR_REF), &ref) ||
      (ref.source != CIRC_SOURCE_EVENT && ref.source != CIRC_SOURCE_THEME))
    return 0;
  return ref.id;
}

void
circ_due_list_get_span (CircStore *store,
                        const char *today,
                        char from[11],
                        char to[11])
{
  g_autofree char *next = circ_date_add_years (today, 1);
  CircReportYear year;

  circ_store_get_report_year (store, today, &year);
  g_strlcpy (from, year.from, 11);
  g_strlcpy (to, next, 11);
}

/* As far as occurrences are worked out by whoever may write: the list is then the same before and after. */
gboolean
circ_due_list_get_horizon (CircStore *store,
                           const char *today,
                           char from[11],
                           char to[11],
                           GError **error)
{
  g_autoptr (CircDateFacts) dates = circ_date_facts_new (store, error);
  CircPlanSpan span;

  if (dates == NULL)
    return FALSE;
  span = circ_follow_get_span (store, dates, today);
  circ_day_to_iso (span.from, from);
  circ_day_to_iso (span.to, to);
  return TRUE;
}

static const CircTiming *
find_timing (CircPlanSource *source,
             const CircPlannedOccurrence *planned)
{
  for (guint i = 0; i < source->timings->len; i++)
    {
      const CircItemTiming *timing = &g_array_index (source->timings, CircItemTiming, i);

      if (timing->item == planned->item && timing->rule == planned->rule)
        return timing->timing;
    }
  return NULL;
}

/* So many working days after the item was made, or after the day that was agreed last (DOMAIN 3.6, agreed_date). */
static gboolean
is_late_to_agree (CircPlanSource *source,
                  const CircTiming *timing,
                  CircRecord *item)
{
  const CircPlanInput *input = &source->input;
  g_autofree char *made = circ_date_from_instant (circ_record_get_meta (item)->created_at);
  CircDay since = made != NULL ? circ_day_from_iso (made) : CIRC_DAY_NONE;

  for (guint i = 0; i < input->n_triggers; i++)
    if (input->triggers[i].item == circ_record_get_id (item) && input->triggers[i].trigger == NULL)
      since = MAX (since, input->triggers[i].on);
  return since != CIRC_DAY_NONE && timing->target_days > 0 &&
         circ_working_days_add (input->working_days, input->calendar, CIRC_CLOSURES_COUNT, since, timing->target_days) <
           input->today;
}

/* Returns: (transfer full): @record, or in a file that was never opened to write, as it will be then */
static CircRecord *
dup_with_lead (CircRecord *record,
               CircPlanSource *source,
               const CircPlannedOccurrence *planned)
{
  g_autoptr (CircRecord) dates = NULL;
  CircRecord *copy;

  if (planned->closed || planned->dates.due_on == CIRC_DAY_NONE || circ_record_get (record, CIRC_OCCURRENCE_PLAN_BY) != NULL)
    return g_object_ref (record);
  dates = circ_planned_occurrence_to_record (source, planned);
  copy = circ_record_copy (record);
  circ_record_set_meta (copy, circ_record_get_meta (record));
  circ_record_set (copy, CIRC_OCCURRENCE_PLAN_BY, circ_record_get (dates, CIRC_OCCURRENCE_PLAN_BY));
  circ_record_set (copy, CIRC_OCCURRENCE_LEAD_FROM, circ_record_get (dates, CIRC_OCCURRENCE_LEAD_FROM));
  return copy;
}

static CircDueLine *
new_line (CircPlanSource *source,
          const CircPlannedOccurrence *planned,
          CircRecord *item)
{
  CircDueLine *line = g_new0 (CircDueLine, 1);
  CircRecord *record = planned->recorded != 0 ? circ_plan_source_get_record (source, planned->recorded) : NULL;
  const CircTiming *timing = planned->waiting != CIRC_WAITING_NONE ? find_timing (source, planned) : NULL;

  line->item = g_object_ref (item);
  line->rule = planned->rule;
  line->waiting = planned->waiting;
  /* What has moved is shown as it will be saved with the next change. */
  if (record != NULL && planned->change != CIRC_PLAN_MOVED)
    line->occurrence = dup_with_lead (record, source, planned);
  else
    line->occurrence = circ_planned_occurrence_to_record (source, planned);
  if (timing != NULL && planned->waiting == CIRC_WAITING_TRIGGER)
    line->trigger = g_strdup (timing->trigger);
  line->late = timing != NULL && planned->waiting == CIRC_WAITING_DATE && timing->kind == CIRC_TIMING_AGREED_DATE &&
               is_late_to_agree (source, timing, item);
  if (timing != NULL && planned->waiting == CIRC_WAITING_EVENT)
    {
      line->anchor = timing->anchor;
      line->anchor_id = timing->anchor_id;
    }
  return line;
}

static void
set_state (CircDueLine *line,
           const CircPlannedOccurrence *planned,
           CircPlanFacts *facts,
           const char *today)
{
  const char *due_on = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON);

  if (planned->change == CIRC_PLAN_CANCELLED)
    line->state = CIRC_OCCURRENCE_STATE_CANCELLED;
  else if (planned->recorded == 0 || !planned->closed)
    line->state = circ_planned_occurrence_get_state (planned, circ_day_from_iso (today));
  else
    line->state = circ_plan_facts_get_occurrence_state (facts, line->occurrence);
  line->provisional = due_on != NULL && strcmp (due_on, today) >= 0 && !planned->closed && planned->dates.provisional;
}

static void
add_withdrawn (GPtrArray *lines,
               CircPlanSource *source)
{
  GHashTableIter iter;
  CircRecord *record;

  g_hash_table_iter_init (&iter, source->withdrawn);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    {
      gint64 id = circ_record_get_int (record, CIRC_OCCURRENCE_ITEM);
      CircRecord *item = g_hash_table_lookup (source->items, &id);
      CircDueLine *line;

      if (item == NULL)
        continue;
      line = g_new0 (CircDueLine, 1);
      line->occurrence = g_object_ref (record);
      line->item = g_object_ref (item);
      line->rule = (guint) circ_record_get_int (record, CIRC_OCCURRENCE_RULE);
      line->state = CIRC_OCCURRENCE_STATE_CANCELLED;
      g_ptr_array_add (lines, line);
    }
}

/* By day, what waits last; then by reference and rule, so that the order is always the same. */
static int
by_day (gconstpointer a,
        gconstpointer b)
{
  const CircDueLine *first = *(const CircDueLine *const *) a;
  const CircDueLine *second = *(const CircDueLine *const *) b;
  const char *first_due = circ_record_get_text (first->occurrence, CIRC_OCCURRENCE_DUE_ON);
  const char *second_due = circ_record_get_text (second->occurrence, CIRC_OCCURRENCE_DUE_ON);
  int order;

  if ((first_due == NULL) != (second_due == NULL))
    return first_due == NULL ? 1 : -1;
  order = g_strcmp0 (first_due, second_due);
  if (order == 0)
    order = (circ_record_get_id (first->item) > circ_record_get_id (second->item)) -
            (circ_record_get_id (first->item) < circ_record_get_id (second->item));
  if (order == 0)
    order = (int) first->rule - (int) second->rule;
  if (order == 0)
    order = g_strcmp0 (circ_record_get_text (first->occurrence, CIRC_OCCURRENCE_ANCHOR_REF),
                       circ_record_get_text (second->occurrence, CIRC_OCCURRENCE_ANCHOR_REF));
  return order;
}

static gboolean
is_to_come (CircRecord *record,
            const char *today)
{
  const char *due_on = circ_record_get_text (record, CIRC_OCCURRENCE_DUE_ON);

  return due_on != NULL && strcmp (due_on, today) >= 0 && circ_record_get (record, CIRC_OCCURRENCE_COMPLETED_ON) == NULL &&
         circ_record_get (record, CIRC_OCCURRENCE_CANCELLED_ON) == NULL &&
         circ_record_get (record, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) == NULL;
}

/* What is recorded is recorded, whenever it was: the span is for what is not. */
static void
add_outside (GPtrArray *lines,
             CircPlanSource *source,
             GHashTable *listed,
             CircPlanFacts *facts,
             const char *today)
{
  for (guint i = 0; i < source->records->len; i++)
    {
      CircRecord *record = source->records->pdata[i];
      gint64 id = circ_record_get_int (record, CIRC_OCCURRENCE_ITEM);
      CircRecord *item = g_hash_table_lookup (source->items, &id);
      CircDueLine *line;

      if (item == NULL || g_hash_table_contains (listed, &circ_record_get_meta (record)->id))
        continue;
      line = g_new0 (CircDueLine, 1);
      line->occurrence = g_object_ref (record);
      line->item = g_object_ref (item);
      line->rule = (guint) circ_record_get_int (record, CIRC_OCCURRENCE_RULE);
      line->state = circ_plan_facts_get_occurrence_state (facts, record);
      line->provisional = circ_record_get_bool (record, CIRC_OCCURRENCE_PROVISIONAL) && is_to_come (record, today);
      g_ptr_array_add (lines, line);
    }
}

/**
 * circ_due_list_new:
 * @from, @to: ISO dates: until when what is not recorded yet is worked out
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type CircDueLine): by day, what waits for a trigger or a date last; %NULL with @error.
 *   Right also for a file whose occurrences were not all worked out, as one that can only be read.
 */
GPtrArray *
circ_due_list_new (CircStore *store,
                   const char *from,
                   const char *to,
                   const char *today,
                   GError **error)
{
  g_autoptr (CircDateFacts) dates = circ_date_facts_new (store, error);
  CircPlanSpan span = { circ_day_from_iso (from), circ_day_from_iso (to) };
  CircPlanWanted all = { .unread = TRUE };
  g_autoptr (CircPlanSource) source =
    dates != NULL ? circ_plan_source_new (store, dates, &all, &span, circ_day_from_iso (today), error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_due_line_free);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (CircPlanFacts) facts = NULL;
  g_autoptr (GArray) planned = NULL;

  if (source == NULL)
    return NULL;
  circ_date_facts_begin (dates, store, today);
  facts = circ_plan_facts_new (store, NULL, today);
  if (!circ_plan_facts_load (facts, error))
    return NULL;
  planned = circ_occurrence_plan (&source->input);
  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      CircRecord *item = g_hash_table_lookup (source->items, &one->item);
      CircDueLine *line;

      if (one->recorded != 0)
        g_hash_table_add (listed, (gpointer) &one->recorded);
      if (item == NULL
          || (one->change == CIRC_PLAN_NEW && circ_date_facts_is_before_plan (dates, one->dates.due_on)))
        continue;
      line = new_line (source, one, item);
      set_state (line, one, facts, today);
      g_ptr_array_add (lines, line);
    }
  add_outside (lines, source, listed, facts, today);
  add_withdrawn (lines, source);
  g_ptr_array_sort (lines, by_day);
  return g_steal_pointer (&lines);
}

/* Of all that an item says without being understood one line is told. */
static gboolean
is_said_before (GArray *planned,
                guint i)
{
  const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);

  if (one->waiting != CIRC_WAITING_TIMING)
    return FALSE;
  while (i > 0)
    {
      const CircPlannedOccurrence *other = &g_array_index (planned, CircPlannedOccurrence, --i);

      if (other->item != one->item)
        return FALSE;
      if (other->waiting == CIRC_WAITING_TIMING)
        return TRUE;
    }
  return FALSE;
}

static gboolean
tell_waiting (CircStore *store,
              CircDateFacts *dates,
              const CircPlanWanted *wanted,
              CircDay today,
              CircDueFunc func,
              gpointer data,
              GError **error)
{
  CircPlanSpan span = { today, today };
  g_autoptr (CircPlanSource) source = circ_plan_source_new (store, dates, wanted, &span, today, error);
  g_autoptr (GArray) planned = NULL;

  if (source == NULL)
    return FALSE;
  planned = circ_occurrence_plan (&source->input);
  for (guint i = 0; i < planned->len; i++)
    {
      const CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      CircRecord *item = g_hash_table_lookup (source->items, &one->item);
      CircDueLine *line;

      if (item == NULL || one->item < wanted->first || one->item > wanted->last || one->waiting == CIRC_WAITING_NONE ||
          is_said_before (planned, i))
        continue;
      line = new_line (source, one, item);
      line->state = circ_planned_occurrence_get_state (one, today);
      func (line, data);
      circ_due_line_free (line);
    }
  return TRUE;
}

/**
 * circ_due_list_find_waiting:
 * @today: ISO date
 * @func: is told one line for each rule without a date, by item, and for all that an item says without being understood
 *   one
 * @cancellable: (nullable): looked at between the pieces
 *
 * Reads the plan in pieces, so that one of a million items is held as little at once as one of a thousand. What another
 * writer changes meanwhile may be in or not; the store tells of it afterwards.
 *
 * Returns: %FALSE with @error
 */
gboolean
circ_due_list_find_waiting (CircStore *store,
                            const char *today,
                            CircDueFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CircQuery) items = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircDateFacts) dates = circ_date_facts_new (store, error);
  g_autoptr (GArray) ids = dates != NULL ? circ_store_find_ids (store, items, error) : NULL;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i += PIECE)
    {
      CircPlanWanted wanted = {
        .first = g_array_index (ids, gint64, i),
        .last = g_array_index (ids, gint64, MIN (i + PIECE, ids->len) - 1),
        .only_triggered = TRUE,
        .unread = TRUE,
      };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !tell_waiting (store, dates, &wanted, circ_day_from_iso (today), func, data, error))
        return FALSE;
    }
  return TRUE;
}
