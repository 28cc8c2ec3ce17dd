/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* What is to be said, to whom, and what the hearer can do. DOMAIN 3.4. */
CIRC_DECLARE_KIND (CircKeyMessage, circ_key_message)

enum {
  CIRC_KEY_MESSAGE_TEXT,
  CIRC_KEY_MESSAGE_AUDIENCES,
  CIRC_KEY_MESSAGE_THEME,
  CIRC_KEY_MESSAGE_SIGNPOST,
  CIRC_KEY_MESSAGE_STATUS,
  CIRC_KEY_MESSAGE_REVIEW_ON,
  CIRC_KEY_MESSAGE_ARCHIVED_ON,
  CIRC_KEY_MESSAGE_N_FIELDS,
};

extern const CircKind circ_key_message_kind;

G_END_DECLS
