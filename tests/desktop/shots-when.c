/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of "when": rules as sentences, and the calendar. */
#include "config.h"

#include "shots.h"

#include "circ-calendar-actions.h"
#include "circ-form.h"
#include "circ-holiday.h"
#include "circ-lists-uses.h"
#include "circ-lists-window.h"
#include "circ-meeting.h"
#include "circ-meetings-window.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-trigger-window.h"
#include "circ-when-input.h"

static gint64
find_group (CircTestWindow *test)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_GROUP);
  g_autoptr (GArray) ids = circ_store_find_ids (test->store, query, NULL);

  return g_array_index (ids, gint64, 0);
}

static void
add_rule (GPtrArray *rules,
          CircTiming *timing)
{
  g_ptr_array_add (rules, circ_plan_rule_new (rules->len + 1, timing));
}

/* One of each shape: an event of a group, a day of the year, a series, a thing that happens, and words that say nothing. */
static void
give_rules (CircTestWindow *test,
            CircRecord *item)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  g_autoptr (CircChange) change = circ_change_new ("Said when");
  g_autoptr (GVariant) value = NULL;
  CircTiming *timing = circ_timing_new (CIRC_TIMING_BEFORE_EVENT);

  timing->offset = 1;
  timing->unit = CIRC_UNIT_WEEK;
  timing->anchor_id = find_group (test);
  add_rule (rules, timing);
  timing = circ_timing_new (CIRC_TIMING_NTH_WEEKDAY);
  timing->month = 11;
  timing->weekday = 3;
  timing->lead_days = 15;
  add_rule (rules, timing);
  timing = circ_timing_new (CIRC_TIMING_RECURRING);
  timing->frequency = CIRC_FREQUENCY_QUARTERLY;
  timing->anchor_date = circ_day_new (2026, 4, 1);
  add_rule (rules, timing);
  add_rule (rules, circ_timing_new (CIRC_TIMING_ON_EVENT));
  timing = circ_timing_new (CIRC_TIMING_UNSPECIFIED);
  timing->source_text = g_strdup ("When the moment is right");
  add_rule (rules, timing);
  value = circ_plan_rules_to_value (rules);
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHEN_TEXT,
                        "One week in advance of scheduled meeting\nNew courses as developed\nWhen the moment is right");
  circ_change_set (change, item, CIRC_PLAN_ITEM_WHEN, value);
  g_assert_true (circ_session_apply_quietly (test->session, change, NULL));
}

static void
scroll_to_rules (CircTestWindow *test)
{
  GtkWidget *form = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_FORM, 0);
  GtkWidget *scrolled = gtk_widget_get_ancestor (form, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *row = circ_test_find_row (GTK_WIDGET (test->window), CIRC_KIND_PLAN_ITEM, "when-text");
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, form, &bounds));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), bounds.origin.y);
  circ_test_settle (GTK_WIDGET (test->window));
}

static void
shoot_rules (const char *name,
             int width,
             int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);

  give_rules (test, item);
  resize (test, width, height);
  choose (test, item);
  scroll_to_rules (test);
  circ_test_assert_names (circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_WHEN_INPUT, 0));
  shoot (test->window, name);
}

/* The kinds in plain words. */
static void
shot_menu (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  GtkWidget *input, *button;

  resize (test, 1280, 900);
  choose (test, item);
  scroll_to_rules (test);
  input = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_WHEN_INPUT, 0);
  button = circ_test_find (input, GTK_TYPE_MENU_BUTTON, "Dates");
  circ_test_press_button (button);
  shoot (circ_test_find_type (button, GTK_TYPE_POPOVER_MENU, 0), "when-menu");
  circ_test_click (button, "By the Calendar");
  circ_test_pass (400);
  shoot (circ_test_find_type (button, GTK_TYPE_POPOVER_MENU, 0), "when-menu-calendar");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  circ_test_settle (GTK_WIDGET (test->window));
}

/* What a narrow button of a sentence offers. */
static void
shot_units (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  GtkWidget *input, *popover;

  give_rules (test, item);
  resize (test, 1280, 900);
  choose (test, item);
  scroll_to_rules (test);
  input = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_WHEN_INPUT, 0);
  circ_test_press_button (circ_test_find (input, GTK_TYPE_TOGGLE_BUTTON, "Unit: week"));
  popover = circ_test_find_type (input, GTK_TYPE_POPOVER, 0);
  circ_test_settle (popover);
  shoot (popover, "when-units");
  gtk_popover_popdown (GTK_POPOVER (popover));
  circ_test_settle (GTK_WIDGET (test->window));
}

static void
shot_rules (void)
{
  shoot_rules ("when-light", 1280, 900);
  set_dark (TRUE);
  shoot_rules ("when-dark", 1280, 900);
  set_dark (FALSE);
  set_scale (200);
  shoot_rules ("when-200", 1280, 1400);
  set_scale (100);
  shoot_rules ("when-narrow", NARROW_WIDTH, 900);
}

