/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that somebody holds: one object per id for as long as it lives. The store does not keep them alive. */
#include "config.h"

#include "circ-store-private.h"

#include <glib/gi18n-lib.h>

#define MAX_TITLES 100000 /* a cache, not a copy of the file */

typedef struct {
  gint64 id; /* first: it is its own key in the table */
  CircRecord *record; /* (borrowed) told by a weak reference when it goes */
  CircStore *store;   /* (borrowed) */
} CircLive;

typedef struct {
  gint64 id; /* first: the key */
  const CircKind *kind;
  char *title;
} CircTitle;

static void
title_free (CircTitle *title)
{
  g_free (title->title);
  g_free (title);
}

void
circ_live_init (CircStore *self)
{
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) title_free);
}

static void
record_gone_cb (gpointer data,
                GObject *record)
{
  CircLive *live = data;

  g_hash_table_remove (live->store->live, &live->id);
}

void
circ_live_clear (CircStore *self)
{
  GHashTableIter iter;
  CircLive *live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &live))
    g_object_weak_unref (G_OBJECT (live->record), record_gone_cb, live);
  g_hash_table_remove_all (self->live);
  g_hash_table_remove_all (self->titles);
}

/* Returns: (transfer none) (nullable): the live object; version 0 says that the record has been removed. */
CircRecord *
circ_live_find (CircStore *self,
                gint64 id)
{
  CircLive *live = g_hash_table_lookup (self->live, &id);

  return live != NULL ? live->record : NULL;
}

void
circ_live_add (CircStore *self,
               CircRecord *record)
{
  CircLive *live = g_new (CircLive, 1);

  live->id = circ_record_get_id (record);
  live->record = record;
  live->store = self;
  g_assert (!g_hash_table_contains (self->live, &live->id));
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, live);
  g_hash_table_insert (self->live, &live->id, live);
}

/* Returns: (transfer full): the object of the row that @statement is at, with the row's values. */
CircRecord *
circ_live_take_row (CircStore *self,
                    const CircKind *kind,
                    CircStatement *statement)
{
  CircRecord *record = self->apart ? NULL : circ_live_find (self, circ_statement_get_int (statement, 0));

  if (record != NULL)
    {
      g_object_ref (record);
      /* Nothing can have changed under the same version. */
      if (circ_record_get_version (record) != circ_statement_get_int (statement, 1))
        circ_row_read_record (statement, record);
      return record;
    }
  record = circ_record_new (kind->id);
  circ_row_read_record (statement, record);
  if (!self->apart)
    circ_live_add (self, record);
  return record;
}

/* Reads the row of @id into @record; @found says whether there is one. */
gboolean
circ_live_load (CircStore *self,
                const CircKind *kind,
                gint64 id,
                CircRecord *record,
                gboolean *found,
                GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, circ_store_get_row_sql (self, kind)->select, error);
  CircStep step;

  *found = FALSE;
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  step = circ_statement_step (statement, error);
  *found = step == CIRC_STEP_ROW;
  if (*found)
    circ_row_read_record (statement, record);
  return step != CIRC_STEP_ERROR;
}

/* A record that is gone keeps its values, for whoever still shows it, and loses its version. */
static void
mark_removed (CircRecord *record)
{
  CircRecordMeta meta = { .id = circ_record_get_id (record) };

  circ_record_set_meta (record, &meta);
}

static gboolean
refresh_one (CircStore *self,
             gint64 id,
             GError **error)
{
  g_autoptr (CircRecord) record = circ_live_find (self, id);
  gboolean found;

  circ_live_forget_title (self, id);
  if (record == NULL)
    return TRUE;
  /* A handler of its notifications may let go of it. */
  g_object_ref (record);
  if (!circ_live_load (self, circ_record_get_kind (record), id, record, &found, error))
    return FALSE;
  if (!found)
    mark_removed (record);
  return TRUE;
}

gboolean
circ_live_refresh (CircStore *self,
                   GArray *ids,
                   GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!refresh_one (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
circ_live_refresh_all (CircStore *self,
                       GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  CircLive *live;

  g_hash_table_remove_all (self->titles);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &live))
    g_array_append_val (ids, live->id);
  return circ_live_refresh (self, ids, error);
}

void
circ_live_forget_title (CircStore *self,
                        gint64 id)
{
  g_hash_table_remove (self->titles, &id);
}

static void
set_removed (GError **error)
{
  g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND, _ ("This record has been removed."));
}

/* Returns: (transfer none): from the cache, else from the registry; NULL with CIRC_STORE_ERROR_NOT_FOUND when there is
 * no such record, with another error when nobody can tell. */
static CircTitle *
find_title (CircStore *self,
            gint64 id,
            GError **error)
{
  CircTitle *title = g_hash_table_lookup (self->titles, &id);
  g_autoptr (CircStatement) statement = NULL;
  CircStep step;

  if (title != NULL)
    return title;
  if (id <= 0)
    {
      set_removed (error);
      return NULL;
    }
  statement = circ_db_get (self->db, "SELECT kind, title FROM record WHERE id = $1", error);
  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, id);
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_DONE)
    set_removed (error);
  if (step != CIRC_STEP_ROW)
    return NULL;
  if (g_hash_table_size (self->titles) >= MAX_TITLES)
    g_hash_table_remove_all (self->titles);
  title = g_new (CircTitle, 1);
  title->id = id;
  title->kind = circ_kind_find (circ_statement_get_text (statement, 0));
  title->title = g_strdup (circ_statement_get_text (statement, 1));
  g_hash_table_insert (self->titles, &title->id, title);
  return title;
}

char *
circ_store_dup_title (CircStore *self,
                      gint64 id)
{
  CircTitle *title;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  title = find_title (self, id, NULL);
  return title != NULL ? g_strdup (title->title) : NULL;
}

const CircKind *
circ_store_get_kind_of (CircStore *self,
                        gint64 id,
                        GError **error)
{
  CircTitle *title;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  title = find_title (self, id, error);
  if (title != NULL && title->kind == NULL)
    g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_TOO_NEW,
                         _ ("This record is of a kind that this version of Circulate does not know."));
  return title != NULL ? title->kind : NULL;
}

gboolean
circ_store_is_removed (CircStore *self,
                       gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  find_title (self, id, &error);
  return g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
}

/**
 * circ_store_get:
 *
 * Returns: (transfer full) (nullable): the live record; CIRC_STORE_ERROR_NOT_FOUND when there is none, another error
 *   when it could not be read.
 */
CircRecord *
circ_store_get (CircStore *self,
                gint64 id,
                GError **error)
{
  CircRecord *live;
  const CircKind *kind;
  g_autoptr (CircStatement) statement = NULL;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  live = circ_live_find (self, id);
  if (live != NULL && circ_record_get_version (live) > 0)
    return g_object_ref (live);
  kind = circ_store_get_kind_of (self, id, error);
  if (kind == NULL)
    return NULL;
  statement = circ_db_get (self->db, circ_store_get_row_sql (self, kind)->select, error);
  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, id);
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_ROW)
    return circ_live_take_row (self, kind, statement);
  if (step == CIRC_STEP_DONE)
    set_removed (error);
  return NULL;
}
