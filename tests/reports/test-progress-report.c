/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress report against an example that was worked out by hand: what each lead has planned, done and overdue. */
#include "config.h"

#include "circ-progress-report.h"

#include <string.h>

#include "circ-csv-reader.h"
#include "circ-evidence.h"
#include "circ-group.h"
#include "circ-occurrence.h"
#include "circ-plan-document.h"
#include "support.h"

#define ONE_TABLE (CIRC_PROGRESS_REPORT_ONE_TABLE | CIRC_PROGRESS_REPORT_NO_FIGURES)

typedef enum {
  AUDITS,    /* the Audit Group leads, by its record; the Clerk supports */
  BULLETIN,  /* the Clerk leads, being alone; no evidence is asked for */
  CAMPAIGNS, /* the same Clerk, in small letters: waits for somebody to ask */
  PAPERS,    /* two share it, and nobody leads */
  TIDES,     /* the Audit Group by its name alone: nobody says when */
  N_ITEMS,
} Item;

/* What is recorded of an item. */
typedef struct {
  Item item;
  const char *due_on;
  const char *completed_on;
  const char *not_required;
  const char *cancelled_on;
  gboolean evidence;
} Recorded;

static const Recorded recorded[] = {
  { AUDITS, "2026-03-02", NULL, NULL, NULL, FALSE },             /* overdue since last year */
  { AUDITS, "2026-03-20", "2026-03-20", NULL, NULL, TRUE },      /* done last year */
  { AUDITS, "2026-03-27", "2026-04-02", NULL, NULL, TRUE },      /* due last year, done in this one */
  { AUDITS, "2026-05-01", "2026-05-01", NULL, NULL, TRUE },
  { AUDITS, "2026-06-01", "2026-05-29", NULL, NULL, FALSE },     /* before its day, and there is nothing to show for it */
  { AUDITS, "2026-07-01", "2026-07-03", NULL, NULL, FALSE },     /* late, and the same */
  { AUDITS, "2026-08-03", NULL, "The group did not meet.", NULL, FALSE },
  { AUDITS, "2026-09-01", NULL, NULL, "2026-08-20", FALSE },
  { AUDITS, "2026-10-01", NULL, NULL, NULL, FALSE },             /* overdue */
  { AUDITS, "2026-11-21", NULL, NULL, NULL, FALSE },             /* due today */
  { AUDITS, "2027-03-31", NULL, NULL, NULL, FALSE },             /* the last day of the year */
  { AUDITS, "2027-04-01", NULL, NULL, NULL, FALSE },             /* next year */
  { BULLETIN, NULL, "2026-10-05", NULL, NULL, FALSE },           /* nobody had planned it */
  { PAPERS, "2026-11-20", NULL, NULL, NULL, FALSE },             /* overdue since yesterday */
};

/* Lead, reference, due, done, state and evidence on Saturday 21 November 2026, in the year from April 2026. */
static const char *const rows[] = {
  "Audit Group|CP-2026-001|2026-03-02||Overdue|",
  "Audit Group|CP-2026-001|2026-03-27|2026-04-02|Done late|",
  "Audit Group|CP-2026-001|2026-05-01|2026-05-01|Done|",
  "Audit Group|CP-2026-001|2026-06-01|2026-05-29|Done|Missing",
  "Audit Group|CP-2026-001|2026-07-01|2026-07-03|Done late|Missing",
  "Audit Group|CP-2026-001|2026-08-03||Not needed|",
  "Audit Group|CP-2026-001|2026-09-01||Cancelled|",
  "Audit Group|CP-2026-001|2026-10-01||Overdue|",
  "Audit Group|CP-2026-001|2026-11-21||Due|",
  "Audit Group|CP-2026-001|2027-03-31||Planned|",
  "Audit Group|CP-2026-005|||No timing set|",
  "Clerk|CP-2026-002||2026-10-05|Done|",
  "Clerk|CP-2026-003|||Awaiting a trigger|",
  "Nobody named to lead|CP-2026-004|2026-11-20||Overdue|",
};

