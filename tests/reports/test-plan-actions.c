/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-actions.h"

#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "support.h"

static void
set_text (TestFile *file,
          CircRecord *record,
          guint field,
          const char *text)
{
  g_autoptr (CircChange) change = circ_change_new ("Changed for a test");
  g_autoptr (GError) error = NULL;

  circ_change_set_text (change, record, field, text);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
}

static void
test_duplicate (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) copy = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *how = NULL;

  test_open (&file, NULL);
  item = test_add_item (&file, "Lantern bulletin", "Lamplighters|Neighbours", "Email", "Clerk", "Monthly");
  set_text (&file, item, CIRC_PLAN_ITEM_APPROVAL_STATE, "approved");
  set_text (&file, item, CIRC_PLAN_ITEM_APPROVAL_BY, "Chair");
  set_text (&file, item, CIRC_PLAN_ITEM_ACTIVE_TO, "2026-06-30");
  occurrence = test_add_occurrence (&file, item, NULL, "2026-05-01");
  copy = circ_plan_duplicate (file.store, item, TEST_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_record_get_id (copy), !=, circ_record_get_id (item));
  g_assert_cmpstr (circ_record_get_text (copy, CIRC_PLAN_ITEM_REF), ==, "CP-2026-002");
  g_assert_cmpstr (circ_record_get_text (copy, CIRC_PLAN_ITEM_WHAT), ==, "Lantern bulletin");
  how = test_entries (copy, CIRC_PLAN_ITEM_TO_WHOM);
  g_assert_cmpstr (how, ==, "Lamplighters|Neighbours");
  g_assert_null (circ_record_get (copy, CIRC_PLAN_ITEM_APPROVAL_STATE));
  g_assert_null (circ_record_get (copy, CIRC_PLAN_ITEM_ACTIVE_TO));
  parts = circ_store_find_parts (file.store, circ_record_get_id (copy), CIRC_KIND_OCCURRENCE, &error);
  g_assert_cmpuint (parts->len, ==, 0);
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Duplicated: Lantern bulletin");

  g_clear_pointer (&parts, g_ptr_array_unref);
  g_clear_object (&copy);
  g_clear_object (&occurrence);
  g_clear_object (&item);
  test_close (&file);
}

