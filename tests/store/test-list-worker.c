/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list whose rows a worker reads. */
#include "config.h"

#include "fixture.h"
#include "mirror.h"

#include "circ-worker.h"

#include <glib/gstdio.h>

/* More than come first, and far more than the threshold that these tests set. */
#define N_MANY 600

static void
make_many (CircStore *store)
{
  g_autoptr (CircChange) change = circ_change_new ("Many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Item %03u", (i * 7919) % N_MANY);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_change_insert (change, item);
    }
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
}

static void
wait_for (CircRecordList *list)
{
  while (circ_record_list_get_busy (list))
    g_main_context_iteration (NULL, TRUE);
}

static CircRecordList *
long_list (CircStore *store,
           CircQuery *query,
           Mirror *mirror)
{
  CircRecordList *list;

  make_many (store);
  list = circ_record_list_new_with_threshold (store, query, 10);
  mirror->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_follow_cb), mirror);
  return list;
}

static void
drop_list (CircRecordList *list,
           Mirror *mirror)
{
  g_signal_handlers_disconnect_by_data (list, mirror);
  g_array_unref (mirror->ids);
  g_assert_finalize_object (list);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Nothing waits: the rows come later, the first of them on their own, and the old ones stay until then. */
static void
test_worker (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircQuery) rare = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) item = NULL;
  Mirror mirror = { 0 };
  CircRecordList *list = long_list (fixture->store, query, &mirror);
  guint n_busy = 0;
  gint64 first;

  g_signal_connect_swapped (list, "notify::busy", G_CALLBACK (count_cb), &n_busy);
  g_assert_true (circ_record_list_get_busy (list));
  g_assert_cmpuint (mirror.ids->len, ==, 0);
  wait_for (list);
  g_assert_cmpuint (n_busy, ==, 1);
  assert_told (list, &mirror, 2, N_MANY);
  first = circ_record_list_get_id (list, 0);

  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, TRUE);
  circ_record_list_set_query (list, query);
  g_assert_cmpint (circ_record_list_get_id (list, 0), ==, first);
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  wait_for (list);
  /* All out, the first in, then the rest: nothing that is shown goes again. */
  assert_told (list, &mirror, 3, 2 * N_MANY);

  /* One that others changed is told as such, and the first rows are not shown in the place of all. */
  item = circ_store_get (fixture->store, first, NULL);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Zoo");
  g_assert_true (circ_record_list_get_busy (list));
  wait_for (list);
  assert_told (list, &mirror, 2, 2);
  circ_query_search (rare, "Item 599"); /* what one item is called, and what another has in its reference */
  circ_record_list_set_query (list, rare);
  wait_for (list);
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (mirror.ids->len, ==, 2);
  drop_list (list, &mirror);
}

/* The newest question is the one that is answered, and what was saved meanwhile is in the answer. */
static void
test_worker_overtaken (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) item = NULL;
  Mirror mirror = { 0 };
  CircRecordList *list = long_list (fixture->store, query, &mirror);

  for (guint i = 0; i < 20; i++)
    {
      circ_query_clear_sort (query);
      circ_query_sort (query, i % 3 == 0 ? CIRC_PLAN_ITEM_REF : CIRC_PLAN_ITEM_WHAT, i % 2 == 0);
      circ_record_list_set_query (list, query);
      for (guint j = 0; j < i % 4; j++)
        g_main_context_iteration (NULL, FALSE);
    }
  item = new_item (fixture->store, "Item 300 b");
  g_assert_true (circ_record_list_get_busy (list));
  wait_for (list);
  assert_mirrored (list, &mirror);
  g_assert_true (circ_record_list_find (list, circ_record_get_id (item), NULL));
  /* Again while the worker reads: it comes home, and is sent once more. */
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "A");
  remove_record (fixture->store, item);
  wait_for (list);
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (mirror.ids->len, ==, N_MANY);
  drop_list (list, &mirror);
}

/* A list that goes while its worker reads is gone at once, and so is the store: nothing stays beside the file. */
static void
test_worker_left (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  Mirror mirror = { 0 };

  drop_list (long_list (fixture->store, query, &mirror), &mirror);
  for (guint i = 0; i < 20; i++)
    {
      CircRecordList *list = circ_record_list_new_with_threshold (fixture->store, query, 10);

      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (list);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
failed_cb (CircRecordList *list,
           const GError *error,
           guint *n)
{
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  (*n)++;
}

/* What cannot be read is told, and the rows stay. */
static void
test_worker_fails (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autofree char *away = fixture_dup_path (fixture, "away.circulate");
  Mirror mirror = { 0 };
  CircRecordList *list = long_list (fixture->store, query, &mirror);
  guint n_failed = 0;
  gint64 first;

  g_signal_connect (list, "failed", G_CALLBACK (failed_cb), &n_failed);
  wait_for (list);
  first = circ_record_list_get_id (list, 0);
  mirror.n_signals = 0;
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, TRUE);
  circ_record_list_set_query (list, query);
  wait_for (list);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  g_assert_cmpuint (mirror.ids->len, ==, N_MANY);
  g_assert_cmpint (circ_record_list_get_id (list, 0), ==, first);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  circ_record_list_set_query (list, query);
  wait_for (list);
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (n_failed, ==, 1);
  drop_list (list, &mirror);
}

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GArray **) data = circ_store_count_finish (result, &error);
  g_assert_no_error (error);
}

/* By a worker as at once, and of one record as of all. */
static void
test_other_questions (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_query_unref);
  g_autoptr (GArray) counts = NULL;

  make_many (fixture->store);
  g_assert_true (circ_store_has_more (fixture->store, CIRC_KIND_PLAN_ITEM, N_MANY - 1));
  g_assert_false (circ_store_has_more (fixture->store, CIRC_KIND_PLAN_ITEM, N_MANY));
  for (guint i = 0; i < 3; i++)
    {
      CircQuery *query = circ_query_new (CIRC_KIND_PLAN_ITEM);

      if (i > 0)
        circ_query_search (query, i == 1 ? "59" : "nowhere");
      circ_query_sort (query, i == 1 ? CIRC_PLAN_ITEM_REF : CIRC_PLAN_ITEM_WHAT, FALSE);
      g_ptr_array_add (queries, query);
    }
  circ_store_count_async (fixture->store, queries, NULL, counted_cb, &counts);
  while (counts == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (counts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      CircQuery *query = g_ptr_array_index (queries, i);
      g_autoptr (GArray) ids = circ_store_find_ids (fixture->store, query, NULL);

      g_assert_cmpint (g_array_index (counts, gint64, i), ==, ids->len);
      g_assert_cmpint (circ_store_count (fixture->store, query, NULL), ==, ids->len);
      for (gint64 id = 1; id <= N_MANY; id++)
        {
          gboolean found = FALSE;

          for (guint j = 0; j < ids->len; j++)
            found = found || g_array_index (ids, gint64, j) == id;
          g_assert_cmpint (circ_store_answers (fixture->store, query, id), ==, found);
        }
    }
  g_assert_cmpint (g_array_index (counts, gint64, 0), ==, N_MANY);
  g_assert_cmpint (g_array_index (counts, gint64, 1), >, 0);
  g_assert_cmpint (g_array_index (counts, gint64, 2), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/list-worker/rows", test_worker);
  fixture_add ("/store/list-worker/overtaken", test_worker_overtaken);
  fixture_add ("/store/list-worker/left", test_worker_left);
  fixture_add ("/store/list-worker/fails", test_worker_fails);
  fixture_add ("/store/list-worker/other-questions", test_other_questions);
  return g_test_run ();
}
