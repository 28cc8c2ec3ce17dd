/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operations that must not lose anything: those of the command line as they are called there, and saving as the
 * window does it, on a store that stays open and must be good for the next attempt. */
#include "config.h"

#include "cases.h"

#include "circ-backups.h"
#include "circ-commands.h"
#include "circ-follow.h"
#include "circ-schema.h"
#include "fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>

#define STORE "data/test.circulate"
#define OLD_DOCUMENT "the document of last month"
#define FAILED_AGAIN 3 /* exit status */

static char *
dup_path (const char *root,
          const char *name)
{
  return g_build_filename (root, name, NULL);
}

static CircStore *
open_store (const char *root,
            CircStoreOpenFlags flags)
{
  g_autofree char *path = dup_path (root, STORE);
  g_autoptr (GError) error = NULL;
  /* As the command line does, since undo is a person's own. */
  CircStore *store = circ_store_open (path, flags, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static CircRecord *
get_only_of (CircStore *store,
             CircKindId kind)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = circ_store_find (store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, >, 0);
  return g_object_ref (g_ptr_array_index (records, 0));
}

/* An item for two audiences, done once, with a record of it; the newest change renames it. */
static void
prepare_store (const char *root,
               const char *detail)
{
  g_autofree char *folder = dup_path (root, "data");
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircRecord) partnership = NULL;
  g_autoptr (CircRecord) staff = NULL;
  g_autoptr (CircRecord) parents = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) evidence = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  store = open_store (root, CIRC_STORE_OPEN_CREATE);
  /* Otherwise made at its first use, as a change of its own. */
  partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, NULL);
  g_assert_nonnull (partnership);
  staff = new_audience (store, "Staff");
  parents = new_audience (store, "Parents");
  item = new_item (store, "Lantern bulletin");
  occurrence = new_occurrence (store, item, "2026-11-20");
  evidence = new_evidence (store, occurrence, "Minutes");
  set_text (store, item, CIRC_PLAN_ITEM_WHAT, "Bulletin of the lantern");
}

static void
prepare_nothing (const char *root,
                 const char *detail)
{
}

/* Two changes, of which the first is in a backup. */
static void
prepare_backup (const char *root,
                const char *detail)
{
  g_autofree char *target = dup_path (root, "data/backup.circulate");
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GError) error = NULL;

  prepare_store (root, detail);
  store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  circ_store_backup (store, target, &error);
  g_assert_no_error (error);
  item = new_item (store, "Not in the backup");
}

/* The backup of the day is there already; the clock of the cases stands at that day. */
static void
prepare_backed_up (const char *root,
                   const char *detail)
{
  g_autofree char *folder = dup_path (root, "data/Circulate backups");
  g_autofree char *target = dup_path (root, "data/Circulate backups/test 2026-11-21 090000.circulate");
  g_autoptr (CircStore) store = NULL;
  g_autoptr (GError) error = NULL;

  prepare_store (root, detail);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  circ_store_backup (store, target, &error);
  g_assert_no_error (error);
}

