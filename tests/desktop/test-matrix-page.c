/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of audiences: the grid by keyboard and by name, and what becomes of what is marked there. */
#include "config.h"

#include "matrix-desk.h"

#include <glib/gstdio.h>

#include "circ-matrix-spot.h"
#include "circ-matrix-version.h"
#include "circ-method.h"
#include "circ-plan-page.h"
#include "circ-window-private.h"

static void
press (MatrixDesk *desk,
       guint keyval,
       GdkModifierType modifiers)
{
  circ_test_key (desk->window, keyval, modifiers);
}

static void
test_empty (MatrixDesk *desk,
            gconstpointer data)
{
  circ_test_find (desk->page, GTK_TYPE_LABEL, "No Methods or No Audiences Yet");
  circ_test_assert_names (desk->window);
  circ_test_assert_whole (desk->page);
}

/* Each cell and head has a name, also those that are out of sight. */
static void
test_names (MatrixDesk *desk,
            gconstpointer data)
{
  GtkWidget *last = NULL;
  guint n = 0;

  matrix_desk_add_many (desk, 8, 4);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, not used");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 8, audiences: 4, pairs used: 0");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (desk->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (CIRC_IS_MATRIX_SPOT (child));
      last = child;
      n++;
    }
  g_assert_cmpuint (n, ==, 9 * 5 - 1);
  g_assert_cmpstr (circ_matrix_spot_get_name (CIRC_MATRIX_SPOT (last)), ==, "Way 08, Crowd 04, not used");
}

