/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The thin loop that puts slices on pages. What is drawn with no leaf tag open (rules, repeated headers, what runs
 * on every page) is marked as an artifact when the document is finished. */

#define MARK_SIZE  9.0
#define SMALL_SIZE 8.0

typedef struct
{
  CircPdf         *pdf;
  cairo_t         *cr;
  cairo_surface_t *surface;
  guint            n_pages;
  int              outlines[6]; /* the open entry of each level */
  gboolean         in_table;
  /* The row under the pen. */
  guint            row_item;
  guint64          n_row;
  CircSetText    **cells;       /* (owned) */
  guint            n_cells;
  CircSetText     *label;       /* (owned) names the row on its further pages */
  GString         *clean;
  GString         *format;
} Pen;

static void
set_colour (Pen                 *pen,
            const CircPdfColour *colour)
{
  cairo_set_source_rgb (pen->cr, colour->red, colour->green, colour->blue);
}

static void
draw_rule (Pen                 *pen,
           double               x,
           double               y,
           double               width,
           double               thickness,
           const CircPdfColour *colour)
{
  /* A filled rectangle, because thin lines come out uneven on screens. */
  set_colour (pen, colour);
  cairo_rectangle (pen->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (pen->cr);
}

static void
draw_line (Pen        *pen,
           const char *text,
           double      size,
           gboolean    bold,
           double      x,
           double      y,
           double      width,
           double      align)
{
  g_autoptr(CircSetText) set = NULL;

  if (text == NULL)
    return;
  set = circ_typesetter_set (pen->pdf->typesetter, text, size, bold, width);
  if (circ_set_text_get_n_lines (set) > 1)
    {
      /* What runs on every page is one line; the whole stands on the first page. */
      g_autoptr(GString) shorter = g_string_new (text);

      /* No line of the page holds more letters; measuring all of a long title over and over would take seconds. */
      if (g_utf8_strlen (shorter->str, -1) > 300)
        g_string_truncate (shorter, (gsize) (g_utf8_offset_to_pointer (shorter->str, 300) - shorter->str));
      g_strdelimit (shorter->str, "\n", ' ');
      while (shorter->len > 0 && circ_typesetter_measure (pen->pdf->typesetter, shorter->str, size, bold, FALSE) >
                                   width - size)
        g_string_truncate (shorter, (gsize) (g_utf8_find_prev_char (shorter->str, shorter->str + shorter->len) -
                                             shorter->str));
      g_string_append (shorter, "…");
      circ_set_text_free (g_steal_pointer (&set));
      set = circ_typesetter_set (pen->pdf->typesetter, shorter->str, size, bold, width);
    }
  circ_set_text_draw (set, pen->cr, x, y, 0, 1, align);
}

static void
draw_running (Pen     *pen,
              guint32  page)
{
  CircPdf *pdf = pen->pdf;
  CircReport *report = pdf->job->report;
  const char *marking = circ_marking_get_title (report->marking);
  const char *advice = circ_marking_get_advice (report->marking);
  double width = pdf->right - pdf->left;
  double side = width / 2 - 70;
  double foot = pdf->height - 46;
  const char *owner = report->subtitle != NULL ? report->subtitle : report->title;
  g_autofree char *dated = g_strjoin (" · ", report->made_on != NULL ? report->made_on : "",
                                      report->reference, NULL);
  /* translators: page 3 of 12 */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, pen->n_pages);

  set_colour (pen, &pdf->ink);
  draw_line (pen, marking, MARK_SIZE, TRUE, pdf->left, 24, width, 0.5);
  draw_line (pen, marking, MARK_SIZE, TRUE, pdf->left, foot, width, 0.5);
  if (advice != NULL)
    {
      draw_line (pen, advice, SMALL_SIZE, FALSE, pdf->left, 36, width, 0.5);
      draw_line (pen, advice, SMALL_SIZE, FALSE, pdf->left, foot + 12, width, 0.5);
    }
  set_colour (pen, &pdf->quiet);
  if (page > 0)
    draw_line (pen, report->title, SMALL_SIZE, FALSE, pdf->left, 25, side, 0);
  draw_line (pen, owner, SMALL_SIZE, FALSE, pdf->left, foot + 1, side, 0);
  draw_line (pen, report->made_on != NULL ? dated : report->reference, SMALL_SIZE, FALSE, pdf->left, foot + 12, side,
             0);
  draw_line (pen, number, SMALL_SIZE, FALSE, pdf->right - side, foot + 1, side, 1);
}

