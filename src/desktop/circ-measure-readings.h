/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MEASURE_READINGS (circ_measure_readings_get_type ())
G_DECLARE_FINAL_TYPE (CircMeasureReadings, circ_measure_readings, CIRC, MEASURE_READINGS, GtkWidget)

/* What a measure came to: how it stands, a chart, and the table of its readings, the newest first. A reading is not edited
 * but corrected, and what it said before stays beneath. */
GtkWidget *circ_measure_readings_new (CircSession *session);
/* NULL: none. */
void circ_measure_readings_set_measure (CircMeasureReadings *self,
                                        CircRecord *measure);

G_END_DECLS
