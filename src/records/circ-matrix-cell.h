/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* What one version of the matrix says of one pair. A pair without a record is not used. DOMAIN 3.4. */
CIRC_DECLARE_KIND (CircMatrixCell, circ_matrix_cell)

enum {
  CIRC_MATRIX_CELL_MATRIX,
  CIRC_MATRIX_CELL_METHOD,
  CIRC_MATRIX_CELL_AUDIENCE,
  CIRC_MATRIX_CELL_VALUE,
  CIRC_MATRIX_CELL_NOTE,
  CIRC_MATRIX_CELL_OWNER,
  CIRC_MATRIX_CELL_N_FIELDS,
};

extern const CircKind circ_matrix_cell_kind;

G_END_DECLS
