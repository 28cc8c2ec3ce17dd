/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"


#define N_EDITS 300

static void
test_undo_redo (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "One");
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Two");
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Three");
  g_assert_cmpstr (circ_store_get_undo_title (fixture->store), ==, "Three");
  g_assert_null (circ_store_get_redo_title (fixture->store));
  circ_store_undo (fixture->store, &title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "Three");
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Two");
  g_assert_cmpstr (circ_store_get_undo_title (fixture->store), ==, "Two");
  g_assert_cmpstr (circ_store_get_redo_title (fixture->store), ==, "Three");
  undo (fixture->store);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "One");
  undo (fixture->store);
  g_assert_cmpint (circ_record_get_version (item), ==, 0);
  assert_undo_error (fixture->store, CIRC_STORE_ERROR_NOTHING);
  for (guint i = 0; i < 3; i++)
    redo (fixture->store);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Three");
  g_assert_false (circ_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOTHING);
  assert_sound (fixture->store);
}

/* A new edit after an undo leaves nothing to redo, and undo goes on past what was undone. */
static void
test_branch (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "One");

  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Two");
  undo (fixture->store);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Other");
  g_assert_null (circ_store_get_redo_title (fixture->store));
  undo (fixture->store);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "One");
  g_assert_cmpstr (circ_store_get_redo_title (fixture->store), ==, "Other");
  undo (fixture->store);
  g_assert_null (circ_store_get_undo_title (fixture->store));
}

/* The stack is a person's own and outlives the window. */
static void
test_persons (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Ada's");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = new_item (bea, "Bea's");
  g_autoptr (CircStore) ada = NULL;

  g_assert_cmpstr (circ_store_get_undo_title (bea), ==, "Bea's");
  ada = fixture_open (fixture, "Ada");
  g_assert_cmpstr (circ_store_get_undo_title (ada), ==, "Ada's");
  undo (ada);
  g_assert_cmpint (circ_record_get_version (hers), ==, 1);
  circ_store_look (fixture->store, NULL);
  g_assert_cmpint (circ_record_get_version (item), ==, 0);
  assert_sound (ada);
}

/* Undo never takes away what somebody else has written since. */
static void
test_conflict (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) hers = circ_store_get (bea, circ_record_get_id (item), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Ada's");
  circ_store_look (bea, NULL);
  set_text (bea, hers, CIRC_PLAN_ITEM_WHAT, "Bea's");
  before = dump (bea);
  g_assert_false (circ_store_undo (fixture->store, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Bea"));
  g_assert_nonnull (strstr (error->message, circ_field_get_title (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_WHAT])));
  after = dump (bea);
  g_assert_cmpstr (before, ==, after);
  /* She takes hers back; then it can be undone. */
  undo (bea);
  undo (fixture->store);
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Item");
  set_text (bea, hers, CIRC_PLAN_ITEM_WHEN_TEXT, "Weekly");
  g_clear_error (&error);
  g_assert_false (circ_store_undo (fixture->store, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT);
  assert_sound (bea);
}

/* An undone insert must not tear away what others have attached to it. */
static void
test_in_use (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircRecord) item = new_item (fixture->store, "Item");
  g_autoptr (CircStore) bea = fixture_open (fixture, "Bea");
  g_autoptr (CircRecord) occurrence = new_occurrence (bea, item, "2026-02-01");

  assert_undo_error (fixture->store, CIRC_STORE_ERROR_CONSTRAINT);
  undo (bea);
  undo (fixture->store);
  g_assert_cmpint (circ_record_get_version (item), ==, 0);
}

static void
random_edit (Fixture *fixture,
             GPtrArray *items,
             guint number)
{
  g_autofree char *text = g_strdup_printf ("Text %u with “quotes”\nand a line", number);
  g_autofree char *instant = g_strdup_printf ("2026-05-01T%02u:%02u:00Z", number / 60, number % 60);
  guint index = items->len > 0 ? (guint) g_test_rand_int_range (0, (gint) items->len) : 0;
  CircRecord *item = items->len > 0 ? g_ptr_array_index (items, index) : NULL;
  gint choice = item != NULL ? g_test_rand_int_range (0, 8) : 0;
  g_autoptr (CircChange) change = circ_change_new (text);
  g_autoptr (GError) error = NULL;

  /* Each at another time: what comes back must say when it was first made. */
  circ_store_set_clock (fixture->store, instant);
  switch (choice)
    {
    case 0:
    case 1:
      g_ptr_array_add (items, new_item (fixture->store, text));
      return;
    case 2:
      g_object_unref (new_occurrence (fixture->store, item, "2026-05-06"));
      return;
    case 3:
      {
        g_autoptr (CircRecord) audience = new_audience (fixture->store, text);

        circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry (text, circ_record_get_id (audience)));
        circ_change_set (change, item, CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
        break;
      }
    case 4:
      remove_record (fixture->store, item);
      g_ptr_array_remove_index (items, index);
      return;
    default:
      circ_change_set_text (change, item, number % 2 ? CIRC_PLAN_ITEM_WHAT : CIRC_PLAN_ITEM_WHAT_NOTES, text);
      break;
    }
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
}

/* Whatever was done can be undone to the empty file and done again to the same. */
static void
test_random (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *empty = dump (fixture->store);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n = 0;

  for (guint i = 0; i < N_EDITS; i++)
    random_edit (fixture, items, i);
  full = dump (fixture->store);
  while (circ_store_get_undo_title (fixture->store) != NULL)
    {
      undo (fixture->store);
      n++;
    }
  g_assert_cmpuint (n, >=, N_EDITS);
  undone = dump (fixture->store);
  g_assert_cmpstr (undone, ==, empty);
  assert_sound (fixture->store);
  for (; circ_store_get_redo_title (fixture->store) != NULL; n--)
    redo (fixture->store);
  g_assert_cmpuint (n, ==, 0);
  redone = dump (fixture->store);
  g_assert_cmpstr (redone, ==, full);
  assert_sound (fixture->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/undo/undo-redo", test_undo_redo);
  fixture_add ("/store/undo/branch", test_branch);
  fixture_add ("/store/undo/persons", test_persons);
  fixture_add ("/store/undo/conflict", test_conflict);
  fixture_add ("/store/undo/in-use", test_in_use);
  fixture_add ("/store/undo/random", test_random);
  return g_test_run ();
}
