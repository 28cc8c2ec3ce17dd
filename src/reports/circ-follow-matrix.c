/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of the matrix has one cell for a pair, also after two methods or two audiences became one. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-matrix-cell.h"
#include "circ-matrix.h"

static gboolean
is_about (CircRecord *record,
          CircPartAction action,
          int field)
{
  if (circ_record_get_kind (record)->id != CIRC_KIND_MATRIX_CELL)
    return FALSE;
  return action == CIRC_PART_INSERT ||
         (action == CIRC_PART_SET && (field == CIRC_MATRIX_CELL_METHOD || field == CIRC_MATRIX_CELL_AUDIENCE));
}

static CircMatrixValue
get_value (CircRecord *cell)
{
  return circ_matrix_value_from_token (circ_record_get_text (cell, CIRC_MATRIX_CELL_VALUE));
}

/* Cells that come one by one are looked up one by one; for a whole block its version is read once. */
#define MANY 8

typedef struct {
  CircStore *store;
  gboolean many;
  GHashTable *cells;    /* (owned) (element-type gint64 CircRecord): of the versions that were read */
  GHashTable *versions; /* (owned) (element-type gint64 GHashTable): of each, its pairs (CircMatrixPair GPtrArray) */
  GHashTable *gone;     /* (owned) (element-type gint64): cells that are removed here */
} Follow;

static void
follow_clear (Follow *self)
{
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->versions);
  g_hash_table_unref (self->gone);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Follow, follow_clear)

static CircMatrixPair
get_pair (CircRecord *cell)
{
  return (CircMatrixPair) { circ_record_get_int (cell, CIRC_MATRIX_CELL_METHOD),
                            circ_record_get_int (cell, CIRC_MATRIX_CELL_AUDIENCE) };
}

/* Returns: (transfer none) (element-type CircMatrixPair GPtrArray) (nullable): what version @id says; %NULL with @error */
static GHashTable *
read_version (Follow *self,
              gint64 id,
              GError **error)
{
  GHashTable *pairs = g_hash_table_lookup (self->versions, &id);
  g_autoptr (CircQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (pairs != NULL)
    return pairs;
  query = circ_query_new (CIRC_KIND_MATRIX_CELL);
  circ_query_where_equal (query, CIRC_MATRIX_CELL_MATRIX, g_variant_new_int64 (id));
  found = circ_store_find (self->store, query, error);
  if (found == NULL)
    return NULL;
  pairs = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (self->versions, g_memdup2 (&id, sizeof id), pairs);
  for (guint i = 0; i < found->len; i++)
    {
      gint64 cell_id = circ_record_get_id (found->pdata[i]);
      CircMatrixPair pair = get_pair (found->pdata[i]);
      GPtrArray *same = g_hash_table_lookup (pairs, &pair);

      if (same == NULL)
        {
          same = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (pairs, g_memdup2 (&pair, sizeof pair), same);
        }
      g_ptr_array_add (same, g_object_ref (found->pdata[i]));
      g_hash_table_insert (self->cells, g_memdup2 (&cell_id, sizeof cell_id), g_object_ref (found->pdata[i]));
    }
  return pairs;
}

static GPtrArray *
find_in_version (Follow *self,
                 CircRecord *cell,
                 GError **error)
{
  CircMatrixPair pair = get_pair (cell);
  GHashTable *pairs = read_version (self, circ_record_get_int (cell, CIRC_MATRIX_CELL_MATRIX), error);

  return pairs != NULL ? g_ptr_array_ref (g_hash_table_lookup (pairs, &pair)) : NULL;
}

/* Returns: (transfer full) (element-type CircRecord) (nullable): all cells of the pair of cell @id, the eldest first; none
 * when that was removed in the meantime; %NULL with @error */
static GPtrArray *
find_same_pair (Follow *self,
                gint64 id,
                GError **error)
{
  static const guint key[] = { CIRC_MATRIX_CELL_MATRIX, CIRC_MATRIX_CELL_METHOD, CIRC_MATRIX_CELL_AUDIENCE };
  CircRecord *known = g_hash_table_lookup (self->cells, &id);
  g_autoptr (CircQuery) same = NULL;
  g_autoptr (CircRecord) cell = NULL;

  if (known != NULL)
    return find_in_version (self, known, error);
  if (!circ_follow_read (self->store, CIRC_KIND_MATRIX_CELL, id, &cell, error))
    return NULL;
  if (cell == NULL)
    return g_ptr_array_new ();
  if (self->many)
    return find_in_version (self, cell, error);
  same = circ_query_new (CIRC_KIND_MATRIX_CELL);
  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    circ_query_where_equal (same, key[i], g_variant_new_int64 (circ_record_get_int (cell, key[i])));
  return circ_store_find (self->store, same, error);
}

/* The cell that came to a pair stays, because a change cannot remove what it has just set; it says what the strongest of
 * them said, and takes a note over when it has none of its own. */
static void
keep_one (GPtrArray *cells,
          gint64 kept_id,
          GHashTable *gone,
          CircChange *more)
{
  CircRecord *kept = NULL;
  CircRecord *strongest = cells->pdata[0];
  const char *note = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      CircRecord *cell = cells->pdata[i];
      gint64 id = circ_record_get_id (cell);

      if (get_value (cell) > get_value (strongest))
        strongest = cell;
      if (id == kept_id)
        kept = cell;
      else if (g_hash_table_add (gone, g_memdup2 (&id, sizeof id)))
        {
          if (note == NULL)
            note = circ_record_get_text (cell, CIRC_MATRIX_CELL_NOTE);
          circ_change_remove (more, cell);
        }
    }
  if (get_value (kept) != get_value (strongest))
    circ_change_set_text (more, kept, CIRC_MATRIX_CELL_VALUE,
                          circ_record_get_text (strongest, CIRC_MATRIX_CELL_VALUE));
  if (note != NULL && circ_record_get (kept, CIRC_MATRIX_CELL_NOTE) == NULL)
    circ_change_set_text (more, kept, CIRC_MATRIX_CELL_NOTE, note);
}

static guint
count_cells (CircChange *change)
{
  guint n = 0;

  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);

      n += is_about (part, action, field) ? 1 : 0;
    }
  return n;
}

/**
 * circ_follow_matrix:
 * @more: loses what @change made a second cell of one pair
 */
gboolean
circ_follow_matrix (CircStore *store,
                    CircChange *change,
                    CircChange *more,
                    GError **error)
{
  g_auto (Follow) self = { .store = store, .many = count_cells (change) > MANY };

  self.cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self.versions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self.gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);
      gint64 id = circ_record_get_id (part);
      g_autoptr (GPtrArray) cells = NULL;

      if (!is_about (part, action, field) || g_hash_table_contains (self.gone, &id))
        continue;
      cells = find_same_pair (&self, id, error);
      if (cells == NULL)
        return FALSE;
      if (cells->len > 1)
        keep_one (cells, id, self.gone, more);
    }
  return TRUE;
}
