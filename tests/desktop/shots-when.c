/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of "when": rules as sentences, and the calendar. */
#include "config.h"

#include "shots.h"

#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-form.h"
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

void
shots_add_when (void)
{
  g_test_add_func ("/shots/when", shot_rules);
}
