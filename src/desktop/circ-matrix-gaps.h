/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-matrix-model.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MATRIX_GAPS (circ_matrix_gaps_get_type ())
G_DECLARE_FINAL_TYPE (CircMatrixGaps, circ_matrix_gaps, CIRC, MATRIX_GAPS, GtkPopover)

/**
 * CircMatrixGaps:
 *
 * What the matrix and what was really done leave open: crossed but never used, used but not crossed, audiences with few methods,
 * methods with no audience. Signal "chosen" (int row, int column): a line of it.
 */
GtkWidget *circ_matrix_gaps_new (CircMatrixModel *model);

G_END_DECLS
