/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export.h"
#include "circ-plan-view.h"

G_BEGIN_DECLS

/**
 * CircProgressReportFlags:
 * @CIRC_PROGRESS_REPORT_DEFAULT: what each lead has done in figures, then a table for each
 * @CIRC_PROGRESS_REPORT_ONE_TABLE: one table for all of them, with a column for the lead, to sort and filter by
 * @CIRC_PROGRESS_REPORT_NO_FIGURES: without the figures (CSV, which holds one table)
 */
typedef enum {
  CIRC_PROGRESS_REPORT_DEFAULT = 0,
  CIRC_PROGRESS_REPORT_ONE_TABLE = 1 << 0,
  CIRC_PROGRESS_REPORT_NO_FIGURES = 1 << 1,
} CircProgressReportFlags;

CircProgressReportFlags circ_progress_report_flags_for_format (CircExportFormat format);
CircReport *circ_progress_report_new (CircStore *store,
                                      const CircPlanView *view,
                                      const char *today,
                                      CircProgressReportFlags flags,
                                      GError **error);

G_END_DECLS
