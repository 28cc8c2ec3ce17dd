/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "day.h"

#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-today-page.h"
#include "circ-window-private.h"

static gboolean
is_read (gpointer user_data)
{
  Day *day = user_data;

  return !circ_today_model_is_busy (day->model);
}

void
day_settle (Day *day)
{
  circ_test_wait (is_read, day, "what is to be done");
  circ_test_settle (day->window);
}

/* @data: a file of the sample, or NULL: one without a plan. */
void
day_set_up (Day *day,
            gconstpointer data)
{
  day->test = circ_test_window_new (data != NULL ? data : "empty");
  day->window = GTK_WIDGET (day->test->window);
  circ_test_key (day->window, GDK_KEY_1, GDK_CONTROL_MASK);
  day->page = circ_window_get_page (CIRC_WINDOW (day->window));
  g_assert_true (CIRC_IS_TODAY_PAGE (day->page));
  day->list = NULL;
  day->model = NULL;
}

void
day_find_list (Day *day)
{
  day->list = CIRC_TODAY_LIST (circ_test_find_type (day->page, CIRC_TYPE_TODAY_LIST, 0));
  day->model = circ_today_list_get_model (day->list);
  day_settle (day);
}

void
day_tear_down (Day *day,
               gconstpointer data)
{
  circ_test_window_free (day->test);
}

/* (transfer full) */
CircRecord *
day_add_item (Day *day,
              const char *what,
              const char *when)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");
  CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, when);
  circ_change_insert (change, item);
  g_assert_true (circ_store_apply (day->test->store, change, NULL));

  return item;
}

/* (transfer full) */
CircRecord *
day_plan (Day *day,
          CircRecord *item,
          const char *due)
{
  g_autoptr (CircChange) change = circ_change_new ("Planned");
  CircRecord *occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due);
  circ_change_insert (change, occurrence);
  g_assert_true (circ_store_apply (day->test->store, change, NULL));

  return occurrence;
}

void
day_assert_label (GtkWidget *root,
                  const char *text)
{
  circ_test_find (root, GTK_TYPE_LABEL, text);
}

gboolean
day_is_in_list (gpointer user_data)
{
  Day *day = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (day->window));

  return focus != NULL && focus != day->page && gtk_widget_is_ancestor (focus, GTK_WIDGET (day->list));
}

guint
day_count (Day *day,
           CircTodayGroup group)
{
  day_settle (day);
  return circ_today_model_get_count (day->model, group);
}
