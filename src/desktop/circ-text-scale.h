/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large text is: 1 is normal, 2 is what somebody reads who has set 200 %. What is a width in pixels is times this. */
double circ_text_scale_get (GtkWidget *widget);

G_END_DECLS
