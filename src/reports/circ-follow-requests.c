/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request for a format that says when it was supplied, or why it cannot be, is in that state. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-format-request.h"

static gboolean
settle (CircStore *store,
        gint64 id,
        const char *state,
        CircChange *more,
        GError **error)
{
  g_autoptr (CircRecord) request = NULL;

  if (!circ_follow_read (store, CIRC_KIND_FORMAT_REQUEST, id, &request, error))
    return FALSE;
  if (request != NULL && g_strcmp0 (circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE), state) != 0)
    circ_change_set_text (more, request, CIRC_FORMAT_REQUEST_STATE, state);
  return TRUE;
}

gboolean
circ_follow_requests (CircStore *store,
                      CircChange *change,
                      CircChange *more,
                      GError **error)
{
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);
      const char *state = NULL;

      if (circ_record_get_kind (part)->id != CIRC_KIND_FORMAT_REQUEST || action != CIRC_PART_SET ||
          circ_change_get_part_value (change, i) == NULL)
        continue;
      if (field == CIRC_FORMAT_REQUEST_SUPPLIED_ON)
        state = "supplied";
      else if (field == CIRC_FORMAT_REQUEST_REASON)
        state = "cannot_supply";
      if (state != NULL && !settle (store, circ_record_get_id (part), state, more, error))
        return FALSE;
    }
  return TRUE;
}
