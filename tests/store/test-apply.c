/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "circ-db.h"
#include "circ-method.h"
#include "circ-partnership.h"

static void
test_insert (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Safer internet day");
  g_autoptr (CircRecord) again = NULL;
  g_autofree char *title = circ_store_dup_title (fixture->store, circ_record_get_id (item));
  const CircRecordMeta *meta = circ_record_get_meta (item);

  g_assert_cmpstr (title, ==, "Safer internet day");
  g_assert_cmpint (meta->version, ==, 1);
  g_assert_cmpstr (meta->created_by, ==, "Ada");
  again = circ_store_get (fixture->store, meta->id, NULL);
  g_assert_true (again == item);
  g_assert_true (circ_store_get_kind_of (fixture->store, meta->id, NULL) == &circ_plan_item_kind);
  g_assert_null (circ_store_get_kind_of (fixture->store, 999, NULL));
  assert_sound (fixture->store);
}

/* That a record cannot be read does not say that it is gone. */
static void
test_not_read (Fixture *fixture,
               gconstpointer data)
{
  gint64 id;
  g_autoptr (CircStore) other = fixture_open (fixture, "Bob");
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (CircRecord) item = new_item (fixture->store, "Safer internet day");

    id = circ_record_get_id (item);
  }
  g_assert_null (circ_store_get_kind_of (other, id + 1, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  g_assert_true (circ_store_is_removed (other, id + 1));
  g_clear_error (&error);

  {
    g_autoptr (CircDb) db = circ_db_open (fixture->path, CIRC_DB_READ_WRITE, &error);

    g_assert_no_error (error);
    g_assert_true (circ_db_script (db, "ALTER TABLE record RENAME TO hidden", &error));
  }
  g_assert_false (circ_store_is_removed (other, id));
  g_assert_null (circ_store_get_kind_of (other, id, &error));
  g_assert_nonnull (error);
  g_assert_false (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND));
  g_clear_error (&error);
  record = circ_store_get (other, id, &error);
  g_assert_null (record);
  g_assert_nonnull (error);
  g_assert_false (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND));
}

static void
test_set (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Old");
  gint64 id = circ_record_get_id (item);
  g_autofree char *title = NULL;

  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "New");
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "New");
  g_assert_cmpint (circ_record_get_version (item), ==, 2);
  title = circ_store_dup_title (fixture->store, id);
  g_assert_cmpstr (title, ==, "New");
  /* What changes nothing is nothing. */
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "New");
  g_assert_cmpint (circ_record_get_version (item), ==, 2);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, NULL);
  g_assert_null (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT));
  assert_sound (fixture->store);
}

static void
test_set_twice_in_one_change (Fixture *fixture,
                              gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "One");
  g_autoptr (CircChange) change = circ_change_new ("Twice");
  g_autoptr (GError) error = NULL;

  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT, "Two");
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT, "Three");
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHEN_TEXT, "Monthly");
  g_assert_cmpuint (circ_change_get_n_parts (change), ==, 2);
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Three");
  g_assert_cmpint (circ_record_get_version (item), ==, 2);
}

/* One change may make records that refer to each other, in any order. */
static void
test_negative_ids (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) audience = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) parent = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) old = new_item (fixture->store, "Was there");
  g_autoptr (CircChange) change = circ_change_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) expected = NULL;

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Item");
  circ_record_set_text (audience, CIRC_AUDIENCE_NAME, "Staff");
  circ_record_set_text (parent, CIRC_AUDIENCE_NAME, "Everybody");
  circ_change_insert (change, item);
  circ_change_insert (change, audience);
  circ_change_insert (change, audience);
  circ_change_insert (change, parent);
  g_assert_cmpuint (circ_change_get_n_parts (change), ==, 3);
  g_assert_cmpint (circ_record_get_id (audience), <, 0);
  circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("staff", circ_record_get_id (audience)));
  circ_change_set (change, audience, CIRC_AUDIENCE_PARENT, g_variant_new_int64 (circ_record_get_id (parent)));
  circ_change_set (change, old, CIRC_PLAN_ITEM_TO_WHOM, entry ("all", circ_record_get_id (parent)));
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_record_get_id (audience), >, 0);
  g_assert_cmpint (circ_record_get_int (audience, CIRC_AUDIENCE_PARENT), ==, circ_record_get_id (parent));
  expected = g_variant_ref_sink (entry ("all", circ_record_get_id (parent)));
  g_assert_cmpint (circ_store_count_uses (fixture->store, circ_record_get_id (parent), NULL), ==, 2);
  assert_sound (fixture->store);
}

