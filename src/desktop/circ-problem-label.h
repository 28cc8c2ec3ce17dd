/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A place beneath a control for a sentence about what is wrong there, with a sign before it; hidden while there is none. */
GtkWidget *circ_problem_label_new (void);
/* @text: (nullable); @is_error: it stands in the way, and is not only to be thought of */
void circ_problem_label_set (GtkWidget *problem,
                             const char *text,
                             gboolean is_error);

G_END_DECLS
