/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving what a person did. */
#include "config.h"

#include "circ-change-private.h"
#include "circ-write.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* Words give rules, rules give occurrences: more rounds than these go in a circle. */
#define MOST_ROUNDS 4

/* What a new record had before it was made ready to be saved, to be given back when the saving fails. */
typedef struct {
  CircRecord *record; /* (borrowed) the change holds it */
  int field;          /* -1: the id */
  gint64 id;
  GVariant *value; /* (owned) */
} CircRestore;

typedef struct {
  CircWrite *write;
  GHashTable *ids;    /* negative id -> real one */
  GArray *restores;   /* of CircRestore */
  GPtrArray *records; /* those that are new */
} CircApply;

static void
restore_clear (CircRestore *restore)
{
  g_clear_pointer (&restore->value, g_variant_unref);
}

static void
apply_clear (CircApply *self)
{
  g_hash_table_unref (self->ids);
  g_array_unref (self->restores);
  g_ptr_array_unref (self->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CircApply, apply_clear)

static void
give_back (CircApply *self)
{
  for (guint i = self->restores->len; i > 0; i--)
    {
      CircRestore *restore = &g_array_index (self->restores, CircRestore, i - 1);

      if (restore->field < 0)
        circ_record_set_id (restore->record, restore->id);
      else
        circ_record_set (restore->record, (guint) restore->field, restore->value);
    }
}

static void
set_value (CircApply *self,
           CircRecord *record,
           guint field,
           GVariant *value)
{
  GVariant *old = circ_record_get (record, field);
  CircRestore restore = { record, (int) field, 0, old != NULL ? g_variant_ref (old) : NULL };

  g_array_append_val (self->restores, restore);
  circ_record_set (record, field, value);
}

/* An id that the change does not know stays, and the foreign keys refuse it. */
static gint64
real_id (gint64 id,
         gpointer user_data)
{
  CircApply *self = user_data;
  gint64 *found = id < 0 ? g_hash_table_lookup (self->ids, &id) : NULL;

  return found != NULL ? *found : id;
}

static gboolean
reserve_all (CircApply *self,
             CircChange *change,
             GError **error)
{
  for (guint i = 0; i < change->parts->len; i++)
    {
      CircPart *part = g_ptr_array_index (change->parts, i);
      CircRestore restore = { part->record, -1, circ_record_get_id (part->record), NULL };
      gint64 id;

      if (part->action != CIRC_PART_INSERT)
        continue;
      if (restore.id >= 0)
        {
          g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS, _ ("This record is saved already."));
          return FALSE;
        }
      if (!circ_write_reserve (self->write, part->record, 0, &id, error))
        return FALSE;
      g_hash_table_insert (self->ids, g_memdup2 (&restore.id, sizeof id), g_memdup2 (&id, sizeof id));
      g_array_append_val (self->restores, restore);
      circ_record_set_id (part->record, id);
    }
  return TRUE;
}

/* A reference that came with the record, from an older file say, must not be given again. */
static gboolean
skip_ref (CircApply *self,
          const CircKind *kind,
          const char *ref,
          GError **error)
{
  g_autofree char *start = g_strdup_printf ("%s-%04d-", kind->ref_prefix, self->write->year);
  gint64 number = g_str_has_prefix (ref, start) ? g_ascii_strtoll (ref + strlen (start), NULL, 10) : 0;

  return circ_write_skip_ref (self->write, kind, number, error);
}

static gboolean
give_ref (CircApply *self,
          CircRecord *record,
          GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autofree char *ref = NULL;

  if (kind->ref_field < 0)
    return TRUE;
  if (circ_record_get (record, (guint) kind->ref_field) != NULL)
    return skip_ref (self, kind, circ_record_get_text (record, (guint) kind->ref_field), error);
  ref = circ_write_next_ref (self->write, kind, error);
  if (ref == NULL)
    return FALSE;
  set_value (self, record, (guint) kind->ref_field, g_variant_new_string (ref));
  return TRUE;
}

static void
map_fields (CircApply *self,
            CircRecord *record)
{
  const CircKind *kind = circ_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = circ_record_get (record, i);
      g_autoptr (GVariant) mapped = NULL;

      if (value == NULL || !circ_field_has_links (&kind->fields[i]))
        continue;
      mapped = circ_field_map_ids (&kind->fields[i], value, real_id, self);
      set_value (self, record, i, mapped);
    }
}

static gboolean
insert (CircApply *self,
        CircRecord *record,
        GError **error)
{
  g_auto (CircRowValues) values = { NULL };
  const CircRecordMeta meta = {
    .id = circ_record_get_id (record),
    .version = 1,
    .created_at = self->write->at,
    .created_by = self->write->store->person,
    .updated_at = self->write->at,
    .updated_by = self->write->store->person,
  };

  g_ptr_array_add (self->records, record);
  if (!give_ref (self, record, error))
    return FALSE;
  circ_row_values_init (&values, record);
  if (circ_row_values_has_new (&values))
    {
      circ_row_values_clear (&values);
      map_fields (self, record);
      circ_row_values_init (&values, record);
    }
  return circ_write_insert (self->write, record, &values, &meta, error);
}

static gboolean
set (CircApply *self,
     CircPart *part,
     GError **error)
{
  const CircKind *kind = circ_record_get_kind (part->record);
  g_autoptr (GVariant) mapped = circ_field_map_ids (&kind->fields[part->field], part->new_value, real_id, self);

  return circ_write_set (self->write, kind, circ_record_get_id (part->record), part->field, part->old_value, mapped,
                         error);
}

