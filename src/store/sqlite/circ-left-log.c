/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log that a program left beside its file when it was killed. As a rule it holds the last changes, and SQLite plays them
 * back. But when somebody puts another copy of the file in its place, they are played over pages that they do not fit,
 * and nothing in either says so. */
#include "config.h"

#include "circ-left-log.h"

#include "circ-db.h"
#include "circ-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The bytes that SQLite locks; whoever has a file with a log open holds some of them (sqlite.org/fileformat2.html, 1.4,
 * and "PENDING_BYTE" in SQLite's os.h). */
#define LOCKED_FROM 0x40000000
#define N_LOCKED 512

static struct flock
make_lock (void)
{
  return (struct flock) { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_FROM, .l_len = N_LOCKED };
}

gboolean
circ_left_log_is_there (const char *path)
{
  struct flock lock = make_lock ();
  gboolean alone;
  int fd;

  if (!circ_file_has_wal (path))
    return FALSE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return FALSE;
  alone = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type == F_UNLCK;
  close (fd);
  return alone;
}

/* Returns: (transfer full): a name that is free. Not translated: it is looked for in any language. */
static char *
dup_free_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s changes put aside %s", path, time)
                                     : g_strdup_printf ("%s changes put aside %s (%u)", path, time, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&name);
    }
}

static char *
rename_log (const char *path,
            GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *aside = dup_free_name (path);

  if (g_rename (wal, aside) != 0)
    {
      circ_file_set_error (wal, errno, error);
      return NULL;
    }
  /* The index of the log, which SQLite makes anew. */
  if (g_unlink (shm) != 0 && errno != ENOENT)
    g_debug ("The index of a log could not be removed: %d", errno);
  circ_file_sync_folder (path);
  return g_steal_pointer (&aside);
}

char *
circ_left_log_put_aside (const char *path,
                         GError **error)
{
  struct flock lock = make_lock ();
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  char *aside = NULL;

  if (fd < 0)
    {
      circ_file_set_error (path, errno, error);
      return NULL;
    }
  /* Somebody may have opened the file in the meantime. */
  if (fcntl (fd, F_SETLK, &lock) == 0)
    aside = rename_log (path, error);
  else
    circ_db_set_error (SQLITE_BUSY, 0, error);
  close (fd);
  return aside;
}

char *
circ_left_log_dup_warning (const char *path,
                           const char *aside)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *aside_name = NULL;

  if (aside == NULL)
    /* translators: the name of a file */
    return g_strdup_printf (_ ("Beside “%s” lie changes that do not belong to it; perhaps another copy of the file was put in "
                               "its place. They were left there, and the file is shown without them."),
                            name);
  aside_name = g_filename_display_basename (aside);
  /* translators: the name of a file, and of another in the same folder */
  return g_strdup_printf (_ ("Beside “%s” lay changes that do not belong to it; perhaps another copy of the file was put in "
                             "its place. They are kept in “%s”, and the file was opened without them."),
                          name, aside_name);
}
