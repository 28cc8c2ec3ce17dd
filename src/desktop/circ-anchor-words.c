/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-anchor-words.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-meeting.h"
#include "circ-occurrence-ref.h"
#include "circ-occurrence.h"

static char *
dup_meeting (CircSession *session,
             CircRecord *meeting)
{
  const char *today = circ_session_get_today (session);
  g_autofree char *group = circ_session_dup_title (session, circ_record_get_int (meeting, CIRC_MEETING_GROUP));
  g_autofree char *day = circ_date_format_short (circ_record_get_text (meeting, CIRC_MEETING_DATE), today);

  if (group == NULL)
    return g_steal_pointer (&day);
  /* translators: a group that meets, and the day: Harbour Board, Wed 9 Dec */
  return g_strdup_printf (_ ("%s, %s"), group, day);
}

char *
circ_anchor_words (CircSession *session,
                   CircRecord *occurrence)
{
  CircOccurrenceRef ref;
  g_autoptr (CircRecord) anchor = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (occurrence), NULL);

  if (!circ_occurrence_ref_from_text (circ_record_get_text (occurrence, CIRC_OCCURRENCE_ANCHOR_REF), &ref) ||
      (ref.source != CIRC_SOURCE_EVENT && ref.source != CIRC_SOURCE_THEME))
    return NULL;
  anchor = circ_store_get (circ_session_get_store (session), ref.id, NULL);
  if (anchor == NULL)
    return NULL;
  if (circ_record_get_kind (anchor)->id != CIRC_KIND_MEETING)
    return circ_record_dup_title (anchor);
  return circ_record_get (anchor, CIRC_MEETING_DATE) != NULL ? dup_meeting (session, anchor) : NULL;
}

char *
circ_aim_words (CircSession *session,
                CircRecord *occurrence)
{
  const char *aim, *due;
  g_autofree char *day = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (occurrence), NULL);

  aim = circ_record_get_text (occurrence, CIRC_OCCURRENCE_PLAN_BY);
  due = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON);
  if (aim == NULL || g_strcmp0 (aim, due) == 0)
    return NULL;
  day = circ_date_format_short (aim, circ_session_get_today (session));
  /* translators: the day by which something should be done, which is before the day that it is due: Aim for Tue 24 Nov */
  return g_strdup_printf (_ ("Aim for %s"), day);
}
