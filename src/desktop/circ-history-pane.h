/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_HISTORY_PANE (circ_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (CircHistoryPane, circ_history_pane, CIRC, HISTORY_PANE, GtkWidget)

/**
 * CircHistoryPane:
 *
 * Who changed what of a record (and of those that belong to it), when, from what, to what; a value can be put back.
 * Reads only while it is mapped and follows the store.
 */
GtkWidget *circ_history_pane_new (CircSession *session);
void circ_history_pane_set_record (CircHistoryPane *self,
                                   CircRecord *record);

G_END_DECLS
