/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_CHOOSER (circ_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CircChooser, circ_chooser, CIRC, CHOOSER, GtkWidget)

/**
 * CircChooser:
 *
 * The list inside a CircChooserPopover, for whoever brings a text of his own: set the text as it is typed, move with
 * the arrow keys, choose with Enter. Signals "chosen", "add" and "words" as there.
 */
GtkWidget *circ_chooser_new (CircSession *session);
void circ_chooser_set_session (CircChooser *self,
                               CircSession *session);
void circ_chooser_set_kinds (CircChooser *self,
                             const char *const *kinds);
void circ_chooser_set_excluded (CircChooser *self,
                                GArray *ids);
void circ_chooser_set_suggested (CircChooser *self,
                                 GArray *ids);
void circ_chooser_set_can_add (CircChooser *self,
                               gboolean can_add);
void circ_chooser_set_words (CircChooser *self,
                             gboolean words);
/* What "Add" is offered for while no text is set: the words that are to be linked. NULL: nothing. */
void circ_chooser_set_add_text (CircChooser *self,
                                const char *text);
/* Filters by @text; the list is read anew. */
void circ_chooser_set_text (CircChooser *self,
                            const char *text);
/* Moves the mark up or down; FALSE at the end. */
gboolean circ_chooser_move (CircChooser *self,
                            int step);
/* As if the marked row was clicked; FALSE when there is none. */
gboolean circ_chooser_choose (CircChooser *self);

G_END_DECLS
