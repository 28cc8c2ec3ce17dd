/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report-private.h"

G_BEGIN_DECLS

CircReportTable *circ_report_table_new  (const char      *title,
                                         CircTextCounts  *counts);
void             circ_report_table_free (CircReportTable *table);

G_END_DECLS
