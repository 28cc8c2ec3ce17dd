/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-import.h"

#include <string.h>

#include "circ-audience.h"
#include "circ-entry.h"
#include "circ-method.h"
#include "support.h"

#define PLAN                                                                                                          \
  "What needs to be communicated,To whom,How,By whom,When\r\n"                                                        \
  "\"Lantern bulletin\nwith the calendar\nand prices\",\"Staff\nTo all lamplighters for further dissemination\","     \
  "\"E mail\nNotice in the square\",Clerk,Monthly\r\n"                                                                \
  "Papers for the evening meeting,Lamplighters,Email,\"Clerk\nChair\",\"One week before\neach meeting\"\r\n"          \
  "\"Rules, old and new\",,Website,,\r\n"

static CircPlanImport *
import_text (TestFile *file,
             const char *text,
             GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return circ_plan_import_new_for_bytes (file->store, bytes, "lanterns.csv", TEST_TODAY, error);
}

static CircPlanImport *
import_good (TestFile *file,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  CircPlanImport *import = import_text (file, text, &error);

  g_assert_no_error (error);
  return import;
}

static void
apply_good (CircPlanImport *import,
            CircImportCounts *counts)
{
  g_autoptr (GError) error = NULL;

  circ_plan_import_apply (import, counts, &error);
  g_assert_no_error (error);
}

static void
add_names (TestFile *file)
{
  g_autoptr (CircRecord) staff = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) lamps = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) email = circ_record_new (CIRC_KIND_METHOD);

  circ_record_set_text (staff, CIRC_AUDIENCE_NAME, "Staff");
  circ_record_set_text (lamps, CIRC_AUDIENCE_NAME, "People of the lamps");
  circ_record_set_text (lamps, CIRC_AUDIENCE_OTHER_NAMES, "Lamplighters\nLamplighters for further dissemination");
  circ_record_set_text (email, CIRC_METHOD_NAME, "Email");
  test_add (file, staff);
  test_add (file, lamps);
  test_add (file, email);
}

static void
assert_entries (CircRecord *item,
                guint field,
                const char *wanted)
{
  g_autofree char *entries = test_entries (item, field);

  g_assert_cmpstr (entries, ==, wanted);
}

static void
test_rows (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  const CircImportRow *row;
  g_autoptr (GPtrArray) to_whom = NULL;
  g_autoptr (CircRecord) saved = NULL;
  CircImportCounts counts;

  test_open (&file, NULL);
  add_names (&file);
  import = import_good (&file, PLAN);
  g_assert_cmpuint (circ_plan_import_get_n_columns (import), ==, 5);
  g_assert_cmpuint (circ_plan_import_get_n_rows (import), ==, 3);
  row = circ_plan_import_get_row (import, 0);
  g_assert_cmpint (row->state, ==, CIRC_IMPORT_ROW_NEW);
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT), ==, "Lantern bulletin");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT_NOTES), ==, "with the calendar\nand prices");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_CATEGORY), ==, "newsletter_bulletin");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_ACTIVE_FROM), ==, "2026-04-01");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_MODE), ==, "proactive");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_EVIDENCE_POLICY), ==, "required");
  assert_entries (row->item, CIRC_PLAN_ITEM_TO_WHOM, "Staff|To all lamplighters for further dissemination");
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "E mail|Notice in the square");
  g_assert_cmpuint (row->n_entries, ==, 5);
  g_assert_cmpuint (row->n_linked, ==, 3);
  to_whom = circ_entries_from_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM],
                                     circ_record_get (row->item, CIRC_PLAN_ITEM_TO_WHOM));
  g_assert_cmpstr (((CircEntry *) to_whom->pdata[1])->part, ==, "for_further_dissemination");
  row = circ_plan_import_get_row (import, 1);
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "One week before\neach meeting");
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_CATEGORY), ==, "meeting_papers");
  row = circ_plan_import_get_row (import, 2);
  g_assert_null (circ_record_get (row->item, CIRC_PLAN_ITEM_TO_WHOM));
  g_assert_null (circ_record_get (row->item, CIRC_PLAN_ITEM_CATEGORY));

  apply_good (import, &counts);
  g_assert_cmpuint (counts.n_added, ==, 3);
  g_assert_cmpuint (counts.n_new_records, ==, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 3);
  saved = test_find_by_what (&file, "Rules, old and new");
  g_assert_nonnull (saved);
  g_assert_cmpstr (circ_record_get_text (saved, CIRC_PLAN_ITEM_REF), ==, "CP-2026-003");
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Imported 3 items from lanterns.csv");
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 0);

  g_clear_object (&saved);
  g_clear_object (&import);
  test_close (&file);
}

