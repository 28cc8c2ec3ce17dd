/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_BANNER (circ_banner_get_type ())
G_DECLARE_FINAL_TYPE (CircBanner, circ_banner, CIRC, BANNER, GtkWidget)

/**
 * CircBanner:
 *
 * A strip across the window for a state that lasts (AdwBanner came after the floor). Signal "button-clicked".
 */
GtkWidget *circ_banner_new (void);
/* NULL hides it. */
void circ_banner_set_title (CircBanner *self,
                            const char *title);
const char *circ_banner_get_title (CircBanner *self);
/* NULL: no button. */
void circ_banner_set_button_label (CircBanner *self,
                                   const char *label);

G_END_DECLS
