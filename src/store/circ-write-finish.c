/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the parts of a change once all of them are done, and the commit. */
#include "config.h"

#include "circ-write.h"

#include "circ-search.h"

static gboolean
update_title (CircWrite *self,
              CircEdit *edit,
              GError **error)
{
  const CircKind *kind = circ_record_get_kind (edit->record);
  g_autofree char *title = circ_record_dup_title (edit->record);
  g_autofree char *key = circ_title_key (title);
  g_autoptr (CircStatement) registry = NULL;
  g_autoptr (CircStatement) row = NULL;

  if (g_str_equal (title, edit->title))
    return TRUE;
  registry = circ_db_get (self->db, "UPDATE record SET title = $1 WHERE id = $2", error);
  row = circ_db_get (self->db, circ_store_get_row_sql (self->store, kind)->title, error);
  if (registry == NULL || row == NULL)
    return FALSE;
  circ_statement_bind_text (registry, 1, title);
  circ_statement_bind_int (registry, 2, circ_record_get_id (edit->record));
  circ_statement_bind_text (row, 1, key);
  circ_statement_bind_int (row, 2, circ_record_get_id (edit->record));
  return circ_statement_run (registry, error) && circ_statement_run (row, error);
}

static gboolean
was_set (CircEdit *edit,
         guint field)
{
  return (edit->fields[field / 64] >> (field % 64) & 1) != 0;
}

/* What follows from a record's fields, once all of them are set. */
static gboolean
settle (CircWrite *self,
        CircEdit *edit,
        GError **error)
{
  const CircKind *kind = circ_record_get_kind (edit->record);
  gboolean changed = FALSE;
  gboolean searchable = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      changed = changed || was_set (edit, i);
      searchable = searchable || (was_set (edit, i) && circ_field_is_searchable (&kind->fields[i]));
    }
  /* One that was only looked at, or whose fields had their new values already. */
  if (!changed)
    return TRUE;
  circ_write_touch (self, circ_record_get_id (edit->record));
  if (!update_title (self, edit, error) || !circ_write_check_unique (self, edit->record, error))
    return FALSE;
  if (searchable)
    {
      g_auto (CircRowValues) values = { NULL };

      circ_row_values_init (&values, edit->record);
      return circ_search_update (self->db, circ_record_get_id (edit->record), values.title_words,
                                 values.other_words->str, error);
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = circ_record_get_id (*(CircRecord *const *) a);
  gint64 second = circ_record_get_id (*(CircRecord *const *) b);

  return (first > second) - (first < second);
}

/* Returns: (transfer full) (element-type gint64): the keys of @table, rising. */
static GArray *
sorted_ids (GHashTable *table)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (table));
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (ids, *id);
  g_array_sort (ids, compare_ids);
  return ids;
}

/* What follows from all that was done, record by record in the order of ids. */
gboolean
circ_write_settle (CircWrite *self,
                   GError **error)
{
  g_autoptr (GArray) removed = sorted_ids (self->removed);
  g_autoptr (GArray) edited = sorted_ids (self->edits);

  for (guint i = 0; i < removed->len; i++)
    if (!circ_search_remove (self->db, g_array_index (removed, gint64, i), error))
      return FALSE;
  g_ptr_array_sort (self->unindexed, compare_records);
  for (guint i = 0; i < self->unindexed->len; i++)
    {
      CircRecord *record = g_ptr_array_index (self->unindexed, i);
      g_auto (CircRowValues) values = { NULL };

      circ_row_values_init (&values, record);
      if (!circ_search_insert (self->db, circ_record_get_id (record), values.title_words, values.other_words->str,
                               error))
        return FALSE;
    }
  for (guint i = 0; i < edited->len; i++)
    if (!settle (self, g_hash_table_lookup (self->edits, &g_array_index (edited, gint64, i)), error))
      return FALSE;
  for (guint i = 0; i < self->inserted->len; i++)
    if (!circ_write_check_unique (self, g_ptr_array_index (self->inserted, i), error))
      return FALSE;
  return circ_write_check_removed (self, error) && circ_write_save_refs (self, error);
}

gboolean
circ_write_commit (CircWrite *self,
                   GError **error)
{
  if (!circ_write_close_history (self, error) || !circ_db_commit (self->db, error))
    return FALSE;
  /* Taken away in the midst of it: what was written is in a log that nobody will read. */
  if (!circ_place_check_log (self->store, error))
    return FALSE;
  self->done = TRUE;
  return TRUE;
}

gboolean
circ_write_finish (CircWrite *self,
                   GError **error)
{
  if (self->n_parts > 0)
    return circ_write_settle (self, error) && circ_write_commit (self, error);
  circ_db_rollback (self->db);
  self->done = TRUE;
  return TRUE;
}
