/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup back while others want the file: what they were told is saved is in it or in the newest backup. */
#include "config.h"

#include "fixture.h"

#include "circ-backups.h"

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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/restore/others", test_others);
  fixture_add ("/store/restore/refused", test_refused);
  return g_test_run ();
}
