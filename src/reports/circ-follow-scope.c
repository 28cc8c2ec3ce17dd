/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a change to the plan or the calendar reaches. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-date-settings.h"
#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-theme-day.h"
#include "circ-trigger.h"

/* What the parts of a change are about, before it is known which items that concerns. */
typedef struct {
  gboolean themes;
  gboolean triggers;     /* one that all items may wait for */
  gboolean has_meetings; /* the file has any */
  gboolean has_notes;
  GHashTable *dated; /* (owned) (element-type GVariant gboolean): values that new items share, whether they give dates */
} Concerns;

/* So many at once are read in one go. */
#define MANY_ITEMS 200

static gboolean
add_id (GHashTable *ids,
        gint64 id)
{
  return id > 0 && g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static gboolean
gives_dates (const Concerns *concerns,
             const CircTiming *timing)
{
  switch (timing->kind)
    {
    case CIRC_TIMING_BEFORE_EVENT:
    case CIRC_TIMING_AFTER_EVENT:
    case CIRC_TIMING_SAME_DAY:
      return timing->anchor == CIRC_ANCHOR_MEETING ? concerns->has_meetings : timing->anchor == CIRC_ANCHOR_THEME_DAY;
    case CIRC_TIMING_ON_EVENT:
    case CIRC_TIMING_IMMEDIATE:
    case CIRC_TIMING_AGREED_DATE:
    case CIRC_TIMING_AS_REQUIRED:
    case CIRC_TIMING_ON_REQUEST:
      return concerns->has_notes;
    case CIRC_TIMING_UNSPECIFIED:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Whether a new item can have occurrences at all: an import of thousands of "within one week of meeting" need not look for
 * them where there are no meetings. One that was not read yet has its turn when it is. */
static gboolean
is_dated (Concerns *concerns,
          CircRecord *item)
{
  GVariant *value = circ_record_get (item, CIRC_PLAN_ITEM_WHEN);
  g_autoptr (GPtrArray) rules = NULL;
  gpointer known;
  gboolean dated = FALSE;

  if (value == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (concerns->dated, value, NULL, &known))
    return GPOINTER_TO_INT (known);
  rules = circ_plan_rules_from_value (value);
  for (guint i = 0; i < rules->len; i++)
    dated = dated || gives_dates (concerns, ((CircPlanRule *) rules->pdata[i])->timing);
  g_hash_table_insert (concerns->dated, value, GINT_TO_POINTER (dated));
  return dated;
}

static void
note_item (CircFollowScope *self,
           Concerns *concerns,
           CircRecord *record,
           CircPartAction action,
           int field)
{
  gboolean dated = field == CIRC_PLAN_ITEM_WHEN || field == CIRC_PLAN_ITEM_ACTIVE_FROM ||
                   field == CIRC_PLAN_ITEM_ACTIVE_TO || field == CIRC_PLAN_ITEM_ARCHIVED_ON;

  if (dated || (action == CIRC_PART_INSERT && is_dated (concerns, record)))
    add_id (self->items, circ_record_get_id (record));
}

static void
note_part (CircFollowScope *self,
           Concerns *concerns,
           CircRecord *record,
           CircPartAction action,
           int field)
{
  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_PLAN_ITEM:
      note_item (self, concerns, record, action, field);
      break;
    case CIRC_KIND_MEETING:
      if (action != CIRC_PART_SET || field == CIRC_MEETING_DATE || field == CIRC_MEETING_STARTS_AT ||
          field == CIRC_MEETING_GROUP || field == CIRC_MEETING_STATUS)
        add_id (self->meetings, circ_record_get_id (record));
      break;
    case CIRC_KIND_THEME_DAY:
    case CIRC_KIND_THEME_DAY_YEAR:
      concerns->themes = TRUE;
      break;
    case CIRC_KIND_TRIGGER:
      concerns->triggers = concerns->triggers || circ_record_get_int (record, CIRC_TRIGGER_ITEM) == 0;
      add_id (self->items, circ_record_get_int (record, CIRC_TRIGGER_ITEM));
      /* One that was moved from one item to another. */
      if (field == CIRC_TRIGGER_ITEM)
        concerns->triggers = TRUE;
      break;
    case CIRC_KIND_OCCURRENCE:
      if (field == CIRC_OCCURRENCE_FIXED || field == CIRC_OCCURRENCE_CANCELLED_ON ||
          field == CIRC_OCCURRENCE_NOT_REQUIRED_REASON)
        add_id (self->items, circ_record_get_int (record, CIRC_OCCURRENCE_ITEM));
      break;
    case CIRC_KIND_HOLIDAY:
      self->everything = TRUE;
      break;
    case CIRC_KIND_DATE_SETTINGS:
      /* The statutory settings are asked when a clock starts, and not by the plan. */
      if (action != CIRC_PART_SET || field == CIRC_DATE_SETTINGS_BANK_HOLIDAYS)
        self->everything = TRUE;
      break;
    case CIRC_KIND_PARTNERSHIP:
      if (field == CIRC_PARTNERSHIP_HOLIDAY_DIVISION)
        self->everything = TRUE;
      break;
    default:
      break;
    }
}

static gboolean
hangs_on (const CircTiming *timing,
          CircAnchor anchor)
{
  return (circ_timing_uses (timing->kind) & CIRC_PARAMETER_ANCHOR) != 0 && timing->kind != CIRC_TIMING_LINKED &&
         timing->anchor == anchor;
}

static gboolean
is_concerned (const CircTiming *timing,
              const Concerns *concerns)
{
  if (concerns->themes && (timing->kind == CIRC_TIMING_THEME_CALENDAR || hangs_on (timing, CIRC_ANCHOR_THEME_DAY)))
    return TRUE;
  return concerns->triggers && (circ_timing_uses (timing->kind) & CIRC_PARAMETER_TRIGGER) != 0;
}

/* Looks at the rules of every item, for what does not say which items it is about. */
static gboolean
scan_items (CircFollowScope *self,
            CircStore *store,
            const Concerns *concerns,
            GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  circ_query_where_blank (query, CIRC_PLAN_ITEM_WHEN, FALSE);
  items = circ_store_find (store, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (circ_record_get (items->pdata[i], CIRC_PLAN_ITEM_WHEN));

      for (guint j = 0; j < rules->len; j++)
        {
          const CircTiming *timing = ((CircPlanRule *) rules->pdata[j])->timing;

          if (is_concerned (timing, concerns))
            add_id (self->items, circ_record_get_id (items->pdata[i]));
          else if (g_hash_table_size (self->meetings) > 0 && hangs_on (timing, CIRC_ANCHOR_MEETING))
            add_id (self->meeting_items, circ_record_get_id (items->pdata[i]));
        }
    }
  return items != NULL;
}

/* The items that an item follows, so that what it copies is worked out with it. */
static gboolean
add_followed (CircFollowScope *self,
              CircStore *store,
              gint64 id,
              GArray *queue,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  circ_query_where_id (query, id);
  items = circ_store_find (store, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (circ_record_get (items->pdata[i], CIRC_PLAN_ITEM_WHEN));

      for (guint j = 0; j < rules->len; j++)
        {
          const CircTiming *timing = ((CircPlanRule *) rules->pdata[j])->timing;

          if (timing->kind == CIRC_TIMING_LINKED && add_id (self->items, timing->anchor_id))
            g_array_append_val (queue, timing->anchor_id);
        }
    }
  return items != NULL;
}

static gboolean
add_followers (CircFollowScope *self,
               CircStore *store,
               gint64 id,
               GArray *queue,
               GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GArray) ids = NULL;

  circ_query_where_linked (query, CIRC_PLAN_ITEM_WHEN, id);
  ids = circ_store_find_ids (store, query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (add_id (self->items, g_array_index (ids, gint64, i)))
      g_array_append_val (queue, g_array_index (ids, gint64, i));
  return ids != NULL;
}

/* An item that another follows cannot be worked out by halves. */
static gboolean
promote_followed (CircFollowScope *self,
                  CircStore *store,
                  GArray *queue,
                  GError **error)
{
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, self->meeting_items);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      guint before = queue->len;

      if (!add_followers (self, store, *id, queue, error))
        return FALSE;
      if (queue->len > before && add_id (self->items, *id))
        g_array_append_val (queue, *id);
    }
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_hash_table_remove (self->meeting_items, id);
  return TRUE;
}

