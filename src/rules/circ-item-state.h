/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-occurrence-state.h"
#include "circ-report-year.h"

G_BEGIN_DECLS

/**
 * CircItemState:
 *
 * How a plan item stands in a reporting year, the most pressing first: the first that holds is the item's state.
 */
typedef enum {
  CIRC_ITEM_STATE_ARCHIVED,
  CIRC_ITEM_STATE_OVERDUE,          /* an occurrence that fell due before today and by the year's end is still open */
  CIRC_ITEM_STATE_DUE,              /* one is due: see CIRC_LEAD_DAYS */
  CIRC_ITEM_STATE_EVIDENCE_MISSING, /* done in the year, without the evidence that is required */
  CIRC_ITEM_STATE_DONE,             /* done in the year */
  CIRC_ITEM_STATE_ENDED,            /* no longer in the plan, and nothing was done in the year */
  CIRC_ITEM_STATE_NOTHING,          /* nothing recorded yet */
  CIRC_N_ITEM_STATES,
} CircItemState;

/* Where in time the state is asked for: the ends of the windows that rule and query share. "" closes a window. */
typedef struct {
  char done_from[11];
  char done_to[11];
  char overdue_to[11]; /* open occurrences due on or before this day are overdue */
  char due_from[11];
  char due_to[11];
  char lead_to[11]; /* and of those that fall due between the two, the ones whose lead begins on or before this day are due */
  char ended_before[11]; /* an item whose last day is before this one has ended */
} CircItemWindows;

/**
 * CircItemFacts:
 * @archived: put away
 * @active_to: last day in the plan, or %NULL
 * @policy: what the item asks of evidence
 * @n_overdue, @n_due: open occurrences in the windows of that name
 * @n_done: occurrences done in the year; @n_done_bare: those of them without any evidence
 *
 * All that an item's state is decided from. Cancelled and not-required occurrences are in none of the numbers.
 */
typedef struct {
  gboolean archived;
  const char *active_to;
  CircEvidencePolicy policy;
  guint n_overdue;
  guint n_due;
  guint n_done;
  guint n_done_bare;
} CircItemFacts;

void circ_item_windows_init (CircItemWindows *windows,
                             const CircReportYear *year,
                             const char *today);
void circ_item_facts_add_occurrence (CircItemFacts *facts,
                                     const CircItemWindows *windows,
                                     const CircOccurrenceFacts *occurrence);
CircItemState circ_item_state (const CircItemFacts *facts,
                               const CircItemWindows *windows);
gboolean circ_item_state_answers (CircItemState state,
                                  CircItemState asked);
gboolean circ_item_state_from_token (const char *token,
                                     CircItemState *state);
const char *circ_item_state_get_token (CircItemState state);
const char *circ_item_state_get_title (CircItemState state);
const char *circ_item_state_get_icon (CircItemState state);

G_END_DECLS
