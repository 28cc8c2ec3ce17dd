/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-document-error.h"

G_BEGIN_DECLS

#define CIRC_CSV_MAX_BYTES   (64 * 1024 * 1024)
#define CIRC_CSV_MAX_COLUMNS 16384

typedef struct _CircCsvTable CircCsvTable;

/**
 * CircCsvProblem:
 * @row: index of the row it belongs to
 * @line: line in the file, from 1
 * @column: character position in that line, from 1
 * @message: whole sentence naming line and column (owned by the table)
 */
typedef struct
{
  guint       row;
  guint       line;
  guint       column;
  const char *message;
} CircCsvProblem;

CircCsvTable *circ_csv_table_read_file  (GFile         *file,
                                         GCancellable  *cancellable,
                                         GError       **error);
CircCsvTable *circ_csv_table_read_bytes (GBytes        *bytes,
                                         GCancellable  *cancellable,
                                         GError       **error);
void          circ_csv_table_free       (CircCsvTable  *table);

guint                 circ_csv_table_get_n_rows       (CircCsvTable *table);
guint                 circ_csv_table_get_n_columns    (CircCsvTable *table);
guint                 circ_csv_table_get_n_cells      (CircCsvTable *table,
                                                       guint         row);
const char           *circ_csv_table_get_cell         (CircCsvTable *table,
                                                       guint         row,
                                                       guint         column);
guint                 circ_csv_table_get_line         (CircCsvTable *table,
                                                       guint         row);
guint                 circ_csv_table_get_n_problems   (CircCsvTable *table);
const CircCsvProblem *circ_csv_table_get_problem      (CircCsvTable *table,
                                                       guint         index);
char                 *circ_csv_table_dup_row_problems (CircCsvTable *table,
                                                       guint         row);
char                  circ_csv_table_get_separator    (CircCsvTable *table);
const char           *circ_csv_table_get_encoding     (CircCsvTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircCsvTable, circ_csv_table_free)

G_END_DECLS
