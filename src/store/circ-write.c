/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change on its way into the file. */
#include "config.h"

#include "circ-write.h"

#include "circ-link.h"
#include "circ-search.h"

static void
edit_free (CircEdit *edit)
{
  g_object_unref (edit->record);
  g_free (edit->title);
  g_free (edit->fields);
  g_free (edit);
}

/* Takes the write lock. */
CircWrite *
circ_write_begin (CircStore *store,
                  const char *title,
                  CircWriteKind kind,
                  GError **error)
{
  CircWrite *self;

  if (!circ_store_check_writable (store, error) || !circ_store_check_place (store, error)
      || !circ_db_begin (store->db, error))
    return NULL;
  if (!circ_place_check_log (store, error))
    {
      circ_db_rollback (store->db);
      return NULL;
    }
  self = g_new0 (CircWrite, 1);
  self->store = store;
  self->db = store->db;
  self->kind = kind;
  self->title = g_strdup (title);
  self->at = circ_store_dup_now (store);
  self->edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) edit_free);
  self->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->counters = g_hash_table_new (g_str_hash, g_str_equal);
  self->inserted = g_ptr_array_new_with_free_func (g_object_unref);
  self->unindexed = g_ptr_array_new_with_free_func (g_object_unref);
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->year = circ_store_get_year (store);
  return self;
}

void
circ_write_set_target (CircWrite *self,
                       gint64 of,
                       const char *title)
{
  g_assert (self->n_parts == 0);
  self->of = of;
  g_free (self->title);
  self->title = g_strdup (title);
}

void
circ_write_free (CircWrite *self)
{
  if (!self->done)
    {
      circ_db_rollback (self->db);
      /* Titles that were looked up meanwhile are of a state that never was. */
      for (guint i = 0; i < self->touched->len; i++)
        circ_live_forget_title (self->store, g_array_index (self->touched, gint64, i));
    }
  g_hash_table_unref (self->edits);
  g_hash_table_unref (self->removed);
  g_hash_table_unref (self->counters);
  g_ptr_array_unref (self->inserted);
  g_ptr_array_unref (self->unindexed);
  g_array_unref (self->touched);
  g_free (self->title);
  g_free (self->at);
  g_free (self);
}

void
circ_write_touch (CircWrite *self,
                  gint64 id)
{
  g_array_append_val (self->touched, id);
}

gboolean
circ_write_reserve (CircWrite *self,
                    CircRecord *record,
                    gint64 wanted,
                    gint64 *id,
                    GError **error)
{
  g_autofree char *title = circ_record_dup_title (record);
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db, "INSERT INTO record (id, kind, title) VALUES (nullif ($1, 0), $2, $3)", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, wanted);
  circ_statement_bind_text (statement, 2, circ_record_get_kind (record)->name);
  circ_statement_bind_text (statement, 3, title);
  if (!circ_statement_run (statement, error))
    return FALSE;
  *id = circ_db_get_last_id (self->db);
  circ_write_touch (self, *id);
  return TRUE;
}

static gboolean
insert_row (CircWrite *self,
            CircRecord *record,
            const CircRowValues *values,
            const CircRecordMeta *meta,
            GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autofree char *title = circ_record_dup_title (record);
  g_autofree char *key = circ_title_key (title);
  const char *sql = circ_store_get_row_sql (self->store, kind)->insert;
  g_autoptr (CircStatement) statement = circ_db_get (self->db, sql, error);
  int name = 8;

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, circ_record_get_id (record));
  circ_statement_bind_int (statement, 2, meta->version);
  circ_statement_bind_text (statement, 3, meta->created_at);
  circ_statement_bind_text (statement, 4, meta->created_by);
  circ_statement_bind_text (statement, 5, meta->updated_at);
  circ_statement_bind_text (statement, 6, meta->updated_by);
  circ_statement_bind_text (statement, 7, key);
  for (guint i = 0; i < kind->n_fields; i++)
    if (circ_field_is_stored (&kind->fields[i]))
      circ_row_bind (statement, name++, &kind->fields[i], circ_record_get (record, i), values->texts[i]);
  return circ_statement_run (statement, error);
}

/* The index takes ids in rising order from memory; at each that falls it writes what it has gathered, which makes a
 * large undo many times slower. Those wait for circ_write_finish(). */
static gboolean
index_words (CircWrite *self,
             CircRecord *record,
             const CircRowValues *values,
             GError **error)
{
  gint64 id = circ_record_get_id (record);

  if (id < self->last_indexed)
    {
      g_ptr_array_add (self->unindexed, g_object_ref (record));
      return TRUE;
    }
  self->last_indexed = id;
  return circ_search_insert (self->db, id, values->title_words, values->other_words->str, error);
}

gboolean
circ_write_insert (CircWrite *self,
                   CircRecord *record,
                   const CircRowValues *values,
                   const CircRecordMeta *meta,
                   GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  gint64 id = circ_record_get_id (record);
  g_autofree char *json = circ_row_values_to_json (values);

  g_ptr_array_add (self->inserted, g_object_ref (record));
  return insert_row (self, record, values, meta, error)
         && index_words (self, record, values, error)
         && circ_write_check_targets (self, kind, values->links, error)
         && circ_link_insert (self->db, kind, id, values->links, error)
         && circ_write_add_part (self, CIRC_PART_INSERT, record, NULL, NULL, json, error);
}

