/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-store change|bare N FOLDER: saves N changes, each durable, through the store, or as bare INSERTs into a table
 * with a full-text trigger. Prints the seconds that the saving took. */
#include <sqlite3.h>

#include <glib/gstdio.h>

#include "circ-plan-item.h"
#include "circ-store.h"

static gboolean
save_changes (guint n,
              const char *path,
              GError **error)
{
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_CREATE, "Bench", error);
  gint64 begin = g_get_monotonic_time ();

  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircChange) change = circ_change_new ("Added a plan item");
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("The newsletter of group %u for everybody who works with families", i);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, "Within one week of each meeting");
      circ_change_insert (change, item);
      if (!circ_store_apply (store, change, error))
        return FALSE;
    }
  g_print ("%.6f\n", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  return TRUE;
}

static gboolean
insert_bare (guint n,
             const char *path)
{
  static const char schema[] =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE item (id INTEGER PRIMARY KEY, what TEXT, when_text TEXT);"
      "CREATE VIRTUAL TABLE words USING fts5 (what, when_text, content='item', content_rowid='id');"
      "CREATE TRIGGER added AFTER INSERT ON item BEGIN"
      "  INSERT INTO words (rowid, what, when_text) VALUES (new.id, new.what, new.when_text); END;";
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;
  gint64 begin;
  gboolean done = sqlite3_open (path, &db) == SQLITE_OK && sqlite3_exec (db, schema, NULL, NULL, NULL) == SQLITE_OK &&
                  sqlite3_prepare_v2 (db, "INSERT INTO item (what, when_text) VALUES (?, ?)", -1, &insert, NULL) == SQLITE_OK;

  begin = g_get_monotonic_time ();
  for (guint i = 0; done && i < n; i++)
    {
      g_autofree char *what = g_strdup_printf ("The newsletter of group %u for everybody who works with families", i);

      sqlite3_bind_text (insert, 1, what, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (insert, 2, "Within one week of each meeting", -1, SQLITE_STATIC);
      done = sqlite3_step (insert) == SQLITE_DONE;
      sqlite3_reset (insert);
    }
  g_print ("%.6f\n", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  sqlite3_finalize (insert);
  sqlite3_close (db);
  return done;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n = argc == 4 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  gboolean done = FALSE;

  if (n == 0)
    g_printerr ("usage: bench-store change|bare N FILE\n");
  else if (g_str_equal (argv[1], "change"))
    done = save_changes (n, argv[3], &error);
  else if (g_str_equal (argv[1], "bare"))
    done = insert_bare (n, argv[3]);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return done ? 0 : 1;
}
