/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema against the catalogues, and the steps that bring a file from one version to the next. */
#include "config.h"

#include "fixture.h"

#include "circ-backups.h"
#include "circ-schema.h"
#include "circ-statement.h"

#include <string.h>

static void
test_catalogues (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  circ_schema_compare (db, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  /* And the comparison sees what it is for. */
  circ_db_script (db,
                  "ALTER TABLE audience ADD COLUMN stray TEXT; ALTER TABLE audience RENAME COLUMN code TO kode;"
                  "ALTER TABLE method DROP COLUMN has_cost; ALTER TABLE method ADD COLUMN has_cost TEXT",
                  &error);
  g_assert_no_error (error);
  circ_schema_compare (db, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 4);
}

static char *
dump_schema (CircDb *db)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "SELECT sql FROM sqlite_schema ORDER BY name", NULL);
  GString *text = g_string_new (NULL);

  while (circ_statement_step (statement, NULL) == CIRC_STEP_ROW)
    g_string_append_printf (text, "%s\n", circ_statement_get_text (statement, 0));
  return g_string_free (text, FALSE);
}

/* A step that fails anywhere leaves the file as it was. */
static void
test_failing_steps (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const steps[] = {
    "CREATE TABLE extra (a TEXT) STRICT; PRAGMA user_version = 8; nonsense",
    "nonsense; PRAGMA user_version = 8",
    "CREATE TABLE extra (a TEXT) STRICT; CREATE TABLE extra (a TEXT) STRICT; PRAGMA user_version = 8",
    "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra (a) VALUES (x'00'); PRAGMA user_version = 8",
    "CREATE TABLE extra (a TEXT) STRICT", /* forgets its version */
    "INSERT INTO link (source, field, position, target) VALUES (98, 'a', 0, 99); PRAGMA user_version = 8",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  g_autofree char *before = dump_schema (db);
  int version = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *after = NULL;

      g_assert_false (circ_schema_run_step (db, CIRC_SCHEMA_VERSION + 1, steps[i], NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      circ_schema_get_version (db, &version, &error);
      g_assert_no_error (error);
      g_assert_cmpint (version, ==, CIRC_SCHEMA_VERSION);
      after = dump_schema (db);
      g_assert_cmpstr (before, ==, after);
    }
  assert_sound (fixture->store);
}

static void
test_step (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  const char *step = "CREATE TABLE extra (a TEXT) STRICT; PRAGMA user_version = 8";
  int version = 0;

  circ_schema_run_step (db, CIRC_SCHEMA_VERSION + 1, step, NULL, &error);
  g_assert_no_error (error);
  circ_schema_get_version (db, &version, &error);
  g_assert_cmpint (version, ==, CIRC_SCHEMA_VERSION + 1);
  /* Another process was quicker: nothing to do. */
  circ_schema_run_step (db, CIRC_SCHEMA_VERSION + 1, step, NULL, &error);
  g_assert_no_error (error);
  circ_schema_migrate (db, &error);
  g_assert_no_error (error);
}

static void
assert_dump (CircStore *store,
             const char *expected)
{
  g_autofree char *text = dump (store);

  g_assert_cmpstr (text, ==, expected);
}

/* Makes the file of version 1 that stands as text beside this test, and alters it by @sql. */
static char *
make_old_file (Fixture *fixture,
               const char *sql)
{
  g_autofree char *text = g_test_build_filename (G_TEST_DIST, "fixtures", "version-1.sql", NULL);
  char *path = fixture_dup_path (fixture, "old.circulate");
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = NULL;

  g_file_get_contents (text, &script, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, "", 0, &error);
  g_assert_no_error (error);
  db = circ_db_open (path, CIRC_DB_READ_WRITE, &error);
  g_assert_true (circ_schema_run_step (db, 1, script, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (circ_db_script (db, sql, &error));
  return path;
}

/* A file of each version that was shipped becomes what a new file is, with its rows. */
static void
test_older_files (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *path = make_old_file (fixture, "");
  g_autofree char *fresh = NULL;
  g_autofree char *migrated = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);

  fresh = dump_schema (db);
  g_clear_pointer (&db, circ_db_close);
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
  g_assert_no_error (error);
  db = circ_db_open (path, CIRC_DB_QUERY, &error);
  migrated = dump_schema (db);
  g_assert_cmpstr (migrated, ==, fresh);
  rows = dump (store);
  g_assert_nonnull (strstr (rows, "  what: Marsham newsletter"));
  g_assert_nonnull (strstr (rows, "  to-whom: [{\"text\":\"Naïve café\"}]"));
  g_assert_nonnull (strstr (rows, "  title: Mail-out"));
  circ_query_where_between (query, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-02", "2026-11-02");
  g_assert_cmpint (circ_store_count (store, query, NULL), ==, 1);
  g_clear_pointer (&db, circ_db_close);
  assert_sound (store);
  g_assert_finalize_object (g_steal_pointer (&store));
}

/* A history that was altered is not made good by being chained anew, and what follows the altered change still holds. */
static void
test_older_history (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const alterations[] = {
    "UPDATE change SET title = 'Nothing' WHERE id = 2",
    "UPDATE change_part SET digest = randomblob (32) WHERE change_id = 2 AND position = 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autofree char *path = make_old_file (fixture, alterations[i]);
      g_autoptr (CircStore) store = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
      g_assert_no_error (error);
      g_assert_true (circ_store_check (store, problems, &error));
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "The history was altered at change 2.");
    }
}

/* What the file was before a step is among its backups, can be looked at, and can be put back. */
static void
test_older_backup (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = make_old_file (fixture, "");
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Ada", NULL);
  g_autofree char *before = dump (store);
  g_autofree char *old = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_after = NULL;
  gsize size = 0;
  gsize size_after = 0;
  g_autoptr (CircRecord) item = new_item (store, "Newer than the step");
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  CircBackup *backup;

  g_clear_object (&item);
  g_assert_finalize_object (g_steal_pointer (&store));
  backups = circ_backups_list (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_items, >=, 0);
  old = g_build_filename (fixture->folder, "under another name.circulate", NULL);
  g_assert_true (g_file_get_contents (backup->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (old, bytes, (gssize) size, NULL));

  store = circ_store_open (backup->path, CIRC_STORE_OPEN_READ_ONLY, "Ada", &error);
  g_assert_no_error (error);
  assert_dump (store, before);
  assert_sound (store);
  g_assert_false (circ_store_backup (store, backup->path, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_finalize_object (g_steal_pointer (&store));
  g_assert_true (g_file_get_contents (backup->path, &bytes_after, &size_after, NULL));
  g_assert_cmpmem (bytes, size, bytes_after, size_after);

  circ_store_restore (old, path, &error);
  g_assert_no_error (error);
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
  g_assert_no_error (error);
  assert_dump (store, before);
  assert_sound (store);
  g_assert_finalize_object (g_steal_pointer (&store));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = circ_backups_list (path, &error);
  g_assert_cmpuint (backups->len, ==, 2);
}

/* What a connection must have, whoever made it. */
static void
test_settings (Fixture *fixture,
               gconstpointer data)
{
  static const struct {
    const char *sql;
    gint64 expected;
  } settings[] = {
    { "PRAGMA foreign_keys", 1 },  { "PRAGMA synchronous", 2 },    { "PRAGMA secure_delete", 1 },
    { "PRAGMA temp_store", 2 },    { "PRAGMA trusted_schema", 0 }, { "PRAGMA application_id", 0x43697263 },
    { "PRAGMA user_version", CIRC_SCHEMA_VERSION },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  g_autoptr (CircStatement) mode = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      gint64 number = -1;

      circ_db_query_int (db, settings[i].sql, &number, &error);
      g_assert_no_error (error);
      g_assert_cmpint (number, ==, settings[i].expected);
    }
  mode = circ_db_get (db, "PRAGMA journal_mode", &error);
  g_assert_cmpint (circ_statement_step (mode, &error), ==, CIRC_STEP_ROW);
  g_assert_cmpstr (circ_statement_get_text (mode, 0), ==, "wal");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/schema/catalogues", test_catalogues);
  fixture_add ("/store/schema/failing-steps", test_failing_steps);
  fixture_add ("/store/schema/step", test_step);
  fixture_add ("/store/schema/older-files", test_older_files);
  fixture_add ("/store/schema/older-history", test_older_history);
  fixture_add ("/store/schema/older-backup", test_older_backup);
  fixture_add ("/store/schema/settings", test_settings);
  return g_test_run ();
}
