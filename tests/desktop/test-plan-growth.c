/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a plan that has more rows than are built before the first frame: what is chosen, where the keyboard is and
 * which rows there are while the others come. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-plan-filter.h"
#include "circ-plan-item.h"
#include "circ-plan-table.h"
#include "circ-record-list.h"

#define MANY 280
#define FEW 60 /* of them are about herons */

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  CircPlanTable *table;
  CircPlanFilter *filter;
  GtkColumnView *view;
  CircRecordList *list;
  guint n_all;
} Bench;

static gboolean
is_whole (gpointer table)
{
  return circ_plan_table_is_whole (table);
}

/* "Leaflet 007 about herons" */
static void
add_items (CircChange *change,
           const char *about,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Leaflet %03u about %s", i, about);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_change_insert (change, item);
    }
}

/* Two columns are as good as nine, and a row is built in a quarter of the time. */
static void
hide_most_columns (Bench *bench)
{
  GListModel *columns = gtk_column_view_get_columns (bench->view);

  for (guint i = 2; i + 1 < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, FALSE);
    }
}

static void
set_up (Bench *bench,
        gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Added many");
  guint n_before;

  bench->test = circ_test_window_new ("sample");
  bench->window = GTK_WIDGET (bench->test->window);
  bench->table = CIRC_PLAN_TABLE (circ_test_find_type (bench->window, CIRC_TYPE_PLAN_TABLE, 0));
  bench->filter = CIRC_PLAN_FILTER (circ_test_find_type (bench->window, CIRC_TYPE_PLAN_FILTER, 0));
  bench->view = circ_plan_table_get_column_view (bench->table);
  bench->list = circ_plan_table_get_records (bench->table);
  hide_most_columns (bench);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 900, 420);
  n_before = circ_plan_table_get_n_rows (bench->table);
  add_items (change, "herons", FEW);
  add_items (change, "tides", MANY - FEW);
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  circ_test_wait (is_whole, bench->table, "all rows");
  bench->n_all = circ_plan_table_get_n_rows (bench->table);
  g_assert_cmpuint (bench->n_all, ==, n_before + MANY);
  /* A worker reads. */
  if (data != NULL)
    circ_record_list_set_threshold (bench->list, 1);
}

static void
tear_down (Bench *bench,
           gconstpointer data)
{
  circ_test_window_free (bench->test);
}

static GtkSingleSelection *
get_selection (Bench *bench)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (bench->view));
}

static guint
get_n_shown (Bench *bench)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (bench)));
}

/* Returns: how many there are. Each is what the list has in its place. */
static guint
check_shown (Bench *bench)
{
  guint n = get_n_shown (bench);

  g_assert_cmpuint (n, <=, circ_plan_table_get_n_rows (bench->table));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircRecord) row = g_list_model_get_item (G_LIST_MODEL (get_selection (bench)), i);

      g_assert_cmpint (circ_record_get_id (row), ==, circ_record_list_get_id (bench->list, i));
    }
  return n;
}

static void
sort_by_what (Bench *bench,
              GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) what = g_list_model_get_item (gtk_column_view_get_columns (bench->view), 1);

  gtk_column_view_sort_by_column (bench->view, what, order);
}

static gboolean
is_beginning (gpointer user_data)
{
  Bench *bench = user_data;

  return !circ_plan_table_is_busy (bench->table) && get_n_shown (bench) < bench->n_all;
}

/* In another order, with its first rows only. */
static void
begin_anew (Bench *bench,
            GtkSortType order)
{
  sort_by_what (bench, order);
  circ_test_wait (is_beginning, bench, "the first rows");
  g_assert_cmpuint (check_shown (bench), >, 0);
  g_assert_false (circ_plan_table_is_whole (bench->table));
}

static void
end_whole (Bench *bench)
{
  circ_test_wait (is_whole, bench->table, "all rows");
  g_assert_cmpuint (check_shown (bench), ==, circ_plan_table_get_n_rows (bench->table));
}

static gint64
get_selected (Bench *bench)
{
  CircRecord *row = gtk_single_selection_get_selected_item (get_selection (bench));

  return row == NULL ? 0 : circ_record_get_id (row);
}

/* What is chosen has not come yet, and is chosen when it has. */
static void
test_selection (Bench *bench,
                gconstpointer data)
{
  gint64 chosen;

  sort_by_what (bench, GTK_SORT_ASCENDING);
  end_whole (bench);
  chosen = circ_record_list_get_id (bench->list, 5);
  g_assert_true (circ_plan_table_choose (bench->table, chosen));
  begin_anew (bench, GTK_SORT_DESCENDING);
  g_assert_cmpint (get_selected (bench), ==, 0);
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);
  end_whole (bench);
  g_assert_cmpint (get_selected (bench), ==, chosen);
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);

  /* Chosen while rows come, it is there at once. */
  begin_anew (bench, GTK_SORT_ASCENDING);
  chosen = circ_record_list_get_id (bench->list, bench->n_all - 3);
  g_assert_true (circ_plan_table_choose (bench->table, chosen));
  g_assert_cmpint (get_selected (bench), ==, chosen);
  end_whole (bench);
  g_assert_cmpint (get_selected (bench), ==, chosen);
}

static gboolean
is_chosen_focused (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (bench->window));
  gint64 chosen = circ_plan_table_get_chosen (bench->table);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (bench->view)) && chosen != 0
         && get_selected (bench) == chosen && circ_plan_table_choose_row (bench->table, focus) == focus
         && circ_plan_table_get_chosen (bench->table) == chosen;
}

