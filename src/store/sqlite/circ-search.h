/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

#include "circ-statement.h"

G_BEGIN_DECLS

/* Pieces of SQL that are FTS5's own; each is followed by the parameter for the expression. */
#define CIRC_SEARCH_IDS "SELECT rowid FROM search WHERE search MATCH "
#define CIRC_SEARCH_JOIN "search AS s CROSS JOIN %s AS t ON t.id = s.rowid WHERE s.search MATCH "
#define CIRC_SEARCH_ID "s.rowid"

gboolean circ_search_insert (CircDb *db,
                             gint64 id,
                             const char *title,
                             const char *body,
                             GError **error);
gboolean circ_search_update (CircDb *db,
                             gint64 id,
                             const char *title,
                             const char *body,
                             GError **error);
gboolean circ_search_remove (CircDb *db,
                             gint64 id,
                             GError **error);
/* FTS5's own check of its index; needs a file that can be written to. */
/* Merges the index into one piece: until then it still holds the words that were replaced. */
gboolean circ_search_optimize (CircDb *db,
                               GError **error);
gboolean circ_search_check (CircDb *db,
                            GError **error);

G_END_DECLS
