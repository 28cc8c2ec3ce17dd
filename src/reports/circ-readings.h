/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-period.h"
#include "circ-store.h"

G_BEGIN_DECLS

GPtrArray *circ_readings_find (CircStore *store,
                               gint64 measure,
                               GError **error);
void circ_readings_init_period (CircStore *store,
                                const char *frequency,
                                const char *today,
                                CircPeriod *period);
CircRecord *circ_reading_new (CircRecord *measure,
                              const char *from,
                              const char *to,
                              const char *person,
                              const char *today);
CircRecord *circ_reading_new_correction (CircRecord *reading,
                                         const char *person,
                                         const char *today);
CircChange *circ_readings_record_change (CircStore *store,
                                         GPtrArray *readings);

G_END_DECLS
