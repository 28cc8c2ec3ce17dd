/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each lead of the plan has done, and has still to do, in a reporting year. */
#include "config.h"

#include "circ-progress-owners.h"

#include <string.h>

#include "circ-due-list.h"
#include "circ-occurrence.h"
#include "circ-plan-facts.h"
#include "circ-plan-item.h"

/* Where the states of an occurrence are counted. Done without evidence is asked about apart, so it is none of them. */
static const CircProgress progress_of_state[] = {
  [CIRC_OCCURRENCE_STATE_CANCELLED] = CIRC_PROGRESS_NOT_NEEDED,
  [CIRC_OCCURRENCE_STATE_NOT_REQUIRED] = CIRC_PROGRESS_NOT_NEEDED,
  [CIRC_OCCURRENCE_STATE_DONE] = CIRC_PROGRESS_ON_TIME,
  [CIRC_OCCURRENCE_STATE_DONE_LATE] = CIRC_PROGRESS_LATE,
  [CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING] = CIRC_N_PROGRESS,
  [CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER] = CIRC_PROGRESS_NO_DATE,
  [CIRC_OCCURRENCE_STATE_DATE_NEEDED] = CIRC_PROGRESS_NO_DATE,
  [CIRC_OCCURRENCE_STATE_NO_TIMING] = CIRC_PROGRESS_NO_DATE,
  [CIRC_OCCURRENCE_STATE_OVERDUE] = CIRC_PROGRESS_OVERDUE,
  [CIRC_OCCURRENCE_STATE_DUE] = CIRC_PROGRESS_TO_COME,
  [CIRC_OCCURRENCE_STATE_SCHEDULED] = CIRC_PROGRESS_TO_COME,
};
G_STATIC_ASSERT (G_N_ELEMENTS (progress_of_state) == CIRC_N_OCCURRENCE_STATES);

static void
row_free (CircProgressRow *row)
{
  g_clear_object (&row->item);
  g_clear_object (&row->occurrence);
  g_free (row);
}

static CircProgressOwner *
owner_new (const char *name)
{
  CircProgressOwner *owner = g_new0 (CircProgressOwner, 1);

  owner->name = g_strdup (name);
  owner->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return owner;
}

static void
owner_free (CircProgressOwner *owner)
{
  g_free (owner->name);
  g_ptr_array_unref (owner->rows);
  g_free (owner);
}

/* An occurrence belongs to the year in which it was done, or else falls due; what is overdue stays so over the end of a
 * year, as in circ_item_windows_init(); and what has no date yet is no matter of a year that is over. */
static gboolean
is_of_year (const CircDueLine *line,
            const CircPlanFront *front,
            const CircItemWindows *windows)
{
  const char *due_on = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON);

  if (circ_occurrence_state_is_done (line->state))
    return circ_report_year_contains (&front->year, circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_COMPLETED_ON));
  if (line->state == CIRC_OCCURRENCE_STATE_OVERDUE)
    return strcmp (due_on, windows->overdue_to) <= 0;
  if (due_on != NULL)
    return circ_report_year_contains (&front->year, due_on);
  if (progress_of_state[line->state] == CIRC_PROGRESS_NOT_NEEDED)
    return circ_report_year_contains (&front->year, circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_CANCELLED_ON));
  return strcmp (front->today, front->year.to) <= 0;
}

/* Returns: (transfer full) (element-type gint64 GPtrArray): the lines of the year, by the id of their item */
static GHashTable *
sort_lines (GPtrArray *lines,
            const CircPlanFront *front,
            const CircItemWindows *windows)
{
  GHashTable *by_item =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      CircDueLine *line = lines->pdata[i];
      const gint64 *id = &circ_record_get_meta (line->item)->id;
      GPtrArray *of_item = g_hash_table_lookup (by_item, id);

      if (!is_of_year (line, front, windows))
        continue;
      if (of_item == NULL)
        {
          of_item = g_ptr_array_new ();
          g_hash_table_insert (by_item, (gpointer) id, of_item);
        }
      g_ptr_array_add (of_item, line);
    }
  return by_item;
}

static CircProgressRow *
add_row (CircProgressOwner *owner,
         CircRecord *item,
         CircRecord *occurrence,
         const char *state)
{
  CircProgressRow *row = g_new0 (CircProgressRow, 1);

  row->item = g_object_ref (item);
  row->occurrence = occurrence != NULL ? g_object_ref (occurrence) : NULL;
  row->state = state;
  g_ptr_array_add (owner->rows, row);
  return row;
}

static void
add_line (CircProgressOwner *owner,
          const CircDueLine *line,
          const char *today)
{
  gboolean missing = line->state == CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING;
  CircOccurrenceState state =
    missing ? circ_occurrence_state_of (line->occurrence, 0, CIRC_EVIDENCE_POLICY_NONE, today) : line->state;
  CircProgressRow *row = add_row (owner, line->item, line->occurrence, circ_occurrence_state_get_title (state));

  row->evidence_missing = missing;
  owner->n[progress_of_state[state]]++;
  owner->n_evidence_missing += missing;
}

/* An item without anything in the year has the state that the plan shows. */
static gboolean
add_idle_item (CircProgressOwner *owner,
               CircRecord *item,
               const CircPlanFront *front,
               const CircItemWindows *windows,
               GError **error)
{
  CircItemFacts facts;
  CircItemState state;

  if (!circ_plan_facts_read (front->store, item, &front->year, front->today, &facts, error))
    return FALSE;
  state = circ_item_state (&facts, windows);
  add_row (owner, item, NULL, circ_item_state_get_title (state));
  if (state == CIRC_ITEM_STATE_NOTHING)
    owner->n[CIRC_PROGRESS_NO_DATE]++;
  return TRUE;
}

