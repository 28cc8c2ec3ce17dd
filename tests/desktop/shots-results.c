/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it is for and what it came to: campaigns, measures with their readings, priorities. */
#include "config.h"

#include "shots.h"

#include "circ-figures-window.h"
#include "circ-lists-window.h"
#include "circ-measure.h"
#include "circ-measure-readings.h"
#include "circ-reading-window.h"

static GtkWidget *
show_record (CircTestWindow *test,
             CircKindId kind,
             const char *name)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *window;

  circ_query_where_equal (query, (guint) circ_kind_get (kind)->title_field, g_variant_new_string (name));
  found = circ_store_find (test->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  circ_lists_window_present_record (test->session, GTK_WIDGET (test->window), found->pdata[0]);
  window = circ_test_find_window ("Campaigns and Measures");
  circ_test_settle (window);
  circ_test_settle (window);
  return window;
}

static void
scroll_to (GtkWidget *widget,
           double part)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  if (part < 0 && gtk_widget_compute_bounds (widget, scroller, &bounds))
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + bounds.origin.y - 60);
  else
    gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) * part);
  circ_test_settle (widget);
  circ_test_settle (widget);
}

static void
shoot_measure (CircTestWindow *test,
               const char *name)
{
  GtkWidget *window = show_record (test, CIRC_KIND_MEASURE, "Website visitors");

  scroll_to (circ_test_find_type (window, CIRC_TYPE_MEASURE_READINGS, 0), -1);
  shoot (window, name);
}

static void
shot_results (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window;

  shoot (show_record (test, CIRC_KIND_CAMPAIGN, "Whose front room is it?"), "results-campaign");
  shoot (show_record (test, CIRC_KIND_PRIORITY, "Neglect and self-neglect"), "results-priority");
  shoot (show_record (test, CIRC_KIND_MEASURE, "Website visitors"), "results-measure-top");
  shoot_measure (test, "results-measure");
  window = show_record (test, CIRC_KIND_MEASURE, "Feedback from practitioners");
  scroll_to (circ_test_find_type (window, CIRC_TYPE_MEASURE_READINGS, 0), -1);
  shoot (window, "results-measure-words");
  set_dark (TRUE);
  shoot_measure (test, "results-measure-dark");
  set_dark (FALSE);
  set_scale (200);
  shoot_measure (test, "results-measure-200");
  set_scale (100);
}

static void
shoot_figures (CircTestWindow *test,
               const char *name,
               int width)
{
  GtkWidget *window;

  circ_figures_window_present (test->session, GTK_WIDGET (test->window), "monthly");
  window = circ_test_find_window ("Enter Figures");
  gtk_window_set_default_size (GTK_WINDOW (window), width, 680);
  circ_test_settle (window);
  circ_test_settle (window);
  shoot (window, name);
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (GTK_WIDGET (test->window));
}

static void
shot_figures (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEASURE);
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *window;

  shoot_figures (test, "figures", 560);
  shoot_figures (test, "figures-narrow", 360);
  circ_query_where_equal (query, CIRC_MEASURE_NAME, g_variant_new_string ("Completed evaluations"));
  found = circ_store_find (test->store, query, NULL);
  circ_reading_window_present (test->session, GTK_WIDGET (test->window), found->pdata[0], NULL);
  window = circ_test_find_window ("Add a Figure");
  circ_test_settle (window);
  circ_test_settle (window);
  shoot (window, "figure");
}

void
shots_add_results (void)
{
  g_test_add_func ("/shots/results", shot_results);
  g_test_add_func ("/shots/figures", shot_figures);
}
