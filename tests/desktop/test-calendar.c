/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: a year of meetings in one go, what happened, theme days and their years, closures. */
#include "config.h"

#include <string.h>
#include <glib/gstdio.h>

#include "desk.h"

#include "circ-calendar-actions.h"
#include "circ-date-facts.h"
#include "circ-date-input.h"
#include "circ-group.h"
#include "circ-holiday.h"
#include "circ-holidays-box.h"
#include "circ-lists-page.h"
#include "circ-lists-window.h"
#include "circ-meeting-dates.h"
#include "circ-meeting.h"
#include "circ-meetings-window.h"
#include "circ-reference-input.h"
#include "circ-theme-day-year.h"
#include "circ-theme-day.h"
#include "circ-theme-years.h"
#include "circ-trigger.h"
#include "circ-trigger-window.h"
#include "circ-when-input.h"
#include "circ-when-row.h"

static gint64
count (Desk *desk,
       CircKindId kind)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircQuery) query = circ_query_new (kind);

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  return circ_store_count (other, query, NULL);
}

/* (transfer full): as another program reads it */
static CircRecord *
read_first (Desk *desk,
            CircKindId kind,
            guint order)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_sort (query, order, FALSE);
  found = circ_store_find (other, query, NULL);
  g_assert_cmpuint (found->len, >, 0);
  return g_object_ref (found->pdata[0]);
}