static void
test_again (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) first = NULL;
  g_autoptr (CircPlanImport) second = NULL;
  const char *changed = "what,TO WHOM,when\n"
                        "\"  LANTERN bulletin with the\tcalendar  and prices\",\"Staff to all lamplighters for further "
                        "dissemination\",monthly\n"
                        "Papers for the evening meeting,Lamplighters,Never\n"
                        "A new thing,Staff,Now\nA new thing,staff,NOW\n";
  CircImportCounts counts;

  test_open (&file, NULL);
  first = import_good (&file, PLAN);
  apply_good (first, NULL);
  second = import_good (&file, changed);
  g_assert_cmpint (circ_plan_import_get_row (second, 0)->state, ==, CIRC_IMPORT_ROW_PRESENT);
  g_assert_cmpstr (circ_plan_import_get_row (second, 0)->existing_ref, ==, "CP-2026-001");
  g_assert_cmpstr (circ_plan_import_get_row (second, 0)->message, ==, "Line 2 is there already as CP-2026-001.");
  g_assert_cmpint (circ_plan_import_get_row (second, 1)->state, ==, CIRC_IMPORT_ROW_DIFFERENT);
  g_assert_cmpstr (circ_plan_import_get_row (second, 1)->existing_ref, ==, "CP-2026-002");
  g_assert_cmpint (circ_plan_import_get_row (second, 2)->state, ==, CIRC_IMPORT_ROW_NEW);
  g_assert_cmpint (circ_plan_import_get_row (second, 3)->state, ==, CIRC_IMPORT_ROW_PRESENT);
  g_assert_cmpstr (circ_plan_import_get_row (second, 3)->message, ==, "Line 5 repeats line 4.");
  circ_plan_import_count (second, &counts);
  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (counts.n_present, ==, 2);
  circ_plan_import_set_again (second, TRUE);
  circ_plan_import_set_skip (second, 2, TRUE);
  circ_plan_import_count (second, &counts);
  g_assert_cmpuint (counts.n_added, ==, 3);
  g_assert_cmpuint (counts.n_skipped, ==, 1);
  apply_good (second, &counts);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 6);

  g_clear_object (&first);
  g_clear_object (&second);
  test_close (&file);
}

static void
test_columns (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (CircPlanImport) bare = NULL;
  g_autoptr (GError) error = NULL;
  const char *text = "Plan of the lanterns;;;\nNo.;Subject;Audience(s);How / by whom;Timescale\n"
                     "7;Bulletin;Staff;\"Email\nClerk of the square\nPigeon post office\";Now\n";

  test_open (&file, NULL);
  import = import_good (&file, text);
  g_assert_cmpstr (circ_plan_import_get_column_title (import, 1), ==, "Subject");
  g_assert_cmpint (circ_plan_import_get_column (import, 0), ==, CIRC_IMPORT_COLUMN_REF);
  g_assert_cmpint (circ_plan_import_get_column (import, 1), ==, CIRC_IMPORT_COLUMN_WHAT);
  g_assert_cmpint (circ_plan_import_get_column (import, 3), ==, CIRC_IMPORT_COLUMN_HOW_BY_WHOM);
  g_assert_cmpint (circ_plan_import_get_column (import, 4), ==, CIRC_IMPORT_COLUMN_WHEN);

  /* A table without headings loses none of its rows, and is matched by hand. */
  bare = import_good (&file, "Bulletin,Staff,Email\nPapers,Chair,Post\n");
  g_assert_cmpstr (circ_plan_import_get_column_title (bare, 0), ==, "Column 1");
  g_assert_cmpuint (circ_plan_import_get_n_rows (bare), ==, 2);
  g_assert_false (circ_plan_import_is_ready (bare));
  g_assert_false (circ_plan_import_apply (bare, NULL, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED);
  g_assert_true (circ_plan_import_set_column (bare, 0, CIRC_IMPORT_COLUMN_WHAT, NULL));
  g_assert_true (circ_plan_import_set_column (bare, 1, CIRC_IMPORT_COLUMN_WHAT, NULL));
  g_assert_cmpint (circ_plan_import_get_column (bare, 0), ==, CIRC_IMPORT_COLUMN_IGNORE);
  g_assert_true (circ_plan_import_set_column (bare, 2, CIRC_IMPORT_COLUMN_HOW, NULL));
  g_assert_true (circ_plan_import_set_column (bare, 0, CIRC_IMPORT_COLUMN_HOW_BY_WHOM, NULL));
  g_assert_cmpint (circ_plan_import_get_column (bare, 2), ==, CIRC_IMPORT_COLUMN_IGNORE);
  g_assert_cmpstr (circ_record_get_text (circ_plan_import_get_row (bare, 1)->item, CIRC_PLAN_ITEM_WHAT), ==, "Chair");
  apply_good (bare, NULL);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 2);

  g_clear_object (&import);
  g_clear_object (&bare);
  test_close (&file);
}

