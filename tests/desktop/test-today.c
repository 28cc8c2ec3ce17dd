/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the day: what is in it, and what becomes of what is done there. */
#include "config.h"

#include "day.h"

#include "circ-chooser-popover.h"
#include "circ-entry.h"
#include "circ-occurrence-ref.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-today-list.h"
#include "circ-today-page.h"
#include "circ-today-row.h"
#include "circ-window-private.h"

#define NORMAL_DPI (96 * 1024)

/* A day that is in no group. */
#define FAR_OFF "Every year on 1 March"

/* An item for each group, at the edges of the days. @data: the rows come from a worker. */
static void
check_groups (Day *desk,
              guint threshold)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) charts = day_add_item (desk, "Charts", "When programme is updated");
  g_autoptr (CircRecord) lamps = day_add_item (desk, "Lamps", "Within identified timescales");
  static const char *const days[] = { "2026-11-18", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23",
                                      "2026-12-05", "2026-12-07" };
  static const guint counts[CIRC_N_TODAY_GROUPS] = { 2, 1, 1, 2, 0, 0, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_object_unref (day_plan (desk, tides, days[i]));
  day_find_list (desk);
  circ_today_model_set_threshold (desk->model, threshold);
  circ_today_model_set_view (desk->model, &(CircTodayView) { 0, NULL });
  for (CircTodayGroup group = 0; group < CIRC_N_TODAY_GROUPS; group++)
    g_assert_cmpuint (day_count (desk, group), ==, counts[group]);
  day_assert_label (desk->page, "Overdue (2)");
  day_assert_label (desk->page, "Today (1)");
  day_assert_label (desk->page, "This week (1)");
  day_assert_label (desk->page, "Next fourteen days (2)");
  day_assert_label (desk->page, "Awaiting a trigger (1)");
  day_assert_label (desk->page, "Needs a date (1)");
  day_assert_label (desk->page, "2 overdue, 1 today");
  day_assert_label (desk->page, "3 days late");
  day_assert_label (desk->page, "Tomorrow");
  day_assert_label (desk->page, "Sat 5 Dec");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
}

static void
test_groups (Day *desk,
             gconstpointer data)
{
  check_groups (desk, CIRC_TODAY_THRESHOLD);
}

static void
test_groups_by_worker (Day *desk,
                       gconstpointer data)
{
  check_groups (desk, 1);
}

/* Enter, Ctrl+Enter: done today, with nothing more asked for; the keyboard stays in the list, and undo brings it back. */
static void
test_record (Day *desk,
             gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) charts = day_add_item (desk, "Charts", FAR_OFF);
  g_autoptr (CircRecord) first = day_plan (desk, tides, "2026-11-21");
  g_autoptr (CircRecord) second = day_plan (desk, charts, "2026-11-21");
  GtkWidget *window;

  day_find_list (desk);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  g_assert_true (day_is_in_list (desk));
  circ_test_key (desk->window, GDK_KEY_Return, 0);
  window = circ_test_find_window ("Record as Done");
  day_assert_label (window, "Tide tables");
  day_assert_label (window, "The plan asks for evidence of this.");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (circ_record_get_text (first, CIRC_OCCURRENCE_COMPLETED_ON), ==, CIRC_TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (first, CIRC_OCCURRENCE_DONE_BY), ==, CIRC_TEST_PERSON);
  g_assert_null (circ_record_get (second, CIRC_OCCURRENCE_COMPLETED_ON));
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_TODAY), ==, 1);
  circ_test_settle (desk->window);
  circ_test_wait (day_is_in_list, desk, "keyboard in the list");

  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_TODAY), ==, 2);
  g_assert_null (circ_record_get (first, CIRC_OCCURRENCE_COMPLETED_ON));
}

/* Late, and an item that wants no evidence: only then is the reason asked for, and evidence is not. */
static void
test_late (Day *desk,
           gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) late = day_plan (desk, tides, "2026-11-18");
  g_autoptr (CircChange) change = circ_change_new ("Asks for none");
  GtkWidget *window;

  circ_change_set_text (change, tides, CIRC_PLAN_ITEM_EVIDENCE_POLICY, "none");
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  day_find_list (desk);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_r, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record as Done");
  g_assert_null (circ_test_peek (window, GTK_TYPE_LABEL, "Evidence"));
  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "late-reason"), "Fog");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (circ_record_get_text (late, CIRC_OCCURRENCE_LATE_REASON), ==, "Fog");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_OVERDUE), ==, 0);
  day_assert_label (desk->page, "Nothing Is Due");
}

/* By the button of a row that is not the chosen one. */
static void
test_not_required (Day *desk,
                   gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) occurrence = day_plan (desk, tides, "2026-11-18");
  g_autoptr (CircRecord) charts = day_add_item (desk, "Charts", FAR_OFF);
  GtkWidget *window;

  g_object_unref (day_plan (desk, charts, "2026-11-17"));
  day_find_list (desk);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_click (desk->page, "More to do with it: Tide tables");
  circ_test_click (circ_test_find_type (desk->page, GTK_TYPE_POPOVER_MENU, 0), "Not Required…");
  window = circ_test_find_window ("Not Required");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  day_assert_label (window, "Say why it is not required this time.");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "not-required-reason"), "No tide");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (circ_record_get_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON), ==, "No tide");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_OVERDUE), ==, 1);
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_OVERDUE), ==, 2);
}

