/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include <poppler.h>
#include <string.h>

#include "support.h"

typedef struct
{
  GBytes          *bytes;
  GPtrArray       *notes;
  PopplerDocument *document;
} Pdf;

static void
render (CircReport *report,
        Pdf        *pdf)
{
  g_autoptr(GError) error = NULL;

  pdf->bytes = circ_report_render_pdf (report, NULL, NULL, NULL, &pdf->notes, &error);
  g_assert_no_error (error);
  pdf->document = poppler_document_new_from_bytes (pdf->bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
clear (Pdf *pdf)
{
  g_object_unref (pdf->document);
  g_bytes_unref (pdf->bytes);
  g_ptr_array_unref (pdf->notes);
}

static char *
page_text (Pdf *pdf,
           int  index)
{
  PopplerPage *page = poppler_document_get_page (pdf->document, index);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

/* @order: "-raw" for the text in the order in which it was written, "-layout" as it stands on the page */
static char *
read_text (Pdf        *pdf,
           const char *order)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  char *text;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf->bytes, NULL),
                                      (gssize) g_bytes_get_size (pdf->bytes), NULL));
  text = test_run ("pdftotext", order, "-nopgbrk", path, "-", NULL);
  test_remove_folder (folder);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n++;
  return n;
}

static void
test_page (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "Sent this year");
  Pdf pdf;
  g_autofree char *text = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *title = NULL;

  circ_report_set_marking (report, CIRC_MARKING_OFFICIAL_SENSITIVE);
  circ_report_add_heading (report, 1, "A heading");
  circ_report_add_paragraph (report, "Some words.");
  circ_report_add_key_figure (report, "items sent", "142");
  circ_report_table_add_row (table, (const char *[]) { "A-1", "=HYPERLINK(\"http://x\")", "2026-12-04", "7", "123456" });
  circ_report_table_add_row (table, (const char *[]) { "A-2", "two\nlines", "in May", "about 9", NULL });
  render (report, &pdf);
  g_assert_cmpuint (pdf.notes->len, ==, 0);
  g_assert_cmpint (poppler_document_get_n_pages (pdf.document), ==, 1);
  title = poppler_document_get_title (pdf.document);
  g_assert_cmpstr (title, ==, "Circulation plan");
  text = page_text (&pdf, 0);
  assert_has (text, "Page 1 of 1");
  g_assert_cmpuint (count (text, "OFFICIAL-SENSITIVE"), ==, 2);
  g_assert_cmpuint (count (text, "Contains personal data. Share only with named recipients."), ==, 2);
  assert_has (text, "Included: 2 of 57 items: text “news”");
  assert_has (text, "Made on 21 November 2026, 09:14");
  assert_has (text, "=HYPERLINK(\"http://x\")");
  assert_has (text, "items sent");
  raw = read_text (&pdf, "-raw");
  /* Row by row: each word of a row after the other. */
  assert_has (raw, "A-1 =HYPERLINK(\"http://x\") 4 Dec 2026 7 £1,234.56");
  clear (&pdf);
}

static void
test_tags (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *objects = NULL;

  circ_report_table_add_row (table, (const char *[]) { "A-1", "What", "2026-12-04", NULL, NULL });
  circ_report_set_language (report, "cy-GB");
  notes = test_export (report, CIRC_EXPORT_PDF, file);
  info = test_run ("pdfinfo", path, NULL);
  assert_has (info, "Tagged:          yes");
  g_assert_null (strstr (info, "Author"));
  g_assert_null (strstr (info, "Creator"));
  g_assert_null (strstr (info, "CreationDate"));
  structure = test_run ("pdfinfo", "-struct-text", path, NULL);
  assert_has (structure, "Table");
  assert_has (structure, "\"A-1\"");
  /* Running lines are no part of the content. */
  g_assert_null (strstr (structure, "OFFICIAL"));
  g_assert_null (strstr (structure, "Page 1"));
  objects = test_run ("qpdf", "--json", "--json-key=qpdf", path, NULL);
  g_assert_cmpuint (count (objects, "\"/Scope\": \"/Column\""), ==, 5);
  g_assert_cmpuint (count (objects, "\"/Scope\": \"/Row\""), ==, 1);
  g_free (test_run ("qpdf", "--check", path, NULL));
  test_remove_folder (folder);
}