/* The record and what belongs to it, innermost first. One that was changed since it was read is not what the person
 * decided to remove. */
static gboolean
remove_all (CircApply *self,
            CircRecord *record,
            GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  gint64 id = circ_record_get_id (record);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  CircRecord *current;

  if (g_hash_table_contains (self->write->removed, &id))
    return TRUE;
  current = circ_write_get (self->write, kind, id, error);
  if (current == NULL)
    return FALSE;
  if (circ_record_get_version (current) != circ_record_get_version (record))
    {
      circ_write_set_conflict (self->write, kind, id, -1, error);
      return FALSE;
    }
  if (!circ_store_collect_parts (self->write->store, kind, id, parts, error))
    return FALSE;
  for (guint i = parts->len; i > 0; i--)
    {
      gint64 part = g_array_index (parts, gint64, i - 1);
      const CircKind *part_kind = circ_store_get_kind_of (self->write->store, part, error);

      if (part_kind == NULL || !circ_write_remove (self->write, part_kind, part, error))
        return FALSE;
    }
  return circ_write_remove (self->write, kind, id, error);
}

static gboolean
apply_parts (CircApply *self,
             CircChange *change,
             GError **error)
{
  for (guint i = 0; i < change->parts->len; i++)
    {
      CircPart *part = g_ptr_array_index (change->parts, i);
      gboolean done = FALSE;

      if (part->action == CIRC_PART_INSERT)
        done = insert (self, part->record, error);
      else if (part->action == CIRC_PART_SET)
        done = set (self, part, error);
      else
        done = remove_all (self, part->record, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* What follows from the change, by whoever knows, and from that in turn. The followers are kept in @followed until the
 * records are published. */
static gboolean
follow (CircApply *self,
        CircChange *change,
        GPtrArray *followed,
        GError **error)
{
  CircStore *store = self->write->store;

  if (store->follow == NULL || self->write->kind != CIRC_WRITE_DO)
    return TRUE;
  for (guint round = 0; round < MOST_ROUNDS && change->parts->len > 0; round++)
    {
      CircChange *more = circ_change_new (change->title);
      gboolean worked_out;

      g_ptr_array_add (followed, more);
      store->apart = TRUE;
      worked_out = store->follow (store, change, round, more, error);
      store->apart = FALSE;
      if (!worked_out || !reserve_all (self, more, error) || !apply_parts (self, more, error))
        return FALSE;
      change = more;
    }
  return TRUE;
}

/* The records of a change that could not be saved, as they are in the file: what the person sees then is what stood
 * in the way. */
static void
refresh_parts (CircStore *store,
               CircChange *change)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < change->parts->len; i++)
    {
      CircPart *part = g_ptr_array_index (change->parts, i);
      gint64 id = circ_record_get_id (part->record);

      if (id > 0)
        g_array_append_val (ids, id);
    }
  if (!circ_live_refresh (store, ids, &error))
    g_debug ("Records could not be read again: %s", error->message);
}

/* A file gets one record of this kind; somebody else may have been first. */
static gboolean
is_set_up (CircWrite *write,
           CircChange *change)
{
  CircPart *part = g_ptr_array_index (change->parts, 0);
  g_autoptr (CircQuery) query = circ_query_new (circ_record_get_kind (part->record)->id);

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  return circ_store_count (write->store, query, NULL) > 0;
}

gboolean
circ_write_apply (CircStore *store,
                  CircChange *change,
                  CircWriteKind kind,
                  GError **error)
{
  g_autoptr (GPtrArray) followed = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_change_unref);
  g_autoptr (CircWrite) write = circ_write_begin (store, change->title, kind, error);
  g_auto (CircApply) self = {
    write,
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    g_array_new (FALSE, FALSE, sizeof (CircRestore)),
    g_ptr_array_new (),
  };
  GError *local = NULL;

  g_array_set_clear_func (self.restores, (GDestroyNotify) restore_clear);
  if (write == NULL)
    return FALSE;
  if (kind == CIRC_WRITE_SETUP && is_set_up (write, change))
    return TRUE;
  if (!reserve_all (&self, change, &local) || !apply_parts (&self, change, &local)
      || !follow (&self, change, followed, &local) || !circ_write_finish (write, &local))
    {
      gboolean conflict = g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);

      g_clear_pointer (&write, circ_write_free);
      give_back (&self);
      if (conflict)
        refresh_parts (store, change);
      g_propagate_error (error, local);
      return FALSE;
    }
  circ_write_publish (write, self.records);
  return TRUE;
}

/**
 * circ_store_apply:
 *
 * Saves all of @change durably, with its history and the search index, or nothing of it. After a conflict the live
 * records have the values that are in the file, so that both can be shown.
 */
gboolean
circ_store_apply (CircStore *self,
                  CircChange *change,
                  GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self) && change != NULL, FALSE);
  return circ_write_apply (self, change, CIRC_WRITE_DO, error);
}

/**
 * circ_store_apply_upkeep:
 *
 * Saves what follows from the passing of time rather than from what a person did: the history shows it, undo leaves it alone.
 */
gboolean
circ_store_apply_upkeep (CircStore *self,
                         CircChange *change,
                         GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self) && change != NULL, FALSE);
  return circ_write_apply (self, change, CIRC_WRITE_UPKEEP, error);
}

/* @func: (nullable) */
void
circ_store_set_follow (CircStore *self,
                       CircFollowFunc func)
{
  g_return_if_fail (CIRC_IS_STORE (self));
  self->follow = func;
}