static GtkWidget *
open_calendar (Desk *desk,
               CircKindId kind)
{
  GtkWidget *window;

  circ_test_key (desk->window, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  window = circ_test_find_window ("Calendar and Requests");
  circ_test_action (window, "lists.show", "s", circ_kind_get (kind)->name);
  circ_test_settle (window);
  circ_test_assert_names (window);
  return window;
}

static void
choose_group (GtkWidget *window)
{
  GtkWidget *input = circ_test_find_type (window, CIRC_TYPE_REFERENCE_INPUT, 0);

  circ_test_press_button (circ_test_find_type (input, GTK_TYPE_MENU_BUTTON, 0));
  circ_test_type (circ_test_find_type (input, GTK_TYPE_TEXT, 0), "Training Group");
  circ_test_find (input, GTK_TYPE_LABEL, "Training Group");
  circ_test_key (circ_test_find_type (input, GTK_TYPE_TEXT, 0), GDK_KEY_Return, 0);
}

static gboolean
is_closed (gpointer title)
{
  return circ_test_peek_window (title) == NULL;
}

/* Typed and pasted dates, one of which is no date, one a holiday and one named twice: what is good is added at once. */
static void
test_typed (Desk *desk,
            gconstpointer data)
{
  gint64 before = count (desk, CIRC_KIND_MEETING);
  GtkWidget *calendar = open_calendar (desk, CIRC_KIND_MEETING);
  GtkWidget *window, *text;

  circ_test_key (calendar, GDK_KEY_n, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Add Meetings");
  circ_test_assert_names (window);
  text = circ_test_find (window, GTK_TYPE_TEXT_VIEW, "Dates");
  circ_test_type (text, "4 Dec 2026, 25 December 2026\nnever; 5 March 2027\n04/12/2026");
  circ_test_find (window, GTK_TYPE_LABEL, "Friday 4 December 2026");
  circ_test_find (window, GTK_TYPE_LABEL, "Bank holiday: Christmas Day");
  circ_test_find (window, GTK_TYPE_LABEL, "Not a date");
  circ_test_find (window, GTK_TYPE_LABEL, "Twice in this list");
  circ_test_find (window, GTK_TYPE_LABEL, "Choose the group that meets.");
  choose_group (window);
  circ_test_assert_fits (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (is_closed, "Add Meetings", "end of the window");
  g_assert_cmpint (count (desk, CIRC_KIND_MEETING), ==, before + 3);

  circ_test_key (calendar, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (desk, CIRC_KIND_MEETING), ==, before);
}

static GtkDropDown *
find_unit (GtkWidget *window)
{
  return GTK_DROP_DOWN (circ_test_find_type (window, GTK_TYPE_DROP_DOWN, 0));
}

/* A year from a first date, monthly; a second time they are there already. */
static void
test_series (Desk *desk,
             gconstpointer data)
{
  gint64 before = count (desk, CIRC_KIND_MEETING);
  GtkWidget *calendar = open_calendar (desk, CIRC_KIND_MEETING);

  for (guint round = 0; round < 2; round++)
    {
      GtkWidget *window;

      circ_test_key (calendar, GDK_KEY_n, GDK_CONTROL_MASK);
      window = circ_test_find_window ("Add Meetings");
      choose_group (window);
      circ_test_click (window, "Fill In");
      circ_test_find (window, GTK_TYPE_LABEL, "Enter the first date.");
      circ_test_type (circ_test_find (window, GTK_TYPE_ENTRY, "First date"), "31 January 2028");
      gtk_drop_down_set_selected (find_unit (window), CIRC_SERIES_MONTHS);
      circ_test_click (window, "Fill In");
      circ_test_find (window, GTK_TYPE_LABEL, "Tuesday 29 February 2028");
      circ_test_find (window, GTK_TYPE_LABEL, "Friday 31 March 2028");
      if (round == 0)
        circ_test_click (window, "Add 12 Meetings");
      else
        circ_test_find (window, GTK_TYPE_LABEL, "Entered already");
      if (round == 1)
        circ_test_key (window, GDK_KEY_Escape, 0);
      circ_test_wait (is_closed, "Add Meetings", "end of the window");
      g_assert_cmpint (count (desk, CIRC_KIND_MEETING), ==, before + 12);
    }
  circ_test_find (calendar, GTK_TYPE_LABEL, "Monday 31 January 2028");
  circ_test_key (calendar, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (desk, CIRC_KIND_MEETING), ==, before);
}

/* "The course programme was updated today." */
static void
test_happened (Desk *desk,
               gconstpointer data)
{
  gint64 before = count (desk, CIRC_KIND_TRIGGER);
  g_autoptr (CircRecord) trigger = NULL;
  GtkWidget *window, *what, *row;

  circ_test_key (desk->window, GDK_KEY_t, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record What Happened");
  circ_test_assert_names (window);
  circ_test_assert_fits (window);
  what = circ_test_find_type (window, GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), 2);
  row = circ_test_find_row (window, CIRC_KIND_TRIGGER, "note");
  circ_test_type (row, "New dates for the autumn");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (is_closed, "Record What Happened", "end of the window");
  g_assert_cmpint (count (desk, CIRC_KIND_TRIGGER), ==, before + 1);
  trigger = read_first (desk, CIRC_KIND_TRIGGER, CIRC_TRIGGER_DATE);
  g_assert_cmpstr (circ_record_get_text (trigger, CIRC_TRIGGER_TRIGGER), ==, "programme_updated");
  g_assert_cmpstr (circ_record_get_text (trigger, CIRC_TRIGGER_DATE), ==, CIRC_TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (trigger, CIRC_TRIGGER_NOTE), ==, "New dates for the autumn");
  circ_test_find (open_calendar (desk, CIRC_KIND_TRIGGER), GTK_TYPE_LABEL, "An update of the programme");
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (desk, CIRC_KIND_TRIGGER), ==, before);
}

/* In a long plan the window is there at once, with the top of its list, and says later how many rules wait. */
static void
test_happened_long (Desk *desk,
                    gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Added many");
  GtkWidget *window, *what;

  for (guint i = 0; i < 2100; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Programme of courses");
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, "When the programme is updated");
      circ_change_insert (change, item);
    }
  g_assert_true (circ_session_apply_quietly (desk->test->session, change, NULL));
  circ_test_key (desk->window, GDK_KEY_t, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record What Happened");
  circ_test_find (window, GTK_TYPE_LABEL, "No rule of the plan waits for this, so nothing becomes due.");
  what = circ_test_find_type (window, GTK_TYPE_DROP_DOWN, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (what)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), 2);
  circ_test_find (window, GTK_TYPE_LABEL, "2100 rules of the plan wait for this.");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (is_closed, "Record What Happened", "end of the window");
  /* Closed before the answer is there, which comes while another one waits for its own. */
  circ_test_key (desk->window, GDK_KEY_t, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record What Happened");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (is_closed, "Record What Happened", "end of the window");
  circ_test_key (desk->window, GDK_KEY_t, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record What Happened");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (circ_test_find_type (window, GTK_TYPE_DROP_DOWN, 0)), 2);
  circ_test_find (window, GTK_TYPE_LABEL, "2100 rules of the plan wait for this.");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (is_closed, "Record What Happened", "end of the window");
}

/* Own words have to be there, and an item that was asked for has to be named. */
static void
test_happened_problems (Desk *desk,
                        gconstpointer data)
{
  gint64 before = count (desk, CIRC_KIND_TRIGGER);
  GtkWidget *window, *what;
  guint n;

  circ_test_action (desk->window, "win.happened", NULL);
  window = circ_test_find_window ("Record What Happened");
  what = circ_test_find_type (window, GTK_TYPE_DROP_DOWN, 0);
  n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (what)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), n - 2);
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "Say what happened.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), n - 1);
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "Choose the plan item that was asked for.");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (is_closed, "Record What Happened", "end of the window");
  g_assert_cmpint (count (desk, CIRC_KIND_TRIGGER), ==, before);
}

