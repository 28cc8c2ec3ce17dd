/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-row-name.h"

void
circ_row_set_name (GtkWidget *child,
                   const char *name)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_WIDGET (child));

  row = gtk_widget_get_parent (child);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
