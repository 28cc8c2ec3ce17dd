/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CircDocumentError:
 * @CIRC_DOCUMENT_ERROR_FAILED: anything that has no code of its own
 * @CIRC_DOCUMENT_ERROR_UNREADABLE: the file is there, but is not what it should be (binary, wrong encoding)
 * @CIRC_DOCUMENT_ERROR_NOT_SUPPORTED: an unknown format, or a picture or report that the format cannot hold
 * @CIRC_DOCUMENT_ERROR_NO_SPACE: the disk, or the quota, is full
 * @CIRC_DOCUMENT_ERROR_DENIED: permission denied, or a read-only file system
 * @CIRC_DOCUMENT_ERROR_IS_DIRECTORY: a file was expected
 * @CIRC_DOCUMENT_ERROR_NOT_FOUND: the file, or the folder it should be written to, does not exist
 * @CIRC_DOCUMENT_ERROR_TOO_LARGE: over one of the limits named in the message
 * @CIRC_DOCUMENT_ERROR_MALFORMED: the content breaks the rules of its format
 * @CIRC_DOCUMENT_ERROR_CANCELLED: the cancellable was triggered; nothing was written
 *
 * What callers branch on. Messages are whole translated sentences without markup that may be shown as they are.
 */
typedef enum
{
  CIRC_DOCUMENT_ERROR_FAILED,
  CIRC_DOCUMENT_ERROR_UNREADABLE,
  CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
  CIRC_DOCUMENT_ERROR_NO_SPACE,
  CIRC_DOCUMENT_ERROR_DENIED,
  CIRC_DOCUMENT_ERROR_IS_DIRECTORY,
  CIRC_DOCUMENT_ERROR_NOT_FOUND,
  CIRC_DOCUMENT_ERROR_TOO_LARGE,
  CIRC_DOCUMENT_ERROR_MALFORMED,
  CIRC_DOCUMENT_ERROR_CANCELLED,
} CircDocumentError;

#define CIRC_DOCUMENT_ERROR (circ_document_error_quark ())
GQuark circ_document_error_quark (void);

gboolean circ_document_check_cancelled (GCancellable  *cancellable,
                                        GError       **error);
void     circ_document_set_errno       (GError       **error,
                                        int            saved_errno,
                                        const char    *display_name,
                                        gboolean       writing);
void     circ_document_translate_error (GError       **error,
                                        GError        *io_error,
                                        const char    *display_name,
                                        gboolean       writing);

G_END_DECLS
