/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two windows on one file, and what the store tells whoever listens. */
#include "config.h"

#include "fixture.h"

#include <sys/wait.h>
#include <unistd.h>

static void
count_notify_cb (GObject *object,
                 GParamSpec *pspec,
                 guint *count)
{
  (*count)++;
}

static void
keep_ids_cb (CircStore *store,
             GArray *ids,
             GArray **kept)
{
  g_clear_pointer (kept, g_array_unref);
  *kept = ids != NULL ? g_array_ref (ids) : NULL;
}

static void
test_changed (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircRecord) other = new_item (fixture->store, "Other");
  g_autoptr (GArray) ids = NULL;
  guint what = 0;
  guint when = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (keep_ids_cb), &ids);
  g_signal_connect (item, "notify::what", G_CALLBACK (count_notify_cb), &what);
  g_signal_connect (item, "notify::when-text", G_CALLBACK (count_notify_cb), &when);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "New");
  g_assert_cmpuint (what, ==, 1);
  g_assert_cmpuint (when, ==, 0);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, circ_record_get_id (item));
  undo (fixture->store);
  g_assert_cmpuint (what, ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->store, &ids);
}

/* A main loop sees what another process did within a second; a loaded machine is given five. */
static gboolean
quit_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_noticed (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = circ_store_get (bea, circ_record_get_id (item), NULL);
  g_autoptr (CircRecord) made = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean late = FALSE;
  guint timeout = g_timeout_add (5000, quit_cb, &late);

  g_signal_connect (fixture->store, "changed", G_CALLBACK (keep_ids_cb), &ids);
  set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Hers");
  made = new_item (bea, "Made by Bea");
  while (ids == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Hers");
  g_assert_cmpuint (ids->len, ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->store, &ids);
}

/* What one changes while the other changes something else comes together; the same field is a conflict. */
static void
test_conflict (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (CircRecord) mine = new_item (fixture->store, "Item");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = circ_store_get (bea, circ_record_get_id (mine), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  set_text (bea, hers, CIRC_PLAN_ITEM_WHEN_TEXT, "Weekly");
  set_text (fixture->store, mine, CIRC_PLAN_ITEM_WHAT, "Mine");
  g_assert_cmpstr (circ_record_get_text (mine, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Weekly");
  g_assert_false (try_set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Hers", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Ada"));
  /* Both values can be shown: theirs is in the record by now. */
  g_assert_cmpstr (circ_record_get_text (hers, CIRC_PLAN_ITEM_WHAT), ==, "Mine");
  set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Hers");
  circ_store_look (fixture->store, NULL);
  g_assert_cmpstr (circ_record_get_text (mine, CIRC_PLAN_ITEM_WHAT), ==, "Hers");
  title = circ_store_dup_title (fixture->store, circ_record_get_id (mine));
  g_assert_cmpstr (title, ==, "Hers");
  assert_sound (bea);
}

/* The same new value from both is no conflict. */
static void
test_agreement (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircRecord) mine = new_item (fixture->store, "Item");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = circ_store_get (bea, circ_record_get_id (mine), NULL);

  set_text (fixture->store, mine, CIRC_PLAN_ITEM_WHAT, "Both");
  set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Both");
  assert_sound (bea);
}

static void
test_removed_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (CircRecord) mine = new_item (fixture->store, "Item");
  g_autoptr (CircRecord) second = new_item (fixture->store, "Second");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = circ_store_get (bea, circ_record_get_id (mine), NULL);
  g_autoptr (CircRecord) her_second = circ_store_get (bea, circ_record_get_id (second), NULL);
  g_autoptr (CircChange) change = circ_change_new ("Remove");
  g_autoptr (GError) error = NULL;

  remove_record (fixture->store, mine);
  g_assert_false (try_set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Hers", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (circ_record_get_version (hers), ==, 0);
  /* Nor is what was edited since removed unseen. */
  set_text (fixture->store, second, CIRC_PLAN_ITEM_WHAT, "Edited");
  circ_change_remove (change, her_second);
  g_assert_false (circ_store_apply (bea, change, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (circ_record_get_text (her_second, CIRC_PLAN_ITEM_WHAT), ==, "Edited");
  remove_record (bea, her_second);
  assert_sound (bea);
}

static void
test_references (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (CircRecord) item = new_item (i % 2 ? bea : fixture->store, "Item");

      g_assert_true (g_hash_table_add (seen, g_strdup (circ_record_get_text (item, CIRC_PLAN_ITEM_REF))));
    }
  assert_sound (bea);
}

/* A handler may itself save. */
static void
save_once_cb (CircStore *store,
              GArray *ids,
              CircRecord *item)
{
  if (circ_record_get (item, CIRC_PLAN_ITEM_WHEN_TEXT) == NULL)
    set_text (store, item, CIRC_PLAN_ITEM_WHEN_TEXT, "Set by the handler");
}

static void
test_reentrant (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");

  g_signal_connect (fixture->store, "changed", G_CALLBACK (save_once_cb), item);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "New");
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Set by the handler");
  g_assert_cmpstr (circ_store_get_undo_title (fixture->store), ==, "Set by the handler");
  g_signal_handlers_disconnect_by_data (fixture->store, item);
  assert_sound (fixture->store);
}

/* The store keeps no record alive, and a record may outlive it. */
static void
test_lifetimes (Fixture *fixture,
                gconstpointer data)
{
  CircRecord *item = new_item (fixture->store, "Item");
  gint64 id = circ_record_get_id (item);
  CircRecord *again;

  g_assert_finalize_object (item);
  again = circ_store_get (fixture->store, id, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_cmpstr (circ_record_get_text (again, CIRC_PLAN_ITEM_WHAT), ==, "Item");
  g_assert_finalize_object (again);
}

/* Another process, which opens the file, saves something and closes it again once it is told to. */
static pid_t
start_visitor (const char *path,
               int *bell)
{
  int ends[2];
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child > 0)
    {
      close (ends[0]);
      *bell = ends[1];
      return child;
    }
  close (ends[1]);
  if (read (ends[0], &byte, 1) == 1)
    {
      g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bea", NULL);

      g_object_unref (new_item (store, "Bea's"));
      g_clear_object (&store);
    }
  _exit (0);
}

/* A second connection in this process comes and goes, as an export's does. The locks of the first stay: a visitor that
 * leaves does not think it was the last, and does not take away the log that the first goes on writing to. */
static void
test_locks_stay (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (CircRecord) first = NULL;
  g_autoptr (CircRecord) second = NULL;
  g_autoptr (CircStore) other = NULL;
  g_autoptr (GError) error = NULL;
  int status, bell;
  pid_t visitor;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  visitor = start_visitor (fixture->path, &bell);
  fixture->store = fixture_open (fixture, "Ada");
  first = new_item (fixture->store, "First");
  other = circ_store_open (fixture->path, CIRC_STORE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_cmpint (write (bell, "", 1), ==, 1);
  close (bell);
  g_assert_cmpint (waitpid (visitor, &status, 0), ==, visitor);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  second = new_item (fixture->store, "Second");
  other = fixture_open (fixture, "Cat");
  g_assert_nonnull (circ_store_get_kind_of (other, circ_record_get_id (second), NULL));
}

/* A backup onto a file that another window has open is refused, and that window keeps its locks. */
static void
test_locks_stay_at_backup (Fixture *fixture,
                           gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "backed-up.circulate");
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (CircStore) other = NULL;
  g_autoptr (GError) error = NULL;
  int status, bell;
  pid_t visitor;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  visitor = start_visitor (fixture->path, &bell);
  fixture->store = fixture_open (fixture, "Ada");
  g_object_unref (new_item (fixture->store, "Item"));
  other = circ_store_open (path, CIRC_STORE_OPEN_CREATE, "Ada", &error);
  g_assert_no_error (error);
  g_assert_false (circ_store_backup (other, fixture->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS);
  g_assert_cmpint (write (bell, "", 1), ==, 1);
  close (bell);
  g_assert_cmpint (waitpid (visitor, &status, 0), ==, visitor);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* Something in this process, as a file chooser does, opens and closes the file beside SQLite, and the locks are gone: a
 * visitor believes itself alone and takes the log away. Nothing is said to be saved into it; then all goes on. */
static void
test_locks_gone (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *what = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GError) error = NULL;
  int status, bell;
  pid_t visitor;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  visitor = start_visitor (fixture->path, &bell);
  fixture->store = fixture_open (fixture, "Ada");
  item = new_item (fixture->store, "Item");
  g_assert_true (g_file_get_contents (fixture->path, &what, NULL, NULL));
  g_assert_cmpint (write (bell, "", 1), ==, 1);
  close (bell);
  g_assert_cmpint (waitpid (visitor, &status, 0), ==, visitor);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (try_set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Lost", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_MOVED);
  g_clear_error (&error);
  circ_store_look (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_false (circ_store_get_moved (fixture->store));
  g_assert_cmpint (circ_store_count (fixture->store, query, NULL), ==, 2);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Saved");
  assert_sound (fixture->store);
  before = dump (fixture->store);
  g_clear_object (&item);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture->store = fixture_open (fixture, "Ada");
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* Opens, writes so much that the file itself is written when it closes, and closes; again and again. */
static void
write_and_close (const char *path)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bea", NULL);
      g_autoptr (CircChange) change = circ_change_new ("Many");

      for (guint j = 0; j < 40; j++)
        {
          g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

          circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Item");
          circ_change_insert (change, item);
        }
      if (store == NULL || !circ_store_apply (store, change, NULL))
        _exit (1);
    }
  _exit (0);
}

/* A file that is being written just then is not damaged. */
static void
test_opened_while_written (Fixture *fixture,
                           gconstpointer data)
{
  pid_t child;
  int status = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  child = fork ();
  if (child == 0)
    write_and_close (fixture->path);
  while (waitpid (child, &status, WNOHANG) == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircStore) store = circ_store_open (fixture->path, CIRC_STORE_OPEN_READ_ONLY, "Ada", &error);

      g_assert_no_error (error);
      g_assert_nonnull (store);
    }
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  fixture->store = fixture_open (fixture, "Ada");
  assert_sound (fixture->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/shared/changed", test_changed);
  fixture_add ("/store/shared/noticed", test_noticed);
  fixture_add ("/store/shared/conflict", test_conflict);
  fixture_add ("/store/shared/agreement", test_agreement);
  fixture_add ("/store/shared/removed-elsewhere", test_removed_elsewhere);
  fixture_add ("/store/shared/references", test_references);
  fixture_add ("/store/shared/reentrant", test_reentrant);
  fixture_add ("/store/shared/lifetimes", test_lifetimes);
  fixture_add ("/store/shared/locks-stay", test_locks_stay);
  fixture_add ("/store/shared/locks-stay-at-backup", test_locks_stay_at_backup);
  fixture_add ("/store/shared/locks-gone", test_locks_gone);
  fixture_add ("/store/shared/opened-while-written", test_opened_while_written);
  return g_test_run ();
}
