/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column holds what: by its heading at first, then by hand. */
#include "config.h"

#include "circ-plan-import.h"

#include <string.h>

#include "support.h"

static CircPlanImport *
import_text (TestFile *file,
             const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CircPlanImport *import = circ_plan_import_new_for_bytes (file->store, bytes, "lanterns.csv", TEST_TODAY, &error);

  g_assert_no_error (error);
  return import;
}

static void
assert_entries (CircRecord *item,
                guint field,
                const char *wanted)
{
  g_autofree char *entries = test_entries (item, field);

  g_assert_cmpstr (entries, ==, wanted);
}

#define N_COLUMNS 4

/* What the columns of a heading are taken for. How and by whom stand in one cell or in two, never both: the rows then say
 * how and by whom as the columns do. */
static const struct {
  const char *heading;
  CircImportColumn columns[N_COLUMNS];
  const char *how;
  const char *by_whom;
} headings[] = {
  { "What,How,By whom,When",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_HOW, CIRC_IMPORT_COLUMN_BY_WHOM, CIRC_IMPORT_COLUMN_WHEN },
    "Post", "Clerk" },
  { "What,How,By whom,\"How, by whom\"",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_HOW, CIRC_IMPORT_COLUMN_BY_WHOM, CIRC_IMPORT_COLUMN_IGNORE },
    "Post", "Clerk" },
  { "What,By whom,\"How, by whom\",When",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_BY_WHOM, CIRC_IMPORT_COLUMN_IGNORE, CIRC_IMPORT_COLUMN_WHEN },
    "", "Post" },
  { "What,How and by whom,How,By whom",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_HOW_BY_WHOM, CIRC_IMPORT_COLUMN_IGNORE, CIRC_IMPORT_COLUMN_IGNORE },
    "Post", "" },
  { "What,How,Method,Notes",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_HOW, CIRC_IMPORT_COLUMN_IGNORE, CIRC_IMPORT_COLUMN_WHAT_NOTES },
    "Post", "" },
  { "What,Colour,Shape,How",
    { CIRC_IMPORT_COLUMN_WHAT, CIRC_IMPORT_COLUMN_IGNORE, CIRC_IMPORT_COLUMN_IGNORE, CIRC_IMPORT_COLUMN_HOW },
    "Email", "" },
};

static void
test_headings (void)
{
  TestFile file;

  test_open (&file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *text = g_strconcat (headings[i].heading, "\nBulletin,Post,Clerk,Email\n", NULL);
      g_autoptr (CircPlanImport) import = import_text (&file, text);
      CircRecord *item = circ_plan_import_get_row (import, 0)->item;

      g_test_message ("%s", headings[i].heading);
      for (guint j = 0; j < N_COLUMNS; j++)
        g_assert_cmpint (circ_plan_import_get_column (import, j), ==, headings[i].columns[j]);
      assert_entries (item, CIRC_PLAN_ITEM_HOW, headings[i].how);
      assert_entries (item, CIRC_PLAN_ITEM_BY_WHOM, headings[i].by_whom);
    }
  test_close (&file);
}

/* A file that is matched anew is the same file: what a person decided about its rows stays. */
static void
test_choices (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) import = NULL;
  const CircImportRow *row;

  test_open (&file, NULL);
  import = import_text (&file, "What,\"How, by whom\",Other\nBulletin,\"Email\nPigeon\nAdministrator\",Monthly\n"
                               "Papers,\"Post\nChair\",Weekly\n");
  circ_plan_import_set_skip (import, 1, TRUE);
  g_assert_true (circ_plan_import_set_role (import, 0, 1, TRUE, NULL));
  g_assert_true (circ_plan_import_set_column (import, 2, CIRC_IMPORT_COLUMN_WHEN, NULL));
  row = circ_plan_import_get_row (import, 0);
  g_assert_false (row->skip);
  g_assert_null (row->message);
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "Email");
  assert_entries (row->item, CIRC_PLAN_ITEM_BY_WHOM, "Pigeon|Administrator");
  g_assert_cmpuint (row->n_entries, ==, 3);
  g_assert_cmpstr (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Monthly");
  row = circ_plan_import_get_row (import, 1);
  g_assert_true (row->skip);
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "Post");

  /* Other lines are taken apart as if nobody had looked. */
  g_assert_true (circ_plan_import_set_column (import, 2, CIRC_IMPORT_COLUMN_HOW_BY_WHOM, NULL));
  row = circ_plan_import_get_row (import, 0);
  assert_entries (row->item, CIRC_PLAN_ITEM_HOW, "Monthly");
  g_assert_true (circ_plan_import_get_row (import, 1)->skip);

  g_clear_object (&import);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-matching/headings", test_headings);
  g_test_add_func ("/plan-matching/choices", test_choices);
  return g_test_run ();
}
