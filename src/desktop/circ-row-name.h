/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says how the row of a list view that @child fills is read out. GTK 4.8 has no name of a list item of its own, and the
 * widget around @child is what has the focus. */
void circ_row_set_name (GtkWidget *child,
                        const char *name);

G_END_DECLS