static void
test_archive (void)
{
  TestFile file;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  test_open (&file, NULL);
  g_ptr_array_add (items, test_add_item (&file, "One", "", "", "", NULL));
  g_assert_true (circ_plan_set_archived (file.store, items, TRUE, TEST_TODAY, &error));
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Archived: One");
  g_ptr_array_add (items, test_add_item (&file, "Two", "", "", "", NULL));
  g_assert_true (circ_plan_set_archived (file.store, items, TRUE, "2026-12-01", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Archived 2 items");
  /* One that was archived before keeps its day. */
  g_assert_cmpstr (circ_record_get_text (items->pdata[0], CIRC_PLAN_ITEM_ARCHIVED_ON), ==, TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (items->pdata[1], CIRC_PLAN_ITEM_ARCHIVED_ON), ==, "2026-12-01");
  g_assert_true (circ_plan_set_archived (file.store, items, TRUE, "2027-01-01", &error));
  g_assert_true (circ_plan_set_archived (file.store, items, FALSE, "2027-01-01", &error));
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Took 2 items out of the archive");
  g_assert_false (circ_record_is_archived (items->pdata[0]));
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_true (circ_record_is_archived (items->pdata[0]));
  g_clear_pointer (&items, g_ptr_array_unref);
  test_close (&file);
}

/* Where a row of 2026-27 is in the year after. */
typedef struct {
  const char *from;
  const char *to;
  const char *next_from;
  const char *next_to;
  const char *old_to;
} Roll;

static const Roll rolls[] = {
  { "2026-04-01", NULL, "2027-04-01", NULL, "2027-03-31" },
  { NULL, NULL, "2027-04-01", NULL, "2027-03-31" },
  { "2026-04-01", "2027-03-31", "2027-04-01", "2028-03-31", "2027-03-31" },
  { "2026-06-01", "2026-07-31", "2027-06-01", "2027-07-31", "2026-07-31" },
  { "2020-01-01", NULL, "2027-04-01", NULL, "2027-03-31" },
  { "2026-04-01", "2029-12-31", "2027-04-01", "2029-12-31", "2027-03-31" },
};

static CircRecord *
find_successor (TestFile *file,
                CircRecord *item)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_linked (query, CIRC_PLAN_ITEM_ROLLED_FROM, circ_record_get_id (item));
  found = circ_store_find (file->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
test_roll_forward (void)
{
  TestFile file;
  CircReportYear year;
  CircRollCounts counts;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CircRecord) gone = NULL;
  g_autoptr (CircRecord) early = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, NULL);
  circ_report_year_init (&year, "financial", TEST_TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (rolls); i++)
    {
      g_autofree char *what = g_strdup_printf ("Row %u", i);
      CircRecord *item = test_add_item (&file, what, "Staff", "Email", "Clerk", "Monthly");

      g_ptr_array_add (items, item);
      set_text (&file, item, CIRC_PLAN_ITEM_ACTIVE_FROM, rolls[i].from);
      set_text (&file, item, CIRC_PLAN_ITEM_ACTIVE_TO, rolls[i].to);
    }
  occurrence = test_add_occurrence (&file, items->pdata[0], NULL, "2026-05-01");
  gone = test_add_item (&file, "Archived", "", "", "", NULL);
  set_text (&file, gone, CIRC_PLAN_ITEM_ARCHIVED_ON, "2026-05-01");
  early = test_add_item (&file, "Over before", "", "", "", NULL);
  set_text (&file, early, CIRC_PLAN_ITEM_ACTIVE_TO, "2026-03-31");

  g_assert_true (circ_plan_roll_forward (file.store, &year, FALSE, &counts, &error));
  g_assert_cmpuint (counts.n_rolled, ==, G_N_ELEMENTS (rolls));
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, G_N_ELEMENTS (rolls) + 2);
  g_assert_true (circ_plan_roll_forward (file.store, &year, TRUE, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Carried the plan over into 2027–28");
  for (guint i = 0; i < G_N_ELEMENTS (rolls); i++)
    {
      g_autoptr (CircRecord) next = find_successor (&file, items->pdata[i]);
      g_autoptr (GPtrArray) parts =
        circ_store_find_parts (file.store, circ_record_get_id (next), CIRC_KIND_OCCURRENCE, NULL);

      g_test_message ("row %u", i);
      g_assert_cmpstr (circ_record_get_text (next, CIRC_PLAN_ITEM_ACTIVE_FROM), ==, rolls[i].next_from);
      g_assert_cmpstr (circ_record_get_text (next, CIRC_PLAN_ITEM_ACTIVE_TO), ==, rolls[i].next_to);
      g_assert_cmpstr (circ_record_get_text (items->pdata[i], CIRC_PLAN_ITEM_ACTIVE_TO), ==, rolls[i].old_to);
      /* Its dates are worked out afresh: nothing is done, and none lies before the year. */
      for (guint j = 0; j < parts->len; j++)
        {
          g_assert_null (circ_record_get (parts->pdata[j], CIRC_OCCURRENCE_COMPLETED_ON));
          g_assert_cmpstr (circ_record_get_text (parts->pdata[j], CIRC_OCCURRENCE_DUE_ON), >=, rolls[i].next_from);
        }
    }
  /* Again: nothing is left to do. Undone: as if nothing had been. */
  g_assert_true (circ_plan_roll_forward (file.store, &year, TRUE, &counts, &error));
  g_assert_cmpuint (counts.n_rolled, ==, 0);
  g_assert_cmpuint (counts.n_already, ==, G_N_ELEMENTS (rolls));
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, G_N_ELEMENTS (rolls) + 2);
  g_assert_null (circ_record_get (items->pdata[0], CIRC_PLAN_ITEM_ACTIVE_TO));

  g_clear_object (&occurrence);
  g_clear_object (&gone);
  g_clear_object (&early);
  g_clear_pointer (&items, g_ptr_array_unref);
  test_close (&file);
}

static void
test_record_occurrence (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) edited = NULL;
  g_autoptr (GPtrArray) evidences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  CircRecord *evidence = circ_record_new (CIRC_KIND_EVIDENCE);

  test_open (&file, NULL);
  item = test_add_item (&file, "Lantern bulletin", "Lamplighters", "Email", "Clerk", "Monthly");
  occurrence = circ_plan_draft_occurrence (file.store, item, NULL, TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON), ==, TEST_TODAY);
  g_ptr_array_add (evidences, evidence);
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Copy of the message");
  g_assert_true (circ_plan_record_occurrence (file.store, item, NULL, occurrence, evidences, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Recorded: Lantern bulletin");
  g_assert_cmpint (circ_record_get_int (evidence, CIRC_EVIDENCE_OCCURRENCE), ==, circ_record_get_id (occurrence));
  g_assert_cmpint (circ_record_get_id (occurrence), >, 0);

  edited = circ_record_copy (occurrence);
  circ_record_set_text (edited, CIRC_OCCURRENCE_NOTES, "Read aloud as well.");
  g_assert_true (circ_plan_record_occurrence (file.store, item, occurrence, edited, NULL, &error));
  g_assert_cmpstr (circ_record_get_text (occurrence, CIRC_OCCURRENCE_NOTES), ==, "Read aloud as well.");
  g_assert_cmpint (test_count (&file, CIRC_KIND_OCCURRENCE), ==, 1);
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_null (circ_record_get (occurrence, CIRC_OCCURRENCE_NOTES));
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_cmpint (test_count (&file, CIRC_KIND_OCCURRENCE), ==, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_EVIDENCE), ==, 0);

  g_clear_pointer (&evidences, g_ptr_array_unref);
  g_clear_object (&edited);
  g_clear_object (&occurrence);
  g_clear_object (&item);
  test_close (&file);
}

