/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing-sentence.h"

G_BEGIN_DECLS

/* The places in a sentence where a parameter stands, as "{offset}". */
typedef enum {
  CIRC_SLOT_OFFSET,
  CIRC_SLOT_EVENT,
  CIRC_SLOT_ITEM,
  CIRC_SLOT_TRIGGER,
  CIRC_SLOT_TARGET,
  CIRC_SLOT_DAY,
  CIRC_SLOT_MONTH,
  CIRC_SLOT_YEAR,
  CIRC_SLOT_DAY_TO,
  CIRC_SLOT_MONTH_TO,
  CIRC_SLOT_WEEKDAY,
  CIRC_SLOT_ORDINAL,
  CIRC_SLOT_FROM,
  CIRC_SLOT_TO,
  CIRC_SLOT_LENGTH,
  CIRC_SLOT_EASTER,
  CIRC_SLOT_FREQUENCY,
  CIRC_SLOT_TIMES,
  CIRC_SLOT_REVIEW,
  CIRC_SLOT_LEAD,
  CIRC_SLOT_TAG,
  CIRC_SLOT_REQUESTED_BY,
  CIRC_N_SLOTS,
} CircSlot;

char *circ_event_dup_words (CircAnchor anchor,
                            gboolean held,
                            gboolean named);
const char *circ_slot_get_name (CircSlot slot);
char *circ_slot_dup_text (CircSlot slot,
                          const CircTiming *timing,
                          const CircTimingNames *names);
gboolean circ_slot_read (CircSlot slot,
                         const char *text,
                         CircTiming *timing,
                         const CircTimingNames *names);

G_END_DECLS