/* The structure as a second program reads it. @how: "-struct", or "-struct-text" with the words, for which it reads
 * through all pages for every element. */
static char *
read_structure (CircReport *report,
                const char *how)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) notes = test_export (report, CIRC_EXPORT_PDF, file);
  char *structure = test_run ("pdfinfo", how, path, NULL);

  test_remove_folder (folder);
  return structure;
}

/* A row that goes on over three pages is one row, and lines that a person broke stay apart. */
static void
test_divided (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  g_autoptr(GString) tall = g_string_new ("first");
  g_autofree char *structure = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (tall, "\nline %u", i);
  circ_report_table_add_row (table, (const char *[]) { "A-1", tall->str, "2026-12-04", NULL, NULL });
  structure = read_structure (report, "-struct-text");
  assert_has (structure, "first line 0 line 1 line 2");
  assert_has (structure, "line 118 line 119");
  g_assert_cmpuint (count (structure, " TR"), ==, 2);
  g_assert_cmpuint (count (structure, " TD"), ==, 4);
}

/* No array of PDF 1.4 may have more than 8,191 elements: a long table is in several bodies. */
static void
test_bodies (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  g_autofree char *structure = NULL;

  for (guint i = 0; i < 4097; i++)
    circ_report_table_add_row (table, (const char *[]) { "A-1", NULL, NULL, NULL, NULL });
  structure = read_structure (report, "-struct");
  g_assert_cmpuint (count (structure, " THead"), ==, 1);
  g_assert_cmpuint (count (structure, " TBody"), ==, 2);
  g_assert_cmpuint (count (structure, " TR"), ==, 4098);
}

static void
test_catalogue (void)
{
  g_autoptr(CircReport) report = test_report ();
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) plain_file = g_file_new_for_path (plain);
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *content = NULL;
  gsize n_bytes;
  static const char * const parts[] = {
    "/Lang (cy-GB)", "/DisplayDocTitle true", "<pdfaid:part>1</pdfaid:part>", "/S /GTS_PDFA1", "/Tabs /S",
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Circulation plan</rdf:li>", "/MarkInfo", "%PDF-1.4",
    "/Artifact BMC",
  };

  test_add_table (report, NULL);
  circ_report_set_language (report, "cy-GB");
  notes = test_export (report, CIRC_EXPORT_PDF, file);
  g_free (test_run ("qpdf", "--qdf", "--object-streams=disable", path, plain, NULL));
  content = test_read (plain_file, &n_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (memmem (content, n_bytes, parts[i], strlen (parts[i])) == NULL)
      g_error ("%s is not there", parts[i]);
  g_assert_null (memmem (content, n_bytes, "/Transparency", strlen ("/Transparency")));
  test_remove_folder (folder);
}

/* 2,000 rows: each once, in order, and the header on every page. */
static void
test_many_rows (void)
{
  g_autoptr(CircReport) report = test_report ();
  Pdf pdf;
  guint row = 0;
  int n_pages;

  test_set_source (test_add_table (report, NULL), 2000, 0);
  render (report, &pdf);
  n_pages = poppler_document_get_n_pages (pdf.document);
  g_assert_cmpint (n_pages, >, 20);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *text = page_text (&pdf, i);
      g_autofree char *number = g_strdup_printf ("Page %d of %d", i + 1, n_pages);

      assert_has (text, number);
      assert_has (text, "People");
      for (const char *p = text; (p = strstr (p, "R-")) != NULL; p++, row++)
        g_assert_cmpuint (g_ascii_strtoull (p + 2, NULL, 10), ==, row);
    }
  g_assert_cmpuint (row, ==, 2000);
  clear (&pdf);
}

