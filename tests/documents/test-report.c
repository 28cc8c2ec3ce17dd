/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-report-private.h"
#include "support.h"

static void
test_marking (void)
{
  static const struct
  {
    const char *name;
    gboolean    known;
    CircMarking marking;
  } cases[] = {
    { "public", TRUE, CIRC_MARKING_PUBLIC }, { "OFFICIAL", TRUE, CIRC_MARKING_OFFICIAL },
    { "official_sensitive", TRUE, CIRC_MARKING_OFFICIAL_SENSITIVE },
    { "Official-Sensitive", TRUE, CIRC_MARKING_OFFICIAL_SENSITIVE }, { "secret", FALSE, 0 }, { "", FALSE, 0 },
    { NULL, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircMarking marking = CIRC_MARKING_PUBLIC;

      g_assert_cmpint (circ_marking_from_name (cases[i].name, &marking), ==, cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (marking, ==, cases[i].marking);
    }
  g_assert_null (circ_marking_get_advice (CIRC_MARKING_OFFICIAL));
  g_assert_cmpstr (circ_marking_get_advice (CIRC_MARKING_OFFICIAL_SENSITIVE), ==,
                   "Contains personal data. Share only with named recipients.");
}

static void
test_rows (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "Rows");
  g_autoptr(GError) error = NULL;
  CircReportRow *row;

  circ_report_table_add_row (table, (const char *[]) { "A", NULL, "", "4", "5" });
  circ_report_table_add_row (table, (const char *[]) { "B", "x", NULL, NULL, NULL });
  for (int pass = 0; pass < 2; pass++)
    {
      g_assert_true (circ_report_table_rewind (table, &error));
      row = circ_report_table_next (table, &error);
      g_assert_cmpstr (circ_report_row_get (row, 0), ==, "A");
      g_assert_null (circ_report_row_get (row, 1));
      g_assert_cmpstr (circ_report_row_get (row, 2), ==, "");
      row = circ_report_table_next (table, &error);
      g_assert_cmpstr (circ_report_row_get (row, 1), ==, "x");
      g_assert_null (circ_report_row_get (row, 3));
      g_assert_null (circ_report_table_next (table, &error));
      g_assert_no_error (error);
    }
}

static void
test_source (void)
{
  g_autoptr(CircReport) report = test_report ();
  CircReportTable *table = test_add_table (report, "Rows");
  g_autoptr(GError) error = NULL;
  guint n = 0;

  test_set_source (table, 5, 0);
  g_assert_cmpuint (circ_report_table_n_rows (table), ==, 5);
  for (int pass = 0; pass < 2; pass++)
    {
      g_assert_true (circ_report_table_rewind (table, &error));
      for (CircReportRow *row; (row = circ_report_table_next (table, &error)) != NULL; n++)
        /* What one row had must not show in the next. */
        g_assert_cmpint (circ_report_row_get (row, 1) == NULL, ==, n % 5 % 2 == 0);
    }
  g_assert_cmpuint (n, ==, 10);
  test_set_source (table, 5, 2);
  g_assert_true (circ_report_table_rewind (table, &error));
  while (circ_report_table_next (table, &error) != NULL)
    ;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_blocks (void)
{
  CircReport *report = test_report ();
  GPtrArray *blocks = report->blocks;

  circ_report_add_key_figure (report, "one", "1");
  circ_report_add_count (report, "two", 2);
  circ_report_add_paragraph (report, "text");
  circ_report_add_key_figure (report, "three", "3");
  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_cmpuint (((CircReportBlock *) g_ptr_array_index (blocks, 0))->figures->len, ==, 2);
  g_assert_finalize_object (report);
}

static void
test_file_name (void)
{
  static const struct
  {
    const char *title;
    const char *period;
    const char *name;
  } cases[] = {
    { "Circulation plan", "2026 to 2027", "Circulation plan 2026 to 2027.pdf" },
    { "../../etc/passwd: a/b\\c", NULL, "etc passwd a b c.pdf" },
    { "***", NULL, "Circulate.pdf" },
    { "Zoë’s plan", "", "Zoë s plan.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CircReport) report = circ_report_new (cases[i].title);
      g_autofree char *name = NULL;

      circ_report_set_period (report, cases[i].period);
      name = circ_report_dup_file_name (report, CIRC_EXPORT_PDF);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/marking", test_marking);
  g_test_add_func ("/report/rows", test_rows);
  g_test_add_func ("/report/source", test_source);
  g_test_add_func ("/report/blocks", test_blocks);
  g_test_add_func ("/report/file-name", test_file_name);
  return g_test_run ();
}
