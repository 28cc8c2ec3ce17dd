/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keyboard and pointer in the grid. */
#include "config.h"

#include "circ-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

static int
count_rows (CircMatrixGrid *self)
{
  return (int) circ_matrix_model_get_n_rows (self->model);
}

static int
count_columns (CircMatrixGrid *self)
{
  return (int) circ_matrix_model_get_n_columns (self->model);
}

/* How many rows a page is: as many as are seen, less one to know where one was. */
static int
get_page (CircMatrixGrid *self)
{
  CircMatrixBlock seen;

  circ_matrix_grid_get_seen (self, &seen);
  return MAX (1, seen.bottom - seen.top - 1);
}

/* Where @keyval leads. FALSE: nowhere. */
static gboolean
find_target (CircMatrixGrid *self,
             guint keyval,
             gboolean edge,
             int *row,
             int *column)
{
  int last_row = count_rows (self) - 1;
  int last_column = count_columns (self) - 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *row = edge ? (self->row > 0 ? 0 : CIRC_MATRIX_HEAD) : self->row - 1;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *row = edge ? last_row : self->row + 1;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *column = edge ? (self->column > 0 ? 0 : CIRC_MATRIX_HEAD) : self->column - 1;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *column = edge ? last_column : self->column + 1;
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *column = 0;
      *row = edge ? 0 : self->row;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *column = last_column;
      *row = edge ? last_row : self->row;
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *row = MAX (MIN (self->row, 0), self->row - get_page (self));
      return !edge;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *row = MIN (last_row, self->row + get_page (self));
      return !edge;
    default:
      return FALSE;
    }
}

static guint
mirror (CircMatrixGrid *self,
        guint keyval)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return keyval;
  return keyval == GDK_KEY_Left ? GDK_KEY_Right : keyval == GDK_KEY_Right ? GDK_KEY_Left : keyval;
}

/* The corner is no place to be. */
static gboolean
move_by_key (CircMatrixGrid *self,
             guint keyval,
             GdkModifierType modifiers)
{
  int row = self->row;
  int column = self->column;

  if (!find_target (self, mirror (self, keyval), modifiers & GDK_CONTROL_MASK, &row, &column))
    return FALSE;
  row = CLAMP (row, CIRC_MATRIX_HEAD, count_rows (self) - 1);
  column = CLAMP (column, CIRC_MATRIX_HEAD, count_columns (self) - 1);
  if (row != CIRC_MATRIX_HEAD || column != CIRC_MATRIX_HEAD)
    circ_matrix_grid_move (self, row, column, modifiers & GDK_SHIFT_MASK);
  return TRUE;
}

/* Letters are the marks of the exports, and do not depend on the language either. */
static gboolean
set_by_key (CircMatrixGrid *self,
            guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      circ_matrix_grid_toggle (self);
      return TRUE;
    case GDK_KEY_x:
    case GDK_KEY_X:
    case GDK_KEY_u:
    case GDK_KEY_U:
      circ_matrix_grid_set_block (self, CIRC_MATRIX_USED);
      return TRUE;
    case GDK_KEY_p:
    case GDK_KEY_P:
      circ_matrix_grid_set_block (self, CIRC_MATRIX_PLANNED);
      return TRUE;
    case GDK_KEY_r:
    case GDK_KEY_R:
      circ_matrix_grid_set_block (self, CIRC_MATRIX_ON_REQUEST);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
    case GDK_KEY_minus:
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      circ_matrix_grid_set_block (self, CIRC_MATRIX_NOT_USED);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
choose_all (CircMatrixGrid *self)
{
  circ_matrix_grid_move (self, 0, 0, FALSE);
  circ_matrix_grid_move (self, count_rows (self) - 1, count_columns (self) - 1, TRUE);
  return TRUE;
}

void
circ_matrix_grid_drop_menu (CircMatrixGrid *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
closed_cb (CircMatrixGrid *self)
{
  /* The keyboard goes back to where it was. */
  circ_matrix_grid_focus (self);
}

static void
show_menu (CircMatrixGrid *self)
{
  static const CircMatrixValue order[] = { CIRC_MATRIX_USED, CIRC_MATRIX_PLANNED, CIRC_MATRIX_ON_REQUEST, CIRC_MATRIX_NOT_USED };
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle place;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (circ_matrix_value_get_title (order[i]), NULL);

      g_menu_item_set_action_and_target (item, "grid.set", "s", circ_matrix_value_get_token (order[i]));
      g_menu_append_item (values, item);
    }
  g_menu_append (more, _ ("_Details"), "grid.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  circ_matrix_grid_drop_menu (self);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  circ_matrix_grid_get_place (self, self->row, self->column, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
key_cb (CircMatrixGrid *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (!circ_matrix_grid_get_cursor (self, NULL, NULL) || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  if (move_by_key (self, keyval, modifiers))
    return TRUE;
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    return choose_all (self);
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    {
      show_menu (self);
      return TRUE;
    }
  if (modifiers & GDK_CONTROL_MASK)
    return FALSE;
  /* Before the border between the two takes it for something else. */
  if (keyval == GDK_KEY_F6)
    return gtk_widget_activate_action (GTK_WIDGET (self), "page.next-pane", NULL);
  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "grid.open", NULL);
      return TRUE;
    }
  return set_by_key (self, keyval);
}

static void
pressed_cb (CircMatrixGrid *self,
            int n_press,
            double x,
            double y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  CircMatrixBlock block;
  int row;
  int column;

  self->dragged = TRUE;
  if (!circ_matrix_grid_find_at (self, x, y, &row, &column))
    return;
  /* The menu is for the block that is chosen, when it is within. */
  if (button != GDK_BUTTON_SECONDARY || !circ_matrix_grid_get_block (self, &block) || row < block.top || row > block.bottom ||
      column < block.left || column > block.right)
    circ_matrix_grid_move (self, row, column, state & GDK_SHIFT_MASK);
  circ_matrix_grid_focus (self);
  self->dragged = button != GDK_BUTTON_PRIMARY || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ||
                  row == CIRC_MATRIX_HEAD || column == CIRC_MATRIX_HEAD;
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self);
}

/* A click says that it is used, or is not; a head is chosen only. */
static void
released_cb (CircMatrixGrid *self,
             int n_press,
             double x,
             double y)
{
  int row;
  int column;

  if (!self->dragged && circ_matrix_grid_find_at (self, x, y, &row, &column) && row == self->row && column == self->column)
    circ_matrix_grid_toggle (self);
  self->dragged = TRUE;
}

static void
dragged_cb (CircMatrixGrid *self,
            double dx,
            double dy,
            GtkGestureDrag *gesture)
{
  double x;
  double y;
  int row;
  int column;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) ||
      !circ_matrix_grid_find_at (self, x + dx, y + dy, &row, &column) || (row == self->row && column == self->column) ||
      row == CIRC_MATRIX_HEAD || column == CIRC_MATRIX_HEAD || self->anchor_row == CIRC_MATRIX_HEAD ||
      self->anchor_column == CIRC_MATRIX_HEAD)
    return;
  self->dragged = TRUE;
  circ_matrix_grid_move (self, row, column, TRUE);
}

static void
focused_cb (GtkWidget *self)
{
  gtk_widget_queue_draw (self);
}

void
circ_matrix_grid_add_controllers (CircMatrixGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
