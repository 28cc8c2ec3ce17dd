/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The PDF under way, shared by the files that plan, draw and finish it. Lengths in points from the upper left. */

#include <cairo.h>

#include "circ-pdf-pages.h"
#include "circ-pdf-tags.h"
#include "circ-typesetter.h"
#include "circ-writer.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} CircPdfColour;

typedef struct
{
  double   x;
  double   width;
  double   align;   /* 0 left, 0.5 in the middle, 1 right: figures stand under each other */
  gboolean bold;
  gboolean upright; /* the heading stands on end */
} CircPdfColumn;

typedef struct
{
  CircReportTable *table;     /* (borrowed) */
  guint            n_columns;
  CircPdfColumn   *columns;   /* (owned) */
  CircSetText    **head;      /* (owned) */
  double           size;      /* of its text */
  double           width;
  double           padding;   /* above and below the lines of a row */
  double           gap;       /* between columns */
  double           head_length; /* beyond which a heading on end is broken, at size 1 */
  double           upright;   /* height of the headings that stand on end */
} CircPdfTable;

typedef enum
{
  CIRC_PDF_TEXT,
  CIRC_PDF_FIGURES,
  CIRC_PDF_TABLE,
  CIRC_PDF_GAP,
} CircPdfKind;

typedef struct
{
  CircPdfKind    kind;
  const char    *tag;     /* of a text */
  CircSetText   *text;    /* (owned) */
  CircPdfColour  colour;
  int            outline; /* level in the outline from 1; 0 for none */
  char          *name;    /* (owned) there */
  GPtrArray     *labels;  /* (owned) (element-type CircSetText) key figures of one line */
  GPtrArray     *values;  /* (owned) (element-type CircSetText) */
  CircPdfTable  *table;   /* (owned) */
} CircPdfContent;

typedef struct
{
  CircJob         *job;        /* (borrowed) */
  CircTypesetter  *typesetter; /* (owned) */
  CircPdfTags     *tags;       /* (owned) */
  double           width;      /* of the paper */
  double           height;
  double           left;       /* edges of what is printed */
  double           right;
  double           top;
  double           bottom;
  double           body;       /* size of running text */
  CircPdfColour    ink;
  CircPdfColour    quiet;
  CircPdfColour    accent;
  cairo_surface_t *logo;       /* (owned) (nullable) */
  double           logo_width;
  double           logo_height;
  char            *logo_words; /* (owned) keys of its element */
  GArray          *items;      /* (owned) (element-type CircFlowItem) */
  GPtrArray       *contents;   /* (owned) (element-type CircPdfContent) */
} CircPdf;

#define CIRC_PDF_CELL_PADDING 4.0
#define CIRC_PDF_COLUMN_GAP   10.0
#define CIRC_PDF_MATRIX_PADDING 2.0
#define CIRC_PDF_MATRIX_GAP     4.0
#define CIRC_PDF_FIGURES_PER_LINE 4

const char   *circ_pdf_cell_text   (CircReportTable *table,
                                    CircReportRow   *row,
                                    guint            column,
                                    GString         *clean,
                                    GString         *format,
                                    CircTextCounts  *counts);
CircPdfTable *circ_pdf_table_plan  (CircPdf         *pdf,
                                    CircReportTable *table,
                                    GError         **error);
void          circ_pdf_table_free  (CircPdfTable    *table);
gboolean      circ_pdf_plan        (CircPdf         *pdf,
                                    GError         **error);
gboolean      circ_pdf_draw        (CircPdf         *pdf,
                                    cairo_surface_t *surface,
                                    const CircSlice *slices,
                                    guint            n_slices,
                                    guint            n_pages,
                                    GError         **error);
cairo_surface_t *circ_pdf_load_logo (GBytes         *bytes,
                                     GError        **error);

GBytes  *circ_pdf_finish           (GByteArray      *raw,
                                    CircPdfTags     *tags,
                                    CircJob         *job,
                                    GError         **error);
gboolean circ_pdf_mark_content     (const char      *content,
                                    gsize            n_bytes,
                                    CircPdfTags     *tags,
                                    guint            page,
                                    GString         *marked);
GBytes  *circ_icc_new_srgb         (void);

G_END_DECLS
