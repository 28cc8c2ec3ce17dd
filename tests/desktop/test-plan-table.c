/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the plan against the store: sorting, filtering, what stays chosen. */
#include "config.h"

#include "circ-test-window.h"

#include <glib/gstdio.h>

#include "circ-occurrence.h"
#include "circ-plan-details.h"
#include "circ-plan-filter.h"
#include "circ-plan-item.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"
#include "circ-record-list.h"

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
  CircPlanTable *table;
  CircPlanFilter *filter;
  GtkColumnView *view;
  CircRecordList *list;
} Bench;

static void
set_up (Bench *bench,
        gconstpointer data)
{
  bench->test = circ_test_window_new ("sample");
  bench->window = GTK_WIDGET (bench->test->window);
  bench->page = circ_test_find_type (bench->window, CIRC_TYPE_PLAN_PAGE, 0);
  bench->table = CIRC_PLAN_TABLE (circ_test_find_type (bench->window, CIRC_TYPE_PLAN_TABLE, 0));
  bench->filter = CIRC_PLAN_FILTER (circ_test_find_type (bench->window, CIRC_TYPE_PLAN_FILTER, 0));
  bench->view = circ_plan_table_get_column_view (bench->table);
  bench->list = circ_plan_table_get_records (bench->table);
  /* So small a plan is long enough for a worker. */
  if (data != NULL)
    circ_record_list_set_threshold (bench->list, 1);
}

static void
tear_down (Bench *bench,
           gconstpointer data)
{
  circ_test_window_free (bench->test);
}

static gint64
get_id (Bench *bench,
        guint position)
{
  return circ_record_list_get_id (bench->list, position);
}

/* Whether the rows that are shown are the first of the answer, all once they have come. */
static gboolean
is_shown (Bench *bench)
{
  GListModel *shown = G_LIST_MODEL (gtk_column_view_get_model (bench->view));
  guint n = g_list_model_get_n_items (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircRecord) record = g_list_model_get_item (shown, i);

      if (circ_record_get_id (record) != get_id (bench, i))
        return FALSE;
    }
  return n > 0 ? n == circ_plan_table_get_n_rows (bench->table) || !circ_plan_table_is_whole (bench->table)
               : circ_plan_table_get_n_rows (bench->table) == 0;
}

/* Whether the table shows what the store answers to the view that the filter says. */
static gboolean
is_answer (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (CircStore) other = circ_test_window_open_again (bench->test);
  g_autoptr (CircPlanView) view = circ_plan_view_copy (circ_plan_filter_get_view (bench->filter));
  g_autoptr (CircQuery) query = circ_plan_view_dup_query (view, other, CIRC_TEST_TODAY);
  g_autoptr (GArray) ids = circ_store_find_ids (other, query, NULL);

  if (ids->len != circ_plan_table_get_n_rows (bench->table))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (get_id (bench, i) != g_array_index (ids, gint64, i))
      return FALSE;

  return is_shown (bench);
}

static guint
get_n_columns (Bench *bench)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (bench->view));
}

static void
sort_by (Bench *bench,
         guint column,
         GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) chosen = g_list_model_get_item (gtk_column_view_get_columns (bench->view), column);

  gtk_column_view_sort_by_column (bench->view, chosen, order);
  circ_test_settle (bench->window);
}

static void
test_sort (Bench *bench,
           gconstpointer data)
{
  gint64 chosen;
  guint n_sorted = 0;

  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), >, 30);
  chosen = get_id (bench, 5);
  g_assert_true (circ_plan_table_choose (bench->table, chosen));
  for (guint i = 0; i < get_n_columns (bench); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (bench->view), i);

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      n_sorted++;
      sort_by (bench, i, GTK_SORT_ASCENDING);
      circ_test_wait (is_answer, bench, "rows in rising order");
      sort_by (bench, i, GTK_SORT_DESCENDING);
      circ_test_wait (is_answer, bench, "rows in falling order");
      g_assert_true (circ_plan_filter_get_view (bench->filter)->descending);
      g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);
    }
  g_assert_cmpuint (n_sorted, >=, 3);
}