/* A row higher than a page loses no line, no words join, and every page names it. */
static void
test_tall_row (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  g_autofree char *raw = NULL;
  g_auto(GStrv) words = NULL;
  guint next = 0;
  guint n_continued = 0;
  int n_pages;
  Pdf pdf;

  circ_report_table_add_row (table, (const char *[]) { "A-1", "before", NULL, NULL, NULL });
  test_add_long_row (table, 40000);
  circ_report_table_add_row (table, (const char *[]) { "A-3", "after", NULL, NULL, NULL });
  render (report, &pdf);
  n_pages = poppler_document_get_n_pages (pdf.document);
  g_assert_cmpint (n_pages, >, 3);
  raw = read_text (&pdf, "-raw");
  words = g_strsplit_set (raw, " \n", -1);
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "long"))
      {
        g_autofree char *expected = g_strdup_printf ("long%05u", next++);

        g_assert_cmpstr (words[i], ==, expected);
      }
    else if (strcmp (words[i], "(continued)") == 0)
      n_continued++;
  g_assert_cmpuint (next, ==, 4001);
  g_assert_cmpuint (n_continued, ==, n_pages - 1);
  assert_has (raw, "A-3 after");
  clear (&pdf);
}

static void
test_odd_text (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, NULL);
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  Pdf pdf;

  circ_report_table_add_row (table, (const char *[]) { "A-1", "bell\x07 end", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-2", "smile 😀 here", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-3", "مرحبا بكم", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-4", "bad \xff byte", NULL, NULL, NULL });
  circ_report_table_add_row (table, (const char *[]) { "A-5", "box \xf3\xb0\x80\x81 here", NULL, NULL, NULL });
  render (report, &pdf);
  text = page_text (&pdf, 0);
  plain = read_text (&pdf, "-layout");
  assert_has (text, "bell␇ end");
  assert_has (text, "😀");
  assert_has (plain, "مرحبا بكم");
  g_assert_true (test_has_note (pdf.notes, "1 control character was shown as a ␀-style picture."));
  g_assert_true (test_has_note (pdf.notes, "1 unreadable character was shown as �."));
  g_assert_true (test_has_note (pdf.notes, "1 character is in none of the installed fonts"));
  clear (&pdf);
}

static void
test_empty (void)
{
  g_autoptr(CircReport) report = circ_report_new ("Nothing");
  CircReportTable *table = test_add_table (report, "Open");
  g_autofree char *text = NULL;
  Pdf pdf;

  circ_report_table_set_empty_text (table, "No item is open.");
  circ_report_add_table (report, "No columns");
  render (report, &pdf);
  text = page_text (&pdf, 0);
  assert_has (text, "No item is open.");
  assert_has (text, "Ref");
  assert_has (text, "Page 1 of 1");
  clear (&pdf);
}

static void
test_outline (void)
{
  g_autoptr(CircReport) report = test_report ();
  Pdf pdf;
  PopplerIndexIter *index;
  PopplerIndexIter *child;
  PopplerAction *action;

  circ_report_add_heading (report, 1, "First\nheading");
  circ_report_add_heading (report, 2, "Below it");
  circ_report_add_heading (report, 1, "Second");
  render (report, &pdf);
  index = poppler_index_iter_new (pdf.document);
  action = poppler_index_iter_get_action (index);
  g_assert_cmpstr (action->any.title, ==, "Circulation plan");
  poppler_action_free (action);
  child = poppler_index_iter_get_child (index);
  action = poppler_index_iter_get_action (child);
  g_assert_cmpstr (action->any.title, ==, "First heading");
  poppler_action_free (action);
  g_assert_true (poppler_index_iter_next (child));
  action = poppler_index_iter_get_action (child);
  g_assert_cmpstr (action->any.title, ==, "Second");
  poppler_action_free (action);
  poppler_index_iter_free (child);
  poppler_index_iter_free (index);
  clear (&pdf);
}

static void
test_paper (void)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(CircReport) report = test_report ();
      PopplerPage *page;
      double width;
      double height;
      Pdf pdf;

      circ_report_set_orientation (report, i == 0 ? CIRC_ORIENTATION_PORTRAIT : CIRC_ORIENTATION_LANDSCAPE);
      render (report, &pdf);
      page = poppler_document_get_page (pdf.document, 0);
      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, i == 0 ? 595.28 : 841.89, 0.1);
      g_assert_cmpfloat_with_epsilon (height, i == 0 ? 841.89 : 595.28, 0.1);
      g_object_unref (page);
      clear (&pdf);
    }
}

