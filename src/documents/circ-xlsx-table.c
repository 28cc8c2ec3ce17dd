/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-cell.h"

/* Rows looked at to find widths; more would read a table of 100,000 rows twice for nothing. */
#define N_SAMPLE      1000
/* Pixels that the edges of a cell take from its text in the worst program. */
#define CELL_EDGE     10
/* What the right indent of figures takes. */
#define INDENT        10
/* The arrow of the autofilter covers this much of a header. */
#define FILTER_ARROW  20
/* A4 landscape within the margins at full size; more columns make the paper's scale smaller, to a point. */
#define PAGE_WIDTH    1010
#define LEAST_TEXT    110
#define LEAST_TABLE   620

typedef struct
{
  CircXlsxBook    *book;
  CircXlsxSheet   *sheet;
  CircReportTable *table;
  guint            n_columns;
  CircFit         *fits;    /* (owned) per column */
  double          *widths;  /* (owned) pixels per column */
  GString         *format;  /* (owned) scratch */
  guint32          header;  /* row of the header */
} Table;

static gboolean
is_numeric (const CircReportColumn *column)
{
  return column->type == CIRC_CELL_INTEGER || column->type == CIRC_CELL_MONEY ||
         (column->flags & CIRC_COLUMN_TABULAR) != 0;
}

static double
least_width (const Table            *self,
             guint                   i,
             const CircReportColumn *column)
{
  CircFit fit = { .size = CIRC_XLSX_BODY_SIZE, .bold = TRUE, .stretch = self->book->stretch };
  double header = circ_fit_longest (&fit, column->title, TRUE) + FILTER_ARROW +
                  (is_numeric (column) ? INDENT : 0);

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
sample_rows (Table    *self,
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
share_width (Table        *self,
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
          double wanted = MAX (longest[i] + CELL_EDGE + 2, self->widths[i]);

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
widen (Table *self)
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

static gboolean
plan_columns (Table   *self,
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
        least = MAX (least, MIN (words[i] + CELL_EDGE + 2, 260));
      else if (is_numeric (column))
        least = MAX (least, MIN (longest[i] + CELL_EDGE + INDENT + 6, 200));
      else
        least = MAX (least, MIN (words[i] + CELL_EDGE + 2, 160));
      self->widths[i] = least;
    }
  share_width (self, longest);
  widen (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = (double) (guint) CLAMP (self->widths[i], 24, 1700);
      self->fits[i].width = self->widths[i] - CELL_EDGE -
                            (is_numeric (circ_report_table_get_column (self->table, i)) ? INDENT : 0);
      worksheet_set_column_pixels (self->sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, (guint32) self->widths[i], NULL);
    }
  return TRUE;
}

/* Lines above the table run over its columns; they are broken here, because merged cells are in nobody's interest. */
static gboolean
write_line (Table          *self,
            guint32        *row,
            const char     *text,
            double          size,
            CircXlsxFormat  format,
            GError        **error)
{
  CircFit fit = { .size = size, .bold = format != CIRC_XLSX_QUIET, .stretch = self->book->stretch };

  for (guint i = 0; i < self->n_columns; i++)
    fit.width += self->widths[i];
  fit.width = MAX (fit.width - CELL_EDGE, 300);
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
write_top (Table    *self,
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

static gboolean
write_header (Table    *self,
              guint32   row,
              GError  **error)
{
  guint n_most = 1;
  gboolean foreign = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);
      CircFit fit = { .size = CIRC_XLSX_BODY_SIZE, .bold = TRUE, .stretch = self->book->stretch };

      fit.width = self->widths[i] - FILTER_ARROW - (is_numeric (column) ? INDENT : 0);
      n_most = MAX (n_most, circ_fit_count_lines (&fit, column->title, &foreign));
      if (!circ_xlsx_write_text (self->book, self->sheet->sheet, row, i, column->title,
                                 is_numeric (column) ? CIRC_XLSX_HEADER_RIGHT : CIRC_XLSX_HEADER, error))
        return FALSE;
    }
  return circ_xlsx_set_height (self->book, self->sheet->sheet, row,
                               n_most * circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, foreign) + 6, error);
}

static gboolean
write_number (Table                *self,
              guint32               row,
              guint                 column,
              const CircCellValue  *value,
              gboolean             *written,
              GError              **error)
{
  static const gint64 exact = G_GINT64_CONSTANT (999999999999999);
  double number = 0;
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
      format = value->type == CIRC_CELL_MONEY ? CIRC_XLSX_MONEY : CIRC_XLSX_INTEGER;
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
write_long (Table           *self,
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
  gsize n = 0;

  for (; text[n] != '\0'; n++)
    if ((guchar) text[n] >= 0x80 || text[n] == '\n')
      return FALSE;
  /* No letter of the font is wider than 1.02 of its size. */
  return (double) n * fit->size * 1.37 * fit->stretch < fit->width;
}

static gboolean
write_cell (Table          *self,
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
                          : is_numeric (info) ? CIRC_XLSX_CELL_RIGHT : CIRC_XLSX_CELL;
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
write_rows (Table    *self,
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
finish_sheet (Table    *self,
              GError  **error)
{
  lxw_worksheet *sheet = self->sheet->sheet;
  guint32 last = self->header + (guint32) MAX (self->sheet->n_rows, 1);
  lxw_col_t last_column = (lxw_col_t) (self->n_columns - 1);
  lxw_error code = LXW_NO_ERROR;

  if (self->sheet->n_rows == 0 &&
      !circ_xlsx_write_text (self->book, sheet, last, 0, circ_report_table_get_empty (self->table),
                             CIRC_XLSX_QUIET, error))
    return FALSE;
  worksheet_freeze_panes (sheet, self->header + 1, 0);
  errno = 0;
  if (self->sheet->n_rows > 0)
    code = worksheet_autofilter (sheet, self->header, 0, last, last_column);
  if (code == LXW_NO_ERROR)
    code = worksheet_repeat_rows (sheet, self->header, self->header);
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
  Table self = { .book = book, .sheet = sheet, .table = sheet->table, .n_columns = n,
                 .fits = fits, .widths = widths, .format = format };
  guint32 row = 0;

  if (n == 0 || n > CIRC_XLSX_MAX_COLS)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
                   _("A sheet must have between 1 and %d columns."), CIRC_XLSX_MAX_COLS);
      return FALSE;
    }
  circ_xlsx_set_page (book, sheet->sheet, book->job->report->title);
  if (!plan_columns (&self, error) || !write_top (&self, &row, error))
    return FALSE;
  self.header = row;
  return write_header (&self, row, error) && write_rows (&self, row + 1, error) && finish_sheet (&self, error);
}
