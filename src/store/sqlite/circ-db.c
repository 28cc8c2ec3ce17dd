/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-db-private.h"
#include "circ-statement.h"

#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT 5000 /* ms: until who opened the file says how long it may wait */
#define CACHE_KIBIBYTES "-2048" /* the system keeps the rest of a long file in memory for all who read it */
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
  int rc = sqlite3_busy_timeout (self->handle, self->patience);

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

static int
open_handle (const char *path,
             CircDbMode mode,
             sqlite3 **handle)
{
  g_autofree char *uri = make_uri (path, mode);
  gboolean write = mode == CIRC_DB_READ_WRITE || mode == CIRC_DB_QUERY;

  return sqlite3_open_v2 (uri, handle,
                          (write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI
                            | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX,
                          NULL);
}

static CircDb *
new_db (const char *path,
        CircDbMode mode)
{
  CircDb *self = g_new0 (CircDb, 1);

  self->thread = g_thread_self ();
  self->path = g_strdup (path);
  self->mode = mode;
  self->patience = BUSY_TIMEOUT;
  self->cache = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) circ_statement_destroy);
  return self;
}

static void
close_handle (CircDb *self)
{
  int rc;

  /* What lies beside the file now belongs to others. */
  if (circ_db_has_lost_log (self))
    circ_db_keep_wal (self, TRUE);
  g_hash_table_remove_all (self->cache);
  rc = sqlite3_close (self->handle);
  if (rc != SQLITE_OK)
    g_critical ("A statement outlived its connection (SQLite %d)", rc);
  if (self->has_log)
    circ_open_files_forget_log (&self->file);
  self->has_log = FALSE;
  circ_open_files_remove (&self->file);
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
  g_autoptr (CircDb) self = new_db (path, mode);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  int rc = open_handle (path, mode, &self->handle);

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
  if (mode == CIRC_DB_IMMUTABLE && g_stat (path, &self->seen) != 0)
    self->seen = (GStatBuf) { 0 };
  /* The settings read the file already: what fails here must not play a log over it that may not be its own. */
  circ_db_keep_wal (self, g_access (wal, F_OK) == 0);
  if (!set_up (self, mode, error))
    return NULL;
  circ_db_keep_wal (self, FALSE);
  return g_steal_pointer (&self);
}

static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

/**
 * circ_db_open_copy:
 *
 * Returns: (transfer full) (nullable): a connection that may write, on a copy of what @source holds at this moment. The
 * copy is SQLite's: in memory as long as it fits there, otherwise in a temporary file without a name; it goes with the
 * connection.
 */
CircDb *
circ_db_open_copy (CircDb *source,
                   GError **error)
{
  g_autoptr (CircDb) self = new_db (source->path, CIRC_DB_COPY);
  int rc = sqlite3_open_v2 ("", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE
                                                 | SQLITE_OPEN_NOMUTEX, NULL);

  if (self->handle == NULL)
    {
      circ_db_set_error (SQLITE_NOMEM, 0, error);
      return NULL;
    }
  if (rc == SQLITE_OK)
    rc = copy_pages (source->handle, self->handle);
  if (rc != SQLITE_OK)
    {
      circ_db_fail (self, rc, error);
      return NULL;
    }
  return set_up (self, CIRC_DB_READ_WRITE, error) ? g_steal_pointer (&self) : NULL;
}

void
circ_db_close (CircDb *self)
{
  close_handle (self);
  g_hash_table_unref (self->cache);
  g_clear_error (&self->failure);
  g_free (self->path);
  g_free (self->warning);
  g_free (self);
}

/**
 * circ_db_reopen:
 *
 * Goes on with a new connection, with which nobody may be in the middle of anything. The old one is closed between its
 * being opened and its first look at the file: SQLite shares the index of a log among the connections of a process, and
 * that of a log that was taken away must not be taken for that of the new one. When it fails the old one stays.
 */
gboolean
circ_db_reopen (CircDb *self,
                CircDbMode mode,
                GError **error)
{
  sqlite3 *handle = NULL;
  int rc = open_handle (self->path, mode, &handle);

  if (rc != SQLITE_OK)
    {
      sqlite3_close (handle);
      circ_db_set_error (rc, 0, error);
      return FALSE;
    }
  circ_db_keep_wal (self, TRUE);
  close_handle (self);
  self->handle = handle;
  self->mode = mode;
  circ_open_files_add (self->path, &self->file);
  if (mode == CIRC_DB_IMMUTABLE && g_stat (self->path, &self->seen) != 0)
    self->seen = (GStatBuf) { 0 };
  return set_up (self, mode, error);
}

/* How long a lock of another connection is waited for. */
void
circ_db_set_patience (CircDb *self,
                      int milliseconds)
{
  self->patience = milliseconds;
  sqlite3_busy_timeout (self->handle, milliseconds);
}

const char *
circ_db_get_path (CircDb *self)
{
  return self->path;
}

/* Begins to write. Waits for other writers here, never later in the transaction. The one that was waited for may have put
 * another file in the place of this one: what is written to this one then would be lost. */
gboolean
circ_db_begin (CircDb *self,
               GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self, "BEGIN IMMEDIATE", error);

  if (statement == NULL || !circ_statement_run (statement, error))
    return FALSE;
  if (!circ_db_has_moved (self))
    return TRUE;
  circ_db_rollback (self);
  g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED,
                       _ ("Another file has taken the place of this one. Nothing was saved; open it again and repeat what "
                          "you did."));
  return FALSE;
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

/* What was read through the connection has told SQLite where its log is. */
void
circ_db_note_log (CircDb *self)
{
  if (!self->has_log && (self->mode == CIRC_DB_READ_WRITE || self->mode == CIRC_DB_QUERY))
    self->has_log = circ_open_files_note_log (&self->file, self->path);
}

gboolean
circ_db_has_lost_log (CircDb *self)
{
  return self->has_log && circ_open_files_lost_log (&self->file, self->path);
}

/* Makes one that has lost its log whole again, at once when no other connection of the process relies on the old log. */
gboolean
circ_db_find_log (CircDb *self,
                  GError **error)
{
  gint64 n = 0;

  if (!circ_open_files_is_alone (&self->file))
    {
      circ_db_set_error (SQLITE_BUSY, 0, error);
      return FALSE;
    }
  if (!circ_db_reopen (self, self->mode, error) || !circ_db_query_int (self, "SELECT max (id) FROM change", &n, error))
    return FALSE;
  circ_db_note_log (self);
  return TRUE;
}

/* Whether a file that was opened as one that nobody changes was changed after all. SQLite does not look; what it goes on
 * reading is partly of one state and partly of another. */
gboolean
circ_db_was_changed (CircDb *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf now;

  if (self->mode != CIRC_DB_IMMUTABLE || g_stat (self->path, &now) != 0)
    return FALSE;
  return g_access (wal, F_OK) == 0 || now.st_size != self->seen.st_size || now.st_mtim.tv_sec != self->seen.st_mtim.tv_sec
         || now.st_mtim.tv_nsec != self->seen.st_mtim.tv_nsec;
}

/* @keep: leave the file and what lies beside it exactly as they are when the connection closes. */
void
circ_db_keep_wal (CircDb *self,
                  gboolean keep)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, NULL);
}

void
circ_db_take_warning (CircDb *self,
                      char *warning)
{
  g_free (self->warning);
  self->warning = warning;
}

const char *
circ_db_get_warning (CircDb *self)
{
  return self->warning;
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