/* A theme day has its rule as a sentence, and the organiser's dates beat it. */
static void
test_theme_day (Desk *desk,
                gconstpointer data)
{
  gint64 before = count (desk, CIRC_KIND_THEME_DAY_YEAR);
  GtkWidget *calendar = open_calendar (desk, CIRC_KIND_THEME_DAY);
  GtkWidget *page = circ_test_find_type (calendar, CIRC_TYPE_LISTS_PAGE, 0);
  GtkWidget *input, *years, *row;

  circ_test_action (page, "entries.add-named", "s", "Lifeboat Day");
  years = circ_test_find_type (calendar, CIRC_TYPE_THEME_YEARS, 0);
  circ_test_find (years, GTK_TYPE_LABEL, "2027 · not announced yet");
  input = circ_test_find_type (calendar, CIRC_TYPE_WHEN_INPUT, 0);
  circ_test_action (input, "when.add", "s", "fixed_date");
  row = circ_test_find_type (input, CIRC_TYPE_WHEN_ROW, 0);
  circ_test_replace (circ_test_find (row, GTK_TYPE_SPIN_BUTTON, "Day"), "9");
  circ_test_key (circ_test_find (row, GTK_TYPE_SPIN_BUTTON, "Day"), GDK_KEY_Return, 0);
  circ_test_find (years, GTK_TYPE_LABEL, "Saturday 9 January 2027 · by the rule, provisional");
  circ_test_press_button (circ_test_find (years, GTK_TYPE_BUTTON, "Enter the dates of 2027"));
  g_assert_cmpint (count (desk, CIRC_KIND_THEME_DAY_YEAR), ==, before + 1);
  circ_test_find (years, GTK_TYPE_LABEL, "Saturday 9 January 2027 · provisional");
  circ_test_assert_names (calendar);
  circ_test_key (calendar, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (desk, CIRC_KIND_THEME_DAY_YEAR), ==, before);
  circ_test_find (years, GTK_TYPE_LABEL, "Saturday 9 January 2027 · by the rule, provisional");
}

