/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list tells is enough to follow it: a mirror does, by items-changed alone. */
#include "config.h"

#include "fixture.h"
#include "mirror.h"

#include "circ-id-diff.h"

static void
test_small_changes (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecordList) list = NULL;
  g_autoptr (CircRecord) first = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) audience = NULL;
  Mirror mirror = { 0 };

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *what = g_strdup_printf ("Item %03u", i * 2);

      g_object_unref (new_item (fixture->store, what));
    }
  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, FALSE);
  list = mirror_new_list (fixture->store, query, &mirror);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CIRC_TYPE_RECORD);
  mirror.n_signals = mirror.n_touched = 0;
  item = new_item (fixture->store, "Item 051");
  assert_told (list, &mirror, 1, 1);
  /* An edit that leaves the order is the row's own affair. */
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHEN_TEXT, "Weekly");
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Item 051 b");
  assert_told (list, &mirror, 0, 0);
  /* Up, down, away and back. */
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Item 190 b");
  assert_told (list, &mirror, 2, 2);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "A");
  assert_told (list, &mirror, 2, 2);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_ARCHIVED_ON, "2026-01-01");
  assert_told (list, &mirror, 1, 1);
  undo (fixture->store);
  assert_told (list, &mirror, 1, 1);
  remove_record (fixture->store, item);
  assert_told (list, &mirror, 1, 1);
  audience = new_audience (fixture->store, "Staff");
  assert_told (list, &mirror, 0, 0);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (circ_record_get_text (first, CIRC_PLAN_ITEM_WHAT), ==, "Item 000");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1000));
  g_signal_handlers_disconnect_by_data (list, &mirror);
  g_array_unref (mirror.ids);
  g_assert_finalize_object (g_steal_pointer (&list));
}

static void
test_new_order (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircQuery) other = NULL;
  g_autoptr (CircRecordList) list = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Many");
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  Mirror mirror = { 0 };

  for (guint i = 0; i < 500; i++)
    {
      CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Item %u", (i * 7919) % 500);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_change_insert (change, item);
      g_ptr_array_add (made, item);
    }
  list = mirror_new_list (fixture->store, query, &mirror);
  mirror.n_signals = mirror.n_touched = 0;
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  assert_told (list, &mirror, 1, 500);
  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, TRUE);
  circ_record_list_set_query (list, query);
  /* All out, then all in: never "moved". */
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  assert_mirrored (list, &mirror);
  other = circ_query_copy (query);
  circ_query_search (other, "17");
  circ_record_list_set_query (list, other);
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 1);
  undo (fixture->store);
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_signal_handlers_disconnect_by_data (list, &mirror);
  g_array_unref (mirror.ids);
}

/* A listener that saves while it is being told. */
static void
save_once_cb (GListModel *model,
              guint position,
              guint removed,
              guint added,
              CircStore *store)
{
  static gboolean saved = FALSE;

  if (saved)
    return;
  saved = TRUE;
  g_object_unref (new_item (store, "Made by the listener"));
}

static void
test_reentrant (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecordList) list = NULL;
  Mirror mirror = { 0 };

  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, FALSE);
  list = mirror_new_list (fixture->store, query, &mirror);
  g_signal_connect (list, "items-changed", G_CALLBACK (save_once_cb), fixture->store);
  g_object_unref (new_item (fixture->store, "Nearly"));
  assert_mirrored (list, &mirror);
  g_assert_cmpuint (mirror.ids->len, ==, 2);
  g_signal_handlers_disconnect_by_data (list, &mirror);
  g_array_unref (mirror.ids);
}

static GArray *
random_ids (guint n,
            gint64 greatest)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = g_test_rand_int_range (1, (gint) greatest + 1);

      if (g_hash_table_add (seen, GINT_TO_POINTER ((gint) id)))
        g_array_append_val (ids, id);
    }
  return ids;
}

/* Any two arrays: the steps lead from the one to the other, and a few changes are told in a few steps. */
static void
test_diff (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) before = random_ids ((guint) g_test_rand_int_range (0, 200), 250);
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) steps = NULL;
      guint n_edits = (guint) g_test_rand_int_range (0, 4);

      if (round % 2)
        after = random_ids ((guint) g_test_rand_int_range (0, 200), 250);
      else
        {
          after = g_array_copy (before);
          for (guint i = 0; i < n_edits && after->len > 0; i++)
            {
              guint index = (guint) g_test_rand_int_range (0, (gint) after->len);
              gint64 id = g_array_index (after, gint64, index);

              g_array_remove_index (after, index);
              if (i % 2 == 0)
                g_array_insert_val (after, (guint) g_test_rand_int_range (0, (gint) after->len + 1), id);
            }
        }
      steps = circ_id_diff (before, after);
      if (round % 2 == 0)
        g_assert_cmpuint (steps->len, <=, 2 * n_edits);
      for (guint i = 0; i < steps->len; i++)
        {
          CircIdStep *step = &g_array_index (steps, CircIdStep, i);

          g_assert_cmpuint (step->removed + step->added, >, 0);
          if (step->removed > 0)
            g_array_remove_range (before, step->position, step->removed);
          if (step->added > 0)
            g_array_insert_vals (before, step->position, &g_array_index (after, gint64, step->source), step->added);
        }
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/list/diff", test_diff);
  fixture_add ("/store/list/small-changes", test_small_changes);
  fixture_add ("/store/list/new-order", test_new_order);
  fixture_add ("/store/list/reentrant", test_reentrant);
  return g_test_run ();
}
