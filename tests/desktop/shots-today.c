/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the list of the day. */
#include "config.h"

#include "shots.h"

#include "circ-cascade-return.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-return-rows.h"
#include "circ-return-window.h"
#include "circ-today-list.h"
#include "circ-window-private.h"

static gboolean
is_read (gpointer model)
{
  return !circ_today_model_is_busy (model);
}

static void
show (CircTestWindow *test)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *list;

  circ_test_key (window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_settle (window);
  list = circ_test_peek (window, CIRC_TYPE_TODAY_LIST, NULL);
  if (list != NULL)
    circ_test_wait (is_read, circ_today_list_get_model (CIRC_TODAY_LIST (list)), "what is to be done");
  circ_test_settle (window);
}

/* Some more of the sample's items with a day, so that every group has its rows. @all_late: everything is overdue. */
static void
make_busy (CircTestWindow *test,
           gboolean all_late)
{
  static const char *const days[] = { "2026-11-03", "2026-11-18", "2026-11-20", "2026-11-21", "2026-11-21", "2026-11-22",
                                      "2026-11-26", "2026-11-30", "2026-12-04" };
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = circ_store_find (test->store, query, NULL);
  g_autoptr (CircChange) change = circ_change_new ("Planned");

  for (guint i = 0; i < (all_late ? 24 : G_N_ELEMENTS (days)); i++)
    {
      g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

      circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (items->pdata[i % items->len]));
      circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, all_late ? days[i % 3] : days[i]);
      circ_change_insert (change, occurrence);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, i == 0 ? "Updated training materials" : "Good practice to share");
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT,
                            i == 0 ? "When programme is updated" : "Within identified timescales");
      circ_change_insert (change, item);
    }
  g_assert_true (circ_store_apply (test->store, change, NULL));
}

static void
shoot_today (const char *name,
             int width,
             int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  make_busy (test, FALSE);
  resize (test, width, height);
  show (test);
  shoot (test->window, name);
}

static void
shot_light (void)
{
  shoot_today ("today-light", 1280, 800);
}

static void
shot_dark (void)
{
  set_dark (TRUE);
  shoot_today ("today-dark", 1280, 800);
  set_dark (FALSE);
}

static void
shot_large (void)
{
  set_scale (200);
  shoot_today ("today-200", 1280, 880);
  shoot_today ("today-narrow-200", NARROW_WIDTH, 880);
  set_scale (100);
}

static void
shot_narrow (void)
{
  shoot_today ("today-narrow", NARROW_WIDTH, 800);
}

static void
shot_overdue (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  make_busy (test, TRUE);
  resize (test, 1280, 800);
  show (test);
  shoot (test->window, "today-overdue");
}

static void
shot_empty (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("empty");

  resize (test, 1280, 800);
  show (test);
  shoot (test->window, "today-empty");
}

/* What is asked when something is done, not required, or has happened. */
static void
shot_steps (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *page;
  GtkWidget *window;

  make_busy (test, FALSE);
  resize (test, 1280, 800);
  show (test);
  page = circ_window_get_page (CIRC_WINDOW (test->window));
  circ_test_key (GTK_WIDGET (test->window), GDK_KEY_F10, GDK_SHIFT_MASK);
  shoot (circ_test_find_type (page, GTK_TYPE_POPOVER_MENU, 0), "today-menu");
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (page, GTK_TYPE_POPOVER_MENU, 0)));
  circ_test_settle (page);
  circ_test_action (page, "today.record", NULL);
  window = circ_test_find_window ("Record as Done");
  shoot (window, "today-record");
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (page);
  circ_test_action (page, "today.not-required", NULL);
  window = circ_test_find_window ("Not Required");
  shoot (window, "today-not-required");
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (page);
  circ_test_type (circ_test_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0), "training materials");
  circ_test_find (page, GTK_TYPE_LABEL, "Awaiting a trigger (1)");
  shoot (test->window, "today-search");
  circ_test_click (page, "It Happened…");
  window = circ_test_find_window ("It Happened");
  shoot (window, "today-happened");
}

/* What agencies owe, and what one of them says; what was sent, with its returns. */
static void
shot_returns (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_CASCADE_RETURN);
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) item = NULL;
  GtkWidget *window;

  circ_query_where_blank (query, CIRC_CASCADE_RETURN_RETURNED_ON, TRUE);
  circ_query_where_blank (query, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, TRUE);
  returns = circ_store_find (test->store, query, NULL);
  resize (test, 1280, 800);
  show (test);
  circ_test_key (GTK_WIDGET (test->window), GDK_KEY_End, 0);
  circ_test_settle (GTK_WIDGET (test->window));
  shoot (test->window, "today-returns");
  circ_return_window_present (test->session, GTK_WIDGET (test->window), returns->pdata[0]);
  window = circ_test_find_window ("Cascade Return");
  shoot (window, "today-return");
  gtk_window_destroy (GTK_WINDOW (window));
  occurrence = circ_store_get (test->store, circ_record_get_int (returns->pdata[0], CIRC_CASCADE_RETURN_OCCURRENCE), NULL);
  item = circ_store_get (test->store, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM), NULL);
  circ_occurrence_window_present (test->session, GTK_WIDGET (test->window), item, occurrence);
  window = circ_test_find_window ("Occurrence");
  circ_test_focus (circ_test_find_type (circ_test_find_type (window, CIRC_TYPE_RETURN_ROWS, 0), GTK_TYPE_LIST_BOX_ROW, 8));
  circ_test_settle (window);
  shoot (window, "occurrence-returns");
}

void
shots_add_today (void)
{
  g_test_add_func ("/shots/today-light", shot_light);
  g_test_add_func ("/shots/today-dark", shot_dark);
  g_test_add_func ("/shots/today-large", shot_large);
  g_test_add_func ("/shots/today-narrow", shot_narrow);
  g_test_add_func ("/shots/today-overdue", shot_overdue);
  g_test_add_func ("/shots/today-empty", shot_empty);
  g_test_add_func ("/shots/today-steps", shot_steps);
  g_test_add_func ("/shots/today-returns", shot_returns);
}
