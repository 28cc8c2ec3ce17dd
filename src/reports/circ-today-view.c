/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today as somebody looks at it: the same groups, of one owner or about some words. */
#include "config.h"

#include "circ-today-view.h"

#include "circ-cascade-return.h"
#include "circ-format-request.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

CircTodayView *
circ_today_view_copy (const CircTodayView *self)
{
  CircTodayView *copy = g_new0 (CircTodayView, 1);

  copy->owner = self->owner;
  copy->search = g_strdup (self->search);
  return copy;
}

void
circ_today_view_free (CircTodayView *self)
{
  g_free (self->search);
  g_free (self);
}

gboolean
circ_today_view_is_all (const CircTodayView *self)
{
  return self->owner <= 0 && (self->search == NULL || *self->search == '\0');
}

/* Returns: (transfer full): the items that are looked at; @all_owners: whoever they belong to. */
static CircQuery *
new_items_query (const CircTodayView *self,
                 gboolean all_owners)
{
  CircQuery *items = circ_query_new (CIRC_KIND_PLAN_ITEM);

  if (self->owner > 0 && !all_owners)
    circ_query_where_linked (items, CIRC_PLAN_ITEM_BY_WHOM, self->owner);
  circ_query_search (items, self->search);
  return items;
}

/* An occurrence is its item's owner's, and whose it was made by hand. */
static void
narrow_occurrences (const CircTodayView *self,
                    CircQuery *query)
{
  g_autoptr (CircQuery) all = new_items_query (self, TRUE);
  g_autoptr (CircQuery) own = new_items_query (self, FALSE);
  g_autoptr (CircQuery) by_item = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) by_hand = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_query_where_reference (by_item, CIRC_OCCURRENCE_ITEM, own);
  circ_query_where_reference (by_hand, CIRC_OCCURRENCE_ITEM, all);
  circ_query_where_equal (by_hand, CIRC_OCCURRENCE_RESPONSIBLE, g_variant_new_int64 (self->owner));
  if (self->owner > 0)
    circ_query_where_either (query, by_item, by_hand);
  else
    circ_query_where_reference (query, CIRC_OCCURRENCE_ITEM, all);
}

/* What belongs to an item by way of an occurrence, or without one. */
static void
narrow (const CircTodayView *self,
        CircTodayGroup group,
        CircQuery *query)
{
  g_autoptr (CircQuery) items = new_items_query (self, FALSE);
  g_autoptr (CircQuery) occurrences = circ_query_new (CIRC_KIND_OCCURRENCE);

  if (group == CIRC_TODAY_RETURNS)
    {
      narrow_occurrences (self, occurrences);
      circ_query_where_reference (query, CIRC_CASCADE_RETURN_OCCURRENCE, occurrences);
    }
  else if (group != CIRC_TODAY_FORMATS)
    narrow_occurrences (self, query);
  else if (self->owner > 0)
    circ_query_where_reference (query, CIRC_FORMAT_REQUEST_ITEM, items);
  else
    circ_query_search (query, self->search);
}

/**
 * circ_today_view_dup_query:
 * @group: one of records
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable): as circ_today_dup_query()
 */
CircQuery *
circ_today_view_dup_query (const CircTodayView *self,
                           CircTodayGroup group,
                           const char *today)
{
  CircQuery *query = circ_today_dup_query (group, today);

  if (query != NULL && !circ_today_view_is_all (self))
    narrow (self, group, query);
  return query;
}

static GHashTable *
find_items (const CircTodayView *self,
            CircStore *store,
            GError **error)
{
  g_autoptr (CircQuery) query = new_items_query (self, FALSE);
  g_autoptr (GArray) ids = circ_store_find_ids (store, query, error);
  GHashTable *items;

  if (ids == NULL)
    return NULL;
  items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (items, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return items;
}

/* What is told of all items, told of some of them. */
typedef struct {
  GHashTable *items; /* (nullable): all */
  CircDueFunc func;
  gpointer data;
} Listener;

static void
tell (const CircDueLine *line,
      gpointer data)
{
  Listener *listener = data;
  gint64 id = circ_record_get_id (line->item);

  if (listener->items == NULL || g_hash_table_contains (listener->items, &id))
    listener->func (line, listener->data);
}

/**
 * circ_today_view_find_waiting:
 * @today: ISO date
 * @func: is told what waits for a trigger, for a date or for a timing, as circ_due_list_find_waiting() does
 *
 * Returns: %FALSE with @error
 */
gboolean
circ_today_view_find_waiting (const CircTodayView *self,
                              CircStore *store,
                              const char *today,
                              CircDueFunc func,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GHashTable) items = circ_today_view_is_all (self) ? NULL : find_items (self, store, error);
  Listener listener = { items, func, data };

  if (items == NULL && !circ_today_view_is_all (self))
    return FALSE;
  return circ_due_list_find_waiting (store, today, tell, &listener, cancellable, error);
}
