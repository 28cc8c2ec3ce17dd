/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the store. */
#include "config.h"

#include "circ-store-private.h"

#include "circ-query-private.h"
#include "circ-search.h"
#include "circ-write.h"

#include <glib/gi18n-lib.h>

/**
 * circ_store_find:
 *
 * Returns: (transfer full) (element-type CircRecord) (nullable): the live records, in the order asked for.
 */
GPtrArray *
circ_store_find (CircStore *self,
                 CircQuery *query,
                 GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CircStatement) statement = NULL;
  CircRowSql *row_sql;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self) && query != NULL, NULL);
  row_sql = circ_store_get_row_sql (self, query->kind);
  statement = circ_query_prepare (query, self->db, CIRC_SELECT_ROWS, row_sql->columns, error);
  if (statement == NULL)
    return NULL;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    g_ptr_array_add (records, circ_live_take_row (self, query->kind, statement));
  return step == CIRC_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

GArray *
circ_store_find_ids (CircStore *self,
                     CircQuery *query,
                     GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CircStatement) statement = NULL;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self) && query != NULL, NULL);
  statement = circ_query_prepare (query, self->db, CIRC_SELECT_IDS, NULL, error);
  if (statement == NULL)
    return NULL;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      gint64 id = circ_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == CIRC_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Returns: how many records answer @query, its limit left aside; -1 with @error set. */
gint64
circ_store_count (CircStore *self,
                  CircQuery *query,
                  GError **error)
{
  g_autoptr (CircStatement) statement = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self) && query != NULL, -1);
  statement = circ_query_prepare (query, self->db, CIRC_SELECT_COUNT, NULL, error);
  if (statement == NULL || circ_statement_step (statement, error) != CIRC_STEP_ROW)
    return -1;
  return circ_statement_get_int (statement, 0);
}

gboolean
circ_store_has_more (CircStore *self,
                     CircKindId kind,
                     guint n)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1 OFFSET $1", circ_kind_get (kind)->table);
  g_autoptr (CircStatement) statement = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  statement = circ_db_prepare (self->db, sql, NULL);
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, n);
  return circ_statement_step (statement, NULL) == CIRC_STEP_ROW;
}

gboolean
circ_store_answers (CircStore *self,
                    CircQuery *query,
                    gint64 id)
{
  g_autoptr (CircQuery) one = NULL;
  g_autoptr (CircStatement) statement = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self) && query != NULL, FALSE);
  one = circ_query_copy (query);
  if (one->first > 0 && (id < one->first || id > one->last))
    return FALSE;
  one->first = one->last = id;
  circ_query_clear_sort (one);
  statement = circ_query_prepare (one, self->db, CIRC_SELECT_IDS, NULL, NULL);
  return statement != NULL && circ_statement_step (statement, NULL) == CIRC_STEP_ROW;
}

GPtrArray *
circ_store_find_parts (CircStore *self,
                       gint64 owner,
                       CircKindId part,
                       GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (part);
  int field = circ_kind_get (part)->owner_field;

  g_return_val_if_fail (CIRC_IS_STORE (self) && field >= 0, NULL);
  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_equal (query, (guint) field, g_variant_new_int64 (owner));
  query->often = TRUE;
  return circ_store_find (self, query, error);
}

