/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_LISTS_PAGE (circ_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (CircListsPage, circ_lists_page, CIRC, LISTS_PAGE, GtkWidget)

/**
 * CircListsPage:
 *
 * The reference list of one kind: its entries with search and filter, and the chosen one beside them.
 *
 * Actions: "entries.add", "entries.search", "entries.clear", "entries.retire", "entries.restore", "entries.delete",
 * "entries.merge", and beside "entries.add" one that takes the name, "entries.add-named" (s).
 */
GtkWidget *circ_lists_page_new (CircSession *session,
                                CircKindId kind);
/* Chooses @record, whatever the filter and the search say. FALSE when what is being edited cannot be saved. */
gboolean circ_lists_page_show_record (CircListsPage *self,
                                      CircRecord *record);
gboolean circ_lists_page_commit (CircListsPage *self);
void circ_lists_page_focus (CircListsPage *self);

G_END_DECLS
