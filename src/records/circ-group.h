/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A board, sub-group or forum, with its members. DOMAIN 3.4. */
CIRC_DECLARE_KIND (CircGroup, circ_group)

enum {
  CIRC_GROUP_NAME,
  CIRC_GROUP_KIND,
  CIRC_GROUP_AGENCY,
  CIRC_GROUP_CHAIR,
  CIRC_GROUP_ADMINISTRATOR,
  CIRC_GROUP_MEMBERS,
  CIRC_GROUP_MEETING_PATTERN,
  CIRC_GROUP_UPDATES,
  CIRC_GROUP_NOTES,
  CIRC_GROUP_ARCHIVED_ON,
  CIRC_GROUP_N_FIELDS,
};

extern const CircKind circ_group_kind;
extern const CircField circ_group_member_row[];
extern const CircField circ_group_update_row[];

G_END_DECLS
