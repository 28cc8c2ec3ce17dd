/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-entry.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_ENTRY_POPOVER (circ_entry_popover_get_type ())
G_DECLARE_FINAL_TYPE (CircEntryPopover, circ_entry_popover, CIRC, ENTRY_POPOVER, GtkPopover)

/**
 * CircEntryPopover:
 *
 * What can be done with one entry of "to whom", "how" or "by whom": mend its words, link it or add what it means, say
 * its purpose or part, move it, take it away.
 *
 * Signals: "words" (const char *words), "link" (gint64 id; 0 unlinks), "add" (int kind, const char *name),
 * "part" (const char *token; NULL: none), "move" (int step), "remove".
 */
GtkWidget *circ_entry_popover_new (CircSession *session,
                                   const CircField *field);
/* Shows @entry; @meaning: what it is linked to, in words, or NULL. */
void circ_entry_popover_set_entry (CircEntryPopover *self,
                                   const CircEntry *entry,
                                   const char *meaning);

G_END_DECLS