/* By words of the item, and by whom. */
static void
test_filter (Day *desk,
             gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) charts = day_add_item (desk, "Charts", "When programme is updated");
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircChange) change = circ_change_new ("Gave it to the pilots");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  const CircField *by_whom = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GVariant) value = NULL;

  g_object_unref (day_plan (desk, tides, "2026-11-18"));
  g_object_unref (day_plan (desk, charts, "2026-11-18"));
  circ_record_set_text (group, (guint) circ_kind_get (CIRC_KIND_GROUP)->title_field, "Pilots");
  circ_change_insert (change, group);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  g_clear_pointer (&change, circ_change_unref);
  change = circ_change_new ("Gave it to the pilots");
  g_ptr_array_add (entries, circ_entry_new ("Pilots", circ_record_get_id (group), "lead"));
  value = circ_entries_to_value (by_whom, entries);
  circ_change_set (change, charts, CIRC_PLAN_ITEM_BY_WHOM, value);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  day_find_list (desk);
  circ_test_key (desk->window, GDK_KEY_f, GDK_CONTROL_MASK);
  circ_test_type (gtk_root_get_focus (GTK_ROOT (desk->window)), "tide");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Overdue (1)");
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_AWAITING_TRIGGER), ==, 0);
  circ_test_replace (circ_test_find_type (desk->page, GTK_TYPE_SEARCH_ENTRY, 0), "walrus");
  day_assert_label (desk->page, "Nothing Found");
  circ_test_click (desk->page, "Clear Filters");
  day_assert_label (desk->page, "Overdue (2)");
  circ_today_model_set_view (desk->model, &(CircTodayView) { circ_record_get_id (group), NULL });
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_OVERDUE), ==, 1);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_AWAITING_TRIGGER), ==, 1);
}

/* Two of one item are told apart: by the theme day that one hangs on, and the day to aim for before a Sunday. */
static void
test_which (Day *desk,
            gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) theme = circ_record_new (CIRC_KIND_THEME_DAY);
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircChange) change = circ_change_new ("Added");
  g_autofree char *ref = NULL;

  circ_record_set_text (theme, (guint) circ_kind_get (CIRC_KIND_THEME_DAY)->title_field, "Day of the Tides");
  circ_change_insert (change, theme);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  ref = circ_occurrence_ref_dup_text (&(CircOccurrenceRef) { .source = CIRC_SOURCE_THEME, .id = circ_record_get_id (theme) });
  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (tides));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, "2026-11-29");
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_ANCHOR_REF, ref);
  g_clear_pointer (&change, circ_change_unref);
  change = circ_change_new ("Planned");
  circ_change_insert (change, occurrence);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  g_object_unref (day_plan (desk, tides, "2026-11-27"));
  day_find_list (desk);
  day_assert_label (desk->page, "Day of the Tides · Aim for Fri 27 Nov");
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_End, 0);
  circ_test_key (desk->window, GDK_KEY_Return, 0);
  circ_test_find (circ_test_find_window ("Record as Done"), GTK_TYPE_LABEL, "CP-2026-001, due Sun 29 Nov · Day of the Tides");
}

static gint64
add_group (Day *desk,
           const char *name)
{
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircChange) change = circ_change_new ("Added");

  circ_record_set_text (group, (guint) circ_kind_get (CIRC_KIND_GROUP)->title_field, name);
  circ_change_insert (change, group);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  return circ_record_get_id (group);
}

/* Whoever was moved to with the arrow keys is meant by Enter, and not who is first in the list. */
static void
test_filter_by_keys (Day *desk,
                     gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) first = day_plan (desk, tides, "2026-11-18");
  g_autoptr (CircRecord) second = day_plan (desk, tides, "2026-11-18");
  g_autoptr (CircChange) change = circ_change_new ("Asked");

  add_group (desk, "Pilots of the bay");
  circ_change_set (change, second, CIRC_OCCURRENCE_RESPONSIBLE, g_variant_new_int64 (add_group (desk, "Pilots of the river")));
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  day_find_list (desk);
  circ_test_click (desk->page, "By whom");
  circ_test_type (circ_test_find_type (circ_test_find_type (desk->page, CIRC_TYPE_CHOOSER_POPOVER, 0), GTK_TYPE_TEXT, 0), "pilots");
  for (guint i = 0; i < 5; i++)
    circ_test_key (gtk_root_get_focus (GTK_ROOT (desk->window)), GDK_KEY_Down, 0);
  circ_test_key (gtk_root_get_focus (GTK_ROOT (desk->window)), GDK_KEY_Return, 0);
  g_assert_cmpuint (day_count (desk, CIRC_TODAY_OVERDUE), ==, 1);
}

