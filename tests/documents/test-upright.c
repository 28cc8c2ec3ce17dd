/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of many narrow columns: headings on end, and everything on the paper. */
#include "config.h"

#include <poppler.h>
#include <string.h>

#include "support.h"

static CircReport *
make (guint n_rows,
      guint n_columns)
{
  CircReport *report = circ_report_new ("Lamps");
  CircReportTable *table = circ_report_add_table (report, NULL);

  circ_report_set_orientation (report, CIRC_ORIENTATION_LANDSCAPE);
  circ_report_table_add_column (table, "Method", CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("Lamplighters%02u", i + 1);

      circ_report_table_add_column (table, title, CIRC_CELL_INTEGER, 1, CIRC_COLUMN_UPRIGHT);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup_printf ("Way of telling people %u", i + 1));
      for (guint j = 0; j < n_columns; j++)
        g_ptr_array_add (cells, j == 0 ? g_strdup_printf ("%u", 700 + i) : g_strdup ("X"));
      circ_report_table_add_row (table, (const char *const *) cells->pdata);
    }
  return report;
}

static PopplerDocument *
render (CircReport *report)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GBytes) bytes = circ_report_render_pdf (report, NULL, NULL, NULL, &notes, &error);
  PopplerDocument *document;

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* Every heading once, higher than wide, and all of it on the paper. */
static void
assert_headings (PopplerPage *page,
                 guint        n_columns)
{
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("Lamplighters%02u", i + 1);
      GList *found = poppler_page_find_text (page, title);
      const PopplerRectangle *where;

      g_test_message ("%s", title);
      g_assert_cmpuint (g_list_length (found), ==, 1);
      where = found->data;
      g_assert_cmpfloat (where->y2 - where->y1, >, 3 * (where->x2 - where->x1));
      g_assert_cmpfloat (where->x1, >, 40);
      g_assert_cmpfloat (where->x2, <, width - 40);
      g_assert_cmpfloat (where->y1, >, 40);
      g_assert_cmpfloat (where->y2, <, height - 40);
      g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
    }
}

static void
test_paper (void)
{
  static const struct
  {
    guint n_rows;
    guint n_columns;
    int   n_pages; /* 0: several */
  } cases[] = { { 1, 1, 1 }, { 14, 8, 1 }, { 19, 12, 1 }, { 60, 31, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CircReport) report = make (cases[i].n_rows, cases[i].n_columns);
      PopplerDocument *document = render (report);
      int n_pages = poppler_document_get_n_pages (document);
      g_autoptr(GString) text = g_string_new (NULL);

      g_assert_true (cases[i].n_pages == 0 ? n_pages > 1 : n_pages == cases[i].n_pages);
      for (int j = 0; j < n_pages; j++)
        {
          PopplerPage *page = poppler_document_get_page (document, j);
          g_autofree char *words = poppler_page_get_text (page);

          assert_headings (page, cases[i].n_columns);
          g_string_append (text, words);
          g_object_unref (page);
        }
      for (guint j = 0; j < cases[i].n_rows; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", 700 + j);

          g_assert_nonnull (strstr (text->str, number));
        }
      g_object_unref (document);
    }
}

static void
test_tags (void)
{
  g_autoptr(CircReport) report = make (3, 4);
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.pdf");
  g_autoptr(GPtrArray) notes = test_export (report, CIRC_EXPORT_PDF, file);
  g_autofree char *structure = test_run ("pdfinfo", "-struct-text", g_file_peek_path (file), NULL);

  g_assert_nonnull (strstr (structure, "\"Lamplighters04\""));
  g_assert_nonnull (strstr (structure, "\"Way of telling people 3\""));
  g_free (test_run ("qpdf", "--check", g_file_peek_path (file), NULL));
  test_remove_folder (folder);
}

static void
test_sheet (void)
{
  static const char *const parts[] = { "<pane xSplit=\"1\" ySplit=\"", "orientation=\"landscape\"", "<v>701</v>" };
  g_autoptr(CircReport) report = make (3, 30);
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.xlsx");
  g_autoptr(GPtrArray) notes = test_export (report, CIRC_EXPORT_XLSX, file);
  const char *path = g_file_peek_path (file);
  g_autofree char *sheet = test_run ("unzip", "-p", path, "xl/worksheets/sheet2.xml", NULL);
  g_autofree char *styles = test_run ("unzip", "-p", path, "xl/styles.xml", NULL);
  g_autofree char *workbook = test_run ("unzip", "-p", path, "xl/workbook.xml", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (sheet, parts[i]));
  g_assert_null (strstr (sheet, "autoFilter"));
  g_assert_nonnull (strstr (styles, "textRotation=\"90\""));
  g_assert_nonnull (strstr (workbook, "$A:$A"));
  test_remove_folder (folder);
}

/* Thirty long headings: no number is broken, no heading loses a word, and the names of rows keep their room. */
static void
test_crowded (void)
{
  g_autoptr(CircReport) report = circ_report_new ("Lamps");
  CircReportTable *table = circ_report_add_table (report, NULL);
  PopplerDocument *document;
  PopplerPage *page;
  g_autofree char *words = NULL;

  circ_report_set_orientation (report, CIRC_ORIENTATION_LANDSCAPE);
  circ_report_table_add_column (table, "Method", CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s%02u", i % 2 == 0 ? "Senior lamplighters and leaders of the guild "
                                                                     : "Keepers of bells and beacons ", i + 1);

      circ_report_table_add_column (table, title, CIRC_CELL_INTEGER, 1, CIRC_COLUMN_UPRIGHT);
    }
  circ_report_table_add_column (table, "Total", CIRC_CELL_INTEGER, 1, CIRC_COLUMN_UPRIGHT);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup_printf ("Communications in the square, by the crier of the day %u", i + 1));
      for (guint j = 0; j < 30; j++)
        g_ptr_array_add (cells, g_strdup ("24"));
      g_ptr_array_add (cells, g_strdup_printf ("%u", 720 + i));
      circ_report_table_add_row (table, (const char *const *) cells->pdata);
    }
  document = render (report);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  words = poppler_page_get_text (page);
  g_test_message ("%s", words);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 720 + i);

      g_assert_nonnull (strstr (words, number));
    }
  g_assert_nonnull (strstr (words, "Communications"));
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *number = g_strdup_printf ("%02u", i + 1);

      g_assert_nonnull (strstr (words, number));
    }
  g_object_unref (page);
  g_object_unref (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upright/paper", test_paper);
  g_test_add_func ("/upright/crowded", test_crowded);
  g_test_add_func ("/upright/tags", test_tags);
  g_test_add_func ("/upright/sheet", test_sheet);
  return g_test_run ();
}
