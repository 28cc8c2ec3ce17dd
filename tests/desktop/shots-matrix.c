/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the page of audiences. */
#include "config.h"

#include "shots.h"

#include "circ-matrix-grid.h"
#include "matrix-desk.h"

static MatrixDesk *
open_page (const char *template,
           int width,
           int height)
{
  MatrixDesk *desk = g_new0 (MatrixDesk, 1);

  matrix_desk_set_up (desk, template);
  resize (desk->test, width, height);
  circ_test_settle (desk->window);
  return desk;
}

static void
close_page (MatrixDesk *desk)
{
  matrix_desk_tear_down (desk, NULL);
  g_free (desk);
}

static void
shoot_matrix (const char *name,
              int width,
              int height)
{
  MatrixDesk *desk = open_page ("sample", width, height);

  circ_matrix_grid_choose (desk->grid, 2, 3);
  circ_test_settle (desk->window);
  shoot (desk->window, name);
  close_page (desk);
}

static void
shot_light (void)
{
  shoot_matrix ("matrix-light", 1280, 800);
}

static void
shot_dark (void)
{
  set_dark (TRUE);
  shoot_matrix ("matrix-dark", 1280, 800);
  set_dark (FALSE);
}

static void
shot_large (void)
{
  set_scale (200);
  shoot_matrix ("matrix-200", 1280, 880);
  shoot_matrix ("matrix-narrow-200", NARROW_WIDTH, 880);
  set_scale (100);
}

static void
shot_narrow (void)
{
  shoot_matrix ("matrix-narrow", NARROW_WIDTH, 800);
}

static void
shot_big (void)
{
  MatrixDesk *desk = open_page ("empty", 1280, 800);

  matrix_desk_add_many (desk, 60, 30);
  circ_matrix_grid_choose (desk->grid, 30, 17);
  circ_test_key (desk->window, GDK_KEY_Right, GDK_SHIFT_MASK);
  circ_test_key (desk->window, GDK_KEY_Down, GDK_SHIFT_MASK);
  shoot (desk->window, "matrix-big");
  close_page (desk);
}

static void
shot_use (void)
{
  MatrixDesk *desk = open_page ("sample", 1280, 800);
  GtkWidget *menu;

  circ_matrix_grid_choose (desk->grid, 9, 1);
  circ_test_click (desk->page, "What Was Done");
  shoot (desk->window, "matrix-use");
  set_dark (TRUE);
  circ_test_settle (desk->window);
  shoot (desk->window, "matrix-use-dark");
  set_dark (FALSE);
  menu = circ_test_find (desk->page, GTK_TYPE_MENU_BUTTON, "Gaps");
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  circ_test_settle (desk->window);
  shoot (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)), "matrix-gaps");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  circ_test_settle (desk->window);
  close_page (desk);
}

static void
shot_period (void)
{
  MatrixDesk *desk = open_page ("sample", 1280, 800);
  GtkWidget *window;

  circ_test_click (desk->page, "What Was Done");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (circ_test_find_type (desk->page, GTK_TYPE_DROP_DOWN, 0)), 6);
  window = circ_test_find_window ("Another Period");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-to"), "30/9/2025");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  shoot (window, "matrix-period-wrong");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_MATRIX, "period-to"), "30/9/2026");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
  circ_matrix_grid_choose (desk->grid, 9, 0);
  circ_test_settle (desk->window);
  shoot (desk->window, "matrix-period");
  close_page (desk);
}

static void
shot_versions (void)
{
  MatrixDesk *desk = open_page ("sample", 1280, 800);
  GtkWidget *menu = circ_test_find (desk->page, GTK_TYPE_MENU_BUTTON, "Version");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MATRIX);
  g_autoptr (GArray) ids = circ_store_find_ids (desk->test->store, query, NULL);
  GtkWidget *window;

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  circ_test_settle (desk->window);
  shoot (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)), "matrix-versions");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  circ_test_settle (desk->window);
  circ_test_action (desk->page, "audiences.approve", NULL);
  window = circ_test_find_window ("Approve the Draft");
  shoot (window, "matrix-approve");
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (desk->window);
  circ_test_action (desk->page, "audiences.compare", "x", g_array_index (ids, gint64, 0));
  window = circ_test_find_window ("What Changed");
  shoot (window, "matrix-compare");
  gtk_window_destroy (GTK_WINDOW (window));
  circ_test_settle (desk->window);
  circ_test_action (desk->page, "audiences.version", "x", g_array_index (ids, gint64, 0));
  circ_matrix_grid_choose (desk->grid, CIRC_MATRIX_HEAD, 1);
  circ_test_settle (desk->window);
  shoot (desk->window, "matrix-approved");
  close_page (desk);
}

static void
shot_empty (void)
{
  MatrixDesk *desk = open_page ("empty", 1280, 800);

  shoot (desk->window, "matrix-empty");
  close_page (desk);
}

void
shots_add_matrix (void)
{
  g_test_add_func ("/shots/matrix-light", shot_light);
  g_test_add_func ("/shots/matrix-dark", shot_dark);
  g_test_add_func ("/shots/matrix-large", shot_large);
  g_test_add_func ("/shots/matrix-narrow", shot_narrow);
  g_test_add_func ("/shots/matrix-big", shot_big);
  g_test_add_func ("/shots/matrix-use", shot_use);
  g_test_add_func ("/shots/matrix-period", shot_period);
  g_test_add_func ("/shots/matrix-versions", shot_versions);
  g_test_add_func ("/shots/matrix-empty", shot_empty);
}
