/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to what the rules plan with. */
#include "config.h"

#include "circ-plan-source.h"

#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-trigger.h"

static CircDay
get_day (CircRecord *record,
         guint field)
{
  return circ_day_from_iso (circ_record_get_text (record, field));
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Returns: (transfer full): names an occurrence, whatever day it falls on */
char *
circ_plan_source_dup_key (gint64 item,
                          guint rule,
                          const char *ref)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %u %s", item, rule, ref);
}

/* @matcher: (nullable): to read words with that were never read */
static void
add_rules (CircPlanSource *self,
           CircRecord *item,
           CircMatcher *matcher)
{
  GPtrArray *rules = matcher != NULL ? circ_plan_rules_of_item (item, matcher)
                                     : circ_plan_rules_from_value (circ_record_get (item, CIRC_PLAN_ITEM_WHEN));

  g_ptr_array_add (self->rules, rules);
  for (guint i = 0; i < rules->len; i++)
    {
      const CircPlanRule *rule = rules->pdata[i];
      CircItemTiming timing = {
        .item = circ_record_get_id (item),
        .rule = rule->number,
        .timing = rule->timing,
        .active_from = get_day (item, CIRC_PLAN_ITEM_ACTIVE_FROM),
        .active_to = get_day (item, CIRC_PLAN_ITEM_ACTIVE_TO),
      };

      g_array_append_val (self->timings, timing);
    }
}

/* Of a few items each alone; of all in one go. */
static GPtrArray *
find_of_item (CircStore *store,
              CircKindId kind,
              int field,
              gint64 item,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);

  if (item > 0 && field < 0)
    circ_query_where_id (query, item);
  else if (item > 0)
    circ_query_where_equal (query, (guint) field, g_variant_new_int64 (item));
  return circ_store_find (store, query, error);
}

/* @items: (element-type CircRecord)
 * @matcher: (nullable): to read words with that were never read */
static void
add_items (CircPlanSource *self,
           GPtrArray *items,
           CircMatcher *matcher)
{
  for (guint i = 0; i < items->len; i++)
    {
      add_rules (self, items->pdata[i], matcher);
      g_hash_table_insert (self->items, dup_id (circ_record_get_id (items->pdata[i])), g_object_ref (items->pdata[i]));
    }
}

static gboolean
add_item (CircPlanSource *self,
          CircStore *store,
          gint64 id,
          CircMatcher *matcher,
          GError **error)
{
  g_autoptr (GPtrArray) items = find_of_item (store, CIRC_KIND_PLAN_ITEM, -1, id, error);

  if (items == NULL)
    return FALSE;
  add_items (self, items, matcher);
  return TRUE;
}

static gboolean
add_all_items (CircPlanSource *self,
               CircStore *store,
               const CircPlanWanted *wanted,
               CircMatcher *matcher,
               GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  if (wanted->first > 0)
    circ_query_where_id_between (query, wanted->first, wanted->last);
  items = circ_store_find (store, query, error);
  if (items == NULL)
    return FALSE;
  add_items (self, items, matcher);
  return TRUE;
}

static gboolean
is_dropped (CircRecord *record)
{
  return circ_record_get (record, CIRC_OCCURRENCE_COMPLETED_ON) == NULL && !circ_occurrence_is_open (record);
}

static void
add_recorded (CircPlanSource *self,
              CircRecord *record)
{
  const char *text = circ_record_get_text (record, CIRC_OCCURRENCE_ANCHOR_REF);
  CircRecordedOccurrence recorded = {
    .id = circ_record_get_id (record),
    .item = circ_record_get_int (record, CIRC_OCCURRENCE_ITEM),
    .rule = (guint) circ_record_get_int (record, CIRC_OCCURRENCE_RULE),
    .due_on = get_day (record, CIRC_OCCURRENCE_DUE_ON),
    .closed = !circ_occurrence_is_open (record),
    .fixed = circ_record_get_bool (record, CIRC_OCCURRENCE_FIXED),
    .dropped = is_dropped (record),
  };

  /* A newer program's: left alone, as what was recorded by hand is. */
  if (!circ_occurrence_ref_from_text (text, &recorded.ref))
    circ_occurrence_ref_from_text (NULL, &recorded.ref);
  /* Unless a person has opened it again. */
  if (circ_record_get_bool (record, CIRC_OCCURRENCE_WITHDRAWN) &&
      circ_record_get (record, CIRC_OCCURRENCE_CANCELLED_ON) != NULL &&
      circ_record_get (record, CIRC_OCCURRENCE_COMPLETED_ON) == NULL && text != NULL)
    {
      g_autofree char *key = circ_plan_source_dup_key (recorded.item, recorded.rule, text);

      /* Of two that a series had at one number, one comes back with it. */
      if (g_hash_table_contains (self->withdrawn, key))
        g_ptr_array_add (self->records, g_object_ref (record));
      else
        g_hash_table_insert (self->withdrawn, g_steal_pointer (&key), g_object_ref (record));
      return;
    }
  g_array_append_val (self->recorded, recorded);
  g_ptr_array_add (self->records, g_object_ref (record));
  g_hash_table_insert (self->by_id, (gpointer) &circ_record_get_meta (record)->id, record);
}

