/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkSpinButton of whole numbers as a form needs it: a wheel that scrolls the form does not change it. @name: for a
 * screen reader. (transfer floating) */
GtkWidget *circ_number_new (int from,
                            int to,
                            const char *name);

G_END_DECLS
