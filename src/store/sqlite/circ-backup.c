/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole copies. VACUUM INTO reads one snapshot, so a backup of a file in use is whole; copying the bytes would lose
 * what is still in the log. */
#include "config.h"

#include "circ-backup.h"

#include "circ-backups.h"

#include "circ-file.h"
#include "circ-left-log.h"
#include "circ-open-files.h"
#include "circ-schema.h"
#include "circ-statement.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SUFFIX ".circulate"
#define PATIENCE 1000 /* ms: for others to be done with a file that is to be replaced */
#define BACKUP_FOLDER "Circulate backups" /* not translated: it must be found again in any language */

static gboolean
vacuum_into (CircDb *db,
             const char *target,
             GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "VACUUM INTO $1", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_text (statement, 1, target);
  return circ_statement_run (statement, error);
}

/* A reader refuses to write anywhere, the copy included; the refusal is lifted for the copy. */
static gboolean
copy_database (CircDb *db,
               const char *target,
               GError **error)
{
  gint64 query_only = 0;
  gboolean copied;

  if (!circ_db_query_int (db, "PRAGMA query_only", &query_only, error))
    return FALSE;
  if (query_only != 0 && !circ_db_script (db, "PRAGMA query_only = OFF", error))
    return FALSE;
  copied = vacuum_into (db, target, error);
  if (query_only != 0)
    circ_db_script (db, "PRAGMA query_only = ON", NULL);
  return copied;
}

/* What is at @target may be replaced when it is a backup of ours, and never when it is the open file itself or one that
 * another window has open: a look into that would take its locks away. */
static gboolean
may_replace (CircDb *db,
             const char *target,
             GError **error)
{
  CircFileHeader header = { 0 };
  GStatBuf there, own;
  const char *path = circ_db_get_path (db);

  if (g_stat (target, &there) != 0)
    return TRUE;
  if (g_stat (path, &own) == 0 && own.st_dev == there.st_dev && own.st_ino == there.st_ino)
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS,
                           _ ("A backup cannot take the place of the file it is made of. Choose another name."));
      return FALSE;
    }
  if (!circ_open_files_has (target) && circ_file_examine (target, &header, NULL) && !circ_file_has_wal (target))
    return TRUE;
  circ_file_set_error (target, EEXIST, error);
  return FALSE;
}

gboolean
circ_backup_write (CircDb *db,
                   const char *target,
                   GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (".circulate-backup-", random, NULL);
  g_autofree char *work = g_build_filename (folder, name, NULL);

  if (!may_replace (db, target, error))
    return FALSE;
  if (g_access (folder, W_OK | X_OK) != 0)
    {
      circ_file_set_error (folder, errno, error);
      return FALSE;
    }
  if (!copy_database (db, work, error) || !circ_file_sync (work, error))
    {
      circ_file_remove (work);
      return FALSE;
    }
  if (g_rename (work, target) != 0)
    {
      circ_file_set_error (target, errno, error);
      circ_file_remove (work);
      return FALSE;
    }
  circ_file_sync_folder (target);
  return TRUE;
}

/* Where a person wants them; NULL: beside the file. Asked by workers too. */
static char *chosen_folder;
G_LOCK_DEFINE_STATIC (chosen_folder);

void
circ_backups_set_folder (const char *folder)
{
  G_LOCK (chosen_folder);
  g_free (chosen_folder);
  chosen_folder = folder != NULL && folder[0] != '\0' ? g_strdup (folder) : NULL;
  G_UNLOCK (chosen_folder);
}

char *
circ_backups_dup_folder (const char *path)
{
  g_autofree char *real_path = NULL;
  g_autofree char *parent = NULL;
  char *folder;

  g_return_val_if_fail (path != NULL, NULL);
  G_LOCK (chosen_folder);
  folder = g_strdup (chosen_folder);
  G_UNLOCK (chosen_folder);
  if (folder != NULL)
    return folder;
  real_path = circ_file_dup_real_path (path);
  parent = g_path_get_dirname (real_path);
  return g_build_filename (parent, BACKUP_FOLDER, NULL);
}

char *
circ_backup_dup_base (const char *path)
{
  char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  return base;
}

char *
circ_backup_new_name (const char *path,
                      GError **error)
{
  g_autofree char *folder = circ_backups_dup_folder (path);
  g_autofree char *base = circ_backup_dup_base (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H%M%S");

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      circ_file_set_error (folder, errno, error);
      return NULL;
    }
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (base, " ", time, SUFFIX, NULL)
                                     : g_strdup_printf ("%s %s (%u)" SUFFIX, base, time, i);
      g_autofree char *target = g_build_filename (folder, name, NULL);

      if (!g_file_test (target, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&target);
    }
}