static void
shoot_meetings (const char *name,
                int width)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window, *text;

  circ_meetings_window_present (test->session, GTK_WIDGET (test->window), 0);
  window = circ_test_find_window ("Add Meetings");
  gtk_window_set_default_size (GTK_WINDOW (window), width, 860);
  text = circ_test_find (window, GTK_TYPE_TEXT_VIEW, "Dates");
  circ_test_type (text, "4 Dec 2026, 25 December 2026, 5 March 2027\nto be agreed\n4/12/2026, 5 June 2027");
  circ_test_settle (window);
  circ_test_assert_fits (window);
  shoot (window, name);
}

static void
shot_meetings (void)
{
  shoot_meetings ("meetings-light", 560);
  set_dark (TRUE);
  shoot_meetings ("meetings-dark", 560);
  set_dark (FALSE);
  set_scale (200);
  shoot_meetings ("meetings-200", 720);
  set_scale (100);
  shoot_meetings ("meetings-narrow", 360);
}

/* A year of meetings, one of them cancelled; a theme day and its years; what happened; a closure. */
static void
fill_calendar (CircTestWindow *test)
{
  static const char *const days[] = { "2026-12-04", "2027-01-08", "2027-02-05", "2027-03-05", "2027-04-09", NULL };
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEETING);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Closed");
  g_autoptr (CircRecord) closure = circ_record_new (CIRC_KIND_HOLIDAY);

  g_assert_true (circ_calendar_add_meetings (test->store, find_group (test), days, "14:30", "Town Hall", NULL));
  circ_query_sort (query, CIRC_MEETING_DATE, TRUE);
  meetings = circ_store_find (test->store, query, NULL);
  circ_change_set_text (change, meetings->pdata[0], CIRC_MEETING_STATUS, "cancelled");
  g_assert_true (circ_calendar_record_trigger (test->store, 0, "programme_updated", "2026-11-20", NULL, "Autumn dates", NULL));
  circ_record_set_text (closure, CIRC_HOLIDAY_TITLE, "Office move");
  circ_record_set_text (closure, CIRC_HOLIDAY_KIND, "closure");
  circ_record_set_text (closure, CIRC_HOLIDAY_STARTS_ON, "2026-12-07");
  circ_change_insert (change, closure);
  g_assert_true (circ_store_apply (test->store, change, NULL));
}

static void
shoot_calendar (CircTestWindow *test,
                CircKindId kind,
                const char *name)
{
  GtkWidget *window;

  circ_lists_window_present (test->session, GTK_WIDGET (test->window), kind);
  window = circ_test_find_window ("Calendar and Requests");
  circ_test_settle (window);
  circ_test_settle (window);
  shoot (window, name);
}

/* Further down in what is chosen. */
static void
shoot_hanging (void)
{
  GtkWidget *window = circ_test_find_window ("Calendar and Requests");
  GtkWidget *uses = circ_test_find_type (window, CIRC_TYPE_LISTS_USES, 0);
  GtkWidget *scroller = gtk_widget_get_ancestor (uses, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  circ_test_settle (window);
  circ_test_settle (window);
  shoot (window, "calendar-meetings-hanging");
}

static void
shot_calendar (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  fill_calendar (test);
  shoot_calendar (test, CIRC_KIND_MEETING, "calendar-meetings");
  shoot_hanging ();
  shoot_calendar (test, CIRC_KIND_THEME_DAY, "calendar-theme-days");
  shoot_calendar (test, CIRC_KIND_TRIGGER, "calendar-happened");
  shoot_calendar (test, CIRC_KIND_HOLIDAY, "calendar-closures");
  shoot_calendar (test, CIRC_KIND_FORMAT_REQUEST, "calendar-formats");
  set_dark (TRUE);
  shoot_calendar (test, CIRC_KIND_THEME_DAY, "calendar-theme-days-dark");
  set_dark (FALSE);
  set_scale (200);
  shoot_calendar (test, CIRC_KIND_THEME_DAY, "calendar-theme-days-200");
  set_scale (100);
  circ_test_settle (GTK_WIDGET (test->window));
  circ_trigger_window_present (test->session, GTK_WIDGET (test->window));
  circ_test_settle (circ_test_find_window ("Record What Happened"));
  shoot (circ_test_find_window ("Record What Happened"), "happened");
}

void
shots_add_when (void)
{
  g_test_add_func ("/shots/when", shot_rules);
  g_test_add_func ("/shots/when-menu", shot_menu);
  g_test_add_func ("/shots/when-units", shot_units);
  g_test_add_func ("/shots/meetings", shot_meetings);
  g_test_add_func ("/shots/calendar", shot_calendar);
}
