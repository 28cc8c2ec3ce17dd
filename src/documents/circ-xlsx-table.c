/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-columns.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-cell.h"

/* Lines above the table run over its columns; they are broken here, because merged cells are in nobody's interest. */
static gboolean
write_line (CircXlsxTable  *self,
            guint32        *row,
            const char     *text,
            double          size,
            CircXlsxFormat  format,
            GError        **error)
{
  CircFit fit = { .size = size, .bold = format != CIRC_XLSX_QUIET, .stretch = self->book->stretch };

  for (guint i = 0; i < self->n_columns; i++)
    fit.width += self->widths[i];
  fit.width = MAX (fit.width - CIRC_XLSX_CELL_EDGE, 300);
  while (*text)
    {
      const char *end = circ_xlsx_find_break (&fit, text, 1);
      g_autofree char *line = g_strndup (text, (gsize) (end - text));
      gboolean foreign = FALSE;

      circ_fit_count_lines (&fit, line, &foreign);
      g_strchomp (line);
      if (!circ_xlsx_set_height (self->book, self->sheet->sheet, *row, circ_xlsx_line_height (size, foreign) + 3, error) ||
          !circ_xlsx_write_text (self->book, self->sheet->sheet, *row, 0, line, format, error))
        return FALSE;
      (*row)++;
      text = end;
    }
  return TRUE;
}

static gboolean
write_top (CircXlsxTable  *self,
           guint32  *row,
           GError  **error)
{
  CircReport *report = self->book->job->report;
  const char *title = circ_report_table_get_title (self->table);
  const char *lines[] = { circ_marking_get_title (report->marking), circ_marking_get_advice (report->marking),
                          report->subtitle, report->period, report->included };

  if (!write_line (self, row, title != NULL ? title : report->title, 16, CIRC_XLSX_TITLE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL &&
        !write_line (self, row, lines[i], CIRC_XLSX_BODY_SIZE, i < 2 ? CIRC_XLSX_MARKING : CIRC_XLSX_QUIET, error))
      return FALSE;
  (*row)++;
  return TRUE;
}

static CircXlsxFormat
get_header_format (const CircReportColumn *column)
{
  if ((column->flags & CIRC_COLUMN_UPRIGHT) != 0)
    return CIRC_XLSX_HEADER_UPRIGHT;
  return circ_report_column_is_figure (column) ? CIRC_XLSX_HEADER_RIGHT : CIRC_XLSX_HEADER;
}

static gboolean
write_header (CircXlsxTable  *self,
              guint32   row,
              GError  **error)
{
  guint n_most = 1;
  double highest = 0;
  gboolean foreign = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);
      CircFit fit = { .size = CIRC_XLSX_BODY_SIZE, .bold = TRUE, .stretch = self->book->stretch };

      fit.width = self->widths[i] - CIRC_XLSX_FILTER_ARROW - (circ_report_column_is_figure (column) ? CIRC_XLSX_INDENT : 0);
      if ((column->flags & CIRC_COLUMN_UPRIGHT) != 0)
        highest = MAX (highest, 0.75 * MIN (circ_fit_longest (&fit, column->title, FALSE) + CIRC_XLSX_CELL_EDGE,
                                            CIRC_XLSX_UPRIGHT + 2 * CIRC_XLSX_CELL_EDGE));
      else
        n_most = MAX (n_most, circ_fit_count_lines (&fit, column->title, &foreign));
      if (!circ_xlsx_write_text (self->book, self->sheet->sheet, row, i, column->title, get_header_format (column), error))
        return FALSE;
    }
  highest = MAX (highest, n_most * circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, foreign));
  return circ_xlsx_set_height (self->book, self->sheet->sheet, row, highest + 6, error);
}

static gboolean
write_number (CircXlsxTable        *self,
              guint32               row,
              guint                 column,
              const CircCellValue  *value,
              gboolean             *written,
              GError              **error)
{
  static const gint64 exact = G_GINT64_CONSTANT (999999999999999);
  double number = 0;
  gboolean upright = (circ_report_table_get_column (self->table, column)->flags & CIRC_COLUMN_UPRIGHT) != 0;
  CircXlsxFormat format = CIRC_XLSX_INTEGER;

  *written = FALSE;
  switch (value->type)
    {
    case CIRC_CELL_INTEGER:
    case CIRC_CELL_MONEY:
      /* Spreadsheets keep fifteen digits; longer numbers stay text rather than change. */
      if (value->integer > exact || value->integer < -exact)
        return TRUE;
      number = value->type == CIRC_CELL_MONEY ? (double) value->integer / 100 : (double) value->integer;
      format = value->type == CIRC_CELL_MONEY ? CIRC_XLSX_MONEY
               : upright ? CIRC_XLSX_INTEGER_MIDDLE : CIRC_XLSX_INTEGER;
      break;
    case CIRC_CELL_DATE:
    case CIRC_CELL_DATE_TIME:
      number = circ_cell_value_to_serial (value);
      if (number < 0)
        return TRUE;
      format = value->type == CIRC_CELL_DATE ? CIRC_XLSX_DATE : CIRC_XLSX_DATE_TIME;
      break;
    case CIRC_CELL_TEXT:
    case CIRC_CELL_BOOLEAN:
    default:
      return TRUE;
    }
  *written = TRUE;
  errno = 0;
  return circ_xlsx_check (self->book, worksheet_write_number (self->sheet->sheet, row, (lxw_col_t) column, number,
                                                              self->book->formats[format]), error);
}

