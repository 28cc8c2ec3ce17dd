/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

/* The first sheet: what this is, what is in it, and everything of the report that is not a table. */

#define LABEL_WIDTH 150
#define TEXT_WIDTH  780

typedef struct
{
  CircXlsxBook *book;
  guint32       row;
} About;

static guint
count_lines (About      *self,
             const char *text,
             double      width,
             double      size,
             gboolean    bold,
             gboolean   *foreign)
{
  CircFit fit = { .width = width - 10, .size = size, .bold = bold, .stretch = self->book->stretch };

  return circ_fit_count_lines (&fit, text, foreign);
}

/* A label and its text side by side; a text too high for one row goes on in the next. */
static gboolean
write_pair (About           *self,
            const char      *label,
            const char      *text,
            CircXlsxFormat   format,
            GError         **error)
{
  CircFit fit = { .width = TEXT_WIDTH - 10, .size = CIRC_XLSX_BODY_SIZE, .stretch = self->book->stretch,
                  .bold = format == CIRC_XLSX_MARKING };

  if (text == NULL || *text == '\0')
    return TRUE;
  while (*text)
    {
      gboolean foreign = FALSE;
      const char *end = circ_xlsx_find_break (&fit, text, 22);
      g_autofree char *part = g_strndup (text, (gsize) (end - text));
      guint n_lines = circ_fit_count_lines (&fit, part, &foreign);
      guint n_label = count_lines (self, label, LABEL_WIDTH, CIRC_XLSX_BODY_SIZE, TRUE, &foreign);

      if (!circ_xlsx_set_height (self->book, self->book->about, self->row,
                                 MAX (n_lines, n_label) * circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, foreign) + 4,
                                 error) ||
          !circ_xlsx_write_text (self->book, self->book->about, self->row, 0, label, CIRC_XLSX_LABEL, error) ||
          !circ_xlsx_write_text (self->book, self->book->about, self->row, 1, part, format, error))
        return FALSE;
      self->row++;
      label = "";
      text = end;
    }
  return TRUE;
}

/* A line over both columns, broken here because nothing is merged. */
static gboolean
write_wide (About           *self,
            const char      *text,
            double           size,
            CircXlsxFormat   format,
            GError         **error)
{
  CircFit fit = { .width = LABEL_WIDTH + TEXT_WIDTH - 10, .size = size, .bold = TRUE,
                  .stretch = self->book->stretch };

  while (*text)
    {
      gboolean foreign = FALSE;
      const char *end = circ_xlsx_find_break (&fit, text, 1);
      g_autofree char *part = g_strchomp (g_strndup (text, (gsize) (end - text)));

      circ_fit_count_lines (&fit, part, &foreign);
      if (!circ_xlsx_set_height (self->book, self->book->about, self->row,
                                 circ_xlsx_line_height (size, foreign) + 4, error) ||
          !circ_xlsx_write_text (self->book, self->book->about, self->row, 0, part, format, error))
        return FALSE;
      self->row++;
      text = end;
    }
  return TRUE;
}

static gboolean
write_link (About       *self,
            const char  *label,
            const char  *name,
            const char  *note,
            GError     **error)
{
  g_autofree char *target = g_strdup_printf ("internal:'%s'!A1", name);
  g_autofree char *shown = g_strdup_printf ("%s (%s)", name, note);
  gboolean foreign = FALSE;
  guint n_lines = count_lines (self, shown, TEXT_WIDTH, CIRC_XLSX_BODY_SIZE, FALSE, &foreign);
  guint32 row = self->row++;

  errno = 0;
  return circ_xlsx_set_height (self->book, self->book->about, row,
                               n_lines * circ_xlsx_line_height (CIRC_XLSX_BODY_SIZE, foreign) + 4, error) &&
         circ_xlsx_write_text (self->book, self->book->about, row, 0, label, CIRC_XLSX_LABEL, error) &&
         /* Our own sheet names are the only addresses in the book. */
         circ_xlsx_check (self->book, worksheet_write_url_opt (self->book->about, row, 1, target,
                                                               self->book->formats[CIRC_XLSX_LINK], shown, NULL),
                          error);
}

