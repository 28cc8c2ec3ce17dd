/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes back: an agency's return from the list of the day and from what was sent, and a request for a format. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-agency.h"
#include "circ-cascade-return.h"
#include "circ-entry.h"
#include "circ-format-request.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-return-rows.h"
#include "circ-today-list.h"
#include "circ-today-page.h"
#include "circ-window-private.h"

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
  CircTodayModel *model;
  CircRecord *item;       /* (owned) */
  CircRecord *occurrence; /* (owned) sent, with a return of one agency */
} Desk;

static void
apply (Desk *desk,
       CircChange *change)
{
  g_autoptr (GError) error = NULL;

  circ_store_apply (desk->test->store, change, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer user_data)
{
  return !circ_today_model_is_busy (((Desk *) user_data)->model);
}

static guint
count (Desk *desk,
       CircTodayGroup group)
{
  circ_test_wait (is_read, desk, "what is to be done");
  circ_test_settle (desk->window);
  return circ_today_model_get_count (desk->model, group);
}

/* Sent on Friday 6 November, and so wanted by Friday 20 November: yesterday. */
static void
set_up (Desk *desk,
        gconstpointer data)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (CircChange) change = circ_change_new ("Sent");
  g_autoptr (CircRecord) agency = circ_record_new (CIRC_KIND_AGENCY);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  GtkWidget *list;

  desk->test = circ_test_window_new ("empty");
  desk->window = GTK_WIDGET (desk->test->window);
  circ_record_set_text (agency, CIRC_AGENCY_NAME, "Harbour Health");
  circ_change_insert (change, agency);
  desk->item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  circ_record_set_text (desk->item, CIRC_PLAN_ITEM_WHAT, "Tide tables");
  circ_record_set (desk->item, CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (TRUE));
  g_ptr_array_add (entries, circ_entry_new ("Health", circ_record_get_id (agency), NULL));
  value = circ_entries_to_value (field, entries);
  circ_record_set (desk->item, CIRC_PLAN_ITEM_TO_WHOM, value);
  circ_change_insert (change, desk->item);
  desk->occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  circ_record_set_int (desk->occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (desk->item));
  circ_record_set_text (desk->occurrence, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-06");
  circ_change_insert (change, desk->occurrence);
  apply (desk, change);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  desk->page = circ_window_get_page (CIRC_WINDOW (desk->window));
  list = circ_test_find_type (desk->page, CIRC_TYPE_TODAY_LIST, 0);
  desk->model = circ_today_list_get_model (CIRC_TODAY_LIST (list));
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  g_clear_object (&desk->occurrence);
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

/* (transfer full) */
static CircRecord *
find_return (Desk *desk)
{
  g_autoptr (GPtrArray) returns = circ_store_find_parts (desk->test->store, circ_record_get_id (desk->occurrence),
                                                         CIRC_KIND_CASCADE_RETURN, NULL);

  g_assert_cmpuint (returns->len, ==, 1);
  return g_object_ref (returns->pdata[0]);
}

/* Overdue, chased twice, returned: each one key or one entry of the menu, and each taken back by one undo. */
static void
test_from_today (Desk *desk,
                 gconstpointer data)
{
  g_autoptr (CircRecord) cascade_return = find_return (desk);
  GtkWidget *window;

  g_assert_cmpuint (count (desk, CIRC_TODAY_RETURNS), ==, 1);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Cascade returns awaited (1)");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Harbour Health");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "1 day late");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Tide tables · Asked on Fri 6 Nov, wanted by Fri 20 Nov");
  circ_test_assert_names (desk->window);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_action (desk->page, "today.chase", NULL);
  circ_test_action (desk->page, "today.chase", NULL);
  circ_test_settle (desk->window);
  g_assert_cmpint (circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_CHASED), ==, 2);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Tide tables · Chased 2 times: ask its senior officer");

  circ_test_key (desk->window, GDK_KEY_Return, 0);
  window = circ_test_find_window ("Cascade Return");
  circ_test_find (window, GTK_TYPE_LABEL, "Harbour Health");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_type (circ_test_find_input (window, CIRC_KIND_CASCADE_RETURN, "reach"), "120");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_RETURNED_ON), ==, CIRC_TEST_TODAY);
  g_assert_cmpint (circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_REACH), ==, 120);
  g_assert_cmpuint (count (desk, CIRC_TODAY_RETURNS), ==, 0);
  for (guint i = 0; i < 3; i++)
    circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (desk, CIRC_TODAY_RETURNS), ==, 1);
  g_assert_null (circ_record_get (cascade_return, CIRC_CASCADE_RETURN_CHASED));
}

