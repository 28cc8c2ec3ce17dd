/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-document-error.h"
#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircMatrixImport:
 *
 * A matrix from a CSV file on its way into the newest draft: methods in the first column, audiences in the first row, any
 * mark in the cells. Names are recognised as those of a plan are; what the lists do not have is added to them. Pairs that
 * the file says nothing of stay as they are.
 */
typedef struct _CircMatrixImport CircMatrixImport;

CircMatrixImport *circ_matrix_import_new (CircStore *store,
                                          GFile *file,
                                          const char *today,
                                          GError **error);
void circ_matrix_import_free (CircMatrixImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircMatrixImport, circ_matrix_import_free)

/* Sentences about rows that cannot be read, each with line and column. (transfer none) (element-type utf8) */
GPtrArray *circ_matrix_import_get_problems (CircMatrixImport *self);
/* Sentences about what is added besides cells. (transfer none) (element-type utf8) */
GPtrArray *circ_matrix_import_get_notes (CircMatrixImport *self);
guint circ_matrix_import_count_bad_rows (CircMatrixImport *self);
guint circ_matrix_import_count_cells (CircMatrixImport *self);
/* Whether saving would change nothing. */
gboolean circ_matrix_import_is_present (CircMatrixImport *self);
/* Whether what is there was approved, so that saving makes a draft of it. */
gboolean circ_matrix_import_makes_draft (CircMatrixImport *self);

gboolean circ_matrix_import_apply (CircMatrixImport *self,
                                   GError **error);

G_END_DECLS
