/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/**
 * CIRC_DUE_LEAD_DAYS:
 *
 * An occurrence counts as due this many calendar days before its date: DOMAIN 4.4 says five working days, which is
 * one week until the calendars of bank holidays arrive.
 */
#define CIRC_DUE_LEAD_DAYS 7

/* DOMAIN 4.4, in the order in which it is decided. */
typedef enum {
  CIRC_OCCURRENCE_STATE_CANCELLED,
  CIRC_OCCURRENCE_STATE_NOT_REQUIRED,
  CIRC_OCCURRENCE_STATE_DONE,
  CIRC_OCCURRENCE_STATE_DONE_LATE,
  CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING,
  CIRC_OCCURRENCE_STATE_NO_DATE,
  CIRC_OCCURRENCE_STATE_OVERDUE,
  CIRC_OCCURRENCE_STATE_DUE,
  CIRC_OCCURRENCE_STATE_SCHEDULED,
  CIRC_N_OCCURRENCE_STATES,
} CircOccurrenceState;

typedef enum {
  CIRC_EVIDENCE_POLICY_REQUIRED, /* the default */
  CIRC_EVIDENCE_POLICY_RECOMMENDED,
  CIRC_EVIDENCE_POLICY_NONE,
} CircEvidencePolicy;

/* What is decided from. Dates are ISO 8601; %NULL and "" both mean that there is none. */
typedef struct {
  const char *due_on;
  const char *completed_on;
  const char *cancelled_on;
  gboolean not_required;
  guint n_evidence;
  CircEvidencePolicy policy;
} CircOccurrenceFacts;

CircEvidencePolicy circ_evidence_policy_from_token (const char *token);

CircOccurrenceState circ_occurrence_state (const CircOccurrenceFacts *facts,
                                           const char *today);
CircOccurrenceState circ_occurrence_state_of (CircRecord *occurrence,
                                              guint n_evidence,
                                              CircEvidencePolicy policy,
                                              const char *today);
gboolean circ_occurrence_state_is_done (CircOccurrenceState state);
const char *circ_occurrence_state_get_token (CircOccurrenceState state);
const char *circ_occurrence_state_get_title (CircOccurrenceState state);
const char *circ_occurrence_state_get_icon (CircOccurrenceState state);

G_END_DECLS
