/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix from a file: into an empty file, into lists that are there, over what is there, and beside what was approved. */
#include "config.h"

#include "circ-audience.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-import.h"
#include "circ-matrix-source.h"
#include "circ-matrix-version.h"
#include "circ-plan-view.h"
#include "support.h"

static CircMatrixImport *
start (TestFile *file,
       const char *text,
       GError **error)
{
  g_autofree char *path = g_build_filename (file->folder, "lamps.csv", NULL);
  g_autoptr (GFile) csv = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return circ_matrix_import_new (file->store, csv, TEST_TODAY, error);
}

static void
import (TestFile *file,
        const char *text,
        guint n_cells,
        guint n_notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircMatrixImport) read = start (file, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (circ_matrix_import_get_problems (read)->len, ==, 0);
  g_assert_cmpuint (circ_matrix_import_count_cells (read), ==, n_cells);
  g_assert_cmpuint (circ_matrix_import_get_notes (read)->len, ==, n_notes);
  circ_matrix_import_apply (read, &error);
  g_assert_no_error (error);
}

/* Rows of marks, "/" between them; the version that holds this year, or else the draft. */
static char *
draw (TestFile *file,
      gboolean draft)
{
  CircReportYear year;
  GString *text = g_string_new (NULL);
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (GError) error = NULL;

  circ_store_get_report_year (file->store, TEST_TODAY, &year);
  source = draft ? circ_matrix_source_new_draft (file->store, &year, &error)
                 : circ_matrix_source_new (file->store, &year, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < source->methods->len; i++)
    {
      g_string_append (text, i > 0 ? "/" : "");
      for (guint j = 0; j < source->audiences->len; j++)
        {
          const char *mark = circ_matrix_value_get_mark (
            circ_matrix_get (source->matrix, circ_record_get_id (source->methods->pdata[i]),
                             circ_record_get_id (source->audiences->pdata[j])));

          g_string_append (text, *mark != '\0' ? mark : "-");
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_drawn (TestFile *file,
              const char *expected)
{
  g_autofree char *drawn = draw (file, FALSE);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
test_over (void)
{
  TestFile file;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  import (&file, ",Staff,Lamplighters\nLamp post,x,\nBell,P,r\n", 3, 4);
  assert_drawn (&file, "X-/PR");
  import (&file, ",Staff,Lamplighters\nLamp post,x,\nBell,P,r\n", 0, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_MATRIX), ==, 1);
  /* Another order, other spellings, one more of each; what the file does not name stays. */
  import (&file, "Method,LAMPLIGHTER,Market\nbells,●,\nWhistle,–,1\n", 2, 2);
  assert_drawn (&file, "X--/PX-/--X");
  g_assert_cmpint (test_count (&file, CIRC_KIND_MATRIX_CELL), ==, 4);
  circ_store_undo (file.store, NULL, &error);
  g_assert_no_error (error);
  assert_drawn (&file, "X-/PR");
  circ_store_undo (file.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (&file, CIRC_KIND_METHOD), ==, 0);
  test_close (&file);
}

/* What was approved is not touched: the file goes into a draft that begins as the approved version does. */
static void
test_approved (void)
{
  TestFile file;
  CircReportYear year;
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Approved");
  g_autoptr (GError) error = NULL;
  g_autoptr (CircMatrixImport) again = NULL;
  g_autofree char *draft = NULL;

  test_open (&file, "empty");
  import (&file, ",Staff,Lamplighters\nLamp post,x,\nBell,P,r\n", 3, 4);
  circ_store_get_report_year (file.store, TEST_TODAY, &year);
  source = circ_matrix_source_new (file.store, &year, &error);
  g_assert_no_error (error);
  circ_change_set_text (change, source->version, CIRC_MATRIX_VERSION_STATUS, "approved");
  circ_store_apply (file.store, change, &error);
  g_assert_no_error (error);
  import (&file, ",Staff,Lamplighters\nLamp post,x,\nBell,P,r\n", 0, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_MATRIX), ==, 1);
  again = start (&file, ",Staff\nBell,X\n", &error);
  g_assert_no_error (error);
  g_assert_true (circ_matrix_import_makes_draft (again));
  import (&file, ",Staff\nBell,X\n", 1, 0);
  assert_drawn (&file, "X-/PR");
  draft = draw (&file, TRUE);
  g_assert_cmpstr (draft, ==, "X-/XR");
  import (&file, ",Staff\nBell,X\n", 0, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_MATRIX), ==, 2);
  g_clear_pointer (&again, circ_matrix_import_free);
  g_clear_pointer (&source, circ_matrix_source_free);
  test_close (&file);
}

/* An audience of the lists that had no column has one when a file gives it one. */
static void
test_column (void)
{
  TestFile file;
  g_autoptr (CircRecord) audience = circ_record_new (CIRC_KIND_AUDIENCE);

  test_open (&file, "empty");
  circ_record_set_text (audience, CIRC_AUDIENCE_NAME, "Market");
  test_add (&file, audience);
  import (&file, ",Market\nBell,\n", 0, 2);
  assert_drawn (&file, "-");
  g_assert_true (circ_record_get_bool (audience, CIRC_AUDIENCE_MATRIX_COLUMN));
  g_clear_object (&audience);
  test_close (&file);
}

typedef struct {
  const char *text;
  const char *problem; /* part of the first sentence */
  guint n_bad_rows;
} BadCase;

static const BadCase bad_cases[] = {
  { ",Staff,Market\nBell,x,\nDrum,x,maybe\n", "Line 3, column 3: “maybe” (Market)", 1 },
  { ",Staff\nBell,x,x\n", "Line 2, column 1: the row has 3 cells", 1 },
  { ",Staff\nBell,x\nBells,\n", "Line 3, column 1: “Bells” is the same method as in line 2", 1 },
  { ",Staff,\nBell,x,x\n", "Line 2, column 3: “x” stands under no heading", 1 },
  { ",Staff\n,x\n", "Line 2, column 1: the row names no method", 1 },
  { ",Staff\n***,x\n", "Line 2, column 1: “***” is no name", 1 },
  { ",Staff\nBell,\"x\n", "Line 2, column 6: the quotation mark", 1 },
  { ",Staff,Total\nBell,x,1\n\n,,\nTotal,1,1\n", NULL, 0 },
  { ",Staff,All staff\nBell,x,\n", "mean the same audience", 0 },
  { ",Staff,?\nBell,x,\n", "“?” is no name", 0 },
  { "Staff\nBell\n", "There is no matrix in lamps.csv", 0 },
  { "", "There is no matrix in lamps.csv", 0 },
};

static void
test_bad (void)
{
  TestFile file;

  test_open (&file, "empty");
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircMatrixImport) read = start (&file, bad_cases[i].text, &error);
      const char *said = error != NULL ? error->message : NULL;

      g_test_message ("case %u", i);
      if (read != NULL)
        {
          GPtrArray *problems = circ_matrix_import_get_problems (read);

          g_assert_cmpuint (circ_matrix_import_count_bad_rows (read), ==, bad_cases[i].n_bad_rows);
          g_assert_cmpuint (problems->len, ==, bad_cases[i].n_bad_rows);
          said = problems->len > 0 ? problems->pdata[0] : NULL;
        }
      g_test_message ("%s", said != NULL ? said : "nothing");
      g_assert_true ((said != NULL) == (bad_cases[i].problem != NULL));
      g_assert_true (said == NULL || strstr (said, bad_cases[i].problem) != NULL);
    }
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/matrix-import/over", test_over);
  g_test_add_func ("/reports/matrix-import/approved", test_approved);
  g_test_add_func ("/reports/matrix-import/column", test_column);
  g_test_add_func ("/reports/matrix-import/bad", test_bad);
  return g_test_run ();
}
