/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-documents WHAT ROWS FILE: writes ROWS rows of ten columns, by Circulate's writer or by the plainest loop that
 * somebody would write with the same library. bench.py runs the two in turn and prints the ratio. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <xlsxwriter.h>

#include "circ-export.h"

#define COLUMNS 10
#define A4_LANDSCAPE_WIDTH 841.89
#define A4_LANDSCAPE_HEIGHT 595.28

static const char *const titles[COLUMNS] = {
  "Ref", "What", "To whom", "How", "By whom", "When", "Due", "State", "Quantity", "Notes",
};

static char *
dup_cell (guint row,
          guint column)
{
  static const char *const words[] = {
    "newsletter", "annual report", "briefing", "online safety", "learning from reviews", "training programme",
  };
  const char *word = words[(row + column) % G_N_ELEMENTS (words)];

  switch (column)
    {
    case 0:
      return g_strdup_printf ("CP-2026-%05u", row + 1);
    case 1:
      return g_strdup_printf ("The %s for group %u of the partnership", word, row % 97);
    case 2:
      return g_strdup_printf ("Staff\nPartner organisations\nGroup %u", row % 31);
    case 6:
      return g_strdup_printf ("2026-%02u-%02u", row % 12 + 1, row % 28 + 1);
    case 8:
      return g_strdup_printf ("%u", row * 7 % 1000);
    default:
      return g_strdup_printf ("%s, part %u", word, (row * 13 + column) % 89);
    }
}

typedef struct {
  guint row;
  guint n_rows;
} Source;

static gboolean
next_row (CircReportRow *row,
          gpointer data,
          GError **error)
{
  Source *source = data;

  if (source->row == source->n_rows)
    return FALSE;
  for (guint column = 0; column < COLUMNS; column++)
    {
      g_autofree char *cell = dup_cell (source->row, column);

      circ_report_row_set (row, column, cell);
    }
  source->row++;
  return TRUE;
}

static gboolean
rewind_rows (gpointer data,
             GError **error)
{
  ((Source *) data)->row = 0;
  return TRUE;
}

static gboolean
write_ours (CircExportFormat format,
            guint n_rows,
            const char *path,
            GError **error)
{
  g_autoptr (CircReport) report = circ_report_new ("Circulation plan");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  CircReportTable *table;
  Source *source = g_new0 (Source, 1);

  source->n_rows = n_rows;
  circ_report_set_subtitle (report, "Wrenshire Safeguarding Partnership");
  circ_report_set_made_on (report, "21 November 2026");
  circ_report_set_orientation (report, CIRC_ORIENTATION_LANDSCAPE);
  table = circ_report_add_table (report, "Plan");
  for (guint column = 0; column < COLUMNS; column++)
    circ_report_table_add_column (table, titles[column],
                                  column == 6 ? CIRC_CELL_DATE : column == 8 ? CIRC_CELL_INTEGER : CIRC_CELL_TEXT,
                                  column == 1 ? 3 : 1.5, column == 0 ? CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW : 0);
  circ_report_table_set_row_source (table, n_rows, next_row, rewind_rows, source, g_free);
  return circ_report_export (report, format, target, NULL, NULL, NULL, NULL, error);
}

static int
write_bare_xlsx (guint n_rows,
                 const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Plan");
  lxw_format *wrap = workbook_add_format (book);

  format_set_text_wrap (wrap);
  for (guint column = 0; column < COLUMNS; column++)
    worksheet_write_string (sheet, 0, (lxw_col_t) column, titles[column], NULL);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < COLUMNS; column++)
      {
        g_autofree char *cell = dup_cell (row, column);

        if (column == 8)
          worksheet_write_number (sheet, row + 1, (lxw_col_t) column, g_ascii_strtod (cell, NULL), NULL);
        else
          worksheet_write_string (sheet, row + 1, (lxw_col_t) column, cell, wrap);
      }
  return workbook_close (book) == LXW_NO_ERROR ? 0 : 1;
}

/* A PangoLayout for every cell, no tags, no repeated header, no page numbers. */
static int
write_naive_pdf (guint n_rows,
                 const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, A4_LANDSCAPE_WIDTH, A4_LANDSCAPE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans 9");
  const double margin = 36, width = (A4_LANDSCAPE_WIDTH - 2 * margin) / COLUMNS;
  double y = margin;
  int status;

  for (guint row = 0; row < n_rows; row++)
    {
      PangoLayout *layouts[COLUMNS];
      int tallest = 0;

      for (guint column = 0; column < COLUMNS; column++)
        {
          g_autofree char *cell = dup_cell (row, column);
          int height;

          layouts[column] = pango_cairo_create_layout (cr);
          pango_layout_set_font_description (layouts[column], font);
          pango_layout_set_width (layouts[column], (int) ((width - 6) * PANGO_SCALE));
          pango_layout_set_text (layouts[column], cell, -1);
          pango_layout_get_pixel_size (layouts[column], NULL, &height);
          tallest = MAX (tallest, height);
        }
      if (y + tallest > A4_LANDSCAPE_HEIGHT - margin)
        {
          cairo_show_page (cr);
          y = margin;
        }
      for (guint column = 0; column < COLUMNS; column++)
        {
          cairo_move_to (cr, margin + column * width, y);
          pango_cairo_show_layout (cr, layouts[column]);
          g_object_unref (layouts[column]);
        }
      y += tallest + 6;
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  return status;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n_rows = argc == 4 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  int status = 2;

  if (n_rows == 0)
    g_printerr ("usage: bench-documents xlsx|bare-xlsx|pdf|naive-pdf|csv ROWS FILE\n");
  else if (g_str_equal (argv[1], "xlsx"))
    status = !write_ours (CIRC_EXPORT_XLSX, n_rows, argv[3], &error);
  else if (g_str_equal (argv[1], "pdf"))
    status = !write_ours (CIRC_EXPORT_PDF, n_rows, argv[3], &error);
  else if (g_str_equal (argv[1], "csv"))
    status = !write_ours (CIRC_EXPORT_CSV, n_rows, argv[3], &error);
  else if (g_str_equal (argv[1], "bare-xlsx"))
    status = write_bare_xlsx (n_rows, argv[3]);
  else if (g_str_equal (argv[1], "naive-pdf"))
    status = write_naive_pdf (n_rows, argv[3]);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return status;
}
