/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-facts.h"
#include "circ-session.h"

G_BEGIN_DECLS

/* How an item stands, as a sign and a word, and below them how late it is or when it is due next. */
GtkWidget *circ_plan_state_cell_new (GtkWidget *label);
void circ_plan_state_cell_show (GtkWidget *cell,
                                CircSession *session,
                                CircPlanFacts *facts,
                                CircRecord *item);

G_END_DECLS
