/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-db-private.h"
#include "circ-statement.h"

#define BUSY_TIMEOUT 5000 /* ms: longer than an import of 100,000 rows holds the file */
#define CACHE_KIBIBYTES "-32768"
#define STEPS_BETWEEN_LOOKS 10000 /* of SQLite's machine: well under a millisecond */

static char *
make_uri (const char *path,
          CircDbMode mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped, mode == CIRC_DB_IMMUTABLE ? "?immutable=1" : NULL, NULL);
}

/* Settings that a connection without them would be unsafe with. Foreign keys are read back, because the pragma does
 * nothing, silently, where it is not allowed. */
static gboolean
set_up (CircDb *self,
        CircDbMode mode,
        GError **error)
{
  gint64 foreign_keys = 0;
  int rc = sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);

  if (rc == SQLITE_OK)
    rc = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (rc != SQLITE_OK)
    return circ_db_fail (self, rc, error);
  if (!circ_db_script (self,
                       "PRAGMA synchronous = FULL;"
                       "PRAGMA foreign_keys = ON;"
                       "PRAGMA secure_delete = ON;"
                       "PRAGMA temp_store = MEMORY;"
                       "PRAGMA cache_size = " CACHE_KIBIBYTES ";",
                       error))
    return FALSE;
  if (!circ_db_query_int (self, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  if (foreign_keys != 1)
    return circ_db_fail (self, SQLITE_MISUSE, error);
  return mode == CIRC_DB_READ_WRITE || circ_db_script (self, "PRAGMA query_only = ON", error);
}

/**
 * circ_db_open:
 * @path: a file that is there; may be empty
 *
 * Does not touch the file yet: SQLite reads it with the first statement that needs it.
 */
CircDb *
circ_db_open (const char *path,
              CircDbMode mode,
              GError **error)
{
  g_autoptr (CircDb) self = g_new0 (CircDb, 1);
  g_autofree char *uri = make_uri (path, mode);
  gboolean write = mode == CIRC_DB_READ_WRITE || mode == CIRC_DB_QUERY;
  int rc;

  self->thread = g_thread_self ();
  self->cache = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) circ_statement_destroy);
  rc = sqlite3_open_v2 (uri, &self->handle,
                        (write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
                          | SQLITE_OPEN_NOMUTEX,
                        NULL);
  if (self->handle == NULL)
    {
      circ_db_set_error (SQLITE_NOMEM, 0, error);
      return NULL;
    }
  if (rc != SQLITE_OK)
    {
      circ_db_fail (self, rc, error);
      return NULL;
    }
  circ_open_files_add (path, &self->file);
  if (!set_up (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
circ_db_close (CircDb *self)
{
  int rc;

  g_clear_pointer (&self->cache, g_hash_table_unref);
  rc = sqlite3_close (self->handle);
  if (rc != SQLITE_OK)
    g_critical ("A statement outlived its connection (SQLite %d)", rc);
  circ_open_files_remove (&self->file);
  g_clear_error (&self->failure);
  g_free (self);
}

/* How long a lock of another connection is waited for. */
void
circ_db_set_patience (CircDb *self,
                      int milliseconds)
{
  sqlite3_busy_timeout (self->handle, milliseconds);
}

sqlite3 *
circ_db_get_handle (CircDb *self)
{
  return self->handle;
}

/* Begins to write. Waits for other writers here, never later in the transaction. */
gboolean
circ_db_begin (CircDb *self,
               GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self, "BEGIN IMMEDIATE", error);

  return statement != NULL && circ_statement_run (statement, error);
}

/* Begins a snapshot: everything read until the commit or rollback is of one moment. */
gboolean
circ_db_begin_read (CircDb *self,
                    GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self, "BEGIN", error);

  return statement != NULL && circ_statement_run (statement, error);
}

/* When it fails the transaction has been rolled back. */
gboolean
circ_db_commit (CircDb *self,
                GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self, "COMMIT", error);

  if (statement != NULL && circ_statement_run (statement, error))
    return TRUE;
  circ_db_rollback (self);
  return FALSE;
}

void
circ_db_rollback (CircDb *self)
{
  g_autoptr (GError) error = NULL;

  /* A full disk or an I/O error may have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle) && !circ_db_script (self, "ROLLBACK", &error))
    g_warning ("Could not roll back: %s", error->message);
}

/* Runs statements that need no values and return no rows that matter. */
gboolean
circ_db_script (CircDb *self,
                const char *sql,
                GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || circ_db_fail (self, rc, error);
}

/* @sql: a literal that returns one number; no row counts as 0. */
gboolean
circ_db_query_int (CircDb *self,
                   const char *sql,
                   gint64 *number,
                   GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self, sql, error);
  CircStep step;

  *number = 0;
  if (statement == NULL)
    return FALSE;
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_ROW)
    *number = circ_statement_get_int (statement, 0);
  return step != CIRC_STEP_ERROR;
}

gint64
circ_db_get_last_id (CircDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gboolean
circ_db_has_moved (CircDb *self)
{
  int moved = 0;

  return sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

/* @keep: leave the file and what lies beside it exactly as they are when the connection closes. */
void
circ_db_keep_wal (CircDb *self,
                  gboolean keep)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, NULL);
}

static int
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* @cancellable: must outlive the connection's last statement */
void
circ_db_set_cancellable (CircDb *self,
                         GCancellable *cancellable)
{
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, cancellable != NULL ? is_cancelled_cb : NULL, cancellable);
}
