/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture.h"

#include "circ-schema.h"
#include "circ-store.h"

#include <sqlite3.h>
#include <string.h>
#include <glib/gstdio.h>

#define KNOWN_MOST 32 /* files described, in memory at once */

typedef void (*VisitFunc) (const char *path,
                           const char *name,
                           gboolean is_folder,
                           gpointer user_data);

/* A folder comes before what is in it. @name: below the folder that was asked for. */
static void
walk (const char *path,
      const char *name,
      VisitFunc visit,
      gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *child;

  g_assert_no_error (error);
  while ((child = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child_path = g_build_filename (path, child, NULL);
      g_autofree char *child_name = name[0] == '\0' ? g_strdup (child) : g_build_filename (name, child, NULL);
      gboolean is_folder = g_file_test (child_path, G_FILE_TEST_IS_DIR);

      visit (child_path, child_name, is_folder, user_data);
      if (is_folder)
        walk (child_path, child_name, visit, user_data);
    }
}

static void
add_error (sqlite3 *db,
           GString *text)
{
  g_string_append_printf (text, "DAMAGED: %s\n", sqlite3_errmsg (db));
}

/* What differs from run to run whatever happens: random bytes, and what is computed from them. */
static gboolean
is_random (const char *column)
{
  return g_str_has_suffix (column, "salt") || g_str_has_suffix (column, "digest") || g_str_equal (column, "hash");
}

static void
add_row (sqlite3_stmt *statement,
         GString *text)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const char *value = (const char *) sqlite3_column_text (statement, i);

      if (value != NULL && !is_random (sqlite3_column_name (statement, i)))
        g_string_append_printf (text, " %s=%s", sqlite3_column_name (statement, i), value);
    }
  g_string_append_c (text, '\n');
}

static void
add_rows (sqlite3 *db,
          const char *sql,
          const char *title,
          GString *text)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (rc == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (text, title);
      add_row (statement, text);
    }
  if (sqlite3_finalize (statement) != SQLITE_OK || rc != SQLITE_OK)
    add_error (db, text);
}

/* Every table but those that the search index keeps its own things in. */
static void
add_tables (sqlite3 *db,
            GString *text)
{
  static const char tables[] = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'"
                               " AND name <> 'sqlite_sequence' ORDER BY name";
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, tables, -1, &statement, NULL);

  add_rows (db, "PRAGMA user_version", "", text);
  add_rows (db, "SELECT sql FROM sqlite_schema ORDER BY name", "", text);
  while (rc == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *order = g_str_equal (name, "search") ? "rowid" : "1, 2, 3";
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY %s", name, order);

      add_rows (db, sql, name, text);
    }
  if (sqlite3_finalize (statement) != SQLITE_OK || rc != SQLITE_OK)
    add_error (db, text);
}

/* What Circulate itself says of a file; an older one must not be brought up to date by being looked at. */
static void
add_check (const char *path,
           GString *text)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *version = g_strdup_printf (" user_version=%d\n", CIRC_SCHEMA_VERSION);

  if (!g_str_has_prefix (text->str, version))
    return;
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, NULL, &error);
  if (store == NULL || !circ_store_check (store, problems, &error))
    g_string_append_printf (text, "DAMAGED: %s\n", error->message);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "DAMAGED: %s\n", (char *) g_ptr_array_index (problems, i));
}

static char *
describe_store (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    add_tables (db, text);
  else
    add_error (db, text);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  add_check (path, text);
  return g_string_free (text, FALSE);
}

/* Nothing lies beside it that belongs to it: its bytes are all that it is. */
static gboolean
is_at_rest (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };
  gboolean at_rest = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (path, endings[i], NULL);

      at_rest &= !g_file_test (beside, G_FILE_TEST_EXISTS);
    }
  return at_rest;
}

/* What an operation failed before is the same file a thousand times over: the same bytes hold the same rows. */
static char *
describe_once (const char *path,
               const char *digest)
{
  static GHashTable *known; /* digest -> words */
  const char *text;

  if (!is_at_rest (path))
    return describe_store (path);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  text = g_hash_table_lookup (known, digest);
  if (text != NULL)
    return g_strdup (text);
  if (g_hash_table_size (known) >= KNOWN_MOST)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, g_strdup (digest), describe_store (path));
  return g_strdup (g_hash_table_lookup (known, digest));
}

static char *
describe (const char *path,
          gboolean *is_store)
{
  g_autofree char *bytes = NULL;
  g_autofree char *digest = NULL;
  gsize size = 0;

  *is_store = FALSE;
  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return g_strdup ("not readable");
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, size);
  *is_store = size > 15 && memcmp (bytes, "SQLite format 3", 15) == 0;
  return *is_store ? describe_once (path, digest) : g_steal_pointer (&digest);
}