/* Tables with the same columns read as one: what is long in the second moves the columns of the first. */
static void
test_parts (void)
{
  g_autoptr(CircReport) report = test_report ();
  PopplerPage *page;
  GList *heads;
  Pdf pdf;

  circ_report_table_add_row (test_add_table (report, "First"), (const char *const[]) { "1", "Short", NULL, "1", "2" });
  circ_report_table_add_row (test_add_table (report, "Second"),
                             (const char *const[]) { "CP-2026-001", "Longer", "2026-11-21", "123456", "123456789" });
  render (report, &pdf);
  page = poppler_document_get_page (pdf.document, 0);
  heads = poppler_page_find_text (page, "Sent");
  g_assert_cmpuint (g_list_length (heads), ==, 2);
  g_assert_cmpfloat_with_epsilon (((PopplerRectangle *) heads->data)->x1, ((PopplerRectangle *) heads->next->data)->x1,
                                  0.01);
  g_list_free_full (heads, (GDestroyNotify) poppler_rectangle_free);
  g_object_unref (page);
  clear (&pdf);
}

static void
test_logo (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20'>"
                            "<rect width='60' height='20' fill='#204060' fill-opacity='0.5'/></svg>";
  g_autoptr(GBytes) good = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr(GBytes) bad = g_bytes_new_static ("no picture", 10);
  g_autoptr(CircReport) report = test_report ();
  CircReportBrand brand = { .logo = good, .logo_alt = "The partnership’s logo", .accent = "#ffff00", .body_size = 12 };
  g_autoptr(GError) error = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *objects = NULL;
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.pdf");
  g_autoptr(GPtrArray) notes = NULL;

  circ_report_set_brand (report, &brand);
  notes = test_export (report, CIRC_EXPORT_PDF, file);
  structure = test_run ("pdfinfo", "-struct", g_file_peek_path (file), NULL);
  assert_has (structure, "Figure");
  objects = test_run ("qpdf", "--json", "--json-key=qpdf", g_file_peek_path (file), NULL);
  assert_has (objects, "\"/Alt\": \"u:The partnership’s logo\"");
  brand.logo = bad;
  circ_report_set_brand (report, &brand);
  g_assert_false (circ_report_export (report, CIRC_EXPORT_PDF, file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED);
  test_remove_folder (folder);
}

/* Texts that are too long everywhere: a title of pages, a header higher than a page, many columns. */
static void
test_extremes (void)
{
  g_autofree char *words = g_strnfill (6000, 'x');
  g_autoptr(CircReport) report = NULL;
  CircReportTable *table;
  const char *cells[60];
  Pdf pdf;

  for (int i = 5; i < 6000; i += 6)
    words[i] = ' ';
  report = circ_report_new (words);
  circ_report_set_subtitle (report, words);
  table = circ_report_add_table (report, words);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      circ_report_table_add_column (table, i == 0 ? words : "Column", CIRC_CELL_TEXT, 1,
                                    i % 2 ? CIRC_COLUMN_NARROW : CIRC_COLUMN_NONE);
      cells[i] = i == 1 ? words : "cell";
    }
  circ_report_table_add_row (table, cells);
  render (report, &pdf);
  g_assert_cmpint (poppler_document_get_n_pages (pdf.document), >, 2);
  clear (&pdf);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/page", test_page);
  g_test_add_func ("/pdf/tags", test_tags);
  g_test_add_func ("/pdf/divided", test_divided);
  g_test_add_func ("/pdf/bodies", test_bodies);
  g_test_add_func ("/pdf/catalogue", test_catalogue);
  g_test_add_func ("/pdf/many-rows", test_many_rows);
  g_test_add_func ("/pdf/tall-row", test_tall_row);
  g_test_add_func ("/pdf/odd-text", test_odd_text);
  g_test_add_func ("/pdf/empty", test_empty);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/paper", test_paper);
  g_test_add_func ("/pdf/parts", test_parts);
  g_test_add_func ("/pdf/logo", test_logo);
  g_test_add_func ("/pdf/extremes", test_extremes);
  return g_test_run ();
}
