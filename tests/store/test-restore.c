/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup back while others want the file: what they were told is saved is in it or in the newest backup. And
 * putting one back by hand, where a program that was killed has left its log. */
#include "config.h"

#include "fixture.h"

#include "circ-backups.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define N_LARGE 150 /* records of 50 kB each: a backup of them takes long enough for somebody to come between */
#define LARGE_SIZE 50000
#define N_LOOKS 100000
#define N_ROUNDS 3

static void
close_store (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
fill (CircStore *store)
{
  g_autoptr (CircChange) change = circ_change_new ("Large records");
  g_autofree char *text = g_strnfill (LARGE_SIZE, 'x');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LARGE; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

      text[i] = ' ';
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, text);
      circ_change_insert (change, item);
    }
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
}

/* Whether a backup of the file is just being written. */
static gboolean
is_backing_up (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".circulate-backup-"))
      return TRUE;
  return FALSE;
}

/* Another program, which comes in the middle. Returns: 0 when it was told that its change is saved. */
static int
save_between (const char *path,
              const char *backups)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Came between");
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

  for (guint i = 0; !is_backing_up (backups) && i < N_LOOKS; i++)
    g_usleep (100);
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bea", NULL);
  if (store == NULL)
    return 1;
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Came between");
  circ_change_insert (change, item);
  return circ_store_apply (store, change, NULL) ? 0 : 1;
}

static gboolean
holds (const char *path,
       const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_READ_ONLY, "Ada", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  assert_sound (store);
  text = dump (store);
  return strstr (text, what) != NULL;
}

/* In the file, or in the newest of its backups. */
static gboolean
is_kept (const char *path,
         const char *what)
{
  g_autoptr (GPtrArray) backups = circ_backups_list (path, NULL);

  return holds (path, what) || holds (((CircBackup *) g_ptr_array_index (backups, 0))->path, what);
}

static void
test_others (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *backup = fixture_dup_path (fixture, "backup.circulate");
  g_autofree char *backups = circ_backups_dup_folder (fixture->path);
  g_autoptr (GError) error = NULL;

  fill (fixture->store);
  circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  close_store (fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      pid_t child = fork ();
      int status = 0;

      if (child == 0)
        _exit (save_between (fixture->path, backups));
      circ_store_restore (backup, fixture->path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      if (WEXITSTATUS (status) == 0)
        g_assert_true (is_kept (fixture->path, "Came between"));
    }
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *backup = fixture_dup_path (fixture, "backup.circulate");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Kept");
  g_autoptr (GError) error = NULL;

  circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  g_assert_false (circ_store_restore (backup, fixture->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_BUSY);
  g_assert_cmpuint (circ_backups_count (fixture->path), ==, 0);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Still saved");
  g_clear_object (&item);
  close_store (fixture);
  g_assert_true (holds (fixture->path, "Still saved"));
}

typedef struct {
  char *file;
  char *log;
  gsize file_size;
  gsize log_size;
} Bytes;

static char *
dup_log_path (Fixture *fixture)
{
  return g_strconcat (fixture->path, "-wal", NULL);
}

static void
read_bytes (Fixture *fixture,
            Bytes *bytes)
{
  g_autofree char *log = dup_log_path (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &bytes->file, &bytes->file_size, NULL));
  g_assert_true (g_file_get_contents (log, &bytes->log, &bytes->log_size, NULL));
}

static void
clear_bytes (Bytes *bytes)
{
  g_free (bytes->file);
  g_free (bytes->log);
}

static void
assert_untouched (Fixture *fixture,
                  const Bytes *before)
{
  Bytes now = { NULL };

  read_bytes (fixture, &now);
  g_assert_cmpmem (now.file, now.file_size, before->file, before->file_size);
  g_assert_cmpmem (now.log, now.log_size, before->log, before->log_size);
  clear_bytes (&now);
}

/* Another program works on and is killed. */
static void
work_and_die (const char *path)
{
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bea", NULL);

  for (guint i = 0; store != NULL && i < 40; i++)
    g_object_unref (new_item (store, "Of the one that was killed"));
  kill (getpid (), SIGKILL);
}

/* @backup: (nullable): made before, and copied over the file afterwards, as a person would */
static void
leave_log (Fixture *fixture,
           const char *backup)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  pid_t child;

  for (guint i = 0; i < 300; i++)
    g_object_unref (new_item (fixture->store, "Of yesterday"));
  if (backup != NULL)
    circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  close_store (fixture);
  child = fork ();
  if (child == 0)
    work_and_die (fixture->path);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  if (backup == NULL)
    return;
  g_assert_true (g_file_get_contents (backup, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, NULL));
}