static CircRecord *
add_occurrence (TestFile *file,
                CircRecord *item,
                guint field,
                const char *text,
                const char *due)
{
  CircRecord *occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircChange) change = circ_change_new ("Planned");

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due);
  if (text != NULL)
    circ_record_set_text (occurrence, field, text);
  circ_change_insert (change, occurrence);
  g_assert_true (circ_store_apply (file->store, change, NULL));
  return occurrence;
}

/* What is planned and open waits, the earliest first; it is done in its own record, with what was planned. */
static void
test_waiting (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) later = NULL;
  g_autoptr (CircRecord) undated = NULL;
  g_autoptr (CircRecord) overdue = NULL;
  g_autoptr (CircRecord) done = NULL;
  g_autoptr (CircRecord) cancelled = NULL;
  g_autoptr (CircRecord) not_needed = NULL;
  g_autoptr (CircRecord) draft = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, NULL);
  item = test_add_item (&file, "Lantern bulletin", "Lamplighters", "Email", "Clerk", "Monthly");
  undated = add_occurrence (&file, item, CIRC_OCCURRENCE_DOCUMENT, "Bulletin 9", NULL);
  later = add_occurrence (&file, item, 0, NULL, "2026-12-04");
  overdue = add_occurrence (&file, item, CIRC_OCCURRENCE_DOCUMENT, "Bulletin 8", "2026-11-04");
  done = add_occurrence (&file, item, CIRC_OCCURRENCE_COMPLETED_ON, "2026-10-05", "2026-10-04");
  cancelled = add_occurrence (&file, item, CIRC_OCCURRENCE_CANCELLED_ON, "2026-09-01", "2026-09-04");
  not_needed = add_occurrence (&file, item, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, "No news", "2026-08-04");

  waiting = circ_plan_find_waiting (file.store, item, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting->len, ==, 3);
  g_assert_true (waiting->pdata[0] == overdue);
  g_assert_true (waiting->pdata[1] == later);
  g_assert_true (waiting->pdata[2] == undated);

  draft = circ_plan_draft_occurrence (file.store, item, overdue, TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (draft, CIRC_OCCURRENCE_DUE_ON), ==, "2026-11-04");
  g_assert_cmpstr (circ_record_get_text (draft, CIRC_OCCURRENCE_DOCUMENT), ==, "Bulletin 8");
  g_assert_true (circ_plan_record_occurrence (file.store, item, overdue, draft, NULL, &error));
  g_assert_cmpstr (circ_record_get_text (overdue, CIRC_OCCURRENCE_COMPLETED_ON), ==, TEST_TODAY);
  g_assert_cmpint (test_count (&file, CIRC_KIND_OCCURRENCE), ==, 6);

  g_clear_pointer (&waiting, g_ptr_array_unref);
  g_clear_object (&draft);
  g_clear_object (&not_needed);
  g_clear_object (&cancelled);
  g_clear_object (&done);
  g_clear_object (&overdue);
  g_clear_object (&undated);
  g_clear_object (&later);
  g_clear_object (&item);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-actions/duplicate", test_duplicate);
  g_test_add_func ("/plan-actions/archive", test_archive);
  g_test_add_func ("/plan-actions/roll-forward", test_roll_forward);
  g_test_add_func ("/plan-actions/record-occurrence", test_record_occurrence);
  g_test_add_func ("/plan-actions/waiting", test_waiting);
  return g_test_run ();
}
