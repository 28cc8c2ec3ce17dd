/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <string.h>

#include "circ-cell.h"

/* Rows looked at to find widths. */
#define N_SAMPLE     2000
#define LEAST_SIZE   7.0
/* A flexible column is not made narrower than about twelve letters while there is another way. */
#define LEAST_LETTERS 6.0
/* The names in front of a matrix are read more often than its marks: they get this much before the size is kept. */
#define LEAST_NAME 16.0
/* A heading on end is broken when it is longer, at size 1; in a crowded matrix, where each line of it takes from the page's
 * width, when it is longer than this. */
#define UPRIGHT_LENGTH 11.0
#define CROWDED_LENGTH 16.0
/* The columns of a matrix are about square while there is room. */
#define SQUARE 2.4

typedef struct
{
  double *longest; /* per column, at size 1: the longest line */
  double *words;   /* the longest word */
  double *heads;   /* the longest word of the header */
} Measures;

/**
 * circ_pdf_cell_text:
 *
 * Returns: (transfer none): the cell as it is printed, in one of the two buffers or the row itself
 */
const char *
circ_pdf_cell_text (CircReportTable *table,
                    CircReportRow   *row,
                    guint            column,
                    GString         *clean,
                    GString         *format,
                    CircTextCounts  *counts)
{
  const char *text = circ_text_clean (circ_report_row_get (row, column), clean, counts);

  if (*text == '\0')
    return text;
  return circ_cell_format (circ_report_table_get_column (table, column)->type, text, format);
}

/* Dates, numbers and what is declared narrow take what they need; the others share the rest. */
static gboolean
is_fixed (const CircReportColumn *column)
{
  return column->type != CIRC_CELL_TEXT || (column->flags & (CIRC_COLUMN_NARROW | CIRC_COLUMN_UPRIGHT)) != 0;
}

/* Returns: the width below which a heading would be cut, at size 1: its longest word, or on end as many lines as it has
 * beside each other */
static double
measure_head (CircPdf      *pdf,
              CircPdfTable *self,
              const char   *title,
              guint         column)
{
  if (self->columns[column].upright)
    return CIRC_LINE_PITCH * circ_typesetter_count_lines (pdf->typesetter, title, 1, TRUE, self->head_length);
  return circ_typesetter_measure (pdf->typesetter, title, 1, TRUE, TRUE);
}

/* @table: @self's, or another with the same columns */
static gboolean
measure (CircPdf          *pdf,
         CircPdfTable     *self,
         CircReportTable  *table,
         Measures         *measures,
         GError          **error)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autoptr(GString) format = g_string_new (NULL);
  GError *row_error = NULL;
  CircReportRow *row;

  for (guint i = 0; i < self->n_columns; i++)
    measures->heads[i] = measure_head (pdf, self, circ_report_table_get_column (table, i)->title, i);
  if (!circ_report_table_rewind (table, error))
    return FALSE;
  for (int n = 0; n < N_SAMPLE && (row = circ_report_table_next (table, &row_error)) != NULL; n++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        CircTextCounts ignored = { 0 };
        const char *text = circ_pdf_cell_text (table, row, i, clean, format, &ignored);
        gboolean bold = self->columns[i].bold;

        if (*text == '\0')
          continue;
        measures->longest[i] = MAX (measures->longest[i],
                                    circ_typesetter_measure (pdf->typesetter, text, 1, bold, FALSE));
        if (circ_report_table_get_column (table, i)->type == CIRC_CELL_TEXT)
          measures->words[i] = MAX (measures->words[i],
                                    circ_typesetter_measure (pdf->typesetter, text, 1, bold, TRUE));
        else
          measures->words[i] = measures->longest[i];
      }
  if (row_error != NULL)
    g_propagate_error (error, row_error);
  return row_error == NULL;
}

/* The widths below which words would be cut, at @size. Returns their sum with the gaps. One long address is no reason to
 * give its column more of the page than it asked for: it is cut instead. */
static double
least_widths (CircPdfTable   *self,
              const Measures *measures,
              double          size,
              double          room,
              double         *least)
{
  double sum = self->gap * (self->n_columns - 1);
  double weights = 0;
  gboolean matrix = circ_report_table_is_upright (self->table);

  for (guint i = 0; i < self->n_columns; i++)
    if (!is_fixed (circ_report_table_get_column (self->table, i)))
      weights += circ_report_table_get_column (self->table, i)->weight;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (self->table, i);
      double most = is_fixed (column) ? 0.3 : MAX (0.15, 0.75 * column->weight / MAX (weights, 1e-9));
      double wanted = MAX (measures->words[i], measures->heads[i]);

      if (!is_fixed (column))
        wanted = MIN (MAX (wanted, matrix ? LEAST_NAME : LEAST_LETTERS), MAX (measures->longest[i], measures->heads[i]));
      least[i] = MIN (wanted * size, room * most) + 0.6;
      sum += least[i];
    }
  return sum;
}

