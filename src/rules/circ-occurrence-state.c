/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-occurrence.h"

typedef struct {
  const char *token;
  const char *title;
  const char *icon;
} StateWords;

static const StateWords words[] = {
  [CIRC_OCCURRENCE_STATE_CANCELLED] = { "cancelled", N_ ("Cancelled"), "window-close-symbolic" },
  [CIRC_OCCURRENCE_STATE_NOT_REQUIRED] = { "not_required", N_ ("Not needed"), "action-unavailable-symbolic" },
  [CIRC_OCCURRENCE_STATE_DONE] = { "done", N_ ("Done"), "emblem-ok-symbolic" },
  [CIRC_OCCURRENCE_STATE_DONE_LATE] = { "done_late", N_ ("Done late"), "emblem-ok-symbolic" },
  [CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING] = {
    "evidence_missing", N_ ("Done, evidence missing"), "dialog-question-symbolic"
  },
  [CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER] = {
    "awaiting_trigger", N_ ("Awaiting a trigger"), "content-loading-symbolic"
  },
  [CIRC_OCCURRENCE_STATE_DATE_NEEDED] = { "date_needed", N_ ("Needs a date"), "dialog-question-symbolic" },
  [CIRC_OCCURRENCE_STATE_NO_TIMING] = { "no_timing", N_ ("No timing set"), "content-loading-symbolic" },
  [CIRC_OCCURRENCE_STATE_OVERDUE] = { "overdue", N_ ("Overdue"), "dialog-error-symbolic" },
  [CIRC_OCCURRENCE_STATE_DUE] = { "due", N_ ("Due"), "alarm-symbolic" },
  [CIRC_OCCURRENCE_STATE_SCHEDULED] = { "scheduled", N_ ("Planned"), "x-office-calendar-symbolic" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_OCCURRENCE_STATES);

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * circ_evidence_policy_from_token:
 * @token: the plan item's evidence-policy, or %NULL
 *
 * Returns: the policy; evidence is required unless the item says otherwise (DOMAIN 3.6)
 */
CircEvidencePolicy
circ_evidence_policy_from_token (const char *token)
{
  if (g_strcmp0 (token, "recommended") == 0)
    return CIRC_EVIDENCE_POLICY_RECOMMENDED;
  if (g_strcmp0 (token, "none") == 0)
    return CIRC_EVIDENCE_POLICY_NONE;
  return CIRC_EVIDENCE_POLICY_REQUIRED;
}

/**
 * circ_occurrence_lead_is_reached:
 * @lead_from: (nullable): from when on it counts as due
 * @due_on: its day
 * @today: ISO date
 *
 * The same question is put to the store by circ_plan_view_dup_query(): a date sorts as text.
 */
gboolean
circ_occurrence_lead_is_reached (const char *lead_from,
                                 const char *due_on,
                                 const char *today)
{
  g_autofree char *week = NULL;

  if (is_set (lead_from))
    return strcmp (lead_from, today) <= 0;
  week = circ_date_add_days (today, 7);
  return strcmp (due_on, week) <= 0;
}

/**
 * circ_occurrence_state:
 * @facts: what is known of the occurrence
 * @today: ISO date
 *
 * Decides in the order of DOMAIN 4.4. A date sorts as text, so no calendar is needed.
 */
CircOccurrenceState
circ_occurrence_state (const CircOccurrenceFacts *facts,
                       const char *today)
{
  if (is_set (facts->cancelled_on))
    return CIRC_OCCURRENCE_STATE_CANCELLED;
  if (facts->not_required)
    return CIRC_OCCURRENCE_STATE_NOT_REQUIRED;
  if (is_set (facts->completed_on))
    {
      if (facts->policy == CIRC_EVIDENCE_POLICY_REQUIRED && facts->n_evidence == 0)
        return CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING;
      if (is_set (facts->due_on) && strcmp (facts->completed_on, facts->due_on) > 0)
        return CIRC_OCCURRENCE_STATE_DONE_LATE;
      return CIRC_OCCURRENCE_STATE_DONE;
    }
  if (!is_set (facts->due_on))
    return facts->waiting == CIRC_WAITING_TRIGGER ? CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER
           : facts->waiting == CIRC_WAITING_TIMING ? CIRC_OCCURRENCE_STATE_NO_TIMING : CIRC_OCCURRENCE_STATE_DATE_NEEDED;
  if (strcmp (today, facts->due_on) > 0)
    return CIRC_OCCURRENCE_STATE_OVERDUE;
  return circ_occurrence_lead_is_reached (facts->lead_from, facts->due_on, today) ? CIRC_OCCURRENCE_STATE_DUE
                                                                                  : CIRC_OCCURRENCE_STATE_SCHEDULED;
}

/**
 * circ_occurrence_state_of:
 * @occurrence: a record of kind occurrence
 * @n_evidence: how many pieces of evidence belong to it
 * @policy: what its plan item asks for
 * @today: ISO date
 */
CircOccurrenceState
circ_occurrence_state_of (CircRecord *occurrence,
                          guint n_evidence,
                          CircEvidencePolicy policy,
                          const char *today)
{
  CircOccurrenceFacts facts = {
    .due_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON),
    .completed_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
    .cancelled_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_CANCELLED_ON),
    .not_required = is_set (circ_record_get_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON)),
    .n_evidence = n_evidence,
    .policy = policy,
    .lead_from = circ_record_get_text (occurrence, CIRC_OCCURRENCE_LEAD_FROM),
  };

  return circ_occurrence_state (&facts, today);
}

/* Whether it was carried out, be it late or without its evidence. */
gboolean
circ_occurrence_state_is_done (CircOccurrenceState state)
{
  return state == CIRC_OCCURRENCE_STATE_DONE || state == CIRC_OCCURRENCE_STATE_DONE_LATE ||
         state == CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING;
}

/* The token never changes: --json prints it. */
const char *
circ_occurrence_state_get_token (CircOccurrenceState state)
{
  g_return_val_if_fail (state < CIRC_N_OCCURRENCE_STATES, NULL);
  return words[state].token;
}

const char *
circ_occurrence_state_get_title (CircOccurrenceState state)
{
  g_return_val_if_fail (state < CIRC_N_OCCURRENCE_STATES, NULL);
  return _(words[state].title);
}

/* A symbolic icon of the Adwaita theme; a state is shown as icon and word, never as colour alone. */
const char *
circ_occurrence_state_get_icon (CircOccurrenceState state)
{
  g_return_val_if_fail (state < CIRC_N_OCCURRENCE_STATES, NULL);
  return words[state].icon;
}
