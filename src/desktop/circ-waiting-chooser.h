/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_WAITING_CHOOSER (circ_waiting_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CircWaitingChooser, circ_waiting_chooser, CIRC, WAITING_CHOOSER, GtkWidget)

/**
 * CircWaitingChooser:
 *
 * Asks which of the occurrences that wait was done: the first of them, until the person says another or none.
 *
 * Properties: "chosen" (CircRecord, read only; NULL for a time that nobody had planned).
 */
/* @waiting: (element-type CircRecord): at least one, as circ_plan_find_waiting() gives them */
GtkWidget *circ_waiting_chooser_new (CircSession *session,
                                     GPtrArray *waiting);
CircRecord *circ_waiting_chooser_get_chosen (CircWaitingChooser *self);

G_END_DECLS
