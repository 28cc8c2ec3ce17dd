/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_DETAILS (circ_plan_details_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanDetails, circ_plan_details, CIRC, PLAN_DETAILS, GtkWidget)

/**
 * CircPlanDetails:
 *
 * One item of the plan as a form, with its occurrences and its history.
 *
 * A record that was never saved is a draft: it is saved as soon as something is typed, and forgotten when nothing is.
 *
 * Signals:
 * "added": the draft has become a record
 * "back": the person wants the table again (Escape, or the button that is there when the window is narrow)
 */
GtkWidget *circ_plan_details_new (CircSession *session,
                                  GMenuModel *menu);
/* NULL: nothing is chosen. FALSE when something typed could not be saved: the form keeps the item it has. */
gboolean circ_plan_details_set_item (CircPlanDetails *self,
                                     CircRecord *item);
CircRecord *circ_plan_details_get_item (CircPlanDetails *self);
gboolean circ_plan_details_commit (CircPlanDetails *self);
/* To the first field. */
void circ_plan_details_focus (CircPlanDetails *self);
void circ_plan_details_set_back_visible (CircPlanDetails *self,
                                         gboolean visible);
/* The year whose state is shown at the top. */
void circ_plan_details_set_year (CircPlanDetails *self,
                                 int year);

G_END_DECLS
