/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-source.h"

G_BEGIN_DECLS

/* What a person changes in the matrix by hand, each to be saved by the caller. Only a draft is changed: what was approved
 * stays as it is. */

CircChange *circ_matrix_fill_change (CircStore *store,
                                     CircMatrixSource *source,
                                     const CircReportYear *year,
                                     GArray *pairs,
                                     CircMatrixValue value);
CircRecord *circ_matrix_new_cell (const CircMatrixPair *pair);
CircChange *circ_matrix_cell_change (CircStore *store,
                                     CircMatrixSource *source,
                                     const CircReportYear *year,
                                     CircRecord *cell);
CircChange *circ_matrix_draft_change (CircMatrixSource *source,
                                      const CircReportYear *year);
CircChange *circ_matrix_approve_change (CircStore *store,
                                        CircRecord *version,
                                        const char *on,
                                        gint64 by,
                                        GError **error);
CircChange *circ_matrix_rename_change (CircRecord *version,
                                       const char *title);
CircChange *circ_matrix_delete_change (CircRecord *version);
CircRecord *circ_matrix_new_item (CircStore *store,
                                  const char *today,
                                  const CircMatrixPair *pair);

G_END_DECLS
