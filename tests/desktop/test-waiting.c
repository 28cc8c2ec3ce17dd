/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits in the list of the day: for something to happen, for a date, for a meeting to be entered. */
#include "config.h"

#include "day.h"

/* What it waited for has happened: it becomes due, for this item or for all that wait for the same. */
static void
test_happened (Day *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) charts = day_add_item (desk, "Charts", "When programme is updated");
  g_autoptr (CircRecord) lamps = day_add_item (desk, "Lamps", "When programme is updated");
  GtkWidget *window;

  day_find_list (desk);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_AWAITING_TRIGGER), ==, 2);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_Return, 0);
  window = circ_test_find_window ("It Happened");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_FORTNIGHT), ==, 1);
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_FORTNIGHT), ==, 0);

  circ_test_action (desk->page, "today.happened", NULL);
  window = circ_test_find_window ("It Happened");
  circ_test_action (circ_test_find (window, GTK_TYPE_CHECK_BUTTON, "Also for 1 other item that waits for it"), "check.toggle",
                    NULL);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_FORTNIGHT), ==, 2);
}

static void
test_set_date (Day *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) lamps = day_add_item (desk, "Lamps", "Within identified timescales");
  GtkWidget *window;

  day_find_list (desk);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_DATE_NEEDED), ==, 1);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_click (desk->page, "Set a Date…");
  window = circ_test_find_window ("Set a Date");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  day_assert_label (window, "Say which day was agreed.");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_TRIGGER, "date"), "1 Dec 2026");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_FORTNIGHT), ==, 1);
  day_assert_label (desk->page, "Tue 1 Dec");
}

/* Ten working days after an item was written, a date should have been agreed: Thursday the 19th here, and not the 23rd. */
static void
test_still_no_date (Day *desk,
                    gconstpointer data)
{
  g_autoptr (CircRecord) lamps = NULL;
  g_autoptr (CircRecord) buoys = NULL;

  circ_store_set_clock (desk->test->store, "2026-11-05T12:00:00Z");
  lamps = day_add_item (desk, "Lamps", "Within identified timescales");
  day_find_list (desk);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_DATE_NEEDED), ==, 1);
  day_assert_label (desk->page, "Still no date");
  circ_store_set_clock (desk->test->store, "2026-11-09T12:00:00Z");
  buoys = day_add_item (desk, "Buoys", "Within identified timescales");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_DATE_NEEDED), ==, 2);
  day_assert_label (desk->page, "Needs a date");
}

static gboolean
has_no_date_needed (gpointer user_data)
{
  return day_count (user_data, CIRC_TODAY_DATE_NEEDED) == 0;
}

/* What hangs on meetings that nobody has entered is not forgotten, and the way to enter them is one step. */
static void
test_no_meeting (Day *desk,
                 gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircRecord) papers = NULL;
  GtkWidget *window;

  circ_record_set_text (group, (guint) circ_kind_get (CIRC_KIND_GROUP)->title_field, "Harbour Board");
  circ_change_insert (change, group);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  papers = day_add_item (desk, "Papers", "One week before each meeting of the Harbour Board");
  day_find_list (desk);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_DATE_NEEDED), ==, 1);
  day_assert_label (desk->page, "No meeting entered");
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_click (desk->page, "Add Meetings…");
  window = circ_test_find_window ("Add Meetings");
  circ_test_assert_names (window);
  day_assert_label (window, "Harbour Board");
  circ_test_type (circ_test_find (window, GTK_TYPE_TEXT_VIEW, "Dates"), "9 December 2026");
  circ_test_click (window, "Add 1 Meeting");
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  circ_test_wait (has_no_date_needed, desk, "nothing that needs a date");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_FORTNIGHT), ==, 1);
  day_assert_label (desk->page, "Harbour Board, Wed 9 Dec");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  day_add ("/desktop/waiting/happened", NULL, test_happened);
  day_add ("/desktop/waiting/set-date", NULL, test_set_date);
  day_add ("/desktop/waiting/still-no-date", NULL, test_still_no_date);
  day_add ("/desktop/waiting/no-meeting", NULL, test_no_meeting);

  return circ_test_run ();
}
