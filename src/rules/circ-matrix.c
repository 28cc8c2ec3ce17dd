/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix.h"

struct _CircMatrix {
  GArray *methods;    /* (owned) (element-type gint64) */
  GArray *audiences;  /* (owned) (element-type gint64) */
  GHashTable *values; /* (owned) (element-type CircMatrixPair CircMatrixValue) what is not "not used" */
};

guint
circ_matrix_pair_hash (gconstpointer pair)
{
  const CircMatrixPair *self = pair;

  return g_int64_hash (&self->method) * 31 + g_int64_hash (&self->audience);
}

gboolean
circ_matrix_pair_equal (gconstpointer a,
                        gconstpointer b)
{
  const CircMatrixPair *first = a;
  const CircMatrixPair *second = b;

  return first->method == second->method && first->audience == second->audience;
}

CircMatrix *
circ_matrix_new (void)
{
  CircMatrix *self = g_new0 (CircMatrix, 1);

  self->methods = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->audiences = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->values = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, NULL);
  return self;
}

CircMatrix *
circ_matrix_copy (CircMatrix *self)
{
  CircMatrix *copy = circ_matrix_new ();
  GHashTableIter iter;
  const CircMatrixPair *pair;
  gpointer value;

  g_array_append_vals (copy->methods, self->methods->data, self->methods->len);
  g_array_append_vals (copy->audiences, self->audiences->data, self->audiences->len);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pair, &value))
    circ_matrix_set (copy, pair->method, pair->audience, GPOINTER_TO_UINT (value));
  return copy;
}

void
circ_matrix_free (CircMatrix *self)
{
  g_array_unref (self->methods);
  g_array_unref (self->audiences);
  g_hash_table_unref (self->values);
  g_free (self);
}

static void
add_id (GArray *ids,
        gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

void
circ_matrix_add_method (CircMatrix *self,
                        gint64 method)
{
  add_id (self->methods, method);
}

void
circ_matrix_add_audience (CircMatrix *self,
                          gint64 audience)
{
  add_id (self->audiences, audience);
}

GArray *
circ_matrix_get_methods (CircMatrix *self)
{
  return self->methods;
}

GArray *
circ_matrix_get_audiences (CircMatrix *self)
{
  return self->audiences;
}

void
circ_matrix_set (CircMatrix *self,
                 gint64 method,
                 gint64 audience,
                 CircMatrixValue value)
{
  CircMatrixPair pair = { method, audience };

  g_return_if_fail (value < CIRC_N_MATRIX_VALUES);

  if (value == CIRC_MATRIX_NOT_USED)
    g_hash_table_remove (self->values, &pair);
  else
    g_hash_table_insert (self->values, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (value));
}

CircMatrixValue
circ_matrix_get (CircMatrix *self,
                 gint64 method,
                 gint64 audience)
{
  CircMatrixPair pair = { method, audience };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->values, &pair));
}

guint
circ_matrix_count_method (CircMatrix *self,
                          gint64 method)
{
  guint n = 0;

  for (guint i = 0; i < self->audiences->len; i++)
    n += circ_matrix_get (self, method, g_array_index (self->audiences, gint64, i)) == CIRC_MATRIX_USED;
  return n;
}

guint
circ_matrix_count_audience (CircMatrix *self,
                            gint64 audience)
{
  guint n = 0;

  for (guint i = 0; i < self->methods->len; i++)
    n += circ_matrix_get (self, g_array_index (self->methods, gint64, i), audience) == CIRC_MATRIX_USED;
  return n;
}

guint
circ_matrix_count (CircMatrix *self)
{
  guint n = 0;

  for (guint i = 0; i < self->methods->len; i++)
    n += circ_matrix_count_method (self, g_array_index (self->methods, gint64, i));
  return n;
}

/**
 * circ_matrix_find_few:
 *
 * Returns: (transfer full) (element-type gint64): audiences that fewer than @n methods are used for, in their order
 */
GArray *
circ_matrix_find_few (CircMatrix *self,
                      guint n)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->audiences->len; i++)
    if (circ_matrix_count_audience (self, g_array_index (self->audiences, gint64, i)) < n)
      g_array_append_val (found, g_array_index (self->audiences, gint64, i));
  return found;
}

/* Whether anything is said of @method: planned and on request are no gap. */
static gboolean
is_idle (CircMatrix *self,
         gint64 method)
{
  for (guint i = 0; i < self->audiences->len; i++)
    if (circ_matrix_get (self, method, g_array_index (self->audiences, gint64, i)) != CIRC_MATRIX_NOT_USED)
      return FALSE;
  return TRUE;
}

/**
 * circ_matrix_find_idle:
 *
 * Returns: (transfer full) (element-type gint64): methods that reach no audience, not by plan or request either, in their
 *   order
 */
GArray *
circ_matrix_find_idle (CircMatrix *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->methods->len; i++)
    if (is_idle (self, g_array_index (self->methods, gint64, i)))
      g_array_append_val (found, g_array_index (self->methods, gint64, i));
  return found;
}

static void
add_differences (CircMatrix *before,
                 CircMatrix *after,
                 CircMatrix *rows,
                 GHashTable *seen,
                 GArray *found)
{
  for (guint i = 0; i < rows->methods->len; i++)
    for (guint j = 0; j < rows->audiences->len; j++)
      {
        CircMatrixDifference difference = {
          .pair = { g_array_index (rows->methods, gint64, i), g_array_index (rows->audiences, gint64, j) },
        };

        difference.before = circ_matrix_get (before, difference.pair.method, difference.pair.audience);
        difference.after = circ_matrix_get (after, difference.pair.method, difference.pair.audience);
        if (difference.before == difference.after ||
            !g_hash_table_add (seen, g_memdup2 (&difference.pair, sizeof difference.pair)))
          continue;
        g_array_append_val (found, difference);
      }
}

/**
 * circ_matrix_compare:
 *
 * Returns: (transfer full) (element-type CircMatrixDifference): the pairs that the two say different things of, row by row
 *   as @after has them; then those that only @before has rows and columns for
 */
GArray *
circ_matrix_compare (CircMatrix *before,
                     CircMatrix *after)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CircMatrixDifference));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, NULL);

  add_differences (before, after, after, seen, found);
  add_differences (before, after, before, seen, found);
  return found;
}