/* First the stores alone, since what lies beside them is gone afterwards. */
static void
add_store_cb (const char *path,
              const char *name,
              gboolean is_folder,
              gpointer user_data)
{
  gboolean is_store = FALSE;
  g_autofree char *text = is_folder ? NULL : describe (path, &is_store);

  if (is_store)
    g_hash_table_insert (user_data, g_strdup (name), g_steal_pointer (&text));
}

static void
add_other_cb (const char *path,
              const char *name,
              gboolean is_folder,
              gpointer user_data)
{
  gboolean is_store;

  if (!g_hash_table_contains (user_data, name))
    g_hash_table_insert (user_data, g_strdup (name), is_folder ? g_strdup ("a folder") : describe (path, &is_store));
}

Picture *
picture_new (const char *folder)
{
  GHashTable *picture = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  walk (folder, "", add_store_cb, picture);
  walk (folder, "", add_other_cb, picture);
  return picture;
}

/* The first line in which two texts differ, from the second. */
static char *
dup_difference (const char *expected,
                const char *found)
{
  g_auto (GStrv) first = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) second = g_strsplit (found, "\n", -1);
  guint i = 0;

  while (first[i] != NULL && g_strcmp0 (first[i], second[i]) == 0)
    i++;
  return g_strdup_printf ("“%.160s” instead of “%.160s”", second[i] != NULL ? second[i] : "", first[i] != NULL ? first[i] : "");
}

static gboolean
holds (Picture *picture,
       const char *text)
{
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, picture);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    if (g_str_equal (found, text))
      return TRUE;
  return FALSE;
}

/* A file that cannot be read may be put aside, as it was, to make room for one that can. */
char *
picture_compare (Picture *now,
                 Picture *before,
                 Picture *after,
                 gboolean done,
                 gboolean strays)
{
  GHashTableIter iter;
  gpointer name, found;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &name, &found))
    {
      const char *old_text = g_hash_table_lookup (before, name);
      const char *new_text = g_hash_table_lookup (after, name);
      g_autofree char *difference = NULL;

      if (g_strcmp0 (found, new_text) == 0 || (!done && g_strcmp0 (found, old_text) == 0))
        continue;
      if (strays && old_text == NULL)
        continue;
      /* What was put aside; and one backup more, where the one that is there could not be read. */
      if ((g_str_has_suffix (name, ".damaged") || strstr (name, "Circulate backups/") != NULL) && holds (before, found))
        continue;
      if (old_text == NULL && new_text == NULL)
        return g_strdup_printf ("%s was left behind", (char *) name);
      difference = dup_difference (new_text != NULL ? new_text : old_text, found);
      return g_strdup_printf ("%s is neither as before nor as after: %s", (char *) name, difference);
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *aside = g_strconcat (name, ".damaged", NULL);

      if (!g_hash_table_contains (now, name) && !g_hash_table_contains (now, aside)
          && (done || g_hash_table_contains (before, name)))
        return g_strdup_printf ("%s is gone", (char *) name);
    }
  return NULL;
}

static void
read_cb (const char *path,
         const char *name,
         gboolean is_folder,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  if (!is_folder)
    g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  g_hash_table_insert (user_data, g_strdup (name), is_folder ? NULL : g_bytes_new_take (bytes, size));
}

static void
bytes_free (gpointer bytes)
{
  g_clear_pointer ((GBytes **) &bytes, g_bytes_unref);
}

GHashTable *
folder_read (const char *folder)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_free);

  walk (folder, "", read_cb, files);
  return files;
}

void
folder_write (const char *folder,
              GHashTable *files)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autoptr (GError) error = NULL;
      gsize size;
      const char *data;

      g_assert_cmpint (g_mkdir_with_parents (bytes != NULL ? parent : path, 0700), ==, 0);
      if (bytes == NULL)
        continue;
      data = g_bytes_get_data (bytes, &size);
      g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
      g_assert_no_error (error);
    }
}

void
folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        folder_remove (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
size_cb (const char *path,
         const char *name,
         gboolean is_folder,
         gpointer user_data)
{
  GStatBuf status;

  if (!is_folder && g_stat (path, &status) == 0)
    *(guint64 *) user_data += (guint64) status.st_size;
}

guint64
folder_get_size (const char *folder)
{
  guint64 size = 0;

  walk (folder, "", size_cb, &size);
  return size;
}
