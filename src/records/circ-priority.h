/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* What the partnership wants to bring about: a priority, an objective of the strategy, or a result it is judged by. A tag on
 * items, campaigns and measures. DOMAIN 3.1, FEATURES P14 and V4. */
CIRC_DECLARE_KIND (CircPriority, circ_priority)

enum {
  CIRC_PRIORITY_NAME,
  CIRC_PRIORITY_LEVEL,
  CIRC_PRIORITY_DESCRIPTION,
  CIRC_PRIORITY_STARTS_ON,
  CIRC_PRIORITY_ENDS_ON,
  CIRC_PRIORITY_ARCHIVED_ON,
  CIRC_PRIORITY_N_FIELDS,
};

extern const CircKind circ_priority_kind;

G_END_DECLS