static gboolean
write_contents (About   *self,
                GError **error)
{
  CircXlsxBook *book = self->book;
  const char *label = _("Contents");

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const CircXlsxSheet *sheet = &g_array_index (book->sheets, CircXlsxSheet, i);
      g_autofree char *note = g_strdup_printf (ngettext ("%" G_GUINT64_FORMAT " row", "%" G_GUINT64_FORMAT " rows",
                                                         (gulong) sheet->n_rows), sheet->n_rows);

      if (!write_link (self, label, sheet->name, note, error))
        return FALSE;
      label = "";
    }
  if (book->overflow == NULL)
    return TRUE;
  return write_link (self, label, book->overflow_name, _("texts too long for one cell, whole"), error);
}

static gboolean
write_figures (About           *self,
               GArray          *figures,
               GError         **error)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const CircKeyFigure *figure = &g_array_index (figures, CircKeyFigure, i);

      if (!write_pair (self, figure->label, *figure->value ? figure->value : " ", CIRC_XLSX_PLAIN, error))
        return FALSE;
    }
  self->row++;
  return TRUE;
}

static gboolean
write_blocks (About   *self,
              GError **error)
{
  CircXlsxBook *book = self->book;
  guint n_table = 0;

  for (guint i = 0; i < book->job->report->blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (book->job->report->blocks, i);
      gboolean done = TRUE;

      switch (block->kind)
        {
        case CIRC_BLOCK_HEADING:
          self->row++;
          done = write_wide (self, block->text, 12, CIRC_XLSX_HEADING, error);
          break;
        case CIRC_BLOCK_PARAGRAPH:
          done = write_pair (self, "", block->text, CIRC_XLSX_PLAIN, error);
          break;
        case CIRC_BLOCK_KEY_FIGURES:
          done = write_figures (self, block->figures, error);
          break;
        case CIRC_BLOCK_TABLE:
          /* Between texts a table is named where it stood. */
          if (book->job->report->blocks->len > book->sheets->len)
            done = write_link (self, _("Table"), g_array_index (book->sheets, CircXlsxSheet, n_table).name,
                               _("on its own sheet"), error);
          n_table++;
          break;
        default:
          break;
        }
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
circ_xlsx_write_about (CircXlsxBook  *book,
                       GError       **error)
{
  CircReport *report = book->job->report;
  About self = { .book = book };
  g_autofree char *marking = g_strconcat (circ_marking_get_title (report->marking),
                                          circ_marking_get_advice (report->marking) != NULL ? ". " : "",
                                          circ_marking_get_advice (report->marking), NULL);

  circ_xlsx_set_page (book, book->about, report->title);
  worksheet_set_column_pixels (book->about, 0, 0, LABEL_WIDTH, NULL);
  worksheet_set_column_pixels (book->about, 1, 1, TEXT_WIDTH, NULL);
  if (!write_wide (&self, report->title, 16, CIRC_XLSX_TITLE, error))
    return FALSE;
  self.row++;
  if (!write_pair (&self, _("Partnership"), report->subtitle, CIRC_XLSX_PLAIN, error) ||
      !write_pair (&self, _("Period"), report->period, CIRC_XLSX_PLAIN, error) ||
      !write_pair (&self, _("Marking"), marking, CIRC_XLSX_MARKING, error) ||
      !write_pair (&self, _("Included"), report->included, CIRC_XLSX_PLAIN, error) ||
      !write_pair (&self, _("Made on"), report->made_on, CIRC_XLSX_PLAIN, error) ||
      !write_pair (&self, _("Reference"), report->reference, CIRC_XLSX_PLAIN, error) ||
      !write_contents (&self, error) ||
      !write_pair (&self, _("Checked"),
                   _("This workbook has no hidden sheets, rows, columns, comments or author names."),
                   CIRC_XLSX_PLAIN, error))
    return FALSE;
  self.row++;
  return write_blocks (&self, error);
}