static void
test_split (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  const CircImportRow *row;

  test_open (&file, NULL);
  import = import_good (&file, "What,\"How, by whom\"\nSure,\"Email\nPigeon\nAdministrator\"\n"
                               "Known,\"Email\nWebsite\nAdministrator\"\n");
  row = circ_plan_import_get_row (import, 0);
  g_assert_nonnull (row->split);
  g_assert_false (row->split->sure); /* nothing is known of a pigeon */
  g_assert_nonnull (strstr (row->message, "Line 2"));
  row = circ_plan_import_get_row (import, 1);
  g_assert_true (row->split->sure);
  g_assert_null (row->message);
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "Email|Website");
  assert_entries (row->item, CIRC_PLAN_ITEM_BY_WHOM, "Administrator");
  g_assert_true (circ_plan_import_set_role (import, 0, 1, TRUE, NULL));
  row = circ_plan_import_get_row (import, 0);
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "Email");
  assert_entries (row->item, CIRC_PLAN_ITEM_BY_WHOM, "Pigeon|Administrator");
  g_assert_cmpuint (row->n_entries, ==, 3);
  g_assert_true (circ_plan_import_set_role (import, 0, 0, TRUE, NULL));
  g_assert_null (circ_record_get (circ_plan_import_get_row (import, 0)->item, CIRC_PLAN_ITEM_HOW));

  g_clear_object (&import);
  test_close (&file);
}

/* A list that has no room leaves the line where it was, and every word with it. */
static void
test_refused_move (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (GString) text = g_string_new ("What,\"How, by whom\"\nFull,\"Administrator");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const CircImportRow *row;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "\nEmail");
  g_string_append (text, "\"\n");
  test_open (&file, NULL);
  import = import_good (&file, text->str);
  row = circ_plan_import_get_row (import, 0);
  g_assert_cmpint (row->state, ==, CIRC_IMPORT_ROW_NEW);
  before = test_entries (row->item, CIRC_PLAN_ITEM_HOW);
  g_assert_false (circ_plan_import_set_role (import, 0, 0, FALSE, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, "How has room for 500 entries.");
  row = circ_plan_import_get_row (import, 0);
  after = test_entries (row->item, CIRC_PLAN_ITEM_HOW);
  g_assert_cmpstr (after, ==, before);
  assert_entries (row->item, CIRC_PLAN_ITEM_BY_WHOM, "Administrator");
  g_assert_cmpuint (row->n_entries, ==, 501);

  g_clear_object (&import);
  test_close (&file);
}