static gboolean
add_occurrences (CircPlanSource *self,
                 CircStore *store,
                 gint64 item,
                 GError **error)
{
  g_autoptr (GPtrArray) records = find_of_item (store, CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_ITEM, item, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_recorded (self, records->pdata[i]);
  return records != NULL;
}

/* The texts of refs to triggers lie between these two. @first, @last: of which items, or 0 for all. */
static gboolean
add_triggered (CircPlanSource *self,
               CircStore *store,
               gint64 first,
               gint64 last,
               GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, last);

  circ_query_where_between (query, CIRC_OCCURRENCE_ANCHOR_REF, "trigger:", "trigger;");
  if (first > 0)
    circ_query_where_between (query, CIRC_OCCURRENCE_ITEM, from, to);
  records = circ_store_find (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_recorded (self, records->pdata[i]);
  return records != NULL;
}

/* Of a span of items: those outside it that they follow, and that these follow in turn, as dates come from them. One that
 * is not in use is not found, as if all had been read. */
static gboolean
add_followed (CircPlanSource *self,
              CircStore *store,
              CircMatcher *matcher,
              GError **error)
{
  g_autoptr (GHashTable) looked_for = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->timings->len; i++)
    {
      const CircTiming *timing = g_array_index (self->timings, CircItemTiming, i).timing;
      gint64 id = timing->kind == CIRC_TIMING_LINKED ? timing->anchor_id : 0;

      if (id <= 0 || g_hash_table_contains (self->items, &id) || !g_hash_table_add (looked_for, dup_id (id)))
        continue;
      if (!add_item (self, store, id, matcher, error) ||
          (g_hash_table_contains (self->items, &id) && !add_triggered (self, store, id, id, error)))
        return FALSE;
    }
  return TRUE;
}

static CircEventStatus
get_status (CircRecord *meeting)
{
  const char *status = circ_record_get_text (meeting, CIRC_MEETING_STATUS);

  if (g_strcmp0 (status, "confirmed") == 0)
    return CIRC_EVENT_CONFIRMED;
  if (g_strcmp0 (status, "held") == 0)
    return CIRC_EVENT_HELD;
  return g_strcmp0 (status, "cancelled") == 0 ? CIRC_EVENT_CANCELLED : CIRC_EVENT_PLANNED;
}

static void
add_meeting (CircPlanSource *self,
             CircRecord *meeting)
{
  CircEvent event = {
    .anchor = CIRC_ANCHOR_MEETING,
    .id = circ_record_get_id (meeting),
    .owner = circ_record_get_int (meeting, CIRC_MEETING_GROUP),
    .on = get_day (meeting, CIRC_MEETING_DATE),
    .status = get_status (meeting),
  };

  event.at = circ_date_facts_get_moment (event.on, circ_record_get_text (meeting, CIRC_MEETING_STARTS_AT));
  /* Without a day there is nothing to count from, whatever was recorded while it had one. */
  if (event.on == CIRC_DAY_NONE)
    event.status = CIRC_EVENT_CANCELLED;
  g_array_append_val (self->events, event);
}

static gboolean
add_calendar (CircPlanSource *self,
              CircStore *store,
              GError **error)
{
  g_autoptr (GPtrArray) meetings = find_of_item (store, CIRC_KIND_MEETING, -1, 0, error);
  g_autoptr (GPtrArray) notes = meetings != NULL ? find_of_item (store, CIRC_KIND_TRIGGER, -1, 0, error) : NULL;

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    add_meeting (self, meetings->pdata[i]);
  for (guint i = 0; i < notes->len; i++)
    {
      CircRecord *record = notes->pdata[i];
      CircTriggerNote note = {
        .id = circ_record_get_id (record),
        .item = circ_record_get_int (record, CIRC_TRIGGER_ITEM),
        .trigger = circ_record_get_text (record, CIRC_TRIGGER_TRIGGER),
        .on = get_day (record, CIRC_TRIGGER_DATE),
      };

      if (note.on == CIRC_DAY_NONE)
        continue;
      note.at = circ_date_facts_get_moment (note.on, circ_record_get_text (record, CIRC_TRIGGER_AT));
      g_array_append_val (self->triggers, note);
      g_hash_table_insert (self->notes, dup_id (note.id), g_object_ref (record));
    }
  return TRUE;
}

