/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* One meeting of a group. DOMAIN 3.15. */
CIRC_DECLARE_KIND (CircMeeting, circ_meeting)

enum {
  CIRC_MEETING_REF,
  CIRC_MEETING_GROUP,
  CIRC_MEETING_TITLE,
  CIRC_MEETING_DATE,
  CIRC_MEETING_STARTS_AT,
  CIRC_MEETING_ENDS_AT,
  CIRC_MEETING_PLACE,
  CIRC_MEETING_LINK,
  CIRC_MEETING_STATUS,
  CIRC_MEETING_MOVED_FROM,
  CIRC_MEETING_AGENDA,
  CIRC_MEETING_MINUTES,
  CIRC_MEETING_NOTES,
  CIRC_MEETING_N_FIELDS,
};

extern const CircKind circ_meeting_kind;
extern const CircField circ_meeting_agenda_row[];

G_END_DECLS