static void
draw_logo (Pen *pen)
{
  CircPdf *pdf = pen->pdf;
  double scale;

  if (pdf->logo == NULL)
    return;
  scale = pdf->logo_width / cairo_image_surface_get_width (pdf->logo);
  cairo_tag_begin (pen->cr, "Figure", NULL);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, pdf->right - pdf->logo_width, pdf->top);
  cairo_scale (pen->cr, scale, scale);
  cairo_set_source_surface (pen->cr, pdf->logo, 0, 0);
  /* PDF/A-1 forbids interpolated pictures, which is what cairo writes for every other filter. */
  cairo_pattern_set_filter (cairo_get_source (pen->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (pen->cr);
  cairo_restore (pen->cr);
  cairo_tag_end (pen->cr, "Figure");
}

static void
turn_to (Pen     *pen,
         guint32 *page,
         guint32  wanted)
{
  while (*page < wanted)
    {
      cairo_show_page (pen->cr);
      (*page)++;
      draw_running (pen, *page);
    }
}

static void
add_outline (Pen                  *pen,
             const CircPdfContent *content,
             const CircSlice      *slice)
{
  int level = MIN (content->outline, (int) G_N_ELEMENTS (pen->outlines) - 1);
  g_autofree char *where = NULL;
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (level == 0 || slice->first > 0)
    return;
  for (int i = level - 1; i > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; i--)
    parent = pen->outlines[i];
  where = g_strdup_printf ("page=%u pos=[0 %s]", slice->page + 1,
                           g_ascii_formatd (y, sizeof y, "%.1f", MAX ((double) slice->y - 12, 0)));
  pen->outlines[level] = cairo_pdf_surface_add_outline (pen->surface, parent, content->name, where,
                                                        level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = (guint) level + 1; i < G_N_ELEMENTS (pen->outlines); i++)
    pen->outlines[i] = CAIRO_PDF_OUTLINE_ROOT;
}

static void
draw_text (Pen             *pen,
           CircPdfContent  *content,
           const CircSlice *slice)
{
  add_outline (pen, content, slice);
  cairo_tag_begin (pen->cr, content->tag, NULL);
  set_colour (pen, &content->colour);
  circ_set_text_draw (content->text, pen->cr, pen->pdf->left, (double) slice->y, slice->first, slice->n_lines, 0);
  cairo_tag_end (pen->cr, content->tag);
}

static void
draw_figures (Pen             *pen,
              CircPdfContent  *content,
              const CircSlice *slice)
{
  double step = (pen->pdf->right - pen->pdf->left) / CIRC_PDF_FIGURES_PER_LINE;
  guint n_values = 1;

  for (guint i = 0; i < content->values->len; i++)
    n_values = MAX (n_values, circ_set_text_get_n_lines (g_ptr_array_index (content->values, i)));
  for (guint i = 0; i < content->values->len; i++)
    {
      CircSetText *value = g_ptr_array_index (content->values, i);
      CircSetText *label = g_ptr_array_index (content->labels, i);
      double x = pen->pdf->left + i * step;
      double below = n_values * pen->pdf->body * 1.8 * CIRC_LINE_PITCH;

      cairo_tag_begin (pen->cr, "P", NULL);
      set_colour (pen, &pen->pdf->accent);
      circ_set_text_draw (value, pen->cr, x, (double) slice->y, 0, G_MAXUINT, 0);
      set_colour (pen, &pen->pdf->quiet);
      circ_set_text_draw (label, pen->cr, x, (double) slice->y + below, 0, G_MAXUINT, 0);
      cairo_tag_end (pen->cr, "P");
    }
}

static void
draw_head (Pen             *pen,
           CircPdfTable    *table,
           const CircSlice *slice)
{
  double y = (double) slice->y + CIRC_PDF_CELL_PADDING;
  double pitch = table->size * CIRC_LINE_PITCH;

  if (!slice->repeated)
    cairo_tag_begin (pen->cr, "TR", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint n = MIN (circ_set_text_get_n_lines (table->head[i]), slice->n_lines);

      if (!slice->repeated)
        cairo_tag_begin (pen->cr, "TH", NULL);
      set_colour (pen, &pen->pdf->ink);
      /* Headers stand on their rule. */
      circ_set_text_draw (table->head[i], pen->cr, table->columns[i].x, y + (slice->n_lines - n) * pitch, 0, n,
                          table->columns[i].right ? 1 : 0);
      if (!slice->repeated)
        cairo_tag_end (pen->cr, "TH");
    }
  if (!slice->repeated)
    cairo_tag_end (pen->cr, "TR");
  draw_rule (pen, pen->pdf->left, (double) slice->y + slice->n_lines * pitch + 2 * CIRC_PDF_CELL_PADDING - 1,
             table->width, 1.2, &pen->pdf->accent);
}

static void
clear_row (Pen *pen)
{
  for (guint i = 0; i < pen->n_cells; i++)
    g_clear_pointer (&pen->cells[i], circ_set_text_free);
  g_clear_pointer (&pen->cells, g_free);
  g_clear_pointer (&pen->label, circ_set_text_free);
  pen->n_cells = 0;
}

/* "CP-2026-003 (continued)", as small as its column asks. */
static void
set_label (Pen           *pen,
           CircPdfTable  *table,
           CircReportRow *row)
{
  const CircPdfColumn *column = &table->columns[MAX (circ_report_table_get_label (table->table), 0)];
  g_autofree char *name = circ_job_dup_label (pen->pdf->job, table->table, row, pen->n_row);
  /* translators: stands where a row goes on on the next page; %s is its reference */
  g_autofree char *label = g_strdup_printf (_("%s (continued)"), name);
  double room = column->width + CIRC_PDF_COLUMN_GAP - 2;
  double word = circ_typesetter_measure (pen->pdf->typesetter, label, 1, FALSE, TRUE);

  pen->label = circ_typesetter_set (pen->pdf->typesetter, label,
                                    CLAMP (room / MAX (word, 0.1), 5, MAX (table->size - 1.5, 6)), FALSE, room);
}

/* Reads and sets the next row; called in the order of the items, so the source is only ever asked for the next. */
static gboolean
load_row (Pen             *pen,
          CircPdfTable    *table,
          const CircSlice *slice,
          GError         **error)
{
  GError *row_error = NULL;
  CircReportRow *row = circ_report_table_next (table->table, &row_error);
  CircTextCounts ignored = { 0 };

  clear_row (pen);
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
draw_label (Pen             *pen,
            CircPdfTable    *table,
            const CircSlice *slice)
{
  int column = MAX (circ_report_table_get_label (table->table), 0);

  if (slice->first == 0 || pen->label == NULL)
    return;
  if (pen->cells[column] != NULL && circ_set_text_get_n_lines (pen->cells[column]) > slice->first)
    return;
  set_colour (pen, &pen->pdf->quiet);
  circ_set_text_draw (pen->label, pen->cr, table->columns[column].x, (double) slice->y + CIRC_PDF_CELL_PADDING, 0,
                      slice->n_lines, 0);
}

static gboolean
draw_row (Pen              *pen,
          CircPdfTable     *table,
          const CircSlice  *slice,
          GError          **error)
{
  static const CircPdfColour rule = { 0.80, 0.82, 0.84 };
  double y = (double) slice->y + CIRC_PDF_CELL_PADDING;
  double pitch = table->size * CIRC_LINE_PITCH;

  if ((pen->cells == NULL || pen->row_item != slice->item) && !load_row (pen, table, slice, error))
    return FALSE;
  draw_label (pen, table, slice);
  set_colour (pen, &pen->pdf->ink);
  cairo_tag_begin (pen->cr, "TR", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const CircPdfColumn *column = &table->columns[i];
      const char *tag = column->bold ? "TH" : "TD";

      cairo_tag_begin (pen->cr, tag, NULL);
      if (pen->cells[i] != NULL)
        circ_set_text_draw (pen->cells[i], pen->cr, column->x, y, slice->first, slice->n_lines, column->right ? 1 : 0);
      cairo_tag_end (pen->cr, tag);
    }
  cairo_tag_end (pen->cr, "TR");
  if (slice->last)
    draw_rule (pen, pen->pdf->left, (double) slice->y + slice->n_lines * pitch + 2 * CIRC_PDF_CELL_PADDING,
               table->width, 0.5, &rule);
  return TRUE;
}

static gboolean
draw_slice (Pen              *pen,
            const CircSlice  *slice,
            GError          **error)
{
  const CircFlowItem *item = &g_array_index (pen->pdf->items, CircFlowItem, slice->item);
  CircPdfContent *content = g_ptr_array_index (pen->pdf->contents, item->content);

  if (pen->in_table && item->kind != CIRC_FLOW_ROW && !slice->repeated)
    {
      cairo_tag_end (pen->cr, "Table");
      pen->in_table = FALSE;
    }
  switch (content->kind)
    {
    case CIRC_PDF_TEXT:
      draw_text (pen, content, slice);
      return TRUE;
    case CIRC_PDF_FIGURES:
      draw_figures (pen, content, slice);
      return TRUE;
    case CIRC_PDF_TABLE:
      if (item->kind == CIRC_FLOW_ROW)
        return draw_row (pen, content->table, slice, error);
      if (!slice->repeated)
        {
          cairo_tag_begin (pen->cr, "Table", NULL);
          pen->in_table = TRUE;
          pen->n_row = 0;
          clear_row (pen);
        }
      draw_head (pen, content->table, slice);
      return slice->repeated || circ_report_table_rewind (content->table->table, error);
    case CIRC_PDF_GAP:
    default:
      return TRUE;
    }
}

/**
 * circ_pdf_draw:
 *
 * Draws all pages on @surface; reads all rows a second time.
 */
gboolean
circ_pdf_draw (CircPdf          *pdf,
               cairo_surface_t  *surface,
               const CircSlice  *slices,
               guint             n_slices,
               guint             n_pages,
               GError          **error)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autoptr(GString) format = g_string_new (NULL);
  Pen pen = { .pdf = pdf, .surface = surface, .n_pages = n_pages, .clean = clean, .format = format };
  guint32 page = 0;
  gboolean done = TRUE;

  pen.cr = cairo_create (surface);
  draw_running (&pen, 0);
  cairo_tag_begin (pen.cr, "Document", NULL);
  for (guint i = 0; i < n_slices && done; i++)
    {
      turn_to (&pen, &page, slices[i].page);
      done = draw_slice (&pen, &slices[i], error);
      if (i == 0)
        draw_logo (&pen);
    }
  if (done)
    {
      if (pen.in_table)
        cairo_tag_end (pen.cr, "Table");
      cairo_tag_end (pen.cr, "Document");
      cairo_show_page (pen.cr);
    }
  clear_row (&pen);
  if (done && cairo_status (pen.cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
                   /* translators: %s is a technical reason in English */
                   _("The pages could not be drawn (%s)."), cairo_status_to_string (cairo_status (pen.cr)));
      done = FALSE;
    }
  cairo_destroy (pen.cr);
  return done;
}
