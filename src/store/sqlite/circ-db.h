/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircDbMode:
 * @CIRC_DB_READ_WRITE: the ordinary way
 * @CIRC_DB_QUERY: takes part in the locking as usual, but refuses to write
 * @CIRC_DB_READ_ONLY: for a place that cannot be written to
 * @CIRC_DB_IMMUTABLE: the same without any locking and without files beside the file. Only when nobody can be writing
 * @CIRC_DB_COPY: not the file but a copy of it, which nobody else sees; by circ_db_open_copy() alone
 */
typedef enum {
  CIRC_DB_READ_WRITE,
  CIRC_DB_QUERY,
  CIRC_DB_READ_ONLY,
  CIRC_DB_IMMUTABLE,
  CIRC_DB_COPY,
} CircDbMode;

/**
 * CircDb:
 *
 * One connection, with the statements that were prepared on it. Belongs to the thread that opened it.
 */
typedef struct _CircDb CircDb;

CircDb *circ_db_open (const char *path,
                      CircDbMode mode,
                      GError **error);
CircDb *circ_db_open_copy (CircDb *source,
                           GError **error);
void circ_db_close (CircDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircDb, circ_db_close)

void circ_db_set_patience (CircDb *self,
                           int milliseconds);
/* Of the file, when what is open is a copy too. */
const char *circ_db_get_path (CircDb *self);
gboolean circ_db_begin (CircDb *self,
                        GError **error);
gboolean circ_db_begin_read (CircDb *self,
                             GError **error);
gboolean circ_db_commit (CircDb *self,
                         GError **error);
void circ_db_rollback (CircDb *self);
gboolean circ_db_script (CircDb *self,
                         const char *sql,
                         GError **error);
gboolean circ_db_query_int (CircDb *self,
                            const char *sql,
                            gint64 *number,
                            GError **error);
gint64 circ_db_get_last_id (CircDb *self);
/* From now on a statement stops soon after @cancellable was cancelled, in whatever thread. */
void circ_db_set_cancellable (CircDb *self,
                              GCancellable *cancellable);
/* Whether the open file is not the one under its name any more. */
gboolean circ_db_has_moved (CircDb *self);
/* Whether the log that the connection writes to is not the one beside the file any more: what it saved would be lost. */
gboolean circ_db_has_lost_log (CircDb *self);
/* The same for one that is read as if nobody changed it. */
gboolean circ_db_was_changed (CircDb *self);
void circ_db_note_log (CircDb *self);
gboolean circ_db_find_log (CircDb *self,
                           GError **error);
gboolean circ_db_reopen (CircDb *self,
                         CircDbMode mode,
                         GError **error);
void circ_db_keep_wal (CircDb *self,
                       gboolean keep);
/* What a person should know of how the file was found, a sentence; NULL: nothing. */
void circ_db_take_warning (CircDb *self,
                           char *warning);
const char *circ_db_get_warning (CircDb *self);

void circ_db_forget_failures (CircDb *self);
gboolean circ_db_check_failures (CircDb *self,
                                 GError **error);

/* What SQLite says, as an error of ours; always returns FALSE. */
gboolean circ_db_fail (CircDb *self,
                       int rc,
                       GError **error);
void circ_db_set_error (int rc,
                        int system_error,
                        GError **error);

G_END_DECLS