static void
test_filter (Bench *bench,
             gconstpointer data)
{
  guint n_all = circ_plan_table_get_n_rows (bench->table);

  for (CircItemState state = 0; state < CIRC_N_ITEM_STATES; state++)
    {
      circ_test_action (GTK_WIDGET (bench->filter), "filter.state", "s", circ_item_state_get_token (state));
      circ_test_wait (is_answer, bench, "rows of one state");
    }
  circ_test_action (GTK_WIDGET (bench->filter), "filter.state", "s", "");
  circ_test_wait (is_answer, bench, "rows of any state");
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, n_all);
  circ_test_action (GTK_WIDGET (bench->filter), "filter.scope", "s", "archived");
  circ_test_wait (is_answer, bench, "archived rows");
  circ_test_action (GTK_WIDGET (bench->filter), "filter.clear", NULL);
  circ_plan_filter_set_search (bench->filter, "training");
  circ_test_wait (is_answer, bench, "rows about training");
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), >, 0);
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), <, n_all);
}

static gboolean
is_nothing_chosen (gpointer table)
{
  return circ_plan_table_get_chosen (table) == 0;
}

/* What is chosen stays so while it is in sight, and its details with it; what is not in sight is not chosen. */
static void
test_selection (Bench *bench,
                gconstpointer data)
{
  g_autoptr (CircRecord) item = NULL;
  CircPlanDetails *details = CIRC_PLAN_DETAILS (circ_test_find_type (bench->window, CIRC_TYPE_PLAN_DETAILS, 0));
  g_autoptr (CircChange) change = circ_change_new ("Changed elsewhere");
  gint64 chosen = get_id (bench, 8);

  circ_plan_table_choose (bench->table, chosen);
  circ_test_settle (bench->window);
  g_assert_cmpint (circ_record_get_id (circ_plan_details_get_item (details)), ==, chosen);
  sort_by (bench, 1, GTK_SORT_DESCENDING);
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);

  item = circ_store_get (bench->test->store, chosen, NULL);
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT, "Zebra crossings");
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  circ_test_wait (is_answer, bench, "changed row in its new place");
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);

  circ_plan_filter_set_search (bench->filter, "zebra");
  circ_test_wait (is_answer, bench, "the one row");
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, chosen);
  circ_plan_filter_set_search (bench->filter, "aardvark");
  circ_test_wait (is_answer, bench, "no rows");
  circ_test_wait (is_nothing_chosen, bench->table, "end of the choice");
  g_assert_null (circ_plan_details_get_item (details));
}

/* Another window's change is seen within a second. */
static void
test_elsewhere (Bench *bench,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = circ_plan_table_get_n_rows (bench->table);

  {
    g_autoptr (CircStore) other = circ_store_open (bench->test->path, CIRC_STORE_OPEN_DEFAULT, "Another", &error);
    g_autoptr (CircRecord) item = NULL;
    g_autoptr (CircRecord) first = circ_store_get (other, get_id (bench, 0), &error);
    g_autoptr (CircChange) change = circ_change_new ("Added by another");

    item = circ_record_copy (first);
    circ_record_set_id (item, 0);
    circ_record_set_text (item, CIRC_PLAN_ITEM_REF, NULL);
    circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Aardvarks");
    circ_change_insert (change, item);
    g_assert_true (circ_store_apply (other, change, &error));
  }
  circ_test_wait (is_answer, bench, "what another added");
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, n + 1);
}

static gboolean
is_idle (gpointer list)
{
  return !circ_record_list_get_busy (list);
}

static gboolean
is_row_focused (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (bench->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (bench->view))
         && gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (bench->view)))
              != GTK_INVALID_LIST_POSITION;
}

/* The rows are not there yet: what is shown and chosen stays, an item that was just made can be chosen, and the keyboard
 * goes with the chosen row. */
