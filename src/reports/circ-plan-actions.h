/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report-year.h"
#include "circ-store.h"

G_BEGIN_DECLS

/* What people do with items of the plan. Each is one change with a title, and so one undo. */

CircRecord *circ_plan_item_new (CircStore *store,
                                const char *today);
CircRecord *circ_plan_duplicate (CircStore *store,
                                 CircRecord *item,
                                 const char *today,
                                 GError **error);
gboolean circ_plan_set_archived (CircStore *store,
                                 GPtrArray *items,
                                 gboolean archived,
                                 const char *today,
                                 GError **error);

/* n_rolled: carried over; n_already: had been before, and were left alone. */
typedef struct {
  guint n_rolled;
  guint n_already;
} CircRollCounts;

gboolean circ_plan_roll_forward (CircStore *store,
                                 const CircReportYear *year,
                                 gboolean apply,
                                 CircRollCounts *counts,
                                 GError **error);

GPtrArray *circ_plan_find_waiting (CircStore *store,
                                   CircRecord *item,
                                   GError **error);
CircRecord *circ_plan_draft_occurrence (CircStore *store,
                                        CircRecord *item,
                                        CircRecord *waiting,
                                        const char *today);
CircChange *circ_plan_occurrence_change (CircRecord *item,
                                         CircRecord *saved,
                                         CircRecord *occurrence,
                                         GPtrArray *evidences);
gboolean circ_plan_record_occurrence (CircStore *store,
                                      CircRecord *item,
                                      CircRecord *saved,
                                      CircRecord *occurrence,
                                      GPtrArray *evidences,
                                      GError **error);

G_END_DECLS
