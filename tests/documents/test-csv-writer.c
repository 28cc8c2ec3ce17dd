/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-csv-reader.h"
#include "support.h"

static void
test_bytes (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.csv");
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  const char *rows[][5] = {
    { "A-1", "=HYPERLINK(\"http://x\")", "2026-12-04", "-7", "-50" },
    { "A-2", "two\nlines, \"quoted\"", "about May", "-about 7", NULL },
    { "A-3", "é ␀ 😀", NULL, NULL, "123456" },
  };
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *content = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    circ_report_table_add_row (table, rows[i]);
  notes = test_export (report, CIRC_EXPORT_CSV, file);
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==,
                   "\xef\xbb\xbfRef,What,Sent,People,Cost\r\n"
                   "A-1,\"'=HYPERLINK(\"\"http://x\"\")\",2026-12-04,-7,-0.50\r\n"
                   "A-2,\"two\nlines, \"\"quoted\"\"\",about May,'-about 7,\r\n"
                   "A-3,é ␀ 😀,,,1234.56\r\n");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (test_has_note (notes, "2 cells start like a formula"));
  test_remove_folder (folder);
}

/* Whatever text goes out comes back. */
static void
test_round_trip (void)
{
  static const char * const texts[] = {
    "=1+1", "'=1+1", "''=1", "'plain", "+", "-5", "@x", "\ttab", "'\ttab", " spaces ", "a,b;c", "\"", "\"\"", "x\"y",
    "one\ntwo", "\n", "sep=;", "é", "'", "", "trailing\n", "=", "-", "'-", "日本", "a\tb",
  };
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.csv");
  g_autoptr(CircReport) report = circ_report_new ("Texts");
  CircReportTable *table = circ_report_add_table (report, NULL);
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CircCsvTable) csv = NULL;

  circ_report_table_add_column (table, "=head", CIRC_CELL_TEXT, 1, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, "Other", CIRC_CELL_TEXT, 1, CIRC_COLUMN_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    circ_report_table_add_row (table, (const char *[]) { texts[i], texts[G_N_ELEMENTS (texts) - 1 - i] });
  notes = test_export (report, CIRC_EXPORT_CSV, file);
  csv = circ_csv_table_read_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (circ_csv_table_get_n_problems (csv), ==, 0);
  g_assert_cmpuint (circ_csv_table_get_n_rows (csv), ==, G_N_ELEMENTS (texts) + 1);
  g_assert_cmpstr (circ_csv_table_get_cell (csv, 0, 0), ==, "=head");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpstr (circ_csv_table_get_cell (csv, i + 1, 0), ==, texts[i]);
      g_assert_cmpstr (circ_csv_table_get_cell (csv, i + 1, 1), ==, texts[G_N_ELEMENTS (texts) - 1 - i]);
    }
  test_remove_folder (folder);
}

static void
test_one_blank_column (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.csv");
  g_autoptr(CircReport) report = circ_report_new ("Blank");
  CircReportTable *table = circ_report_add_table (report, NULL);
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(CircCsvTable) csv = NULL;

  circ_report_table_add_column (table, "A", CIRC_CELL_TEXT, 1, CIRC_COLUMN_NONE);
  circ_report_table_add_row (table, (const char *[]) { NULL });
  circ_report_table_add_row (table, (const char *[]) { "x" });
  notes = test_export (report, CIRC_EXPORT_CSV, file);
  csv = circ_csv_table_read_file (file, NULL, NULL);
  g_assert_cmpuint (circ_csv_table_get_n_rows (csv), ==, 3);
  test_remove_folder (folder);
}

static void
test_tables (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.csv");
  g_autoptr(CircReport) report = circ_report_new ("Tables");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *content = NULL;

  circ_report_add_paragraph (report, "Only words.");
  g_assert_false (circ_report_export (report, CIRC_EXPORT_CSV, file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED);
  for (int i = 0; i < 2; i++)
    {
      CircReportTable *table = circ_report_add_table (report, i == 0 ? "First" : "Second");

      circ_report_table_add_column (table, "A", CIRC_CELL_TEXT, 1, CIRC_COLUMN_NONE);
    }
  notes = test_export (report, CIRC_EXPORT_CSV, file);
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, "\xef\xbb\xbf" "First\r\nA\r\n\r\nSecond\r\nA\r\n");
  test_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/bytes", test_bytes);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);
  g_test_add_func ("/csv-writer/one-blank-column", test_one_blank_column);
  g_test_add_func ("/csv-writer/tables", test_tables);
  return g_test_run ();
}
