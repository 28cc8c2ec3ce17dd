/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that is to become the matrix of a file which has one already. Whatever it is, it is refused with a reason or read;
 * what was read can be saved, is there then, and one undo takes all of it back. */
#include "config.h"

#include "fuzz-place.h"

#include "circ-follow.h"
#include "circ-matrix-import.h"
#include "circ-matrix-source.h"
#include "circ-plan-view.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define TODAY "2026-11-21"
#define MATRIX "Method,Staff,Parents\nWebsite,X,P\n=Bell,R,-\n"
/* A larger one is many records, and says no more. */
#define LARGEST 4096

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static CircStore *store; /* (owned) by the program */
static GFile *table;     /* (owned) by the program: what is read */

static void
write_table (const void *data,
             size_t size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (table), data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
clear (void)
{
  g_clear_object (&store);
  g_clear_object (&table);
}

static void
make (void)
{
  g_autofree char *path = fuzz_place_new ("matrix.circulate");
  g_autofree char *csv = fuzz_place_new ("matrix.csv");
  g_autoptr (CircMatrixImport) import = NULL;
  g_autoptr (GError) error = NULL;

  store = fuzz_store_new (path);
  circ_follow_attach (store);
  table = g_file_new_for_path (csv);
  write_table (MATRIX, sizeof MATRIX - 1);
  import = circ_matrix_import_new (store, table, TODAY, &error);
  g_assert_no_error (error);
  g_assert_true (circ_matrix_import_apply (import, &error));
  atexit (clear);
}

static guint
count_used (void)
{
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (GError) error = NULL;
  CircReportYear year;

  circ_store_get_report_year (store, TODAY, &year);
  source = circ_matrix_source_new_draft (store, &year, &error);
  g_assert_no_error (error);
  return circ_matrix_count (source->matrix);
}

static void
check_texts (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_assert_cmpstr (texts->pdata[i], !=, "");
      g_assert_true (g_utf8_validate (texts->pdata[i], -1, NULL));
    }
}

static void
save (CircMatrixImport *import)
{
  g_autoptr (CircMatrixImport) again = NULL;
  g_autoptr (GError) error = NULL;
  guint before = count_used ();

  g_assert_true (circ_matrix_import_apply (import, &error));
  g_assert_no_error (error);
  again = circ_matrix_import_new (store, table, TODAY, &error);
  g_assert_no_error (error);
  g_assert_true (circ_matrix_import_is_present (again));
  g_assert_true (circ_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_used (), ==, before);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (CircMatrixImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  if (size > LARGEST)
    return -1;
  if (store == NULL)
    make ();
  write_table (data, size);
  import = circ_matrix_import_new (store, table, TODAY, &error);
  g_assert_true ((import != NULL) == (error == NULL));
  if (import == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_texts (circ_matrix_import_get_notes (import));
  check_texts (circ_matrix_import_get_problems (import));
  g_assert_cmpuint (circ_matrix_import_count_bad_rows (import), <=, circ_matrix_import_get_problems (import)->len);
  if (!circ_matrix_import_is_present (import))
    save (import);
  return 0;
}