/* The keyboard goes with the chosen row, wherever that is now. */
static void
test_focus (Bench *bench,
            gconstpointer data)
{
  gint64 chosen;

  sort_by_what (bench, GTK_SORT_ASCENDING);
  end_whole (bench);
  chosen = circ_record_list_get_id (bench->list, 5);
  g_assert_true (circ_plan_table_choose (bench->table, chosen));
  circ_plan_table_focus (bench->table);
  circ_test_wait (is_chosen_focused, bench, "the keyboard on the chosen row");
  sort_by_what (bench, GTK_SORT_DESCENDING);
  end_whole (bench);
  circ_test_wait (is_chosen_focused, bench, "the keyboard on the chosen row at the other end");
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);
}

static gboolean
is_at_end (gpointer user_data)
{
  Bench *bench = user_data;
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->view));

  return is_chosen_focused (bench)
         && get_selected (bench) == circ_record_list_get_id (bench->list, bench->n_all - 1)
         && gtk_adjustment_get_value (place) + gtk_adjustment_get_page_size (place) >= gtk_adjustment_get_upper (place) - 1;
}

/* The end is that of the whole plan, while most of it has not come. */
static void
test_end (Bench *bench,
          gconstpointer data)
{
  sort_by_what (bench, GTK_SORT_DESCENDING);
  end_whole (bench);
  begin_anew (bench, GTK_SORT_ASCENDING);
  g_assert_true (circ_plan_table_choose (bench->table, circ_record_list_get_id (bench->list, 0)));
  circ_plan_table_focus (bench->table);
  g_assert_cmpuint (get_n_shown (bench), <, bench->n_all);
  circ_test_key (bench->window, GDK_KEY_End, 0);
  circ_test_wait (is_at_end, bench, "the last row");
}

/* Somebody types while rows come: no more of the old ones do, and what comes is of the new answer only. */
static void
test_filter (Bench *bench,
             gconstpointer data)
{
  static const char *const words[] = { "leaflet", "herons", "training", "" };

  begin_anew (bench, GTK_SORT_DESCENDING);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n_rows = circ_plan_table_get_n_rows (bench->table);
      guint n_shown = get_n_shown (bench);

      circ_plan_filter_set_search (bench->filter, words[i]);
      while (circ_plan_table_is_busy (bench->table) && circ_plan_table_get_n_rows (bench->table) == n_rows)
        {
          /* A frame, and another, however soon the worker comes home. */
          g_signal_emit_by_name (gtk_widget_get_frame_clock (bench->window), "update");
          g_signal_emit_by_name (gtk_widget_get_frame_clock (bench->window), "update");
          g_assert_cmpuint (check_shown (bench), ==, n_shown);
          g_main_context_iteration (NULL, TRUE);
        }
      g_assert_cmpuint (check_shown (bench), <, bench->n_all);
    }
  end_whole (bench);
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, bench->n_all);
}

/* Where many rows come or one goes, the others stay, and so does the place that was scrolled to. */
static void
test_place (Bench *bench,
            gconstpointer data)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->view));
  g_autoptr (CircChange) added = circ_change_new ("Added more");
  g_autoptr (CircChange) removed = circ_change_new ("Removed");
  g_autoptr (CircRecord) other = NULL;
  gint64 chosen = circ_record_list_get_id (bench->list, bench->n_all - 3);
  double before;

  g_assert_true (circ_plan_table_choose (bench->table, chosen));
  circ_test_settle (bench->window);
  before = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (before, >, 0);
  add_items (added, "weirs", FEW);
  g_assert_true (circ_session_apply_quietly (bench->test->session, added, NULL));
  other = circ_store_get (bench->test->store, circ_record_list_get_id (bench->list, bench->n_all / 2), NULL);
  circ_change_remove (removed, other);
  g_assert_true (circ_session_apply_quietly (bench->test->session, removed, NULL));
  end_whole (bench);
  circ_test_settle (bench->window);
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, bench->n_all + FEW - 1);
  g_assert_cmpint (get_selected (bench), ==, chosen);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, before / 2);
}

/* Seen or not. */
static CircPlanTable *
find_table (GtkWidget *widget)
{
  CircPlanTable *found = CIRC_IS_PLAN_TABLE (widget) ? CIRC_PLAN_TABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_table (child);
  return found;
}

/* Of none there is no more to come, though no frame ever shows the table. */
static void
test_none (void)
{
  CircTestWindow *test = circ_test_window_new ("empty");
  CircPlanTable *table = find_table (GTK_WIDGET (test->window));

  circ_test_wait (is_whole, table, "all rows of none");
  g_assert_false (gtk_widget_get_realized (GTK_WIDGET (table)));
  g_assert_cmpuint (circ_plan_table_get_n_rows (table), ==, 0);
  circ_test_window_free (test);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, data, function) g_test_add ("/plan-growth/" path, Bench, data, set_up, function, tear_down)
  ADD ("selection", NULL, test_selection);
  ADD ("focus", NULL, test_focus);
  ADD ("end", NULL, test_end);
  ADD ("filter", NULL, test_filter);
  ADD ("place", NULL, test_place);
  ADD ("long/selection", "long", test_selection);
  ADD ("long/filter", "long", test_filter);
  ADD ("long/place", "long", test_place);
#undef ADD
  g_test_add_func ("/plan-growth/none", test_none);

  return circ_test_run ();
}
