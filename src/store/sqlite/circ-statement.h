/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_STEP_ERROR,
  CIRC_STEP_ROW,
  CIRC_STEP_DONE,
} CircStep;

/**
 * CircStatement:
 *
 * A prepared statement on loan: let go of it (autoptr) and it is ready for the next user. It borrows its connection.
 *
 * Parameters are named $1, $2 … and bound by that name; columns are counted from 0. A bind that fails is remembered
 * and reported by the next step, so that a row of binds needs no checks of its own. Texts and blobs must live until
 * the statement has been stepped.
 */
typedef struct _CircStatement CircStatement;

/* For SQL that lives as long as the connection (a literal, or the store's own): prepared once and kept. */
CircStatement *circ_db_get (CircDb *db,
                            const char *sql,
                            GError **error);
/* For SQL that is made up for one use. */
CircStatement *circ_db_prepare (CircDb *db,
                                const char *sql,
                                GError **error);
void circ_statement_release (CircStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircStatement, circ_statement_release)
/* For the connection's own cache. */
void circ_statement_destroy (CircStatement *self);

void circ_statement_bind_int (CircStatement *self,
                              int name,
                              gint64 number);
void circ_statement_bind_text (CircStatement *self,
                               int name,
                               const char *text);
void circ_statement_take_text (CircStatement *self,
                               int name,
                               char *text);
void circ_statement_bind_blob (CircStatement *self,
                               int name,
                               gconstpointer data,
                               gsize size);

CircStep circ_statement_step (CircStatement *self,
                              GError **error);
/* Steps a statement that returns no rows, and makes it ready to be bound again. */
gboolean circ_statement_run (CircStatement *self,
                             GError **error);
void circ_statement_reset (CircStatement *self);

gboolean circ_statement_is_null (CircStatement *self,
                                 int column);
gint64 circ_statement_get_int (CircStatement *self,
                               int column);
/* Borrowed until the next step; NULL for NULL. */
const char *circ_statement_get_text (CircStatement *self,
                                     int column);
gconstpointer circ_statement_get_blob (CircStatement *self,
                                       int column,
                                       gsize *size);

G_END_DECLS
