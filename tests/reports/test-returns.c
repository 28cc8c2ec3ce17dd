/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was sent with a cascade expected is asked about: in the same change, for each agency, and only once. */
#include "config.h"

#include "circ-agency.h"
#include "circ-cascade-return.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-entry.h"
#include "circ-follow.h"
#include "circ-format-request.h"
#include "circ-occurrence.h"
#include "circ-return-actions.h"
#include "support.h"

enum {
  HEALTH,
  POLICE,
  COLLEGE,
  N_AGENCIES,
};

typedef struct {
  TestFile file;
  CircRecord *item;
  CircRecord *occurrence;
  gint64 agencies[N_AGENCIES];
  gint64 contact; /* of the college */
  gint64 list;    /* of the police and the contact */
  gint64 leads;   /* that names nobody */
} Desk;

static gint64
add_named (Desk *desk,
           CircKindId kind,
           guint field,
           const char *name)
{
  g_autoptr (CircRecord) record = circ_record_new (kind);

  circ_record_set_text (record, field, name);
  test_add (&desk->file, record);
  return circ_record_get_id (record);
}

static void
set_value (Desk *desk,
           gint64 id,
           guint field,
           GVariant *value)
{
  g_autoptr (CircRecord) record = circ_store_get (desk->file.store, id, NULL);
  g_autoptr (CircChange) change = circ_change_new ("Edited");
  g_autoptr (GError) error = NULL;

  circ_change_set (change, record, field, value);
  circ_store_apply (desk->file.store, change, &error);
  g_assert_no_error (error);
}

static void
set_up (Desk *desk)
{
  static const char *const names[] = { "Harbour Health", "Harbour Police", "Harbour College" };

  test_open (&desk->file, "empty");
  circ_store_set_clock (desk->file.store, "2026-12-10T12:00:00Z");
  for (guint i = 0; i < N_AGENCIES; i++)
    desk->agencies[i] = add_named (desk, CIRC_KIND_AGENCY, CIRC_AGENCY_NAME, names[i]);
  desk->contact = add_named (desk, CIRC_KIND_CONTACT, CIRC_CONTACT_FAMILY_NAME, "Invented");
  set_value (desk, desk->contact, CIRC_CONTACT_AGENCY, g_variant_new_int64 (desk->agencies[COLLEGE]));
  set_value (desk, desk->agencies[COLLEGE], CIRC_AGENCY_COMMS_LEAD, g_variant_new_int64 (desk->contact));
  desk->list = add_named (desk, CIRC_KIND_CIRCULATION_LIST, CIRC_CIRCULATION_LIST_NAME, "Leads we name");
  set_value (desk, desk->list, CIRC_CIRCULATION_LIST_MEMBERS,
             g_variant_new_parsed ("[%x, %x]", desk->agencies[POLICE], desk->contact));
  desk->leads = add_named (desk, CIRC_KIND_CIRCULATION_LIST, CIRC_CIRCULATION_LIST_NAME, "All leads");
  desk->item = test_add_item (&desk->file, "Bulletin", "", "Email", "Administrator", "As required");
  desk->occurrence = test_add_occurrence (&desk->file, desk->item, "2026-12-08", NULL);
}

static void
tear_down (Desk *desk)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (circ_store_check (desk->file.store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_object (&desk->occurrence);
  g_clear_object (&desk->item);
  test_close (&desk->file);
}

static void
send_to (Desk *desk,
         gint64 first,
         gint64 second)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;

  g_ptr_array_add (entries, circ_entry_new ("One", first, NULL));
  if (second > 0)
    g_ptr_array_add (entries, circ_entry_new ("Two", second, NULL));
  value = circ_entries_to_value (field, entries);
  set_value (desk, circ_record_get_id (desk->item), CIRC_PLAN_ITEM_TO_WHOM, value);
}

static GPtrArray *
find_returns (Desk *desk)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_CASCADE_RETURN);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = circ_store_find (desk->file.store, query, &error);

  g_assert_no_error (error);
  return found;
}