/* Returns: (transfer full) (nullable): what was put aside, in the folder of the file. */
static char *
find_aside (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "test.circulate changes put aside "))
      return fixture_dup_path (fixture, name);
  return NULL;
}

static void
test_strange_log (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *backup = fixture_dup_path (fixture, "yesterday.circulate");
  g_autofree char *before = NULL;
  g_autofree char *read = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (CircStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  Bytes bytes = { NULL };
  gsize size = 0;

  leave_log (fixture, backup);
  reader = circ_store_open (backup, CIRC_STORE_OPEN_READ_ONLY, "Ada", NULL);
  before = dump (reader);
  g_clear_object (&reader);
  read_bytes (fixture, &bytes);
  reader = circ_store_open (fixture->path, CIRC_STORE_OPEN_READ_ONLY, "Ada", &error);
  g_assert_no_error (error);
  read = dump (reader);
  g_assert_cmpstr (read, ==, before);
  assert_sound (reader);
  g_assert_nonnull (strstr (circ_store_get_warning (reader), "test.circulate"));
  g_clear_object (&reader);
  assert_untouched (fixture, &bytes);
  g_assert_null (find_aside (fixture));

  fixture->store = circ_store_open (fixture->path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
  g_assert_no_error (error);
  after = dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (circ_store_get_warning (fixture->store), "put aside"));
  aside = find_aside (fixture);
  g_assert_nonnull (aside);
  g_assert_true (g_file_get_contents (aside, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, bytes.log, bytes.log_size);
  clear_bytes (&bytes);
  g_object_unref (new_item (fixture->store, "Today"));
  close_store (fixture);
  g_assert_true (holds (fixture->path, "Today"));
}

/* The log that belongs to the file is read, and stays until somebody opens the file to work on it. */
static void
test_own_log (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *log = dup_log_path (fixture);
  Bytes bytes = { NULL };

  leave_log (fixture, NULL);
  read_bytes (fixture, &bytes);
  g_assert_true (holds (fixture->path, "Of the one that was killed"));
  assert_untouched (fixture, &bytes);
  clear_bytes (&bytes);
  fixture->store = fixture_open (fixture, "Ada");
  g_assert_null (circ_store_get_warning (fixture->store));
  close_store (fixture);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (holds (fixture->path, "Of the one that was killed"));
}

/* Damaged with the log and without it: neither is touched by looking; a restore puts both aside. */
static void
test_damaged_with_log (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *backup = fixture_dup_path (fixture, "yesterday.circulate");
  Bytes bytes = { NULL };
  g_autoptr (GError) error = NULL;

  leave_log (fixture, backup);
  read_bytes (fixture, &bytes);
  memset (bytes.file + 4096, 0x5a, 20 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes.file, (gssize) bytes.file_size, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (circ_store_open (fixture->path, i == 0 ? CIRC_STORE_OPEN_READ_ONLY : CIRC_STORE_OPEN_DEFAULT, "Ada",
                                      &error));
      g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      assert_untouched (fixture, &bytes);
    }
  clear_bytes (&bytes);
  circ_store_restore (backup, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (holds (fixture->path, "Of yesterday"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/restore/others", test_others);
  fixture_add ("/store/restore/refused", test_refused);
  fixture_add ("/store/restore/strange-log", test_strange_log);
  fixture_add ("/store/restore/own-log", test_own_log);
  fixture_add ("/store/restore/damaged-with-log", test_damaged_with_log);
  return g_test_run ();
}
