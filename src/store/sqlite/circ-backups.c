/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of a file: which there are, the one of today, and which may go. A backup is of the same document when
 * its history begins with the same change; only such files, under the names that we give, are ever deleted. */
#include "config.h"

#include "circ-backups.h"

#include "circ-backup.h"
#include "circ-file.h"
#include "circ-statement.h"
#include "circ-store-private.h"

#include <errno.h>
#include <string.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SUFFIX ".circulate"
#define N_KEPT 30
/* "plan 2026-11-21 093000.circulate", with a number when there were two in a second */
#define NAME_PATTERN "^(.*) (\\d{4}-\\d{2}-\\d{2} \\d{6})(?: \\(\\d+\\))?\\" SUFFIX "$"

/* The salted digest of the first thing that the history tells, which no two documents share. Not the hash of that change:
 * a step of the schema may chain the history anew, and a backup from before it is one of this document all the same. */
typedef struct {
  gboolean known;
  guint8 bytes[32];
} Identity;

void
circ_backup_free (CircBackup *backup)
{
  g_free (backup->path);
  g_free (backup->made_at);
  g_free (backup->last_title);
  g_free (backup->last_at);
  g_free (backup);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircBackup, circ_backup_free)

static gboolean
read_identity (CircDb *db,
               Identity *identity,
               GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (db, "SELECT digest FROM change_part WHERE change_id = 1 ORDER BY position LIMIT 1", error);
  gconstpointer bytes = NULL;
  gsize size = 0;
  CircStep step;

  identity->known = FALSE;
  if (statement == NULL)
    return FALSE;
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_ROW)
    bytes = circ_statement_get_blob (statement, 0, &size);
  identity->known = bytes != NULL && size == sizeof identity->bytes;
  if (identity->known)
    memcpy (identity->bytes, bytes, size);
  return step != CIRC_STEP_ERROR;
}

static gboolean
identity_equal (const Identity *a,
                const Identity *b)
{
  return a->known && b->known && memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/* Returns: (transfer full) (nullable): the time in the name of a backup of ours; @base: (out) (optional): before it. */
static char *
parse_name (const char *name,
            char **base)
{
  static gsize once;
  static GRegex *pattern;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      pattern = g_regex_new (NAME_PATTERN, G_REGEX_RAW | G_REGEX_DOTALL, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (pattern, name, 0, &match))
    return NULL;
  if (base != NULL)
    *base = g_match_info_fetch (match, 1);
  return g_match_info_fetch (match, 2);
}

/* Returns: (transfer full) (nullable): the time of a backup under the name of the file at @path. */
static char *
parse_name_of (const char *path,
               const char *name)
{
  g_autofree char *own = circ_backup_dup_base (path);
  g_autofree char *base = NULL;
  g_autofree char *made_at = parse_name (name, &base);

  return g_strcmp0 (base, own) == 0 ? g_steal_pointer (&made_at) : NULL;
}

/* A copy that a person put there goes by when it was written. */
static char *
dup_time (const GStatBuf *status)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (status->st_mtime);

  return g_date_time_format (time, "%Y-%m-%d %H%M%S");
}

