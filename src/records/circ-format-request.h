/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* Somebody asked for a document in a format that they can read. DOMAIN 3.14. */
CIRC_DECLARE_KIND (CircFormatRequest, circ_format_request)

enum {
  CIRC_FORMAT_REQUEST_DOCUMENT,
  CIRC_FORMAT_REQUEST_FORMAT,
  CIRC_FORMAT_REQUEST_LANGUAGE,
  CIRC_FORMAT_REQUEST_RECEIVED_ON,
  CIRC_FORMAT_REQUEST_NEEDED_BY,
  CIRC_FORMAT_REQUEST_REQUESTER,
  CIRC_FORMAT_REQUEST_ITEM,
  CIRC_FORMAT_REQUEST_STATE,
  CIRC_FORMAT_REQUEST_SUPPLIED_ON,
  CIRC_FORMAT_REQUEST_REASON,
  CIRC_FORMAT_REQUEST_COST,
  CIRC_FORMAT_REQUEST_NOTE,
  CIRC_FORMAT_REQUEST_N_FIELDS,
};

extern const CircKind circ_format_request_kind;

/* Whether somebody still waits for it. */
gboolean circ_format_request_is_open (CircRecord *record);

G_END_DECLS
