/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-view.h"
#include "circ-report.h"

G_BEGIN_DECLS

/**
 * CircPlanFront:
 * @store, @view, @today: (borrowed): what the document was asked for with
 * @partnership: (owned): whose plan it is
 * @year: the reporting year that the view looks at
 * @narrowed: whether the items are narrowed to that year
 * @query: (owned): the items, in their order
 * @n_shown: how many that finds
 *
 * What each document about the plan begins with.
 */
typedef struct {
  CircStore *store;
  const CircPlanView *view;
  const char *today;
  CircRecord *partnership;
  CircReportYear year;
  gboolean narrowed;
  CircQuery *query;
  gint64 n_shown;
} CircPlanFront;

gboolean circ_plan_front_init (CircPlanFront *self,
                               CircStore *store,
                               const CircPlanView *view,
                               const char *today,
                               GError **error);
void circ_plan_front_clear (CircPlanFront *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CircPlanFront, circ_plan_front_clear)

gboolean circ_plan_front_fill (CircPlanFront *self,
                               CircReport *report,
                               GError **error);

/* Whose document it is, made on which day, how it is marked and how it looks: landscape, in the partnership's brand. */
void circ_report_take_partnership (CircReport *report,
                                   CircRecord *partnership,
                                   CircMarking marking,
                                   const char *today);

G_END_DECLS
