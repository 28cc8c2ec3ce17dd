/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_LISTS_USES (circ_lists_uses_get_type ())
G_DECLARE_FINAL_TYPE (CircListsUses, circ_lists_uses, CIRC, LISTS_USES, GtkWidget)

/**
 * CircListsUses:
 *
 * Which records refer to an entry of a reference list, plan items first; of a meeting, the items with dates that hang on it.
 * A row opens its record through the action
 * "lists.open" (x: the id) of an ancestor. Follows the store; reads only while it is mapped.
 */
GtkWidget *circ_lists_uses_new (CircSession *session);
/* NULL: none. */
void circ_lists_uses_set_record (CircListsUses *self,
                                 CircRecord *record);

G_END_DECLS
