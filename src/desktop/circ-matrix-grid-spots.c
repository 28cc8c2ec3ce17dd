/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The widgets that stand for cells and heads, which a screen reader reads. The row of the cursor has them at once, the others
 * one by one when there is nothing else to do: sixty rows of thirty would keep the first frame waiting.
 */
#include "config.h"

#include "circ-matrix-grid-private.h"

static int
get_stride (CircMatrixGrid *self)
{
  return (int) circ_matrix_model_get_n_columns (self->model) + 1;
}

static GtkWidget **
get_slot (CircMatrixGrid *self,
          int row,
          int column)
{
  return &self->spots[(row + 1) * get_stride (self) + column + 1];
}

GtkWidget *
circ_matrix_grid_get_spot (CircMatrixGrid *self,
                           int row,
                           int column)
{
  if (self->spots == NULL || row >= (int) circ_matrix_model_get_n_rows (self->model) || column + 1 >= get_stride (self))
    return NULL;
  return *get_slot (self, row, column);
}

static gboolean
is_left_over (GtkWidget *spot)
{
  return circ_matrix_spot_get_row (CIRC_MATRIX_SPOT (spot)) == CIRC_MATRIX_HEAD &&
         circ_matrix_spot_get_column (CIRC_MATRIX_SPOT (spot)) == CIRC_MATRIX_HEAD;
}

static void
sweep (CircMatrixGrid *self,
       gboolean all)
{
  GtkWidget *child;

  for (GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self)); (child = next) != NULL;)
    {
      next = gtk_widget_get_next_sibling (child);
      if (CIRC_IS_MATRIX_SPOT (child) && (all || is_left_over (child)))
        gtk_widget_unparent (child);
    }
}

static gboolean
sweep_cb (gpointer user_data)
{
  CircMatrixGrid *self = user_data;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  self->sweep_source = 0;
  if (focus != NULL && CIRC_IS_MATRIX_SPOT (focus) && is_left_over (focus) && gtk_widget_is_focus (focus))
    circ_matrix_grid_focus (self);
  sweep (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* The focus may be on its way to one of them: who comes from a field saves it in passing, and that may be what changes the
 * rows. So they go a moment later. */
void
circ_matrix_grid_leave_spots (CircMatrixGrid *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CIRC_IS_MATRIX_SPOT (child))
      circ_matrix_spot_leave (CIRC_MATRIX_SPOT (child));
  g_clear_pointer (&self->spots, g_free);
  self->next_row = CIRC_MATRIX_HEAD;
  if (self->sweep_source == 0)
    self->sweep_source = g_idle_add_full (G_PRIORITY_DEFAULT, sweep_cb, self, NULL);
}

void
circ_matrix_grid_drop_spots (CircMatrixGrid *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->sweep_source, g_source_remove);
  sweep (self, TRUE);
  g_clear_pointer (&self->spots, g_free);
}

static void
name_spot (CircMatrixGrid *self,
           int row,
           int column)
{
  GtkWidget *spot = circ_matrix_grid_get_spot (self, row, column);
  g_autofree char *name = spot != NULL ? circ_matrix_model_dup_name (self->model, row, column) : NULL;

  if (spot != NULL)
    circ_matrix_spot_set_name (CIRC_MATRIX_SPOT (spot), name);
}

void
circ_matrix_grid_name_spots (CircMatrixGrid *self,
                             int row,
                             int column)
{
  int n_rows = (int) circ_matrix_model_get_n_rows (self->model);

  if (self->spots == NULL)
    return;
  if (row != CIRC_MATRIX_HEAD && column != CIRC_MATRIX_HEAD)
    {
      name_spot (self, row, column);
      name_spot (self, row, CIRC_MATRIX_HEAD);
      name_spot (self, CIRC_MATRIX_HEAD, column);
      return;
    }
  for (int i = CIRC_MATRIX_HEAD; i < n_rows; i++)
    for (int j = CIRC_MATRIX_HEAD; j + 1 < get_stride (self); j++)
      name_spot (self, i, j);
}

