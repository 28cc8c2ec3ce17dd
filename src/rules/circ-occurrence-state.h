/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/**
 * CIRC_LEAD_DAYS:
 *
 * DOMAIN 4.4: an occurrence counts as due this many working days before the day to aim for. It is kept with the occurrence
 * as its "lead-from", so that asking a hundred thousand of them needs no calendar.
 */
#define CIRC_LEAD_DAYS 5

/* DOMAIN 4.4, in the order in which it is decided. */
typedef enum {
  CIRC_OCCURRENCE_STATE_CANCELLED,
  CIRC_OCCURRENCE_STATE_NOT_REQUIRED,
  CIRC_OCCURRENCE_STATE_DONE,
  CIRC_OCCURRENCE_STATE_DONE_LATE,
  CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING,
  CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER, /* something has to happen first */
  CIRC_OCCURRENCE_STATE_DATE_NEEDED,      /* somebody has to set a date */
  CIRC_OCCURRENCE_STATE_NO_TIMING,        /* the plan says nothing of when */
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

/* What an occurrence without a date is waiting for. */
typedef enum {
  CIRC_WAITING_NONE,
  CIRC_WAITING_TRIGGER, /* something has to happen */
  CIRC_WAITING_DATE,    /* somebody has to set a date */
  CIRC_WAITING_TIMING,  /* the plan gives none */
  CIRC_WAITING_EVENT,   /* the next event that it hangs on, as a meeting, is not in the calendar */
} CircWaiting;

/* What is decided from. Dates are ISO 8601; %NULL and "" both mean that there is none. Without @lead_from, in a file that
 * was not brought up to date yet, a week before the date counts as five working days. */
typedef struct {
  const char *due_on;
  const char *completed_on;
  const char *cancelled_on;
  gboolean not_required;
  guint n_evidence;
  CircEvidencePolicy policy;
  const char *lead_from;
  CircWaiting waiting; /* CIRC_WAITING_NONE is read as CIRC_WAITING_DATE where there is no date */
} CircOccurrenceFacts;

CircEvidencePolicy circ_evidence_policy_from_token (const char *token);

CircOccurrenceState circ_occurrence_state (const CircOccurrenceFacts *facts,
                                           const char *today);
CircOccurrenceState circ_occurrence_state_of (CircRecord *occurrence,
                                              guint n_evidence,
                                              CircEvidencePolicy policy,
                                              const char *today);
gboolean circ_occurrence_lead_is_reached (const char *lead_from,
                                         const char *due_on,
                                         const char *today);
gboolean circ_occurrence_state_is_done (CircOccurrenceState state);
const char *circ_occurrence_state_get_token (CircOccurrenceState state);
const char *circ_occurrence_state_get_title (CircOccurrenceState state);
const char *circ_occurrence_state_get_icon (CircOccurrenceState state);

G_END_DECLS
