/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to the matrix that the rules count. */
#include "config.h"

#include "circ-matrix-source.h"

#include "circ-audience.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-version.h"
#include "circ-method.h"

/* @year: (nullable): versions of any year
 *
 * Returns: FALSE with @error; @version: (out) (transfer full) (nullable): the newest with @status */
static gboolean
find_version (CircStore *store,
              const char *status,
              const CircReportYear *year,
              CircRecord **version,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MATRIX);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_MATRIX_VERSION_STATUS, g_variant_new_string (status));
  if (year != NULL)
    {
      circ_query_where_between (query, CIRC_MATRIX_VERSION_PERIOD_FROM, NULL, year->to);
      circ_query_where_between (query, CIRC_MATRIX_VERSION_PERIOD_TO, year->from, NULL);
    }
  if (g_str_equal (status, "approved"))
    circ_query_sort (query, CIRC_MATRIX_VERSION_PERIOD_FROM, TRUE);
  found = circ_store_find (store, query, error);
  if (found == NULL)
    return FALSE;
  /* Drafts come in the order in which they were made. */
  if (found->len > 0)
    *version = g_object_ref (found->pdata[g_str_equal (status, "approved") ? 0 : found->len - 1]);
  return TRUE;
}

static gboolean
find_holding (CircStore *store,
              const CircReportYear *year,
              CircRecord **version,
              GError **error)
{
  return find_version (store, "approved", year, version, error) &&
         (*version != NULL || find_version (store, "draft", NULL, version, error)) &&
         (*version != NULL || find_version (store, "approved", NULL, version, error));
}

static gboolean
read_cells (CircMatrixSource *self,
            CircStore *store,
            GError **error)
{
  g_autoptr (GPtrArray) cells = NULL;

  if (self->version == NULL)
    return TRUE;
  cells = circ_store_find_parts (store, circ_record_get_id (self->version), CIRC_KIND_MATRIX_CELL, error);
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    circ_matrix_source_note_cell (self, cells->pdata[i]);
  return cells != NULL;
}

/* Whether any cell of the version says something of @id. */
static gboolean
is_crossed (CircMatrixSource *self,
            gint64 id)
{
  GHashTableIter iter;
  const CircMatrixPair *pair;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pair, NULL))
    if ((pair->method == id || pair->audience == id) &&
        circ_matrix_get (self->matrix, pair->method, pair->audience) != CIRC_MATRIX_NOT_USED)
      return TRUE;
  return FALSE;
}

static gboolean
belongs (CircMatrixSource *self,
         CircRecord *record)
{
  gboolean audience = circ_record_get_kind (record)->id == CIRC_KIND_AUDIENCE;

  if (circ_record_is_archived (record))
    return self->version != NULL && !circ_matrix_source_is_draft (self) && is_crossed (self, circ_record_get_id (record));
  return !audience || circ_record_get_bool (record, CIRC_AUDIENCE_MATRIX_COLUMN) ||
         is_crossed (self, circ_record_get_id (record));
}

/* Returns: (transfer full) (element-type CircRecord) (nullable): rows or columns, in their order; %NULL with @error */
static GPtrArray *
read_heads (CircMatrixSource *self,
            CircStore *store,
            CircKindId kind,
            guint position,
            GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *heads;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_sort (query, position, FALSE);
  found = circ_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  heads = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    if (belongs (self, found->pdata[i]))
      g_ptr_array_add (heads, g_object_ref (found->pdata[i]));
  return heads;
}

/* @version: (transfer full) (nullable) */
static CircMatrixSource *
read_version (CircStore *store,
              CircRecord *version,
              GError **error)
{
  g_autoptr (CircMatrixSource) self = g_new0 (CircMatrixSource, 1);

  self->version = version;
  self->matrix = circ_matrix_new ();
  self->cells = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, g_object_unref);
  if (!read_cells (self, store, error))
    return NULL;
  self->methods = read_heads (self, store, CIRC_KIND_METHOD, CIRC_METHOD_POSITION, error);
  if (self->methods == NULL)
    return NULL;
  self->audiences = read_heads (self, store, CIRC_KIND_AUDIENCE, CIRC_AUDIENCE_POSITION, error);
  if (self->audiences == NULL)
    return NULL;
  for (guint i = 0; i < self->methods->len; i++)
    circ_matrix_add_method (self->matrix, circ_record_get_id (self->methods->pdata[i]));
  for (guint i = 0; i < self->audiences->len; i++)
    circ_matrix_add_audience (self->matrix, circ_record_get_id (self->audiences->pdata[i]));
  return g_steal_pointer (&self);
}

CircMatrixSource *
circ_matrix_source_new (CircStore *store,
                        const CircReportYear *year,
                        GError **error)
{
  CircRecord *version = NULL;

  return find_holding (store, year, &version, error) ? read_version (store, version, error) : NULL;
}

CircMatrixSource *
circ_matrix_source_new_draft (CircStore *store,
                              const CircReportYear *year,
                              GError **error)
{
  CircRecord *version = NULL;

  if (!find_version (store, "draft", NULL, &version, error) ||
      (version == NULL && !find_holding (store, year, &version, error)))
    return NULL;
  return read_version (store, version, error);
}

CircMatrixSource *
circ_matrix_source_new_version (CircStore *store,
                                const CircReportYear *year,
                                gint64 id,
                                GError **error)
{
  CircRecord *version;

  if (id == 0)
    return circ_matrix_source_new_draft (store, year, error);
  version = circ_store_get (store, id, error);
  return version != NULL ? read_version (store, version, error) : NULL;
}

void
circ_matrix_source_free (CircMatrixSource *self)
{
  g_clear_object (&self->version);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->methods, g_ptr_array_unref);
  g_clear_pointer (&self->audiences, g_ptr_array_unref);
  g_clear_pointer (&self->matrix, circ_matrix_free);
  g_free (self);
}

gboolean
circ_matrix_source_is_draft (CircMatrixSource *self)
{
  return self->version != NULL &&
         g_strcmp0 (circ_record_get_text (self->version, CIRC_MATRIX_VERSION_STATUS), "draft") == 0;
}

/* Returns: (transfer none) (nullable): %NULL for a pair that nothing was said of */
CircRecord *
circ_matrix_source_get_cell (CircMatrixSource *self,
                             gint64 method,
                             gint64 audience)
{
  CircMatrixPair pair = { method, audience };

  return g_hash_table_lookup (self->cells, &pair);
}

gboolean
circ_matrix_source_note_cell (CircMatrixSource *self,
                              CircRecord *cell)
{
  CircMatrixPair pair = { circ_record_get_int (cell, CIRC_MATRIX_CELL_METHOD),
                          circ_record_get_int (cell, CIRC_MATRIX_CELL_AUDIENCE) };

  if (self->version == NULL || circ_record_get_int (cell, CIRC_MATRIX_CELL_MATRIX) != circ_record_get_id (self->version))
    return FALSE;
  circ_matrix_set (self->matrix, pair.method, pair.audience,
                   circ_matrix_value_from_token (circ_record_get_text (cell, CIRC_MATRIX_CELL_VALUE)));
  g_hash_table_insert (self->cells, g_memdup2 (&pair, sizeof pair), g_object_ref (cell));
  return TRUE;
}
