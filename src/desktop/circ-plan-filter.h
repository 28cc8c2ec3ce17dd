/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-view.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_FILTER (circ_plan_filter_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanFilter, circ_plan_filter, CIRC, PLAN_FILTER, GtkWidget)

/**
 * CircPlanFilter:
 *
 * The conditions under which items of the plan are shown, and how many answer them.
 *
 * Actions: "filter.state", "filter.scope" (both "s"), "filter.year" ("i"), "filter.clear".
 *
 * Signal "changed": the view is not what it was.
 */
GtkWidget *circ_plan_filter_new (CircSession *session);
const CircPlanView *circ_plan_filter_get_view (CircPlanFilter *self);
/* Shows @view without emitting "changed". */
void circ_plan_filter_set_view (CircPlanFilter *self,
                                const CircPlanView *view);
/* Words that the items must have; emits "changed". */
void circ_plan_filter_set_search (CircPlanFilter *self,
                                  const char *search);
/* What the table decides; not a filter, but part of the same view. */
void circ_plan_filter_set_sort (CircPlanFilter *self,
                                guint field,
                                gboolean descending);
/* All conditions away, the sort kept. */
void circ_plan_filter_clear (CircPlanFilter *self);
/* Whether any condition beyond the usual ones holds. */
gboolean circ_plan_filter_is_filtering (CircPlanFilter *self);
/* Counts again, without waiting for it: a record has changed. */
void circ_plan_filter_update_count (CircPlanFilter *self);
/* Whether a sign says that rows are on their way. */
void circ_plan_filter_set_waiting (CircPlanFilter *self,
                                   gboolean waiting);
/* The names of what is chosen may have changed. */
void circ_plan_filter_update_names (CircPlanFilter *self);

G_END_DECLS