/* In the window of what was sent; a reason takes the day away that stood there only as the usual one. */
static void
test_from_occurrence (Desk *desk,
                      gconstpointer data)
{
  g_autoptr (CircRecord) cascade_return = find_return (desk);
  GtkWidget *occurrence, *rows, *window;

  circ_occurrence_window_present (circ_window_get_session (CIRC_WINDOW (desk->window)), desk->window, desk->item,
                                  desk->occurrence);
  occurrence = circ_test_find_window ("Occurrence");
  circ_test_assert_names (occurrence);
  rows = circ_test_find_type (occurrence, CIRC_TYPE_RETURN_ROWS, 0);
  circ_test_find (rows, GTK_TYPE_LABEL, "Overdue");
  circ_test_focus (circ_test_find_type (rows, GTK_TYPE_LIST_BOX_ROW, 0));
  circ_test_key (occurrence, GDK_KEY_Return, 0);
  window = circ_test_find_window ("Cascade Return");
  circ_test_click (window, "If it is late or not needed");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason"), "Has no staff here");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_settle (occurrence);
  g_assert_null (circ_record_get (cascade_return, CIRC_CASCADE_RETURN_RETURNED_ON));
  circ_test_find (rows, GTK_TYPE_LABEL, "Not needed");
  circ_test_key (occurrence, GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the windows");
  g_assert_cmpuint (count (desk, CIRC_TODAY_RETURNS), ==, 0);
}

/* (transfer full) */
static CircRecord *
add_request (Desk *desk)
{
  CircRecord *request = circ_record_new (CIRC_KIND_FORMAT_REQUEST);
  g_autoptr (CircChange) change = circ_change_new ("Asked for");

  circ_record_set_text (request, CIRC_FORMAT_REQUEST_DOCUMENT, "Harbour rules");
  circ_record_set_text (request, CIRC_FORMAT_REQUEST_FORMAT, "large_print");
  circ_record_set_text (request, CIRC_FORMAT_REQUEST_RECEIVED_ON, "2026-11-18");
  circ_record_set_text (request, CIRC_FORMAT_REQUEST_NEEDED_BY, "2026-11-22");
  circ_record_set_text (request, CIRC_FORMAT_REQUEST_STATE, "received");
  circ_change_insert (change, request);
  apply (desk, change);
  return request;
}

/* @kind: CIRC_N_KINDS for an item that waits */
static void
assert_chosen (Desk *desk,
               guint key,
               CircKindId kind)
{
  GtkWidget *list = circ_test_find_type (desk->page, CIRC_TYPE_TODAY_LIST, 0);
  g_autoptr (GObject) row = NULL;
  GtkWidget *focus;

  circ_test_key (desk->window, key, 0);
  circ_test_settle (desk->window);
  row = circ_today_list_dup_chosen (CIRC_TODAY_LIST (list));
  g_assert_nonnull (row);
  g_assert_cmpint (CIRC_IS_RECORD (row) ? circ_record_get_kind (CIRC_RECORD (row))->id : CIRC_N_KINDS, ==, kind);
  focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
}

/* Headings stand in nobody's way. */
static void
test_keys (Desk *desk,
           gconstpointer data)
{
  g_autoptr (CircRecord) request = add_request (desk);

  g_assert_cmpuint (count (desk, CIRC_TODAY_FORMATS), ==, 1);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  assert_chosen (desk, GDK_KEY_Down, CIRC_KIND_FORMAT_REQUEST);
  assert_chosen (desk, GDK_KEY_Down, CIRC_N_KINDS);
  assert_chosen (desk, GDK_KEY_Down, CIRC_N_KINDS);
  assert_chosen (desk, GDK_KEY_Up, CIRC_KIND_FORMAT_REQUEST);
  assert_chosen (desk, GDK_KEY_Up, CIRC_KIND_CASCADE_RETURN);
  assert_chosen (desk, GDK_KEY_Up, CIRC_KIND_CASCADE_RETURN);
  assert_chosen (desk, GDK_KEY_End, CIRC_N_KINDS);
  assert_chosen (desk, GDK_KEY_Home, CIRC_KIND_CASCADE_RETURN);
  assert_chosen (desk, GDK_KEY_Page_Down, CIRC_N_KINDS);
  assert_chosen (desk, GDK_KEY_Page_Up, CIRC_KIND_CASCADE_RETURN);
}

static void
test_request (Desk *desk,
              gconstpointer data)
{
  g_autoptr (CircRecord) request = add_request (desk);
  g_autoptr (CircRecord) cascade_return = find_return (desk);
  g_autoptr (CircChange) returned = circ_change_new ("Returned");

  circ_change_set_text (returned, cascade_return, CIRC_CASCADE_RETURN_RETURNED_ON, "2026-11-20");
  apply (desk, returned);
  g_assert_cmpuint (count (desk, CIRC_TODAY_FORMATS), ==, 1);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Harbour rules");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Large print");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Tomorrow");
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_Return, 0);
  circ_test_find_window ("Calendar and Requests");
  gtk_window_close (GTK_WINDOW (circ_test_find_window ("Calendar and Requests")));
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  circ_test_action (desk->page, "today.supplied", NULL);
  g_assert_cmpuint (count (desk, CIRC_TODAY_FORMATS), ==, 0);
  g_assert_cmpstr (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), ==, "supplied");
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpstr (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), ==, "received");
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  ADD ("/desktop/cascade/from-today", test_from_today);
  ADD ("/desktop/cascade/from-occurrence", test_from_occurrence);
  ADD ("/desktop/cascade/request", test_request);
  ADD ("/desktop/cascade/keys", test_keys);
  return circ_test_run ();
}
