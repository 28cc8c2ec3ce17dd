/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"
#include "circ-plan-view.h"

/**
 * circ_plan_item_new:
 * @store: a store, for the partnership's year and marking
 * @today: ISO date
 *
 * Returns: (transfer full): an unsaved plan item with what a new one starts with: outgoing and planned, evidence
 *   required, in the plan from the first day of this reporting year
 */
CircRecord *
circ_plan_item_new (CircStore *store,
                    const char *today)
{
  CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, NULL);
  const char *marking = partnership != NULL ? circ_record_get_text (partnership, CIRC_PARTNERSHIP_DEFAULT_MARKING) : NULL;
  CircReportYear year;

  circ_store_get_report_year (store, today, &year);
  circ_record_set_text (item, CIRC_PLAN_ITEM_MODE, "proactive");
  circ_record_set_text (item, CIRC_PLAN_ITEM_DIRECTION, "outgoing");
  circ_record_set_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY, "required");
  circ_record_set_text (item, CIRC_PLAN_ITEM_MARKING, marking != NULL ? marking : "official");
  circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM, year.from);
  return item;
}

/* A copy to start afresh from: what was approved and checked was the old one. */
static CircRecord *
copy_afresh (CircRecord *item)
{
  static const guint cleared[] = {
    CIRC_PLAN_ITEM_REF, CIRC_PLAN_ITEM_ARCHIVED_ON, CIRC_PLAN_ITEM_ROLLED_FROM, CIRC_PLAN_ITEM_APPROVAL_STATE,
    CIRC_PLAN_ITEM_APPROVAL_REQUESTED_ON, CIRC_PLAN_ITEM_APPROVAL_BY, CIRC_PLAN_ITEM_APPROVAL_ON,
    CIRC_PLAN_ITEM_APPROVAL_NOTE, CIRC_PLAN_ITEM_QUALITY_CHECKS, CIRC_PLAN_ITEM_QUALITY_CHECKED_BY,
    CIRC_PLAN_ITEM_QUALITY_CHECKED_ON,
  };
  CircRecord *copy = circ_record_copy (item);

  for (guint i = 0; i < G_N_ELEMENTS (cleared); i++)
    circ_record_set (copy, cleared[i], NULL);
  return copy;
}

/**
 * circ_plan_duplicate:
 * @item: a saved plan item
 * @today: ISO date
 *
 * Returns: (transfer full): the new item, saved, with a reference of its own and nothing recorded; %NULL with @error
 */
CircRecord *
circ_plan_duplicate (CircStore *store,
                     CircRecord *item,
                     const char *today,
                     GError **error)
{
  g_autofree char *what = circ_record_dup_title (item);
  /* translators: the title of a change in the history; %s is what is communicated */
  g_autofree char *title = g_strdup_printf (_ ("Duplicated: %s"), what);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (CircRecord) copy = copy_afresh (item);
  const char *active_to = circ_record_get_text (copy, CIRC_PLAN_ITEM_ACTIVE_TO);

  /* The copy of a row that has ended is made to be used again. */
  if (active_to != NULL && strcmp (active_to, today) < 0)
    circ_record_set (copy, CIRC_PLAN_ITEM_ACTIVE_TO, NULL);
  circ_change_insert (change, copy);
  if (!circ_store_apply (store, change, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * circ_plan_set_archived:
 * @items: (element-type CircRecord): saved records of any kind that can be archived
 * @archived: put away, or take out again
 * @today: ISO date
 *
 * One change for all of them; those that are so already are left alone.
 */
gboolean
circ_plan_set_archived (CircStore *store,
                        GPtrArray *items,
                        gboolean archived,
                        const char *today,
                        GError **error)
{
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autoptr (CircChange) change = NULL;

  g_return_val_if_fail (items->len > 0, FALSE);

  what = circ_record_dup_title (items->pdata[0]);
  if (items->len > 1)
    title = g_strdup_printf (archived ? ngettext ("Archived %u item", "Archived %u items", items->len)
                                      : ngettext ("Took %u item out of the archive", "Took %u items out of the archive",
                                                  items->len),
                             items->len);
  else
    /* translators: titles of changes in the history; %s is the name of the item */
    title = g_strdup_printf (archived ? _ ("Archived: %s") : _ ("Taken out of the archive: %s"), what);
  change = circ_change_new (title);
  for (guint i = 0; i < items->len; i++)
    {
      CircRecord *item = items->pdata[i];
      int field = circ_record_get_kind (item)->archived_field;

      if (field >= 0 && circ_record_is_archived (item) != archived)
        circ_change_set_text (change, item, (guint) field, archived ? today : NULL);
    }
  return circ_change_get_n_parts (change) == 0 || circ_store_apply (store, change, error);
}

/* Items that were carried over before: ids of those that another one says it comes from. */
static GHashTable *
find_carried (CircStore *store,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) copies = NULL;
  GHashTable *carried;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_blank (query, CIRC_PLAN_ITEM_ROLLED_FROM, FALSE);
  copies = circ_store_find (store, query, error);
  if (copies == NULL)
    return NULL;
  carried = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < copies->len; i++)
    {
      gint64 from = circ_record_get_int (copies->pdata[i], CIRC_PLAN_ITEM_ROLLED_FROM);

      g_hash_table_add (carried, g_memdup2 (&from, sizeof from));
    }
  return carried;
}

/* The row of the next year, and the end of this year's. A row that ran all year runs all of the next; one with dates
 * of its own has them a year later. */
static void
roll_item (CircChange *change,
           CircRecord *item,
           const CircReportYear *year,
           const CircReportYear *next)
{
  g_autoptr (CircRecord) copy = copy_afresh (item);
  const char *from = circ_record_get_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM);
  const char *to = circ_record_get_text (item, CIRC_PLAN_ITEM_ACTIVE_TO);
  g_autofree char *next_from = circ_report_year_contains (year, from) ? circ_date_add_years (from, 1) : g_strdup (next->from);

  circ_record_set_text (copy, CIRC_PLAN_ITEM_ACTIVE_FROM, next_from);
  if (circ_report_year_contains (year, to))
    {
      /* 28 February is the last day of a year's February: so is 29. A year's end stays the year's end. */
      g_autofree char *next_to = strcmp (to, year->to) == 0 ? g_strdup (next->to) : circ_date_add_years (to, 1);

      circ_record_set_text (copy, CIRC_PLAN_ITEM_ACTIVE_TO, next_to);
    }
  else
    circ_change_set_text (change, item, CIRC_PLAN_ITEM_ACTIVE_TO, year->to);
  circ_record_set_int (copy, CIRC_PLAN_ITEM_ROLLED_FROM, circ_record_get_id (item));
  circ_change_insert (change, copy);
}