/* Lead, items, planned, done on time, done late, overdue, still to come, no date, not needed, evidence missing. */
static const char *const summary[] = {
  "Audit Group|2|8|2|2|2|2|1|2|2",
  "Clerk|2|1|1|0|0|0|1|0|0",
  "Nobody named to lead|1|1|0|0|1|0|0|0|0",
};

/* The year before, looked at now: what is overdue was so then, and what has no date yet is no matter of that year. */
static const char *const rows_before[] = {
  "Audit Group|CP-2026-001|2026-03-02||Overdue|",
  "Audit Group|CP-2026-001|2026-03-20|2026-03-20|Done|",
  "Audit Group|CP-2026-005|||Nothing recorded yet|",
  "Clerk|CP-2026-002|||Nothing recorded yet|",
  "Clerk|CP-2026-003|||Nothing recorded yet|",
  "Nobody named to lead|CP-2026-004|||Nothing recorded yet|",
};

static CircRecord *
add_item (TestFile *file,
          const char *what,
          const char *by_whom,
          const char *when)
{
  return test_add_item (file, what, "", "", by_whom, when);
}

static void
set_leads (TestFile *file,
           CircRecord *item,
           gint64 group)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Named");

  g_ptr_array_add (entries, circ_entry_new ("Clerk", 0, "support"));
  g_ptr_array_add (entries, circ_entry_new ("The auditors", group, "lead"));
  value = circ_entries_to_value (field, entries);
  circ_change_set (change, item, CIRC_PLAN_ITEM_BY_WHOM, value);
  g_assert_true (circ_store_apply (file->store, change, NULL));
}

static void
add_recorded (TestFile *file,
              CircRecord *item,
              const Recorded *one)
{
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, one->due_on);
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON, one->completed_on);
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, one->not_required);
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_CANCELLED_ON, one->cancelled_on);
  test_add (file, occurrence);
  if (one->evidence)
    {
      g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);

      circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
      circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Minutes");
      test_add (file, evidence);
    }
}

