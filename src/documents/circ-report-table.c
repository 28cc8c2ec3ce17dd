/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-report-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _CircReportRow
{
  guint     n_cells;
  GString **cells;  /* (owned) */
  gboolean *filled; /* (owned) a blank cell is not the same as an empty buffer that was used before */
};

struct _CircReportTable
{
  char                 *title;
  char                 *empty_text;
  CircTextCounts       *counts;  /* (borrowed) the report's */
  GPtrArray            *columns; /* (owned) (element-type CircReportColumn) */
  guint                 label_column;

  GPtrArray            *rows; /* (owned) each an array of n_columns strings */
  guint                 cursor;

  CircReportNextFunc    next;
  CircReportRewindFunc  rewind;
  gpointer              data;
  GDestroyNotify        destroy;
  guint64               n_rows_hint;

  CircReportRow         row;
};

static void
column_free (gpointer data)
{
  CircReportColumn *column = data;

  g_free (column->title);
  g_free (column);
}

static void
clear_row (CircReportRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_string_free (row->cells[i], TRUE);
  g_clear_pointer (&row->cells, g_free);
  g_clear_pointer (&row->filled, g_free);
  row->n_cells = 0;
}

static void
ensure_row (CircReportTable *table)
{
  CircReportRow *row = &table->row;

  if (row->n_cells == table->columns->len)
    return;
  clear_row (row);
  row->n_cells = table->columns->len;
  row->cells = g_new0 (GString *, row->n_cells);
  row->filled = g_new0 (gboolean, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    row->cells[i] = g_string_new (NULL);
}

static void
drop_source (CircReportTable *table)
{
  if (table->destroy != NULL)
    table->destroy (table->data);
  table->next = NULL;
  table->rewind = NULL;
  table->data = NULL;
  table->destroy = NULL;
}

CircReportTable *
circ_report_table_new (const char     *title,
                       CircTextCounts *counts)
{
  CircReportTable *table = g_new0 (CircReportTable, 1);

  if (title != NULL && *title != '\0')
    table->title = circ_text_dup_clean (title, counts);
  table->counts = counts;
  table->columns = g_ptr_array_new_with_free_func (column_free);
  return table;
}

void
circ_report_table_free (CircReportTable *table)
{
  drop_source (table);
  if (table->rows != NULL)
    for (guint i = 0; i < table->rows->len; i++)
      {
        char **cells = g_ptr_array_index (table->rows, i);

        for (guint j = 0; j < table->columns->len; j++)
          g_free (cells[j]);
        g_free (cells);
      }
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  clear_row (&table->row);
  g_ptr_array_unref (table->columns);
  g_free (table->title);
  g_free (table->empty_text);
  g_free (table);
}

/**
 * circ_report_table_add_column:
 * @title: the header
 * @weight: share of the width among the columns that are not narrow; 1 is usual
 *
 * To be called before the first row.
 *
 * Returns: the column's index
 */
guint
circ_report_table_add_column (CircReportTable *table,
                              const char      *title,
                              CircCellType     type,
                              double           weight,
                              CircColumnFlags  flags)
{
  CircReportColumn *column;

  g_return_val_if_fail (table != NULL, 0);
  g_return_val_if_fail (table->rows == NULL, 0);

  column = g_new0 (CircReportColumn, 1);
  column->title = circ_text_dup_clean (title, table->counts);
  column->type = type;
  column->weight = weight > 0 ? weight : 1;
  column->flags = flags;
  g_ptr_array_add (table->columns, column);
  return table->columns->len - 1;
}

/**
 * circ_report_table_set_label_column:
 * @column: whose text names a row where it is continued ("CP-2026-003"); 0 unless set
 */
void
circ_report_table_set_label_column (CircReportTable *table,
                                    guint            column)
{
  g_return_if_fail (table != NULL);
  table->label_column = column;
}

/**
 * circ_report_table_set_empty_text:
 * @text: (nullable): shown in place of the rows when there are none; NULL for "Nothing to show."
 */
void
circ_report_table_set_empty_text (CircReportTable *table,
                                  const char      *text)
{
  g_return_if_fail (table != NULL);
  g_free (table->empty_text);
  table->empty_text = text != NULL ? circ_text_dup_clean (text, table->counts) : NULL;
}

/**
 * circ_report_table_add_row:
 * @cells: one string per column (exactly as many; no NULL at the end), NULL = blank; copied
 */
void
circ_report_table_add_row (CircReportTable    *table,
                           const char * const *cells)
{
  char **copy;

  g_return_if_fail (table != NULL);
  g_return_if_fail (table->next == NULL);
  g_return_if_fail (table->columns->len > 0);

  if (table->rows == NULL)
    table->rows = g_ptr_array_new ();
  copy = g_new0 (char *, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    copy[i] = g_strdup (cells[i]);
  g_ptr_array_add (table->rows, copy);
}

/**
 * circ_report_table_set_row_source:
 * @n_rows_hint: how many rows to expect, for the progress; 0 when unknown
 * @next: gives one row after the other
 * @rewind: goes back before the first
 * @data: for both
 * @destroy: (nullable): frees @data
 *
 * For tables that should not sit in memory, in place of circ_report_table_add_row(). @next and @rewind are
 * called on the thread that exports.
 */
void
circ_report_table_set_row_source (CircReportTable      *table,
                                  guint64               n_rows_hint,
                                  CircReportNextFunc    next,
                                  CircReportRewindFunc  rewind,
                                  gpointer              data,
                                  GDestroyNotify        destroy)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (table->rows == NULL);
  g_return_if_fail (next != NULL && rewind != NULL);

  drop_source (table);
  table->n_rows_hint = n_rows_hint;
  table->next = next;
  table->rewind = rewind;
  table->data = data;
  table->destroy = destroy;
}

/**
 * circ_report_row_set:
 * @text: (nullable): copied; NULL = blank
 */
void
circ_report_row_set (CircReportRow *row,
                     guint          column,
                     const char    *text)
{
  g_return_if_fail (row != NULL && column < row->n_cells);

  row->filled[column] = text != NULL;
  if (text != NULL)
    g_string_assign (row->cells[column], text);
}

void
circ_report_row_set_integer (CircReportRow *row,
                             guint          column,
                             gint64         value)
{
  g_return_if_fail (row != NULL && column < row->n_cells);

  row->filled[column] = TRUE;
  g_string_printf (row->cells[column], "%" G_GINT64_FORMAT, value);
}

const char *
circ_report_table_get_title (CircReportTable *table)
{
  return table->title;
}

const char *
circ_report_table_get_empty (CircReportTable *table)
{
  return table->empty_text != NULL ? table->empty_text : _("Nothing to show.");
}

guint
circ_report_table_n_columns (CircReportTable *table)
{
  return table->columns->len;
}

const CircReportColumn *
circ_report_table_get_column (CircReportTable *table,
                              guint            column)
{
  return g_ptr_array_index (table->columns, column);
}

/* Numbers, and what is declared tabular, stand under each other at the right; under a heading on end, in the middle. */
gboolean
circ_report_column_is_figure (const CircReportColumn *column)
{
  if ((column->flags & CIRC_COLUMN_UPRIGHT) != 0)
    return FALSE;
  return column->type == CIRC_CELL_INTEGER || column->type == CIRC_CELL_MONEY ||
         (column->flags & CIRC_COLUMN_TABULAR) != 0;
}

/* Whether it is a matrix: any of its headings stands on end. */
gboolean
circ_report_table_is_upright (CircReportTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if ((circ_report_table_get_column (table, i)->flags & CIRC_COLUMN_UPRIGHT) != 0)
      return TRUE;
  return FALSE;
}

int
circ_report_table_get_label (CircReportTable *table)
{
  return table->label_column < table->columns->len ? (int) table->label_column : -1;
}

guint64
circ_report_table_n_rows (CircReportTable *table)
{
  if (table->next != NULL)
    return table->n_rows_hint;
  return table->rows != NULL ? table->rows->len : 0;
}

gboolean
circ_report_table_rewind (CircReportTable  *table,
                          GError          **error)
{
  table->cursor = 0;
  ensure_row (table);
  return table->rewind == NULL || table->rewind (table->data, error);
}

/* Returns: (transfer none) (nullable): the next row, valid until the next call; NULL at the end or with @error */
CircReportRow *
circ_report_table_next (CircReportTable  *table,
                        GError          **error)
{
  CircReportRow *row = &table->row;

  if (table->next != NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        row->filled[i] = FALSE;
      return table->next (row, table->data, error) ? row : NULL;
    }
  if (table->rows == NULL || table->cursor >= table->rows->len)
    return NULL;

  const char * const *cells = g_ptr_array_index (table->rows, table->cursor++);

  for (guint i = 0; i < row->n_cells; i++)
    circ_report_row_set (row, i, cells[i]);
  return row;
}

/* Returns: (nullable): NULL when blank */
const char *
circ_report_row_get (CircReportRow *row,
                     guint          column)
{
  return row->filled[column] ? row->cells[column]->str : NULL;
}
