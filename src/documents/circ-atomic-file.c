/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BUFFER_SIZE (256 * 1024)

struct _CircAtomicFile
{
  char    *name;      /* as the user knows it */
  char    *target;    /* where the file goes, symbolic links followed */
  char    *folder;
  char    *temporary; /* beside the target, so that the rename stays on one file system */
  int      fd;
  mode_t   mode;
  GString *buffer;
  gboolean committed;
};

static gboolean
check_target (CircAtomicFile  *self,
              GError         **error)
{
  struct stat status;
  mode_t mask = umask (0);

  umask (mask);
  self->mode = 0666 & ~mask;
  if (stat (self->target, &status) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      circ_document_set_errno (error, errno, self->name, TRUE);
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      circ_document_set_errno (error, EISDIR, self->name, TRUE);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      /* A rename would put a file in the place of the device. */
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
                   /* translators: %s is a file name */
                   _("“%s” is not an ordinary file. Give the name of a file."), self->name);
      return FALSE;
    }
  if (access (self->target, W_OK) != 0)
    {
      circ_document_set_errno (error, errno, self->name, TRUE);
      return FALSE;
    }
  self->mode = status.st_mode & 07777;
  return TRUE;
}

/**
 * circ_atomic_file_new:
 * @target: a local file that may or may not exist; a symbolic link is followed
 *
 * Opens a temporary file, readable by this user only, beside @target. Until circ_atomic_file_commit()
 * @target stays as it was; freeing without it removes the temporary file.
 *
 * Returns: (transfer full): or NULL with NOT_FOUND (no such folder), DENIED, IS_DIRECTORY, NO_SPACE or
 *   NOT_SUPPORTED (a device, or a place that is not on this computer)
 */
CircAtomicFile *
circ_atomic_file_new (GFile   *target,
                      GError **error)
{
  g_autoptr(CircAtomicFile) self = NULL;
  char *real;

  g_return_val_if_fail (G_IS_FILE (target), NULL);

  self = g_new0 (CircAtomicFile, 1);
  self->fd = -1;
  self->name = g_file_get_parse_name (target);
  self->target = g_file_get_path (target);
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  if (self->target == NULL)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
                   /* translators: %s is an address */
                   _("“%s” is not a folder on this computer. Save the file here first."), self->name);
      return NULL;
    }
  if ((real = realpath (self->target, NULL)) != NULL)
    {
      g_free (self->target);
      self->target = g_strdup (real);
      free (real);
    }
  if (!check_target (self, error))
    return NULL;

  self->folder = g_path_get_dirname (self->target);
  self->temporary = g_build_filename (self->folder, ".circulate-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      circ_document_set_errno (error, errno, self->name, TRUE);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * circ_atomic_file_get_path:
 *
 * Returns: the temporary file's path, for libraries that must open a file themselves
 */
const char *
circ_atomic_file_get_path (CircAtomicFile *self)
{
  return self->temporary;
}

/**
 * circ_atomic_file_get_name:
 *
 * Returns: the target as the user knows it, for messages
 */
const char *
circ_atomic_file_get_name (CircAtomicFile *self)
{
  return self->name;
}

static gboolean
write_all (CircAtomicFile  *self,
           const char      *data,
           gsize            n_bytes,
           GError         **error)
{
  while (n_bytes > 0)
    {
      gssize n = write (self->fd, data, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          circ_document_set_errno (error, errno, self->name, TRUE);
          return FALSE;
        }
      data += n;
      n_bytes -= (gsize) n;
    }
  return TRUE;
}

/**
 * circ_atomic_file_write:
 *
 * Appends @n_bytes of @data, through a buffer; a full disk may therefore show itself only at commit.
 */
gboolean
circ_atomic_file_write (CircAtomicFile  *self,
                        const void      *data,
                        gsize            n_bytes,
                        GError         **error)
{
  if (self->buffer->len + n_bytes > BUFFER_SIZE)
    {
      if (!write_all (self, self->buffer->str, self->buffer->len, error))
        return FALSE;
      g_string_truncate (self->buffer, 0);
    }
  if (n_bytes > BUFFER_SIZE)
    return write_all (self, data, n_bytes, error);
  g_string_append_len (self->buffer, data, (gssize) n_bytes);
  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems refuse to sync a folder; the file itself is whole by now. */
  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/**
 * circ_atomic_file_commit:
 *
 * Writes what is left, makes it durable and puts it in the target's place.
 *
 * Returns: TRUE when the target is the new file; FALSE when it is as it was
 */
gboolean
circ_atomic_file_commit (CircAtomicFile  *self,
                         GError         **error)
{
  g_return_val_if_fail (!self->committed, FALSE);

  if (!write_all (self, self->buffer->str, self->buffer->len, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  if (fchmod (self->fd, self->mode) != 0 && errno != EPERM && errno != ENOTSUP)
    {
      circ_document_set_errno (error, errno, self->name, TRUE);
      return FALSE;
    }
  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->target) != 0)
    {
      circ_document_set_errno (error, errno, self->name, TRUE);
      return FALSE;
    }
  self->committed = TRUE;
  sync_folder (self->folder);
  return TRUE;
}

/**
 * circ_atomic_file_free:
 *
 * Closes, and removes the temporary file unless it was committed.
 */
void
circ_atomic_file_free (CircAtomicFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL && !self->committed)
    g_unlink (self->temporary);
  g_string_free (self->buffer, TRUE);
  g_free (self->name);
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
  g_free (self);
}
