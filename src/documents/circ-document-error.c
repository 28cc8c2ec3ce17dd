/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-document-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (circ-document-error-quark, circ_document_error)

/**
 * circ_document_check_cancelled:
 * @cancellable: (nullable): what the user may have pressed
 *
 * Returns: TRUE to go on; FALSE with CIRC_DOCUMENT_ERROR_CANCELLED
 */
gboolean
circ_document_check_cancelled (GCancellable  *cancellable,
                               GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;

  g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_CANCELLED,
                       _("Cancelled; nothing was written."));
  return FALSE;
}

static void
set_writing_error (GError            **error,
                   CircDocumentError   code,
                   const char         *name,
                   const char         *reason)
{
  switch (code)
    {
    case CIRC_DOCUMENT_ERROR_NO_SPACE:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code,
                   _("“%s” could not be written because the disk is full. Free some space or choose another folder."),
                   name);
      break;
    case CIRC_DOCUMENT_ERROR_DENIED:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code,
                   _("“%s” could not be written because you may not write there. Choose another folder."),
                   name);
      break;
    case CIRC_DOCUMENT_ERROR_NOT_FOUND:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code,
                   _("“%s” could not be written because its folder does not exist."), name);
      break;
    case CIRC_DOCUMENT_ERROR_IS_DIRECTORY:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code,
                   _("“%s” is a folder. Give the name of a file."), name);
      break;
    default:
      /* translators: the first %s is a file name, the second the reason */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code, _("“%s” could not be written: %s."), name, reason);
      break;
    }
}

static void
set_reading_error (GError            **error,
                   CircDocumentError   code,
                   const char         *name,
                   const char         *reason)
{
  switch (code)
    {
    case CIRC_DOCUMENT_ERROR_DENIED:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code, _("You may not read “%s”."), name);
      break;
    case CIRC_DOCUMENT_ERROR_NOT_FOUND:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code, _("There is no file “%s”."), name);
      break;
    case CIRC_DOCUMENT_ERROR_IS_DIRECTORY:
      /* translators: %s is a file name */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code, _("“%s” is a folder, not a file."), name);
      break;
    default:
      /* translators: the first %s is a file name, the second the reason */
      g_set_error (error, CIRC_DOCUMENT_ERROR, code, _("“%s” could not be read: %s."), name, reason);
      break;
    }
}

static CircDocumentError
code_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return CIRC_DOCUMENT_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
    case EROFS:
      return CIRC_DOCUMENT_ERROR_DENIED;
    case ENOENT:
    case ENOTDIR:
      return CIRC_DOCUMENT_ERROR_NOT_FOUND;
    case EISDIR:
      return CIRC_DOCUMENT_ERROR_IS_DIRECTORY;
    default:
      return CIRC_DOCUMENT_ERROR_FAILED;
    }
}

/**
 * circ_document_set_errno:
 * @saved_errno: errno, kept before anything else could change it
 * @display_name: the file as the user knows it
 * @writing: whether the file was being written
 *
 * Sets @error in the user's words.
 */
void
circ_document_set_errno (GError     **error,
                         int          saved_errno,
                         const char  *display_name,
                         gboolean     writing)
{
  CircDocumentError code = code_from_errno (saved_errno);
  const char *reason = g_strerror (saved_errno);

  if (writing)
    set_writing_error (error, code, display_name, reason);
  else
    set_reading_error (error, code, display_name, reason);
}

/**
 * circ_document_translate_error:
 * @io_error: (transfer full): an error of GIO
 *
 * Sets @error to our own domain and words for @io_error.
 */
void
circ_document_translate_error (GError     **error,
                               GError      *io_error,
                               const char  *display_name,
                               gboolean     writing)
{
  CircDocumentError code = CIRC_DOCUMENT_ERROR_FAILED;

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    code = CIRC_DOCUMENT_ERROR_NOT_FOUND;
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    code = CIRC_DOCUMENT_ERROR_DENIED;
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    code = CIRC_DOCUMENT_ERROR_IS_DIRECTORY;
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    code = CIRC_DOCUMENT_ERROR_NO_SPACE;
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    code = CIRC_DOCUMENT_ERROR_CANCELLED;

  if (code == CIRC_DOCUMENT_ERROR_CANCELLED)
    g_set_error_literal (error, CIRC_DOCUMENT_ERROR, code, _("Cancelled."));
  else if (writing)
    set_writing_error (error, code, display_name, io_error->message);
  else
    set_reading_error (error, code, display_name, io_error->message);
  g_error_free (io_error);
}
