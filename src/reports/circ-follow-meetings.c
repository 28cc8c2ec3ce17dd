/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting that was moved remembers the first day that it was planned for. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-meeting.h"

static gboolean
note_move (CircStore *store,
           CircRecord *part,
           CircChange *more,
           GError **error)
{
  const char *before = circ_record_get_text (part, CIRC_MEETING_DATE);
  g_autoptr (CircRecord) meeting = NULL;
  const char *first;

  if (!circ_follow_read (store, CIRC_KIND_MEETING, circ_record_get_id (part), &meeting, error))
    return FALSE;
  if (meeting == NULL)
    return TRUE;
  first = circ_record_get_text (meeting, CIRC_MEETING_MOVED_FROM);
  /* One that is back on its first day was not moved. */
  if (first != NULL && g_strcmp0 (first, circ_record_get_text (meeting, CIRC_MEETING_DATE)) == 0)
    circ_change_set_text (more, meeting, CIRC_MEETING_MOVED_FROM, NULL);
  else if (first == NULL && before != NULL)
    circ_change_set_text (more, meeting, CIRC_MEETING_MOVED_FROM, before);
  return TRUE;
}

gboolean
circ_follow_meetings (CircStore *store,
                      CircChange *change,
                      CircChange *more,
                      GError **error)
{
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);

      if (circ_record_get_kind (part)->id == CIRC_KIND_MEETING && action == CIRC_PART_SET && field == CIRC_MEETING_DATE &&
          !note_move (store, part, more, error))
        return FALSE;
    }
  return TRUE;
}
