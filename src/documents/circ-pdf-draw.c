/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-draw.h"

#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The thin loop that puts slices on pages. What is drawn outside of a piece of content (rules, repeated headers, what
 * runs on every page) is marked as an artifact when the document is finished. */

#define MARK_SIZE  9.0
#define SMALL_SIZE 8.0

void
circ_pen_set_colour (CircPen             *pen,
                     const CircPdfColour *colour)
{
  cairo_set_source_rgb (pen->cr, colour->red, colour->green, colour->blue);
}

void
circ_pen_draw_rule (CircPen             *pen,
                    double               x,
                    double               y,
                    double               width,
                    double               thickness,
                    const CircPdfColour *colour)
{
  /* A filled rectangle, because thin lines come out uneven on screens. */
  circ_pen_set_colour (pen, colour);
  cairo_rectangle (pen->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (pen->cr);
}

static void
draw_line (CircPen    *pen,
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
draw_running (CircPen *pen,
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

  circ_pen_set_colour (pen, &pdf->ink);
  draw_line (pen, marking, MARK_SIZE, TRUE, pdf->left, 24, width, 0.5);
  draw_line (pen, marking, MARK_SIZE, TRUE, pdf->left, foot, width, 0.5);
  if (advice != NULL)
    {
      draw_line (pen, advice, SMALL_SIZE, FALSE, pdf->left, 36, width, 0.5);
      draw_line (pen, advice, SMALL_SIZE, FALSE, pdf->left, foot + 12, width, 0.5);
    }
  circ_pen_set_colour (pen, &pdf->quiet);
  if (page > 0)
    draw_line (pen, report->title, SMALL_SIZE, FALSE, pdf->left, 25, side, 0);
  draw_line (pen, owner, SMALL_SIZE, FALSE, pdf->left, foot + 1, side, 0);
  draw_line (pen, report->made_on != NULL ? dated : report->reference, SMALL_SIZE, FALSE, pdf->left, foot + 12, side,
             0);
  draw_line (pen, number, SMALL_SIZE, FALSE, pdf->right - side, foot + 1, side, 1);
}

/* Its words, and the box it stands in, in the coordinates of the file: from the lower left. */
static void
set_logo_words (CircPen *pen)
{
  CircPdf *pdf = pen->pdf;
  const char *words = pdf->job->report->logo_alt != NULL ? pdf->job->report->logo_alt : _("Logo");
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (words, -1, NULL, NULL, NULL);
  g_autoptr(GString) keys = g_string_new ("/Alt <FEFF");
  const double box[] = { pdf->right - pdf->logo_width, pdf->height - pdf->top - pdf->logo_height, pdf->right,
                         pdf->height - pdf->top };
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; utf16 != NULL && utf16[i] != 0; i++)
    g_string_append_printf (keys, "%04X", utf16[i]);
  g_string_append (keys, "> /A << /O /Layout /BBox [");
  for (guint i = 0; i < G_N_ELEMENTS (box); i++)
    g_string_append_printf (keys, " %s", g_ascii_formatd (number, sizeof number, "%.2f", box[i]));
  g_string_append (keys, " ] >>");
  pdf->logo_words = g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
draw_logo (CircPen *pen)
{
  CircPdf *pdf = pen->pdf;
  double scale;

  if (pdf->logo == NULL)
    return;
  scale = pdf->logo_width / cairo_image_surface_get_width (pdf->logo);
  set_logo_words (pen);
  circ_pdf_tags_open (pdf->tags, "Figure", pdf->logo_words);
  circ_pdf_tags_begin_content (pdf->tags, pen->cr);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, pdf->right - pdf->logo_width, pdf->top);
  cairo_scale (pen->cr, scale, scale);
  cairo_set_source_surface (pen->cr, pdf->logo, 0, 0);
  /* PDF/A-1 forbids interpolated pictures, which is what cairo writes for every other filter. */
  cairo_pattern_set_filter (cairo_get_source (pen->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (pen->cr);
  cairo_restore (pen->cr);
  circ_pdf_tags_end_content (pdf->tags, pen->cr);
  circ_pdf_tags_close (pdf->tags);
}

static void
turn_to (CircPen *pen,
         guint32 *page,
         guint32  wanted)
{
  while (*page < wanted)
    {
      cairo_show_page (pen->cr);
      circ_pdf_tags_turn_page (pen->pdf->tags);
      (*page)++;
      draw_running (pen, *page);
    }
}

static void
add_outline (CircPen              *pen,
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
draw_text (CircPen         *pen,
           CircPdfContent  *content,
           const CircSlice *slice)
{
  CircPdfTags *tags = pen->pdf->tags;

  add_outline (pen, content, slice);
  if (slice->first > 0 && pen->text_element > 0)
    circ_pdf_tags_reopen (tags, pen->text_element);
  else
    pen->text_element = circ_pdf_tags_open (tags, content->tag, NULL);
  circ_pdf_tags_begin_content (tags, pen->cr);
  circ_pen_set_colour (pen, &content->colour);
  circ_set_text_draw (content->text, pen->cr, pen->pdf->left, (double) slice->y, slice->first, slice->n_lines, 0);
  circ_pdf_tags_end_content (tags, pen->cr);
  circ_pdf_tags_close (tags);
}

static void
draw_figures (CircPen         *pen,
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

      circ_pdf_tags_open (pen->pdf->tags, "P", NULL);
      circ_pdf_tags_begin_content (pen->pdf->tags, pen->cr);
      circ_pen_set_colour (pen, &pen->pdf->accent);
      circ_set_text_draw (value, pen->cr, x, (double) slice->y, 0, G_MAXUINT, 0);
      circ_pen_set_colour (pen, &pen->pdf->quiet);
      circ_set_text_draw (label, pen->cr, x, (double) slice->y + below, 0, G_MAXUINT, 0);
      circ_pdf_tags_end_content (pen->pdf->tags, pen->cr);
      circ_pdf_tags_close (pen->pdf->tags);
    }
}

static gboolean
draw_slice (CircPen         *pen,
            const CircSlice *slice,
            GError         **error)
{
  const CircFlowItem *item = &g_array_index (pen->pdf->items, CircFlowItem, slice->item);
  CircPdfContent *content = g_ptr_array_index (pen->pdf->contents, item->content);

  if (pen->in_table && item->kind != CIRC_FLOW_ROW && !slice->repeated)
    {
      circ_pen_end_table (pen);
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
        return circ_pen_draw_row (pen, content->table, slice, error);
      if (slice->repeated)
        {
          circ_pen_draw_head (pen, content->table, slice);
          return TRUE;
        }
      circ_pen_begin_table (pen, content->table, slice);
      return circ_report_table_rewind (content->table->table, error);
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
circ_pdf_draw (CircPdf         *pdf,
               cairo_surface_t *surface,
               const CircSlice *slices,
               guint            n_slices,
               guint            n_pages,
               GError         **error)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autoptr(GString) format = g_string_new (NULL);
  CircPen pen = { .pdf = pdf, .surface = surface, .n_pages = n_pages, .clean = clean, .format = format };
  guint32 page = 0;
  gboolean done = TRUE;

  pen.cr = cairo_create (surface);
  draw_running (&pen, 0);
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
        circ_pen_end_table (&pen);
      cairo_show_page (pen.cr);
    }
  circ_pen_clear_row (&pen);
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
