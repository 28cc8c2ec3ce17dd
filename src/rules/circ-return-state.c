/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-state.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-cascade-return.h"

typedef struct {
  const char *title;
  const char *icon;
} StateWords;

static const StateWords words[] = {
  [CIRC_RETURN_STATE_NOT_APPLICABLE] = { N_ ("Not needed"), "action-unavailable-symbolic" },
  [CIRC_RETURN_STATE_RETURNED] = { N_ ("Returned"), "emblem-ok-symbolic" },
  [CIRC_RETURN_STATE_OVERDUE] = { N_ ("Overdue"), "dialog-error-symbolic" },
  [CIRC_RETURN_STATE_AWAITED] = { N_ ("Awaited"), "content-loading-symbolic" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_RETURN_STATES);

/**
 * circ_return_state_of:
 * @cascade_return: a record of kind cascade-return
 * @today: ISO date
 *
 * The day it is wanted by is still in time.
 */
CircReturnState
circ_return_state_of (CircRecord *cascade_return,
                      const char *today)
{
  const char *due_on = circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_DUE_ON);

  if (circ_record_get (cascade_return, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON) != NULL)
    return CIRC_RETURN_STATE_NOT_APPLICABLE;
  if (circ_record_get (cascade_return, CIRC_CASCADE_RETURN_RETURNED_ON) != NULL)
    return CIRC_RETURN_STATE_RETURNED;
  return due_on != NULL && strcmp (today, due_on) > 0 ? CIRC_RETURN_STATE_OVERDUE : CIRC_RETURN_STATE_AWAITED;
}

const char *
circ_return_state_get_title (CircReturnState state)
{
  g_return_val_if_fail (state < CIRC_N_RETURN_STATES, NULL);
  return _ (words[state].title);
}

const char *
circ_return_state_get_icon (CircReturnState state)
{
  g_return_val_if_fail (state < CIRC_N_RETURN_STATES, NULL);
  return words[state].icon;
}

gboolean
circ_return_is_touched (CircRecord *cascade_return)
{
  static const guint said[] = {
    CIRC_CASCADE_RETURN_CHASED, CIRC_CASCADE_RETURN_CHASED_ON, CIRC_CASCADE_RETURN_RETURNED_ON,
    CIRC_CASCADE_RETURN_RETURNED_BY, CIRC_CASCADE_RETURN_METHOD_USED, CIRC_CASCADE_RETURN_REACH,
    CIRC_CASCADE_RETURN_COMMENT, CIRC_CASCADE_RETURN_ISSUES_RAISED, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON,
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (circ_record_get (cascade_return, said[i]) != NULL)
      return TRUE;
  return FALSE;
}
