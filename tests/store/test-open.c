/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are ours and files that are not. What cannot be opened stays as it was, to the byte. */
#include "config.h"

#include "fixture.h"

#include "circ-statement.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib/gstdio.h>

static void
read_file (const char *path,
           char **contents,
           gsize *size)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, contents, size, &error);
  g_assert_no_error (error);
}

static void
write_file (const char *path,
            const char *contents,
            gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder, sorted. */
static char *
list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static void
close_store (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
assert_refused (Fixture *fixture,
                const char *path,
                CircStoreOpenFlags flags,
                int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names_before = list_folder (fixture->folder);
  g_autofree char *names_after = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before = 0;
  gsize size_after = 0;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (is_file)
    read_file (path, &before, &size_before);
  g_assert_null (circ_store_open (path, flags, "Ada", &error));
  g_assert_error (error, CIRC_STORE_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  names_after = list_folder (fixture->folder);
  g_assert_cmpstr (names_before, ==, names_after);
  if (!is_file)
    return;
  read_file (path, &after, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *missing = fixture_dup_path (fixture, "nowhere/new.circulate");
  g_autofree char *names = NULL;
  g_autoptr (CircRecord) item = new_item (fixture->store, "Kept");
  gint64 id = circ_record_get_id (item);
  g_autoptr (CircRecord) again = NULL;
  struct stat status;

  g_clear_object (&item);
  close_store (fixture);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "test.circulate");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  assert_refused (fixture, fixture->path, CIRC_STORE_OPEN_CREATE, CIRC_STORE_ERROR_EXISTS);
  assert_refused (fixture, missing, CIRC_STORE_OPEN_CREATE, CIRC_STORE_ERROR_NOT_FOUND);
  fixture->store = fixture_open (fixture, NULL);
  g_assert_nonnull (circ_store_get_person (fixture->store));
  g_assert_cmpstr (circ_store_get_path (fixture->store), ==, fixture->path);
  again = circ_store_get (fixture->store, id, NULL);
  g_assert_cmpstr (circ_record_get_text (again, CIRC_PLAN_ITEM_WHAT), ==, "Kept");
}

typedef struct {
  const char *name;
  const char *contents;
  gssize size;
  int code;
} BadFile;

static const char header_of_other[100] = "SQLite format 3";

static const BadFile bad_files[] = {
  { "empty", "", 0, CIRC_STORE_ERROR_FOREIGN },
  { "text", "Dear all, please find attached.\n", -1, CIRC_STORE_ERROR_FOREIGN },
  { "short", "SQLite format 3", 16, CIRC_STORE_ERROR_FOREIGN },
  { "other-program", header_of_other, sizeof header_of_other, CIRC_STORE_ERROR_FOREIGN },
};

static void
test_bad_files (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *missing = fixture_dup_path (fixture, "missing");
  g_autofree char *through_file = g_strconcat (fixture->path, "/inside", NULL);

  close_store (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = fixture_dup_path (fixture, bad_files[i].name);
      const BadFile *bad = &bad_files[i];

      write_file (path, bad->contents, bad->size >= 0 ? (gsize) bad->size : strlen (bad->contents));
      assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, bad->code);
      assert_refused (fixture, path, CIRC_STORE_OPEN_READ_ONLY, bad->code);
      assert_refused (fixture, path, CIRC_STORE_OPEN_CREATE, CIRC_STORE_ERROR_EXISTS);
    }
  assert_refused (fixture, missing, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, through_file, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, fixture->folder, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_FOREIGN);
  assert_refused (fixture, "/dev/null", CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_FOREIGN);
}

/* A real file of ours with bytes changed. */
static void
test_changed_files (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "changed");
  g_autofree char *contents = NULL;
  gsize size = 0;

  close_store (fixture);
  read_file (fixture->path, &contents, &size);
  contents[63] = 99;
  write_file (path, contents, size);
  assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_TOO_NEW);
  contents[63] = 0;
  write_file (path, contents, size);
  assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_CORRUPT);
  contents[63] = 1;
  contents[68] ^= 1;
  write_file (path, contents, size);
  assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_FOREIGN);
  contents[68] ^= 1;
  write_file (path, contents, size / 2);
  assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_CORRUPT);
  memset (contents + 100, 0x5a, 4000);
  write_file (path, contents, size);
  assert_refused (fixture, path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_CORRUPT);
}

/* What only the log knows counts too, and the log is left alone. */
static void
test_newer_in_log (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (CircDb) db = NULL;

  close_store (fixture);
  db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  circ_db_keep_wal (db, TRUE);
  circ_db_script (db, "PRAGMA user_version = 70", &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, circ_db_close);
  assert_refused (fixture, fixture->path, CIRC_STORE_OPEN_DEFAULT, CIRC_STORE_ERROR_TOO_NEW);
  assert_refused (fixture, fixture->path, CIRC_STORE_OPEN_READ_ONLY, CIRC_STORE_ERROR_TOO_NEW);
  g_assert_cmpint (g_unlink (wal), ==, 0);
  g_unlink (shm);
}