static void
prepare_text (const char *root,
              const char *name,
              const char *text)
{
  g_autofree char *path = dup_path (root, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
prepare_import (const char *root,
                const char *detail)
{
  g_autoptr (CircStore) store = NULL;

  prepare_backed_up (root, detail);
  /* What time does to a file is a change of its own, before the import's. */
  store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_assert_true (circ_follow_bring_up_to_date (store, "2026-11-21", NULL));
  prepare_text (root, "data/plan.csv",
                "What needs to be communicated,To whom,How,By whom,When\n"
                "Calendar of the square,Staff,E mail,Clerk,Monthly\n"
                "Prices,\"Parents\nStaff\",Website,Clerk,As required\n");
}

static void
prepare_export (const char *root,
                const char *detail)
{
  g_autofree char *name = g_strconcat ("data/plan.", detail, NULL);

  prepare_store (root, detail);
  prepare_text (root, name, OLD_DOCUMENT);
}

/* @detail: the text of an older file, as SQL. */
static void
make_older (const char *path,
            const char *detail)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (detail, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
prepare_older (const char *root,
               const char *detail)
{
  g_autofree char *folder = dup_path (root, "data");
  g_autofree char *path = dup_path (root, STORE);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  make_older (path, detail);
}

/* A file of today, and a backup from before a step of the schema. */
static void
prepare_older_backup (const char *root,
                      const char *detail)
{
  g_autofree char *backup = dup_path (root, "data/backup.circulate");

  prepare_store (root, NULL);
  make_older (backup, detail);
}

/* What is typed, with @ before the names that are below @root. */
static int
run_command (const char *root,
             const char *detail)
{
  g_auto (GStrv) words = g_strsplit (detail, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  gboolean window = FALSE;
  int status;

  g_ptr_array_add (arguments, g_strdup ("circulate"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, words[i][0] == '@' ? dup_path (root, words[i] + 1) : g_strdup (words[i]));
  g_ptr_array_add (arguments, NULL);
  case_begin ();
  status = circ_commands_main ((int) arguments->len - 1, (char **) arguments->pdata, &window, NULL);
  case_end ();
  return status;
}

static int
run_restore (const char *root,
             const char *detail)
{
  return run_command (root, "--database @" STORE " restore @data/backup.circulate");
}

static int
run_export (const char *root,
            const char *detail)
{
  g_autofree char *line = g_strconcat ("--database @" STORE " export plan --output @data/plan.", detail, NULL);

  return run_command (root, line);
}

typedef gboolean (*Operation) (CircStore *store,
                               gpointer user_data,
                               GError **error);

/* Does it; when that fails, again on the same store with all well: then it must be done, and once. */
static int
run_again (CircStore *store,
           Operation operation,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;
  gboolean done;

  done = operation (store, user_data, &error);
  if (!done)
    {
      case_end ();
      if (error == NULL || error->message[0] == '\0' || strchr (error->message, '\n') != NULL)
        fprintf (stderr, "There is no reason in one line: %s\n", error != NULL ? error->message : "none");
      done = operation (store, user_data, &second);
      if (!done)
        fprintf (stderr, "After “%s” again: %s\n", error->message, second->message);
    }
  /* Closing is part of it. */
  g_object_unref (store);
  case_end ();
  return done ? 0 : FAILED_AGAIN;
}

static gboolean
apply_cb (CircStore *store,
          gpointer change,
          GError **error)
{
  return circ_store_apply (store, change, error);
}

static gboolean
erase_cb (CircStore *store,
          gpointer ids,
          GError **error)
{
  return circ_store_erase (store, ids, "Erased for retention", error);
}

static gboolean
undo_cb (CircStore *store,
         gpointer user_data,
         GError **error)
{
  return circ_store_undo (store, NULL, error);
}

static gboolean
daily_cb (CircStore *store,
          gpointer user_data,
          GError **error)
{
  return circ_store_back_up_daily (store, NULL, error);
}

static gboolean
backup_cb (CircStore *store,
           gpointer target,
           GError **error)
{
  return circ_store_backup (store, target, error);
}

static int
run_insert (const char *root,
            const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_autoptr (CircRecord) audience = get_only_of (store, CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircChange) change = circ_change_new ("Recorded");

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Prices");
  circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, entry ("the staff", circ_record_get_id (audience)));
  circ_change_insert (change, item);
  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_change_insert (change, occurrence);
  case_begin ();
  return run_again (store, apply_cb, change);
}

static int
run_set (const char *root,
         const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_autoptr (CircRecord) audience = get_only_of (store, CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) item = get_only_of (store, CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new ("Edited");

  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT, "Calendar");
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHEN_TEXT, "Monthly");
  circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("the staff", circ_record_get_id (audience)));
  case_begin ();
  return run_again (store, apply_cb, change);
}

static int
run_remove (const char *root,
            const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_autoptr (CircRecord) item = get_only_of (store, CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new ("Removed");

  circ_change_remove (change, item);
  case_begin ();
  return run_again (store, apply_cb, change);
}

static int
run_erase (const char *root,
           const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_autoptr (CircRecord) item = get_only_of (store, CIRC_KIND_PLAN_ITEM);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = circ_record_get_id (item);

  g_array_append_val (ids, id);
  g_clear_object (&item);
  case_begin ();
  return run_again (store, erase_cb, ids);
}

static int
run_undo (const char *root,
          const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);

  case_begin ();
  return run_again (store, undo_cb, NULL);
}

static int
run_daily (const char *root,
           const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);

  case_begin ();
  return run_again (store, daily_cb, NULL);
}

/* In the place of an older one. */
static int
run_backup (const char *root,
            const char *detail)
{
  CircStore *store = open_store (root, CIRC_STORE_OPEN_DEFAULT);
  g_autofree char *target = dup_path (root, "data/backup.circulate");

  case_begin ();
  return run_again (store, backup_cb, target);
}

/* Opening an older file brings it up to date, after backing it up. */
static int
run_open (const char *root,
          const char *detail)
{
  g_autofree char *path = dup_path (root, STORE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = NULL;
  gboolean done;

  case_begin ();
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, NULL, &error);
  /* An older file that seems to be in a place where nothing can be written is opened to be looked at, and stays as it is. */
  done = store != NULL && !circ_store_get_read_only (store);
  if (!done)
    fprintf (stderr, "circulate: %s\n", store == NULL ? error->message : "only to be read");
  g_clear_object (&store);
  case_end ();
  return done ? 0 : 1;
}

/* A step of the schema such as the next one might be. */
static int
run_step (const char *root,
          const char *detail)
{
  g_autofree char *path = dup_path (root, STORE);
  g_autofree char *sql
    = g_strdup_printf ("CREATE TABLE extra (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
                       "ALTER TABLE audience ADD COLUMN extra TEXT; UPDATE audience SET extra = name;"
                       "INSERT INTO extra (text) SELECT name FROM audience; PRAGMA user_version = %d",
                       CIRC_SCHEMA_VERSION + 1);
  g_autoptr (GError) error = NULL;
  CircDb *db;
  gboolean done;

  case_begin ();
  db = circ_db_open (path, CIRC_DB_READ_WRITE, &error);
  done = db != NULL && circ_schema_run_step (db, CIRC_SCHEMA_VERSION + 1, sql, NULL, &error);
  g_clear_pointer (&db, circ_db_close);
  case_end ();
  if (!done)
    fprintf (stderr, "circulate: %s\n", error->message);
  return done ? 0 : 1;
}

/* Two cases for each older file that tests/store keeps. */
static void
add_older (GPtrArray *cases)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CIRC_SOURCE_DIR"), "tests", "store", "fixtures", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sql"))
      {
        const FaultCase migrate = { g_strconcat ("migrate-", name, NULL), prepare_older, run_open,
                                    g_build_filename (folder, name, NULL), FALSE };
        const FaultCase restore = { g_strconcat ("restore-old-", name, NULL), prepare_older_backup, run_restore,
                                    g_build_filename (folder, name, NULL), FALSE };

        g_ptr_array_add (cases, g_memdup2 (&migrate, sizeof migrate));
        g_ptr_array_add (cases, g_memdup2 (&restore, sizeof restore));
      }
}

