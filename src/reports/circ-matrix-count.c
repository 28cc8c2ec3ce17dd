/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded as done in a period, counted for each method with each audience. */
#include "config.h"

#include "circ-matrix-source.h"

#include "circ-circulation-list.h"
#include "circ-entry.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

typedef struct {
  CircStore *store;
  GHashTable *lists; /* (owned) (element-type gint64 GArray): the audiences of each list */
  GHashTable *items; /* (owned) (element-type gint64 GArray): those that each item goes to */
} Count;

static void
count_init (Count *self,
            CircStore *store)
{
  self->store = store;
  self->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
count_clear (Count *self)
{
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->items);
}

static gboolean
has_id (GArray *ids,
        gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_ids (GArray *ids,
         GVariant *value)
{
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      gint64 id = 0;

      g_variant_get_child (value, i, "x", &id);
      g_array_append_val (ids, id);
    }
}

static gboolean
read_lists (Count *self,
            GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_CIRCULATION_LIST);
  g_autoptr (GPtrArray) lists = NULL;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  lists = circ_store_find (self->store, query, error);
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      gint64 id = circ_record_get_id (lists->pdata[i]);
      GArray *audiences = g_array_new (FALSE, FALSE, sizeof (gint64));

      add_ids (audiences, circ_record_get (lists->pdata[i], CIRC_CIRCULATION_LIST_AUDIENCES));
      g_hash_table_insert (self->lists, g_memdup2 (&id, sizeof id), audiences);
    }
  return lists != NULL;
}

/* Adds whom @id is for, when it is a list. Returns: whether it is one */
static gboolean
add_list (Count *self,
          gint64 id,
          GArray *audiences)
{
  GArray *of_list = g_hash_table_lookup (self->lists, &id);

  if (of_list != NULL)
    g_array_append_vals (audiences, of_list->data, of_list->len);
  return of_list != NULL;
}

/* Words without a link are for nobody that the matrix knows; a group, an agency or a contact is no audience. */
static gboolean
add_entries (Count *self,
             CircRecord *item,
             GArray *audiences,
             GError **error)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM));

  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = entries->pdata[i];
      const CircKind *kind;

      if (entry->link <= 0 || add_list (self, entry->link, audiences))
        continue;
      kind = circ_store_get_kind_of (self->store, entry->link, error);
      if (kind == NULL)
        return FALSE;
      if (kind->id == CIRC_KIND_AUDIENCE)
        g_array_append_val (audiences, entry->link);
    }
  return TRUE;
}

/* Returns: (transfer none) (nullable): whom the plan sends an item to; %NULL with @error */
static GArray *
get_item (Count *self,
          gint64 id,
          GError **error)
{
  GArray *audiences = g_hash_table_lookup (self->items, &id);
  g_autoptr (CircRecord) item = NULL;

  if (audiences != NULL)
    return audiences;
  item = circ_store_get (self->store, id, error);
  if (item == NULL)
    return NULL;
  audiences = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), audiences);
  return add_entries (self, item, audiences, error) ? audiences : NULL;
}

/* Returns: (transfer full) (nullable): whom @occurrence went to; %NULL with @error */
static GArray *
find_audiences (Count *self,
                CircRecord *occurrence,
                GError **error)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *of_item = get_item (self, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM), error);
  GArray *audiences;

  if (of_item == NULL)
    return NULL;
  audiences = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (audiences, of_item->data, of_item->len);
  add_ids (lists, circ_record_get (occurrence, CIRC_OCCURRENCE_LISTS_USED));
  for (guint i = 0; i < lists->len; i++)
    add_list (self, g_array_index (lists, gint64, i), audiences);
  return audiences;
}

static gboolean
count_one (Count *self,
           CircRecord *occurrence,
           CircMatrixUse *use,
           GError **error)
{
  g_autoptr (GArray) methods = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) audiences = find_audiences (self, occurrence, error);

  if (audiences == NULL)
    return FALSE;
  add_ids (methods, circ_record_get (occurrence, CIRC_OCCURRENCE_METHODS_USED));
  circ_matrix_use_add (use, methods, audiences);
  return TRUE;
}

static GPtrArray *
find_completed (Count *self,
                const CircPeriod *period,
                GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_between (query, CIRC_OCCURRENCE_COMPLETED_ON, period->from, period->to);
  return circ_store_find (self->store, query, error);
}