static void
test_waiting (Bench *bench,
              gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GtkColumnViewColumn) what = g_list_model_get_item (gtk_column_view_get_columns (bench->view), 1);
  gint64 first = get_id (bench, 0);
  guint n = circ_plan_table_get_n_rows (bench->table);
  guint position;

  circ_plan_table_choose (bench->table, get_id (bench, 4));
  circ_plan_table_focus (bench->table);
  circ_test_settle (bench->window);
  g_assert_true (is_row_focused (bench));
  gtk_column_view_sort_by_column (bench->view, what, GTK_SORT_DESCENDING);
  g_assert_true (circ_plan_table_is_busy (bench->table));
  g_assert_cmpint (get_id (bench, 0), ==, first);
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, n);
  circ_test_wait (is_idle, bench->list, "rows in falling order");
  circ_test_wait (is_row_focused, bench, "the keyboard on the chosen row");

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Aardvarks");
  circ_change_insert (change, item);
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  g_assert_true (circ_plan_table_is_busy (bench->table));
  g_assert_false (circ_record_list_find (bench->list, circ_record_get_id (item), &position));
  g_assert_true (circ_plan_table_choose (bench->table, circ_record_get_id (item)));
  circ_test_wait (is_idle, bench->list, "the new row");
  circ_test_settle (bench->window);
  g_assert_true (circ_record_list_find (bench->list, circ_record_get_id (item), &position));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (bench->view))),
                    ==, position);
  /* An item that no worker will bring is not in the view. */
  circ_plan_filter_set_search (bench->filter, "training");
  g_assert_false (circ_plan_table_choose (bench->table, circ_record_get_id (item)));
}

static void
problem_cb (CircSession *session,
            const GError *error,
            guint *n)
{
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND);
  (*n)++;
}

/* The file goes away while a worker reads: the window says so and keeps the rows. It can be closed at any time. */
static void
test_unreadable (Bench *bench,
                 gconstpointer data)
{
  g_autofree char *away = g_strconcat (bench->test->path, ".away", NULL);
  gint64 first = get_id (bench, 0);
  guint n = circ_plan_table_get_n_rows (bench->table);
  guint n_problems = 0;

  g_signal_connect (bench->test->session, "problem", G_CALLBACK (problem_cb), &n_problems);
  g_assert_cmpint (g_rename (bench->test->path, away), ==, 0);
  circ_plan_filter_set_search (bench->filter, "training");
  circ_test_wait (is_idle, bench->list, "end of the attempt");
  g_assert_cmpuint (n_problems, ==, 1);
  g_assert_cmpint (get_id (bench, 0), ==, first);
  g_assert_cmpuint (circ_plan_table_get_n_rows (bench->table), ==, n);
  g_assert_cmpint (g_rename (away, bench->test->path), ==, 0);
  g_signal_handlers_disconnect_by_data (bench->test->session, &n_problems);
  circ_plan_filter_set_search (bench->filter, "report");
  circ_test_wait (is_answer, bench, "rows of the file that is back");
  circ_plan_filter_clear (bench->filter);
  g_assert_true (circ_plan_table_is_busy (bench->table));
}

static GtkWidget *
peek_menu (Bench *bench)
{
  return circ_test_peek (bench->window, GTK_TYPE_POPOVER_MENU, "Menu of the item");
}

static void
assert_row_has_focus (Bench *bench,
                      guint position)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (bench->window));

  g_assert_null (peek_menu (bench));
  circ_test_wait (is_row_focused, bench, "the keyboard on the row");
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, get_id (bench, position));
  focus = gtk_window_get_focus (GTK_WINDOW (bench->window));
  g_assert_true (circ_plan_table_choose_row (bench->table, focus) == focus);
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, get_id (bench, position));
}

static void
right_click (GtkWidget *widget,
             double x,
             double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
  circ_test_settle (widget);
}

