/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-facts.h"
#include "circ-plan-report.h"

G_BEGIN_DECLS

/* The tables of the plan report; private to this folder. */

void circ_plan_report_add_items (CircReport *report,
                                 CircStore *store,
                                 CircQuery *query,
                                 CircPlanFacts *facts,
                                 CircPlanReportFlags flags);
gboolean circ_plan_report_add_occurrences (CircReport *report,
                                           CircStore *store,
                                           CircQuery *items,
                                           CircPlanFacts *facts,
                                           const CircReportYear *year,
                                           GError **error);

G_END_DECLS
