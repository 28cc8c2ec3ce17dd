/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing for retention: nothing of what was erased is found in the bytes, and the history still holds. */
#define _GNU_SOURCE /* memmem() */
#include "config.h"

#include "fixture.h"

#include "circ-contact.h"
#include "circ-statement.h"

#include <string.h>

#define N_RECORDS 400

/* A word that stands nowhere else. The search index leaves out of a word how the one before it begins, so the words
 * begin differently, and what is looked for is the rest. */
static char *
dup_marker (guint i)
{
  guint mixed = i * 7919 % 17576;

  return g_strdup_printf ("%c%c%czq%04uxj", 'a' + mixed % 26, 'a' + mixed / 26 % 26, 'a' + mixed / 676, i);
}

static CircRecord *
new_contact (CircStore *store,
             guint i)
{
  CircRecord *contact = circ_record_new (CIRC_KIND_CONTACT);
  g_autoptr (CircChange) change = NULL;
  g_autofree char *marker = dup_marker (i);
  g_autofree char *email = g_strconcat (marker, "@example.org", NULL);
  g_autofree char *title = g_strconcat ("Added: ", marker, NULL);
  g_autoptr (GError) error = NULL;

  circ_record_set_text (contact, CIRC_CONTACT_FAMILY_NAME, marker);
  circ_record_set_text (contact, CIRC_CONTACT_EMAIL, email);
  circ_record_set_text (contact, CIRC_CONTACT_DO_NOT_CONTACT_REASON, marker);
  change = circ_change_new (title);
  circ_change_insert (change, contact);
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
  return contact;
}

/* An item with an occurrence and its evidence, all of them marked. */
static CircRecord *
new_marked_item (CircStore *store,
                 guint i)
{
  g_autofree char *marker = dup_marker (i);
  /* So that pages are split in many places, and some texts go on in overflow pages. */
  g_autofree char *before = g_strnfill (g_test_rand_int_range (0, i % 5 == 0 ? 6000 : 600), 'n');
  g_autofree char *after = g_strnfill (g_test_rand_int_range (0, i % 5 == 0 ? 6000 : 600), 'n');
  g_autofree char *notes = g_strconcat (before, marker, after, NULL);
  CircRecord *item = new_item (store, marker);
  g_autoptr (CircRecord) occurrence = new_occurrence (store, item, "2026-03-01");
  g_autoptr (CircRecord) evidence = new_evidence (store, occurrence, marker);

  set_text (store, item, CIRC_PLAN_ITEM_WHAT_NOTES, notes);
  set_text (store, occurrence, CIRC_OCCURRENCE_NOTES, marker);
  if (i % 3 == 0)
    remove_record (store, evidence);
  return item;
}

/* Edited, undone, done again, and referred to. */
static void
work_on (CircStore *store,
         CircRecord *record,
         guint field,
         guint i)
{
  g_autofree char *marker = dup_marker (i);
  g_autofree char *other = g_strconcat ("again ", marker, " and ", marker, NULL);

  set_text (store, record, field, other);
  if (i % 2 == 0)
    undo (store);
  if (i % 4 == 0)
    redo (store);
}

static guint
count_markers (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;
  guint n = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return 0;
  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *marker = dup_marker (i);

      if (memmem (contents, size, marker + 3, strlen (marker + 3)) != NULL)
        n++;
    }
  return n;
}

static guint
count_everywhere (Fixture *fixture)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);

  return count_markers (fixture->path) + count_markers (wal) + count_markers (shm);
}

/* Half contacts and half plan items, between records that stay. */
static GArray *
fill (Fixture *fixture,
      CircRecord *stays)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (CircRecord) record = i % 2 == 0 ? new_contact (fixture->store, i) : new_marked_item (fixture->store, i);
      gint64 id = circ_record_get_id (record);

      work_on (fixture->store, record, i % 2 == 0 ? CIRC_CONTACT_FAMILY_NAME : CIRC_PLAN_ITEM_WHAT, i);
      if (i % 2 == 0 && i % 10 == 0)
        {
          g_autoptr (CircChange) change = circ_change_new ("Linked");

          circ_change_set (change, stays, CIRC_PLAN_ITEM_BY_WHOM, entry ("them", id));
          g_assert_true (circ_store_apply (fixture->store, change, NULL));
        }
      /* Some are gone already: only their history is left. */
      if (i % 10 == 4)
        remove_record (fixture->store, record);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
