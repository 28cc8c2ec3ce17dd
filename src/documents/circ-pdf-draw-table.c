/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-draw.h"

#include <glib/gi18n-lib.h>

/* A body of a table holds no more rows than this: arrays may have 8,191 elements (PDF 1.4, appendix C). */
#define ROWS_PER_BODY 4096

#define COLUMN_SCOPE "/A << /O /Table /Scope /Column >>"
#define ROW_SCOPE    "/A << /O /Table /Scope /Row >>"

/* Read from below; the first line at the left. */
static void
draw_upright_cell (CircPen         *pen,
                   CircPdfTable    *table,
                   guint            i,
                   const CircSlice *slice)
{
  const CircPdfColumn *column = &table->columns[i];
  double pitch = table->size * CIRC_LINE_PITCH;
  guint n = circ_set_text_get_n_lines (table->head[i]);

  circ_pen_set_colour (pen, &pen->pdf->ink);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, column->x + (column->width - n * pitch) / 2,
                   (double) slice->y + table->padding + slice->n_lines * pitch);
  cairo_rotate (pen->cr, -G_PI_2);
  circ_set_text_draw (table->head[i], pen->cr, 0, 0, 0, n, 0);
  cairo_restore (pen->cr);
}

static void
draw_head_cell (CircPen         *pen,
                CircPdfTable    *table,
                guint            i,
                const CircSlice *slice)
{
  double pitch = table->size * CIRC_LINE_PITCH;
  double y = (double) slice->y + table->padding;
  guint n = MIN (circ_set_text_get_n_lines (table->head[i]), slice->n_lines);

  circ_pen_set_colour (pen, &pen->pdf->ink);
  /* Headers stand on their rule. */
  circ_set_text_draw (table->head[i], pen->cr, table->columns[i].x, y + (slice->n_lines - n) * pitch, 0, n,
                      table->columns[i].align);
}

void
circ_pen_draw_head (CircPen         *pen,
                    CircPdfTable    *table,
                    const CircSlice *slice)
{
  CircPdfTags *tags = pen->pdf->tags;
  double pitch = table->size * CIRC_LINE_PITCH;

  if (!slice->repeated)
    {
      circ_pdf_tags_open (tags, "THead", NULL);
      circ_pdf_tags_open (tags, "TR", NULL);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (!slice->repeated)
        {
          circ_pdf_tags_open (tags, "TH", COLUMN_SCOPE);
          circ_pdf_tags_begin_content (tags, pen->cr);
        }
      if (table->columns[i].upright)
        draw_upright_cell (pen, table, i, slice);
      else
        draw_head_cell (pen, table, i, slice);
      if (!slice->repeated)
        {
          circ_pdf_tags_end_content (tags, pen->cr);
          circ_pdf_tags_close (tags);
        }
    }
  if (!slice->repeated)
    {
      circ_pdf_tags_close (tags);
      circ_pdf_tags_close (tags);
    }
  circ_pen_draw_rule (pen, pen->pdf->left, (double) slice->y + slice->n_lines * pitch + 2 * table->padding - 1,
                      table->width, 1.2, &pen->pdf->accent);
}

void
circ_pen_clear_row (CircPen *pen)
{
  for (guint i = 0; i < pen->n_cells; i++)
    g_clear_pointer (&pen->cells[i], circ_set_text_free);
  g_clear_pointer (&pen->cells, g_free);
  g_clear_pointer (&pen->label, circ_set_text_free);
  pen->n_cells = 0;
}

/* "CP-2026-003 (continued)", as small as its column asks. */
static void
set_label (CircPen       *pen,
           CircPdfTable  *table,
           CircReportRow *row)
{
  const CircPdfColumn *column = &table->columns[MAX (circ_report_table_get_label (table->table), 0)];
  g_autofree char *name = circ_job_dup_label (pen->pdf->job, table->table, row, pen->n_row);
  /* translators: stands where a row goes on on the next page; %s is its reference */
  g_autofree char *label = g_strdup_printf (_("%s (continued)"), name);
  double room = column->width + table->gap - 2;
  double word = circ_typesetter_measure (pen->pdf->typesetter, label, 1, FALSE, TRUE);

  pen->label = circ_typesetter_set (pen->pdf->typesetter, label,
                                    CLAMP (room / MAX (word, 0.1), 5, MAX (table->size - 1.5, 6)), FALSE, room);
}