static void
test_bad_rows (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (GString) text = g_string_new ("What,When\nGood,Now\nToo,many,cells\n,Without what\n,\n\"Never closed,Now\n");
  g_autoptr (GError) error = NULL;
  CircImportCounts counts;

  test_open (&file, NULL);
  import = import_good (&file, text->str);
  g_assert_cmpint (circ_plan_import_get_row (import, 0)->state, ==, CIRC_IMPORT_ROW_NEW);
  g_assert_cmpint (circ_plan_import_get_row (import, 1)->state, ==, CIRC_IMPORT_ROW_UNREADABLE);
  g_assert_nonnull (strstr (circ_plan_import_get_row (import, 1)->message, "Line 3"));
  g_assert_nonnull (strstr (circ_plan_import_get_row (import, 1)->message, "column"));
  g_assert_cmpint (circ_plan_import_get_row (import, 2)->state, ==, CIRC_IMPORT_ROW_UNREADABLE);
  g_assert_nonnull (strstr (circ_plan_import_get_row (import, 2)->message, "Line 4"));
  g_assert_cmpint (circ_plan_import_get_row (import, 3)->state, ==, CIRC_IMPORT_ROW_EMPTY);
  g_assert_cmpint (circ_plan_import_get_row (import, 4)->state, ==, CIRC_IMPORT_ROW_UNREADABLE);
  g_assert_false (circ_plan_import_apply (import, &counts, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 0);
  circ_plan_import_set_skip_bad_rows (import, TRUE);
  apply_good (import, &counts);
  g_assert_cmpuint (counts.n_added, ==, 1);
  g_assert_cmpuint (counts.n_unreadable, ==, 3);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 1);

  g_clear_object (&import);
  test_close (&file);
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "\xef\xbb\xbf", "\n\n\n" };
  TestFile file;

  test_open (&file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_text (&file, texts[i], &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED);
    }
  test_close (&file);
}

/* The words of a text without the spaces between them. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv (NULL, words);
}

/* What is too long for one line goes on in the notes, an entry that is too long becomes several: never is a word lost. */
static void
test_long (void)
{
  TestFile file;
  g_autoptr (GString) what = g_string_new (NULL);
  g_autofree char *unbroken = g_strnfill (4321, 'x');
  g_autofree char *endless = g_strnfill (CIRC_LIMIT_LONG + 1, 'y');
  g_autofree char *text = NULL;
  g_autoptr (CircPlanImport) import = NULL;
  const CircImportRow *row;
  g_autofree char *got_what = NULL;
  g_autofree char *want_what = NULL;
  g_autofree char *got_how = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) pieces = NULL;

  test_open (&file, NULL);
  while (what->len < 40000)
    g_string_append_printf (what, "wörd%u ", (guint) what->len);
  text = g_strdup_printf ("What,To whom,How,When\n%s,%s,%s,Now\nShort,,,%s\n", what->str, what->str, unbroken, endless);
  import = import_good (&file, text);
  row = circ_plan_import_get_row (import, 0);
  g_assert_cmpint (row->state, ==, CIRC_IMPORT_ROW_NEW);
  g_assert_cmpint (g_utf8_strlen (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT), -1), <=, 500);
  joined = g_strconcat (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT),
                        circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT_NOTES), NULL);
  got_what = squeeze (joined);
  want_what = squeeze (what->str);
  g_assert_cmpstr (got_what, ==, want_what);
  got_how = test_entries (row->item, CIRC_PLAN_ITEM_HOW);
  pieces = g_strsplit (got_how, "|", -1);
  g_assert_cmpuint (g_strv_length (pieces), ==, 3);
  g_free (got_how);
  got_how = g_strjoinv (NULL, pieces);
  g_assert_cmpstr (got_how, ==, unbroken);
  /* "When" has nowhere to go on, so the row is refused rather than cut. */
  row = circ_plan_import_get_row (import, 1);
  g_assert_cmpint (row->state, ==, CIRC_IMPORT_ROW_UNREADABLE);
  g_assert_nonnull (strstr (row->message, "Line 3"));
  circ_plan_import_set_skip_bad_rows (import, TRUE);
  apply_good (import, NULL);

  g_clear_object (&import);
  test_close (&file);
}

