/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From SQLite's codes to ours, in one place. */
#include "config.h"

#include "circ-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (circ-store-error-quark, circ_store_error)

static CircStoreErrorCode
map_io_error (int rc,
              int system_error)
{
  if (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG)
    return CIRC_STORE_ERROR_FULL;
  if (system_error == EACCES || system_error == EPERM)
    return CIRC_STORE_ERROR_DENIED;
  if (system_error == EROFS)
    return CIRC_STORE_ERROR_READ_ONLY;
  if (rc == SQLITE_IOERR_CORRUPTFS)
    return CIRC_STORE_ERROR_CORRUPT;
  return CIRC_STORE_ERROR_FAILED;
}

static CircStoreErrorCode
map_code (int rc,
          int system_error)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return CIRC_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return CIRC_STORE_ERROR_FULL;
    case SQLITE_READONLY:
      return CIRC_STORE_ERROR_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return CIRC_STORE_ERROR_DENIED;
    case SQLITE_CANTOPEN:
      return system_error == ENOENT ? CIRC_STORE_ERROR_NOT_FOUND
             : system_error == 0    ? CIRC_STORE_ERROR_DENIED
                                    : map_io_error (rc, system_error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return CIRC_STORE_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
      return CIRC_STORE_ERROR_CONSTRAINT;
    case SQLITE_IOERR:
      return map_io_error (rc, system_error);
    default:
      return CIRC_STORE_ERROR_FAILED;
    }
}

static const char *
describe (CircStoreErrorCode code)
{
  switch (code)
    {
    case CIRC_STORE_ERROR_BUSY:
      return _ ("Another program is using the file. Nothing was saved; try again in a moment.");
    case CIRC_STORE_ERROR_FULL:
      return _ ("The disk is full. Nothing was saved; free some space and try again.");
    case CIRC_STORE_ERROR_READ_ONLY:
      return _ ("The file can only be read here. Nothing was saved; move it to a folder that you may write to.");
    case CIRC_STORE_ERROR_DENIED:
      return _ ("The file or its folder may not be written to. Nothing was saved; ask for access, or use another "
                "folder.");
    case CIRC_STORE_ERROR_NOT_FOUND:
      return _ ("The file is no longer there. It was moved, renamed or deleted; put it back, or restore a backup.");
    case CIRC_STORE_ERROR_CORRUPT:
      return _ ("The file is damaged. Restore the newest backup.");
    case CIRC_STORE_ERROR_CONSTRAINT:
      return _ ("Something that this refers to is no longer there. Nothing was saved; choose it again.");
    case CIRC_STORE_ERROR_EXISTS:
    case CIRC_STORE_ERROR_FOREIGN:
    case CIRC_STORE_ERROR_TOO_NEW:
    case CIRC_STORE_ERROR_CONFLICT:
    case CIRC_STORE_ERROR_NOTHING:
    case CIRC_STORE_ERROR_MOVED:
    case CIRC_STORE_ERROR_FAILED:
    default:
      return _ ("The file could not be read or written. Nothing was saved; try again, and look at the disk if it "
                "stays so.");
    }
}

/* @system_error: errno at the time, or 0. */
void
circ_db_set_error (int rc,
                   int system_error,
                   GError **error)
{
  CircStoreErrorCode code = map_code (rc, system_error);

  g_set_error_literal (error, CIRC_STORE_ERROR, (int) code, describe (code));
}

/* SQLite forgets the reason of the system when it is a commit that fails; its files remember. */
static int
find_system_error (CircDb *self,
                   int rc)
{
  int system_error = sqlite3_system_errno (self->handle);
  sqlite3_file *log = NULL;

  if (system_error != 0 || (rc & 0xff) != SQLITE_IOERR)
    return system_error;
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log != NULL
      && log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &system_error);
  if (system_error == 0)
    sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &system_error);
  return system_error;
}

gboolean
circ_db_fail (CircDb *self,
              int rc,
              GError **error)
{
  int system_error = find_system_error (self, rc);
  g_autoptr (GError) failure = NULL;

  /* SQLite's words may quote SQL, never values; they are for the log alone. */
  g_debug ("SQLite %d (system error %d): %s", rc, system_error, sqlite3_errmsg (self->handle));
  circ_db_set_error (rc, system_error, &failure);
  if (self->failure == NULL)
    self->failure = g_error_copy (failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
circ_db_forget_failures (CircDb *self)
{
  g_clear_error (&self->failure);
}

/* Returns: FALSE when anything went wrong since circ_db_forget_failures(), reported at the time or not. */
gboolean
circ_db_check_failures (CircDb *self,
                        GError **error)
{
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}
