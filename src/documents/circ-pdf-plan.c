/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* From the report to items with heights; see circ-pdf-pages.h. */

static const char * const heading_tags[] = { "H1", "H2", "H3", "H4" };

static CircPdfContent *
add_content (CircPdf     *pdf,
             CircPdfKind  kind)
{
  CircPdfContent *content = g_new0 (CircPdfContent, 1);

  content->kind = kind;
  g_ptr_array_add (pdf->contents, content);
  return content;
}

static CircFlowItem *
add_item (CircPdf      *pdf,
          CircFlowKind  kind,
          double        space)
{
  CircFlowItem item = { .kind = kind, .content = pdf->contents->len - 1, .space = (float) space };

  g_array_append_val (pdf->items, item);
  return &g_array_index (pdf->items, CircFlowItem, pdf->items->len - 1);
}

static CircPdfContent *
add_text (CircPdf       *pdf,
          const char    *text,
          const char    *tag,
          double         size,
          gboolean       bold,
          double         width,
          double         space,
          gboolean       keep)
{
  CircPdfContent *content = add_content (pdf, CIRC_PDF_TEXT);
  CircFlowItem *item = add_item (pdf, CIRC_FLOW_LINES, space);

  content->tag = tag;
  content->colour = pdf->ink;
  content->text = circ_typesetter_set (pdf->typesetter, text, size, bold, width);
  item->n_lines = circ_set_text_get_n_lines (content->text);
  item->pitch = (float) (size * CIRC_LINE_PITCH);
  item->keep = keep;
  return content;
}

static void
add_gap (CircPdf *pdf,
         double   height)
{
  add_content (pdf, CIRC_PDF_GAP);
  add_item (pdf, CIRC_FLOW_WHOLE, 0)->padding = (float) height;
}

static void
add_outline (CircPdfContent *content,
             const char     *name,
             int             level)
{
  content->outline = level;
  content->name = g_strdup (name);
  /* One line, however long the heading. */
  g_strdelimit (content->name, "\n\t", ' ');
}

static void
plan_title_block (CircPdf *pdf)
{
  CircReport *report = pdf->job->report;
  double width = pdf->right - pdf->left - (pdf->logo != NULL ? pdf->logo_width + 18 : 0);
  double small = pdf->body * 0.9;
  CircPdfContent *title = add_text (pdf, report->title, "H1", pdf->body * 1.9, TRUE, width, 0, TRUE);
  double used = 0;

  title->colour = pdf->accent;
  add_outline (title, report->title, 1);
  if (report->subtitle != NULL)
    add_text (pdf, report->subtitle, "P", pdf->body * 1.15, TRUE, width, 3, FALSE);
  if (report->period != NULL)
    add_text (pdf, report->period, "P", pdf->body, FALSE, width, 1, FALSE);
  if (report->included != NULL)
    {
      /* translators: what of the whole the document holds */
      g_autofree char *line = g_strdup_printf (_("Included: %s"), report->included);

      add_text (pdf, line, "P", small, FALSE, width, 3, FALSE)->colour = pdf->quiet;
    }
  if (report->made_on != NULL)
    {
      /* translators: %s is a date and time */
      g_autofree char *line = g_strdup_printf (_("Made on %s"), report->made_on);

      add_text (pdf, line, "P", small, FALSE, width, 1, FALSE)->colour = pdf->quiet;
    }
  for (guint i = 0; i < pdf->items->len; i++)
    {
      const CircFlowItem *item = &g_array_index (pdf->items, CircFlowItem, i);

      used += (double) item->padding + (double) item->space + item->n_lines * (double) item->pitch;
    }
  /* What follows starts below the logo. */
  add_gap (pdf, MAX (pdf->logo != NULL ? pdf->logo_height - used : 0, 0) + 8);
}

static void
plan_heading (CircPdf    *pdf,
              int         level,
              double      scale,
              const char *text)
{
  CircPdfContent *content = add_text (pdf, text, heading_tags[level], pdf->body * scale, TRUE,
                                      pdf->right - pdf->left, pdf->body * (level == 1 ? 1.4 : 1.1), TRUE);

  content->colour = pdf->accent;
  add_outline (content, text, level + 1);
}

static void
plan_figures (CircPdf *pdf,
              GArray  *figures)
{
  double width = (pdf->right - pdf->left) / CIRC_PDF_FIGURES_PER_LINE - CIRC_PDF_COLUMN_GAP;
  double size = pdf->body * 1.8;
  double small = pdf->body * 0.85;

  for (guint i = 0; i < figures->len; i += CIRC_PDF_FIGURES_PER_LINE)
    {
      CircPdfContent *content = add_content (pdf, CIRC_PDF_FIGURES);
      guint n_values = 1;
      guint n_labels = 1;

      content->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_set_text_free);
      content->values = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_set_text_free);
      for (guint j = i; j < MIN (i + CIRC_PDF_FIGURES_PER_LINE, figures->len); j++)
        {
          const CircKeyFigure *figure = &g_array_index (figures, CircKeyFigure, j);
          CircSetText *value = circ_typesetter_set (pdf->typesetter, figure->value, size, TRUE, width);
          CircSetText *label = circ_typesetter_set (pdf->typesetter, figure->label, small, FALSE, width);

          n_values = MAX (n_values, circ_set_text_get_n_lines (value));
          n_labels = MAX (n_labels, circ_set_text_get_n_lines (label));
          g_ptr_array_add (content->values, value);
          g_ptr_array_add (content->labels, label);
        }
      add_item (pdf, CIRC_FLOW_WHOLE, pdf->body * 0.8)->padding =
        (float) ((n_values * size + n_labels * small) * CIRC_LINE_PITCH);
    }
}