/* Gives what is left of the page to the flexible columns by weight, to none more than its longest line while others
 * still wrap. */
static void
share (CircPdfTable   *self,
       const Measures *measures,
       double          left)
{
  g_autofree gboolean *settled = g_new0 (gboolean, self->n_columns);
  gboolean changed = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      settled[i] = is_fixed (circ_report_table_get_column (self->table, i));
      if (!settled[i])
        left += self->columns[i].width;
    }
  while (changed)
    {
      double weights = 0;

      changed = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        weights += settled[i] ? 0 : circ_report_table_get_column (self->table, i)->weight;
      for (guint i = 0; i < self->n_columns && !changed; i++)
        {
          CircPdfColumn *column = &self->columns[i];
          double part = left * circ_report_table_get_column (self->table, i)->weight / MAX (weights, 1e-9);
          double whole = MAX (measures->longest[i], measures->heads[i]) * self->size + 0.6;

          if (settled[i] || (whole > part && part >= column->width))
            continue;
          /* Either its text is shorter than its share, or its longest word is longer. */
          column->width = whole <= part ? whole : column->width;
          left -= column->width;
          settled[i] = changed = TRUE;
        }
      if (!changed)
        for (guint i = 0; i < self->n_columns; i++)
          if (!settled[i])
            self->columns[i].width = left * circ_report_table_get_column (self->table, i)->weight / weights;
    }
}

/* A table that needs most of the page takes all of it, so that pages look alike; a small one stays small. */
static void
stretch (CircPdfTable *self,
         double        room)
{
  double sum = self->gap * (self->n_columns - 1);
  guint n_flexible = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      sum += self->columns[i].width;
      n_flexible += !is_fixed (circ_report_table_get_column (self->table, i));
    }
  /* Marks that stand far from the name of their row are hard to follow. */
  if (sum < 0.55 * room || circ_report_table_is_upright (self->table))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    if (n_flexible == 0)
      self->columns[i].width += (room - sum) / self->n_columns;
    else if (!is_fixed (circ_report_table_get_column (self->table, i)))
      self->columns[i].width += (room - sum) / n_flexible;
}

/* Widens the columns of a matrix out of @left. Returns: what is left then. */
static double
make_square (CircPdfTable *self,
             double        left)
{
  double wanted = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].upright)
      wanted += MAX (SQUARE * self->size - self->columns[i].width, 0);
  for (guint i = 0; i < self->n_columns && wanted > 0; i++)
    if (self->columns[i].upright)
      self->columns[i].width += MAX (SQUARE * self->size - self->columns[i].width, 0) * MIN (left / wanted, 1);
  return left - MIN (left, wanted);
}

/* The height of the table at @size, as far as each row is a line. */
static double
estimate_height (CircPdfTable *self,
                 double        size)
{
  double row = size * CIRC_LINE_PITCH + 2 * self->padding;

  return (double) circ_report_table_n_rows (self->table) * row + self->head_length * size + row;
}

/* A matrix that a smaller size would bring to one page is set in that size. */
static void
fit_page (CircPdf      *pdf,
          CircPdfTable *self)
{
  double room = pdf->bottom - pdf->top;

  for (guint i = 0; i < pdf->items->len; i++)
    {
      const CircFlowItem *item = &g_array_index (pdf->items, CircFlowItem, i);

      room -= (double) item->padding + (double) item->space + item->n_lines * (double) item->pitch;
    }
  if (!circ_report_table_is_upright (self->table) || estimate_height (self, LEAST_SIZE) > room)
    return;
  while (self->size > LEAST_SIZE && estimate_height (self, self->size) > room)
    self->size -= 0.5;
}

/* A crowded matrix has its names in more lines before numbers are broken and headings cut. Returns: the sum of @least then. */
static double
narrow_names (CircPdfTable   *self,
              const Measures *measures,
              double          room,
              double          sum,
              double         *least)
{
  for (guint i = 0; i < self->n_columns && circ_report_table_is_upright (self->table); i++)
    if (sum > room && !is_fixed (circ_report_table_get_column (self->table, i)))
      {
        double fewest = MAX (measures->words[i], LEAST_LETTERS) * self->size + 0.6;
        double less = CLAMP (least[i] - fewest, 0, sum - room);

        least[i] -= less;
        sum -= less;
      }
  return sum;
}