static void
test_closure (Desk *desk,
              gconstpointer data)
{
  GtkWidget *calendar = open_calendar (desk, CIRC_KIND_HOLIDAY);
  GtkWidget *page = circ_test_find_type (calendar, CIRC_TYPE_LISTS_PAGE, 0);
  g_autoptr (CircRecord) holiday = NULL;
  GtkWidget *entry;

  circ_test_action (page, "entries.add-named", "s", "Moving house");
  entry = circ_input_get_focus (circ_field_row_get_input (
    CIRC_FIELD_ROW (circ_test_find_row (calendar, CIRC_KIND_HOLIDAY, "starts-on"))));
  circ_test_type (entry, "7 Dec 2026");
  circ_test_key (entry, GDK_KEY_Return, 0);
  holiday = read_first (desk, CIRC_KIND_HOLIDAY, CIRC_HOLIDAY_STARTS_ON);
  g_assert_cmpstr (circ_record_get_text (holiday, CIRC_HOLIDAY_STARTS_ON), ==, "2026-12-07");
  circ_test_find (calendar, GTK_TYPE_LABEL, "Monday 7 December 2026");
}

/* A whole year after those that came with the program, with the days of all three parts of the kingdom. */
#define EVENT(day) "{\"title\":\"A day\",\"date\":\"2029-" day "\",\"notes\":\"\"}"
#define EVENTS "{\"events\":[" EVENT ("01-01") "," EVENT ("01-02") "," EVENT ("03-30") "," EVENT ("04-02") "," EVENT ("05-07") \
  "," EVENT ("05-28") "," EVENT ("08-27") "," EVENT ("12-25") "," EVENT ("12-26") "]}"
static const char newer_list[] =
  "{\"england-and-wales\":" EVENTS ",\"scotland\":" EVENTS ",\"northern-ireland\":" EVENTS "}";

/* What the law sets: a number that was checked against its source, each one change. */
static void
test_deadlines (Desk *desk,
                gconstpointer data)
{
  g_autoptr (CircRulePack) pack = NULL;
  GtkWidget *window, *check, *spin;
  g_autofree char *name = g_strdup_printf ("Verified: %s", circ_rule_get_title (CIRC_RULE_SAR_COMPLETE));

  circ_test_action (desk->window, "win.preferences", NULL);
  window = circ_test_find_window ("Preferences");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (circ_test_find_type (window, ADW_TYPE_VIEW_STACK, 0)), "deadlines");
  circ_test_settle (window);
  circ_test_assert_names (window);
  check = circ_test_find (window, GTK_TYPE_CHECK_BUTTON, name);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  spin = circ_test_find (window, GTK_TYPE_SPIN_BUTTON, circ_rule_get_title (CIRC_RULE_SAR_COMPLETE));
  gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 1);
  circ_test_settle (window);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  circ_test_settle (window);
  {
    g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);

    pack = circ_rule_pack_load (other, NULL);
  }
  g_assert_true (circ_rule_pack_is_verified (pack, CIRC_RULE_SAR_COMPLETE));
  g_assert_cmpint (circ_rule_pack_get_number (pack, CIRC_RULE_SAR_COMPLETE), ==, 7);
  circ_test_action (window, "preferences.undo", NULL);
  circ_test_settle (window);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  circ_test_action (window, "preferences.undo", NULL);
  circ_test_settle (window);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 6);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
can_import (gpointer box)
{
  GtkWidget *button = circ_test_find_type (box, GTK_TYPE_BUTTON, 0);

  return gtk_widget_is_sensitive (button);
}

