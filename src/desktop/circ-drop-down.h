/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A GtkDropDown of strings that is never cut: what is chosen goes over as many lines as it needs, where GTK's own
 * would end it with an ellipsis.
 */
GtkWidget *circ_drop_down_new (void);
/* Gives the button inside its name, which has to say what is chosen too. Call it again after each choice. */
void circ_drop_down_update_name (GtkDropDown *drop_down,
                                 const char *title);

G_END_DECLS