static gboolean
shows_all (gpointer user_data)
{
  Day *desk = user_data;
  GListModel *rows = circ_today_model_get_rows (desk->model);
  GtkListView *view = GTK_LIST_VIEW (circ_test_find_type (desk->page, GTK_TYPE_LIST_VIEW, 0));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))) == g_list_model_get_n_items (rows);
}

static void
plan_many (Day *desk,
           CircRecord *item,
           guint n,
           const char *due)
{
  g_autoptr (CircChange) change = circ_change_new ("Planned");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

      circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
      circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due);
      circ_change_insert (change, occurrence);
    }
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
}

/* More rows than are built at first: all of them come, and the chosen one stays chosen while others come before it. */
static void
test_many (Day *desk,
           gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);
  g_autoptr (CircRecord) last = day_plan (desk, tides, "2026-11-23");

  plan_many (desk, tides, 300, "2026-11-18");
  day_find_list (desk);
  circ_test_wait (shows_all, desk, "the other rows");
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_End, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GObject) chosen = circ_today_list_dup_chosen (desk->list);

      g_assert_true (chosen == G_OBJECT (last));
      plan_many (desk, tides, 50, CIRC_TEST_TODAY);
      day_settle (desk);
    }
  circ_test_wait (shows_all, desk, "the other rows");
}

static gboolean
has_one_more (gpointer model)
{
  return circ_today_model_get_count (model, CIRC_TODAY_OVERDUE) == 2101;
}

/* Nothing is read for a page that nobody has looked at. Then the rows are there at once, and later ones come by a worker. */
static void
test_unseen (Day *desk,
             gconstpointer data)
{
  g_autoptr (CircTodayModel) model = circ_today_model_new (desk->test->session);
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);

  plan_many (desk, tides, 2100, "2026-11-18");
  circ_today_model_set_view (model, &(CircTodayView) { 0, NULL });
  g_assert_cmpuint (circ_today_model_get_count (model, CIRC_TODAY_OVERDUE), ==, 0);
  g_assert_true (circ_today_model_is_busy (model));
  circ_today_model_begin (model);
  g_assert_cmpuint (circ_today_model_get_count (model, CIRC_TODAY_OVERDUE), ==, 2100);
  g_object_unref (day_plan (desk, tides, "2026-11-18"));
  g_assert_cmpuint (circ_today_model_get_count (model, CIRC_TODAY_OVERDUE), ==, 2100);
  circ_test_wait (has_one_more, model, "what a worker read");
}

/* Its item is shown on the page of the plan. */
static void
test_open (Day *desk,
           gconstpointer data)
{
  g_autoptr (CircRecord) tides = day_add_item (desk, "Tide tables", FAR_OFF);

  g_object_unref (day_plan (desk, tides, "2026-11-18"));
  day_find_list (desk);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_action (desk->page, "today.open", NULL);
  g_assert_true (circ_window_get_page (CIRC_WINDOW (desk->window)) != desk->page);
}

/* What only another page has is done there. */
static void
test_other_page (Day *desk,
                 gconstpointer data)
{
  GtkWidget *window;

  circ_test_key (desk->window, GDK_KEY_i, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Import a Plan");
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (desk->window);
  g_assert_true (circ_window_get_page (CIRC_WINDOW (desk->window)) != desk->page);
}

static void
test_empty (Day *desk,
            gconstpointer data)
{
  day_assert_label (desk->page, "Nothing to Do Yet");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  circ_test_click (desk->page, "Go to the Plan");
  g_assert_true (circ_window_get_page (CIRC_WINDOW (desk->window)) != desk->page);
}

/* A real plan, also with large text, by its menu. */
static void
test_sample (Day *desk,
             gconstpointer data)
{
  day_find_list (desk);
  g_assert_cmpuint (g_list_model_get_n_items (circ_today_model_get_rows (desk->model)), >, 5);
  circ_test_key (desk->window, GDK_KEY_1, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_F10, GDK_SHIFT_MASK);
  circ_test_assert_names (desk->window);
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (desk->page, GTK_TYPE_POPOVER_MENU, 0)));
  circ_test_settle (desk->window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * NORMAL_DPI, NULL);
  circ_test_settle (desk->window);
  circ_test_assert_fits (desk->window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
  circ_test_settle (desk->window);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  day_add ("/desktop/today/groups", NULL, test_groups);
  day_add ("/desktop/today/groups-by-worker", NULL, test_groups_by_worker);
  day_add ("/desktop/today/record", NULL, test_record);
  day_add ("/desktop/today/late", NULL, test_late);
  day_add ("/desktop/today/not-required", NULL, test_not_required);
  day_add ("/desktop/today/filter", NULL, test_filter);
  day_add ("/desktop/today/filter-by-keys", NULL, test_filter_by_keys);
  day_add ("/desktop/today/which", NULL, test_which);
  day_add ("/desktop/today/many", NULL, test_many);
  day_add ("/desktop/today/unseen", NULL, test_unseen);
  day_add ("/desktop/today/open", NULL, test_open);
  day_add ("/desktop/today/other-page", NULL, test_other_page);
  day_add ("/desktop/today/empty", NULL, test_empty);
  day_add ("/desktop/today/sample", "sample", test_sample);

  return circ_test_run ();
}
