/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of the matrix has one cell for a pair, also after two methods or two audiences became one. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-matrix-cell.h"
#include "circ-matrix-value.h"

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

/* Returns: (transfer full) (element-type CircRecord) (nullable): all cells of the pair of cell @id, the eldest first; none
 * when that was removed in the meantime; %NULL with @error */
static GPtrArray *
find_same_pair (CircStore *store,
                gint64 id,
                GError **error)
{
  static const guint key[] = { CIRC_MATRIX_CELL_MATRIX, CIRC_MATRIX_CELL_METHOD, CIRC_MATRIX_CELL_AUDIENCE };
  g_autoptr (CircQuery) same = circ_query_new (CIRC_KIND_MATRIX_CELL);
  g_autoptr (CircRecord) cell = NULL;

  if (!circ_follow_read (store, CIRC_KIND_MATRIX_CELL, id, &cell, error))
    return NULL;
  if (cell == NULL)
    return g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    circ_query_where_equal (same, key[i], g_variant_new_int64 (circ_record_get_int (cell, key[i])));
  return circ_store_find (store, same, error);
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
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);
      gint64 id = circ_record_get_id (part);
      g_autoptr (GPtrArray) cells = NULL;

      if (!is_about (part, action, field) || g_hash_table_contains (gone, &id))
        continue;
      cells = find_same_pair (store, id, error);
      if (cells == NULL)
        return FALSE;
      if (cells->len > 1)
        keep_one (cells, id, gone, more);
    }
  return TRUE;
}