/**
 * circ_plan_roll_forward:
 * @year: the year whose plan is carried over into the one after it
 * @apply: FALSE to count only
 * @counts: (out): what was or would be done
 *
 * Every item in use that is in the plan in @year gets a successor in the next year: the same words and links, nothing
 * recorded, nothing approved. Last year's rows stay with what was recorded for them. Done twice, it adds nothing.
 */
gboolean
circ_plan_roll_forward (CircStore *store,
                        const CircReportYear *year,
                        gboolean apply,
                        CircRollCounts *counts,
                        GError **error)
{
  CircReportYear next = circ_report_year_next (year);
  g_autofree char *next_title = circ_report_year_dup_title (&next);
  /* translators: the title of a change in the history; %s is a year such as 2027–28 */
  g_autofree char *title = g_strdup_printf (_ ("Carried the plan over into %s"), next_title);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircQuery) query = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) carried = find_carried (store, error);

  memset (counts, 0, sizeof *counts);
  if (carried == NULL)
    return FALSE;
  view->year = year->start;
  query = circ_plan_view_dup_query (view, store, year->from);
  items = circ_store_find (store, query, error);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = circ_record_get_id (items->pdata[i]);

      if (g_hash_table_contains (carried, &id))
        {
          counts->n_already++;
          continue;
        }
      counts->n_rolled++;
      if (apply)
        roll_item (change, items->pdata[i], year, &next);
    }
  return circ_change_get_n_parts (change) == 0 || circ_store_apply (store, change, error);
}

/* Ids that the entries of a field are linked to, of kinds that another field may point to. */
static GVariant *
linked_ids (CircStore *store,
            CircRecord *item,
            guint from,
            const CircField *to)
{
  const CircField *field = &circ_record_get_kind (item)->fields[from];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (item, from));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < entries->len; i++)
    {
      CircEntry *entry = entries->pdata[i];
      const CircKind *kind = entry->link != 0 ? circ_store_get_kind_of (store, entry->link, NULL) : NULL;

      if (kind != NULL && circ_field_accepts (to, kind) && g_hash_table_add (seen, &entry->link))
        g_variant_builder_add (&ids, "x", entry->link);
    }
  return g_variant_builder_end (&ids);
}

static void
set_ids (CircRecord *record,
         guint field,
         GVariant *ids)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (ids);

  circ_record_set (record, field, g_variant_n_children (taken) > 0 ? taken : NULL);
}

/* The earliest first; one without a day can wait longest. */
static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const char *first = circ_record_get_text (*(CircRecord *const *) a, CIRC_OCCURRENCE_DUE_ON);
  const char *second = circ_record_get_text (*(CircRecord *const *) b, CIRC_OCCURRENCE_DUE_ON);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return strcmp (first, second);
}

