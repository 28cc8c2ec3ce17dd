/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_MATRIX_SPOT (circ_matrix_spot_get_type ())
G_DECLARE_FINAL_TYPE (CircMatrixSpot, circ_matrix_spot, CIRC, MATRIX_SPOT, GtkWidget)

/* A cell or head of the grid for the focus and for screen readers. It draws nothing. */
GtkWidget *circ_matrix_spot_new (int row,
                                 int column);
int circ_matrix_spot_get_row (CircMatrixSpot *self);
int circ_matrix_spot_get_column (CircMatrixSpot *self);
/* It stands for nothing any more, and will be taken away. */
void circ_matrix_spot_leave (CircMatrixSpot *self);
/* How it is read out; without a call to the accessibility bus when that is no news. */
void circ_matrix_spot_set_name (CircMatrixSpot *self,
                                const char *name);
const char *circ_matrix_spot_get_name (CircMatrixSpot *self);

G_END_DECLS