/* The menu of a row: by key and by pointer, what is in it, and where the keyboard is afterwards. */
static void
test_menu (Bench *bench,
           gconstpointer data)
{
  static const struct { guint keyval; GdkModifierType modifiers; } keys[] = {
    { GDK_KEY_F10, GDK_SHIFT_MASK }, { GDK_KEY_Menu, 0 },
  };
  static const char *const entries[] = { "Open", "Record…", "Duplicate", "Archive", "Delete…" };
  GtkWidget *row;
  graphene_rect_t bounds;

  circ_plan_table_choose (bench->table, get_id (bench, 3));
  circ_plan_table_focus (bench->table);
  circ_test_settle (bench->window);
  row = gtk_window_get_focus (GTK_WINDOW (bench->window));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *menu;

      circ_test_key (bench->window, keys[i].keyval, keys[i].modifiers);
      menu = circ_test_find (bench->window, GTK_TYPE_POPOVER_MENU, "Menu of the item");
      for (guint j = 0; j < G_N_ELEMENTS (entries); j++)
        g_assert_true (gtk_widget_is_sensitive (circ_test_find (menu, G_TYPE_NONE, entries[j])));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (bench->window)), menu));
      circ_test_key (bench->window, GDK_KEY_Escape, 0);
      assert_row_has_focus (bench, 3);
    }

  /* A right click is for the row under the pointer, whichever was chosen. */
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (bench->table), &bounds));
  right_click (GTK_WIDGET (bench->table), 40, bounds.origin.y + bounds.size.height * 1.5);
  g_assert_nonnull (peek_menu (bench));
  g_assert_cmpint (circ_plan_table_get_chosen (bench->table), ==, get_id (bench, 4));
  circ_test_key (bench->window, GDK_KEY_Escape, 0);
  assert_row_has_focus (bench, 4);

  /* What goes elsewhere keeps the keyboard there. */
  circ_test_key (bench->window, GDK_KEY_Menu, 0);
  circ_test_click (peek_menu (bench), "Open");
  g_assert_null (peek_menu (bench));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (bench->window)),
                                         circ_test_find_type (bench->window, CIRC_TYPE_PLAN_DETAILS, 0)));

  /* No row, no menu. */
  circ_plan_filter_set_search (bench->filter, "aardvark");
  circ_test_wait (is_answer, bench, "no rows");
  right_click (GTK_WIDGET (bench->table), 40, 40);
  g_assert_null (peek_menu (bench));
}

/* What the plan says of an item is in sight beside the details on an ordinary screen, without scrolling sideways. */
static void
test_columns (Bench *bench,
              gconstpointer data)
{
  static const char *const titles[] = { "What", "To whom", "How", "By whom", "When", "State" };
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (bench->view));

  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  circ_plan_table_choose (bench->table, get_id (bench, 0));
  circ_test_settle (bench->window);
  circ_test_settle (bench->window);
  circ_test_find_type (bench->window, CIRC_TYPE_PLAN_DETAILS, 0);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *header = circ_test_find (GTK_WIDGET (bench->view), G_TYPE_NONE, titles[i]);
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (bench->view), &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (bench->view)));
    }
  g_assert_cmpfloat (gtk_adjustment_get_upper (sideways), <=, gtk_adjustment_get_page_size (sideways));
}

/* Below the state of an item, how late it is, and once that is done, when it is due next. */
static void
test_state (Bench *bench,
            gconstpointer data)
{
  static const char *const days[] = { "2026-11-18", "2026-12-07" };
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new ("Planned");
  CircRecord *late = NULL;

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Aardvark week");
  circ_record_set_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY, "none");
  circ_change_insert (change, item);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

      circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
      circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, days[i]);
      circ_change_insert (change, occurrence);
      late = i == 0 ? occurrence : late;
    }
  g_object_ref (late);
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  circ_plan_filter_set_search (bench->filter, "aardvark");
  circ_test_find (GTK_WIDGET (bench->view), GTK_TYPE_LABEL, "Overdue\n3 days late");
  g_clear_pointer (&change, circ_change_unref);
  change = circ_change_new ("Done");
  circ_change_set_text (change, late, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-18");
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  circ_test_find (GTK_WIDGET (bench->view), GTK_TYPE_LABEL, "Done\nNext 07/12/2026");
  g_object_unref (late);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, data, function) g_test_add ("/plan-table/" path, Bench, data, set_up, function, tear_down)
  ADD ("sort", NULL, test_sort);
  ADD ("filter", NULL, test_filter);
  ADD ("selection", NULL, test_selection);
  ADD ("elsewhere", NULL, test_elsewhere);
  ADD ("menu", NULL, test_menu);
  ADD ("columns", NULL, test_columns);
  ADD ("state", NULL, test_state);
  ADD ("long/sort", "long", test_sort);
  ADD ("long/filter", "long", test_filter);
  ADD ("long/selection", "long", test_selection);
  ADD ("long/elsewhere", "long", test_elsewhere);
  ADD ("long/waiting", "long", test_waiting);
  ADD ("long/unreadable", "long", test_unreadable);
#undef ADD

  return circ_test_run ();
}