/* A change that fails leaves its records as they were, ready to be tried again. */
static void
test_failed_insert (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (CircRecord) staff = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) twin = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircChange) change = circ_change_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture->store);
  g_autofree char *after = NULL;
  gint64 id;

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Item");
  circ_record_set_text (twin, CIRC_AUDIENCE_NAME, "STAFF");
  circ_change_insert (change, item);
  circ_change_insert (change, twin);
  circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("staff", circ_record_get_id (twin)));
  id = circ_record_get_id (item);
  g_assert_false (circ_store_apply (fixture->store, change, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (circ_record_get_id (item), ==, id);
  g_assert_null (circ_record_get (item, CIRC_PLAN_ITEM_REF));
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  circ_record_set_text (twin, CIRC_AUDIENCE_NAME, "Staff of schools");
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_REF), !=, NULL);
  assert_sound (fixture->store);
}

static void
test_references (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (CircRecord) first = NULL;
  g_autoptr (CircRecord) second = NULL;
  g_autoptr (CircRecord) third = NULL;
  g_autoptr (CircRecord) given = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) next = NULL;
  g_autoptr (CircRecord) later = NULL;
  g_autoptr (CircChange) change = circ_change_new ("With a reference of its own");
  g_autoptr (GError) error = NULL;

  /* Half an hour before midnight in universal time is the next day, and year, in no zone west; London keeps 2026. */
  circ_store_set_clock (fixture->store, "2026-12-31T23:30:00Z");
  first = new_item (fixture->store, "A");
  g_assert_cmpstr (circ_record_get_text (first, CIRC_PLAN_ITEM_REF), ==, "CP-2026-001");
  second = new_item (fixture->store, "B");
  g_assert_cmpstr (circ_record_get_text (second, CIRC_PLAN_ITEM_REF), ==, "CP-2026-002");
  remove_record (fixture->store, second);
  third = new_item (fixture->store, "C");
  g_assert_cmpstr (circ_record_get_text (third, CIRC_PLAN_ITEM_REF), ==, "CP-2026-003");
  circ_record_set_text (given, CIRC_PLAN_ITEM_REF, "CP-2026-041");
  circ_change_insert (change, given);
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  next = new_item (fixture->store, "D");
  g_assert_cmpstr (circ_record_get_text (next, CIRC_PLAN_ITEM_REF), ==, "CP-2026-042");
  circ_store_set_clock (fixture->store, "2027-06-30T23:30:00Z");
  later = new_item (fixture->store, "E");
  g_assert_cmpstr (circ_record_get_text (later, CIRC_PLAN_ITEM_REF), ==, "CP-2027-001");
}

