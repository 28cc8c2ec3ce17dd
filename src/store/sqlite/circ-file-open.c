/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a file and opening one, so that a file that cannot be used stays as it was to the byte. */
#include "config.h"

#include "circ-file.h"

#include "circ-backup.h"
#include "circ-left-log.h"
#include "circ-open-files.h"
#include "circ-schema.h"
#include "circ-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define N_LOOKS 5 /* at a file that others write to just then */
#define SMALL_BYTES (16 * 1024 * 1024)

static void
set_damaged (const char *path,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT, _ ("“%s” is damaged. Restore the newest backup."),
               name);
}

/* @sql: a pragma that returns “ok” for pages that are whole. */
gboolean
circ_file_check_pages (CircDb *db,
                       const char *path,
                       const char *sql,
                       GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, sql, error);
  g_autoptr (GError) local = NULL;
  CircStep step;

  if (statement == NULL)
    return FALSE;
  step = circ_statement_step (statement, &local);
  if (step == CIRC_STEP_ROW && g_strcmp0 (circ_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  if (step == CIRC_STEP_ERROR && !g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    set_damaged (path, error);
  return FALSE;
}

/* What can be looked through in a few frames is. A larger file is looked through with its backup of the day. */
static gboolean
check_small (CircDb *db,
             const char *path,
             GError **error)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || status.st_size > SMALL_BYTES
         || circ_file_check_pages (db, path, "PRAGMA quick_check (1)", error);
}

/* Reads the schema. The header is right by now, so what fails here is damage; a file cut short fails too. */
static gboolean
check_tables (CircDb *db,
              const char *path,
              GError **error)
{
  gint64 found = 0;

  if (!circ_db_query_int (db,
                          "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"
                          " AND name IN ('record', 'link', 'change', 'change_part', 'search')",
                          &found, error))
    return FALSE;
  if (found == 5)
    return TRUE;
  set_damaged (path, error);
  return FALSE;
}

/* A look without locks: an ordinary connection would put two files beside a damaged one before it noticed. */
static gboolean
probe (const char *path,
       GError **error)
{
  g_autoptr (CircDb) db = circ_db_open (path, CIRC_DB_IMMUTABLE, error);

  return db != NULL && check_tables (db, path, error) && check_small (db, path, error);
}

static gboolean
check_version (CircDb *db,
               const char *path,
               int *version,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!circ_schema_get_version (db, version, error))
    return FALSE;
  if (*version <= CIRC_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_TOO_NEW,
               _ ("“%s” was made by a newer Circulate. Update Circulate to open it."), name);
  return FALSE;
}

/* Backs the file up and brings it to our version. */
static gboolean
update (CircDb *db,
        const char *path,
        GError **error)
{
  g_autofree char *backup = circ_backup_make (db, path, error);

  return backup != NULL && circ_schema_migrate (db, error);
}

/* An older file that is not to be written to, a backup above all, is read as it will be when it is brought up to date. */
static CircDb *
open_updated_copy (CircDb *db,
                   GError **error)
{
  g_autoptr (CircDb) copy = circ_db_open_copy (db, error);
  int version = 0;

  if (copy == NULL || !circ_schema_get_version (copy, &version, error)
      || (version < CIRC_SCHEMA_VERSION && !circ_schema_migrate (copy, error))
      || !circ_db_script (copy, "PRAGMA query_only = ON", error))
    return NULL;
  return g_steal_pointer (&copy);
}

static gboolean
use_write_ahead_log (CircDb *db,
                     GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "PRAGMA journal_mode = WAL", error);
  int version;

  if (statement == NULL || circ_statement_step (statement, error) != CIRC_STEP_ROW)
    return FALSE;
  /* Some network file systems have no shared memory; SQLite then stays with its journal, which is as safe. */
  if (g_strcmp0 (circ_statement_get_text (statement, 0), "wal") != 0)
    g_message ("The file is kept without a write-ahead log");
  /* The log is opened, and others are kept from taking the file away, with the next thing that is read. */
  circ_statement_reset (statement);
  return circ_schema_get_version (db, &version, error);
}

/* Immutable is safe only where nobody is writing: a writer has a log beside the file. */
static CircDbMode
choose_mode (CircStoreOpenFlags flags,
             gboolean writable,
             gboolean has_wal)
{
  if (writable)
    return flags & CIRC_STORE_OPEN_READ_ONLY ? CIRC_DB_QUERY : CIRC_DB_READ_WRITE;
  return has_wal ? CIRC_DB_READ_ONLY : CIRC_DB_IMMUTABLE;
}

