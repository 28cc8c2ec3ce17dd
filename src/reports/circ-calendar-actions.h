/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* What people do with the calendar. Each is one change with a title, what follows from it included, and so one undo. */

gboolean circ_calendar_add_meetings (CircStore *store,
                                     gint64 group,
                                     const char *const *dates,
                                     const char *starts_at,
                                     const char *place,
                                     GError **error);
gboolean circ_calendar_record_trigger (CircStore *store,
                                       gint64 item,
                                       const char *trigger,
                                       const char *date,
                                       const char *at,
                                       const char *note,
                                       GError **error);

gint64 circ_calendar_count_recorded (CircStore *store,
                                     CircRecord *record,
                                     GError **error);

G_END_DECLS
