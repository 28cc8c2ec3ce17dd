/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "support.h"

/* The parts of a workbook are read by unzip and parsed as XML: one wrong character makes the whole unreadable. */

typedef struct
{
  char      *folder;
  GFile     *file;
  GPtrArray *notes;
} Book;

static void
no_op_text (GMarkupParseContext *context,
            const char          *text,
            gsize                n,
            gpointer             data,
            GError             **error)
{
}

static char *
read_part (Book       *book,
           const char *name)
{
  static const GMarkupParser parser = { .text = no_op_text };
  char *xml = test_run ("unzip", "-p", g_file_peek_path (book->file), name, NULL);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return xml;
}

static void
write_book (Book       *book,
            CircReport *report)
{
  book->folder = test_make_folder ();
  book->file = test_file (book->folder, "a.xlsx");
  book->notes = test_export (report, CIRC_EXPORT_XLSX, book->file);
}

static void
clear (Book *book)
{
  test_remove_folder (book->folder);
  g_object_unref (book->file);
  g_ptr_array_unref (book->notes);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %.3000s", part, text);
}

static void
assert_has_not (const char *text,
                const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in the file", part);
}

/* Returns: (transfer full): what stands between the tags of the cell, attributes of it included */
static char *
cell (const char *xml,
      const char *reference)
{
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\"", reference);
  const char *p = strstr (xml, start);
  const char *end;

  if (p == NULL)
    g_error ("no cell %s", reference);
  end = strstr (p, "</c>");
  return g_strndup (p, (gsize) (end - p));
}

static double
row_height (const char *xml,
            guint       row)
{
  g_autofree char *start = g_strdup_printf ("<row r=\"%u\"", row);
  const char *p = strstr (xml, start);

  g_assert_nonnull (p);
  p = strstr (p, "ht=\"");
  g_assert_nonnull (p);
  return g_ascii_strtod (p + 4, NULL);
}

/* Rows above the table: title, marking, partnership, period, what was included, a blank one; the header is row 7. */
static void
test_types (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "Sent");
  static const char * const rows[][5] = {
    { "A-1", "=HYPERLINK(\"http://x\")", "2026-12-04", "7", "123456" },
    { "A-2", "bell\x07 & <b> \xff", "in May", "9999999999999999", "£3" },
    { "A-3", "_x0041_ and _x_", "1899-01-01", "-5", "-50" },
    { "A-4", "<r><t>rich?</t></r>", NULL, NULL, NULL },
    { "A-5", " led by space", "", "0", "0" },
    { "A-6", "http://example.org/", NULL, "007", NULL },
    { "A-7", "😀 سلام", NULL, NULL, NULL },
  };
  static const struct
  {
    const char *cell;
    const char *part;
  } cases[] = {
    { "B8", "t=\"inlineStr\"" }, { "B8", "=HYPERLINK(&quot;http://x&quot;)" }, { "C8", "<v>46360</v>" },
    { "D8", "<v>7</v>" }, { "E8", "<v>1234.56</v>" }, { "B9", "bell␇ &amp; &lt;b&gt; �" }, { "C9", "in May" },
    { "D9", "9,999,999,999,999,999" }, { "E9", "£3" }, { "B10", "_x005F_x0041_ and _x_" }, { "C10", "1 Jan 1899" },
    { "D10", "<v>-5</v>" }, { "E10", "<v>-0.5</v>" }, { "B11", "&lt;r&gt;&lt;t&gt;rich?" },
    { "B12", "xml:space=\"preserve\"" }, { "D13", "t=\"inlineStr\"" }, { "D13", "007" }, { "B14", "😀 سلام" },
  };
  g_autofree char *xml = NULL;
  g_autofree char *links = NULL;
  Book book;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    circ_report_table_add_row (table, rows[i]);
  write_book (&book, report);
  xml = read_part (&book, "xl/worksheets/sheet2.xml");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = cell (xml, cases[i].cell);
      g_autofree char *plain = g_strdup (cases[i].part);

      /* The library leaves quotation marks in text as they are. */
      if (strstr (content, plain) == NULL && strstr (plain, "&quot;") != NULL)
        {
          g_auto(GStrv) parts = g_strsplit (plain, "&quot;", -1);

          g_free (plain);
          plain = g_strjoinv ("\"", parts);
        }
      assert_has (content, plain);
    }
  assert_has_not (xml, "<f>");
  assert_has_not (xml, "hyperlink");
  g_assert_true (test_has_note (book.notes, "1 control character"));
  g_assert_true (test_has_note (book.notes, "1 unreadable character"));
  clear (&book);
}

static void
test_page_setup (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "R&D [odd]/name that is much longer than allowed");
  g_autofree char *workbook = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *about = NULL;
  static const char * const parts[] = {
    "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "<pane ySplit=\"8\"",
    "<autoFilter ref=\"A8:E9\"", "OFFICIAL-SENSITIVE", "Page &amp;P of &amp;N", "Contains personal data",
  };
  Book book;

  circ_report_set_marking (report, CIRC_MARKING_OFFICIAL_SENSITIVE);
  circ_report_table_add_row (table, (const char *[]) { "A-1", "x", NULL, NULL, NULL });
  write_book (&book, report);
  sheet = read_part (&book, "xl/worksheets/sheet2.xml");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (sheet, parts[i]);
  assert_has_not (sheet, "mergeCell");
  workbook = read_part (&book, "xl/workbook.xml");
  assert_has (workbook, "<sheet name=\"About\"");
  assert_has (workbook, "<sheet name=\"R&amp;D odd name that is much longe\"");
  assert_has (workbook, "_xlnm.Print_Titles");
  assert_has_not (workbook, "state=\"hidden\"");
  about = read_part (&book, "xl/worksheets/sheet1.xml");
  assert_has (about, "This workbook has no hidden sheets, rows, columns, comments or author names.");
  assert_has (about, "2 of 57 items: text “news”");
  assert_has (about, "21 November 2026, 09:14");
  assert_has (about, "(1 row)");
  assert_has (about, "hyperlink");
  clear (&book);
}

