/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-csv-reader.h"
#include "support.h"

#define BYTES(literal) literal, sizeof literal - 1

/* Rows are written "a|b/c|d" and problems one a line, or NULL. */
static const struct
{
  const char *name;
  const char *data;
  gsize       n_bytes;
  const char *rows;
  const char *problems;
} cases[] = {
  { "plain", BYTES ("a,b\nc,d\n"), "a|b/c|d", NULL },
  { "no-last-line-end", BYTES ("a,b\nc,d"), "a|b/c|d", NULL },
  { "crlf", BYTES ("a,b\r\nc,d\r\n"), "a|b/c|d", NULL },
  { "cr", BYTES ("a,b\rc,d\r"), "a|b/c|d", NULL },
  { "bom", BYTES ("\xef\xbb\xbf" "a,é\r\n"), "a|é", NULL },
  { "bom-only", BYTES ("\xef\xbb\xbf"), "", NULL },
  { "empty", BYTES (""), "", NULL },
  { "semicolon", BYTES ("a;b,x\n1,5;2\n"), "a|b,x/1,5|2", NULL },
  { "tab", BYTES ("a\tb\nc, d\te\n"), "a|b/c, d|e", NULL },
  { "sep-line", BYTES ("sep=;\r\na;b\r\nc,d;e\r\n"), "a|b/c,d|e", NULL },
  { "sep-comma-wins", BYTES ("sep=,\na;b,c\n"), "a;b|c", NULL },
  { "quotes", BYTES ("\"a,b\",\"say \"\"hi\"\"\"\n"), "a,b|say \"hi\"", NULL },
  { "quoted-lines", BYTES ("a,\"one\r\ntwo\rthree\nfour\"\nb,c\n"), "a|one\ntwo\nthree\nfour/b|c", NULL },
  { "quoted-separators-not-sniffed", BYTES ("\"a;b;c\",d\n\"e;f\",g\n"), "a;b;c|d/e;f|g", NULL },
  { "blank-lines", BYTES ("a,b\n\n\r\nc,d\n"), "a|b/c|d", NULL },
  { "quoted-blank", BYTES ("a\n\"\"\nb\n"), "a//b", NULL },
  { "one-column", BYTES ("a\nb\n"), "a/b", NULL },
  { "bare-quote", BYTES ("5\" pipe,b\n"), "5\" pipe|b", NULL },
  { "cp1252", BYTES ("caf\xe9,\x93q\x94\x97\x80\n"), "café|“q”—€", NULL },
  { "utf16le", BYTES ("\xff\xfe" "a\0,\0\xe9\0\n\0"), "a|é", NULL },
  { "utf16be", BYTES ("\xfe\xff" "\0a\0,\xd8\x3d\xde\x00\0\n"), "a|😀", NULL },
  { "guarded", BYTES ("a,b\n'=1+1,'plain\n''=x,'\n"), "a|b/=1+1|'plain/'=x|'", NULL },
  { "trailing-blank-cells", BYTES ("a,b\nc,d,,\n"), "a|b/c|d||", NULL },
  { "short-row", BYTES ("a,b,c\nd,e\n"), "a|b|c/d|e",
    "Line 2, column 1: the row has 2 cells, but the first row has 3." },
  { "long-row", BYTES ("a,b\n\nd,e,f\n"), "a|b/d|e|f", "Line 3, column 1: the row has 3 cells, but the first row has 2." },
  { "unclosed", BYTES ("a,b\nc,\"d\ne,f\n"), "a|b/c|d\ne,f\n",
    "Line 2, column 3: the quotation mark that opens here is never closed." },
  { "after-quote", BYTES ("a,b\n\"é\"x,d\n"), "a|b/éx|d",
    "Line 2, column 4: there is text after the closing quotation mark." },
  { "nul", BYTES ("a,b\ncd,e\0f\0\n"), "a|b/cd|e␀f␀", "Line 2, column 5: there is a NUL byte, which no text may hold." },
  { "line-after-quoted-lines", BYTES ("a,b\n\"x\n\ny\",c\nd\n"), "a|b/x\n\ny|c/d",
    "Line 5, column 1: the row has 1 cell, but the first row has 2." },
  { "broken-bom-utf8", BYTES ("\xef\xbb\xbf" "a\xff,b\n"), "a�|b",
    "Line 1, column 3: the cell before here has characters that could not be read, shown as �." },
};

static char *
join_rows (CircCsvTable *table)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < circ_csv_table_get_n_rows (table); i++)
    for (guint j = 0; j < circ_csv_table_get_n_cells (table, i); j++)
      g_string_append_printf (text, "%s%s", j > 0 ? "|" : i > 0 ? "/" : "", circ_csv_table_get_cell (table, i, j));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_problems (CircCsvTable *table)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < circ_csv_table_get_n_problems (table); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", circ_csv_table_get_problem (table, i)->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].n_bytes);
      g_autoptr(GError) error = NULL;
      g_autoptr(CircCsvTable) table = circ_csv_table_read_bytes (bytes, NULL, &error);
      g_autofree char *rows = NULL;
      g_autofree char *problems = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      rows = join_rows (table);
      problems = join_problems (table);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpstr (problems, ==, cases[i].problems != NULL ? cases[i].problems : "");
    }
}

