/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_OCCURRENCES (circ_plan_occurrences_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanOccurrences, circ_plan_occurrences, CIRC, PLAN_OCCURRENCES, GtkWidget)

/**
 * CircPlanOccurrences:
 *
 * What was recorded for one item of the plan, newest first. A row opens the occurrence.
 */
GtkWidget *circ_plan_occurrences_new (CircSession *session);
void circ_plan_occurrences_set_item (CircPlanOccurrences *self,
                                     CircRecord *item);

G_END_DECLS
