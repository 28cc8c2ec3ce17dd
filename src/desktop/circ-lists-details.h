/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_LISTS_DETAILS (circ_lists_details_get_type ())
G_DECLARE_FINAL_TYPE (CircListsDetails, circ_lists_details, CIRC, LISTS_DETAILS, GtkWidget)

/**
 * CircListsDetails:
 *
 * One entry of a reference list: its form, where it is used, its history. The buttons activate the actions
 * "entries.retire", "entries.restore", "entries.merge" and "entries.delete" of an ancestor.
 *
 * Signal "merge" (gint64 id): the entry into which this one is to be merged was chosen.
 */
GtkWidget *circ_lists_details_new (CircSession *session,
                                   CircKindId kind);
/* Saves what is pending for the record before; FALSE when that cannot be saved: the record then stays. */
gboolean circ_lists_details_set_record (CircListsDetails *self,
                                        CircRecord *record);
gboolean circ_lists_details_commit (CircListsDetails *self);
/* The first field, or the first that is still empty. */
void circ_lists_details_focus (CircListsDetails *self);
/* Lets the person choose the entry to merge into. */
void circ_lists_details_choose_merge (CircListsDetails *self);

G_END_DECLS
