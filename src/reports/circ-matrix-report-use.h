/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-source.h"
#include "circ-report.h"

G_BEGIN_DECLS

gboolean circ_matrix_report_add_use (CircReport *report,
                                     CircStore *store,
                                     CircMatrixSource *source,
                                     const CircPeriod *period,
                                     GError **error);

G_END_DECLS
