/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-use.h"
#include "circ-period.h"
#include "circ-store.h"

G_BEGIN_DECLS

/* An audience that fewer methods are used for is a gap. */
#define CIRC_MATRIX_FEW 3

/**
 * CircMatrixSource:
 * @version: (nullable): the record of kind matrix; %NULL while there is none
 * @cells: (element-type CircMatrixPair CircRecord): those of @version
 * @methods: (element-type CircRecord): the rows
 * @audiences: (element-type CircRecord): the columns
 * @matrix: the same in numbers, in the same order
 *
 * A version of the matrix as it stands in a file. Rows are the methods in use, columns the audiences in use that are
 * columns of the matrix; a version that is no draft keeps those that were put away since.
 */
typedef struct {
  CircRecord *version;
  GHashTable *cells;
  GPtrArray *methods;
  GPtrArray *audiences;
  CircMatrix *matrix;
} CircMatrixSource;

/* The one that holds in @year: the approved one, else the newest draft, else the one that was approved last. */
CircMatrixSource *circ_matrix_source_new (CircStore *store,
                                          const CircReportYear *year,
                                          GError **error);
/* The one to work on: the newest draft, else the one that holds. */
CircMatrixSource *circ_matrix_source_new_draft (CircStore *store,
                                                const CircReportYear *year,
                                                GError **error);
/* That of @id, or what circ_matrix_source_new_draft() gives when it is 0. */
CircMatrixSource *circ_matrix_source_new_version (CircStore *store,
                                                  const CircReportYear *year,
                                                  gint64 id,
                                                  GError **error);
void circ_matrix_source_free (CircMatrixSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircMatrixSource, circ_matrix_source_free)

gboolean circ_matrix_source_is_draft (CircMatrixSource *self);
CircRecord *circ_matrix_source_get_cell (CircMatrixSource *self,
                                         gint64 method,
                                         gint64 audience);

/* What @cell says now, which may be new: without reading all of it again. FALSE: it is of another version. */
gboolean circ_matrix_source_note_cell (CircMatrixSource *self,
                                       CircRecord *cell);

CircMatrixUse *circ_matrix_use_read (CircStore *store,
                                     const CircPeriod *period,
                                     GError **error);
GHashTable *circ_matrix_find_reached (CircStore *store,
                                      const CircPeriod *period,
                                      GError **error);
GPtrArray *circ_matrix_find_items (CircStore *store,
                                   const CircMatrixPair *pair,
                                   GError **error);
GPtrArray *circ_matrix_find_done (CircStore *store,
                                  const CircPeriod *period,
                                  const CircMatrixPair *pair,
                                  GError **error);

G_END_DECLS
