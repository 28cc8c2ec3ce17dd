/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a file are there already, and what the others are told to look like. */
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

/* What a row is beside one that is saved (“Bulletin”, with details, in all columns) and the rows before it. */
static const struct {
  const char *rows; /* headings and rows; the last is judged */
  CircImportRowState state;
  const char *message; /* (nullable) */
} likenesses[] = {
  /* all columns agree; case, spaces, line breaks and how a list is cut into lines are no matter */
  { "What,Details,To whom,How,By whom,When\nBulletin,prices,Staff,\"Email\nWebsite\",Clerk,Monthly\n",
    CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  { "What,To whom,How,By whom,When\n\" BULLETIN\n prices\",staff,email website, clerk ,MONTHLY\n",
    CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  /* a column that the file does not have is not compared */
  { "What\nBulletin\n", CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  { "What,When\nBulletin,Monthly\n", CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  { "What,How\nBulletin,\"Email\nWebsite\"\n", CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  /* one that it has and leaves empty is */
  { "What,How\nBulletin,\n", CIRC_IMPORT_ROW_DIFFERENT, "Line 2 looks like CP-2026-001, but “How” differs." },
  { "What,Details\nBulletin,\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “Details and examples” differs." },
  { "What,How,When\nBulletin,Email,Monthly\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “How” differs." },
  { "What,To whom,How,By whom,When\nBulletin,Staff,\"Email\nWebsite\",Chair,Monthly\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “By whom” differs." },
  { "What,To whom,How,By whom,When\nBulletin,Chair,Post,Chair,Monthly\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “To whom”, “How”, “By whom” differ." },
  { "What,When\nBulletin,Weekly\n", CIRC_IMPORT_ROW_DIFFERENT, "Line 2 looks like CP-2026-001, but “When” differs." },
  /* how and by whom in one cell: only its words count, whoever took it apart */
  { "What,\"How, by whom\"\nBulletin,\"Clerk\nWebsite\nEmail\"\n", CIRC_IMPORT_ROW_PRESENT,
    "Line 2 is there already as CP-2026-001." },
  { "What,\"How, by whom\"\nBulletin,\"Administrator\nWebsite\nEmail\"\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “How, by whom (in one cell)” differs." },
  /* the item that the file names by its reference is the one it is compared with */
  { "Ref,What\nCP-2026-001,Leaflet\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 2 looks like CP-2026-001, but “What needs to be communicated” differs." },
  { "Ref,What\n7,Bulletin\n", CIRC_IMPORT_ROW_PRESENT, "Line 2 is there already as CP-2026-001." },
  /* rows of the file among themselves */
  { "What,How,When\nLeaflet,Post,Now\nleaflet,POST, now\n", CIRC_IMPORT_ROW_PRESENT, "Line 3 repeats line 2." },
  { "What,How,When\nLeaflet,Post,Now\nLeaflet,Email,Now\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 3 looks like line 2, but “How” differs." },
  { "What,By whom\nLeaflet,Clerk\nLeaflet,Chair\n", CIRC_IMPORT_ROW_DIFFERENT,
    "Line 3 looks like line 2, but “By whom” differs." },
  { "What,How,When\nLeaflet,Post,Now\nLeaflet,Post,Later\n", CIRC_IMPORT_ROW_NEW, NULL },
  { "What,How,When\nLeaflet,Post,Now\nPoster,Post,Now\n", CIRC_IMPORT_ROW_NEW, NULL },
};

static void
test_likenesses (void)
{
  TestFile file;
  g_autoptr (CircPlanImport) first = NULL;

  test_open (&file, NULL);
  first = import_text (&file, "What,Details,To whom,How,By whom,When\nBulletin,prices,Staff,\"Email\nWebsite\",Clerk,"
                              "Monthly\n");
  g_assert_true (circ_plan_import_apply (first, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (likenesses); i++)
    {
      g_autoptr (CircPlanImport) import = import_text (&file, likenesses[i].rows);
      guint last = circ_plan_import_get_n_rows (import) - 1;
      const CircImportRow *row = circ_plan_import_get_row (import, last);
      CircImportCounts counts;

      g_test_message ("%s", likenesses[i].rows);
      g_assert_cmpint (row->state, ==, likenesses[i].state);
      if (row->split == NULL)
        g_assert_cmpstr (row->message, ==, likenesses[i].message);
      else
        g_assert_true (g_str_has_prefix (row->message, likenesses[i].message));
      /* One that looks like another is added unless a person leaves it out. */
      circ_plan_import_count (import, &counts);
      g_assert_cmpuint (counts.n_added, ==, last + (likenesses[i].state != CIRC_IMPORT_ROW_PRESENT));
      circ_plan_import_set_skip (import, last, TRUE);
      circ_plan_import_count (import, &counts);
      g_assert_cmpuint (counts.n_added, ==, last);
    }
  g_clear_object (&first);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-likeness/table", test_likenesses);
  return g_test_run ();
}
