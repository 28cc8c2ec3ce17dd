/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-front.h"

G_BEGIN_DECLS

/**
 * CircProgress:
 * @CIRC_PROGRESS_ON_TIME: done, by its day or without one
 * @CIRC_PROGRESS_TO_COME: due or planned
 * @CIRC_PROGRESS_NO_DATE: waits for a trigger, a date or a timing
 * @CIRC_PROGRESS_NOT_NEEDED: not needed or cancelled
 *
 * Where a row of the progress report is counted. The first four together are what was planned.
 */
typedef enum {
  CIRC_PROGRESS_ON_TIME,
  CIRC_PROGRESS_LATE,
  CIRC_PROGRESS_OVERDUE,
  CIRC_PROGRESS_TO_COME,
  CIRC_PROGRESS_NO_DATE,
  CIRC_PROGRESS_NOT_NEEDED,
  CIRC_N_PROGRESS,
} CircProgress;

/**
 * CircProgressRow:
 * @item: (owned)
 * @occurrence: (owned) (nullable): %NULL for an item that the year has nothing of
 * @state: (borrowed): in words, evidence aside
 * @evidence_missing: done, without the evidence that is required
 */
typedef struct {
  CircRecord *item;
  CircRecord *occurrence;
  const char *state;
  gboolean evidence_missing;
} CircProgressRow;

/**
 * CircProgressOwner:
 * @name: (owned) (nullable): a person, a group, an agency or the words of the plan; %NULL where nobody leads
 * @rows: (owned) (element-type CircProgressRow): in the order of the items, and of each by day
 * @n_items: how many items @rows are of
 * @n: how many rows are counted as each
 * @n_evidence_missing: of the done ones
 */
typedef struct {
  char *name;
  GPtrArray *rows;
  guint n_items;
  guint n[CIRC_N_PROGRESS];
  guint n_evidence_missing;
} CircProgressOwner;

GPtrArray *circ_progress_find_owners (CircPlanFront *front,
                                      GError **error);
guint circ_progress_owner_count_planned (const CircProgressOwner *owner);

G_END_DECLS