/* @expected: names of agencies with their days, ", " between them. */
static void
assert_returns (Desk *desk,
                const char *expected)
{
  g_autoptr (GPtrArray) found = find_returns (desk);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *name =
        circ_store_dup_title (desk->file.store, circ_record_get_int (found->pdata[i], CIRC_CASCADE_RETURN_AGENCY));

      g_string_append_printf (text, "%s%s by %s", i > 0 ? ", " : "", name,
                              circ_record_get_text (found->pdata[i], CIRC_CASCADE_RETURN_DUE_ON));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
undo (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  circ_store_undo (desk->file.store, NULL, &error);
  g_assert_no_error (error);
}

static void
set_done (Desk *desk,
          const char *day)
{
  test_set_text (&desk->file, desk->occurrence, CIRC_OCCURRENCE_COMPLETED_ON, day);
}

/* Ten working days, Christmas and its substitute between: Tuesday 8 to Tuesday 22 December; 18 December to 6 January. */
static void
test_agencies (void)
{
  Desk desk;

  set_up (&desk);
  send_to (&desk, desk.agencies[HEALTH], desk.contact);
  set_done (&desk, "2026-12-08");
  assert_returns (&desk, "");
  undo (&desk);
  set_value (&desk, circ_record_get_id (desk.item), CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_done (&desk, "2026-12-08");
  assert_returns (&desk, "Harbour Health by 2026-12-22, Harbour College by 2026-12-22");
  undo (&desk);
  assert_returns (&desk, "");
  set_done (&desk, "2026-12-18");
  assert_returns (&desk, "Harbour Health by 2027-01-06, Harbour College by 2027-01-06");
  tear_down (&desk);
}

/* A list that expects it is enough, be it in the plan or only used this time; nobody is asked twice. */
static void
test_lists (void)
{
  Desk desk;
  gint64 id;

  set_up (&desk);
  send_to (&desk, desk.list, 0);
  set_done (&desk, "2026-12-08");
  assert_returns (&desk, "");
  undo (&desk);
  set_value (&desk, desk.list, CIRC_CIRCULATION_LIST_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_value (&desk, desk.leads, CIRC_CIRCULATION_LIST_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_done (&desk, "2026-12-08");
  assert_returns (&desk, "Harbour Police by 2026-12-22, Harbour College by 2026-12-22");
  id = circ_record_get_id (desk.occurrence);
  set_value (&desk, desk.agencies[HEALTH], CIRC_AGENCY_COMMS_LEAD, g_variant_new_int64 (desk.contact));
  set_value (&desk, id, CIRC_OCCURRENCE_LISTS_USED, g_variant_new_parsed ("[%x]", desk.leads));
  assert_returns (&desk, "Harbour Police by 2026-12-22, Harbour College by 2026-12-22, Harbour Health by 2026-12-22");
  tear_down (&desk);
}

/* The day of sending is mended, a list was not used after all, an agency has gone: what nobody has answered follows. */
static void
test_corrected (void)
{
  Desk desk;

  set_up (&desk);
  send_to (&desk, desk.agencies[HEALTH], 0);
  set_value (&desk, desk.list, CIRC_CIRCULATION_LIST_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_value (&desk, circ_record_get_id (desk.item), CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_value (&desk, desk.agencies[COLLEGE], CIRC_AGENCY_ARCHIVED_ON, g_variant_new_string ("2026-12-01"));
  set_value (&desk, circ_record_get_id (desk.occurrence), CIRC_OCCURRENCE_LISTS_USED,
             g_variant_new_parsed ("[%x]", desk.list));
  set_done (&desk, "2026-12-08");
  assert_returns (&desk, "Harbour Health by 2026-12-22, Harbour Police by 2026-12-22");
  set_done (&desk, "2026-12-09");
  assert_returns (&desk, "Harbour Health by 2026-12-23, Harbour Police by 2026-12-23");
  set_value (&desk, circ_record_get_id (desk.occurrence), CIRC_OCCURRENCE_LISTS_USED, NULL);
  assert_returns (&desk, "Harbour Health by 2026-12-23");
  undo (&desk);
  assert_returns (&desk, "Harbour Health by 2026-12-23, Harbour Police by 2026-12-23");
  tear_down (&desk);
}

/* What was not done after all is asked about no longer, but what an agency has said stays. */
static void
test_not_done (void)
{
  Desk desk;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&desk);
  send_to (&desk, desk.agencies[HEALTH], desk.agencies[POLICE]);
  set_value (&desk, circ_record_get_id (desk.item), CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_done (&desk, "2026-12-08");
  returns = find_returns (&desk);
  g_assert_cmpuint (returns->len, ==, 2);
  change = circ_return_chase_change (desk.file.store, returns->pdata[1], "2026-12-10");
  g_assert_cmpstr (circ_change_get_title (change), ==, "Chased: Harbour Police");
  circ_store_apply (desk.file.store, change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&returns, g_ptr_array_unref);
  set_done (&desk, NULL);
  assert_returns (&desk, "Harbour Police by 2026-12-22");
  undo (&desk);
  assert_returns (&desk, "Harbour Health by 2026-12-22, Harbour Police by 2026-12-22");
  tear_down (&desk);
}

/* DOMAIN 4.5: the third time it goes to the senior officer. */
static void
test_chase (void)
{
  static const char *const advice[] = { NULL, NULL, "Ada Invented", "Ada Invented" };
  Desk desk;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GError) error = NULL;
  gint64 officer;

  set_up (&desk);
  officer = add_named (&desk, CIRC_KIND_CONTACT, CIRC_CONTACT_FAMILY_NAME, "Invented");
  set_value (&desk, officer, CIRC_CONTACT_GIVEN_NAME, g_variant_new_string ("Ada"));
  set_value (&desk, desk.agencies[HEALTH], CIRC_AGENCY_SENIOR_OFFICER, g_variant_new_int64 (officer));
  send_to (&desk, desk.agencies[HEALTH], 0);
  set_value (&desk, circ_record_get_id (desk.item), CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  set_done (&desk, "2026-12-08");
  returns = find_returns (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    {
      g_autofree char *before = circ_return_dup_advice (desk.file.store, returns->pdata[0]);
      g_autoptr (CircChange) change = circ_return_chase_change (desk.file.store, returns->pdata[0], "2026-12-10");

      if (advice[i] == NULL)
        g_assert_null (before);
      else
        g_assert_nonnull (strstr (before, advice[i]));
      circ_store_apply (desk.file.store, change, &error);
      g_assert_no_error (error);
      g_assert_cmpint (circ_record_get_int (returns->pdata[0], CIRC_CASCADE_RETURN_CHASED), ==, i + 1);
      g_assert_cmpstr (circ_record_get_text (returns->pdata[0], CIRC_CASCADE_RETURN_CHASED_ON), ==, "2026-12-10");
    }
  g_clear_pointer (&returns, g_ptr_array_unref);
  tear_down (&desk);
}

/* The day or the reason is enough: what somebody fills in decides how the request stands. */
static void
test_request (void)
{
  Desk desk;
  g_autoptr (CircRecord) request = NULL;
  gint64 id;

  set_up (&desk);
  id = add_named (&desk, CIRC_KIND_FORMAT_REQUEST, CIRC_FORMAT_REQUEST_DOCUMENT, "Harbour rules");
  set_value (&desk, id, CIRC_FORMAT_REQUEST_STATE, g_variant_new_string ("received"));
  request = circ_store_get (desk.file.store, id, NULL);
  set_value (&desk, id, CIRC_FORMAT_REQUEST_SUPPLIED_ON, g_variant_new_string ("2026-12-09"));
  g_assert_cmpstr (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), ==, "supplied");
  undo (&desk);
  g_assert_cmpstr (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), ==, "received");
  set_value (&desk, id, CIRC_FORMAT_REQUEST_REASON, g_variant_new_string ("Changes each week"));
  g_assert_cmpstr (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), ==, "cannot_supply");
  g_clear_object (&request);
  tear_down (&desk);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/returns/agencies", test_agencies);
  g_test_add_func ("/reports/returns/lists", test_lists);
  g_test_add_func ("/reports/returns/corrected", test_corrected);
  g_test_add_func ("/reports/returns/not-done", test_not_done);
  g_test_add_func ("/reports/returns/chase", test_chase);
  g_test_add_func ("/reports/returns/request", test_request);
  return g_test_run ();
}