static void
test_lines (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES ("sep=;\na;b\n\"x\n\";c\n\nd\n"));
  g_autoptr(CircCsvTable) table = circ_csv_table_read_bytes (bytes, NULL, NULL);
  g_autofree char *sound = circ_csv_table_dup_row_problems (table, 1);
  g_autofree char *unsound = circ_csv_table_dup_row_problems (table, 2);

  g_assert_cmpuint (circ_csv_table_get_line (table, 0), ==, 2);
  g_assert_cmpuint (circ_csv_table_get_line (table, 1), ==, 3);
  g_assert_cmpuint (circ_csv_table_get_line (table, 2), ==, 6);
  g_assert_null (sound);
  g_assert_cmpstr (unsound, ==, "Line 6, column 1: the row has 1 cell, but the first row has 2.");
  g_assert_cmpint (circ_csv_table_get_separator (table), ==, ';');
  g_assert_cmpstr (circ_csv_table_get_encoding (table), ==, "UTF-8");
  g_assert_cmpuint (circ_csv_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (circ_csv_table_get_cell (table, 2, 7), ==, "");
}

/* Each row has its own problems, none or several, wherever it stands. */
static void
test_row_problems (void)
{
  static const char *const wanted[] = {
    NULL,
    "Line 2, column 1: the row has 1 cell, but the first row has 2.",
    NULL,
    "Line 4, column 2: there is a NUL byte, which no text may hold.\n"
    "Line 4, column 1: the row has 1 cell, but the first row has 2.",
    "Line 5, column 1: the row has 1 cell, but the first row has 2.",
    NULL,
  };
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES ("a,b\nc\nd,e\nf\0g\nh\ni,j\n"));
  g_autoptr(CircCsvTable) table = circ_csv_table_read_bytes (bytes, NULL, NULL);

  g_assert_cmpuint (circ_csv_table_get_n_rows (table), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *problems = circ_csv_table_dup_row_problems (table, i);

      g_assert_cmpstr (problems, ==, wanted[i]);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize       n_bytes;
  } junk[] = {
    { BYTES ("PK\x03\x04\x14\0\0\0\x08\0") },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") },
    { BYTES ("%PDF-1.4\n") },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06") },
    { BYTES ("\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0") },
    { BYTES ("\xff\xfe\0\0\0\0\0\0\0\0\0\0\0\0") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (junk[i].data, junk[i].n_bytes);
      g_autoptr(GError) error = NULL;

      g_test_message ("junk %u", i);
      g_assert_null (circ_csv_table_read_bytes (bytes, NULL, &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_UNREADABLE);
    }
}

static void
test_limits (void)
{
  g_autofree char *commas = g_strnfill (CIRC_CSV_MAX_COLUMNS, ',');
  g_autoptr(GBytes) wide = g_bytes_new_static (commas, CIRC_CSV_MAX_COLUMNS);
  g_autoptr(GBytes) fits = g_bytes_new_static (commas, CIRC_CSV_MAX_COLUMNS - 1);
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;
  g_autoptr(CircCsvTable) table = NULL;

  g_assert_null (circ_csv_table_read_bytes (wide, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  table = circ_csv_table_read_bytes (fits, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (circ_csv_table_read_file (endless, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE);
}

static void
test_files (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) directory = g_file_new_for_path (folder);
  g_autoptr(GFile) missing = test_file (folder, "missing.csv");
  g_autoptr(GFile) file = test_file (folder, "a.csv");
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(CircCsvTable) table = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (circ_csv_table_read_file (directory, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (circ_csv_table_read_file (missing, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "missing.csv"));
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (file, "x,y\n", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_null (circ_csv_table_read_file (file, cancelled, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_CANCELLED);
  g_clear_error (&error);
  table = circ_csv_table_read_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (circ_csv_table_get_n_rows (table), ==, 1);
  test_remove_folder (folder);
}

/* Whatever the bytes, the reader ends, and all it gives is valid text. */
static void
test_mutations (void)
{
  static const char seed[] = "sep=;\r\n\"a\";b,\tc\n\"x\"\"y\";'=1\xe9\0\r\"unclosed";
  g_autoptr(GRand) random = g_rand_new_with_seed (11);

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *copy = g_memdup2 (seed, sizeof seed);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(CircCsvTable) table = NULL;

      for (int j = g_rand_int_range (random, 1, 6); j > 0; j--)
        copy[g_rand_int_range (random, 0, sizeof seed)] = (char) g_rand_int_range (random, 0, 256);
      bytes = g_bytes_new_take (g_steal_pointer (&copy), (gsize) g_rand_int_range (random, 0, sizeof seed));
      table = circ_csv_table_read_bytes (bytes, NULL, NULL);
      for (guint row = 0; table != NULL && row < circ_csv_table_get_n_rows (table); row++)
        for (guint column = 0; column < circ_csv_table_get_n_cells (table, row); column++)
          g_assert_true (g_utf8_validate (circ_csv_table_get_cell (table, row, column), -1, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/cases", test_cases);
  g_test_add_func ("/csv-reader/lines", test_lines);
  g_test_add_func ("/csv-reader/row-problems", test_row_problems);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/files", test_files);
  g_test_add_func ("/csv-reader/mutations", test_mutations);
  return g_test_run ();
}
