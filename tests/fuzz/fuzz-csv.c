/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-csv-reader.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are, the reader answers with a table of valid text or with an error, never with half of each. */
static void
check_table (CircCsvTable *table)
{
  guint n_rows = circ_csv_table_get_n_rows (table);
  guint n_problems = circ_csv_table_get_n_problems (table);

  g_assert_true (g_utf8_validate (circ_csv_table_get_encoding (table), -1, NULL));
  g_assert_cmpint (circ_csv_table_get_separator (table), !=, '\0');
  for (guint row = 0; row < n_rows; row++)
    {
      guint n_cells = circ_csv_table_get_n_cells (table, row);
      g_autofree char *problems = circ_csv_table_dup_row_problems (table, row);

      g_assert_cmpuint (n_cells, <=, CIRC_CSV_MAX_COLUMNS);
      g_assert_cmpuint (circ_csv_table_get_line (table, row), >, 0);
      g_assert_true (problems == NULL || g_utf8_validate (problems, -1, NULL));
      for (guint column = 0; column < n_cells; column++)
        g_assert_true (g_utf8_validate (circ_csv_table_get_cell (table, row, column), -1, NULL));
    }
  for (guint i = 0; i < n_problems; i++)
    {
      const CircCsvProblem *problem = circ_csv_table_get_problem (table, i);

      g_assert_cmpuint (problem->line, >, 0);
      g_assert_cmpuint (problem->column, >, 0);
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircCsvTable) table = circ_csv_table_read_bytes (bytes, NULL, &error);

  g_assert_true ((table != NULL) == (error == NULL));
  if (table != NULL)
    check_table (table);

  return 0;
}