static gboolean
count_all (Count *self,
           const CircPeriod *period,
           CircMatrixUse *use,
           GError **error)
{
  g_autoptr (GPtrArray) found = find_completed (self, period, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!count_one (self, found->pdata[i], use, error))
      return FALSE;
  return found != NULL;
}

/**
 * circ_matrix_use_read:
 * @period: occurrences that were completed in it are counted, those of archived items too
 *
 * Each counts once for every method that was used with every audience that its item goes to: those linked in *to whom*,
 * and those of the circulation lists linked there or used for it.
 *
 * Returns: (transfer full) (nullable): %NULL with @error
 */
CircMatrixUse *
circ_matrix_use_read (CircStore *store,
                      const CircPeriod *period,
                      GError **error)
{
  g_autoptr (CircMatrixUse) use = circ_matrix_use_new ();
  Count self;
  gboolean counted;

  count_init (&self, store);
  counted = read_lists (&self, error) && count_all (&self, period, use, error);
  count_clear (&self);
  return counted ? g_steal_pointer (&use) : NULL;
}

static gboolean
find_reached (Count *self,
              const CircPeriod *period,
              GHashTable *reached,
              GError **error)
{
  g_autoptr (GPtrArray) done = find_completed (self, period, error);

  for (guint i = 0; done != NULL && i < done->len; i++)
    {
      g_autoptr (GArray) audiences = find_audiences (self, done->pdata[i], error);

      if (audiences == NULL)
        return FALSE;
      for (guint j = 0; j < audiences->len; j++)
        g_hash_table_add (reached, g_memdup2 (&g_array_index (audiences, gint64, j), sizeof (gint64)));
    }
  return done != NULL;
}

/**
 * circ_matrix_find_reached:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the audiences that something done in @period went to, by
 *   whatever method; %NULL with @error
 */
GHashTable *
circ_matrix_find_reached (CircStore *store,
                          const CircPeriod *period,
                          GError **error)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean found;
  Count self;

  count_init (&self, store);
  found = read_lists (&self, error) && find_reached (&self, period, reached, error);
  count_clear (&self);
  return found ? g_steal_pointer (&reached) : NULL;
}

/**
 * circ_matrix_find_items:
 *
 * Returns: (transfer full) (element-type CircRecord) (nullable): the plan items in use that name the method in *how* and go to
 *   the audience, by a circulation list too; %NULL with @error
 */
GPtrArray *
circ_matrix_find_items (CircStore *store,
                        const CircMatrixPair *pair,
                        GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean read;
  Count self;

  circ_query_where_linked (query, CIRC_PLAN_ITEM_HOW, pair->method);
  items = circ_store_find (store, query, error);
  if (items == NULL)
    return NULL;
  count_init (&self, store);
  read = read_lists (&self, error);
  for (guint i = 0; read && i < items->len; i++)
    {
      GArray *audiences = get_item (&self, circ_record_get_id (items->pdata[i]), error);

      read = audiences != NULL;
      if (read && has_id (audiences, pair->audience))
        g_ptr_array_add (found, g_object_ref (items->pdata[i]));
    }
  count_clear (&self);
  return read ? g_steal_pointer (&found) : NULL;
}

/**
 * circ_matrix_find_done:
 *
 * Returns: (transfer full) (element-type CircRecord) (nullable): the occurrences that circ_matrix_use_read() counts for @pair,
 *   the latest first; %NULL with @error
 */
GPtrArray *
circ_matrix_find_done (CircStore *store,
                       const CircPeriod *period,
                       const CircMatrixPair *pair,
                       GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean read;
  Count self;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_linked (query, CIRC_OCCURRENCE_METHODS_USED, pair->method);
  circ_query_where_between (query, CIRC_OCCURRENCE_COMPLETED_ON, period->from, period->to);
  circ_query_where_blank (query, CIRC_OCCURRENCE_COMPLETED_ON, FALSE);
  circ_query_sort (query, CIRC_OCCURRENCE_COMPLETED_ON, TRUE);
  occurrences = circ_store_find (store, query, error);
  if (occurrences == NULL)
    return NULL;
  count_init (&self, store);
  read = read_lists (&self, error);
  for (guint i = 0; read && i < occurrences->len; i++)
    {
      g_autoptr (GArray) audiences = find_audiences (&self, occurrences->pdata[i], error);

      read = audiences != NULL;
      if (read && has_id (audiences, pair->audience))
        g_ptr_array_add (found, g_object_ref (occurrences->pdata[i]));
    }
  count_clear (&self);
  return read ? g_steal_pointer (&found) : NULL;
}
