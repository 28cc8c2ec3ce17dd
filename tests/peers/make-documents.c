/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-csv-reader.h"
#include "circ-export.h"

/* Writes documents for other programs to open: make-documents FOLDER [PLAN.csv]. Beside each stands a file with the
 * words that must be found in it, one a line. */

static const char *folder;

static void
take_words (GString    *words,
            const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_auto(GStrv) parts = NULL;

  g_strdelimit (copy, " \n\t", ' ');
  parts = g_strsplit (copy, " ", -1);
  for (int i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s\n", parts[i]);
}

static void
save (CircReport *report,
      const char *name,
      GString    *words)
{
  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_PDF; format++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, circ_export_format_get_extension (format));
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GPtrArray) notes = NULL;
      g_autoptr(GError) error = NULL;

      if (!circ_report_export (report, format, file, NULL, NULL, NULL, &notes, &error))
        g_error ("%s: %s", path, error->message);
      for (guint i = 0; i < notes->len; i++)
        g_print ("%s.%s: %s\n", name, circ_export_format_get_name (format), (char *) g_ptr_array_index (notes, i));
    }
  if (words != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.words", folder, name);

      if (!g_file_set_contents (path, words->str, (gssize) words->len, NULL))
        g_error ("%s could not be written", path);
    }
}

