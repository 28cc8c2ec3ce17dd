/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_CHECK_BUTTON (circ_check_button_get_type ())
G_DECLARE_FINAL_TYPE (CircCheckButton, circ_check_button, CIRC, CHECK_BUTTON, GtkCheckButton)

/* A check button with the widget action "check.toggle": GTK 4.8 gives assistive technology no way to press its own. */
GtkWidget *circ_check_button_new (const char *label);

G_END_DECLS