/* In the order in which they are read: behind the nearest row that is there. */
static GtkWidget *
find_before (CircMatrixGrid *self,
             int row)
{
  for (int i = row - 1; i >= CIRC_MATRIX_HEAD; i--)
    if (*get_slot (self, i, get_stride (self) - 2) != NULL)
      return *get_slot (self, i, get_stride (self) - 2);
  return NULL;
}

static void
make_row (CircMatrixGrid *self,
          int row)
{
  GtkWidget *before;

  if (*get_slot (self, row, get_stride (self) - 2) != NULL)
    return;
  before = find_before (self, row);
  for (int column = CIRC_MATRIX_HEAD; column + 1 < get_stride (self); column++)
    {
      GtkWidget *spot;

      if (row == CIRC_MATRIX_HEAD && column == CIRC_MATRIX_HEAD)
        continue;
      spot = circ_matrix_spot_new (row, column);
      *get_slot (self, row, column) = spot;
      name_spot (self, row, column);
      gtk_widget_set_child_visible (spot, FALSE);
      gtk_widget_insert_after (spot, GTK_WIDGET (self), before);
      before = spot;
    }
}

/* FALSE: there are no cells. */
static gboolean
begin (CircMatrixGrid *self)
{
  gsize n_rows = circ_matrix_model_get_n_rows (self->model);

  if (n_rows == 0 || get_stride (self) == 1)
    return FALSE;
  if (self->spots == NULL)
    self->spots = g_new0 (GtkWidget *, (n_rows + 1) * (gsize) get_stride (self));
  return TRUE;
}

GtkWidget *
circ_matrix_grid_ensure_spot (CircMatrixGrid *self,
                              int row,
                              int column)
{
  GtkWidget *spot;

  if (!begin (self))
    return NULL;
  make_row (self, row);
  spot = circ_matrix_grid_get_spot (self, row, column);
  if (spot != NULL)
    gtk_widget_set_child_visible (spot, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return spot;
}

static gboolean
fill_cb (gpointer user_data)
{
  CircMatrixGrid *self = user_data;

  if (self->next_row >= (int) circ_matrix_model_get_n_rows (self->model))
    {
      self->fill_source = 0;
      return G_SOURCE_REMOVE;
    }
  make_row (self, self->next_row++);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_seen (const CircMatrixBlock *seen,
         int row,
         int column)
{
  return (row == CIRC_MATRIX_HEAD || (row >= seen->top && row <= seen->bottom)) &&
         (column == CIRC_MATRIX_HEAD || (column >= seen->left && column <= seen->right));
}

static void
allocate_spot (CircMatrixGrid *self,
               GtkWidget *spot)
{
  GtkAllocation place;
  int minimum;

  circ_matrix_grid_get_place (self, circ_matrix_spot_get_row (CIRC_MATRIX_SPOT (spot)),
                              circ_matrix_spot_get_column (CIRC_MATRIX_SPOT (spot)), &place);
  gtk_widget_set_child_visible (spot, TRUE);
  gtk_widget_measure (spot, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (spot, &place, -1);
}

void
circ_matrix_grid_allocate_spots (CircMatrixGrid *self)
{
  int n_rows = (int) circ_matrix_model_get_n_rows (self->model);
  CircMatrixBlock seen;

  if (!begin (self))
    return;
  circ_matrix_grid_get_seen (self, &seen);
  /* Who has the focus stays, wherever the others are scrolled to. */
  make_row (self, self->row);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int row;
      int column;

      if (!CIRC_IS_MATRIX_SPOT (child) || is_left_over (child))
        continue;
      row = circ_matrix_spot_get_row (CIRC_MATRIX_SPOT (child));
      column = circ_matrix_spot_get_column (CIRC_MATRIX_SPOT (child));
      if (is_seen (&seen, row, column) || (row == self->row && column == self->column))
        allocate_spot (self, child);
      else
        gtk_widget_set_child_visible (child, FALSE);
    }
  if (self->fill_source == 0 && self->next_row < n_rows)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}
