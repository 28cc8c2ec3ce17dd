/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling our files from others by looking, without leaving a trace. */
#include "config.h"

#include "circ-file.h"

#include "circ-open-files.h"
#include "circ-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3" /* with its closing NUL: 16 bytes */

/* An error for a system call on @path that failed. */
void
circ_file_set_error (const char *path,
                     int system_error,
                     GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  CircStoreErrorCode code = CIRC_STORE_ERROR_FAILED;
  const char *format;

  switch (system_error)
    {
    case ENOENT:
    case ENOTDIR:
      code = CIRC_STORE_ERROR_NOT_FOUND;
      format = _ ("There is no file or folder “%s”. Check the name and the folder.");
      break;
    case EACCES:
    case EPERM:
      code = CIRC_STORE_ERROR_DENIED;
      format = _ ("You may not use “%s”. Ask for access, or choose another folder.");
      break;
    case EROFS:
      code = CIRC_STORE_ERROR_READ_ONLY;
      format = _ ("“%s” is in a place that can only be read. Choose another folder.");
      break;
    case ENOSPC:
    case EDQUOT:
      code = CIRC_STORE_ERROR_FULL;
      format = _ ("There is no room on the disk for “%s”. Free some space and try again.");
      break;
    case EEXIST:
      code = CIRC_STORE_ERROR_EXISTS;
      format = _ ("“%s” is there already. Choose another name, or open it.");
      break;
    default:
      /* translators: %s is the name of a file */
      format = _ ("“%s” could not be read or written. Try again, and look at the disk if it stays so.");
      break;
    }
  g_debug ("System error %d on a file", system_error);
  g_set_error (error, CIRC_STORE_ERROR, (int) code, format, name);
}

/* @format: with one %s for the name of the file. */
G_GNUC_PRINTF (2, 0)
static void
set_foreign (const char *path,
             const char *format,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FOREIGN, format, name);
}

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* Returns the number of bytes read, -1 with errno set. */
static gssize
read_header (const char *path,
             guint8 *bytes)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize got = 0;
  int system_error = 0;

  if (fd < 0)
    return -1;
  while (got < HEADER_SIZE)
    {
      gssize n = pread (fd, bytes + got, (gsize) (HEADER_SIZE - got), got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        system_error = errno;
      if (n <= 0)
        break;
      got += n;
    }
  close (fd);
  errno = system_error;
  return system_error == 0 ? got : -1;
}

static gboolean
check_header (const char *path,
              const guint8 *bytes,
              gssize size,
              CircFileHeader *header,
              GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (size == 0)
    set_foreign (path, _ ("“%s” is empty. It is not a Circulate file; restore a backup if it should be one."),
                 error);
  else if (size < HEADER_SIZE || memcmp (bytes, MAGIC, sizeof MAGIC) != 0)
    set_foreign (path, _ ("“%s” is not a Circulate file. Choose a file that Circulate made."), error);
  else if (read_number (bytes + 68) != CIRC_FILE_ID)
    set_foreign (path, _ ("“%s” belongs to another program. Choose a file that Circulate made."), error);
  else
    {
      header->version = (int) read_number (bytes + 60);
      header->is_wal = bytes[18] == 2;
      if (header->version > CIRC_SCHEMA_VERSION)
        g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_TOO_NEW,
                     _ ("“%s” was made by a newer Circulate. Update Circulate to open it."), name);
      else if (header->version < 1)
        g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT,
                     _ ("“%s” is damaged. Restore the newest backup."), name);
      else
        return TRUE;
    }
  return FALSE;
}

/**
 * circ_file_examine:
 * @header: (out)
 *
 * Whether @path is a file of ours that this version can read. Reads a hundred bytes and leaves no trace.
 */
gboolean
circ_file_examine (const char *path,
                   CircFileHeader *header,
                   GError **error)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  GStatBuf status;
  gssize size;

  if (g_stat (path, &status) != 0)
    {
      circ_file_set_error (path, errno, error);
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      set_foreign (path, _ ("“%s” is a folder. Choose a Circulate file in it."), error);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      set_foreign (path, _ ("“%s” is not a Circulate file. Choose a file that Circulate made."), error);
      return FALSE;
    }
  size = read_header (path, bytes);
  if (size < 0)
    {
      circ_file_set_error (path, errno, error);
      return FALSE;
    }
  return check_header (path, bytes, size, header, error);
}

char *
circ_file_dup_real_path (const char *name)
{
  char *path = realpath (name, NULL);
  char *copy = g_strdup (path != NULL ? path : name);

  free (path);
  return copy;
}

/* Whether somebody has the file open, or died with changes that are not in the main file yet. */
gboolean
circ_file_has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return g_access (wal, F_OK) == 0;
}

/* Of any version, whole or not. One that is open here is known by its device and number: see circ-open-files.h. */
static gboolean
is_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  CircFileHeader header = { 0 };

  return circ_open_files_has (path) || circ_file_examine (path, &header, &error)
         || g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_TOO_NEW)
         || g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
}

gboolean
circ_store_check_target (const char *path,
                         GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *real_path = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  real_path = circ_file_dup_real_path (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_str_has_suffix (real_path, suffixes[i])
                                ? g_strndup (real_path, strlen (real_path) - strlen (suffixes[i])) : NULL;

      if (file == NULL || !is_ours (file))
        continue;
      name = g_filename_display_basename (path);
      g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS,
                   /* translators: %s is the name of a file */
                   _ ("“%s” is a Circulate file, and a document would replace it. Choose another name."), name);
      return FALSE;
    }
  return TRUE;
}

/* Whether the file can be written to, which needs its folder too: the log lies beside it. */
gboolean
circ_file_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0;
}

gboolean
circ_file_sync (const char *path,
                GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    circ_file_set_error (path, errno, error);
  if (fd >= 0)
    close (fd);
  return synced;
}

/* Takes away a file that is not whole, and what SQLite left beside it. */
void
circ_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (name) != 0 && errno != ENOENT)
        g_debug ("A file that is not whole could not be removed: %d", errno);
    }
}

/* Makes a new name in the folder of @path durable. Some file systems cannot; their names are durable by themselves. */
void
circ_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder could not be synchronised: %d", errno);
  close (fd);
}