static CircReport *
new_report (const char      *title,
            CircOrientation  orientation,
            gboolean         logo)
{
  static const char svg[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"290\" height=\"90\"><circle cx=\"45\" cy=\"45\" r=\"40\" "
    "fill=\"#1d3f66\"/><circle cx=\"45\" cy=\"45\" r=\"18\" fill=\"#ffffff\"/><rect x=\"105\" y=\"20\" width=\"180\" "
    "height=\"18\" fill=\"#1d3f66\"/><rect x=\"105\" y=\"52\" width=\"120\" height=\"18\" fill=\"#8aa4c0\"/></svg>";
  CircReport *report = circ_report_new (title);
  CircReportBrand brand = { .typeface = "Arial", .logo_alt = "Northbridge partnership" };

  if (logo)
    brand.logo = g_bytes_new_static (svg, strlen (svg));
  circ_report_set_brand (report, &brand);
  g_clear_pointer (&brand.logo, g_bytes_unref);
  circ_report_set_subtitle (report, "Northbridge Safeguarding Children Partnership");
  circ_report_set_period (report, "April 2026 to March 2027");
  circ_report_set_made_on (report, "21 November 2026, 09:14");
  circ_report_set_orientation (report, orientation);
  return report;
}

static void
make_plan (const char *path)
{
  static const char * const titles[] = { "What", "To whom", "How", "By whom", "When" };
  g_autoptr(CircReport) report = new_report ("Circulation plan", CIRC_ORIENTATION_LANDSCAPE, TRUE);
  CircReportTable *table = circ_report_add_table (report, "Circulation plan");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(CircCsvTable) csv = circ_csv_table_read_file (file, NULL, &error);
  g_autoptr(GString) words = g_string_new (NULL);

  if (csv == NULL)
    g_error ("%s", error->message);
  circ_report_set_included (report, "All 17 items");
  circ_report_table_add_column (table, "Reference", CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    circ_report_table_add_column (table, titles[i], CIRC_CELL_TEXT, i == 0 || i == 2 ? 1.4 : 1, CIRC_COLUMN_NONE);
  for (guint i = 1; i < circ_csv_table_get_n_rows (csv); i++)
    {
      g_autofree char *reference = g_strdup_printf ("CP-2026-%03u", i);
      const char *cells[6] = { reference };

      for (guint j = 0; j < 5; j++)
        {
          cells[j + 1] = circ_csv_table_get_cell (csv, i, j);
          take_words (words, cells[j + 1]);
        }
      take_words (words, reference);
      circ_report_table_add_row (table, cells);
    }
  save (report, "plan", words);
}

static void
add_odd_columns (CircReportTable *table)
{
  circ_report_table_add_column (table, "Ref", CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Text", CIRC_CELL_TEXT, 3, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, "Sent", CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Logged", CIRC_CELL_DATE_TIME, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Recipients", CIRC_CELL_INTEGER, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Cost", CIRC_CELL_MONEY, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Done", CIRC_CELL_BOOLEAN, 1, CIRC_COLUMN_NARROW);
}

static void
make_odd (void)
{
  static const char * const rows[][7] = {
    { "CP-001", "=HYPERLINK(\"http://x\")", "2026-12-04", "2026-12-04T09:30", "1204", "123456", "1" },
    { "CP-002", "control \x01 characters \x1b and \x7f", "2027-02-28", "2027-02-28 23:59", "-7", "-50", "0" },
    { "CP-003", "smile 😀 family 👩‍👩‍👧 flag 🇬🇧 done ✔", "1899-01-01", "", "0", "0", NULL },
    { "CP-004", "Arabic: السلام عليكم ورحمة الله وبركاته end", "about May", "soon", "about 30", "£3", "maybe" },
    { "CP-005", "_x0041_ stays and <r>x</r> & \"quotes\" 'too'", NULL, NULL, "123456789012345678", NULL, NULL },
    { "CP-006", "+1+1 and @SUM(A1) and http://example.org/a?b=c", NULL, NULL, NULL, NULL, NULL },
    { "CP-007", "@SUM(A1:A9)", NULL, NULL, NULL, NULL, NULL },
    { "CP-008", "broken \xff\xfe bytes and nonchar \xef\xbf\xbf end", NULL, NULL, NULL, NULL, NULL },
    { "CP-009", "Zoë O’Brien-Łukasz, £10 – “quoted” … ﬁn, Ελληνικά, Кириллица", NULL, NULL, NULL, NULL, NULL },
  };
  g_autoptr(CircReport) report = new_report ("Odd texts & <all> of them", CIRC_ORIENTATION_LANDSCAPE, FALSE);
  CircReportTable *table = circ_report_add_table (report, "Odd: [texts]/*?");
  g_autoptr(GString) longest = g_string_new (NULL);
  g_autoptr(GString) words = g_string_new ("wholewordend\nCP-009\n=HYPERLINK(\"http://x\")\n@SUM(A1:A9)\nZoë\n");
  const char *cells[7] = { "CP-010" };

  circ_report_set_marking (report, CIRC_MARKING_OFFICIAL_SENSITIVE);
  circ_report_set_included (report, "10 of 57 items: text “odd”, audience Staff");
  add_odd_columns (table);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    circ_report_table_add_row (table, rows[i]);
  for (guint i = 0; longest->len < 40000 - 14; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%05u ", i);

      g_string_append (longest, word);
      take_words (words, word);
    }
  g_string_append (longest, " wholewordend");
  cells[1] = longest->str;
  circ_report_table_add_row (table, cells);
  save (report, "odd", words);
}

static gboolean
next_bulk (CircReportRow  *row,
           gpointer        data,
           GError        **error)
{
  static const char * const texts[] = { "Newsletter to all staff", "Papers for the board, with the minutes of the last "
                                        "meeting and the actions that are still open", "Website", "Annual report" };
  guint *n = data;
  g_autofree char *reference = NULL;

  if (*n >= 2000)
    return FALSE;
  reference = g_strdup_printf ("CP-2026-%04u", *n + 1);
  circ_report_row_set (row, 0, reference);
  circ_report_row_set (row, 1, texts[*n % 4]);
  circ_report_row_set (row, 2, "2026-12-04");
  circ_report_row_set (row, 3, "2026-12-04T09:30");
  circ_report_row_set_integer (row, 4, *n * 7);
  circ_report_row_set_integer (row, 5, *n * 125);
  circ_report_row_set (row, 6, *n % 3 == 0 ? "1" : "0");
  (*n)++;
  return TRUE;
}

static gboolean
rewind_bulk (gpointer   data,
             GError   **error)
{
  *(guint *) data = 0;
  return TRUE;
}

static void
make_bulk (void)
{
  g_autoptr(CircReport) report = new_report ("Two thousand rows", CIRC_ORIENTATION_LANDSCAPE, FALSE);
  CircReportTable *table = circ_report_add_table (report, "Everything sent");
  g_autoptr(GString) words = g_string_new ("CP-2026-0001\nCP-2026-1999\nCP-2026-2000\n");
  guint n = 0;

  circ_report_set_marking (report, CIRC_MARKING_PUBLIC);
  add_odd_columns (table);
  circ_report_table_set_row_source (table, 2000, next_bulk, rewind_bulk, &n, NULL);
  save (report, "bulk", words);
}

static void
make_summary (void)
{
  static const char * const rows[][3] = {
    { "Newsletter", "12", "0" }, { "Website", "48", "125000" }, { "Training", "9", "1899950" },
  };
  g_autoptr(CircReport) report = new_report ("Annual summary", CIRC_ORIENTATION_PORTRAIT, TRUE);
  CircReportTable *table;

  circ_report_set_reference (report, "AS-2026");
  circ_report_add_heading (report, 1, "What the year came to");
  circ_report_add_key_figure (report, "items circulated", "142");
  circ_report_add_key_figure (report, "on time", "91 %");
  circ_report_add_key_figure (report, "audiences reached", "18");
  circ_report_add_key_figure (report, "enquiries answered within the protocol", "27");
  circ_report_add_paragraph (report, "The partnership sent 142 items to 18 audiences. Nine in ten went out on the day "
                             "that the strategy names, and evidence is held for all but three of them. The website "
                             "remains the method that reaches most people; the newsletter is the one that is read.");
  circ_report_add_heading (report, 2, "By method");
  table = circ_report_add_table (report, NULL);
  circ_report_table_add_column (table, "Method", CIRC_CELL_TEXT, 2, CIRC_COLUMN_ROW_HEADER);
  circ_report_table_add_column (table, "Items", CIRC_CELL_INTEGER, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Cost", CIRC_CELL_MONEY, 1, CIRC_COLUMN_NARROW);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    circ_report_table_add_row (table, rows[i]);
  circ_report_add_heading (report, 3, "Still open");
  table = circ_report_add_table (report, "Open items");
  circ_report_table_add_column (table, "Item", CIRC_CELL_TEXT, 2, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, "Due", CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_set_empty_text (table, "No item is open.");
  save (report, "summary", NULL);
}

int
main (int    argc,
      char **argv)
{
  if (argc < 2)
    g_error ("make-documents FOLDER [PLAN.csv]");
  folder = argv[1];
  g_mkdir_with_parents (folder, 0755);
  if (argc > 2)
    make_plan (argv[2]);
  make_odd ();
  make_bulk ();
  make_summary ();
  return 0;
}
