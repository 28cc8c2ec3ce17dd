/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/**
 * CircProgress:
 *
 * How the newest figure of a measure stands to where it is to go. A measure of which neither more nor less is better has
 * none.
 */
typedef enum {
  CIRC_PROGRESS_NONE,
  CIRC_PROGRESS_REACHED, /* the target */
  CIRC_PROGRESS_BETTER,  /* than the baseline; there is a target that is not reached, or none */
  CIRC_PROGRESS_WORSE,   /* than the baseline, or the same */
} CircProgress;

GPtrArray *circ_measure_series_get_current (GPtrArray *readings);
CircRecord *circ_measure_series_find_correction (GPtrArray *readings,
                                                 CircRecord *reading);
CircRecord *circ_measure_series_find (GPtrArray *readings,
                                      const char *from,
                                      const char *to);
CircProgress circ_measure_get_progress (CircRecord *measure,
                                        CircRecord *newest);
char *circ_measure_reading_dup_period (CircRecord *reading);
char *circ_measure_dup_figure (CircRecord *measure,
                               gint64 value);
char *circ_measure_dup_reading (CircRecord *measure,
                                CircRecord *reading);
char *circ_measure_dup_standing (CircRecord *measure,
                                 CircRecord *newest);

G_END_DECLS
