/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* Proof that something was circulated. DOMAIN 3.7. */
CIRC_DECLARE_KIND (CircEvidence, circ_evidence)

enum {
  CIRC_EVIDENCE_OCCURRENCE,
  CIRC_EVIDENCE_KIND,
  CIRC_EVIDENCE_TITLE,
  CIRC_EVIDENCE_DATE,
  CIRC_EVIDENCE_LINK,
  CIRC_EVIDENCE_REFERENCE,
  CIRC_EVIDENCE_QUANTITY,
  CIRC_EVIDENCE_METHOD,
  CIRC_EVIDENCE_AGENCY,
  CIRC_EVIDENCE_RECORDED_BY,
  CIRC_EVIDENCE_NOTE,
  CIRC_EVIDENCE_N_FIELDS,
};

extern const CircKind circ_evidence_kind;

G_END_DECLS
