/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: one a day, the newest thirty kept, nothing deleted that is not one of them; found and told apart. */
#include "config.h"

#include "fixture.h"

#include "circ-backups.h"
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define FOLDER "Circulate backups"

static char *
dup_backup_path (Fixture *fixture,
                 const char *name)
{
  return g_build_filename (fixture->folder, FOLDER, name, NULL);
}

static char *
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *made = NULL;

  circ_store_back_up_daily (fixture->store, &made, &error);
  g_assert_no_error (error);
  return made;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;

  g_file_get_contents (from, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
test_daily (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "test %Y-%m-%d ");
  g_autofree char *none = back_up (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *base = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircStore) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  /* A file that nobody has put anything into has nothing to lose. */
  g_assert_null (none);
  item = new_item (fixture->store, "Item");
  before = dump (fixture->store);
  first = back_up (fixture);
  g_assert_nonnull (first);
  base = g_path_get_basename (first);
  g_assert_true (g_str_has_prefix (base, day));
  second = back_up (fixture);
  g_assert_null (second);
  copy = circ_store_open (first, CIRC_STORE_OPEN_READ_ONLY, NULL, NULL);
  after = dump (copy);
  g_assert_cmpstr (before, ==, after);
  assert_sound (copy);
}

/* A name that a backup of @days ago would have. */
static char *
dup_old_name (Fixture *fixture,
              const char *base,
              int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autofree char *time = g_date_time_format (then, "%Y-%m-%d 093000");
  g_autofree char *name = g_strconcat (base, " ", time, ".circulate", NULL);

  return dup_backup_path (fixture, name);
}

static void
add_other_document (Fixture *fixture,
                    const char *target)
{
  g_autofree char *path = fixture_dup_path (fixture, "other.circulate");
  g_autoptr (CircStore) other = circ_store_open (path, CIRC_STORE_OPEN_CREATE, "Ada", NULL);
  g_autoptr (GError) error = NULL;

  g_object_unref (new_item (other, "Of another document"));
  circ_store_backup (other, target, &error);
  g_assert_no_error (error);
}

static void
test_kept (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *copy = fixture_dup_path (fixture, "copy");
  g_autofree char *folder = dup_backup_path (fixture, NULL);
  g_autofree char *made = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *strangers[] = {
    dup_old_name (fixture, "test", 400), /* another document under our name */
    dup_old_name (fixture, "test", 401), /* a text */
    dup_old_name (fixture, "test", 402), /* a link to something */
    dup_old_name (fixture, "renamed", 403),
    dup_backup_path (fixture, "before the merger.circulate"),
    dup_backup_path (fixture, "test 2020-01-01 100000.circulate.damaged"),
  };

  circ_store_backup (fixture->store, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int days = 1; days <= 40; days++)
    {
      g_autofree char *old = dup_old_name (fixture, "test", days);

      copy_file (copy, old);
    }
  add_other_document (fixture, strangers[0]);
  g_assert_true (g_file_set_contents (strangers[1], "Dear all", -1, NULL));
  g_assert_cmpint (symlink (copy, strangers[2]), ==, 0);
  for (guint i = 3; i < G_N_ELEMENTS (strangers); i++)
    copy_file (copy, strangers[i]);

  made = back_up (fixture);
  g_assert_nonnull (made);
  for (int days = 1; days <= 40; days++)
    {
      g_autofree char *old = dup_old_name (fixture, "test", days);

      g_assert_cmpint (g_file_test (old, G_FILE_TEST_EXISTS), ==, days < 30);
    }
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_assert_true (g_file_test (strangers[i], G_FILE_TEST_EXISTS));
      g_clear_pointer (&strangers[i], g_free);
    }

  /* All that hold this document are offered, whatever they are called, and what has the name but cannot be read. */
  backups = circ_backups_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 33);
  g_assert_cmpstr (((CircBackup *) g_ptr_array_index (backups, 0))->path, ==, made);
  g_assert_cmpuint (circ_backups_count (fixture->path), ==, 33);
}

