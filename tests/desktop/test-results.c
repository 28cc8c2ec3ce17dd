/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Campaigns and measures as a person meets them: figures written down, corrected, looked at, taken back. */
#include "config.h"

#include "desk.h"

#include "circ-campaign.h"
#include "circ-chart.h"
#include "circ-lists-page.h"
#include "circ-lists-uses.h"
#include "circ-measure-reading.h"
#include "circ-measure-readings.h"
#include "circ-measure-series.h"
#include "circ-measure.h"
#include "circ-plan-page.h"
#include "circ-readings.h"
#include "circ-window.h"

static CircRecord *
find_named (Desk *desk,
            CircKindId kind,
            const char *name)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, (guint) circ_kind_get (kind)->title_field, g_variant_new_string (name));
  found = circ_store_find (desk->test->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static gint64
count_readings (Desk *desk)
{
  g_autoptr (CircStore) store = circ_test_window_open_again (desk->test);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEASURE_READING);

  return circ_store_count (store, query, NULL);
}

/* The list of @kind with the record called @name chosen. */
static GtkWidget *
open_results (Desk *desk,
              CircKindId kind,
              const char *name)
{
  g_autoptr (CircRecord) record = find_named (desk, kind, name);
  GtkWidget *window;

  circ_test_action (desk->window, "win.results", NULL);
  window = circ_test_find_window ("Campaigns and Measures");
  circ_test_action (window, "lists.open", "x", circ_record_get_id (record));
  return window;
}

static gboolean
is_closed (gpointer title)
{
  return circ_test_peek_window (title) == NULL;
}

static GtkWidget *
find_entry (GtkWidget *window,
            const char *name)
{
  return circ_test_find (window, GTK_TYPE_EDITABLE, name);
}

/* A month's figures at once are one change; what is no figure stays where it is, with the reason. */
static void
test_month (Desk *desk,
            gconstpointer data)
{
  const gint64 before = count_readings (desk);
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Website visitors");
  GtkWidget *window;

  circ_test_click (results, "Figures of Several Measures…");
  window = circ_test_find_window ("Enter Figures");
  circ_test_find (window, GTK_TYPE_LABEL, "October 2026");
  circ_test_find (window, GTK_TYPE_LABEL, "Recorded: 2370\302\240visitors");
  circ_test_action (window, "figures.later", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "November 2026");
  circ_test_find (window, GTK_TYPE_LABEL, "Last: October 2026, 2370\302\240visitors");
  circ_test_assert_names (window);
  circ_test_assert_fits (window);
  circ_test_replace (find_entry (window, "Website visitors, in visitors"), "2,790");
  circ_test_replace (find_entry (window, "Page visits, in page visits"), "about 9000");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "about 9000: write a number in figures, as in 1,234.5, with at most three decimals.");
  g_assert_cmpint (count_readings (desk), ==, before);
  circ_test_replace (find_entry (window, "Page visits, in page visits"), "8920");
  circ_test_find (window, GTK_TYPE_BUTTON, "Save 2 Figures");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_wait (is_closed, (gpointer) "Enter Figures", "end of the window");
  g_assert_cmpint (count_readings (desk), ==, before + 2);
  circ_test_find (results, GTK_TYPE_LABEL,
                  "November 2026: 2790\302\240visitors. That is 92% above the baseline. The target of 2400\302\240visitors is reached.");
  circ_test_key (results, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count_readings (desk), ==, before);
}

/* Nothing that is written goes without a question. */
static void
test_discard (Desk *desk,
              gconstpointer data)
{
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Website visitors");
  GtkWidget *window;

  circ_test_click (results, "Figures of Several Measures…");
  window = circ_test_find_window ("Enter Figures");
  circ_test_action (window, "figures.later", NULL);
  circ_test_replace (find_entry (window, "Website visitors, in visitors"), "2790");
  circ_test_action (window, "figures.later", NULL);
  circ_test_click (circ_test_find_window (NULL), "Keep Editing");
  circ_test_find (window, GTK_TYPE_LABEL, "November 2026");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_click (circ_test_find_window (NULL), "Discard");
  circ_test_wait (is_closed, (gpointer) "Enter Figures", "end of the window");
}