static void
test_move (MatrixDesk *desk,
           gconstpointer data)
{
  matrix_desk_add_many (desk, 60, 30);
  press (desk, GDK_KEY_Right, 0);
  press (desk, GDK_KEY_Down, 0);
  matrix_desk_assert_focus (desk, "Way 02, Crowd 02, not used");
  press (desk, GDK_KEY_End, 0);
  matrix_desk_assert_focus (desk, "Way 02, Crowd 30, not used");
  press (desk, GDK_KEY_Right, 0);
  matrix_desk_assert_focus (desk, "Way 02, Crowd 30, not used");
  press (desk, GDK_KEY_Home, 0);
  matrix_desk_assert_focus (desk, "Way 02, Crowd 01, not used");
  press (desk, GDK_KEY_Left, 0);
  matrix_desk_assert_focus (desk, "Way 02, Face to face, used for 0 audiences");
  press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (desk, GDK_KEY_Down, GDK_CONTROL_MASK);
  matrix_desk_assert_focus (desk, "Way 60, Crowd 30, not used");
  press (desk, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (desk, GDK_KEY_Up, 0);
  matrix_desk_assert_focus (desk, "Crowd 01, Internal, 0 methods used");
  press (desk, GDK_KEY_Left, 0);
  matrix_desk_assert_focus (desk, "Crowd 01, Internal, 0 methods used");
  press (desk, GDK_KEY_End, GDK_CONTROL_MASK);
  matrix_desk_assert_focus (desk, "Way 60, Crowd 30, not used");
  press (desk, GDK_KEY_Page_Up, 0);
  press (desk, GDK_KEY_Page_Up, 0);
  press (desk, GDK_KEY_Page_Up, 0);
  press (desk, GDK_KEY_Page_Up, 0);
  press (desk, GDK_KEY_Page_Up, 0);
  press (desk, GDK_KEY_Page_Up, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 30, not used");
}

static void
test_mark (MatrixDesk *desk,
           gconstpointer data)
{
  matrix_desk_add_many (desk, 4, 4);
  press (desk, GDK_KEY_space, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, used");
  matrix_desk_assert_value (desk, 0, 0, "used");
  press (desk, GDK_KEY_p, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, planned");
  press (desk, GDK_KEY_r, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, on request");
  press (desk, GDK_KEY_x, 0);
  press (desk, GDK_KEY_space, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, not used");
  matrix_desk_assert_value (desk, 0, 0, "not_used");
  g_assert_cmpstr (circ_store_get_undo_title (desk->test->store), ==, "Way 01, Crowd 01: not used");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, used");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 01, on request");
}

/* A block, a column and a row, each in one change that one undo takes back. */
static void
test_fill (MatrixDesk *desk,
           gconstpointer data)
{
  matrix_desk_add_many (desk, 4, 4);
  press (desk, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (desk, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (desk, GDK_KEY_x, 0);
  matrix_desk_assert_value (desk, 0, 0, "used");
  matrix_desk_assert_value (desk, 1, 1, "used");
  matrix_desk_assert_value (desk, 2, 1, "not_used");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 4, audiences: 4, pairs used: 4");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  matrix_desk_assert_value (desk, 1, 1, "not_used");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 4, audiences: 4, pairs used: 0");

  circ_matrix_grid_choose (desk->grid, CIRC_MATRIX_HEAD, 2);
  press (desk, GDK_KEY_space, 0);
  matrix_desk_assert_focus (desk, "Crowd 03, External, 4 methods used");
  matrix_desk_assert_value (desk, 3, 2, "used");
  circ_matrix_grid_choose (desk->grid, 1, CIRC_MATRIX_HEAD);
  press (desk, GDK_KEY_p, 0);
  matrix_desk_assert_value (desk, 1, 2, "planned");
  matrix_desk_assert_value (desk, 1, 0, "planned");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 4, audiences: 4, pairs used: 0");
}

/* Another program, and the lists: what becomes of rows while somebody looks. */
static void
test_follow (MatrixDesk *desk,
             gconstpointer data)
{
  g_autoptr (CircRecord) method = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Renamed");

  matrix_desk_add_many (desk, 4, 4);
  method = circ_store_get (desk->test->store, desk->methods[0], NULL);
  circ_change_set_text (change, method, CIRC_METHOD_NAME, "Lighthouse");
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  circ_test_settle (desk->window);
  matrix_desk_assert_focus (desk, "Lighthouse, Crowd 01, not used");
}

static gboolean
has_plan_on_show (gpointer user_data)
{
  MatrixDesk *desk = user_data;

  return CIRC_IS_PLAN_PAGE (circ_window_get_page (CIRC_WINDOW (desk->window)));
}

/* A note to a pair of which nothing was said, read out with the cell; undo takes it back. */
static void
test_note (MatrixDesk *desk,
           gconstpointer data)
{
  GtkWidget *note;

  matrix_desk_add_many (desk, 4, 4);
  press (desk, GDK_KEY_Right, 0);
  press (desk, GDK_KEY_F2, 0);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Way 01, Crowd 02");
  note = circ_test_find_input (desk->page, CIRC_KIND_MATRIX_CELL, "note");
  circ_test_type (note, "In the foyer only");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  press (desk, GDK_KEY_F6, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 02, not used, with a note");
  press (desk, GDK_KEY_x, 0);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 02, used, with a note");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  matrix_desk_assert_focus (desk, "Way 01, Crowd 02, not used");
}

static void
test_head (MatrixDesk *desk,
           gconstpointer data)
{
  GtkWidget *name;

  matrix_desk_add_many (desk, 4, 4);
  press (desk, GDK_KEY_Up, 0);
  press (desk, GDK_KEY_Return, 0);
  name = circ_test_find_input (desk->page, CIRC_KIND_AUDIENCE, "name");
  circ_test_replace (name, "Anglers");
  press (desk, GDK_KEY_F6, 0);
  matrix_desk_assert_focus (desk, "Anglers, Internal, 0 methods used");
}

/* The draft begins with the pair, and is no item before something is said. */
static void
test_item (MatrixDesk *desk,
           gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *page;

  matrix_desk_add_many (desk, 4, 4);
  press (desk, GDK_KEY_Down, 0);
  circ_test_click (desk->page, "Add a Plan Item for This Pair");
  circ_test_wait (has_plan_on_show, desk, "the plan");
  g_assert_false (circ_store_has_more (desk->test->store, CIRC_KIND_PLAN_ITEM, 0));
  page = circ_window_get_page (CIRC_WINDOW (desk->window));
  circ_test_type (circ_test_find_input (page, CIRC_KIND_PLAN_ITEM, "what"), "Tide tables");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  items = circ_store_find (desk->test->store, query, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  press (desk, GDK_KEY_3, GDK_CONTROL_MASK);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "1 item of the plan uses this method for this audience.");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Tide tables");
}

static gint64
find_approved (MatrixDesk *desk)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MATRIX);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_MATRIX_VERSION_STATUS, g_variant_new_string ("approved"));
  found = circ_store_find (desk->test->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return circ_record_get_id (found->pdata[0]);
}

/* What was approved stays; the draft takes its place when somebody approves it, and one undo takes that back. */
static void
test_versions (MatrixDesk *desk,
               gconstpointer data)
{
  gint64 before = find_approved (desk);
  g_autoptr (CircRecord) approved = circ_store_get (desk->test->store, before, NULL);
  g_autofree char *dump = NULL;
  g_autofree char *after = NULL;
  GtkWidget *window;

  circ_test_find (desk->page, GTK_TYPE_LABEL, "Draft for 2026–27");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  circ_test_action (desk->page, "audiences.compare", "x", before);
  window = circ_test_find_window ("What Changed");
  circ_test_find (window, GTK_TYPE_LABEL, "They differ in 6 pairs.");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");

  circ_test_action (desk->page, "audiences.version", "x", before);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 32, audiences: 7, pairs used: 82");
  dump = circ_test_window_dump (desk->test);
  gtk_widget_grab_focus (desk->page);
  press (desk, GDK_KEY_x, 0);
  after = circ_test_window_dump (desk->test);
  g_assert_cmpstr (after, ==, dump);
  circ_test_action (desk->page, "audiences.new-draft", NULL);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Draft for 2026–27");
  circ_test_action (desk->page, "audiences.approve", NULL);
  window = circ_test_find_window ("Approve the Draft");
  circ_test_assert_names (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_find (window, GTK_TYPE_LABEL, "Say who approved it.");
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (circ_record_get_text (approved, CIRC_MATRIX_VERSION_STATUS), ==, "approved");
}

/* Another title, and the end of a draft, each to be taken back; what was approved stays. */
static void
test_rename (MatrixDesk *desk,
             gconstpointer data)
{
  gint64 approved = find_approved (desk);
  g_autofree char *before = circ_test_window_dump (desk->test);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;
  GtkWidget *window;

  circ_test_action (desk->page, "audiences.rename", NULL);
  window = circ_test_find_window ("Rename the Version");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "title"), "");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (circ_test_is_alone (NULL));
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "title"), "Who hears what");
  circ_test_key (window, GDK_KEY_Return, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Renamed “Audiences and methods” to “Who hears what”");
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);

  circ_test_action (desk->page, "audiences.delete", NULL);
  circ_test_find (circ_test_find_window (NULL), GTK_TYPE_LABEL, "Delete the Draft “Audiences and methods”?");
  circ_test_click (circ_test_find_window (NULL), "Delete");
  circ_test_wait (circ_test_is_alone, NULL, "end of the question");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Methods: 32, audiences: 7, pairs used: 82");
  after = circ_test_window_dump (desk->test);
  g_assert_cmpstr (after, !=, before);
  press (desk, GDK_KEY_z, GDK_CONTROL_MASK);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "Draft for 2026–27");
  again = circ_test_window_dump (desk->test);
  g_assert_cmpstr (again, ==, before);

  circ_test_action (desk->page, "audiences.version", "x", approved);
  circ_test_action (desk->page, "audiences.delete", NULL);
  circ_test_find (circ_test_find_window (NULL), GTK_TYPE_LABEL, "Only a Draft Can Be Deleted");
  circ_test_key (circ_test_find_window (NULL), GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the message");
  kept = circ_test_window_dump (desk->test);
  g_assert_cmpstr (kept, ==, before);
}

/* What was done, beside what is crossed: the counts are those of the rules, and a gap leads to its cell. */
static void
test_use (MatrixDesk *desk,
          gconstpointer data)
{
  GtkWidget *menu = circ_test_find (desk->page, GTK_TYPE_MENU_BUTTON, "Gaps");
  GtkWidget *gaps = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));

  circ_test_click (desk->page, "What Was Done");
  circ_matrix_grid_choose (desk->grid, 9, 0);
  gtk_widget_grab_focus (desk->page);
  matrix_desk_assert_focus (desk, "Report to a group, Partner organisations, used, recorded 2 times");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "2026–27: recorded 2 times.");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  circ_test_settle (desk->window);
  circ_test_find (gaps, GTK_TYPE_LABEL, "Crossed but never used (49)");
  circ_test_find (gaps, GTK_TYPE_LABEL, "Measures without a figure (11)");
  circ_test_assert_names (gaps);
  g_signal_emit_by_name (circ_test_find_type (gaps, GTK_TYPE_LIST_BOX, 0), "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (circ_test_find_type (gaps, GTK_TYPE_LIST_BOX, 0)), 6));
  circ_test_settle (desk->window);
  matrix_desk_assert_focus (desk, "Website, Service user / potential service user, used, recorded 0 times");
}

