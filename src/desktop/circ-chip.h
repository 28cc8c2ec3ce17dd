/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_CHIP (circ_chip_get_type ())
G_DECLARE_FINAL_TYPE (CircChip, circ_chip, CIRC, CHIP, GtkWidget)

/**
 * CircChip:
 *
 * A small rounded thing with words, an icon that says what they mean, and a button that takes it away. Focusable;
 * Delete and Backspace remove it, Enter activates it.
 *
 * Signals "activated", "remove".
 */
GtkWidget *circ_chip_new (const char *text);
void circ_chip_set_text (CircChip *self,
                         const char *text);
/* @icon: a symbolic icon, or NULL; @meaning: the same in words, for the tooltip and the screen reader. */
void circ_chip_set_meaning (CircChip *self,
                            const char *icon,
                            const char *meaning);
/* A dim word after the text ("not linked", "for action"), or NULL. */
void circ_chip_set_note (CircChip *self,
                         const char *note);
/* Dims it: what it stands for is not offered any more. The note says so in words. */
void circ_chip_set_retired (CircChip *self,
                            gboolean retired);

G_END_DECLS
