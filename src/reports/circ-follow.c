/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a change to the plan or the calendar. One place for all who save: the window, the import, the commands. */
#include "config.h"

#include "circ-follow.h"

#include <glib/gi18n-lib.h>

#include "circ-date-settings.h"
#include "circ-follow-private.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-priorities.h"

/* @record: (out) (transfer full) (nullable): as the file will have it; %NULL when there is none */
gboolean
circ_follow_read (CircStore *store,
                  CircKindId kind,
                  gint64 id,
                  CircRecord **record,
                  GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_id (query, id);
  found = circ_store_find (store, query, error);
  if (found == NULL)
    return FALSE;
  *record = found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
  return TRUE;
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
set_day (CircChange *more,
         CircRecord *record,
         guint field,
         CircDay day)
{
  char iso[11];

  circ_day_to_iso (day, iso);
  if (g_strcmp0 (circ_record_get_text (record, field), *iso != '\0' ? iso : NULL) != 0)
    circ_change_set_text (more, record, field, *iso != '\0' ? iso : NULL);
}

/* Whether a person gave an open occurrence its day: new, or to another day than the plan's. */
static gboolean
is_set_by_hand (CircRecord *record,
                CircPartAction action,
                int field)
{
  if (circ_record_get_kind (record)->id != CIRC_KIND_OCCURRENCE)
    return FALSE;
  return field == CIRC_OCCURRENCE_DUE_ON ||
         (action == CIRC_PART_INSERT && circ_record_get (record, CIRC_OCCURRENCE_DUE_ON) != NULL &&
          circ_record_get (record, CIRC_OCCURRENCE_COMPLETED_ON) == NULL);
}

static gboolean
follow_hand (CircStore *store,
             CircDateFacts *dates,
             CircChange *change,
             CircChange *more,
             GError **error)
{
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);
      g_autoptr (CircRecord) record = NULL;
      CircDay due_on, plan_by = CIRC_DAY_NONE, lead_from = CIRC_DAY_NONE;

      if (!is_set_by_hand (part, action, field))
        continue;
      if (!circ_follow_read (store, CIRC_KIND_OCCURRENCE, circ_record_get_id (part), &record, error))
        return FALSE;
      if (record == NULL)
        continue;
      due_on = circ_day_from_iso (circ_record_get_text (record, CIRC_OCCURRENCE_DUE_ON));
      if (due_on != CIRC_DAY_NONE)
        circ_date_facts_span (dates, due_on, &plan_by, &lead_from);
      set_day (more, record, CIRC_OCCURRENCE_PLAN_BY, plan_by);
      set_day (more, record, CIRC_OCCURRENCE_LEAD_FROM, lead_from);
      if (circ_record_get (record, CIRC_OCCURRENCE_ANCHOR_REF) != NULL && !circ_record_get_bool (record, CIRC_OCCURRENCE_FIXED))
        circ_change_set (more, record, CIRC_OCCURRENCE_FIXED, g_variant_new_boolean (TRUE));
    }
  return TRUE;
}

static gboolean
has_hand (CircChange *change)
{
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);

      if (is_set_by_hand (part, action, field))
        return TRUE;
    }
  return FALSE;
}

static gboolean
plan_scope (CircStore *store,
            CircDateFacts *dates,
            CircFollowScope *scope,
            CircChange *more,
            GError **error)
{
  g_autofree char *today = circ_store_dup_today (store);
  CircPlanWanted all = { NULL, NULL };
  CircPlanWanted items = { scope->items, NULL };
  CircPlanWanted meetings = { scope->meeting_items, scope->meetings };

  if (scope->everything)
    return circ_follow_plan (store, dates, &all, today, more, error);
  if (g_hash_table_size (scope->items) > 0 && !circ_follow_plan (store, dates, &items, today, more, error))
    return FALSE;
  return g_hash_table_size (scope->meeting_items) == 0 || circ_follow_plan (store, dates, &meetings, today, more, error);
}

