/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export.h"
#include "circ-plan-view.h"

G_BEGIN_DECLS

/**
 * CircPlanReportFlags:
 * @CIRC_PLAN_REPORT_HOW_BY_WHOM: "How, by whom" in one column, by whom beneath how, as the strategies print it
 * @CIRC_PLAN_REPORT_ONLY_PLAN: the plan's table and nothing else (CSV, which holds one table)
 */
typedef enum {
  CIRC_PLAN_REPORT_DEFAULT = 0,
  CIRC_PLAN_REPORT_HOW_BY_WHOM = 1 << 0,
  CIRC_PLAN_REPORT_ONLY_PLAN = 1 << 1,
} CircPlanReportFlags;

CircPlanReportFlags circ_plan_report_flags_for_format (CircExportFormat format);
CircReport *circ_plan_report_new (CircStore *store,
                                  const CircPlanView *view,
                                  const char *today,
                                  CircPlanReportFlags flags,
                                  GError **error);

G_END_DECLS