static gboolean
has_changed (const GStatBuf *before,
             const GStatBuf *after)
{
  return before->st_size != after->st_size || before->st_mtim.tv_sec != after->st_mtim.tv_sec
         || before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

/* Not for a file that this process has open: closing what it was looked at through would take away the locks of that
 * connection (POSIX), and another process that closes the file would take the log away from under us.
 *
 * @has_wal: (inout): whether there is a log. Somebody may begin to write while we look without locks, and what is half
 * written then looks damaged: it is not believed of a file that has a log by now, nor of one that has just changed. */
static gboolean
examine (const char *path,
         gboolean *has_wal,
         CircFileHeader *header,
         GError **error)
{
  if (!circ_file_examine (path, header, error))
    return FALSE;
  for (guint i = 1; !*has_wal; i++)
    {
      g_autoptr (GError) local = NULL;
      GStatBuf before = { 0 };
      GStatBuf after = { 0 };

      g_stat (path, &before);
      if (probe (path, &local))
        return TRUE;
      *has_wal = circ_file_has_wal (path);
      g_stat (path, &after);
      if (!*has_wal && (i == N_LOOKS || !has_changed (&before, &after)))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * circ_file_open_to_look:
 *
 * Returns: (transfer full) (nullable): a connection that only reads, on a file of ours of any version.
 */
CircDb *
circ_file_open_to_look (const char *name,
                        GError **error)
{
  g_autofree char *path = circ_file_dup_real_path (name);
  CircFileHeader header = { 0 };

  /* By the rules of examine(). */
  if (circ_open_files_has (path))
    return circ_db_open (path, CIRC_DB_QUERY, error);
  if (!circ_file_examine (path, &header, error))
    return NULL;
  return circ_db_open (path, circ_file_has_wal (path) ? CIRC_DB_READ_ONLY : CIRC_DB_IMMUTABLE, error);
}

/**
 * circ_file_open_damaged:
 *
 * Opens without writing anything, and without asking whether the pages are whole.
 */
CircDb *
circ_file_open_damaged (const char *name,
                        GError **error)
{
  g_autofree char *path = circ_file_dup_real_path (name);
  g_autoptr (CircDb) db = circ_file_open_to_look (name, error);
  int version = 0;

  if (db == NULL)
    return NULL;
  circ_db_keep_wal (db, TRUE);
  if (!check_version (db, path, &version, error) || !check_tables (db, path, error))
    return NULL;
  if (version == CIRC_SCHEMA_VERSION)
    return g_steal_pointer (&db);
  set_damaged (path, error);
  return NULL;
}

/* @left: there is a log that nobody is writing to; it is believed when all of the file is whole with it */
static gboolean
check_contents (CircDb *db,
                const char *path,
                gboolean left,
                int *version,
                GError **error)
{
  return check_version (db, path, version, error) && check_tables (db, path, error)
         && (!left || circ_file_check_pages (db, path, "PRAGMA integrity_check (1)", error));
}

/* Returns: (transfer full) (nullable): a copy of what the file is without the log that was left beside it; NULL when it is
 * damaged too. A copy, as a connection of another thread that found the file open would believe the log. */
static CircDb *
open_without_log (const char *path)
{
  g_autoptr (CircDb) db = circ_db_open (path, CIRC_DB_IMMUTABLE, NULL);
  CircDb *copy;
  int version = 0;

  if (db == NULL || !check_contents (db, path, TRUE, &version, NULL))
    return NULL;
  copy = open_updated_copy (db, NULL);
  if (copy != NULL)
    circ_db_take_warning (copy, circ_left_log_dup_warning (path, NULL));
  return copy;
}

/* The file is damaged with what was left beside it. Where it is whole without, the log is put aside, or not looked at where
 * nothing may be written. @error: (inout): stays otherwise.
 * @aside: (out): its new name: the file is to be opened once more */
static CircDb *
do_without_log (const char *path,
                gboolean read_only,
                char **aside,
                GError **error)
{
  g_autoptr (CircDb) copy = open_without_log (path);

  if (copy == NULL)
    return NULL;
  if (!read_only)
    g_clear_pointer (&copy, circ_db_close);
  g_clear_error (error);
  if (!read_only)
    *aside = circ_left_log_put_aside (path, error);
  return g_steal_pointer (&copy);
}

static CircDb *
open_once (const char *path,
           CircStoreOpenFlags flags,
           gboolean *read_only,
           char **aside,
           gboolean *moved,
           GError **error)
{
  g_autoptr (CircDb) db = NULL;
  g_autoptr (GError) local = NULL;
  CircFileHeader header = { 0 };
  gboolean has_wal = circ_file_has_wal (path);
  gboolean writable = circ_file_is_writable (path);
  gboolean is_open = circ_open_files_has (path); /* and has been looked at */
  gboolean left = has_wal && !is_open && circ_left_log_is_there (path);
  int version = 0;

  *read_only = !writable || (flags & CIRC_STORE_OPEN_READ_ONLY) != 0;
  header.is_wal = is_open;
  if (!is_open && !examine (path, &has_wal, &header, error))
    return NULL;
  db = circ_db_open (path, choose_mode (flags, writable, has_wal), &local);
  /* Until the log, which may be newer than the header, has been found to be ours and to fit. */
  if (db != NULL)
    circ_db_keep_wal (db, has_wal);
  if (db == NULL || !check_contents (db, path, left, &version, &local)
      || (has_wal && !is_open && !left && !check_small (db, path, &local)))
    {
      g_clear_pointer (&db, circ_db_close);
      if (left && g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
        db = do_without_log (path, *read_only, aside, &local);
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return g_steal_pointer (&db);
    }
  /* It is opened anew; SQLite would call this one read-only. */
  *moved = circ_db_has_moved (db);
  if (*moved)
    return g_steal_pointer (&db);
  /* One that was left stays until there is something to save: nobody asked for the file to be written to. */
  circ_db_keep_wal (db, left);
  if (version < CIRC_SCHEMA_VERSION && *read_only)
    return open_updated_copy (db, error);
  if (version < CIRC_SCHEMA_VERSION && !update (db, path, error))
    return NULL;
  if (!*read_only && !header.is_wal && !use_write_ahead_log (db, error))
    return NULL;
  circ_db_note_log (db);
  return g_steal_pointer (&db);
}

/**
 * circ_file_open:
 * @flags: CIRC_STORE_OPEN_CREATE is not looked at
 * @read_only: (out): whether the file can only be read, by wish or by its place
 *
 * A log that a killed program left is not put into the file when the connection closes, until circ_db_keep_wal() says so.
 *
 * Returns: (transfer full) (nullable): a connection on a file of our version, or on a copy that was brought to it.
 */
CircDb *
circ_file_open (const char *name,
                CircStoreOpenFlags flags,
                gboolean *read_only,
                GError **error)
{
  g_autofree char *path = circ_file_dup_real_path (name);
  g_autofree char *aside = NULL;

  for (guint i = 1;; i++)
    {
      gboolean was_put_aside = aside != NULL;
      gboolean moved = FALSE;
      CircDb *db = open_once (path, flags, read_only, &aside, &moved, error);

      if (db == NULL && aside != NULL && !was_put_aside)
        continue;
      if (db != NULL && aside != NULL)
        circ_db_take_warning (db, circ_left_log_dup_warning (path, aside));
      /* A backup may have been restored while we waited for the file. From here on it is held by our reading it, where
       * there is a log, or looked at with each change. */
      if (db == NULL || (!moved && !circ_db_has_moved (db)))
        return db;
      circ_db_close (db);
      if (i == N_LOOKS)
        {
          circ_db_set_error (SQLITE_BUSY, 0, error);
          return NULL;
        }
    }
}

static gboolean
fill_new (const char *path,
          GError **error)
{
  g_autoptr (CircDb) db = circ_db_open (path, CIRC_DB_READ_WRITE, error);

  return db != NULL && circ_db_script (db, "PRAGMA journal_mode = MEMORY", error) && circ_schema_migrate (db, error);
}

/* Gives @work the name @path unless that is taken. Where a file system has no hard links the name is reserved first. */
static gboolean
take_name (const char *work,
           const char *path,
           GError **error)
{
  int fd;

  if (link (work, path) == 0)
    {
      g_unlink (work);
      return TRUE;
    }
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    {
      circ_file_set_error (path, errno, error);
      return FALSE;
    }
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd >= 0 && g_rename (work, path) == 0)
    {
      close (fd);
      return TRUE;
    }
  circ_file_set_error (path, errno, error);
  if (fd >= 0)
    {
      close (fd);
      g_unlink (path);
    }
  return FALSE;
}

/* Makes a new, empty file: under another name until it is whole, so that @path is never half a file. */
gboolean
circ_file_create (const char *path,
                  GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *work = g_build_filename (folder, ".circulate-new-XXXXXX", NULL);
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      circ_file_set_error (path, EEXIST, error);
      return FALSE;
    }
  fd = g_mkstemp_full (work, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      circ_file_set_error (errno == ENOENT ? folder : path, errno, error);
      return FALSE;
    }
  close (fd);
  if (!fill_new (work, error) || !circ_file_sync (work, error) || !take_name (work, path, error))
    {
      circ_file_remove (work);
      return FALSE;
    }
  circ_file_sync_folder (path);
  return TRUE;
}
