/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A defined indicator. What it came to, period by period, is a reading. DOMAIN 3.8. */
CIRC_DECLARE_KIND (CircMeasure, circ_measure)

enum {
  CIRC_MEASURE_NAME,
  CIRC_MEASURE_CODE,
  CIRC_MEASURE_TYPE,
  CIRC_MEASURE_UNIT,
  CIRC_MEASURE_DIRECTION,
  CIRC_MEASURE_DEFINITION,
  CIRC_MEASURE_SOURCE_SYSTEM,
  CIRC_MEASURE_FREQUENCY,
  CIRC_MEASURE_EVALUATION_LEVEL,
  CIRC_MEASURE_PRIORITIES,
  CIRC_MEASURE_BASELINE,
  CIRC_MEASURE_BASELINE_NOTE,
  CIRC_MEASURE_TARGET,
  CIRC_MEASURE_TARGET_ON,
  CIRC_MEASURE_AUDIENCE,
  CIRC_MEASURE_ARCHIVED_ON,
  CIRC_MEASURE_N_FIELDS,
};

extern const CircKind circ_measure_kind;
extern const CircChoice circ_evaluation_level_choices[];

G_END_DECLS