/* Writes the beginning of @text with a mark, and all of it to the sheet of long texts. */
static gboolean
write_long (CircXlsxTable   *self,
            CircReportRow   *report_row,
            guint32          row,
            guint            column,
            const char      *text,
            gboolean         foreign,
            CircXlsxFormat   format,
            double          *height,
            GError         **error)
{
  const CircFit *fit = &self->fits[column];
  const char *title = circ_report_table_get_column (self->table, column)->title;
  g_autofree char *label = circ_job_dup_label (self->book->job, self->table, report_row, self->sheet->n_rows + 1);
  g_autofree char *mark = NULL;
  g_autofree char *start = NULL;
  g_autofree char *cell = NULL;
  double line = circ_xlsx_line_height (fit->size, foreign);
  guint n_lines = (guint) (CIRC_XLSX_MAX_HEIGHT / line);
  guint n_mark;
  const char *end;

  if (!circ_xlsx_prepare_overflow (self->book, error))
    return FALSE;
  /* translators: ends the text of a cell; the first %s is the name of a sheet, the second the row's reference */
  mark = g_strdup_printf (_("… continues on sheet %s: %s"), self->book->overflow_name, label);
  n_mark = circ_fit_count_lines (fit, mark, NULL);
  end = circ_xlsx_find_break (fit, text, n_lines > n_mark + 1 ? n_lines - n_mark : 1);
  start = g_strchomp (g_strndup (text, (gsize) (end - text)));
  cell = g_strconcat (start, "\n", mark, NULL);
  *height = CIRC_XLSX_MAX_HEIGHT + 4;
  circ_export_notes_add (self->book->job->notes,
                         /* translators: %1$s a row's reference, %2$s a column, %4$s the name of a sheet */
                         _("Row %1$s, %2$s: %3$'ld characters do not fit in a cell; "
                           "the whole text is on sheet “%4$s”."),
                         label, title, g_utf8_strlen (text, -1), self->book->overflow_name);
  return circ_xlsx_write_text (self->book, self->sheet->sheet, row, column, cell, format, error) &&
         circ_xlsx_add_overflow (self->book, label, title, text, error);
}

/* Whether @text is plain and so short that it cannot wrap, without measuring it. */
static inline gboolean
is_short (const CircFit *fit,
          const char    *text)
{
  gsize n = strlen (text);

  /* No letter of the font is wider than 1.02 of its size. */
  if ((double) n * fit->size * 1.37 * fit->stretch >= fit->width)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if ((guchar) text[i] >= 0x80 || text[i] == '\n')
      return FALSE;
  return TRUE;
}

static gboolean
write_cell (CircXlsxTable  *self,
            CircReportRow  *report_row,
            guint32         row,
            guint           column,
            double         *height,
            GError        **error)
{
  const CircReportColumn *info = circ_report_table_get_column (self->table, column);
  const CircFit *fit = &self->fits[column];
  const char *text = circ_job_clean (self->book->job, circ_report_row_get (report_row, column));
  CircXlsxFormat format = (info->flags & CIRC_COLUMN_ROW_HEADER) != 0 ? CIRC_XLSX_CELL_BOLD
                          : (info->flags & CIRC_COLUMN_UPRIGHT) != 0 ? CIRC_XLSX_CELL_MIDDLE
                          : circ_report_column_is_figure (info) ? CIRC_XLSX_CELL_RIGHT : CIRC_XLSX_CELL;
  gboolean foreign = FALSE;
  guint n_lines;

  *height = circ_xlsx_line_height (fit->size, FALSE);
  if (info->type != CIRC_CELL_TEXT && *text != '\0')
    {
      CircCellValue value;
      gboolean written;

      circ_cell_parse (info->type, text, &value);
      if (!write_number (self, row, column, &value, &written, error))
        return FALSE;
      if (written)
        return TRUE;
      if (value.type != CIRC_CELL_TEXT)
        text = circ_cell_format (info->type, text, self->format);
    }
  if (is_short (fit, text))
    return circ_xlsx_write_text (self->book, self->sheet->sheet, row, column, text, format, error);
  n_lines = circ_fit_count_lines (fit, text, &foreign);
  *height = n_lines * circ_xlsx_line_height (fit->size, foreign);
  if (*height > CIRC_XLSX_MAX_HEIGHT || (n_lines * 300 < strlen (text) &&
                                         circ_text_utf16_len (text, strlen (text)) > CIRC_XLSX_MAX_TEXT))
    return write_long (self, report_row, row, column, text, foreign, format, height, error);
  return circ_xlsx_write_text (self->book, self->sheet->sheet, row, column, text, format, error);
}

