/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that come bit by bit: what is told of them is what is there, whatever happens to the list behind them. */
#include "config.h"

#include "circ-gradual-list.h"
#include "circ-test-window.h"

#define FIRST 4
#define STEP 2
#define MOST 600
#define ROUNDS 2000

typedef struct {
  GListStore *source;
  CircGradualList *list;
  GPtrArray *mirror; /* what somebody who heard every change has */
} Fixture;

static GObject *
new_row (void)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

static void
changed_cb (Fixture *fixture,
            guint position,
            guint removed,
            guint added)
{
  g_assert_cmpuint (position + removed, <=, fixture->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (fixture->mirror, (int) i, g_list_model_get_item (G_LIST_MODEL (fixture->list), i));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->source = g_list_store_new (G_TYPE_OBJECT);
  fixture->list = circ_gradual_list_new (G_LIST_MODEL (fixture->source), FIRST, STEP);
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->mirror);
  g_assert_finalize_object (fixture->source);
}

static void
splice (Fixture *fixture,
        guint position,
        guint removed,
        guint added)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (rows, new_row ());
  g_list_store_splice (fixture->source, position, removed, rows->pdata, rows->len);
}

/* The first of the source, as many as there are. */
static void
check (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  g_assert_cmpuint (n, ==, fixture->mirror->len);
  g_assert_cmpuint (n, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->source)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (fixture->source), i);

      g_assert_true (row == fixture->mirror->pdata[i]);
    }
}

static guint
count (Fixture *fixture)
{
  check (fixture);
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  splice (fixture, 0, 0, MOST);
  g_assert_cmpuint (count (fixture), ==, FIRST);
  g_assert_true (circ_gradual_list_grow (fixture->list));
  g_assert_cmpuint (count (fixture), ==, FIRST + STEP);
  while (circ_gradual_list_grow (fixture->list))
    check (fixture);
  g_assert_cmpuint (count (fixture), ==, MOST);

  /* A few more are there at once; many begin anew, unless what is kept lies behind them. */
  splice (fixture, 10, 0, FIRST);
  g_assert_cmpuint (count (fixture), ==, MOST + FIRST);
  circ_gradual_list_keep (fixture->list, 20);
  splice (fixture, 10, 0, FIRST + 1);
  g_assert_cmpuint (count (fixture), ==, MOST + 2 * FIRST + 1);
  circ_gradual_list_keep (fixture->list, 9);
  splice (fixture, 10, 0, FIRST + 1);
  g_assert_cmpuint (count (fixture), ==, 10 + FIRST);
}

/* What is asked for is there at once, and what is to be kept in sight never goes. */
static void
test_show (Fixture *fixture,
           gconstpointer data)
{
  splice (fixture, 0, 0, MOST);
  circ_gradual_list_show (fixture->list, FIRST - 1);
  g_assert_cmpuint (count (fixture), ==, FIRST);
  circ_gradual_list_show (fixture->list, 20);
  g_assert_cmpuint (count (fixture), ==, 20 + STEP);
  circ_gradual_list_keep (fixture->list, CIRC_GRADUAL_LIST_ALL);
  splice (fixture, 1, 0, 100);
  g_assert_cmpuint (count (fixture), ==, 20 + STEP);
  circ_gradual_list_show (fixture->list, MOST - 1);
  g_assert_cmpuint (count (fixture), ==, MOST + 100);
  splice (fixture, 1, 0, 100);
  g_assert_cmpuint (count (fixture), ==, MOST + 200);
  circ_gradual_list_show (fixture->list, CIRC_GRADUAL_LIST_ALL);
  g_assert_cmpuint (count (fixture), ==, MOST + 200);

  circ_gradual_list_keep (fixture->list, GTK_INVALID_LIST_POSITION);
  circ_gradual_list_set_first (fixture->list, 3 * FIRST);
  splice (fixture, 0, MOST + 200, MOST);
  g_assert_cmpuint (count (fixture), ==, 3 * FIRST);
}

static void
test_changes (Fixture *fixture,
              gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->source));
      guint position = (guint) g_test_rand_int_range (0, (int) n + 1);
      guint most = (guint) g_test_rand_int_range (0, n > MOST ? MOST : 9);

      splice (fixture, position, MIN (n - position, most), (guint) g_test_rand_int_range (0, 3 * FIRST));
      check (fixture);
      circ_gradual_list_keep (fixture->list, (guint) g_test_rand_int_range (0, MOST));
      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        circ_gradual_list_grow (fixture->list);
      if (round % 5 == 0)
        circ_gradual_list_show (fixture->list, (guint) g_test_rand_int_range (0, MOST));
      check (fixture);
    }
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  g_test_add ("/gradual/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/gradual/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/gradual/changes", Fixture, NULL, set_up, test_changes, tear_down);

  return circ_test_run ();
}
