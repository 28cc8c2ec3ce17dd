/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-matrix-model.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MATRIX_GRID (circ_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (CircMatrixGrid, circ_matrix_grid, CIRC, MATRIX_GRID, GtkWidget)

/**
 * CircMatrixGrid:
 *
 * The matrix to work in: to be put into a scrolled window, in which heads and totals stay in view. It draws itself; for a
 * screen reader each cell and head is a widget of its own (CircMatrixSpot), and one of them has the focus.
 *
 * Keys: arrows, Home, End, Page Up and Down, with Ctrl to the edge, with Shift to choose a block; Space, X, P, R, N and Delete
 * say what is used; Enter and F2 ask for the details of what is chosen.
 *
 * Actions: "grid.set" ("s": a value's token) and "grid.toggle" for the chosen block.
 *
 * Signals: "chosen": the cursor is elsewhere; "opened": the details of the chosen cell or head are asked for
 */
GtkWidget *circ_matrix_grid_new (CircMatrixModel *model);
/* Where the cursor is; either may be CIRC_MATRIX_HEAD. FALSE: there is nothing to choose. */
gboolean circ_matrix_grid_get_cursor (CircMatrixGrid *self,
                                      int *row,
                                      int *column);
/* Moves it and brings it into view. */
void circ_matrix_grid_choose (CircMatrixGrid *self,
                              int row,
                              int column);
/* Gives the keyboard to what is chosen. */
void circ_matrix_grid_focus (CircMatrixGrid *self);

G_END_DECLS
