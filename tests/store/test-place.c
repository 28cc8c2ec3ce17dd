/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to an open file on bad days: moved, deleted, replaced, damaged. */
#include "config.h"

#include "fixture.h"

#include "circ-statement.h"

#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
assert_not_saved (CircStore *store,
                  CircRecord *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_set_text (store, item, CIRC_PLAN_ITEM_WHAT, "Lost", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED);
  g_assert_nonnull (strstr (error->message, "test.circulate"));
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), !=, "Lost");
}

/* As the main loop does twice a second. */
static void
wait_until_moved (CircStore *store,
                  gboolean moved)
{
  while (circ_store_get_moved (store) != moved)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_moved (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *away = fixture_dup_path (fixture, "away.circulate");
  guint n = 0;

  g_signal_connect_swapped (fixture->store, "notify::moved", G_CALLBACK (count_cb), &n);
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  assert_not_saved (fixture->store, item);
  wait_until_moved (fixture->store, TRUE);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  wait_until_moved (fixture->store, FALSE);
  g_assert_cmpuint (n, ==, 2);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Again");
  assert_sound (fixture->store);
}

static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *target = fixture_dup_path (fixture, "copy.circulate");
  g_autofree char *before = dump (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (CircStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_not_saved (fixture->store, item);
  wait_until_moved (fixture->store, TRUE);

  circ_store_move_to (fixture->store, target, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (circ_store_get_path (fixture->store), ==, target);
  g_assert_false (circ_store_get_moved (fixture->store));
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  /* It goes on there, with the records that were held. */
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Saved");
  undo (fixture->store);
  redo (fixture->store);
  saved = dump (fixture->store);
  reader = circ_store_open (target, CIRC_STORE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, g_free);
  after = dump (reader);
  g_assert_cmpstr (saved, ==, after);
  assert_sound (fixture->store);
}

/* The file that took the place gets nothing of ours: not a write, and not our log. */
static void
test_replaced (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *other_path = fixture_dup_path (fixture, "other.circulate");
  g_autofree char *theirs = NULL;
  g_autofree char *now = NULL;
  g_autoptr (CircStore) other = circ_store_open (other_path, CIRC_STORE_OPEN_CREATE, "Bea", NULL);
  gboolean looks = data == NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_object_unref (new_item (other, "Theirs"));
      set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, i % 2 == 0 ? "Ours" : "Ours again");
    }
  theirs = dump (other);
  g_clear_object (&other);
  g_assert_cmpint (g_rename (other_path, fixture->path), ==, 0);
  assert_not_saved (fixture->store, item);
  if (looks)
    wait_until_moved (fixture->store, TRUE);
  g_clear_object (&item);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = fixture_open (fixture, "Ada");
  now = dump (fixture->store);
  g_assert_cmpstr (theirs, ==, now);
  assert_sound (fixture->store);
}

static void
test_replaced_and_closed (Fixture *fixture,
                          gconstpointer data)
{
  test_replaced (fixture, "closed before anybody looked");
}

static void
fill (Fixture *fixture)
{
  g_autoptr (CircChange) change = circ_change_new ("Many");

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *what = g_strdup_printf ("Item %u", i);
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_change_insert (change, item);
    }
  g_assert_true (circ_store_apply (fixture->store, change, NULL));
}

static void
assert_unchanged (const char *path,
                  const char *contents,
                  gsize size)
{
  g_autofree char *now = NULL;
  gsize now_size = 0;

  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (contents, size, now, now_size);
}

/* Rubbish in each page in turn. It is found out, or it is where no page says how it is built; what can still be read
 * opens for reading, and nothing is written in either case. */
static void
test_damaged_pages (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size = 0;
  guint n_refused = 0;
  guint n_readable = 0;

  fill (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (gsize page = 4096; page < size; page += 4096)
    {
      g_autofree char *broken = g_memdup2 (contents, size);
      g_autoptr (CircStore) whole = NULL;
      g_autoptr (CircStore) rest = NULL;
      g_autoptr (GError) error = NULL;

      memset (broken + page, 0x5a, 200);
      g_assert_true (g_file_set_contents (fixture->path, broken, (gssize) size, NULL));
      whole = circ_store_open (fixture->path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
      if (whole != NULL)
        continue;
      n_refused++;
      g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      rest = circ_store_open (fixture->path, CIRC_STORE_OPEN_DAMAGED, "Ada", &error);
      if (rest == NULL)
        {
          g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
        }
      else
        {
          g_autoptr (CircRecord) item = circ_store_get (rest, 1, NULL);

          n_readable++;
          g_assert_true (circ_store_get_read_only (rest) && circ_store_get_damaged (rest));
          g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Item 0");
          g_assert_false (try_set_text (rest, item, CIRC_PLAN_ITEM_WHAT, "Changed", NULL));
        }
      g_clear_object (&rest);
      assert_unchanged (fixture->path, broken, size);
    }
  g_test_message ("%u damaged pages were found out; %u of these files could be read", n_refused, n_readable);
  g_assert_cmpuint (n_refused, >, size / 4096 / 2);
  g_assert_cmpuint (n_readable, >, 0);
  g_assert_cmpuint (n_readable, <, n_refused);
}

/* Cut short: what is missing may be anything. */
static void
test_truncated (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;

  fill (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (gsize kept = 4096; kept < size; kept += size / 7 / 4096 * 4096)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) kept, NULL));
      g_assert_null (circ_store_open (fixture->path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error));
      g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_null (circ_store_open (fixture->path, CIRC_STORE_OPEN_DAMAGED, "Ada", &error));
      g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      assert_unchanged (fixture->path, contents, kept);
    }
}

/* The log was left behind when the file was copied: what is in the file is an older state of it, and whole, or it is
 * found to be damaged. */
static void
test_log_missing (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *copy = fixture_dup_path (fixture, "copy.circulate");
  guint n_older = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *contents = NULL;
      gsize size = 0;
      g_autoptr (CircStore) store = NULL;
      g_autoptr (GError) error = NULL;

      fill (fixture);
      g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
      g_assert_true (g_file_set_contents (copy, contents, (gssize) size, NULL));
      store = circ_store_open (copy, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
      if (store == NULL)
        {
          g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
          continue;
        }
      assert_sound (store);
      n_older++;
    }
  g_assert_cmpuint (n_older, >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/place/moved", test_moved);
  fixture_add ("/store/place/deleted", test_deleted);
  fixture_add ("/store/place/replaced", test_replaced);
  fixture_add ("/store/place/replaced-and-closed", test_replaced_and_closed);
  fixture_add ("/store/place/damaged-pages", test_damaged_pages);
  fixture_add ("/store/place/truncated", test_truncated);
  fixture_add ("/store/place/log-missing", test_log_missing);
  return g_test_run ();
}