static const char *
get_chosen (GtkWidget *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down)));
}

/* Days of one's own: what is shown stays until they are days, and they go by their words. */
static void
test_period (MatrixDesk *desk,
             gconstpointer data)
{
  GtkWidget *periods;
  GtkWidget *window;

  circ_test_click (desk->page, "What Was Done");
  circ_matrix_grid_choose (desk->grid, 9, 0);
  gtk_widget_grab_focus (desk->page);
  periods = circ_test_find_type (desk->page, GTK_TYPE_DROP_DOWN, 0);
  g_assert_cmpstr (get_chosen (periods), ==, "2026–27");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (periods), 6);
  window = circ_test_find_window ("Another Period");
  g_assert_cmpstr (get_chosen (periods), ==, "2026–27");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-from"), "1/10/2026");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-to"), "30/9/2026");
  circ_test_key (window, GDK_KEY_Return, 0);
  circ_test_find (window, GTK_TYPE_LABEL, "This is before the day on which it begins.");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-from"), "1/4/2026");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-to"), "30/4/2026");
  circ_test_key (window, GDK_KEY_Return, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (get_chosen (periods), ==, "April 2026");
  circ_test_find (desk->page, GTK_TYPE_LABEL, "April 2026: nothing was recorded for this pair.");
  matrix_desk_assert_focus (desk, "Report to a group, Partner organisations, used, recorded 0 times");
  circ_test_assert_names (desk->window);
  circ_test_assert_fits (desk->window);
  /* Given up: it stays. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (periods), 7);
  circ_test_key (circ_test_find_window ("Another Period"), GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  g_assert_cmpstr (get_chosen (periods), ==, "April 2026");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (periods), 1);
  circ_test_find (desk->page, GTK_TYPE_LABEL, "2026–27: recorded 2 times.");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A table out and in again: what is new is asked about, and what is there is not. */
static void
test_files (MatrixDesk *desk,
            gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "matrix.csv", NULL);
  g_autofree char *paper = g_build_filename (folder, "matrix.pdf", NULL);
  g_autofree char *text = NULL;

  matrix_desk_add_many (desk, 2, 2);
  g_assert_true (g_file_set_contents (path, "Method,Crowd 01,Crowd 02\nWay 01,X,P\nWay 02,,R\n", -1, NULL));
  circ_test_action (desk->page, "page.import-from", "s", path);
  circ_test_click (circ_test_find_window (NULL), "Import");
  circ_test_wait (circ_test_is_alone, NULL, "end of the question");
  matrix_desk_assert_value (desk, 0, 0, "used");
  matrix_desk_assert_value (desk, 1, 1, "on_request");
  g_assert_cmpint (g_unlink (path), ==, 0);
  circ_test_action (desk->page, "page.export-to", "s", path);
  circ_test_wait (is_written, path, "the table");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Way 02,,R"));
  circ_test_action (desk->page, "page.export-to", "s", paper);
  circ_test_wait (is_written, paper, "the paper");
  circ_test_action (desk->page, "page.import-from", "s", path);
  g_assert_true (circ_test_is_alone (NULL));
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  matrix_desk_add ("/matrix-page/empty", NULL, test_empty);
  matrix_desk_add ("/matrix-page/names", NULL, test_names);
  matrix_desk_add ("/matrix-page/move", NULL, test_move);
  matrix_desk_add ("/matrix-page/mark", NULL, test_mark);
  matrix_desk_add ("/matrix-page/fill", NULL, test_fill);
  matrix_desk_add ("/matrix-page/follow", NULL, test_follow);
  matrix_desk_add ("/matrix-page/note", NULL, test_note);
  matrix_desk_add ("/matrix-page/head", NULL, test_head);
  matrix_desk_add ("/matrix-page/item", NULL, test_item);
  matrix_desk_add ("/matrix-page/files", NULL, test_files);
  matrix_desk_add ("/matrix-page/versions", "sample", test_versions);
  matrix_desk_add ("/matrix-page/rename", "sample", test_rename);
  matrix_desk_add ("/matrix-page/use", "sample", test_use);
  matrix_desk_add ("/matrix-page/period", "sample", test_period);

  return circ_test_run ();
}
