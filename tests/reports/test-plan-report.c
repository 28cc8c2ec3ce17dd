/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-report.h"

#include <string.h>

#include "circ-csv-reader.h"
#include "circ-evidence.h"
#include "circ-partnership.h"
#include "support.h"

/* The report as CSV, read back. With several tables all of them are in it, under each other. */
static CircCsvTable *
export_csv (TestFile *file,
            const CircPlanView *view,
            CircPlanReportFlags flags,
            CircMarking *marking)
{
  g_autofree char *path = g_build_filename (file->folder, "out.csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircReport) report = circ_plan_report_new (file->store, view, TEST_TODAY, flags, &error);
  CircCsvTable *table;

  g_assert_no_error (error);
  if (marking != NULL)
    *marking = circ_report_get_marking (report);
  circ_report_export (report, CIRC_EXPORT_CSV, target, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  table = circ_csv_table_read_file (target, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static void
add_plan (TestFile *file)
{
  g_autoptr (CircRecord) first = test_add_item (file, "Lantern bulletin", "Lamplighters\nof the north|Neighbours",
                                                "Email|Notice", "Clerk|Chair", "Monthly,\nbefore dusk");
  g_autoptr (CircRecord) done = test_add_occurrence (file, first, "2026-05-01", "2026-05-03");
  g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);
  g_autoptr (CircChange) change = circ_change_new ("Marked");

  g_object_unref (test_add_item (file, "=SUM(1;2)", "", "", "", NULL));
  circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (done));
  circ_record_set_text (evidence, CIRC_EVIDENCE_KIND, "page_hits");
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Hits of May");
  circ_record_set_int (evidence, CIRC_EVIDENCE_QUANTITY, 1234);
  test_add (file, evidence);
  circ_change_set_text (change, first, CIRC_PLAN_ITEM_WHAT_NOTES, "with prices");
  circ_change_set_text (change, first, CIRC_PLAN_ITEM_MARKING, "official_sensitive");
  g_assert_true (circ_store_apply (file->store, change, NULL));
}

static void
assert_row (CircCsvTable *table,
            guint row,
            const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    g_assert_cmpstr (circ_csv_table_get_cell (table, row, i), ==, cells[i]);
}

static void
test_columns (void)
{
  TestFile file;
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) sheet = NULL;
  g_autoptr (CircCsvTable) paper = NULL;
  CircMarking marking;

  test_open (&file, NULL);
  add_plan (&file);
  sheet = export_csv (&file, view, CIRC_PLAN_REPORT_ONLY_PLAN, &marking);
  g_assert_cmpint (marking, ==, CIRC_MARKING_OFFICIAL_SENSITIVE);
  g_assert_cmpuint (circ_csv_table_get_n_rows (sheet), ==, 3);
  assert_row (sheet, 0, (const char *const[]) { "Ref", "What needs to be communicated", "To whom", "How", "By whom",
                                                "When", "State", "Last done", NULL });
  assert_row (sheet, 1, (const char *const[]) { "CP-2026-001", "Lantern bulletin\nwith prices",
                                                "Lamplighters\nof the north\nNeighbours", "Email\nNotice", "Clerk\nChair",
                                                "Monthly,\nbefore dusk", "Done", "2026-05-03", NULL });
  assert_row (sheet, 2, (const char *const[]) { "CP-2026-002", "=SUM(1;2)", "", "", "", "", "Nothing recorded yet", "",
                                                NULL });
  paper = export_csv (&file, view, CIRC_PLAN_REPORT_ONLY_PLAN | CIRC_PLAN_REPORT_HOW_BY_WHOM, NULL);
  assert_row (paper, 0, (const char *const[]) { "Ref", "What needs to be communicated", "To whom", "How, by whom", "When",
                                                "State", "Last done", NULL });
  g_assert_cmpstr (circ_csv_table_get_cell (paper, 1, 3), ==, "Email\nNotice\n\nClerk\nChair");
  test_close (&file);
}

static gboolean
table_says (CircCsvTable *table,
            const char *words)
{
  for (guint i = 0; i < circ_csv_table_get_n_rows (table); i++)
    for (guint j = 0; j < circ_csv_table_get_n_cells (table, i); j++)
      if (strstr (circ_csv_table_get_cell (table, i, j), words) != NULL)
        return TRUE;
  return FALSE;
}

static void
test_occurrences (void)
{
  TestFile file;
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) whole = NULL;
  g_autoptr (CircCsvTable) other = NULL;
  g_autoptr (CircCsvTable) last_year = NULL;

  test_open (&file, NULL);
  add_plan (&file);
  whole = export_csv (&file, view, CIRC_PLAN_REPORT_DEFAULT, NULL);
  g_assert_true (table_says (whole, "What was carried out"));
  g_assert_true (table_says (whole, "Page hits: Hits of May (1234)"));
  g_assert_true (table_says (whole, "Done late"));
  /* Only of the items that are shown, and only of the year. */
  circ_plan_view_set_search (view, "sum");
  other = export_csv (&file, view, CIRC_PLAN_REPORT_DEFAULT, NULL);
  g_assert_false (table_says (other, "Hits of May"));
  g_assert_false (table_says (other, "bulletin"));
  circ_plan_view_set_search (view, NULL);
  view->year = 2025;
  last_year = export_csv (&file, view, CIRC_PLAN_REPORT_DEFAULT, NULL);
  g_assert_false (table_says (last_year, "What was carried out"));
  test_close (&file);
}

/* The order of the screen is the order of the document. */
static void
test_order (void)
{
  TestFile file;
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) table = NULL;

  test_open (&file, NULL);
  g_object_unref (test_add_item (&file, "Apples", "", "", "", NULL));
  g_object_unref (test_add_item (&file, "Pears", "", "", "", NULL));
  view->sort = CIRC_PLAN_ITEM_WHAT;
  view->descending = TRUE;
  table = export_csv (&file, view, CIRC_PLAN_REPORT_ONLY_PLAN, NULL);
  g_assert_cmpstr (circ_csv_table_get_cell (table, 1, 1), ==, "Pears");
  g_assert_cmpstr (circ_csv_table_get_cell (table, 2, 1), ==, "Apples");
  test_close (&file);
}

/* Each format can be written of the sample and of an empty plan, and a file that is there is left alone on failure. */
static void
test_formats (void)
{
  static const char *const templates[] = { "sample", "empty" };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (int format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
      {
        TestFile file;
        g_autoptr (CircPlanView) view = circ_plan_view_new ();
        g_autofree char *path = NULL;
        g_autoptr (GFile) target = NULL;
        g_autoptr (CircReport) report = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *contents = NULL;
        gsize length;

        test_open (&file, templates[i]);
        path = g_build_filename (file.folder, "plan.out", NULL);
        target = g_file_new_for_path (path);
        report = circ_plan_report_new (file.store, view, TEST_TODAY,
                                       circ_plan_report_flags_for_format ((CircExportFormat) format), &error);
        g_assert_no_error (error);
        circ_report_export (report, (CircExportFormat) format, target, NULL, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
        g_assert_cmpuint (length, >, 50);
        g_clear_object (&report);
        test_close (&file);
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-report/columns", test_columns);
  g_test_add_func ("/plan-report/occurrences", test_occurrences);
  g_test_add_func ("/plan-report/order", test_order);
  g_test_add_func ("/plan-report/formats", test_formats);
  return g_test_run ();
}
