/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* One version of the table that says which audience is reached by which method. DOMAIN 3.4. */
CIRC_DECLARE_KIND (CircMatrixVersion, circ_matrix_version)

enum {
  CIRC_MATRIX_VERSION_TITLE,
  CIRC_MATRIX_VERSION_PERIOD_FROM,
  CIRC_MATRIX_VERSION_PERIOD_TO,
  CIRC_MATRIX_VERSION_STATUS,
  CIRC_MATRIX_VERSION_APPROVED_ON,
  CIRC_MATRIX_VERSION_APPROVED_BY,
  CIRC_MATRIX_VERSION_NOTE,
  CIRC_MATRIX_VERSION_N_FIELDS,
};

extern const CircKind circ_matrix_version_kind;

G_END_DECLS