/* Of a few meetings only: what hangs on them, and no rule of another kind. */
static gboolean
add_meetings (CircPlanSource *self,
              CircStore *store,
              GHashTable *meetings,
              GError **error)
{
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, meetings);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      CircOccurrenceRef ref = { .source = CIRC_SOURCE_EVENT, .id = *id };
      g_autofree char *text = circ_occurrence_ref_dup_text (&ref);
      g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
      g_autoptr (GPtrArray) found = find_of_item (store, CIRC_KIND_MEETING, -1, *id, error);
      g_autoptr (GPtrArray) records = NULL;

      if (found == NULL)
        return FALSE;
      for (guint i = 0; i < found->len; i++)
        add_meeting (self, found->pdata[i]);
      circ_query_where_equal (query, CIRC_OCCURRENCE_ANCHOR_REF, g_variant_new_string (text));
      records = circ_store_find (store, query, error);
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          gint64 item = circ_record_get_int (records->pdata[i], CIRC_OCCURRENCE_ITEM);

          if (g_hash_table_contains (self->items, &item))
            add_recorded (self, records->pdata[i]);
        }
    }
  return TRUE;
}

static void
keep_meeting_rules (CircPlanSource *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->timings->len; i++)
    {
      CircItemTiming *timing = &g_array_index (self->timings, CircItemTiming, i);
      CircParameters uses = circ_timing_uses (timing->timing->kind);

      if ((uses & CIRC_PARAMETER_ANCHOR) != 0 && timing->timing->anchor == CIRC_ANCHOR_MEETING)
        g_array_index (self->timings, CircItemTiming, kept++) = *timing;
    }
  g_array_set_size (self->timings, kept);
}

static gboolean
gather (CircPlanSource *self,
        CircStore *store,
        const CircPlanWanted *wanted,
        GError **error)
{
  g_autoptr (CircMatcher) matcher = wanted->unread ? circ_store_read_names (store, error) : NULL;
  GHashTableIter iter;
  gint64 *id;

  if (wanted->unread && matcher == NULL)
    return FALSE;
  if (wanted->items == NULL)
    {
      if (!add_all_items (self, store, wanted, matcher, error) ||
          (wanted->first > 0 && !add_followed (self, store, matcher, error)))
        return FALSE;
    }
  else
    {
      g_hash_table_iter_init (&iter, wanted->items);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        if (!add_item (self, store, *id, matcher, error) ||
            (wanted->meetings == NULL && !add_occurrences (self, store, *id, error)))
          return FALSE;
    }
  if (wanted->meetings != NULL)
    {
      keep_meeting_rules (self);
      return add_meetings (self, store, wanted->meetings, error);
    }
  if (wanted->only_triggered ? !add_triggered (self, store, wanted->first, wanted->last, error)
                             : wanted->items == NULL && !add_occurrences (self, store, 0, error))
    return FALSE;
  return add_calendar (self, store, error);
}

/**
 * circ_plan_source_new:
 * @store: a store, also within circ_store_apply()
 * @dates: (not nullable): what dates are counted with; must live as long
 * @wanted: which part of the plan
 * @span: first and last day asked about
 * @today: only what is still to come is provisional
 *
 * Returns: (transfer full): what circ_occurrence_plan() takes, or %NULL with @error
 */
CircPlanSource *
circ_plan_source_new (CircStore *store,
                      CircDateFacts *dates,
                      const CircPlanWanted *wanted,
                      const CircPlanSpan *span,
                      CircDay today,
                      GError **error)
{
  g_autoptr (CircPlanSource) self = g_new0 (CircPlanSource, 1);

  self->timings = g_array_new (FALSE, FALSE, sizeof (CircItemTiming));
  self->events = g_array_new (FALSE, FALSE, sizeof (CircEvent));
  self->triggers = g_array_new (FALSE, FALSE, sizeof (CircTriggerNote));
  self->recorded = g_array_new (FALSE, FALSE, sizeof (CircRecordedOccurrence));
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->withdrawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  if (!gather (self, store, wanted, error))
    return NULL;
  self->input = (CircPlanInput) {
    .working_days = dates->working_days,
    .calendar = dates->calendar,
    .from = span->from,
    .to = span->to,
    .today = today,
    .timings = (const CircItemTiming *) (gpointer) self->timings->data,
    .n_timings = self->timings->len,
    .events = (const CircEvent *) (gpointer) self->events->data,
    .n_events = self->events->len,
    .triggers = (const CircTriggerNote *) (gpointer) self->triggers->data,
    .n_triggers = self->triggers->len,
    .theme_days = dates->theme_days,
    .recorded = (const CircRecordedOccurrence *) (gpointer) self->recorded->data,
    .n_recorded = self->recorded->len,
  };
  return g_steal_pointer (&self);
}

void
circ_plan_source_free (CircPlanSource *self)
{
  g_array_unref (self->timings);
  g_array_unref (self->events);
  g_array_unref (self->triggers);
  g_array_unref (self->recorded);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->withdrawn);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->items);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the record of a recorded occurrence */
CircRecord *
circ_plan_source_get_record (CircPlanSource *self,
                             gint64 occurrence)
{
  return g_hash_table_lookup (self->by_id, &occurrence);
}
