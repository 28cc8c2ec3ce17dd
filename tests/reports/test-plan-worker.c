/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that a worker saves while others save too. */
#include "config.h"

#include "circ-plan-import.h"

#include "support.h"

#define PLAN "What,When\nBulletin,Monthly\nPapers,Weekly\n"

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  GAsyncResult **finished = user_data;

  *finished = g_object_ref (result);
}

/* (transfer full): once the main loop has it */
static GAsyncResult *
wait_for (GAsyncResult **finished)
{
  while (*finished == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (finished);
}

/* The change that is announced is the import's, though another one came before anybody heard of it. */
static void
test_title (void)
{
  TestFile file;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PLAN, sizeof PLAN - 1);
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new ("Meanwhile");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *nothing = NULL;
  GAsyncResult *finished = NULL;
  CircImportCounts counts;

  test_open (&file, NULL);
  circ_plan_import_new_for_bytes_async (file.store, bytes, "lanterns.csv", TEST_TODAY, NULL, finished_cb, &finished);
  {
    g_autoptr (GAsyncResult) result = wait_for (&finished);

    import = circ_plan_import_new_finish (file.store, result, &error);
    g_assert_no_error (error);
  }
  circ_plan_import_apply_async (import, finished_cb, &finished);
  while (test_count (&file, CIRC_KIND_PLAN_ITEM) < 2)
    g_thread_yield ();
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Lanterns");
  circ_change_insert (change, item);
  g_assert_true (circ_store_apply (file.store, change, NULL));
  {
    g_autoptr (GAsyncResult) result = wait_for (&finished);

    g_assert_true (circ_plan_import_apply_finish (result, &counts, &title, &error));
  }
  g_assert_cmpstr (circ_store_get_undo_title (file.store), ==, "Meanwhile");
  g_assert_cmpstr (title, ==, "Imported 2 items from lanterns.csv");
  g_assert_cmpuint (counts.n_added, ==, 2);

  /* Once more: nothing is saved, and nothing is said. */
  circ_plan_import_apply_async (import, finished_cb, &finished);
  {
    g_autoptr (GAsyncResult) result = wait_for (&finished);

    g_assert_true (circ_plan_import_apply_finish (result, &counts, &nothing, &error));
  }
  g_assert_null (nothing);
  g_assert_cmpuint (counts.n_added, ==, 0);

  g_clear_object (&import);
  g_clear_object (&item);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-worker/title", test_title);
  return g_test_run ();
}
