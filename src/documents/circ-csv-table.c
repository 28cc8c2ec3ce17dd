/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-csv-table.h"

static void
problem_clear (gpointer data)
{
  g_free ((char *) ((CircCsvProblem *) data)->message);
}

CircCsvTable *
circ_csv_table_new (const CircCsvText *source)
{
  CircCsvTable *table = g_new0 (CircCsvTable, 1);

  table->cells = g_string_sized_new (source->text->len + 16);
  table->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  table->rows = g_array_new (FALSE, FALSE, sizeof (CircCsvRow));
  table->problems = g_array_new (FALSE, FALSE, sizeof (CircCsvProblem));
  g_array_set_clear_func (table->problems, problem_clear);
  table->separator = source->separator;
  table->encoding = source->encoding;
  return table;
}

/* Returns: (transfer none): the cell that @offset, an index into the offsets, says */
const char *
circ_csv_table_cell_at (CircCsvTable *table,
                        guint         offset)
{
  return table->cells->str + g_array_index (table->offsets, gsize, offset);
}

void
circ_csv_table_free (CircCsvTable *table)
{
  g_string_free (table->cells, TRUE);
  g_array_unref (table->offsets);
  g_array_unref (table->rows);
  g_array_unref (table->problems);
  g_free (table);
}

guint
circ_csv_table_get_n_rows (CircCsvTable *table)
{
  return table->rows->len;
}

/**
 * circ_csv_table_get_n_columns:
 *
 * Returns: the number of cells of the widest row
 */
guint
circ_csv_table_get_n_columns (CircCsvTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    n = MAX (n, g_array_index (table->rows, CircCsvRow, i).n_cells);
  return n;
}

guint
circ_csv_table_get_n_cells (CircCsvTable *table,
                            guint         row)
{
  g_return_val_if_fail (row < table->rows->len, 0);
  return g_array_index (table->rows, CircCsvRow, row).n_cells;
}

/**
 * circ_csv_table_get_cell:
 *
 * Returns: (transfer none): valid UTF-8 with "\n" as line end; "" beyond the end of a short row
 */
const char *
circ_csv_table_get_cell (CircCsvTable *table,
                         guint         row,
                         guint         column)
{
  const CircCsvRow *r;

  g_return_val_if_fail (row < table->rows->len, "");
  r = &g_array_index (table->rows, CircCsvRow, row);
  return column < r->n_cells ? circ_csv_table_cell_at (table, r->first + column) : "";
}

/**
 * circ_csv_table_get_line:
 *
 * Returns: the line of the file, from 1, in which @row begins
 */
guint
circ_csv_table_get_line (CircCsvTable *table,
                         guint         row)
{
  g_return_val_if_fail (row < table->rows->len, 0);
  return g_array_index (table->rows, CircCsvRow, row).line;
}

guint
circ_csv_table_get_n_problems (CircCsvTable *table)
{
  return table->problems->len;
}

const CircCsvProblem *
circ_csv_table_get_problem (CircCsvTable *table,
                            guint         index)
{
  g_return_val_if_fail (index < table->problems->len, NULL);
  return &g_array_index (table->problems, CircCsvProblem, index);
}

/* Problems are found row by row, and so stand in the order of the rows. Returns: the first that belongs to @row or to one
 * beneath it. */
static guint
find_problem (CircCsvTable *table,
              guint         row)
{
  guint low = 0;
  guint high = table->problems->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (table->problems, CircCsvProblem, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * circ_csv_table_dup_row_problems:
 *
 * Returns: (transfer full) (nullable): the sentences about @row, one a line; NULL when it is sound
 */
char *
circ_csv_table_dup_row_problems (CircCsvTable *table,
                                 guint         row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = find_problem (table, row); i < table->problems->len; i++)
    {
      const CircCsvProblem *problem = &g_array_index (table->problems, CircCsvProblem, i);

      if (problem->row != row)
        break;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", problem->message);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char
circ_csv_table_get_separator (CircCsvTable *table)
{
  return table->separator;
}

/**
 * circ_csv_table_get_encoding:
 *
 * Returns: "UTF-8", "UTF-16" or "Windows-1252"
 */
const char *
circ_csv_table_get_encoding (CircCsvTable *table)
{
  return table->encoding;
}
