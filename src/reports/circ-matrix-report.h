/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export.h"
#include "circ-period.h"
#include "circ-store.h"

G_BEGIN_DECLS

CircReport *circ_matrix_report_new (CircStore *store,
                                    const CircReportYear *year,
                                    const CircPeriod *period,
                                    const char *today,
                                    CircExportFormat format,
                                    GError **error);

/* The same of one version, whichever holds. */
CircReport *circ_matrix_report_new_version (CircStore *store,
                                            gint64 version,
                                            const CircPeriod *period,
                                            const char *today,
                                            CircExportFormat format,
                                            GError **error);

G_END_DECLS