char *
circ_backup_make (CircDb *db,
                  const char *path,
                  GError **error)
{
  g_autofree char *target = circ_backup_new_name (path, error);

  if (target == NULL || !circ_backup_write (db, target, error))
    return NULL;
  return g_steal_pointer (&target);
}

/* What is left beside a file that nobody but us has open, and that has everything in it. */
static void
remove_leftovers (const char *path)
{
  static const char *const suffixes[] = { "-journal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* A disk that failed while the log was done with leaves the journal of that step. One without a head is spent: SQLite does
 * not play it back, and does not remove it either. */
static void
remove_spent_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  FILE *file = g_fopen (journal, "rb");
  int first;

  if (file == NULL)
    return;
  first = fgetc (file);
  if (first == 0 || (first == EOF && feof (file)))
    g_unlink (journal);
  fclose (file);
}

/* Takes the file at @path for this connection alone, until it is closed: CIRC_STORE_ERROR_BUSY when somebody has it open.
 * Then everything that is in the log goes into the file, and there is no log any more: one that stayed would later be
 * played over the restored file. */
static CircDb *
hold (const char *path,
      GError **error)
{
  gboolean left = !circ_open_files_has (path) && circ_left_log_is_there (path);
  g_autoptr (CircDb) db = circ_db_open (path, CIRC_DB_READ_WRITE, error);

  if (db == NULL)
    return NULL;
  circ_db_set_patience (db, PATIENCE);
  circ_db_keep_wal (db, left);
  if (!circ_db_script (db, "PRAGMA main.locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", error))
    return NULL;
  /* A log that is not of this file may be what looks like damage; both are worth keeping. */
  if (left && !circ_file_check_pages (db, path, "PRAGMA integrity_check (1)", error))
    return NULL;
  if (!circ_db_script (db, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT", error))
    {
      g_clear_pointer (&db, circ_db_close);
      remove_spent_journal (path);
      return NULL;
    }
  remove_leftovers (path);
  return g_steal_pointer (&db);
}

/* Returns: (transfer full) (nullable): what holds the file, of which there is a backup now. Whoever opens the file in the
 * meantime waits, and finds the other one in its place: what others have saved is in the backup or refused. */
static CircDb *
settle (const char *path,
        GError **error)
{
  g_autoptr (CircDb) db = hold (path, error);
  g_autofree char *backup = NULL;

  if (db == NULL)
    return NULL;
  backup = circ_backup_make (db, path, error);
  return backup != NULL ? g_steal_pointer (&db) : NULL;
}

/* A file that cannot be read as ours any more is put aside as it is, log included: somebody may still save it. */
static gboolean
put_aside (const char *path,
           GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *target = circ_backup_new_name (path, error);

  if (target == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, ".damaged", suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          circ_file_set_error (from, errno, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* @held: (out): what is to be closed when another file has the name; NULL: there is none */
static gboolean
make_room (const char *path,
           CircDb **held,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  *held = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return put_aside (path, error);
  *held = settle (path, &local);
  if (*held != NULL)
    return TRUE;
  if (g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
    return put_aside (path, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Copies @source, after checking it through, to a new file at @work. */
static gboolean
copy_checked (const char *source,
              const char *work,
              GError **error)
{
  gboolean read_only;
  g_autoptr (CircDb) db = circ_file_open (source, CIRC_STORE_OPEN_READ_ONLY, &read_only, error);
  g_autoptr (CircStatement) statement = NULL;

  if (db == NULL)
    return FALSE;
  statement = circ_db_get (db, "PRAGMA integrity_check (1)", error);
  if (statement == NULL || circ_statement_step (statement, error) != CIRC_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (circ_statement_get_text (statement, 0), "ok") != 0)
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT,
                           _ ("This backup is damaged. Choose another one; your file was left as it is."));
      return FALSE;
    }
  circ_statement_reset (statement);
  return copy_database (db, work, error) && circ_file_sync (work, error);
}

gboolean
circ_store_restore (const char *source,
                    const char *path,
                    GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (".circulate-restore-", random, NULL);
  g_autofree char *work = NULL;
  g_autoptr (CircDb) held = NULL;

  g_return_val_if_fail (source != NULL && path != NULL, FALSE);
  folder = g_path_get_dirname (path);
  work = g_build_filename (folder, name, NULL);
  if (!copy_checked (source, work, error) || !make_room (path, &held, error))
    {
      circ_file_remove (work);
      return FALSE;
    }
  if (g_rename (work, path) != 0)
    {
      circ_file_set_error (path, errno, error);
      circ_file_remove (work);
      return FALSE;
    }
  circ_file_sync_folder (path);
  return TRUE;
}
