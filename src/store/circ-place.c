/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the file that is open is still the one under its name. What was moved, deleted or replaced goes on being
 * open, and SQLite would go on writing to it, where nobody finds it again. */
#include "config.h"

#include "circ-write.h"

#include "circ-backup.h"
#include "circ-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The log lies under the old name: a file that was moved is not whole without it, and one that took its place would
 * have it played over its own pages. Emptied, it is in the first and does no harm to the second. */
static void
empty_log (CircStore *self)
{
  gint64 busy = 0;

  if (!self->read_only)
    self->let_go = circ_db_query_int (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, NULL) && busy == 0;
}

/* CIRC_STORE_ERROR_MOVED when the log is not under its name any more: another program took itself for the last one. */
gboolean
circ_place_check_log (CircStore *self,
                      GError **error)
{
  g_autofree char *base = NULL;

  if (!circ_db_has_lost_log (self->db))
    return TRUE;
  base = g_filename_display_basename (self->path);
  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED,
               /* translators: the name of a file */
               _ ("Another program has put “%s” away while it was open here. Nothing was saved; it is opened again and saved "
                  "in a moment."),
               base);
  return FALSE;
}

/**
 * circ_store_check_place:
 *
 * CIRC_STORE_ERROR_MOVED, in words for a person, when the open file is not the one under its name any more.
 */
gboolean
circ_store_check_place (CircStore *self,
                        GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *folder_path = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  if (!circ_db_has_moved (self->db))
    return circ_place_check_log (self, error);
  base = g_filename_display_basename (self->path);
  folder_path = g_path_get_dirname (self->path);
  folder = g_filename_display_name (folder_path);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED,
                 /* translators: the name of a file and of its folder */
                 _ ("Another file has taken the place of “%s” in %s. Nothing more is saved here; save a copy of this one."),
                 base, folder);
  else
    g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED,
                 /* translators: the name of a file and of its folder */
                 _ ("“%s” is no longer in %s: it was moved, renamed or deleted. Nothing more is saved until it is back; "
                    "or save a copy."),
                 base, folder);
  return FALSE;
}

/* What was seen through the old connection may be of a state that the file was never in. */
static gboolean
find_log (CircStore *self)
{
  g_autoptr (GError) error = NULL;

  self->renewed = circ_db_find_log (self->db, &error);
  if (error != NULL)
    g_debug ("The file could not be opened again: %s", error->message);
  return self->renewed;
}

/* Goes on reading with locks where there is a log now; a connection of its own finds out whether that can be done. */
static void
read_anew (CircStore *self)
{
  CircDbMode mode = circ_file_has_wal (self->path) ? CIRC_DB_READ_ONLY : CIRC_DB_IMMUTABLE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) trial = circ_db_open (self->path, mode, &error);
  gint64 n = 0;

  if (trial != NULL && circ_db_query_int (trial, "SELECT max (id) FROM change", &n, &error)
      && circ_db_reopen (self->db, mode, &error))
    self->renewed = TRUE;
  if (error != NULL)
    g_debug ("The file was changed and could not be opened again: %s", error->message);
}

void
circ_place_look (CircStore *self)
{
  gboolean moved = circ_db_has_moved (self->db);

  if (!moved && circ_db_has_lost_log (self->db))
    {
      circ_store_set_moved (self, TRUE);
      moved = !find_log (self);
    }
  else if (!moved)
    self->let_go = FALSE;
  else if (!self->let_go)
    empty_log (self);
  if (!moved && !self->damaged && circ_db_was_changed (self->db))
    read_anew (self);
  circ_store_set_moved (self, moved);
}

/* Closes the file. SQLite leaves what lies beside a file that has moved; it belongs to nobody where there is none. */
void
circ_place_close (CircStore *self)
{
  gboolean moved = circ_db_has_moved (self->db);
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

  if (moved)
    empty_log (self);
  g_clear_pointer (&self->db, circ_db_close);
  if (!moved || g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;
  g_unlink (wal);
  g_unlink (shm);
}

/**
 * circ_store_move_to:
 * @target: a file name
 *
 * Writes all of the file to @target and goes on there: live records, lists and what is undone next stay.
 */
gboolean
circ_store_move_to (CircStore *self,
                    const char *target,
                    GError **error)
{
  g_autofree char *path = NULL;
  CircDb *db;
  gboolean read_only = FALSE;

  g_return_val_if_fail (CIRC_IS_STORE (self) && target != NULL, FALSE);
  path = g_canonicalize_filename (target, NULL);
  if (!circ_backup_write (self->db, path, error))
    return FALSE;
  db = circ_file_open (path, CIRC_STORE_OPEN_DEFAULT, &read_only, error);
  if (db == NULL)
    return FALSE;
  circ_place_close (self);
  self->db = db;
  self->read_only = read_only;
  self->let_go = FALSE;
  circ_store_set_path (self, path);
  circ_store_set_moved (self, FALSE);
  return circ_db_query_int (self->db, "PRAGMA data_version", &self->data_version, error);
}
