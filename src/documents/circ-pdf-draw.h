/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files that draw share. */

#include "circ-pdf.h"

G_BEGIN_DECLS

typedef struct
{
  CircPdf         *pdf;
  cairo_t         *cr;
  cairo_surface_t *surface;
  guint            n_pages;
  int              outlines[6]; /* the open entry of each level */
  gboolean         in_table;     /* a Table is open */
  gboolean         in_body;      /* and its TBody */
  /* The row under the pen. */
  guint            row_item;
  guint            text_element; /* of the text that may go on on the next page */
  guint            row_element; /* those of its cells follow */
  gboolean         row_drawn;   /* a slice of it is */
  guint64          n_row;
  CircSetText    **cells;       /* (owned) */
  guint            n_cells;
  CircSetText     *label;       /* (owned) names the row on its further pages */
  GString         *clean;
  GString         *format;
} CircPen;

void     circ_pen_set_colour  (CircPen             *pen,
                               const CircPdfColour *colour);
void     circ_pen_draw_rule   (CircPen             *pen,
                               double               x,
                               double               y,
                               double               width,
                               double               thickness,
                               const CircPdfColour *colour);

/* circ-pdf-draw-table.c */
void     circ_pen_begin_table (CircPen             *pen,
                               CircPdfTable        *table,
                               const CircSlice     *slice);
void     circ_pen_draw_head   (CircPen             *pen,
                               CircPdfTable        *table,
                               const CircSlice     *slice);
gboolean circ_pen_draw_row    (CircPen             *pen,
                               CircPdfTable        *table,
                               const CircSlice     *slice,
                               GError             **error);
void     circ_pen_end_table   (CircPen             *pen);
void     circ_pen_clear_row   (CircPen             *pen);

G_END_DECLS
