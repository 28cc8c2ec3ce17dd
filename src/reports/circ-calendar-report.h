/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report.h"
#include "circ-store.h"

G_BEGIN_DECLS

/* What is due, meetings and theme days, as entries of a calendar: the dates of circ_due_list_new() in the same span. */
GPtrArray *circ_calendar_list_events (CircStore *store,
                                      const char *from,
                                      const char *to,
                                      const char *today,
                                      GError **error);
gboolean circ_calendar_export_ics (CircStore *store,
                                   const char *from,
                                   const char *to,
                                   const char *today,
                                   GFile *target,
                                   GError **error);
/* The same as a document: one table, by day. */
CircReport *circ_calendar_report_new (CircStore *store,
                                      const char *from,
                                      const char *to,
                                      const char *today,
                                      GError **error);

G_END_DECLS
