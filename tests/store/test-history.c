/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history, and what finds out that somebody altered it or the file. */
#include "config.h"

#include "fixture.h"

#include "circ-statement.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
test_lines (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) other = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) evidence = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) everything = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;
  CircHistoryLine *line;

  circ_store_set_clock (fixture->store, "2026-03-01T10:00:00Z");
  item = new_item (fixture->store, "Item");
  other = new_item (fixture->store, "Other");
  occurrence = new_occurrence (fixture->store, item, "2026-03-01");
  evidence = new_evidence (fixture->store, occurrence, "Minutes");
  circ_store_set_clock (fixture->store, "2026-03-02T10:00:00Z");
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Renamed");
  undo (fixture->store);
  remove_record (fixture->store, evidence);
  lines = circ_store_history (fixture->store, circ_record_get_id (item), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 6);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->action, ==, CIRC_PART_REMOVE);
  g_assert_cmpint (line->record, ==, circ_record_get_id (evidence));
  g_assert_cmpint (line->field, ==, -1);
  g_assert_null (line->old_value);
  line = g_ptr_array_index (lines, 1);
  g_assert_cmpstr (line->title, ==, "Undone: Renamed");
  g_assert_cmpstr (g_variant_get_string (line->old_value, NULL), ==, "Renamed");
  line = g_ptr_array_index (lines, 2);
  g_assert_cmpstr (line->title, ==, "Renamed");
  g_assert_cmpstr (line->at, ==, "2026-03-02T10:00:00Z");
  g_assert_cmpstr (line->by, ==, "Ada");
  g_assert_cmpint (line->field, ==, CIRC_PLAN_ITEM_WHAT);
  g_assert_cmpstr (g_variant_get_string (line->old_value, NULL), ==, "Item");
  g_assert_cmpstr (g_variant_get_string (line->new_value, NULL), ==, "Renamed");
  line = g_ptr_array_index (lines, 5);
  g_assert_cmpint (line->action, ==, CIRC_PART_INSERT);
  g_assert_true (line->kind == &circ_plan_item_kind);
  everything = circ_store_history (fixture->store, 0, 0, &error);
  g_assert_cmpuint (everything->len, ==, 7);
  two = circ_store_history (fixture->store, circ_record_get_id (item), 2, &error);
  g_assert_cmpuint (two->len, ==, 2);
}

/* A value from the history can be put back with an ordinary change. */
static void
test_put_back (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "First");
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Put back");
  g_autoptr (GError) error = NULL;

  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Second");
  lines = circ_store_history (fixture->store, circ_record_get_id (item), 1, NULL);
  circ_change_set (change, item, CIRC_PLAN_ITEM_WHAT, ((CircHistoryLine *) g_ptr_array_index (lines, 0))->old_value);
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "First");
}

static void
fill (Fixture *fixture)
{
  g_autoptr (CircRecord) audience = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircChange) change = circ_change_new ("Link");

  circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("staff", circ_record_get_id (audience)));
  g_assert_true (circ_store_apply (fixture->store, change, NULL));
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Changed");
}