/* A list that is none says so and changes nothing; a newer one is there at once, with an undo. */
static void
test_holidays (Desk *desk,
               gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "list.json", NULL);
  GtkWidget *window, *box;

  circ_test_action (desk->window, "win.preferences", NULL);
  window = circ_test_find_window ("Preferences");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (circ_test_find_type (window, ADW_TYPE_VIEW_STACK, 0)), "deadlines");
  circ_test_settle (window);
  box = circ_test_find_type (window, CIRC_TYPE_HOLIDAYS_BOX, 0);
  circ_test_find (box, GTK_TYPE_LABEL,
                  "The list of GOV.UK that came with the program, until Sunday 31 December 2028. Later holidays are worked out by "
                  "rule, and dates that hang on them are provisional.");
  g_assert_true (g_file_set_contents (path, "[]", -1, NULL));
  circ_test_action (box, "holidays.import-path", "s", path);
  circ_test_wait (can_import, box, "end of the import");
  circ_test_find (box, GTK_TYPE_LABEL, "This is not a list of bank holidays as GOV.UK publishes it.");

  g_assert_true (g_file_set_contents (path, newer_list, -1, NULL));
  circ_test_action (box, "holidays.import-path", "s", path);
  circ_test_wait (can_import, box, "end of the import");
  circ_test_find (box, GTK_TYPE_LABEL,
                  "The list of GOV.UK until Monday 31 December 2029, imported on Saturday 21 November 2026. Later holidays are "
                  "worked out by rule, and dates that hang on them are provisional.");
  circ_test_find (box, GTK_TYPE_LABEL, "0 dates have moved.");
  circ_test_assert_names (window);
  circ_test_assert_fits (window);
  circ_test_action (window, "preferences.undo", NULL);
  circ_test_find (box, GTK_TYPE_LABEL,
                  "The list of GOV.UK that came with the program, until Sunday 31 December 2028. Later holidays are worked out by "
                  "rule, and dates that hang on them are provisional.");
  gtk_window_close (GTK_WINDOW (window));
}

/* Whoever moves a meeting sees what goes with it. */
static void
test_hanging (Desk *desk,
              gconstpointer data)
{
  static const char *const dates[] = { "2026-12-09", NULL };
  g_autoptr (CircChange) change = circ_change_new ("Said when");
  g_autoptr (CircRecord) group = read_first (desk, CIRC_KIND_GROUP, CIRC_GROUP_NAME);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  circ_calendar_add_meetings (desk->test->store, circ_record_get_id (group), dates, NULL, NULL, &error);
  g_assert_no_error (error);
  window = open_calendar (desk, CIRC_KIND_MEETING);
  circ_test_find (window, GTK_TYPE_LABEL, "No open date of the plan hangs on it.");
  circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_WHEN_TEXT, "One week before each meeting");
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  circ_test_find (window, GTK_TYPE_LABEL, "1 open date of the plan moves with it, or is cancelled with it.");
  circ_test_find (window, G_TYPE_NONE, "Plan item CP-2026-001, due Wed 2 Dec");
  circ_test_assert_names (window);
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What the calendar program of the user reads, never over a Circulate file. */
static void
test_calendar_file (Desk *desk,
                    gconstpointer data)
{
  const char *plan = circ_store_get_path (desk->test->store);
  g_autofree char *folder = g_path_get_dirname (plan);
  g_autofree char *path = g_build_filename (folder, "calendar.ics", NULL);
  g_autofree char *text = NULL;
  GtkWidget *alert;

  circ_test_action (desk->window, "win.save-calendar-to", "s", path);
  circ_test_wait (is_written, path, "the calendar");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Saved “calendar.ics”");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, "BEGIN:VEVENT"));
  circ_test_action (desk->window, "win.save-calendar-to", "s", plan);
  alert = circ_test_find_window ("The Calendar Was Not Saved");
  gtk_window_close (GTK_WINDOW (alert));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  desk_add ("/calendar/typed", "sample", test_typed);
  desk_add ("/calendar/series", "sample", test_series);
  desk_add ("/calendar/happened", "sample", test_happened);
  desk_add ("/calendar/happened-long", "sample", test_happened_long);
  desk_add ("/calendar/happened-problems", "sample", test_happened_problems);
  desk_add ("/calendar/theme-day", "sample", test_theme_day);
  desk_add ("/calendar/closure", "sample", test_closure);
  desk_add ("/calendar/deadlines", "sample", test_deadlines);
  desk_add ("/calendar/hanging", "sample", test_hanging);
  desk_add ("/calendar/file", "sample", test_calendar_file);
  desk_add ("/calendar/holidays", "sample", test_holidays);

  return circ_test_run ();
}