static void
lay_columns (CircPdf      *pdf,
             CircPdfTable *self,
             Measures     *measures)
{
  double room = pdf->right - pdf->left;
  g_autofree double *least = g_new0 (double, self->n_columns);
  double sum;
  double x = pdf->left;

  self->size = MAX (pdf->body - 1, LEAST_SIZE);
  fit_page (pdf, self);
  while ((sum = least_widths (self, measures, self->size, room, least)) > room && self->size > LEAST_SIZE)
    self->size -= 0.5;
  if (sum > room && circ_report_table_is_upright (self->table))
    {
      self->head_length = CROWDED_LENGTH;
      for (guint i = 0; i < self->n_columns; i++)
        measures->heads[i] = measure_head (pdf, self, circ_report_table_get_column (self->table, i)->title, i);
      sum = least_widths (self, measures, self->size, room, least);
    }
  sum = narrow_names (self, measures, room, sum, least);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = sum > room ? least[i] * room / sum : least[i];
  if (sum <= room)
    {
      share (self, measures, make_square (self, room - sum));
      stretch (self, room);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].x = x;
      x += self->columns[i].width + self->gap * (sum > room ? room / sum : 1);
    }
  self->width = self->columns[self->n_columns - 1].x + self->columns[self->n_columns - 1].width - pdf->left;
}

static gboolean
has_same_columns (CircReportTable *table,
                  CircReportTable *other)
{
  guint n = circ_report_table_n_columns (table);

  if (circ_report_table_n_columns (other) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (table, i);
      const CircReportColumn *beside = circ_report_table_get_column (other, i);

      if (strcmp (column->title, beside->title) != 0 || column->type != beside->type || column->flags != beside->flags)
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer none) (nullable): a table that is planned already, with the same columns */
static CircPdfTable *
find_alike (CircPdf         *pdf,
            CircReportTable *table)
{
  for (guint i = 0; i < pdf->contents->len; i++)
    {
      const CircPdfContent *content = g_ptr_array_index (pdf->contents, i);

      if (content->table != NULL && has_same_columns (content->table->table, table))
        return content->table;
    }
  return NULL;
}

/* Tables with the same columns are one table in parts: the columns stand under each other from part to part. */
static gboolean
plan_columns (CircPdf       *pdf,
              CircPdfTable  *self,
              Measures      *measures,
              GError       **error)
{
  const CircPdfTable *alike = find_alike (pdf, self->table);
  GPtrArray *blocks = pdf->job->report->blocks;

  if (alike != NULL)
    {
      memcpy (self->columns, alike->columns, self->n_columns * sizeof (CircPdfColumn));
      self->size = alike->size;
      self->head_length = alike->head_length;
      self->width = alike->width;
      return TRUE;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == CIRC_BLOCK_TABLE && has_same_columns (block->table, self->table) &&
          !measure (pdf, self, block->table, measures, error))
        return FALSE;
    }
  lay_columns (pdf, self, measures);
  return TRUE;
}

static void
set_head (CircPdf      *pdf,
          CircPdfTable *self,
          guint         column)
{
  const char *title = circ_report_table_get_column (self->table, column)->title;
  double width = self->columns[column].width;

  if (self->columns[column].upright)
    {
      width = self->head_length * self->size;
      self->upright = MAX (self->upright,
                           MIN (circ_typesetter_measure (pdf->typesetter, title, self->size, TRUE, FALSE), width));
    }
  self->head[column] = circ_typesetter_set (pdf->typesetter, title, self->size, TRUE, width);
}

/**
 * circ_pdf_table_plan:
 *
 * Finds the size of the text and the width of each column, and sets the header.
 *
 * Returns: (transfer full): or NULL when the rows cannot be read
 */
CircPdfTable *
circ_pdf_table_plan (CircPdf          *pdf,
                     CircReportTable  *table,
                     GError          **error)
{
  guint n = circ_report_table_n_columns (table);
  g_autofree double *longest = g_new0 (double, n + 1);
  g_autofree double *words = g_new0 (double, n + 1);
  g_autofree double *heads = g_new0 (double, n + 1);
  Measures measures = { longest, words, heads };
  CircPdfTable *self = g_new0 (CircPdfTable, 1);

  self->table = table;
  self->n_columns = n;
  self->columns = g_new0 (CircPdfColumn, n + 1);
  self->head = g_new0 (CircSetText *, n + 1);
  self->head_length = UPRIGHT_LENGTH;
  self->padding = circ_report_table_is_upright (table) ? CIRC_PDF_MATRIX_PADDING : CIRC_PDF_CELL_PADDING;
  self->gap = circ_report_table_is_upright (table) ? CIRC_PDF_MATRIX_GAP : CIRC_PDF_COLUMN_GAP;
  for (guint i = 0; i < n; i++)
    {
      const CircReportColumn *column = circ_report_table_get_column (table, i);

      self->columns[i].upright = (column->flags & CIRC_COLUMN_UPRIGHT) != 0;
      self->columns[i].align = self->columns[i].upright ? 0.5 : circ_report_column_is_figure (column) ? 1 : 0;
      self->columns[i].bold = (column->flags & CIRC_COLUMN_ROW_HEADER) != 0;
    }
  if (n == 0)
    return self;
  if (!plan_columns (pdf, self, &measures, error))
    {
      circ_pdf_table_free (self);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    set_head (pdf, self, i);
  return self;
}

void
circ_pdf_table_free (CircPdfTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->head[i], circ_set_text_free);
  g_free (self->head);
  g_free (self->columns);
  g_free (self);
}
