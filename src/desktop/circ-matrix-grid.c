/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  CHOSEN,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CircMatrixGrid, circ_matrix_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

int
circ_matrix_grid_get_offset (CircMatrixGrid *self,
                             GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static gboolean
has_cells (CircMatrixGrid *self)
{
  return circ_matrix_model_get_source (self->model) != NULL && circ_matrix_model_get_n_rows (self->model) > 0 &&
         circ_matrix_model_get_n_columns (self->model) > 0;
}

static void
order (int a,
       int b,
       int n,
       int *first,
       int *last)
{
  *first = MIN (a, b);
  *last = MAX (a, b);
  if (*first == CIRC_MATRIX_HEAD)
    {
      *first = 0;
      *last = n - 1;
    }
}

gboolean
circ_matrix_grid_get_block (CircMatrixGrid *self,
                            CircMatrixBlock *block)
{
  if (!has_cells (self))
    return FALSE;
  order (self->row, self->anchor_row, (int) circ_matrix_model_get_n_rows (self->model), &block->top, &block->bottom);
  order (self->column, self->anchor_column, (int) circ_matrix_model_get_n_columns (self->model), &block->left, &block->right);
  return TRUE;
}

void
circ_matrix_grid_focus (CircMatrixGrid *self)
{
  GtkWidget *spot;

  g_return_if_fail (CIRC_IS_MATRIX_GRID (self));

  spot = circ_matrix_grid_ensure_spot (self, self->row, self->column);
  if (spot != NULL)
    gtk_widget_grab_focus (spot);
}

static gboolean
has_focus (CircMatrixGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL &&
         (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

void
circ_matrix_grid_move (CircMatrixGrid *self,
                       int row,
                       int column,
                       gboolean extend)
{
  gboolean moved = row != self->row || column != self->column;

  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  circ_matrix_grid_show_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (has_focus (self))
    circ_matrix_grid_focus (self);
  if (moved)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static GArray *
dup_pairs (CircMatrixGrid *self,
           const CircMatrixBlock *block)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (CircMatrixPair));

  for (int row = block->top; row <= block->bottom; row++)
    for (int column = block->left; column <= block->right; column++)
      {
        CircMatrixPair pair = circ_matrix_model_get_pair (self->model, row, column);

        g_array_append_val (pairs, pair);
      }
  return pairs;
}

void
circ_matrix_grid_set_block (CircMatrixGrid *self,
                            CircMatrixValue value)
{
  g_autoptr (GArray) pairs = NULL;
  CircMatrixBlock block;

  if (!circ_matrix_grid_get_block (self, &block))
    return;
  pairs = dup_pairs (self, &block);
  circ_matrix_model_fill (self->model, pairs, value);
}

/* What is not all used becomes used. */
void
circ_matrix_grid_toggle (CircMatrixGrid *self)
{
  CircMatrixBlock block;
  gboolean all = TRUE;

  if (!circ_matrix_grid_get_block (self, &block))
    return;
  for (int row = block.top; row <= block.bottom; row++)
    for (int column = block.left; column <= block.right; column++)
      all = all && circ_matrix_model_get_value (self->model, row, column) == CIRC_MATRIX_USED;
  circ_matrix_grid_set_block (self, all ? CIRC_MATRIX_NOT_USED : CIRC_MATRIX_USED);
}

static void
set_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  circ_matrix_grid_set_block (CIRC_MATRIX_GRID (widget),
                              circ_matrix_value_from_token (g_variant_get_string (parameter, NULL)));
}

static void
toggle_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_matrix_grid_toggle (CIRC_MATRIX_GRID (widget));
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
}

/* The keyboard may not stay on what goes. */
static void
reset_cb (CircMatrixGrid *self)
{
  gboolean focused = has_focus (self);
  int last_row = (int) circ_matrix_model_get_n_rows (self->model) - 1;
  int last_column = (int) circ_matrix_model_get_n_columns (self->model) - 1;

  circ_matrix_grid_drop_menu (self);
  circ_matrix_grid_forget_layout (self);
  if (self->n_rows != circ_matrix_model_get_n_rows (self->model) || self->n_columns != circ_matrix_model_get_n_columns (self->model))
    circ_matrix_grid_leave_spots (self);
  else
    circ_matrix_grid_name_spots (self, CIRC_MATRIX_HEAD, CIRC_MATRIX_HEAD);
  self->n_rows = circ_matrix_model_get_n_rows (self->model);
  self->n_columns = circ_matrix_model_get_n_columns (self->model);
  self->row = self->anchor_row = CLAMP (self->row, CIRC_MATRIX_HEAD, MAX (0, last_row));
  self->column = self->anchor_column = CLAMP (self->column, CIRC_MATRIX_HEAD, MAX (0, last_column));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (focused && has_cells (self))
    circ_matrix_grid_focus (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
changed_cb (CircMatrixGrid *self,
            int row,
            int column)
{
  circ_matrix_grid_name_spots (self, row, column);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
circ_matrix_grid_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
}

static void
configure (CircMatrixGrid *self,
           GtkOrientation orientation,
           int content,
           int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, content - page));
  gtk_adjustment_configure (adjustment, value, 0, content, self->em * 2, page * 0.9, page);
}

