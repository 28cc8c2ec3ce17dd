/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* Something that happened and that items of the plan waited for. DOMAIN 3.6 (trigger) and 3.7. */
CIRC_DECLARE_KIND (CircTrigger, circ_trigger)

enum {
  CIRC_TRIGGER_ITEM,
  CIRC_TRIGGER_TRIGGER,
  CIRC_TRIGGER_DATE,
  CIRC_TRIGGER_AT,
  CIRC_TRIGGER_NOTE,
  CIRC_TRIGGER_N_FIELDS,
};

extern const CircKind circ_trigger_kind;

G_END_DECLS