static void
add_plan (TestFile *file,
          CircRecord **items)
{
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircChange) change = circ_change_new ("No evidence");

  circ_record_set_text (group, CIRC_GROUP_NAME, "Audit Group");
  test_add (file, group);
  items[AUDITS] = add_item (file, "Audit findings", "", NULL);
  items[BULLETIN] = add_item (file, "Lantern bulletin", "Clerk", NULL);
  items[CAMPAIGNS] = add_item (file, "Campaigns", "clerk", "As required");
  items[PAPERS] = add_item (file, "Papers", "Chair|Clerk", NULL);
  items[TIDES] = add_item (file, "Tide tables", " audit group", NULL);
  set_leads (file, items[AUDITS], circ_record_get_id (group));
  circ_change_set_text (change, items[BULLETIN], CIRC_PLAN_ITEM_EVIDENCE_POLICY, "none");
  g_assert_true (circ_store_apply (file->store, change, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    add_recorded (file, items[recorded[i].item], &recorded[i]);
}

static void
drop_items (CircRecord **items)
{
  for (guint i = 0; i < N_ITEMS; i++)
    g_clear_object (&items[i]);
}

/* The report as CSV, read back. With several tables all of them are in it, under each other. */
static CircCsvTable *
export_csv (TestFile *file,
            const CircPlanView *view,
            const char *today,
            CircProgressReportFlags flags)
{
  g_autofree char *path = g_build_filename (file->folder, "out.csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircReport) report = circ_progress_report_new (file->store, view, today, flags, &error);
  CircCsvTable *table;

  g_assert_no_error (error);
  circ_report_export (report, CIRC_EXPORT_CSV, target, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  table = circ_csv_table_read_file (target, NULL, &error);
  g_assert_no_error (error);
  return table;
}

/* @skipped: a column that is not compared, or -1 */
static char *
join_row (CircCsvTable *table,
          guint row,
          int skipped)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < circ_csv_table_get_n_cells (table, row); i++)
    if ((int) i != skipped)
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", circ_csv_table_get_cell (table, row, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (CircCsvTable *table,
             guint first,
             const char *const *expected,
             guint n_expected,
             int skipped)
{
  for (guint i = 0; i < n_expected; i++)
    {
      g_autofree char *row = join_row (table, first + i, skipped);

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

static void
test_rows (void)
{
  TestFile file;
  CircRecord *items[N_ITEMS];
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) table = NULL;
  g_autoptr (CircCsvTable) before = NULL;
  g_autofree char *head = NULL;

  test_open (&file, NULL);
  add_plan (&file, items);
  table = export_csv (&file, view, TEST_TODAY, ONE_TABLE);
  head = join_row (table, 0, -1);
  g_assert_cmpstr (head, ==, "Lead|Ref|What needs to be communicated|Due on|Done on|State|Evidence");
  assert_rows (table, 1, rows, G_N_ELEMENTS (rows), 2);
  g_assert_cmpuint (circ_csv_table_get_n_rows (table), ==, 1 + G_N_ELEMENTS (rows));
  g_assert_cmpstr (circ_csv_table_get_cell (table, 1, 2), ==, "Audit findings");
  view->year = 2025;
  before = export_csv (&file, view, TEST_TODAY, ONE_TABLE);
  assert_rows (before, 1, rows_before, G_N_ELEMENTS (rows_before), 2);
  g_assert_cmpuint (circ_csv_table_get_n_rows (before), ==, 1 + G_N_ELEMENTS (rows_before));
  drop_items (items);
  test_close (&file);
}

/* The row at which a table with this title begins: below it are the columns. */
static guint
find_title (CircCsvTable *table,
            const char *title)
{
  for (guint i = 0; i < circ_csv_table_get_n_rows (table); i++)
    if (circ_csv_table_get_n_cells (table, i) == 1 && strcmp (circ_csv_table_get_cell (table, i, 0), title) == 0)
      return i;
  g_error ("There is no table “%s”", title);
}

static void
test_summary (void)
{
  TestFile file;
  CircRecord *items[N_ITEMS];
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) paper = NULL;
  g_autofree char *head = NULL;
  guint first;

  test_open (&file, NULL);
  add_plan (&file, items);
  paper = export_csv (&file, view, TEST_TODAY, CIRC_PROGRESS_REPORT_DEFAULT);
  first = find_title (paper, "Summary by lead") + 1;
  head = join_row (paper, first, -1);
  g_assert_cmpstr (head, ==, "Lead|Items|Planned|Done on time|Done late|Overdue|Still to come|No date|Not needed|"
                             "Evidence missing");
  assert_rows (paper, first + 1, summary, G_N_ELEMENTS (summary), -1);
  /* Then a table for each, which does not say again whose it is. */
  first = find_title (paper, "Clerk") + 1;
  g_assert_cmpstr (circ_csv_table_get_cell (paper, first, 0), ==, "Ref");
  g_assert_cmpstr (circ_csv_table_get_cell (paper, first + 1, 1), ==, "Lantern bulletin");
  g_assert_cmpuint (find_title (paper, "Audit Group"), <, first);
  g_assert_cmpuint (find_title (paper, "Nobody named to lead"), >, first);
  drop_items (items);
  test_close (&file);
}

/* What is not yet overdue on the day asked about is still to come. */
static void
test_other_day (void)
{
  TestFile file;
  CircRecord *items[N_ITEMS];
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) table = NULL;
  static const char *const expected[] = { "CP-2026-001|2026-10-01||Due|", "CP-2026-001|2026-11-21||Planned|" };

  test_open (&file, NULL);
  add_plan (&file, items);
  table = export_csv (&file, view, "2026-09-30", CIRC_PROGRESS_REPORT_DEFAULT);
  assert_rows (table, find_title (table, "Audit Group") + 9, expected, G_N_ELEMENTS (expected), 1);
  drop_items (items);
  test_close (&file);
}