/* Each is one thing that somebody with another program could do to the file, and each is seen. */
static void
test_tampering (Fixture *fixture,
                gconstpointer data)
{
  static const char *const deeds[] = {
    "UPDATE change_part SET new_value = 'Forged' WHERE field = 'what'",
    "UPDATE change_part SET old_value = NULL WHERE field = 'what'",
    "UPDATE change_part SET old_value = NULL, salt = NULL WHERE field = 'what'",
    "UPDATE change_part SET record_id = 1 WHERE field = 'what'",
    "UPDATE change_part SET digest = zeroblob (32) WHERE field = 'what'",
    "UPDATE change SET \"by\" = 'Somebody else' WHERE id = 2",
    "UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE id = 4",
    "DELETE FROM change_part WHERE change_id = 4; DELETE FROM change WHERE id = 4",
    "DELETE FROM change_part WHERE change_id = 2; DELETE FROM change WHERE id = 2",
    "UPDATE link SET target = 2",
    "DELETE FROM link",
    "UPDATE search SET body = 'other words' WHERE rowid = 2",
    "DELETE FROM search WHERE rowid = 1",
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM audience",
    "UPDATE record SET kind = 'method' WHERE id = 1",
    "INSERT INTO record (kind, title) VALUES ('audience', 'Ghost')",
    "UPDATE plan_item SET rolled_from = 77",
  };
  g_autofree char *clean = fixture_dup_path (fixture, "clean");
  g_autoptr (GError) error = NULL;

  fill (fixture);
  assert_sound (fixture->store);
  circ_store_backup (fixture->store, clean, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = fixture_dup_path (fixture, "altered");
      sqlite3 *db = NULL;
      g_autoptr (CircStore) store = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

      circ_store_backup (fixture->store, path, &error);
      g_assert_no_error (error);
      /* As another program would: ours may not touch what belongs to FTS5. */
      sqlite3_open (path, &db);
      g_assert_cmpint (sqlite3_exec (db, deeds[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      /* The command and the button of the window look at a file that they do not write to. */
      store = circ_store_open (path, CIRC_STORE_OPEN_READ_ONLY, "Ada", &error);
      g_assert_no_error (error);
      circ_store_check (store, problems, &error);
      g_assert_no_error (error);
      if (problems->len == 0)
        g_test_message ("Not noticed: %s", deeds[i]);
      g_assert_cmpuint (problems->len, >, 0);
    }
}

/* Values erased with their salt: the chain still holds, and undo says why it cannot. */
static void
test_erased (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircDb) db = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  CircHistoryLine *line;

  fill (fixture);
  db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);
  circ_db_script (db, "UPDATE change_part SET old_value = NULL, new_value = NULL, salt = NULL WHERE field = 'what'",
                  &error);
  g_assert_no_error (error);
  assert_sound (fixture->store);
  lines = circ_store_history (fixture->store, 0, 1, &error);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->field, ==, CIRC_PLAN_ITEM_WHAT);
  g_assert_null (line->new_value);
  assert_undo_error (fixture->store, CIRC_STORE_ERROR_FAILED);
}

/* A clock set back: changes are taken and keep the order in which they were made, and the store says so. */
static void
test_clock (Fixture *fixture,
            gconstpointer data)
{
  static const char *const titles[] = { "Last", "Back", "Before", "First" };
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  char *none = (char *) "unset";
  g_autofree char *latest = NULL;

  g_assert_false (circ_store_get_clock_behind (fixture->store, &none));
  g_assert_null (none);
  circ_store_set_clock (fixture->store, "2026-03-02T10:00:00Z");
  item = new_item (fixture->store, "First");
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Before");
  g_assert_false (circ_store_get_clock_behind (fixture->store, NULL));
  /* Put right by a moment is nothing to speak of. */
  circ_store_set_clock (fixture->store, "2026-03-02T09:59:00Z");
  g_assert_false (circ_store_get_clock_behind (fixture->store, NULL));
  circ_store_set_clock (fixture->store, "2026-03-02T09:58:59Z");
  g_assert_true (circ_store_get_clock_behind (fixture->store, NULL));
  circ_store_set_clock (fixture->store, "2025-12-31T23:00:00Z");
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Back");
  /* That the newest change was made by the wrong clock does not put it right. */
  g_assert_true (circ_store_get_clock_behind (fixture->store, &latest));
  g_assert_cmpstr (latest, ==, "2026-03-02T10:00:00Z");
  circ_store_set_clock (fixture->store, "2026-03-02T10:00:00Z");
  g_assert_false (circ_store_get_clock_behind (fixture->store, NULL));
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Last");
  lines = circ_store_history (fixture->store, circ_record_get_id (item), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < lines->len; i++)
    {
      CircHistoryLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpstr (line->title, ==, titles[i]);
    }
  undo (fixture->store);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Back");
  assert_sound (fixture->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/history/lines", test_lines);
  fixture_add ("/store/history/put-back", test_put_back);
  fixture_add ("/store/history/tampering", test_tampering);
  fixture_add ("/store/history/erased", test_erased);
  fixture_add ("/store/history/clock", test_clock);
  return g_test_run ();
}