static void
test_add_missing (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GPtrArray) how = NULL;
  g_autoptr (CircRecord) method = NULL;
  CircImportCounts counts;

  test_open (&file, NULL);
  add_names (&file);
  import = import_good (&file, PLAN);
  circ_plan_import_count (import, &counts);
  g_assert_cmpuint (counts.n_new_records, ==, 0);
  circ_plan_import_set_add_missing (import, TRUE);
  circ_plan_import_count (import, &counts);
  g_assert_cmpuint (counts.n_new_records, ==, 2); /* the notice and the website; "Staff" and the rest are known */
  apply_good (import, &counts);
  g_assert_cmpuint (counts.n_new_records, ==, 2);
  g_assert_cmpint (circ_plan_import_get_row (import, 0)->state, ==, CIRC_IMPORT_ROW_PRESENT);
  g_assert_cmpstr (circ_plan_import_get_row (import, 2)->existing_ref, ==, "CP-2026-003");
  /* A second press of the button adds nothing. */
  circ_plan_import_set_again (import, TRUE);
  apply_good (import, &counts);
  g_assert_cmpuint (counts.n_added, ==, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 3);
  g_assert_cmpint (test_count (&file, CIRC_KIND_METHOD), ==, 3);
  g_assert_cmpint (test_count (&file, CIRC_KIND_AUDIENCE), ==, 2);
  item = test_find_by_what (&file, "Rules, old and new");
  how = circ_entries_from_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_HOW],
                                 circ_record_get (item, CIRC_PLAN_ITEM_HOW));
  g_assert_cmpint (((CircEntry *) how->pdata[0])->link, >, 0);
  method = circ_store_get (file.store, ((CircEntry *) how->pdata[0])->link, NULL);
  g_assert_cmpstr (circ_record_get_text (method, CIRC_METHOD_NAME), ==, "Website");
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_cmpint (test_count (&file, CIRC_KIND_METHOD), ==, 1);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 0);

  g_clear_object (&method);
  g_clear_object (&item);
  g_clear_object (&import);
  test_close (&file);
}

/* The plan that the real strategy prints, where it is at hand: every word of every cell, in order. */
static void
test_reference (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("CIRC_SHARED"));
  g_autofree char *path = NULL;
  g_autoptr (GFile) csv = NULL;
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CircCsvTable) table = NULL;

  if (folder == NULL)
    folder = g_build_filename (g_getenv ("CIRC_SOURCE_DIR") != NULL ? g_getenv ("CIRC_SOURCE_DIR") : ".", "..", "shared",
                               NULL);
  path = g_build_filename (folder, "reference", "stockport-circulation-plan.csv", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_message ("The reference plan is not here; the plans above are ours.");
      return;
    }
  csv = g_file_new_for_path (path);
  test_open (&file, "starter");
  table = circ_csv_table_read_file (csv, NULL, &error);
  g_assert_no_error (error);
  import = circ_plan_import_new (file.store, csv, TEST_TODAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (circ_plan_import_get_n_rows (import), ==, 17);
  for (guint i = 0; i < 17; i++)
    {
      CircRecord *item = circ_plan_import_get_row (import, i)->item;
      static const guint fields[] = { CIRC_PLAN_ITEM_TO_WHOM, CIRC_PLAN_ITEM_HOW, CIRC_PLAN_ITEM_BY_WHOM };
      g_autofree char *what = g_strconcat (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                                           circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES), NULL);
      g_autofree char *got = squeeze (what);
      g_autofree char *want = squeeze (circ_csv_table_get_cell (table, i + 1, 0));

      g_assert_cmpstr (got, ==, want);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *entries = test_entries (item, fields[j]);
          g_autofree char *plain = squeeze (g_strdelimit (entries, "|", ' '));
          g_autofree char *cell = squeeze (circ_csv_table_get_cell (table, i + 1, j + 1));

          g_assert_cmpstr (plain, ==, cell);
        }
    }
  apply_good (import, NULL);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 17);
  g_clear_object (&import);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-import/rows", test_rows);
  g_test_add_func ("/plan-import/again", test_again);
  g_test_add_func ("/plan-import/columns", test_columns);
  g_test_add_func ("/plan-import/split", test_split);
  g_test_add_func ("/plan-import/refused-move", test_refused_move);
  g_test_add_func ("/plan-import/bad-rows", test_bad_rows);
  g_test_add_func ("/plan-import/nothing", test_nothing);
  g_test_add_func ("/plan-import/long", test_long);
  g_test_add_func ("/plan-import/add-missing", test_add_missing);
  g_test_add_func ("/plan-import/reference", test_reference);
  return g_test_run ();
}
