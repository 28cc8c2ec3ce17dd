/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-cell.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMatrixCell, circ_matrix_cell, CIRC_KIND_MATRIX_CELL)

static const CircChoice value_choices[] = {
  { "used", N_ ("Used") },
  { "planned", N_ ("Planned") },
  { "on_request", N_ ("On request") },
  { "not_used", N_ ("Not used") },
  { NULL, NULL },
};

/* The names of the method and the audience are in other records: who shows a cell puts them beside it. */
static char *
dup_title (CircRecord *record)
{
  return circ_record_format (record, CIRC_MATRIX_CELL_VALUE);
}

static const CircField fields[] = {
  [CIRC_MATRIX_CELL_MATRIX] = {
    .name = "matrix", .title = N_ ("Matrix"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY, .targets = (const char *const[]) { "matrix", NULL },
  },
  [CIRC_MATRIX_CELL_METHOD] = {
    .name = "method", .title = N_ ("Method"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY, .targets = (const char *const[]) { "method", NULL },
  },
  [CIRC_MATRIX_CELL_AUDIENCE] = {
    .name = "audience", .title = N_ ("Audience"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY, .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_MATRIX_CELL_VALUE] = {
    .name = "value", .title = N_ ("Value"), .kind = CIRC_FIELD_CHOICE, .flags = CIRC_FIELD_NEEDED,
    .choices = value_choices,
  },
  [CIRC_MATRIX_CELL_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_MATRIX_CELL_OWNER] = {
    .name = "owner", .title = N_ ("Owner"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", "group", "agency", NULL },
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_MATRIX_CELL_N_FIELDS);

const CircKind circ_matrix_cell_kind = {
  .id = CIRC_KIND_MATRIX_CELL,
  .name = "matrix-cell",
  .table = "matrix_cell",
  .title = N_ ("Cell of the matrix"),
  .title_plural = N_ ("Cells of the matrix"),
  .ref_field = -1,
  .title_field = CIRC_MATRIX_CELL_VALUE,
  .owner_field = CIRC_MATRIX_CELL_MATRIX,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_MATRIX_CELL_N_FIELDS,
  .get_type = circ_matrix_cell_get_type,
  .dup_title = dup_title,
};