/* The filters of the plan narrow it: one owner's report is the view of one owner. */
static void
test_view (void)
{
  TestFile file;
  CircRecord *items[N_ITEMS];
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircCsvTable) one = NULL;
  g_autoptr (CircCsvTable) none = NULL;
  g_autoptr (CircEntry) lead = NULL;

  test_open (&file, NULL);
  add_plan (&file, items);
  lead = circ_plan_item_dup_lead (items[AUDITS]);
  view->owner = lead->link;
  one = export_csv (&file, view, TEST_TODAY, ONE_TABLE);
  assert_rows (one, 1, rows, 10, 2);
  g_assert_cmpuint (circ_csv_table_get_n_rows (one), ==, 11);
  view->owner = 0;
  circ_plan_view_set_search (view, "no such words");
  none = export_csv (&file, view, TEST_TODAY, ONE_TABLE);
  g_assert_cmpuint (circ_csv_table_get_n_rows (none), ==, 1);
  drop_items (items);
  test_close (&file);
}

/* What was done stays counted when its item is put away, where archived items are asked for. */
static void
test_archived (void)
{
  TestFile file;
  CircRecord *items[N_ITEMS];
  g_autoptr (CircPlanView) everything = circ_plan_view_new_all ();
  g_autoptr (CircPlanView) view = circ_plan_document_dup_view (CIRC_PLAN_DOCUMENT_PROGRESS, everything);
  g_autoptr (CircCsvTable) table = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Put away");
  static const char *const expected[] = { "Clerk|CP-2026-002||2026-10-05|Done|", "Clerk|CP-2026-003|||Archived|" };

  g_assert_cmpint (view->year, ==, CIRC_PLAN_VIEW_THIS_YEAR);
  test_open (&file, NULL);
  add_plan (&file, items);
  circ_change_set_text (change, items[BULLETIN], CIRC_PLAN_ITEM_ARCHIVED_ON, TEST_TODAY);
  circ_change_set_text (change, items[CAMPAIGNS], CIRC_PLAN_ITEM_ARCHIVED_ON, TEST_TODAY);
  g_assert_true (circ_store_apply (file.store, change, NULL));
  table = export_csv (&file, view, TEST_TODAY, ONE_TABLE);
  assert_rows (table, 12, expected, G_N_ELEMENTS (expected), 2);
  drop_items (items);
  test_close (&file);
}

/* Each format can be written of the sample and of an empty plan. */
static void
test_formats (void)
{
  static const char *const templates[] = { "sample", "empty" };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (int format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
      {
        TestFile file;
        g_autoptr (CircPlanView) view = circ_plan_view_new ();
        g_autofree char *name = NULL;
        g_autofree char *path = NULL;
        g_autoptr (GFile) target = NULL;
        g_autoptr (CircReport) report = NULL;
        g_autoptr (GError) error = NULL;

        test_open (&file, templates[i]);
        name = circ_plan_document_dup_file_name (CIRC_PLAN_DOCUMENT_PROGRESS, file.store, view, TEST_TODAY,
                                                 (CircExportFormat) format);
        g_assert_true (g_str_has_prefix (name, "Progress report 2026"));
        path = g_build_filename (file.folder, name, NULL);
        target = g_file_new_for_path (path);
        report = circ_plan_document_new_report (CIRC_PLAN_DOCUMENT_PROGRESS, file.store, view, TEST_TODAY,
                                                (CircExportFormat) format, &error);
        g_assert_no_error (error);
        circ_report_export (report, (CircExportFormat) format, target, NULL, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
        g_clear_object (&report);
        test_close (&file);
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress-report/rows", test_rows);
  g_test_add_func ("/progress-report/summary", test_summary);
  g_test_add_func ("/progress-report/other-day", test_other_day);
  g_test_add_func ("/progress-report/view", test_view);
  g_test_add_func ("/progress-report/archived", test_archived);
  g_test_add_func ("/progress-report/formats", test_formats);
  return g_test_run ();
}