static CircEdit *
load_edit (CircWrite *self,
           const CircKind *kind,
           gint64 id,
           GError **error)
{
  g_autoptr (CircRecord) record = circ_record_new (kind->id);
  CircEdit *edit;
  gboolean found;

  if (!circ_live_load (self->store, kind, id, record, &found, error))
    return NULL;
  if (!found)
    {
      circ_write_set_conflict (self, kind, id, -1, error);
      return NULL;
    }
  edit = g_new0 (CircEdit, 1);
  edit->version = circ_record_get_version (record) + 1;
  edit->title = circ_record_dup_title (record);
  edit->fields = g_new0 (guint64, kind->n_fields / 64 + 1);
  edit->record = g_steal_pointer (&record);
  g_hash_table_insert (self->edits, g_memdup2 (&id, sizeof id), edit);
  return edit;
}

static CircEdit *
get_edit (CircWrite *self,
          const CircKind *kind,
          gint64 id,
          GError **error)
{
  CircEdit *edit = g_hash_table_lookup (self->edits, &id);

  return edit != NULL ? edit : load_edit (self, kind, id, error);
}

CircRecord *
circ_write_get (CircWrite *self,
                const CircKind *kind,
                gint64 id,
                GError **error)
{
  CircEdit *edit = get_edit (self, kind, id, error);

  return edit != NULL ? edit->record : NULL;
}

static gboolean
update_field (CircWrite *self,
              CircEdit *edit,
              guint field,
              GError **error)
{
  const CircKind *kind = circ_record_get_kind (edit->record);
  const char *sql = circ_store_get_row_sql (self->store, kind)->set[field];
  g_autoptr (CircStatement) statement = sql != NULL ? circ_db_get (self->db, sql, error) : NULL;

  g_return_val_if_fail (sql != NULL, FALSE);
  if (statement == NULL)
    return FALSE;
  circ_row_bind (statement, 1, &kind->fields[field], circ_record_get (edit->record, field), NULL);
  circ_statement_bind_int (statement, 2, edit->version);
  circ_statement_bind_text (statement, 3, self->at);
  circ_statement_bind_text (statement, 4, self->store->person);
  circ_statement_bind_int (statement, 5, circ_record_get_id (edit->record));
  return circ_statement_run (statement, error);
}

/**
 * circ_write_set:
 * @expected: (nullable): the value that the edit was based on
 *
 * A field that has the new value already, whoever set it, is left alone. One that has neither is a conflict.
 */
gboolean
circ_write_set (CircWrite *self,
                const CircKind *kind,
                gint64 id,
                guint field,
                GVariant *expected,
                GVariant *value,
                GError **error)
{
  const CircField *catalogue = &kind->fields[field];
  CircEdit *edit = get_edit (self, kind, id, error);
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CircLink));
  GVariant *current;

  if (edit == NULL)
    return FALSE;
  current = circ_record_get (edit->record, field);
  if (circ_value_same (catalogue, current, value))
    return TRUE;
  if (!circ_value_same (catalogue, current, expected))
    {
      circ_write_set_conflict (self, kind, id, (int) field, error);
      return FALSE;
    }
  old_text = circ_field_to_stored (catalogue, current);
  new_text = circ_field_to_stored (catalogue, value);
  circ_record_set (edit->record, field, value);
  edit->fields[field / 64] |= G_GUINT64_CONSTANT (1) << (field % 64);
  circ_link_collect (kind, field, value, links);
  return update_field (self, edit, field, error) && circ_write_check_targets (self, kind, links, error)
         && circ_link_update (self->db, edit->record, field, error)
         && circ_write_add_part (self, CIRC_PART_SET, edit->record, catalogue, old_text, new_text, error);
}

static gboolean
run_by_id (CircWrite *self,
           const char *sql,
           gint64 id,
           GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  return circ_statement_run (statement, error);
}

/* Removes one record. Whether others still refer to it is seen at the end, when all that goes is gone. */
gboolean
circ_write_remove (CircWrite *self,
                   const CircKind *kind,
                   gint64 id,
                   GError **error)
{
  CircEdit *edit;
  g_auto (CircRowValues) values = { NULL };
  g_autofree char *json = NULL;

  if (g_hash_table_contains (self->removed, &id))
    return TRUE;
  edit = get_edit (self, kind, id, error);
  if (edit == NULL)
    return FALSE;
  circ_row_values_init (&values, edit->record);
  json = circ_row_values_to_json (&values);
  if (!circ_write_add_part (self, CIRC_PART_REMOVE, edit->record, NULL, json, NULL, error)
      || !circ_link_remove (self->db, id, error)
      || !run_by_id (self, circ_store_get_row_sql (self->store, kind)->remove, id, error)
      || !run_by_id (self, "DELETE FROM record WHERE id = $1", id, error))
    return FALSE;
  g_hash_table_insert (self->removed, g_memdup2 (&id, sizeof id), g_object_ref (edit->record));
  g_hash_table_remove (self->edits, &id);
  circ_write_touch (self, id);
  return TRUE;
}
