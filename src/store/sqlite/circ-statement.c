/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-statement.h"

#include "circ-db-private.h"

#include <stdlib.h>

struct _CircStatement {
  CircDb *db;           /* (borrowed) a reference would be a cycle, as the connection keeps its statements */
  sqlite3_stmt *handle; /* (owned) */
  int *indexes;         /* (owned) SQLite's number of the parameter called $i, at i */
  int n_names;
  int rc;               /* of the first bind that failed */
  gboolean cached;
  gboolean lent;
};

/* Looks up each name once: SQLite compares strings for every look-up, and a wide row binds forty. */
static void
index_names (CircStatement *self)
{
  self->n_names = sqlite3_bind_parameter_count (self->handle);
  self->indexes = g_new0 (int, self->n_names + 1);
  for (int i = 1; i <= self->n_names; i++)
    {
      const char *name = sqlite3_bind_parameter_name (self->handle, i);
      int number = name != NULL && name[0] == '$' ? atoi (name + 1) : 0;

      g_assert (number >= 1 && number <= self->n_names);
      self->indexes[number] = i;
    }
}

static CircStatement *
statement_new (CircDb *db,
               const char *sql,
               gboolean cached,
               GError **error)
{
  CircStatement *self;
  sqlite3_stmt *handle = NULL;
  int rc = sqlite3_prepare_v3 (db->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &handle, NULL);

  if (rc != SQLITE_OK)
    {
      g_debug ("Statement that failed: %s", sql);
      circ_db_fail (db, rc, error);
      return NULL;
    }
  self = g_new0 (CircStatement, 1);
  self->db = db;
  self->handle = handle;
  self->cached = cached;
  self->lent = TRUE;
  index_names (self);
  return self;
}

void
circ_statement_destroy (CircStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->indexes);
  g_free (self);
}

CircStatement *
circ_db_get (CircDb *db,
             const char *sql,
             GError **error)
{
  CircStatement *self = g_hash_table_lookup (db->cache, sql);

  g_assert (db->thread == g_thread_self ());
  if (self != NULL && !self->lent)
    {
      self->lent = TRUE;
      return self;
    }
  /* Somebody further up the stack is stepping through it: this one is for a single use. */
  if (self != NULL)
    return statement_new (db, sql, FALSE, error);
  self = statement_new (db, sql, TRUE, error);
  if (self != NULL)
    g_hash_table_insert (db->cache, (gpointer) sql, self);
  return self;
}

CircStatement *
circ_db_prepare (CircDb *db,
                 const char *sql,
                 GError **error)
{
  g_assert (db->thread == g_thread_self ());
  return statement_new (db, sql, FALSE, error);
}

void
circ_statement_reset (CircStatement *self)
{
  /* The result repeats the last step's, which was reported then. */
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->rc = SQLITE_OK;
}

void
circ_statement_release (CircStatement *self)
{
  if (!self->cached)
    {
      circ_statement_destroy (self);
      return;
    }
  circ_statement_reset (self);
  self->lent = FALSE;
}

static void
note (CircStatement *self,
      int rc)
{
  if (self->rc == SQLITE_OK)
    self->rc = rc;
}

static int
look_up (CircStatement *self,
         int name)
{
  g_assert (name >= 1 && name <= self->n_names);
  return self->indexes[name];
}

void
circ_statement_bind_int (CircStatement *self,
                         int name,
                         gint64 number)
{
  note (self, sqlite3_bind_int64 (self->handle, look_up (self, name), number));
}

/* @text: (nullable): NULL for NULL; must live until the step. */
void
circ_statement_bind_text (CircStatement *self,
                          int name,
                          const char *text)
{
  note (self, sqlite3_bind_text (self->handle, look_up (self, name), text, -1, SQLITE_STATIC));
}

/* @text: (transfer full) (nullable). */
void
circ_statement_take_text (CircStatement *self,
                          int name,
                          char *text)
{
  note (self, sqlite3_bind_text (self->handle, look_up (self, name), text, -1, g_free));
}

void
circ_statement_bind_blob (CircStatement *self,
                          int name,
                          gconstpointer data,
                          gsize size)
{
  note (self, data != NULL ? sqlite3_bind_blob64 (self->handle, look_up (self, name), data, size, SQLITE_STATIC)
                           : sqlite3_bind_null (self->handle, look_up (self, name)));
}

CircStep
circ_statement_step (CircStatement *self,
                     GError **error)
{
  int rc = self->rc != SQLITE_OK ? self->rc : sqlite3_step (self->handle);

  if (rc == SQLITE_ROW)
    return CIRC_STEP_ROW;
  if (rc == SQLITE_DONE)
    return CIRC_STEP_DONE;
  g_debug ("Statement that failed: %s", sqlite3_sql (self->handle));
  circ_db_fail (self->db, rc, error);
  return CIRC_STEP_ERROR;
}

gboolean
circ_statement_run (CircStatement *self,
                    GError **error)
{
  CircStep step;

  do
    step = circ_statement_step (self, error);
  while (step == CIRC_STEP_ROW);
  circ_statement_reset (self);
  return step == CIRC_STEP_DONE;
}

gboolean
circ_statement_is_null (CircStatement *self,
                        int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
circ_statement_get_int (CircStatement *self,
                        int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
circ_statement_get_text (CircStatement *self,
                         int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/* Borrowed until the next step; NULL for NULL and for an empty blob. */
gconstpointer
circ_statement_get_blob (CircStatement *self,
                         int column,
                         gsize *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  *size = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}
