/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_CHOOSER_POPOVER (circ_chooser_popover_get_type ())
G_DECLARE_FINAL_TYPE (CircChooserPopover, circ_chooser_popover, CIRC, CHOOSER_POPOVER, GtkPopover)

/**
 * CircChooserPopover:
 *
 * Searches records of some kinds by typing, and offers to add a new one under the words typed. Enter takes the first
 * row, arrows move, Escape closes. Set a parent with gtk_widget_set_parent() or hang it on a GtkMenuButton.
 *
 * Signals:
 * "chosen" (gint64 id): a record that is there
 * "add" (int kind, const char *words): a new one (a CircKindId) is wanted; the receiver inserts it in its own change
 * "words" (const char *words): only where circ_chooser_popover_set_words() is on: keep the words unlinked
 */
GtkWidget *circ_chooser_popover_new (CircSession *session);
/* Names of kinds, ended by NULL, as in CircField.targets. */
void circ_chooser_popover_set_kinds (CircChooserPopover *self,
                                     const char *const *kinds);
/* Records (gint64) that are not offered, because they are chosen already; NULL: none. Copied. */
void circ_chooser_popover_set_excluded (CircChooserPopover *self,
                                        GArray *ids);
/* Records (gint64) that come first while nothing is typed, under "Suggested"; NULL: none. Copied. */
void circ_chooser_popover_set_suggested (CircChooserPopover *self,
                                         GArray *ids);
/* Whether a new record may be added; on at first. */
void circ_chooser_popover_set_can_add (CircChooserPopover *self,
                                       gboolean can_add);
/* Whether words may be kept as words. */
void circ_chooser_popover_set_words (CircChooserPopover *self,
                                     gboolean words);
/* What the search holds at first, selected, and what "Add" is offered for. */
void circ_chooser_popover_set_text (CircChooserPopover *self,
                                    const char *text);

G_END_DECLS