/* The clock was a year ahead for a while: what is made now stays all the same, and takes the place of one of those. */
static void
test_clock_was_ahead (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *folder = dup_backup_path (fixture, NULL);
  g_autofree char *copy = fixture_dup_path (fixture, "copy");
  g_autofree char *yesterday = dup_old_name (fixture, "test", 1);
  g_autofree char *first = dup_old_name (fixture, "test", -365);
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;

  circ_store_backup (fixture->store, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  copy_file (copy, yesterday);
  for (int days = 365; days < 395; days++)
    {
      g_autofree char *ahead = dup_old_name (fixture, "test", -days);

      copy_file (copy, ahead);
    }
  made = back_up (fixture);
  g_assert_nonnull (made);
  g_assert_true (g_file_test (made, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (yesterday, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (circ_backups_count (fixture->path), ==, 30);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (CircRecord) first = new_item (fixture->store, "First");
  g_autoptr (CircRecord) second = NULL;
  g_autofree char *made = back_up (fixture);
  g_autofree char *older = dup_old_name (fixture, "test", 2);
  g_autofree char *newer = NULL;
  g_autofree char *broken = dup_old_name (fixture, "test", 5);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  CircBackup *backup;

  g_assert_cmpint (g_rename (made, older), ==, 0);
  second = new_item (fixture->store, "Second");
  newer = back_up (fixture);
  copy_file (older, broken);
  g_assert_cmpint (truncate (broken, 5000), ==, 0);
  backups = circ_backups_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 3);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpstr (backup->path, ==, newer);
  g_assert_cmpint (backup->n_items, ==, 2);
  g_assert_cmpstr (backup->last_title, ==, "Second");
  g_assert_cmpint (backup->size, >, 0);
  backup = g_ptr_array_index (backups, 1);
  g_assert_cmpint (backup->n_items, ==, 1);
  g_assert_cmpstr (backup->last_title, ==, "First");
  g_assert_cmpint ((int) strlen (backup->made_at), ==, 17);
  backup = g_ptr_array_index (backups, 2);
  g_assert_cmpint (backup->n_items, ==, -1);

  /* Of a file that cannot be read any more the backups are found by its name. */
  g_clear_object (&first);
  g_clear_object (&second);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_set_contents (fixture->path, "gone", -1, NULL));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = circ_backups_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 3);
}

static void
test_chosen_folder (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autofree char *chosen = fixture_dup_path (fixture, "chosen/deep");
  g_autofree char *blocked = g_strconcat (fixture->path, "/inside", NULL);
  g_autofree char *beside = dup_backup_path (fixture, NULL);
  g_autofree char *made = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  circ_backups_set_folder (chosen);
  made = back_up (fixture);
  g_assert_true (g_str_has_prefix (made, chosen));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  backups = circ_backups_list (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  /* Where nothing can be written the reason comes back, and the file is as it was. */
  circ_backups_set_folder (blocked);
  g_assert_false (circ_store_back_up_daily (fixture->store, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  circ_backups_set_folder (NULL);
  assert_sound (fixture->store);
}

/* A copy of damage would in time push out every copy that is whole. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *folder = dup_backup_path (fixture, NULL);
  g_autofree char *contents = NULL;
  gsize size = 0;
  guint n = 0;

  for (guint i = 0; i < 50; i++)
    g_object_unref (new_item (fixture->store, "Item"));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (gsize page = 4096; page < size; page += 4096)
    {
      g_autofree char *broken = g_memdup2 (contents, size);
      g_autoptr (CircStore) store = NULL;
      g_autoptr (GError) error = NULL;

      memset (broken + page, 0x5a, 200);
      g_assert_true (g_file_set_contents (fixture->path, broken, (gssize) size, NULL));
      /* A page that is not in use may hold anything. */
      store = circ_store_open (fixture->path, CIRC_STORE_OPEN_READ_ONLY, "Ada", NULL);
      if (store != NULL)
        continue;
      store = circ_store_open (fixture->path, CIRC_STORE_OPEN_DAMAGED, "Ada", NULL);
      if (store == NULL)
        continue;
      g_assert_false (circ_store_back_up_daily (store, NULL, &error));
      g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/backups/daily", test_daily);
  fixture_add ("/store/backups/kept", test_kept);
  fixture_add ("/store/backups/clock-was-ahead", test_clock_was_ahead);
  fixture_add ("/store/backups/list", test_list);
  fixture_add ("/store/backups/chosen-folder", test_chosen_folder);
  fixture_add ("/store/backups/damaged", test_damaged);
  return g_test_run ();
}
