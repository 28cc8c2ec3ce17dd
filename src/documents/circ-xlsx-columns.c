/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-columns.h"

#include "circ-cell.h"

/* Rows looked at to find widths; more would read a table of 100,000 rows twice for nothing. */
#define N_SAMPLE    1000
/* A4 landscape within the margins at full size; more columns make the paper's scale smaller, to a point. */
#define PAGE_WIDTH  1010
#define LEAST_TEXT  110
#define LEAST_TABLE 620

static double
least_width (const CircXlsxTable    *self,
             guint                   i,
             const CircReportColumn *column)
{
  CircFit fit = { .size = CIRC_XLSX_BODY_SIZE, .bold = TRUE, .stretch = self->book->stretch, .width = CIRC_XLSX_UPRIGHT };
  double header;

  /* As many lines beside each other as the heading has on end. */
  if ((column->flags & CIRC_COLUMN_UPRIGHT) != 0)
    return circ_fit_count_lines (&fit, column->title, NULL) * circ_xlsx_line_height (fit.size, FALSE) / 0.75 +
           CIRC_XLSX_CELL_EDGE;
  header = circ_fit_longest (&fit, column->title, TRUE) + CIRC_XLSX_FILTER_ARROW +
                  (circ_report_column_is_figure (column) ? CIRC_XLSX_INDENT : 0);

  switch (column->type)
    {
    case CIRC_CELL_DATE:
      return MAX (header, 78 * self->book->stretch);
    case CIRC_CELL_DATE_TIME:
      return MAX (header, 116 * self->book->stretch);
    case CIRC_CELL_MONEY:
      return MAX (header, 86);
    default:
      return MAX (header, 40);
    }
}

/* One pass over the first rows: the widest line, and the longest word, of each column. */
static gboolean
sample_rows (CircXlsxTable *self,
             double   *longest,
             double   *words,
             GError  **error)
{
  GError *row_error = NULL;
  CircReportRow *row;

  if (!circ_report_table_rewind (self->table, error))
    return FALSE;
  for (int n = 0; n < N_SAMPLE && (row = circ_report_table_next (self->table, &row_error)) != NULL; n++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        const CircReportColumn *column = circ_report_table_get_column (self->table, i);
        const char *text = circ_report_row_get (row, i);
        CircTextCounts ignored = { 0 };

        if (text == NULL)
          continue;
        text = circ_text_clean (text, self->book->job->scratch, &ignored);
        text = column->type == CIRC_CELL_DATE || column->type == CIRC_CELL_DATE_TIME
                   ? text : circ_cell_format (column->type, text, self->format);
        longest[i] = MAX (longest[i], circ_fit_longest (&self->fits[i], text, FALSE));
        words[i] = MAX (words[i], circ_fit_longest (&self->fits[i], text, TRUE));
      }
  if (row_error != NULL)
    g_propagate_error (error, row_error);
  return row_error == NULL;
}

/* Narrow columns take what they need; the rest of the page goes to the others by weight, but to none more than its
 * longest line. What one leaves over the next round shares. */
static void
share_width (CircXlsxTable *self,
             const double *longest)
{
  double left = MAX (PAGE_WIDTH, LEAST_TEXT * (double) self->n_columns);
  g_autofree gboolean *settled = g_new0 (gboolean, self->n_columns);
  gboolean changed = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);

      settled[i] = (column->flags & CIRC_COLUMN_NARROW) != 0 || column->type != CIRC_CELL_TEXT;
      if (settled[i])
        left -= self->widths[i];
    }
  while (changed)
    {
      double weights = 0;
      double room;

      changed = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        weights += settled[i] ? 0 : circ_report_table_get_column (self->table, i)->weight;
      room = MAX (left, 0);
      for (guint i = 0; i < self->n_columns && weights > 0; i++)
        {
          double share = room * circ_report_table_get_column (self->table, i)->weight / weights;
          double wanted = MAX (longest[i] + CIRC_XLSX_CELL_EDGE + 2, self->widths[i]);

          if (settled[i])
            continue;
          if (wanted <= share || share < LEAST_TEXT)
            {
              self->widths[i] = wanted <= share ? wanted : MIN (wanted, MAX (LEAST_TEXT, self->widths[i]));
              left -= self->widths[i];
              settled[i] = TRUE;
              changed = TRUE;
              break;
            }
          self->widths[i] = share;
        }
    }
}

/* The lines above a very narrow table would be broken after every other word. */
static void
widen (CircXlsxTable *self)
{
  double left = LEAST_TABLE;
  guint n_flexible = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      left -= self->widths[i];
      n_flexible += circ_report_table_get_column (self->table, i)->flags == CIRC_COLUMN_NONE;
    }
  for (guint i = 0; i < self->n_columns && left > 0; i++)
    if (n_flexible == 0)
      self->widths[i] += left / self->n_columns;
    else if (circ_report_table_get_column (self->table, i)->flags == CIRC_COLUMN_NONE)
      self->widths[i] += left / n_flexible;
}

/* Measures the first rows, then sets and remembers the width of each column. */
gboolean
circ_xlsx_plan_columns (CircXlsxTable *self,
              GError **error)
{
  g_autofree double *longest = g_new0 (double, self->n_columns);
  g_autofree double *words = g_new0 (double, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);

      self->fits[i] = (CircFit) { .size = CIRC_XLSX_BODY_SIZE, .stretch = self->book->stretch,
                                  .bold = (column->flags & CIRC_COLUMN_ROW_HEADER) != 0 };
    }
  if (!sample_rows (self, longest, words, error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);
      double least = least_width (self, i, column);

      if ((column->flags & CIRC_COLUMN_NARROW) != 0 && column->type == CIRC_CELL_TEXT)
        least = MAX (least, MIN (words[i] + CIRC_XLSX_CELL_EDGE + 2, 260));
      else if (circ_report_column_is_figure (column))
        least = MAX (least, MIN (longest[i] + CIRC_XLSX_CELL_EDGE + CIRC_XLSX_INDENT + 6, 200));
      else
        least = MAX (least, MIN (words[i] + CIRC_XLSX_CELL_EDGE + 2, 160));
      self->widths[i] = least;
    }
  share_width (self, longest);
  widen (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = (double) (guint) CLAMP (self->widths[i], 24, 1700);
      self->fits[i].width = self->widths[i] - CIRC_XLSX_CELL_EDGE -
                            (circ_report_column_is_figure (circ_report_table_get_column (self->table, i)) ? CIRC_XLSX_INDENT : 0);
      worksheet_set_column_pixels (self->sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, (guint32) self->widths[i], NULL);
    }
  return TRUE;
}