static void
test_unique (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) staff = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) parents = new_audience (fixture->store, "Eltern Straße");
  g_autoptr (CircRecord) cafe = new_audience (fixture->store, "Café");
  g_autoptr (CircRecord) plain = new_audience (fixture->store, "Cafe");
  g_autoptr (GError) error = NULL;

  g_assert_false (try_set_text (fixture->store, parents, CIRC_AUDIENCE_NAME, "sTAFF", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "sTAFF"));
  g_assert_cmpstr (circ_record_get_text (parents, CIRC_AUDIENCE_NAME), ==, "Eltern Straße");
  g_clear_error (&error);
  g_assert_false (try_set_text (fixture->store, staff, CIRC_AUDIENCE_NAME, "ELTERN STRASSE", &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* A retired one gives its name free, and takes it back only while nobody has it. */
  set_text (fixture->store, staff, CIRC_AUDIENCE_ARCHIVED_ON, "2026-01-01");
  set_text (fixture->store, parents, CIRC_AUDIENCE_NAME, "Staff");
  g_assert_false (try_set_text (fixture->store, staff, CIRC_AUDIENCE_ARCHIVED_ON, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  assert_sound (fixture->store);
}

static void
test_in_use (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) staff = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircChange) link = circ_change_new ("Link");
  g_autoptr (CircChange) change = circ_change_new ("Remove");
  g_autoptr (CircChange) both = circ_change_new ("Remove both");
  g_autoptr (GError) error = NULL;
  gint64 id = circ_record_get_id (staff);

  circ_change_set (link, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("staff", id));
  circ_store_apply (fixture->store, link, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_store_count_uses (fixture->store, id, &error), ==, 1);
  circ_change_remove (change, staff);
  g_assert_false (circ_store_apply (fixture->store, change, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "Staff"));
  g_assert_nonnull (strstr (error->message, "retired"));
  g_clear_error (&error);
  circ_change_remove (both, staff);
  circ_change_remove (both, item);
  circ_store_apply (fixture->store, both, &error);
  g_assert_no_error (error);
  g_assert_null (circ_store_get (fixture->store, id, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (circ_record_get_version (staff), ==, 0);
  undo (fixture->store);
  g_assert_cmpint (circ_record_get_version (staff), >, 0);
  g_assert_cmpint (circ_store_count_uses (fixture->store, id, NULL), ==, 1);
  assert_sound (fixture->store);
}

static void
test_remove_with_parts (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircRecord) occurrence = new_occurrence (fixture->store, item, "2026-03-01");
  g_autoptr (CircRecord) evidence = new_evidence (fixture->store, occurrence, "Minutes");
  g_autofree char *before = dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) parts = circ_store_find_parts (fixture->store, circ_record_get_id (item), CIRC_KIND_OCCURRENCE,
                                                       NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = circ_record_get_id (item);

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_true (g_ptr_array_index (parts, 0) == occurrence);
  /* A part is no user of what it belongs to. */
  g_assert_cmpint (circ_store_count_uses (fixture->store, id, NULL), ==, 0);
  remove_record (fixture->store, item);
  /* Nor is anything said of what cannot be found. */
  g_assert_cmpint (circ_store_count_uses (fixture->store, id, &error), ==, -1);
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (circ_record_get_version (evidence), ==, 0);
  assert_sound (fixture->store);
  undo (fixture->store);
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  assert_sound (fixture->store);
}

static void
test_wrong_target (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (CircRecord) staff = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircChange) wrong = circ_change_new ("Wrong kind");
  g_autoptr (CircChange) missing = circ_change_new ("Missing");
  g_autoptr (CircChange) row = circ_change_new ("Wrong kind in a row");
  g_autoptr (GError) error = NULL;

  circ_change_set (wrong, staff, CIRC_AUDIENCE_PARENT, g_variant_new_int64 (circ_record_get_id (item)));
  g_assert_false (circ_store_apply (fixture->store, wrong, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  circ_change_set (missing, staff, CIRC_AUDIENCE_PARENT, g_variant_new_int64 (12345));
  g_assert_false (circ_store_apply (fixture->store, missing, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  circ_change_set (row, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("itself", circ_record_get_id (item)));
  g_assert_false (circ_store_apply (fixture->store, row, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT);
  assert_sound (fixture->store);
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (CircRecord) staff = new_audience (fixture->store, "Staff");
  g_autoptr (CircRecord) workers = new_audience (fixture->store, "Workers");
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircRecord) message = circ_record_new (CIRC_KIND_KEY_MESSAGE);
  g_autoptr (CircChange) change = circ_change_new ("Links");
  g_autoptr (GVariant) entries = NULL;
  g_autoptr (GVariant) one = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *stored = NULL;

  circ_record_set (message, 1, id_list (circ_record_get_id (workers), circ_record_get_id (staff)));
  circ_change_insert (change, message);
  circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry ("workers", circ_record_get_id (workers)));
  circ_change_set (change, staff, CIRC_AUDIENCE_PARENT, g_variant_new_int64 (circ_record_get_id (workers)));
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  before = dump (fixture->store);
  circ_store_merge (fixture->store, workers, staff, "2026-04-01", &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_store_count_uses (fixture->store, circ_record_get_id (workers), NULL), ==, 0);
  g_assert_cmpint (circ_store_count_uses (fixture->store, circ_record_get_id (staff), NULL), ==, 2);
  g_assert_true (circ_record_is_archived (workers));
  g_assert_null (circ_record_get (staff, CIRC_AUDIENCE_PARENT));
  one = g_variant_ref_sink (id_list (circ_record_get_id (staff), 0));
  g_assert_true (g_variant_equal (circ_record_get (message, 1), one));
  stored = circ_field_to_stored (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM],
                                 circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM));
  g_assert_nonnull (strstr (stored, "workers"));
  assert_sound (fixture->store);
  undo (fixture->store);
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_only (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircRecord) partnership = circ_store_get_only (fixture->store, CIRC_KIND_PARTNERSHIP, &error);
  g_autoptr (CircRecord) again = NULL;
  g_autoptr (CircStore) other = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) there = NULL;

  g_assert_no_error (error);
  again = circ_store_get_only (fixture->store, CIRC_KIND_PARTNERSHIP, &error);
  g_assert_true (again == partnership);
  there = circ_store_get_only (other, CIRC_KIND_PARTNERSHIP, &error);
  g_assert_cmpint (circ_record_get_id (there), ==, circ_record_get_id (partnership));
  /* Nobody did it, so nobody can take it back. */
  g_assert_null (circ_store_get_undo_title (fixture->store));
  assert_undo_error (fixture->store, CIRC_STORE_ERROR_NOTHING);
  set_text (fixture->store, partnership, CIRC_PARTNERSHIP_NAME, "Stockford");
  undo (fixture->store);
  assert_undo_error (fixture->store, CIRC_STORE_ERROR_NOTHING);
  assert_sound (fixture->store);
}

#define N_THREADS 4
#define N_RECORDS 200000

static gpointer
insert_many (gpointer data)
{
  gint64 *ids = data;
  g_autoptr (CircChange) change = circ_change_new ("Insert");
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

  /* One record that is given ids again and again: what else happens would keep the threads apart. */
  for (guint i = 0; i < N_RECORDS; i++)
    {
      circ_record_set_id (item, 0);
      circ_change_insert (change, item);
      ids[i] = circ_record_get_id (item);
    }
  return NULL;
}

/* An import in a thread of its own, and what is made in the window meanwhile. */
static void
test_insert_in_threads (void)
{
  g_autofree gint64 *ids = g_new0 (gint64, N_THREADS * N_RECORDS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("insert", insert_many, ids + i * N_RECORDS);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_THREADS * N_RECORDS; i++)
    g_assert_true (g_hash_table_add (seen, &ids[i]));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/apply/insert", test_insert);
  fixture_add ("/store/apply/not-read", test_not_read);
  g_test_add_func ("/store/apply/insert-in-threads", test_insert_in_threads);
  fixture_add ("/store/apply/set", test_set);
  fixture_add ("/store/apply/set-twice", test_set_twice_in_one_change);
  fixture_add ("/store/apply/negative-ids", test_negative_ids);
  fixture_add ("/store/apply/failed-insert", test_failed_insert);
  fixture_add ("/store/apply/references", test_references);
  fixture_add ("/store/apply/unique", test_unique);
  fixture_add ("/store/apply/in-use", test_in_use);
  fixture_add ("/store/apply/remove-with-parts", test_remove_with_parts);
  fixture_add ("/store/apply/wrong-target", test_wrong_target);
  fixture_add ("/store/apply/merge", test_merge);
  fixture_add ("/store/apply/only", test_only);
  return g_test_run ();
}
