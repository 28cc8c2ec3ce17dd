/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-item-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"

typedef struct {
  const char *token;
  const char *title;
  const char *icon;
} StateWords;

static const StateWords words[] = {
  [CIRC_ITEM_STATE_ARCHIVED] = { "archived", N_ ("Archived"), "folder-symbolic" },
  [CIRC_ITEM_STATE_OVERDUE] = { "overdue", N_ ("Overdue"), "dialog-error-symbolic" },
  [CIRC_ITEM_STATE_DUE] = { "due", N_ ("Due"), "alarm-symbolic" },
  [CIRC_ITEM_STATE_EVIDENCE_MISSING] = {
    "evidence_missing", N_ ("Done, evidence missing"), "dialog-question-symbolic"
  },
  [CIRC_ITEM_STATE_DONE] = { "done", N_ ("Done"), "emblem-ok-symbolic" },
  [CIRC_ITEM_STATE_ENDED] = { "ended", N_ ("Ended"), "media-playback-stop-symbolic" },
  [CIRC_ITEM_STATE_NOTHING] = { "nothing", N_ ("Nothing recorded yet"), "content-loading-symbolic" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_ITEM_STATES);

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
earlier (const char *a,
         const char *b)
{
  return strcmp (a, b) < 0 ? a : b;
}

static const char *
later (const char *a,
       const char *b)
{
  return strcmp (a, b) > 0 ? a : b;
}

static gboolean
is_within (const char *iso,
           const char *from,
           const char *to)
{
  return is_set (iso) && strcmp (iso, from) >= 0 && strcmp (iso, to) <= 0;
}

/**
 * circ_item_windows_init:
 * @windows: to fill
 * @year: the reporting year asked about, or %NULL for all time
 * @today: ISO date
 *
 * What is overdue stays so over the end of a year until somebody deals with it, so that window has no beginning; in a
 * year that has not begun yet nothing is overdue. A window that holds no day ends before it begins.
 */
void
circ_item_windows_init (CircItemWindows *windows,
                        const CircReportYear *year,
                        const char *today)
{
  const char *from = year != NULL ? year->from : "0001-01-01";
  const char *to = year != NULL ? year->to : "9999-12-31";
  g_autofree char *yesterday = circ_date_add_days (today, -1);

  g_strlcpy (windows->done_from, from, sizeof windows->done_from);
  g_strlcpy (windows->done_to, to, sizeof windows->done_to);
  g_strlcpy (windows->overdue_to, strcmp (from, today) > 0 ? "0000-00-00" : earlier (to, yesterday),
             sizeof windows->overdue_to);
  g_strlcpy (windows->due_from, later (from, today), sizeof windows->due_from);
  g_strlcpy (windows->due_to, to, sizeof windows->due_to);
  g_strlcpy (windows->lead_to, today, sizeof windows->lead_to);
  /* An item that ended with the year it is looked at in was in the plan all that year: it has not "ended" there. */
  g_strlcpy (windows->ended_before, strcmp (from, today) > 0 ? from : earlier (to, today),
             sizeof windows->ended_before);
}

/**
 * circ_item_facts_add_occurrence:
 * @facts: counts so far
 * @windows: where in time
 * @occurrence: an occurrence of the item; its policy is not looked at
 */
void
circ_item_facts_add_occurrence (CircItemFacts *facts,
                                const CircItemWindows *windows,
                                const CircOccurrenceFacts *occurrence)
{
  if (is_set (occurrence->cancelled_on) || occurrence->not_required)
    return;
  if (is_set (occurrence->completed_on))
    {
      if (!is_within (occurrence->completed_on, windows->done_from, windows->done_to))
        return;
      facts->n_done++;
      if (occurrence->n_evidence == 0)
        facts->n_done_bare++;
      return;
    }
  if (is_within (occurrence->due_on, "0001-01-01", windows->overdue_to))
    facts->n_overdue++;
  else if (is_within (occurrence->due_on, windows->due_from, windows->due_to) &&
           circ_occurrence_lead_is_reached (occurrence->lead_from, occurrence->due_on, windows->lead_to))
    facts->n_due++;
}

/**
 * circ_item_state:
 * @facts: what is known of the item
 * @windows: where in time; the same that the facts were counted with
 *
 * Returns: the most pressing state that holds
 */
CircItemState
circ_item_state (const CircItemFacts *facts,
                 const CircItemWindows *windows)
{
  if (facts->archived)
    return CIRC_ITEM_STATE_ARCHIVED;
  if (facts->n_overdue > 0)
    return CIRC_ITEM_STATE_OVERDUE;
  if (facts->n_due > 0)
    return CIRC_ITEM_STATE_DUE;
  if (facts->n_done_bare > 0 && facts->policy == CIRC_EVIDENCE_POLICY_REQUIRED)
    return CIRC_ITEM_STATE_EVIDENCE_MISSING;
  if (facts->n_done > 0)
    return CIRC_ITEM_STATE_DONE;
  if (is_set (facts->active_to) && strcmp (facts->active_to, windows->ended_before) < 0)
    return CIRC_ITEM_STATE_ENDED;
  return CIRC_ITEM_STATE_NOTHING;
}

/**
 * circ_item_state_answers:
 * @state: an item's state
 * @asked: the state that a filter asks for
 *
 * Returns: whether the filter shows the item. "Done, evidence missing" is done too, and is shown under both.
 */
gboolean
circ_item_state_answers (CircItemState state,
                         CircItemState asked)
{
  return state == asked || (asked == CIRC_ITEM_STATE_DONE && state == CIRC_ITEM_STATE_EVIDENCE_MISSING);
}

gboolean
circ_item_state_from_token (const char *token,
                            CircItemState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (token, words[i].token) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

/* The token never changes: --json prints it, and a remembered view holds it. */
const char *
circ_item_state_get_token (CircItemState state)
{
  g_return_val_if_fail (state < CIRC_N_ITEM_STATES, NULL);
  return words[state].token;
}

const char *
circ_item_state_get_title (CircItemState state)
{
  g_return_val_if_fail (state < CIRC_N_ITEM_STATES, NULL);
  return _(words[state].title);
}

/* A symbolic icon of the Adwaita theme; a state is shown as icon and word, never as colour alone. */
const char *
circ_item_state_get_icon (CircItemState state)
{
  g_return_val_if_fail (state < CIRC_N_ITEM_STATES, NULL);
  return words[state].icon;
}