static gboolean
follow_scope (CircStore *store,
              CircChange *change,
              gboolean by_hand,
              GHashTable *read,
              CircChange *more,
              GError **error)
{
  CircFollowScope scope = { FALSE, NULL, NULL, NULL };
  gboolean followed = circ_follow_scope_init (&scope, store, change, error);
  g_autoptr (CircDateFacts) dates = NULL;
  GHashTableIter iter;
  gint64 *id;

  /* Those have their turn in the next round, when their new rules are in the file. */
  g_hash_table_iter_init (&iter, read);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_hash_table_remove (scope.items, id);
  if (followed && (by_hand || scope.everything || g_hash_table_size (scope.items) > 0 ||
                   g_hash_table_size (scope.meeting_items) > 0))
    {
      dates = circ_date_facts_new (store, error);
      followed = dates != NULL && (!by_hand || follow_hand (store, dates, change, more, error)) &&
                 plan_scope (store, dates, &scope, more, error);
    }
  circ_follow_scope_clear (&scope);
  return followed;
}

static gboolean
follow (CircStore *store,
        CircChange *change,
        guint round,
        CircChange *more,
        GError **error)
{
  g_autoptr (GHashTable) read = new_ids ();

  if (!circ_follow_words (store, change, more, read, error) || !circ_follow_meetings (store, change, more, error) ||
      !circ_follow_lead (store, change, more, error) || !circ_follow_returns (store, change, more, error) ||
      !circ_follow_requests (store, change, more, error) || !circ_follow_matrix (store, change, more, error))
    return FALSE;
  return follow_scope (store, change, round == 0 && has_hand (change), read, more, error);
}

/**
 * circ_follow_attach:
 * @store: a store that was opened to write
 *
 * From now on each change is saved together with what follows from it: the words of "when" are read as rules, and the
 * recorded occurrences are kept in step with items, meetings, theme days, what happened and holidays. One change, one undo.
 */
void
circ_follow_attach (CircStore *store)
{
  circ_store_set_follow (store, follow);
}

static gboolean
read_old_words (CircStore *store,
                GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  /* translators: a line of the history: what the application did by itself */
  g_autoptr (CircChange) change = circ_change_new (_ ("Read the words of “When”"));
  g_autoptr (GPtrArray) items = NULL;

  circ_query_where_blank (query, CIRC_PLAN_ITEM_WHEN, TRUE);
  items = circ_store_find (store, query, error);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) rules = circ_plan_rules_get (store, items->pdata[i]);
      g_autoptr (GVariant) value = circ_plan_rules_to_value (rules);

      circ_change_set (change, items->pdata[i], CIRC_PLAN_ITEM_WHEN, value);
    }
  return circ_change_get_n_parts (change) == 0 || circ_store_apply_upkeep (store, change, error);
}

/**
 * circ_follow_bring_up_to_date:
 * @store: a store that was opened to write
 * @today: ISO date
 *
 * Gives the file the shipped theme days when it has none, brings what an older file keeps in another way up to date, reads words that no program has read, and works out the
 * occurrences of the months that have come into view. A plan that was there before anything was worked out has been kept by
 * hand: its rules are asked about from today on, and not about what was due before. The history shows it as the application's own doing; undo leaves it.
 */
gboolean
circ_follow_bring_up_to_date (CircStore *store,
                              const char *today,
                              GError **error)
{
  g_autoptr (CircRecord) settings = circ_store_get_only (store, CIRC_KIND_DATE_SETTINGS, error);
  g_autoptr (CircDateFacts) dates = NULL;
  g_autoptr (CircChange) change = NULL;
  CircPlanWanted all = { NULL, NULL };
  CircPlanSpan span;
  char from[11] = "";

  if (settings == NULL || !circ_date_facts_set_up (store, error) || !circ_priorities_set_up (store, error))
    return FALSE;
  dates = circ_date_facts_new (store, error);
  if (dates == NULL)
    return FALSE;
  span = circ_follow_get_span (store, dates, today);
  if (circ_day_from_iso (dates->planned_to) >= span.to)
    return TRUE;
  if (!read_old_words (store, error))
    return FALSE;
  circ_date_facts_begin (dates, store, today);
  /* translators: a line of the history: what the application did by itself */
  change = circ_change_new (_ ("Worked out the dates to come"));
  if (!circ_follow_plan (store, dates, &all, today, change, error))
    return FALSE;
  circ_day_to_iso (span.to, dates->planned_to);
  circ_change_set_text (change, settings, CIRC_DATE_SETTINGS_PLANNED_TO, dates->planned_to);
  if (dates->planned_from != CIRC_DAY_NONE)
    circ_day_to_iso (dates->planned_from, from);
  circ_change_set_text (change, settings, CIRC_DATE_SETTINGS_PLANNED_FROM, *from != '\0' ? from : NULL);
  return circ_store_apply_upkeep (store, change, error);
}