/* What was wrong stays, and the new one says why. */
static void
test_correct (Desk *desk,
              gconstpointer data)
{
  const gint64 before = count_readings (desk);
  g_autoptr (CircRecord) measure = find_named (desk, CIRC_KIND_MEASURE, "Website visitors");
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Website visitors");
  g_autoptr (GPtrArray) readings = NULL;
  CircRecord *now;
  GtkWidget *window;

  circ_test_click (results, "Correct October 2026");
  window = circ_test_find_window ("Correct a Figure");
  circ_test_find (window, GTK_TYPE_LABEL, "It said: 2370\302\240visitors. That stays in the record, marked as corrected.");
  circ_test_assert_names (window);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "value"), "2307");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "Say why the earlier figure was wrong.");
  g_assert_cmpint (count_readings (desk), ==, before);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "reason"), "Two figures were swapped.");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_wait (is_closed, (gpointer) "Correct a Figure", "end of the window");

  g_assert_cmpint (count_readings (desk), ==, before + 1);
  circ_test_find (results, GTK_TYPE_LABEL, "Corrected from 2370\302\240visitors: Two figures were swapped. · Website statistics");
  readings = circ_readings_find (desk->test->store, circ_record_get_id (measure), NULL);
  now = circ_measure_series_find (readings, "2026-10-01", "2026-10-31");
  g_assert_cmpint (circ_record_get_int (now, CIRC_MEASURE_READING_VALUE), ==, 2307 * CIRC_DECIMAL_ONE);
  circ_test_key (results, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count_readings (desk), ==, before);
  circ_test_find (results, GTK_TYPE_LABEL, "2370\302\240visitors");
}

/* A percentage follows from its two numbers, until a person writes another. A period has one figure. */
static void
test_percentage (Desk *desk,
                 gconstpointer data)
{
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Completed evaluations");
  GtkWidget *window, *value;

  circ_test_click (results, "Add Figure…");
  window = circ_test_find_window ("Add a Figure");
  value = circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "value");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "numerator"), "2");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "denominator"), "3");
  circ_test_focus (value);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "66.7");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "denominator"), "1");
  circ_test_focus (value);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_click (circ_test_find_window (NULL), "Keep Editing");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "denominator"), "0");
  circ_test_replace (value, "5");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL, "This is how many there were in all: more than nought.");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "denominator"), "3");
  circ_test_replace (value, "");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "period-from"), "1/7/2026");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "period-to"), "30/9/2026");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "July to September 2026 has a figure already: 74%. If it is wrong, close this and correct that one.");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "period-from"), "1/10/2026");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MEASURE_READING, "period-to"), "31/10/2026");
  circ_test_action (window, "sheet.save", NULL);
  circ_test_wait (is_closed, (gpointer) "Add a Figure", "end of the window");
  circ_test_find (results, GTK_TYPE_LABEL,
                  "October 2026: 66.7%. That is 14.2 percentage points above the baseline. The target of 75% is not reached yet.");
}

/* The picture says in words what it shows; a measure in words has none. */
static void
test_chart (Desk *desk,
            gconstpointer data)
{
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Website visitors");
  GtkWidget *readings = circ_test_find_type (results, CIRC_TYPE_MEASURE_READINGS, 0);

  circ_test_assert_label (circ_test_find_type (readings, CIRC_TYPE_CHART, 0),
                          "Line chart of Website visitors: 19 readings, from April 2025 to October 2026");
  circ_test_find (readings, GTK_TYPE_LABEL, "Dotted: baseline, 1450\302\240visitors · Dashed: target, 2400\302\240visitors");
  g_assert_null (circ_test_peek (readings, GTK_TYPE_LABEL, "May 2025"));
  circ_test_click (readings, "Show All");
  circ_test_find (readings, GTK_TYPE_LABEL, "May 2025");
  circ_test_find (readings, GTK_TYPE_LABEL,
                  "Corrected from 1890\302\240visitors: The first count included our own network. · Website statistics, our own network left out");
  open_results (desk, CIRC_KIND_MEASURE, "Feedback from practitioners");
  g_assert_null (circ_test_peek (results, CIRC_TYPE_CHART, NULL));
}

