/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-spot.h"

#include "circ-matrix-grid.h"

struct _CircMatrixSpot {
  GtkWidget parent_instance;

  int row;
  int column;
  char *name;
};

G_DEFINE_FINAL_TYPE (CircMatrixSpot, circ_matrix_spot, GTK_TYPE_WIDGET)

/* For assistive technology, which can do what an action without a parameter does; the keys are those of the grid. */
static void
toggle_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircMatrixSpot *self = CIRC_MATRIX_SPOT (widget);
  GtkWidget *grid = gtk_widget_get_parent (widget);

  circ_matrix_grid_choose (CIRC_MATRIX_GRID (grid), self->row, self->column);
  gtk_widget_activate_action (grid, "grid.toggle", NULL);
}

static void
circ_matrix_spot_finalize (GObject *object)
{
  CircMatrixSpot *self = CIRC_MATRIX_SPOT (object);

  g_free (self->name);

  G_OBJECT_CLASS (circ_matrix_spot_parent_class)->finalize (object);
}

static void
circ_matrix_spot_class_init (CircMatrixSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = circ_matrix_spot_finalize;
  gtk_widget_class_set_css_name (widget_class, "matrixspot");
  gtk_widget_class_install_action (widget_class, "cell.toggle", NULL, toggle_action);
}

static void
circ_matrix_spot_init (CircMatrixSpot *self)
{
}

GtkWidget *
circ_matrix_spot_new (int row,
                      int column)
{
  GtkAccessibleRole role = row < 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                           : column < 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL;
  CircMatrixSpot *self = g_object_new (CIRC_TYPE_MATRIX_SPOT, "accessible-role", role, "focusable", TRUE, "can-target", FALSE,
                                       NULL);

  self->row = row;
  self->column = column;
  return GTK_WIDGET (self);
}

int
circ_matrix_spot_get_row (CircMatrixSpot *self)
{
  return self->row;
}

int
circ_matrix_spot_get_column (CircMatrixSpot *self)
{
  return self->column;
}

void
circ_matrix_spot_leave (CircMatrixSpot *self)
{
  self->row = self->column = CIRC_MATRIX_HEAD;
}

void
circ_matrix_spot_set_name (CircMatrixSpot *self,
                           const char *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
circ_matrix_spot_get_name (CircMatrixSpot *self)
{
  return self->name;
}