/* What was done before an item was put away. What was still open is no longer asked for. */
static gboolean
add_archived_item (CircProgressOwner *owner,
                   CircRecord *item,
                   const CircPlanFront *front,
                   const CircItemWindows *windows,
                   GError **error)
{
  g_autoptr (CircPlanFacts) facts = circ_plan_facts_new (front->store, &front->year, front->today);
  g_autoptr (GPtrArray) occurrences =
    circ_store_find_parts (front->store, circ_record_get_id (item), CIRC_KIND_OCCURRENCE, error);

  for (guint i = 0; occurrences != NULL && i < occurrences->len; i++)
    {
      CircDueLine line = { .occurrence = occurrences->pdata[i], .item = item };

      line.state = circ_plan_facts_get_occurrence_state (facts, line.occurrence);
      if (circ_occurrence_state_is_done (line.state) && is_of_year (&line, front, windows))
        add_line (owner, &line, front->today);
    }
  return occurrences != NULL;
}

static gboolean
is_waiting (const CircDueLine *line)
{
  return progress_of_state[line->state] == CIRC_PROGRESS_NO_DATE;
}

static gboolean
has_planned (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const CircDueLine *line = lines->pdata[i];

      if (!is_waiting (line) && progress_of_state[line->state] != CIRC_PROGRESS_NOT_NEEDED)
        return TRUE;
    }
  return FALSE;
}

/* What an item waits for is said only while there is nothing else to say of it in the year: an item that is recorded as
 * it comes waits for the next time for ever.
 * @lines: (nullable): of the item, in the year */
static gboolean
add_item (CircProgressOwner *owner,
          CircRecord *item,
          GPtrArray *lines,
          const CircPlanFront *front,
          const CircItemWindows *windows,
          GError **error)
{
  guint n_before = owner->rows->len;
  gboolean planned = lines != NULL && has_planned (lines);

  owner->n_items++;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!planned || !is_waiting (lines->pdata[i]))
      add_line (owner, lines->pdata[i], front->today);
  if (circ_record_is_archived (item) && !add_archived_item (owner, item, front, windows, error))
    return FALSE;
  return owner->rows->len > n_before || add_idle_item (owner, item, front, windows, error);
}

/* Returns: (transfer full) (nullable): who leads @item, as the lists name them, or in the words of the plan */
static char *
dup_lead_name (CircStore *store,
               CircRecord *item)
{
  g_autoptr (CircEntry) lead = circ_plan_item_dup_lead (item);
  g_autofree char *name = lead != NULL && lead->link > 0 ? circ_store_dup_title (store, lead->link) : NULL;

  if (name == NULL && lead != NULL)
    name = g_strstrip (g_strdup (lead->text));
  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/* One name is one owner, whether the plan has linked it everywhere or not. */
static CircProgressOwner *
get_owner (GPtrArray *owners,
           GHashTable *by_key,
           CircStore *store,
           CircRecord *item)
{
  g_autofree char *name = dup_lead_name (store, item);
  g_autofree char *key = g_utf8_casefold (name != NULL ? name : "", -1);
  CircProgressOwner *owner = g_hash_table_lookup (by_key, key);

  if (owner == NULL)
    {
      owner = owner_new (name);
      g_ptr_array_add (owners, owner);
      g_hash_table_insert (by_key, g_steal_pointer (&key), owner);
    }
  return owner;
}

/* By name; what nobody leads comes last. */
static int
by_name (gconstpointer a,
         gconstpointer b)
{
  const CircProgressOwner *first = *(const CircProgressOwner *const *) a;
  const CircProgressOwner *second = *(const CircProgressOwner *const *) b;

  if (first->name == NULL || second->name == NULL)
    return (first->name == NULL) - (second->name == NULL);
  return g_utf8_collate (first->name, second->name);
}

/**
 * circ_progress_find_owners:
 * @front: which items, of which year, on which day
 *
 * Returns: (transfer full) (element-type CircProgressOwner): all who lead one of the items, by name; %NULL with @error
 */
GPtrArray *
circ_progress_find_owners (CircPlanFront *front,
                           GError **error)
{
  g_autoptr (GPtrArray) items = circ_store_find (front->store, front->query, error);
  g_autoptr (GPtrArray) lines =
    items != NULL ? circ_due_list_new (front->store, front->year.from, front->year.to, front->today, error) : NULL;
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) owner_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_item = NULL;
  CircItemWindows windows;

  if (lines == NULL)
    return NULL;
  circ_item_windows_init (&windows, &front->year, front->today);
  by_item = sort_lines (lines, front, &windows);
  for (guint i = 0; i < items->len; i++)
    {
      CircRecord *item = items->pdata[i];
      GPtrArray *of_item = g_hash_table_lookup (by_item, &circ_record_get_meta (item)->id);

      if (!add_item (get_owner (owners, by_key, front->store, item), item, of_item, front, &windows, error))
        return NULL;
    }
  g_ptr_array_sort (owners, by_name);
  return g_steal_pointer (&owners);
}

guint
circ_progress_owner_count_planned (const CircProgressOwner *owner)
{
  return owner->n[CIRC_PROGRESS_ON_TIME] + owner->n[CIRC_PROGRESS_LATE] + owner->n[CIRC_PROGRESS_OVERDUE] +
         owner->n[CIRC_PROGRESS_TO_COME];
}