/* Reads and sets the next row; called in the order of the items, so the source is only ever asked for the next. */
static gboolean
load_row (CircPen         *pen,
          CircPdfTable    *table,
          const CircSlice *slice,
          GError         **error)
{
  GError *row_error = NULL;
  CircReportRow *row = circ_report_table_next (table->table, &row_error);
  CircTextCounts ignored = { 0 };

  circ_pen_clear_row (pen);
  if (row == NULL)
    {
      if (row_error != NULL)
        g_propagate_error (error, row_error);
      else
        g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
                             _("The rows changed while they were being written. Try again."));
      return FALSE;
    }
  pen->row_item = slice->item;
  pen->row_drawn = FALSE;
  pen->n_row++;
  pen->n_cells = table->n_columns;
  pen->cells = g_new0 (CircSetText *, pen->n_cells);
  for (guint i = 0; i < pen->n_cells; i++)
    {
      const char *text = circ_pdf_cell_text (table->table, row, i, pen->clean, pen->format, &ignored);

      if (*text != '\0')
        pen->cells[i] = circ_typesetter_set (pen->pdf->typesetter, text, table->size, table->columns[i].bold,
                                             table->columns[i].width);
    }
  if (!slice->last)
    set_label (pen, table, row);
  return circ_job_step (pen->pdf->job, error);
}

static void
draw_label (CircPen         *pen,
            CircPdfTable    *table,
            const CircSlice *slice)
{
  int column = MAX (circ_report_table_get_label (table->table), 0);

  if (slice->first == 0 || pen->label == NULL)
    return;
  if (pen->cells[column] != NULL && circ_set_text_get_n_lines (pen->cells[column]) > slice->first)
    return;
  circ_pen_set_colour (pen, &pen->pdf->quiet);
  circ_set_text_draw (pen->label, pen->cr, table->columns[column].x, (double) slice->y + table->padding, 0,
                      slice->n_lines, 0);
}

static void
end_body (CircPen *pen)
{
  if (pen->in_body)
    circ_pdf_tags_close (pen->pdf->tags);
  pen->in_body = FALSE;
}

/* A row that goes on on the next page goes on in its element. */
static void
open_row (CircPen *pen)
{
  CircPdfTags *tags = pen->pdf->tags;

  if (pen->row_drawn)
    {
      circ_pdf_tags_reopen (tags, pen->row_element);
      return;
    }
  if ((pen->n_row - 1) % ROWS_PER_BODY == 0)
    {
      end_body (pen);
      circ_pdf_tags_open (tags, "TBody", NULL);
      pen->in_body = TRUE;
    }
  pen->row_element = circ_pdf_tags_open (tags, "TR", NULL);
}

static void
draw_cell (CircPen         *pen,
           CircPdfTable    *table,
           guint            i,
           const CircSlice *slice,
           double           y)
{
  CircPdfTags *tags = pen->pdf->tags;
  const CircPdfColumn *column = &table->columns[i];

  if (pen->row_drawn)
    circ_pdf_tags_reopen (tags, pen->row_element + 1 + i);
  else
    circ_pdf_tags_open (tags, column->bold ? "TH" : "TD", column->bold ? ROW_SCOPE : NULL);
  if (pen->cells[i] != NULL && circ_set_text_get_n_lines (pen->cells[i]) > slice->first)
    {
      circ_pdf_tags_begin_content (tags, pen->cr);
      circ_set_text_draw (pen->cells[i], pen->cr, column->x, y, slice->first, slice->n_lines, column->align);
      circ_pdf_tags_end_content (tags, pen->cr);
    }
  circ_pdf_tags_close (tags);
}

/* Thin lines that lead from a heading on end to its cells. */
static void
draw_columns (CircPen             *pen,
              CircPdfTable        *table,
              double               y,
              double               height,
              const CircPdfColour *colour)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].upright)
      circ_pen_draw_rule (pen, table->columns[i].x - table->gap / 2, y + height / 2, 0.5, height, colour);
}

gboolean
circ_pen_draw_row (CircPen         *pen,
                   CircPdfTable    *table,
                   const CircSlice *slice,
                   GError         **error)
{
  static const CircPdfColour rule = { 0.80, 0.82, 0.84 };
  double y = (double) slice->y + table->padding;
  double pitch = table->size * CIRC_LINE_PITCH;

  if ((pen->cells == NULL || pen->row_item != slice->item) && !load_row (pen, table, slice, error))
    return FALSE;
  draw_label (pen, table, slice);
  circ_pen_set_colour (pen, &pen->pdf->ink);
  open_row (pen);
  for (guint i = 0; i < table->n_columns; i++)
    draw_cell (pen, table, i, slice, y);
  pen->row_drawn = TRUE;
  circ_pdf_tags_close (pen->pdf->tags);
  draw_columns (pen, table, (double) slice->y, slice->n_lines * pitch + 2 * table->padding, &rule);
  if (slice->last)
    circ_pen_draw_rule (pen, pen->pdf->left, (double) slice->y + slice->n_lines * pitch + 2 * table->padding,
               table->width, 0.5, &rule);
  return TRUE;
}

void
circ_pen_begin_table (CircPen         *pen,
                      CircPdfTable    *table,
                      const CircSlice *slice)
{
  circ_pdf_tags_open (pen->pdf->tags, "Table", NULL);
  circ_pen_draw_head (pen, table, slice);
  pen->in_table = TRUE;
  pen->n_row = 0;
  circ_pen_clear_row (pen);
}

void
circ_pen_end_table (CircPen *pen)
{
  end_body (pen);
  circ_pdf_tags_close (pen->pdf->tags);
  pen->in_table = FALSE;
}