/* What the first sheet says must be true. */
static void
test_nobody (void)
{
  g_autoptr(CircReport) report = test_report ();
  g_autofree char *core = NULL;
  g_autofree char *app = NULL;
  g_autofree char *list = NULL;
  g_autofree char *sheet = NULL;
  Book book;

  test_set_source (test_add_table (report, NULL), 20, 0);
  write_book (&book, report);
  core = read_part (&book, "docProps/core.xml");
  assert_has (core, "<dc:title>Circulation plan</dc:title>");
  assert_has (core, "<dc:creator></dc:creator>");
  assert_has (core, "<cp:lastModifiedBy></cp:lastModifiedBy>");
  app = read_part (&book, "docProps/app.xml");
  assert_has (app, "<Company></Company>");
  assert_has_not (app, "<Manager>");
  list = test_run ("unzip", "-Z1", g_file_peek_path (book.file), NULL);
  assert_has_not (list, "comments");
  assert_has_not (list, "custom.xml");
  sheet = read_part (&book, "xl/worksheets/sheet2.xml");
  assert_has_not (sheet, "hidden=");
  clear (&book);
}

static void
test_heights (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  g_autofree char *xml = NULL;
  Book book;

  circ_report_table_add_row (table, (const char *[]) { "A-1", "short", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-2", "one\ntwo\nthree\nfour\nfive", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-3", "漢字\n漢字", NULL, NULL, NULL });
  write_book (&book, report);
  xml = read_part (&book, "xl/worksheets/sheet2.xml");
  g_assert_cmpfloat (row_height (xml, 8), >, 12.7);
  g_assert_cmpfloat (row_height (xml, 8), <, 20);
  /* Excel gives a line of Arial 10 12.75 points. */
  g_assert_cmpfloat (row_height (xml, 9), >, 5 * 12.75);
  g_assert_cmpfloat (row_height (xml, 10), >, 2 * 16);
  clear (&book);
}

static void
test_long_text (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "Sent");
  g_autofree char *xml = NULL;
  g_autofree char *overflow = NULL;
  g_autofree char *about = NULL;
  g_autofree char *content = NULL;
  guint next = 0;
  Book book;

  test_add_long_row (table, 40000);
  write_book (&book, report);
  xml = read_part (&book, "xl/worksheets/sheet2.xml");
  content = cell (xml, "B8");
  assert_has (content, "long00000 long00001");
  assert_has (content, "\n… continues on sheet Long text: LONG-1");
  g_assert_cmpfloat (row_height (xml, 8), <=, 409);
  overflow = read_part (&book, "xl/worksheets/sheet3.xml");
  for (const char *p = overflow; (p = strstr (p, "long")) != NULL; p++)
    g_assert_cmpuint (g_ascii_strtoull (p + 4, NULL, 10), ==, next++);
  g_assert_cmpuint (next, ==, 4001);
  about = read_part (&book, "xl/worksheets/sheet1.xml");
  assert_has (about, "Long text");
  g_assert_true (test_has_note (book.notes, "Row LONG-1, What: 40009 characters do not fit in a cell; "
                                            "the whole text is on sheet “Long text”."));
  clear (&book);
}

static void
test_many (void)
{
  g_autoptr(CircReport) report = test_report ();
  g_autofree char *xml = NULL;
  g_autofree char *last = NULL;
  Book book;

  test_set_source (test_add_table (report, NULL), 2000, 0);
  write_book (&book, report);
  xml = read_part (&book, "xl/worksheets/sheet2.xml");
  last = cell (xml, "A2007");
  assert_has (last, "R-1999");
  assert_has (xml, "<autoFilter ref=\"A7:E2007\"");
  clear (&book);
}

static void
test_several (void)
{
  g_autoptr(CircReport) report = test_report ();
  g_autofree char *workbook = NULL;
  g_autofree char *about = NULL;
  g_autofree char *sheet = NULL;
  Book book;

  circ_report_add_heading (report, 1, "What the year came to");
  circ_report_add_key_figure (report, "items", "142");
  circ_report_add_paragraph (report, "Some words.");
  for (int i = 0; i < 3; i++)
    circ_report_table_set_empty_text (test_add_table (report, i < 2 ? "Same" : "History"), "No row at all.");
  write_book (&book, report);
  workbook = read_part (&book, "xl/workbook.xml");
  assert_has (workbook, "name=\"Same\"");
  assert_has (workbook, "name=\"Same (2)\"");
  assert_has (workbook, "name=\"History (2)\"");
  about = read_part (&book, "xl/worksheets/sheet1.xml");
  assert_has (about, "What the year came to");
  assert_has (about, "142");
  assert_has (about, "Some words.");
  sheet = read_part (&book, "xl/worksheets/sheet2.xml");
  assert_has (sheet, "No row at all.");
  assert_has_not (sheet, "autoFilter");
  clear (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/types", test_types);
  g_test_add_func ("/xlsx/page-setup", test_page_setup);
  g_test_add_func ("/xlsx/nobody", test_nobody);
  g_test_add_func ("/xlsx/heights", test_heights);
  g_test_add_func ("/xlsx/long-text", test_long_text);
  g_test_add_func ("/xlsx/many", test_many);
  g_test_add_func ("/xlsx/several", test_several);
  return g_test_run ();
}