test_no_trace (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (CircRecord) stays = new_item (fixture->store, "Stays");
  g_autoptr (GArray) ids = fill (fixture, stays);
  g_autofree char *backup = fixture_dup_path (fixture, "backup");
  g_autoptr (GError) error = NULL;
  g_autofree char *marker = dup_marker (1);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_cmpuint (count_everywhere (fixture), >=, N_RECORDS);
  circ_store_erase (fixture->store, ids, "Erased for retention", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_everywhere (fixture), ==, 0);
  circ_store_backup (fixture->store, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_markers (backup), ==, 0);
  hits = circ_store_search (fixture->store, marker, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  assert_sound (fixture->store);
  g_assert_cmpstr (circ_record_get_text (stays, CIRC_PLAN_ITEM_WHAT), ==, "Stays");
}

/* One record that somebody else holds, in a history with others' changes before and after. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (CircStore) other = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) first = new_item (fixture->store, "First");
  g_autoptr (CircRecord) contact = new_contact (fixture->store, 7);
  g_autoptr (CircRecord) last = new_item (fixture->store, "Last");
  g_autoptr (CircRecord) theirs = circ_store_get (other, circ_record_get_id (contact), NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *title = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = circ_record_get_id (contact);

  set_text (fixture->store, contact, CIRC_CONTACT_EMAIL, "new@example.org");
  g_array_append_val (ids, id);
  circ_store_erase (fixture->store, ids, "Erased for retention", &error);
  g_assert_no_error (error);
  assert_sound (fixture->store);

  g_assert_null (circ_record_get (contact, CIRC_CONTACT_EMAIL));
  g_assert_true (circ_record_is_archived (contact));
  title = circ_store_dup_title (fixture->store, id);
  g_assert_nonnull (strstr (title, "Erased"));
  g_assert_true (circ_store_look (other, &error));
  g_assert_null (circ_record_get (theirs, CIRC_CONTACT_EMAIL));

  /* That it was there, when and by whom is known; what it said is not. */
  lines = circ_store_history (fixture->store, id, 0, &error);
  g_assert_cmpuint (lines->len, >, 3);
  for (guint i = 0; i < lines->len; i++)
    {
      CircHistoryLine *line = g_ptr_array_index (lines, i);

      g_assert_null (line->old_value);
      g_assert_null (line->new_value);
      g_assert_cmpstr (line->title, ==, "Erased for retention");
      g_assert_cmpstr (line->by, ==, "Ada");
    }

  /* Undo leaves out what was erased, and says so. */
  g_assert_cmpstr (circ_store_get_undo_title (fixture->store), ==, "Last");
  circ_store_undo (fixture->store, &undone, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (undone, "erased"));
  undo (fixture->store);
  assert_undo_error (fixture->store, CIRC_STORE_ERROR_NOTHING);
  g_assert_null (circ_record_get (contact, CIRC_CONTACT_EMAIL));
  redo (fixture->store);
  redo (fixture->store);
  g_assert_cmpstr (circ_store_get_redo_title (fixture->store), ==, NULL);
  assert_sound (fixture->store);
}

/* While somebody reads, the log cannot be cleared; it is as soon as they have done. */
static void
test_reader (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) contact = new_contact (fixture->store, 3);
  g_autoptr (CircDb) reader = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 id = circ_record_get_id (contact);
  gint64 n = 0;

  reader = circ_db_open (fixture->path, CIRC_DB_QUERY, &error);
  g_assert_no_error (error);
  circ_db_begin_read (reader, &error);
  circ_db_query_int (reader, "SELECT count (*) FROM record", &n, &error);
  g_assert_no_error (error);
  g_array_append_val (ids, id);
  circ_store_erase (fixture->store, ids, "Erased", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_everywhere (fixture), >, 0);
  circ_db_rollback (reader);
  /* Not only until nothing is found any more: the worker still has the file open then. */
  while (!circ_store_is_swept (fixture->store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_everywhere (fixture), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/erase/no-trace", test_no_trace);
  fixture_add ("/store/erase/history", test_history);
  fixture_add ("/store/erase/reader", test_reader);
  return g_test_run ();
}