static gboolean
read_contents (CircDb *db,
               CircBackup *backup)
{
  g_autoptr (CircStatement) newest
    = circ_db_get (db, "SELECT title, at FROM change WHERE kind <> 'setup' ORDER BY id DESC LIMIT 1", NULL);
  gint64 n = 0;

  if (newest == NULL || !circ_db_query_int (db, "SELECT count (*) FROM plan_item WHERE archived_on IS NULL", &n, NULL))
    return FALSE;
  if (circ_statement_step (newest, NULL) == CIRC_STEP_ROW)
    {
      backup->last_title = g_strdup (circ_statement_get_text (newest, 0));
      backup->last_at = g_strdup (circ_statement_get_text (newest, 1));
    }
  backup->n_items = n;
  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL for what is no backup of this document. */
static CircBackup *
read_backup (const char *path,
             const char *folder,
             const char *name,
             const Identity *identity)
{
  g_autoptr (CircBackup) backup = g_new0 (CircBackup, 1);
  g_autoptr (CircDb) db = NULL;
  g_autofree char *own_time = parse_name_of (path, name);
  Identity found = { FALSE };
  GStatBuf status;

  backup->path = g_build_filename (folder, name, NULL);
  backup->n_items = -1;
  if (!g_str_has_suffix (name, SUFFIX) || g_lstat (backup->path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;
  db = circ_file_open_to_look (backup->path, NULL);
  if (db == NULL || !read_identity (db, &found, NULL) || !read_contents (db, backup))
    g_debug ("A file among the backups cannot be read");
  /* A damaged file, or a damaged backup of it, is known by its name alone. */
  if (found.known && identity->known ? !identity_equal (&found, identity) : own_time == NULL)
    return NULL;
  backup->made_at = parse_name (name, NULL);
  if (backup->made_at == NULL)
    backup->made_at = dup_time (&status);
  backup->size = status.st_size;
  return g_steal_pointer (&backup);
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const CircBackup *first = *(CircBackup *const *) a;
  const CircBackup *second = *(CircBackup *const *) b;
  int order = strcmp (second->made_at, first->made_at);

  return order != 0 ? order : strcmp (second->path, first->path);
}

static GPtrArray *
list_backups (const char *path,
              const Identity *identity,
              GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_backup_free);
  g_autofree char *folder = circ_backups_dup_folder (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&backups);
  errno = 0;
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      circ_file_set_error (folder, errno, error);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      CircBackup *backup = read_backup (path, folder, name, identity);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return g_steal_pointer (&backups);
}

GPtrArray *
circ_backups_list (const char *path,
                   GError **error)
{
  g_autofree char *real_path = NULL;
  g_autoptr (CircDb) db = NULL;
  Identity identity = { FALSE };

  g_return_val_if_fail (path != NULL, NULL);
  real_path = circ_file_dup_real_path (path);
  db = circ_file_open_to_look (path, NULL);
  if (db == NULL || !read_identity (db, &identity, NULL))
    identity.known = FALSE;
  return list_backups (real_path, &identity, error);
}

guint
circ_backups_count (const char *path)
{
  g_autofree char *real_path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_return_val_if_fail (path != NULL, 0);
  real_path = circ_file_dup_real_path (path);
  folder = circ_backups_dup_folder (real_path);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *made_at = parse_name_of (real_path, name);

      n += made_at != NULL;
    }
  return n;
}

static void
delete_backup (const CircBackup *backup)
{
  if (g_unlink (backup->path) != 0)
    g_message ("An old backup could not be deleted: %d", errno);
}

/* The newest stay, and @made whatever its time. A time that is still to come says that the clock was ahead: such a backup
 * is older than any of a time that has been. What was copied there by hand, renamed, or cannot be read is not ours to
 * delete. */
static void
prune (const char *path,
       GPtrArray *backups,
       const char *made)
{
  g_autoptr (GDateTime) date = g_date_time_new_now_local ();
  g_autofree char *now = g_date_time_format (date, "%Y-%m-%d %H%M%S");
  guint n = 1; /* the one that was made */

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < backups->len; i++)
      {
        const CircBackup *backup = g_ptr_array_index (backups, i);
        g_autofree char *name = g_path_get_basename (backup->path);
        g_autofree char *made_at = parse_name_of (path, name);
        gboolean to_come = made_at != NULL && strcmp (made_at, now) > 0;

        if (made_at == NULL || backup->n_items < 0 || g_str_equal (backup->path, made) || to_come != (round == 1))
          continue;
        if (++n > N_KEPT)
          delete_backup (backup);
      }
}

static gboolean
has_one_of_today (const char *path,
                  GPtrArray *backups)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d ");

  for (guint i = 0; i < backups->len; i++)
    {
      CircBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *name = g_path_get_basename (backup->path);
      g_autofree char *made_at = parse_name_of (path, name);

      if (made_at != NULL && g_str_has_prefix (made_at, today) && backup->n_items >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (CircDb *db,
          gboolean *empty,
          GError **error)
{
  gint64 n = 0;

  if (!circ_db_query_int (db, "SELECT count (*) FROM (SELECT 1 FROM change WHERE kind <> 'setup' LIMIT 1)", &n, error))
    return FALSE;
  *empty = n == 0;
  return TRUE;
}

/* A backup of a damaged file would push out one that is whole. */
static gboolean
check_whole (CircDb *db,
             const char *path,
             GError **error)
{
  return circ_file_check_pages (db, path, "PRAGMA integrity_check (1)", error);
}

gboolean
circ_store_back_up_daily (CircStore *self,
                          char **made,
                          GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  Identity identity;
  gboolean empty = TRUE;

  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  if (made != NULL)
    *made = NULL;
  path = circ_file_dup_real_path (self->path);
  if (!is_empty (self->db, &empty, error) || !read_identity (self->db, &identity, error))
    return FALSE;
  if (empty)
    return TRUE;
  before = list_backups (path, &identity, error);
  if (before == NULL)
    return FALSE;
  if (has_one_of_today (path, before))
    return TRUE;
  if (!check_whole (self->db, path, error))
    return FALSE;
  target = circ_backup_make (self->db, path, error);
  if (target == NULL)
    return FALSE;
  after = list_backups (path, &identity, NULL);
  if (after != NULL)
    prune (path, after, target);
  if (made != NULL)
    *made = g_steal_pointer (&target);
  return TRUE;
}
