/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard goes: what somebody without a mouse presses, in the order of a first day. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-lists-window.h"
#include "circ-plan-details.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
} Desk;

static void
set_up (Desk *desk,
        gconstpointer template)
{
  desk->test = circ_test_window_new (template);
  desk->window = GTK_WIDGET (desk->test->window);
  desk->page = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_PAGE, 0);
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  circ_test_window_free (desk->test);
}

static GtkWidget *
open_import (Desk *desk)
{
  g_autofree char *csv = g_build_filename (g_getenv ("CIRC_SOURCE_DIR"), "tests", "desktop", "invented-plan.csv", NULL);

  circ_test_action (desk->page, "page.import-from", "s", csv);
  return circ_test_find_window ("Import a Plan");
}

static gboolean
has_focus (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* A row is left out by the keys that say so everywhere, and the way on does not lead through all of them. */
static void
test_import (Desk *desk,
             gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *list;
  GtkWidget *table;

  /* As when the page that had it, the welcome, has gone. */
  gtk_window_set_focus (GTK_WINDOW (desk->window), NULL);
  window = open_import (desk);
  list = circ_test_find_type (window, GTK_TYPE_LIST_VIEW, 0);
  circ_test_wait (has_focus, list, "focus in the list");
  circ_test_key (window, GDK_KEY_space, 0);
  circ_test_find (window, GTK_TYPE_BUTTON, "Import 6 Items");
  circ_test_key (window, GDK_KEY_space, 0);
  circ_test_find (window, GTK_TYPE_BUTTON, "Import 7 Items");
  circ_test_key (window, GDK_KEY_Return, 0);
  circ_test_find (window, GTK_TYPE_BUTTON, "Import 6 Items");

  /* The check button of the row, and then out of the list. */
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_root_get_focus (GTK_ROOT (window))));
  circ_test_key (window, GDK_KEY_space, 0);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_false (has_focus (list));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (list));

  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the import");
  table = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_TABLE, 0);
  circ_test_wait (has_focus, table, "focus in the table");
}

/* A letter typed after a button of the header bar was used is the first of a search too. */
static void
test_header_bar (Desk *desk,
                 gconstpointer data)
{
  GtkWidget *search = circ_test_find (desk->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *button = circ_test_find (desk->window, GTK_TYPE_MENU_BUTTON, "Main Menu");

  gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD);
  g_assert_false (has_focus (desk->page));
  circ_test_key (desk->window, GDK_KEY_p, 0);
  circ_test_key (desk->window, GDK_KEY_a, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "pa");
  g_assert_true (has_focus (search));
}

/* Shift+Tab goes back through the whole form: every field and chip lets the keyboard go. */
static void
test_back (Desk *desk,
           gconstpointer data)
{
  GtkWidget *details = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_DETAILS, 0);
  GtkWidget *table = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_TABLE, 0);

  circ_plan_table_focus (CIRC_PLAN_TABLE (table));
  circ_test_key (desk->window, GDK_KEY_Down, 0);
  circ_test_key (desk->window, GDK_KEY_Return, 0);
  circ_test_wait (has_focus, details, "focus in the details");
  for (guint i = 0; i < 12; i++)
    gtk_widget_child_focus (desk->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (details));
  for (guint i = 0; i < 40 && has_focus (details); i++)
    gtk_widget_child_focus (desk->window, GTK_DIR_TAB_BACKWARD);
  g_assert_false (has_focus (details));
}

/* The first choice, and not Cancel. */
static void
test_export (Desk *desk,
             gconstpointer data)
{
  GtkWidget *window;

  circ_test_key (desk->window, GDK_KEY_e, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Export the Plan");
  circ_test_wait (has_focus, circ_test_find (window, GTK_TYPE_TOGGLE_BUTTON, "Circulation plan"), "focus on the document");
  circ_test_key (window, GDK_KEY_Escape, 0);
}

static gboolean
has_one_row (gpointer list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  return g_list_model_get_n_items (G_LIST_MODEL (model)) == 1;
}

/* Down from the search goes to what was found, and with it the details: Retire would else be about another entry. */
static void
test_lists (Desk *desk,
            gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *search;
  GtkWidget *list;

  circ_lists_window_present (desk->test->session, desk->window, CIRC_KIND_AUDIENCE);
  window = circ_test_find_window ("Reference Lists");
  search = circ_test_find_type (window, GTK_TYPE_SEARCH_ENTRY, 0);
  list = circ_test_find_type (window, GTK_TYPE_LIST_VIEW, 0);
  circ_test_type (search, "businesses");
  circ_test_wait (has_one_row, list, "one entry found");
  circ_test_key (search, GDK_KEY_Down, 0);
  g_assert_true (has_focus (list));
  g_assert_true (gtk_selection_model_is_selected (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0));
  circ_test_find (window, GTK_TYPE_LABEL, "Businesses");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, template, function) g_test_add ("/keyboard/" path, Desk, template, set_up, function, tear_down)
  ADD ("import", "starter", test_import);
  ADD ("header-bar", "sample", test_header_bar);
  ADD ("back", "sample", test_back);
  ADD ("export", "sample", test_export);
  ADD ("lists", "starter", test_lists);
#undef ADD

  return circ_test_run ();
}