static void
circ_matrix_grid_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (widget);
  GdkRectangle body;

  if (has_cells (self))
    {
      circ_matrix_grid_lay_out (self, width);
      circ_matrix_grid_get_body (self, &body);
      configure (self, GTK_ORIENTATION_HORIZONTAL, circ_matrix_grid_get_content_width (self), body.width);
      configure (self, GTK_ORIENTATION_VERTICAL, circ_matrix_grid_get_content_height (self), body.height);
      circ_matrix_grid_allocate_spots (self);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Tab goes to the cursor, and from there out of the grid. */
static gboolean
circ_matrix_grid_focus_direction (GtkWidget *widget,
                                  GtkDirectionType direction)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (widget);

  if (has_focus (self) || !has_cells (self))
    return FALSE;
  circ_matrix_grid_focus (self);
  return TRUE;
}

static gboolean
circ_matrix_grid_grab_focus (GtkWidget *widget)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (widget);

  circ_matrix_grid_focus (self);
  return has_focus (self);
}

static void
circ_matrix_grid_css_changed (GtkWidget *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (circ_matrix_grid_parent_class)->css_changed (widget, change);
  circ_matrix_grid_forget_layout (CIRC_MATRIX_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
circ_matrix_grid_system_setting_changed (GtkWidget *widget,
                                         GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (circ_matrix_grid_parent_class)->system_setting_changed (widget, setting);
  circ_matrix_grid_forget_layout (CIRC_MATRIX_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static gboolean
circ_matrix_grid_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (widget);
  g_autofree char *name = NULL;
  GdkRectangle place;
  int row;
  int column;

  if (keyboard || !circ_matrix_grid_find_at (self, x, y, &row, &column))
    return FALSE;
  name = circ_matrix_model_dup_name (self->model, row, column);
  circ_matrix_grid_get_place (self, row, column, &place);
  gtk_tooltip_set_text (tooltip, name);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static void
scrolled_cb (GtkWidget *self)
{
  gtk_widget_queue_allocate (self);
  gtk_widget_queue_draw (self);
}

static void
set_adjustment (CircMatrixGrid *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
circ_matrix_grid_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else
    g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
}

static void
circ_matrix_grid_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
  else
    self->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
}

static void
circ_matrix_grid_dispose (GObject *object)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (object);

  circ_matrix_grid_drop_menu (self);
  circ_matrix_grid_drop_spots (self);
  circ_matrix_grid_forget_layout (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_object (&self->model);

  G_OBJECT_CLASS (circ_matrix_grid_parent_class)->dispose (object);
}

static void
circ_matrix_grid_finalize (GObject *object)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (object);

  g_array_unref (self->tops);
  g_ptr_array_unref (self->row_names);
  g_ptr_array_unref (self->column_names);

  G_OBJECT_CLASS (circ_matrix_grid_parent_class)->finalize (object);
}

static void
circ_matrix_grid_class_init (CircMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = circ_matrix_grid_get_property;
  object_class->set_property = circ_matrix_grid_set_property;
  object_class->dispose = circ_matrix_grid_dispose;
  object_class->finalize = circ_matrix_grid_finalize;
  widget_class->measure = circ_matrix_grid_measure;
  widget_class->size_allocate = circ_matrix_grid_size_allocate;
  widget_class->snapshot = circ_matrix_grid_snapshot;
  widget_class->focus = circ_matrix_grid_focus_direction;
  widget_class->grab_focus = circ_matrix_grid_grab_focus;
  widget_class->css_changed = circ_matrix_grid_css_changed;
  widget_class->system_setting_changed = circ_matrix_grid_system_setting_changed;
  widget_class->query_tooltip = circ_matrix_grid_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_MATRIX_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", CIRC_TYPE_MATRIX_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "matrixgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_install_action (widget_class, "grid.set", "s", set_action);
  gtk_widget_class_install_action (widget_class, "grid.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "grid.open", NULL, open_action);
}

static void
circ_matrix_grid_init (CircMatrixGrid *self)
{
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->row_names = g_ptr_array_new_with_free_func (g_object_unref);
  self->column_names = g_ptr_array_new_with_free_func (g_object_unref);
  self->next_row = CIRC_MATRIX_HEAD;
  self->dragged = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Methods and audiences"), -1);
  circ_matrix_grid_add_controllers (self);
}

GtkWidget *
circ_matrix_grid_new (CircMatrixModel *model)
{
  CircMatrixGrid *self = g_object_new (CIRC_TYPE_MATRIX_GRID, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
circ_matrix_grid_get_cursor (CircMatrixGrid *self,
                             int *row,
                             int *column)
{
  g_return_val_if_fail (CIRC_IS_MATRIX_GRID (self), FALSE);

  if (!has_cells (self))
    return FALSE;
  if (row != NULL)
    *row = self->row;
  if (column != NULL)
    *column = self->column;
  return TRUE;
}

void
circ_matrix_grid_choose (CircMatrixGrid *self,
                         int row,
                         int column)
{
  g_return_if_fail (CIRC_IS_MATRIX_GRID (self));

  circ_matrix_grid_move (self, row, column, FALSE);
}
