/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-open-files.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
  CircOpenFile file; /* first: the key */
  CircOpenFile log;  /* that SQLite writes to, for all connections of the process that have a log */
  guint n;
  guint n_logging;
} CircOpenCount;

static GMutex mutex;
static GHashTable *files; /* (element-type CircOpenFile CircOpenCount) of all threads, under the mutex */

static guint
file_hash (gconstpointer data)
{
  const CircOpenFile *file = data;

  return g_int64_hash (&file->inode);
}

static gboolean
file_equal (gconstpointer a,
            gconstpointer b)
{
  const CircOpenFile *first = a;
  const CircOpenFile *second = b;

  return first->inode == second->inode && first->device == second->device;
}

static gboolean
identify (const char *path,
          CircOpenFile *file)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return FALSE;
  file->device = (guint64) status.st_dev;
  file->inode = (guint64) status.st_ino;
  return TRUE;
}

/* @file: (out): for circ_open_files_remove(): by then another file may have the name */
void
circ_open_files_add (const char *path,
                     CircOpenFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count;

  *file = (CircOpenFile) { 0 };
  if (!identify (path, file))
    return;
  if (files == NULL)
    files = g_hash_table_new_full (file_hash, file_equal, NULL, g_free);
  count = g_hash_table_lookup (files, file);
  if (count == NULL)
    {
      count = g_new0 (CircOpenCount, 1);
      count->file = *file;
      g_hash_table_insert (files, &count->file, count);
    }
  count->n++;
}

void
circ_open_files_remove (const CircOpenFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count = files != NULL ? g_hash_table_lookup (files, file) : NULL;

  if (count != NULL && --count->n == 0)
    g_hash_table_remove (files, file);
  if (files != NULL && g_hash_table_size (files) == 0)
    g_clear_pointer (&files, g_hash_table_unref);
}

gboolean
circ_open_files_has (const char *path)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenFile file;

  return files != NULL && identify (path, &file) && g_hash_table_contains (files, &file);
}

static gboolean
identify_log (const char *path,
              CircOpenFile *log)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);

  return identify (name, log); /* errno says why not: g_free() keeps it */
}

/* @path: of @file, which SQLite has read from by now, so that it holds the log. What the first connection found holds for
 * those that come after it: SQLite gives them all the same index of the log.
 * Returns: FALSE when there is no log; TRUE asks for circ_open_files_forget_log() */
gboolean
circ_open_files_note_log (const CircOpenFile *file,
                          const char *path)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count = files != NULL ? g_hash_table_lookup (files, file) : NULL;

  if (count == NULL || (count->n_logging == 0 && !identify_log (path, &count->log)))
    return FALSE;
  count->n_logging++;
  return TRUE;
}

void
circ_open_files_forget_log (const CircOpenFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count = files != NULL ? g_hash_table_lookup (files, file) : NULL;

  if (count != NULL)
    count->n_logging--;
}

/* Whether the log that SQLite writes to is not the one beside @path any more. */
gboolean
circ_open_files_lost_log (const CircOpenFile *file,
                          const char *path)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count = files != NULL ? g_hash_table_lookup (files, file) : NULL;
  CircOpenFile log;

  if (count == NULL || count->n_logging == 0)
    return FALSE;
  /* What cannot be asked at the moment is not known to be lost. */
  return identify_log (path, &log) ? !file_equal (&log, &count->log) : errno == ENOENT;
}

/* Whether one connection of this process has the file open, and no other. */
gboolean
circ_open_files_is_alone (const CircOpenFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  CircOpenCount *count = files != NULL ? g_hash_table_lookup (files, file) : NULL;

  return count != NULL && count->n == 1;
}