/* Who has just looked at a figure and adds a measure goes on typing in it. */
static void
test_add (Desk *desk,
          gconstpointer data)
{
  GtkWidget *results = open_results (desk, CIRC_KIND_MEASURE, "Website visitors");
  GtkWidget *page = circ_test_find_type (results, CIRC_TYPE_LISTS_PAGE, 0);
  GtkWidget *row, *scroller, *focus;
  graphene_rect_t bounds;

  gtk_widget_grab_focus (circ_test_find (results, GTK_TYPE_BUTTON, "Correct August 2026"));
  circ_test_settle (results);
  circ_test_action (page, "entries.add-named", "s", "Podcast plays");
  circ_test_settle (results);
  circ_test_settle (results);
  row = circ_test_find_row (results, CIRC_KIND_MEASURE, "unit");
  focus = gtk_root_get_focus (gtk_widget_get_root (results));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, row));
  scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (row, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
}

/* An item says which campaign it is part of, and the campaign shows the item. */
static void
test_campaign (Desk *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) campaign = find_named (desk, CIRC_KIND_CAMPAIGN, "A clear cot, every night");
  g_autofree char *what = circ_record_dup_title (desk->item);
  g_autofree char *entries = NULL;
  g_autoptr (CircRecord) added = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *results, *page;

  circ_session_set_field (desk->test->session, desk->item, CIRC_PLAN_ITEM_CAMPAIGN,
                          g_variant_new_int64 (circ_record_get_id (campaign)), &error);
  g_assert_no_error (error);
  results = open_results (desk, CIRC_KIND_CAMPAIGN, "A clear cot, every night");
  circ_test_find (circ_test_find_type (results, CIRC_TYPE_LISTS_USES, 0), GTK_TYPE_LABEL, what);

  circ_test_find (results, GTK_TYPE_LABEL,
                  "Website visitors: before 1760\302\240visitors (September 2025), since then 2370\302\240visitors (October 2026)");
  circ_test_click (results, "Add a Plan Item for This Campaign");
  page = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_PAGE, 0);
  circ_test_type (circ_test_find_input (page, CIRC_KIND_PLAN_ITEM, "what"), "Cot cards for holiday lets");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  added = find_named (desk, CIRC_KIND_PLAN_ITEM, "Cot cards for holiday lets");
  g_assert_cmpint (circ_record_get_int (added, CIRC_PLAN_ITEM_CAMPAIGN), ==, circ_record_get_id (campaign));
  entries = circ_record_format (added, CIRC_PLAN_ITEM_TO_WHOM);
  g_assert_cmpstr (entries, ==, "Parents, carers and families\nCarers, advocates, family");
  circ_test_find (circ_test_find_type (results, CIRC_TYPE_LISTS_USES, 0), GTK_TYPE_LABEL, "Cot cards for holiday lets");

  page = circ_test_find_type (results, CIRC_TYPE_LISTS_PAGE, 0);
  circ_test_action (page, "entries.add-named", "s", "Look twice");
  g_clear_object (&campaign);
  campaign = find_named (desk, CIRC_KIND_CAMPAIGN, "Look twice");
  g_assert_cmpstr (circ_record_get_text (campaign, CIRC_CAMPAIGN_STATE), ==, "idea");
  g_assert_cmpstr (circ_record_get_text (campaign, CIRC_CAMPAIGN_REF), ==, "CA-2026-004");
  circ_test_assert_names (results);
}

int
main (int argc,
      char *argv[])
{
  circ_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/results/" path, Desk, "sample", desk_set_up, func, desk_tear_down)
  ADD ("month", test_month);
  ADD ("discard", test_discard);
  ADD ("correct", test_correct);
  ADD ("percentage", test_percentage);
  ADD ("chart", test_chart);
  ADD ("add", test_add);
  ADD ("campaign", test_campaign);
#undef ADD
  return circ_test_run ();
}