static gboolean
close_scope (CircFollowScope *self,
             CircStore *store,
             GError **error)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (queue, *id);
  if (!promote_followed (self, store, queue, error))
    return FALSE;
  for (guint i = 0; i < queue->len; i++)
    {
      gint64 next = g_array_index (queue, gint64, i);

      if (!add_followed (self, store, next, queue, error) || !add_followers (self, store, next, queue, error))
        return FALSE;
      g_hash_table_remove (self->meeting_items, &next);
    }
  return TRUE;
}

gboolean
circ_follow_scope_init (CircFollowScope *self,
                        CircStore *store,
                        CircChange *change,
                        GError **error)
{
  Concerns concerns = {
    .has_meetings = circ_store_has_more (store, CIRC_KIND_MEETING, 0),
    .has_notes = circ_store_has_more (store, CIRC_KIND_TRIGGER, 0),
    .dated = g_hash_table_new (NULL, NULL),
  };

  self->everything = FALSE;
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->meetings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->meeting_items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *record = circ_change_get_part (change, i, &action, &field);

      note_part (self, &concerns, record, action, field);
    }
  g_hash_table_unref (concerns.dated);
  if (self->everything || g_hash_table_size (self->items) > MANY_ITEMS)
    {
      self->everything = TRUE;
      return TRUE;
    }
  if ((concerns.themes || concerns.triggers || g_hash_table_size (self->meetings) > 0) &&
      !scan_items (self, store, &concerns, error))
    return FALSE;
  return close_scope (self, store, error);
}

void
circ_follow_scope_clear (CircFollowScope *self)
{
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->meeting_items, g_hash_table_unref);
}