static gboolean
write_rows (CircXlsxTable  *self,
            guint32   row,
            GError  **error)
{
  GError *row_error = NULL;
  CircReportRow *report_row;

  if (!circ_report_table_rewind (self->table, error))
    return FALSE;
  while ((report_row = circ_report_table_next (self->table, &row_error)) != NULL)
    {
      double highest = 0;

      if (row >= CIRC_XLSX_MAX_ROWS)
        {
          g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
                       _("A sheet cannot hold more than %d rows. Export fewer rows, or choose CSV."),
                       CIRC_XLSX_MAX_ROWS);
          return FALSE;
        }
      for (guint i = 0; i < self->n_columns; i++)
        {
          double height;

          if (!write_cell (self, report_row, row, i, &height, error))
            return FALSE;
          highest = MAX (highest, height);
        }
      if (!circ_xlsx_set_height (self->book, self->sheet->sheet, row++, highest + 4, error) ||
          !circ_job_step (self->book->job, error))
        return FALSE;
      self->sheet->n_rows++;
    }
  if (row_error != NULL)
    g_propagate_error (error, row_error);
  return row_error == NULL;
}

static gboolean
finish_sheet (CircXlsxTable  *self,
              GError  **error)
{
  lxw_worksheet *sheet = self->sheet->sheet;
  guint32 last = self->header + (guint32) MAX (self->sheet->n_rows, 1);
  lxw_col_t last_column = (lxw_col_t) (self->n_columns - 1);
  lxw_error code = LXW_NO_ERROR;
  gboolean matrix = circ_report_table_is_upright (self->table);

  if (self->sheet->n_rows == 0 &&
      !circ_xlsx_write_text (self->book, sheet, last, 0, circ_report_table_get_empty (self->table),
                             CIRC_XLSX_QUIET, error))
    return FALSE;
  worksheet_freeze_panes (sheet, self->header + 1, matrix ? 1 : 0);
  errno = 0;
  /* A matrix is read by its place, and the arrows of a filter would cover its headings. */
  if (self->sheet->n_rows > 0 && !matrix)
    code = worksheet_autofilter (sheet, self->header, 0, last, last_column);
  if (code == LXW_NO_ERROR)
    code = worksheet_repeat_rows (sheet, self->header, self->header);
  if (code == LXW_NO_ERROR && matrix)
    code = worksheet_repeat_columns (sheet, 0, 0);
  if (code == LXW_NO_ERROR && self->sheet->n_rows > 0)
    code = worksheet_print_area (sheet, 0, 0, last, last_column);
  return circ_xlsx_check (self->book, code, error);
}

/* One table on its own sheet: title block, header, rows with the heights that their texts need. */
gboolean
circ_xlsx_write_table (CircXlsxBook   *book,
                       CircXlsxSheet  *sheet,
                       GError        **error)
{
  guint n = circ_report_table_n_columns (sheet->table);
  g_autofree CircFit *fits = g_new0 (CircFit, MAX (n, 1));
  g_autofree double *widths = g_new0 (double, MAX (n, 1));
  g_autoptr(GString) format = g_string_new (NULL);
  CircXlsxTable self = { .book = book, .sheet = sheet, .table = sheet->table, .n_columns = n,
                 .fits = fits, .widths = widths, .format = format };
  guint32 row = 0;

  if (n == 0 || n > CIRC_XLSX_MAX_COLS)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
                   _("A sheet must have between 1 and %d columns."), CIRC_XLSX_MAX_COLS);
      return FALSE;
    }
  circ_xlsx_set_page (book, sheet->sheet, book->job->report->title);
  if (!circ_xlsx_plan_columns (&self, error) || !write_top (&self, &row, error))
    return FALSE;
  self.header = row;
  return write_header (&self, row, error) && write_rows (&self, row + 1, error) && finish_sheet (&self, error);
}