GPtrArray *
cases_new (void)
{
  static const FaultCase cases[] = {
    { "create", prepare_nothing, run_command, "create @new.circulate", FALSE },
    { "create-starter", prepare_nothing, run_command, "create @new.circulate --template starter", FALSE },
    { "import", prepare_import, run_command, "--database @" STORE " import plan @data/plan.csv", FALSE },
    { "undo", prepare_backed_up, run_command, "--database @" STORE " undo", FALSE },
    { "backup", prepare_store, run_command, "--database @" STORE " backup @data/copy.circulate", FALSE },
    { "restore", prepare_backup, run_command, "--database @" STORE " restore @data/backup.circulate", FALSE },
    { "restore-missing", prepare_backup, run_command, "--database @data/lost.circulate restore @data/backup.circulate",
      FALSE },
    { "export-xlsx", prepare_export, run_export, "xlsx", FALSE },
    { "export-pdf", prepare_export, run_export, "pdf", FALSE },
    { "export-csv", prepare_export, run_export, "csv", FALSE },
    { "migrate-step", prepare_store, run_step, NULL, FALSE },
    { "open-insert", prepare_store, run_insert, NULL, TRUE },
    { "open-set", prepare_store, run_set, NULL, TRUE },
    { "open-remove", prepare_store, run_remove, NULL, TRUE },
    { "open-erase", prepare_store, run_erase, NULL, TRUE },
    { "open-undo", prepare_store, run_undo, NULL, TRUE },
    { "open-backup", prepare_backup, run_backup, NULL, TRUE },
    { "open-daily", prepare_store, run_daily, NULL, TRUE },
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (all, g_memdup2 (&cases[i], sizeof cases[i]));
  add_older (all);
  return all;
}
