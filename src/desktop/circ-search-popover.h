/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_SEARCH_POPOVER (circ_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (CircSearchPopover, circ_search_popover, CIRC, SEARCH_POPOVER, GtkPopover)

/**
 * CircSearchPopover:
 *
 * Finds words in every kind of record. Enter opens the chosen result, Up and Down choose another.
 *
 * Signal "opened" (gint64 id).
 */
GtkWidget *circ_search_popover_new (void);
/* NULL: nothing to search in. */
void circ_search_popover_set_session (CircSearchPopover *self,
                                      CircSession *session);

G_END_DECLS
