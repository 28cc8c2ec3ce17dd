/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose an occurrence is: its item's lead's, until somebody else is named; who finds it on Today, and when. */
#include "config.h"

#include "circ-follow.h"
#include "circ-group.h"
#include "circ-occurrence.h"
#include "circ-today-view.h"
#include "support.h"

typedef struct {
  TestFile file;
  CircRecord *item;
  gint64 pilots, crew, guests;
} Desk;

static gint64
add_group (Desk *desk,
           const char *name)
{
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);

  circ_record_set_text (group, CIRC_GROUP_NAME, name);
  return circ_record_get_id (test_add (&desk->file, group));
}

static void
set_value (Desk *desk,
           CircRecord *record,
           guint field,
           GVariant *value)
{
  g_autoptr (CircChange) change = circ_change_new ("Edited");
  g_autoptr (GError) error = NULL;

  circ_change_set (change, record, field, value);
  circ_store_apply (desk->file.store, change, &error);
  g_assert_no_error (error);
}

/* @lead: 0: words that are linked to nobody */
static void
set_lead (Desk *desk,
          gint64 lead)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;

  g_ptr_array_add (entries, circ_entry_new ("Somebody", lead, "lead"));
  value = circ_entries_to_value (field, entries);
  set_value (desk, desk->item, CIRC_PLAN_ITEM_BY_WHOM, value);
}

static void
set_up (Desk *desk)
{
  test_open (&desk->file, "empty");
  circ_store_set_clock (desk->file.store, "2026-11-21T12:00:00Z");
  desk->pilots = add_group (desk, "Pilots");
  desk->crew = add_group (desk, "Crew");
  desk->guests = add_group (desk, "Guests");
  desk->item = test_add_item (&desk->file, "Tide tables", "Staff", "Email", "Somebody", "As required");
}

static void
tear_down (Desk *desk)
{
  g_clear_object (&desk->item);
  test_close (&desk->file);
}

static CircRecord *
add_occurrence (Desk *desk,
                const char *due_on,
                gint64 responsible)
{
  CircRecord *occurrence = test_add_occurrence (&desk->file, desk->item, due_on, NULL);

  if (responsible > 0)
    set_value (desk, occurrence, CIRC_OCCURRENCE_RESPONSIBLE, g_variant_new_int64 (responsible));
  return occurrence;
}

/* What is open goes with the lead; what somebody else was asked to do, and what is done, stays theirs. */
static void
test_hand_over (void)
{
  Desk desk;
  g_autoptr (CircRecord) open = NULL;
  g_autoptr (CircRecord) asked = NULL;
  g_autoptr (CircRecord) done = NULL;

  set_up (&desk);
  set_lead (&desk, desk.pilots);
  open = add_occurrence (&desk, "2026-11-25", desk.pilots);
  asked = add_occurrence (&desk, "2026-11-26", desk.guests);
  done = add_occurrence (&desk, "2026-11-18", desk.pilots);
  test_set_text (&desk.file, done, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-18");
  set_lead (&desk, desk.crew);
  g_assert_cmpint (circ_record_get_int (open, CIRC_OCCURRENCE_RESPONSIBLE), ==, desk.crew);
  g_assert_cmpint (circ_record_get_int (asked, CIRC_OCCURRENCE_RESPONSIBLE), ==, desk.guests);
  g_assert_cmpint (circ_record_get_int (done, CIRC_OCCURRENCE_RESPONSIBLE), ==, desk.pilots);
  g_assert_true (circ_store_undo (desk.file.store, NULL, NULL));
  g_assert_cmpint (circ_record_get_int (open, CIRC_OCCURRENCE_RESPONSIBLE), ==, desk.pilots);
  set_lead (&desk, 0);
  g_assert_null (circ_record_get (open, CIRC_OCCURRENCE_RESPONSIBLE));
  set_lead (&desk, desk.crew);
  g_assert_cmpint (circ_record_get_int (open, CIRC_OCCURRENCE_RESPONSIBLE), ==, desk.crew);
  tear_down (&desk);
}

static void
assert_found (Desk *desk,
              const CircTodayView *view,
              guint expected)
{
  g_autoptr (CircQuery) query = circ_today_view_dup_query (view, CIRC_TODAY_FORTNIGHT, TEST_TODAY);
  g_autoptr (GPtrArray) found = circ_store_find (desk->file.store, query, NULL);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, expected);
}

/* By owner: what the item's owners see, and who was named for one of its days. */
static void
test_owner (void)
{
  Desk desk;
  g_autoptr (CircRecord) own = NULL;
  g_autoptr (CircRecord) asked = NULL;

  set_up (&desk);
  set_lead (&desk, desk.pilots);
  own = add_occurrence (&desk, "2026-11-25", desk.pilots);
  asked = add_occurrence (&desk, "2026-11-26", desk.guests);
  assert_found (&desk, &(CircTodayView) { 0, NULL }, 2);
  assert_found (&desk, &(CircTodayView) { desk.pilots, NULL }, 2);
  assert_found (&desk, &(CircTodayView) { desk.guests, NULL }, 1);
  assert_found (&desk, &(CircTodayView) { desk.crew, NULL }, 0);
  assert_found (&desk, &(CircTodayView) { desk.guests, (char *) "tide" }, 1);
  assert_found (&desk, &(CircTodayView) { desk.guests, (char *) "walrus" }, 0);
  tear_down (&desk);
}

/* Due at the end of the year, and among the things of the fortnight when it is to be aimed for by then. */
static void
test_begun (void)
{
  Desk desk;
  g_autoptr (CircRecord) campaign = NULL;

  set_up (&desk);
  campaign = add_occurrence (&desk, "2026-12-31", 0);
  test_set_text (&desk.file, campaign, CIRC_OCCURRENCE_PLAN_BY, "2026-12-06");
  assert_found (&desk, &(CircTodayView) { 0, NULL }, 0);
  test_set_text (&desk.file, campaign, CIRC_OCCURRENCE_PLAN_BY, "2026-12-05");
  assert_found (&desk, &(CircTodayView) { 0, NULL }, 1);
  tear_down (&desk);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/lead/hand-over", test_hand_over);
  g_test_add_func ("/reports/lead/owner", test_owner);
  g_test_add_func ("/reports/lead/begun", test_begun);
  return g_test_run ();
}
