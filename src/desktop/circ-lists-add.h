/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_LISTS_ADD (circ_lists_add_get_type ())
G_DECLARE_FINAL_TYPE (CircListsAdd, circ_lists_add, CIRC, LISTS_ADD, GtkPopover)

/**
 * CircListsAdd:
 *
 * Asks for the name of a new entry of a reference list and saves it. A name that is taken is said beneath.
 *
 * Signals:
 * "before": a new entry is about to be saved; a handler that returns TRUE stops it
 * "added" (CircRecord *record): it is saved
 */
GtkWidget *circ_lists_add_new (CircSession *session,
                               CircKindId kind);
/* Saves an entry called @name; FALSE when that is refused. */
gboolean circ_lists_add_name (CircListsAdd *self,
                              const char *name);

G_END_DECLS
