/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that start where text does, and go over as many lines as they need: a word that is too long for one is broken.
 * @css_class: a style, or NULL. */
GtkWidget *circ_label_new (const char *text,
                           const char *css_class);

G_END_DECLS