static gboolean
is_settled (CircRecord *occurrence)
{
  return circ_record_get (occurrence, CIRC_OCCURRENCE_COMPLETED_ON) != NULL ||
         circ_record_get (occurrence, CIRC_OCCURRENCE_CANCELLED_ON) != NULL ||
         circ_record_get (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL;
}

/**
 * circ_plan_find_waiting:
 * @item: a saved plan item
 *
 * Returns: (transfer full) (element-type CircRecord) (nullable): the occurrences of @item that are planned and neither
 *   done nor cancelled nor found not to be needed, the one that is due first before the others
 */
GPtrArray *
circ_plan_find_waiting (CircStore *store,
                        CircRecord *item,
                        GError **error)
{
  GPtrArray *waiting = circ_store_find_parts (store, circ_record_get_id (item), CIRC_KIND_OCCURRENCE, error);

  for (guint i = waiting == NULL ? 0 : waiting->len; i > 0; i--)
    {
      CircRecord *occurrence = g_ptr_array_index (waiting, i - 1);

      if (is_settled (occurrence))
        g_ptr_array_remove_index (waiting, i - 1);
    }
  if (waiting != NULL)
    g_ptr_array_sort (waiting, compare_due);
  return waiting;
}

/**
 * circ_plan_draft_occurrence:
 * @item: a saved plan item
 * @waiting: (nullable): the occurrence of @item that is now done, %NULL for one that nobody had planned
 * @today: ISO date
 *
 * Returns: (transfer full): an unsaved occurrence of @item, done today, with what was planned, and where that says
 *   nothing, with the methods and recipients that the item names. When somebody has recorded of @waiting meanwhile that it
 *   was done, cancelled or not needed, that stands.
 */
CircRecord *
circ_plan_draft_occurrence (CircStore *store,
                            CircRecord *item,
                            CircRecord *waiting,
                            const char *today)
{
  CircRecord *occurrence = waiting != NULL ? circ_record_copy (waiting) : circ_record_new (CIRC_KIND_OCCURRENCE);
  const CircField *fields = circ_occurrence_kind.fields;

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  if (!is_settled (occurrence))
    circ_record_set_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON, today);
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_METHODS_USED) == NULL)
    set_ids (occurrence, CIRC_OCCURRENCE_METHODS_USED,
             linked_ids (store, item, CIRC_PLAN_ITEM_HOW, &fields[CIRC_OCCURRENCE_METHODS_USED]));
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_LISTS_USED) == NULL)
    set_ids (occurrence, CIRC_OCCURRENCE_LISTS_USED,
             linked_ids (store, item, CIRC_PLAN_ITEM_TO_WHOM, &fields[CIRC_OCCURRENCE_LISTS_USED]));
  return occurrence;
}

/* The title says what the change did to the occurrence. */
static char *
occurrence_title (CircRecord *item,
                  CircRecord *occurrence)
{
  g_autofree char *what = circ_record_dup_title (item);

  /* translators: titles of changes in the history; %s is what is communicated */
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_COMPLETED_ON) != NULL)
    return g_strdup_printf (_ ("Recorded: %s"), what);
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_CANCELLED_ON) != NULL)
    return g_strdup_printf (_ ("Cancelled: %s"), what);
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL)
    return g_strdup_printf (_ ("Not needed: %s"), what);
  return g_strdup_printf (_ ("Planned: %s"), what);
}

/**
 * circ_plan_occurrence_change:
 * @item: a saved plan item
 * @saved: (nullable): the saved occurrence that is edited, or %NULL for a new one
 * @occurrence: an unsaved record with the values it is to have; without @saved it becomes the new occurrence
 * @evidences: (nullable) (element-type CircRecord): unsaved pieces of evidence to add
 *
 * Returns: (transfer full): what saves an occurrence and its evidence, under the title "Recorded: " and what the item is
 *   about. More parts may be added to it; it may have none.
 */
CircChange *
circ_plan_occurrence_change (CircRecord *item,
                             CircRecord *saved,
                             CircRecord *occurrence,
                             GPtrArray *evidences)
{
  g_autofree char *title = occurrence_title (item, occurrence);
  CircChange *change = circ_change_new (title);

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  if (saved == NULL)
    circ_change_insert (change, occurrence);
  else
    for (guint i = 0; i < circ_occurrence_kind.n_fields; i++)
      if (!circ_value_equal (circ_record_get (saved, i), circ_record_get (occurrence, i)))
        circ_change_set (change, saved, i, circ_record_get (occurrence, i));
  for (guint i = 0; evidences != NULL && i < evidences->len; i++)
    {
      circ_record_set_int (evidences->pdata[i], CIRC_EVIDENCE_OCCURRENCE,
                           circ_record_get_id (saved != NULL ? saved : occurrence));
      circ_change_insert (change, evidences->pdata[i]);
    }
  return change;
}

/* Saves that change at once. */
gboolean
circ_plan_record_occurrence (CircStore *store,
                             CircRecord *item,
                             CircRecord *saved,
                             CircRecord *occurrence,
                             GPtrArray *evidences,
                             GError **error)
{
  g_autoptr (CircChange) change = NULL;

  g_return_val_if_fail (circ_record_get_id (item) > 0, FALSE);

  change = circ_plan_occurrence_change (item, saved, occurrence, evidences);
  return circ_change_get_n_parts (change) == 0 || circ_store_apply (store, change, error);
}
