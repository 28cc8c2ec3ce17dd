/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_OCCURRENCE_WINDOW (circ_occurrence_window_get_type ())
G_DECLARE_FINAL_TYPE (CircOccurrenceWindow, circ_occurrence_window, CIRC, OCCURRENCE_WINDOW, AdwWindow)

/**
 * CircOccurrenceWindow:
 *
 * One time that an item of the plan was carried out: when, by whom, how, to whom, with which evidence. Nothing is
 * saved before Record (or Save); closing with something typed asks.
 *
 * Actions: "occurrence.save" (Ctrl+Enter), "occurrence.cancel" (Escape), "occurrence.add-evidence", "occurrence.delete".
 */
/* @occurrence: NULL for a new one. @parent: any widget of the window it belongs to. */
CircOccurrenceWindow *circ_occurrence_window_present (CircSession *session,
                                                      GtkWidget *parent,
                                                      CircRecord *item,
                                                      CircRecord *occurrence);
/* To say that @occurrence, which waits, was done today with the item's usual methods and recipients: asks for no more than
 * the item needs. */
CircOccurrenceWindow *circ_occurrence_window_present_to_record (CircSession *session,
                                                                GtkWidget *parent,
                                                                CircRecord *item,
                                                                CircRecord *occurrence);

G_END_DECLS
