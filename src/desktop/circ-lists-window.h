/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-forms.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_LISTS_WINDOW (circ_lists_window_get_type ())
G_DECLARE_FINAL_TYPE (CircListsWindow, circ_lists_window, CIRC, LISTS_WINDOW, AdwWindow)

/**
 * CircListsWindow:
 *
 * The reference lists: audiences, methods, circulation lists, groups, agencies, contacts and key messages, each with
 * its entries, the chosen one, where that is used and its history. A session has one such window for each CircFormsSet.
 *
 * Actions: "lists.show" (s: the name of a kind), "lists.open" (x: the id of any record), "lists.undo", "lists.redo";
 * those of the list on show are CircListsPage's.
 */
/* Shows the list of @kind, in the window that is there already or in a new one beside @parent's. */
void circ_lists_window_present (CircSession *session,
                                GtkWidget *parent,
                                CircKindId kind);
/* The same with @record chosen in its list. */
void circ_lists_window_present_record (CircSession *session,
                                       GtkWidget *parent,
                                       CircRecord *record);
/* Chooses @record in its list. FALSE when its kind is not kept as a list, or what is being edited cannot be saved. */
gboolean circ_lists_window_show_record (CircListsWindow *self,
                                        CircRecord *record);

G_END_DECLS
