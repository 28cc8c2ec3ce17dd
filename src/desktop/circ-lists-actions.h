/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

/* What can be done to an entry of a reference list. Each is one change that can be undone. An entry that is in use is
 * retired, which takes it out of every chooser and leaves it where it is used; one that is not may be deleted. */

/* A new entry called @name. NULL with @error when it cannot be saved, such as a name that is taken. (transfer full) */
CircRecord *circ_lists_insert (CircSession *session,
                               CircKindId kind,
                               const char *name,
                               GError **error);
gboolean circ_lists_retire (CircSession *session,
                            CircRecord *record);
gboolean circ_lists_restore (CircSession *session,
                             CircRecord *record);
/* What has more to it than a name is added in a window of its own, which saves it. */
gboolean circ_lists_has_window (CircKindId kind);
void circ_lists_add_in_window (CircSession *session,
                               GtkWidget *parent,
                               CircKindId kind);
/* Asks first: to retire what is in use, to delete what is not. */
void circ_lists_ask_remove (CircSession *session,
                            GtkWidget *parent,
                            CircRecord *record);
/* Asks first. Every place that names @from comes to name @into. */
void circ_lists_ask_merge (CircSession *session,
                           GtkWidget *parent,
                           CircRecord *from,
                           CircRecord *into);

G_END_DECLS
