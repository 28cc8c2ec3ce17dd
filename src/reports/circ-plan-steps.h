/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* What is said of something that waits. Each is one change with a title, and so one undo. */

typedef enum {
  CIRC_PLAN_STEP_HAPPENED,     /* what it waits for has happened, or it was asked for */
  CIRC_PLAN_STEP_SET_DATE,     /* its date was agreed */
  CIRC_PLAN_STEP_NOT_REQUIRED, /* it is not needed this time */
} CircPlanStep;

CircRecord *circ_plan_step_new_record (CircPlanStep step,
                                       CircRecord *item,
                                       CircRecord *occurrence,
                                       const char *trigger,
                                       const char *today);
CircChange *circ_plan_step_change (CircPlanStep step,
                                   CircRecord *item,
                                   CircRecord *occurrence,
                                   CircRecord *record);

G_END_DECLS
