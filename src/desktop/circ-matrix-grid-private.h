/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-grid.h"
#include "circ-matrix-spot.h"

G_BEGIN_DECLS

/* A rectangle of cells, its edges among them; a head stands for its whole row or column. */
typedef struct {
  int top;
  int bottom;
  int left;
  int right;
} CircMatrixBlock;

struct _CircMatrixGrid {
  GtkWidget parent_instance;

  CircMatrixModel *model; /* (owned) */
  GtkAdjustment *adjustments[2]; /* (owned) (nullable): by GtkOrientation */
  GtkScrollablePolicy policies[2];

  /* circ-matrix-grid-spots.c */
  GtkWidget **spots; /* (owned) (nullable): heads and cells by rows, NULL where there is none yet */
  guint fill_source;
  guint sweep_source;
  guint n_rows; /* of the heads that the spots are for */
  guint n_columns;
  int next_row;      /* which is filled next */

  int row; /* the cursor */
  int column;
  int anchor_row; /* where the block begins that ends at the cursor */
  int anchor_column;
  gboolean dragged;
  GtkWidget *menu; /* (nullable) */

  /* circ-matrix-grid-layout.c; pixels, and offsets from the first cell */
  gboolean laid_out;
  int for_width;
  int em; /* the height of a line */
  int head_width;
  int head_height;
  int band; /* the height of a line with the name of a group */
  int cell_width;
  int total_width;
  int total_height;
  GArray *tops; /* (owned) (element-type int): of each row, and the end of the last */
  GPtrArray *row_names; /* (owned) (element-type PangoLayout) */
  GPtrArray *column_names;
  PangoLayout *marks[CIRC_N_MATRIX_VALUES]; /* (owned) */
  PangoLayout *text; /* (owned): whatever is drawn now */
};

/* circ-matrix-grid.c */
/* The block that is chosen. FALSE: there are no cells. */
gboolean circ_matrix_grid_get_block (CircMatrixGrid *self,
                                     CircMatrixBlock *block);
void circ_matrix_grid_move (CircMatrixGrid *self,
                            int row,
                            int column,
                            gboolean extend);
void circ_matrix_grid_toggle (CircMatrixGrid *self);
void circ_matrix_grid_set_block (CircMatrixGrid *self,
                                 CircMatrixValue value);
int circ_matrix_grid_get_offset (CircMatrixGrid *self,
                                 GtkOrientation orientation);

/* circ-matrix-grid-layout.c */
void circ_matrix_grid_forget_layout (CircMatrixGrid *self);
void circ_matrix_grid_lay_out (CircMatrixGrid *self,
                               int width);
int circ_matrix_grid_get_content_width (CircMatrixGrid *self);
int circ_matrix_grid_get_content_height (CircMatrixGrid *self);
/* The part of the grid in which cells are seen, in its own pixels. */
void circ_matrix_grid_get_body (CircMatrixGrid *self,
                                GdkRectangle *body);
/* Where a cell or head is at the moment, in pixels of the grid. */
void circ_matrix_grid_get_place (CircMatrixGrid *self,
                                 int row,
                                 int column,
                                 GdkRectangle *place);
/* FALSE: neither cell nor head is there. */
gboolean circ_matrix_grid_find_at (CircMatrixGrid *self,
                                   double x,
                                   double y,
                                   int *row,
                                   int *column);
/* The rows and columns that are seen, in part at least. */
void circ_matrix_grid_get_seen (CircMatrixGrid *self,
                                CircMatrixBlock *seen);

/* Scrolls until the cursor is seen. */
void circ_matrix_grid_show_cursor (CircMatrixGrid *self);

/* circ-matrix-grid-spots.c */
void circ_matrix_grid_drop_spots (CircMatrixGrid *self);
/* The same as soon as it is safe; others take their place at once. */
void circ_matrix_grid_leave_spots (CircMatrixGrid *self);
/* (transfer none) (nullable) */
GtkWidget *circ_matrix_grid_get_spot (CircMatrixGrid *self,
                                      int row,
                                      int column);
/* The same, made when it is not there; NULL only where there are no cells. It can take the focus at once. */
GtkWidget *circ_matrix_grid_ensure_spot (CircMatrixGrid *self,
                                         int row,
                                         int column);
void circ_matrix_grid_allocate_spots (CircMatrixGrid *self);
/* What they are called; CIRC_MATRIX_HEAD for both: all of them. */
void circ_matrix_grid_name_spots (CircMatrixGrid *self,
                                  int row,
                                  int column);

/* circ-matrix-grid-draw.c */
void circ_matrix_grid_snapshot (GtkWidget *widget,
                                GtkSnapshot *snapshot);

/* circ-matrix-grid-input.c */
void circ_matrix_grid_add_controllers (CircMatrixGrid *self);
/* Waits for the answer before it is used again. */
void circ_matrix_grid_drop_menu (CircMatrixGrid *self);

G_END_DECLS