static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircStore) reader = NULL;
  g_autoptr (CircRecord) read = NULL;
  g_autoptr (CircRecord) only = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = fixture_dup_path (fixture, "backup");
  gboolean alone = data != NULL;

  if (alone)
    {
      g_clear_object (&item);
      close_store (fixture);
    }
  reader = circ_store_open (fixture->path, CIRC_STORE_OPEN_READ_ONLY, "Bea", &error);
  g_assert_no_error (error);
  g_assert_true (circ_store_get_read_only (reader));
  read = circ_store_get (reader, 1, &error);
  g_assert_no_error (error);
  g_assert_false (try_set_text (reader, read, CIRC_PLAN_ITEM_WHAT, "Changed", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (circ_store_undo (reader, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  only = circ_store_get_only (reader, CIRC_KIND_PARTNERSHIP, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_record_get_version (only), ==, 0);
  assert_sound (reader);
  circ_store_backup (reader, backup, &error);
  g_assert_no_error (error);
  g_assert_false (try_set_text (reader, read, CIRC_PLAN_ITEM_WHAT, "Changed", NULL));
}

static void
test_read_only_alone (Fixture *fixture,
                      gconstpointer data)
{
  test_read_only (fixture, "alone");
}

/* As another user, in a folder that user may not write to. Root may do anything, so a child gives that up. */
static int
open_without_rights (const char *path,
                     int expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircRecord) record = NULL;

  if (getuid () == 0 && setuid (65534) != 0)
    return 1;
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Nobody", &error);
  if (store == NULL)
    return g_error_matches (error, CIRC_STORE_ERROR, expected) ? 0 : 2;
  if (expected >= 0 || !circ_store_get_read_only (store))
    return 3;
  record = circ_store_get (store, 1, NULL);
  if (record == NULL || try_set_text (store, record, CIRC_PLAN_ITEM_WHAT, "Changed", &error))
    return 4;
  return g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_READ_ONLY) ? 0 : 5;
}

static void
assert_without_rights (const char *path,
                       int expected)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    _exit (open_without_rights (path, expected));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_rights (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *names = NULL;

  g_object_unref (new_item (fixture->store, "Item"));
  close_store (fixture);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  assert_without_rights (fixture->path, -1);
  g_assert_cmpint (chmod (fixture->path, 0000), ==, 0);
  assert_without_rights (fixture->path, CIRC_STORE_ERROR_DENIED);
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "test.circulate");
}

/* In a process that may not write: what others save is seen, whether or not they still have the file open. */
static int
look_without_rights (const char *path,
                     int go_on,
                     int ready)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  char byte;

  if (getuid () == 0 && setuid (65534) != 0)
    return 1;
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Nobody", NULL);
  if (store == NULL || !circ_store_get_read_only (store) || circ_store_count (store, query, NULL) != 1)
    return 2;
  for (int n = 2; n <= 3; n++)
    if (write (ready, "", 1) != 1 || read (go_on, &byte, 1) != 1 || !circ_store_look (store, NULL)
        || circ_store_count (store, query, NULL) != n)
      return 1 + n;
  return 0;
}

static void
test_changed_without_rights (Fixture *fixture,
                             gconstpointer data)
{
  int go_on[2], ready[2], status = 0;
  pid_t child;
  char byte;

  g_object_unref (new_item (fixture->store, "Item"));
  close_store (fixture);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (pipe (go_on), ==, 0);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (look_without_rights (fixture->path, go_on[0], ready[1]));
  close (go_on[0]);
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  /* One who has put the file away again, and one who still has it open. */
  fixture->store = fixture_open (fixture, "Ada");
  g_object_unref (new_item (fixture->store, "Second"));
  close_store (fixture);
  g_assert_cmpint (write (go_on[1], "", 1), ==, 1);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  fixture->store = fixture_open (fixture, "Ada");
  g_object_unref (new_item (fixture->store, "Third"));
  g_assert_cmpint (write (go_on[1], "", 1), ==, 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  close (go_on[1]);
  close (ready[0]);
}

static void
test_backup_and_restore (Fixture *fixture,
                         gconstpointer data)
{
  g_autofree char *backup = fixture_dup_path (fixture, "copy.circulate");
  g_autofree char *text = fixture_dup_path (fixture, "letter.txt");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Before");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  before = dump (fixture->store);
  circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  write_file (text, "Dear all", 8);
  g_assert_false (circ_store_backup (fixture->store, text, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (circ_store_backup (fixture->store, fixture->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "After");
  /* Not while somebody has it open. */
  g_assert_false (circ_store_restore (backup, fixture->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&item);
  close_store (fixture);
  g_assert_false (circ_store_restore (text, fixture->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  circ_store_restore (backup, fixture->path, &error);
  g_assert_no_error (error);
  fixture->store = fixture_open (fixture, "Ada");
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  assert_sound (fixture->store);
  close_store (fixture);
  /* Over a damaged file too, which is put aside. */
  write_file (fixture->path, "gone", 4);
  circ_store_restore (backup, fixture->path, &error);
  g_assert_no_error (error);
  fixture->store = fixture_open (fixture, "Ada");
  assert_sound (fixture->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/open/create", test_create);
  fixture_add ("/store/open/bad-files", test_bad_files);
  fixture_add ("/store/open/changed-files", test_changed_files);
  fixture_add ("/store/open/newer-in-log", test_newer_in_log);
  fixture_add ("/store/open/read-only", test_read_only);
  fixture_add ("/store/open/read-only-alone", test_read_only_alone);
  fixture_add ("/store/open/rights", test_rights);
  fixture_add ("/store/open/changed-without-rights", test_changed_without_rights);
  fixture_add ("/store/open/backup-and-restore", test_backup_and_restore);
  return g_test_run ();
}
