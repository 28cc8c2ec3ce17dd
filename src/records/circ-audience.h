/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A group of people that a message is for; a column of the matrix. DOMAIN 3.4. */
CIRC_DECLARE_KIND (CircAudience, circ_audience)

enum {
  CIRC_AUDIENCE_NAME,
  CIRC_AUDIENCE_CODE,
  CIRC_AUDIENCE_POSITION,
  CIRC_AUDIENCE_SIDE,
  CIRC_AUDIENCE_MATRIX_COLUMN,
  CIRC_AUDIENCE_PARENT,
  CIRC_AUDIENCE_READING_NEED,
  CIRC_AUDIENCE_DEFAULT_FORMATS,
  CIRC_AUDIENCE_MESSAGES,
  CIRC_AUDIENCE_DESCRIPTION,
  CIRC_AUDIENCE_OTHER_NAMES,
  CIRC_AUDIENCE_ARCHIVED_ON,
  CIRC_AUDIENCE_N_FIELDS,
};

extern const CircKind circ_audience_kind;

G_END_DECLS
