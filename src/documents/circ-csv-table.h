/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the reader fills. Not for other folders. */

#include "circ-csv-reader.h"
#include "circ-csv-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* index into offsets */
  guint n_cells;
  guint line;
} CircCsvRow;

struct _CircCsvTable
{
  GString    *cells;    /* (owned) every cell, each ended by NUL */
  GArray     *offsets;  /* (owned) (element-type gsize) of each cell */
  GArray     *rows;     /* (owned) (element-type CircCsvRow) */
  GArray     *problems; /* (owned) (element-type CircCsvProblem) */
  char        separator;
  const char *encoding;
};

CircCsvTable *circ_csv_table_new     (const CircCsvText *source);
const char   *circ_csv_table_cell_at (CircCsvTable      *table,
                                      guint              offset);

G_END_DECLS