gboolean
circ_store_collect_parts (CircStore *self,
                          const CircKind *owner_kind,
                          gint64 owner,
                          GArray *ids,
                          GError **error)
{
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      const CircKind *kind = circ_kind_get ((CircKindId) i);
      g_autoptr (CircQuery) query = NULL;
      g_autoptr (GArray) parts = NULL;

      if (kind->owner_field < 0 || !circ_field_accepts (&kind->fields[kind->owner_field], owner_kind))
        continue;
      query = circ_query_new ((CircKindId) i);
      circ_query_set_scope (query, CIRC_QUERY_ALL);
      circ_query_where_equal (query, (guint) kind->owner_field, g_variant_new_int64 (owner));
      parts = circ_store_find_ids (self, query, error);
      if (parts == NULL)
        return FALSE;
      for (guint j = 0; j < parts->len; j++)
        {
          gint64 id = g_array_index (parts, gint64, j);

          g_array_append_val (ids, id);
          if (!circ_store_collect_parts (self, kind, id, ids, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL without an error when there is none yet. */
static CircRecord *
find_only (CircStore *self,
           CircKindId kind,
           GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_limit (query, 1);
  found = circ_store_find (self, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

/**
 * circ_store_get_only:
 *
 * The record of a kind that a file has one of. It is made on first use, as a change of the application's own that
 * the history shows and that undo leaves alone. In a file that can only be read an unsaved one stands in for it.
 *
 * Returns: (transfer full) (nullable): the record.
 */
CircRecord *
circ_store_get_only (CircStore *self,
                     CircKindId kind,
                     GError **error)
{
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (CircChange) change = NULL;
  GError *local = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  record = find_only (self, kind, &local);
  if (record != NULL || local != NULL)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return g_steal_pointer (&record);
    }
  record = circ_record_new (kind);
  if (self->read_only)
    return g_steal_pointer (&record);
  /* translators: a line of the history: what the application did with a new file */
  change = circ_change_new (_ ("File set up"));
  circ_change_insert (change, record);
  if (!circ_write_apply (self, change, CIRC_WRITE_SETUP, error))
    return NULL;
  /* Another process may have been quicker, in which case nothing was written. */
  return circ_record_get_version (record) > 0 ? g_steal_pointer (&record) : find_only (self, kind, error);
}

gint64
circ_store_count_uses (CircStore *self,
                       gint64 id,
                       GError **error)
{
  const CircKind *kind;
  g_autoptr (CircStatement) statement = NULL;
  gint64 uses = 0;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self), -1);
  kind = circ_store_get_kind_of (self, id, error);
  if (kind == NULL)
    return -1;
  statement = circ_db_get (self->db,
                           "SELECT DISTINCT l.source, l.field, r.kind FROM link AS l"
                           " JOIN record AS r ON r.id = l.source"
                           " WHERE l.target = $1 AND l.source <> $1 ORDER BY l.source",
                           error);
  if (statement == NULL)
    return -1;
  circ_statement_bind_int (statement, 1, id);
  for (gint64 last = 0; (step = circ_statement_step (statement, error)) == CIRC_STEP_ROW;)
    {
      gint64 source = circ_statement_get_int (statement, 0);
      const CircKind *source_kind = circ_kind_find (circ_statement_get_text (statement, 2));
      const CircField *owner = source_kind != NULL && source_kind->owner_field >= 0
                                 ? &source_kind->fields[source_kind->owner_field] : NULL;

      /* What belongs to a record is part of it, not a user of it. */
      if (source == last || (owner != NULL && circ_field_accepts (owner, kind)
                             && g_strcmp0 (owner->name, circ_statement_get_text (statement, 1)) == 0))
        continue;
      last = source;
      uses++;
    }
  return step == CIRC_STEP_DONE ? uses : -1;
}

/**
 * circ_store_search:
 *
 * Newest first, as ranking all hits of a common word would take seconds in a large file.
 */
GPtrArray *
circ_store_search (CircStore *self,
                   const char *words,
                   guint limit,
                   GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_hit_free);
  g_autofree char *expression = circ_search_words (words);
  g_autoptr (CircStatement) statement = NULL;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  if (expression == NULL)
    return g_steal_pointer (&hits);
  statement = circ_db_get (self->db,
                           "SELECT s.rowid, r.kind, r.title, snippet (search, -1, '', '', '…', 16)"
                           " FROM search AS s CROSS JOIN record AS r ON r.id = s.rowid"
                           " WHERE s.search MATCH $1 ORDER BY s.rowid DESC LIMIT $2",
                           error);
  if (statement == NULL)
    return NULL;
  circ_statement_bind_text (statement, 1, expression);
  circ_statement_bind_int (statement, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      CircHit *hit = g_new0 (CircHit, 1);

      hit->id = circ_statement_get_int (statement, 0);
      hit->kind = circ_kind_find (circ_statement_get_text (statement, 1));
      hit->title = g_strdup (circ_statement_get_text (statement, 2));
      hit->snippet = g_strdup (circ_statement_get_text (statement, 3));
      g_ptr_array_add (hits, hit);
    }
  return step == CIRC_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}
