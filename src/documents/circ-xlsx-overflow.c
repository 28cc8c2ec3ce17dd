/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Text that is too high or too long for its cell is carried whole by a sheet of its own, in parts that each fit. */

static const int widths[] = { 130, 150, 50, 800 };

/**
 * circ_xlsx_prepare_overflow:
 *
 * Adds the sheet of long texts unless it is there.
 */
gboolean
circ_xlsx_prepare_overflow (CircXlsxBook  *book,
                            GError       **error)
{
  const char *titles[] = { _("Row"), _("Column"), _("Part"), _("Text") };

  if (book->overflow != NULL)
    return TRUE;
  book->overflow_name = circ_xlsx_dup_sheet_name (book, _("Long text"));
  book->overflow = circ_xlsx_add_sheet (book, book->overflow_name, error);
  if (book->overflow == NULL)
    return FALSE;
  circ_xlsx_set_page (book, book->overflow, book->overflow_name);
  worksheet_repeat_rows (book->overflow, 0, 0);
  worksheet_freeze_panes (book->overflow, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      worksheet_set_column_pixels (book->overflow, (lxw_col_t) i, (lxw_col_t) i, (guint32) widths[i], NULL);
      if (!circ_xlsx_write_text (book, book->overflow, 0, i, titles[i],
                                 i == 2 ? CIRC_XLSX_HEADER_RIGHT : CIRC_XLSX_HEADER, error))
        return FALSE;
    }
  book->overflow_row = 1;
  return TRUE;
}

static gboolean
write_part (CircXlsxBook  *book,
            const char    *row_label,
            const char    *column_title,
            guint          n,
            const char    *part,
            double         height,
            GError       **error)
{
  guint32 row = book->overflow_row++;

  if (row >= CIRC_XLSX_MAX_ROWS)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
                           _("There is more text than a workbook can hold. Export fewer rows, or choose PDF."));
      return FALSE;
    }
  errno = 0;
  return circ_xlsx_set_height (book, book->overflow, row, height, error) &&
         circ_xlsx_write_text (book, book->overflow, row, 0, row_label, CIRC_XLSX_CELL, error) &&
         circ_xlsx_write_text (book, book->overflow, row, 1, column_title, CIRC_XLSX_CELL, error) &&
         circ_xlsx_check (book, worksheet_write_number (book->overflow, row, 2, n,
                                                        book->formats[CIRC_XLSX_INTEGER]), error) &&
         circ_xlsx_write_text (book, book->overflow, row, 3, part, CIRC_XLSX_CELL, error);
}

/**
 * circ_xlsx_add_overflow:
 * @row_label: names the row
 * @column_title: and the column
 * @text: the whole of it, clean
 */
gboolean
circ_xlsx_add_overflow (CircXlsxBook  *book,
                        const char    *row_label,
                        const char    *column_title,
                        const char    *text,
                        GError       **error)
{
  CircFit fit = { .width = widths[3] - 10, .size = CIRC_XLSX_BODY_SIZE, .stretch = book->stretch };
  CircFit label_fit = { .width = widths[0] - 10, .size = CIRC_XLSX_BODY_SIZE, .stretch = book->stretch };
  CircFit title_fit = { .width = widths[1] - 10, .size = CIRC_XLSX_BODY_SIZE, .stretch = book->stretch };
  guint n_least = MAX (circ_fit_count_lines (&label_fit, row_label, NULL),
                       circ_fit_count_lines (&title_fit, column_title, NULL));

  if (!circ_xlsx_prepare_overflow (book, error))
    return FALSE;
  for (guint n = 1; *text; n++)
    {
      gboolean foreign = FALSE;
      double line = circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, FALSE);
      const char *end = circ_xlsx_find_break (&fit, text, (guint) (CIRC_XLSX_MAX_HEIGHT / line));
      g_autofree char *part = g_strndup (text, (gsize) (end - text));
      guint n_lines = circ_fit_count_lines (&fit, part, &foreign);

      if (foreign)
        {
          /* Higher lines: fewer of them fit. */
          line = circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, TRUE);
          end = circ_xlsx_find_break (&fit, text, (guint) (CIRC_XLSX_MAX_HEIGHT / line));
          g_free (part);
          part = g_strndup (text, (gsize) (end - text));
          n_lines = circ_fit_count_lines (&fit, part, NULL);
        }
      if (!write_part (book, row_label, column_title, n, part, MAX (n_lines, n_least) * line + 4, error) ||
          !circ_document_check_cancelled (book->job->cancellable, error))
        return FALSE;
      text = end;
    }
  return TRUE;
}
