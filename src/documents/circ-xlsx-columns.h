/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-xlsx-book.h"

G_BEGIN_DECLS

/* Pixels that the edges of a cell take from its text in the worst program. */
#define CIRC_XLSX_CELL_EDGE    10
/* What the right indent of figures takes. */
#define CIRC_XLSX_INDENT       10
/* The arrow of the autofilter covers this much of a header. */
#define CIRC_XLSX_FILTER_ARROW 20

/* A heading on end is broken when it is longer. */
#define CIRC_XLSX_UPRIGHT      150

/* A table on its sheet. */
typedef struct
{
  CircXlsxBook    *book;    /* (borrowed) */
  CircXlsxSheet   *sheet;   /* (borrowed) */
  CircReportTable *table;   /* (borrowed) */
  guint            n_columns;
  CircFit         *fits;    /* (borrowed) per column */
  double          *widths;  /* (borrowed) pixels per column */
  GString         *format;  /* (borrowed) scratch */
  guint32          header;  /* row of the header */
} CircXlsxTable;

gboolean circ_xlsx_plan_columns (CircXlsxTable           *self,
                                 GError                 **error);

G_END_DECLS
