/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-use.h"

struct _CircMatrixUse {
  GHashTable *counts; /* (owned) (element-type CircMatrixPair guint) */
  GArray *order;      /* (owned) (element-type CircMatrixPair) as they were first met */
};

CircMatrixUse *
circ_matrix_use_new (void)
{
  CircMatrixUse *self = g_new0 (CircMatrixUse, 1);

  self->counts = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (CircMatrixPair));
  return self;
}

void
circ_matrix_use_free (CircMatrixUse *self)
{
  g_hash_table_unref (self->counts);
  g_array_unref (self->order);
  g_free (self);
}

/* Whether @ids has the one at @index before it already. */
static gboolean
is_repeated (GArray *ids,
             guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (ids, gint64, i) == g_array_index (ids, gint64, index))
      return TRUE;
  return FALSE;
}

/**
 * circ_matrix_use_add:
 * @methods: (element-type gint64): those that something recorded was done by
 * @audiences: (element-type gint64): those that it was for
 *
 * Counts one occurrence: once for each of its methods with each of its audiences, however often either is named.
 */
void
circ_matrix_use_add (CircMatrixUse *self,
                     GArray *methods,
                     GArray *audiences)
{
  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < audiences->len; j++)
      {
        CircMatrixPair pair = { g_array_index (methods, gint64, i), g_array_index (audiences, gint64, j) };
        guint n = circ_matrix_use_get (self, pair.method, pair.audience);

        if (is_repeated (methods, i) || is_repeated (audiences, j))
          continue;
        if (n == 0)
          g_array_append_val (self->order, pair);
        g_hash_table_insert (self->counts, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (n + 1));
      }
}

guint
circ_matrix_use_get (CircMatrixUse *self,
                     gint64 method,
                     gint64 audience)
{
  CircMatrixPair pair = { method, audience };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &pair));
}

/**
 * circ_matrix_use_find_unused:
 *
 * Returns: (transfer full) (element-type CircMatrixPair): pairs that @matrix says are used and nothing was recorded for, row
 *   by row
 */
GArray *
circ_matrix_use_find_unused (CircMatrixUse *self,
                             CircMatrix *matrix)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CircMatrixPair));
  GArray *methods = circ_matrix_get_methods (matrix);
  GArray *audiences = circ_matrix_get_audiences (matrix);

  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < audiences->len; j++)
      {
        CircMatrixPair pair = { g_array_index (methods, gint64, i), g_array_index (audiences, gint64, j) };

        if (circ_matrix_get (matrix, pair.method, pair.audience) == CIRC_MATRIX_USED &&
            circ_matrix_use_get (self, pair.method, pair.audience) == 0)
          g_array_append_val (found, pair);
      }
  return found;
}

/**
 * circ_matrix_use_find_uncrossed:
 *
 * Returns: (transfer full) (element-type CircMatrixPair): pairs that something was recorded for and @matrix has as not used,
 *   or has no row or column for; in the order in which they were counted first
 */
GArray *
circ_matrix_use_find_uncrossed (CircMatrixUse *self,
                                CircMatrix *matrix)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CircMatrixPair));

  for (guint i = 0; i < self->order->len; i++)
    {
      CircMatrixPair pair = g_array_index (self->order, CircMatrixPair, i);

      if (circ_matrix_get (matrix, pair.method, pair.audience) == CIRC_MATRIX_NOT_USED)
        g_array_append_val (found, pair);
    }
  return found;
}