/* One item per row, with the lines of its highest cell. */
static gboolean
plan_rows (CircPdf       *pdf,
           CircPdfTable  *table,
           GError       **error)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autoptr(GString) format = g_string_new (NULL);
  GError *row_error = NULL;
  CircReportRow *row;

  if (!circ_report_table_rewind (table->table, error))
    return FALSE;
  while ((row = circ_report_table_next (table->table, &row_error)) != NULL)
    {
      CircFlowItem *item = add_item (pdf, CIRC_FLOW_ROW, 0);

      item->n_lines = 1;
      item->pitch = (float) (table->size * CIRC_LINE_PITCH);
      item->padding = (float) (2 * table->padding);
      for (guint i = 0; i < table->n_columns; i++)
        {
          const char *text = circ_pdf_cell_text (table->table, row, i, clean, format, &pdf->job->counts);
          guint n = circ_typesetter_count_lines (pdf->typesetter, text, table->size, table->columns[i].bold,
                                                 table->columns[i].width);

          item->n_lines = MAX (item->n_lines, n);
        }
      if (!circ_job_step (pdf->job, error))
        return FALSE;
    }
  if (row_error != NULL)
    g_propagate_error (error, row_error);
  return row_error == NULL;
}

/* @above is the level of the heading that the table stands under; 0 for none. */
static gboolean
plan_table (CircPdf          *pdf,
            CircReportTable  *table,
            int               above,
            GError          **error)
{
  const char *title = circ_report_table_get_title (table);
  CircPdfContent *content;
  CircFlowItem *head;
  guint n_head = 1;
  guint n_before;

  if (title != NULL && g_strcmp0 (title, pdf->job->report->title) != 0)
    plan_heading (pdf, MIN (above + 1, 3), above < 2 ? 1.2 : 1.05, title);
  content = add_content (pdf, CIRC_PDF_TABLE);
  content->table = circ_pdf_table_plan (pdf, table, error);
  if (content->table == NULL)
    return FALSE;
  if (content->table->n_columns == 0)
    return TRUE;

  for (guint i = 0; i < content->table->n_columns; i++)
    if (!content->table->columns[i].upright)
      n_head = MAX (n_head, circ_set_text_get_n_lines (content->table->head[i]));
  n_head = MAX (n_head, (guint) ceil (content->table->upright / (content->table->size * CIRC_LINE_PITCH)));
  head = add_item (pdf, CIRC_FLOW_HEAD, pdf->body * 0.6);
  /* A header that fills pages would leave no room for what it heads. */
  head->n_lines = MIN (n_head, (guint) (0.4 * (pdf->bottom - pdf->top) / (content->table->size * CIRC_LINE_PITCH)));
  head->pitch = (float) (content->table->size * CIRC_LINE_PITCH);
  head->padding = (float) (2 * content->table->padding);
  head->keep = TRUE;
  n_before = pdf->items->len;
  if (!plan_rows (pdf, content->table, error))
    return FALSE;
  if (pdf->items->len == n_before)
    add_text (pdf, circ_report_table_get_empty (table), "P", content->table->size, FALSE, pdf->right - pdf->left,
              CIRC_PDF_CELL_PADDING, FALSE)->colour = pdf->quiet;
  add_gap (pdf, pdf->body * 0.5);
  return TRUE;
}

/**
 * circ_pdf_plan:
 *
 * Fills @pdf's items and contents; reads all rows once.
 */
gboolean
circ_pdf_plan (CircPdf  *pdf,
               GError  **error)
{
  static const double scales[] = { 1.4, 1.2, 1.05 };
  GPtrArray *blocks = pdf->job->report->blocks;
  int level = 0;

  plan_title_block (pdf);
  for (guint i = 0; i < blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (blocks, i);

      switch (block->kind)
        {
        case CIRC_BLOCK_HEADING:
          level = block->level;
          plan_heading (pdf, level, scales[level - 1], block->text);
          break;
        case CIRC_BLOCK_PARAGRAPH:
          add_text (pdf, block->text, "P", pdf->body, FALSE, pdf->right - pdf->left, pdf->body * 0.6, FALSE);
          break;
        case CIRC_BLOCK_KEY_FIGURES:
          plan_figures (pdf, block->figures);
          break;
        case CIRC_BLOCK_TABLE:
          if (!plan_table (pdf, block->table, level, error))
            return FALSE;
          break;
        default:
          break;
        }
      if (!circ_document_check_cancelled (pdf->job->cancellable, error))
        return FALSE;
    }
  return TRUE;
}
