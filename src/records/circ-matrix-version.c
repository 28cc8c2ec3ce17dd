/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-version.h"

#include <string.h>
#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMatrixVersion, circ_matrix_version, CIRC_KIND_MATRIX)

static const CircChoice status_choices[] = {
  { "draft", N_ ("Draft") },
  { "approved", N_ ("Approved") },
  { "superseded", N_ ("Superseded") },
  { NULL, NULL },
};

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_MATRIX_VERSION_PERIOD_FROM);
  const char *to = circ_record_get_text (record, CIRC_MATRIX_VERSION_PERIOD_TO);
  const char *status = circ_record_get_text (record, CIRC_MATRIX_VERSION_STATUS);
  const char *approved_on = circ_record_get_text (record, CIRC_MATRIX_VERSION_APPROVED_ON);

  if (from != NULL && to != NULL && strcmp (to, from) < 0)
    circ_problem_add (problems, CIRC_MATRIX_VERSION_PERIOD_TO, _ ("This is before the day on which it begins."));
  if (approved_on != NULL && strcmp (approved_on, today) > 0)
    circ_problem_add (problems, CIRC_MATRIX_VERSION_APPROVED_ON, _ ("This day is still to come."));
  if (g_strcmp0 (status, "approved") == 0 && approved_on == NULL)
    circ_problem_add (problems, CIRC_MATRIX_VERSION_APPROVED_ON, _ ("Say when it was approved."));
  if (g_strcmp0 (status, "approved") == 0 && circ_record_get (record, CIRC_MATRIX_VERSION_APPROVED_BY) == NULL)
    circ_problem_add (problems, CIRC_MATRIX_VERSION_APPROVED_BY, _ ("Say who approved it."));
}

static const CircField fields[] = {
  [CIRC_MATRIX_VERSION_TITLE] = {
    .name = "title", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_MATRIX_VERSION_PERIOD_FROM] = {
    .name = "period-from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MATRIX_VERSION_PERIOD_TO] = {
    .name = "period-to", .title = N_ ("To"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MATRIX_VERSION_STATUS] = {
    .name = "status", .title = N_ ("Status"), .kind = CIRC_FIELD_CHOICE, .flags = CIRC_FIELD_NEEDED,
    .choices = status_choices,
  },
  [CIRC_MATRIX_VERSION_APPROVED_ON] = {
    .name = "approved-on", .title = N_ ("Approved on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_MATRIX_VERSION_APPROVED_BY] = {
    .name = "approved-by", .title = N_ ("Approved by"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "group", "contact", NULL },
  },
  [CIRC_MATRIX_VERSION_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_MATRIX_VERSION_N_FIELDS);

const CircKind circ_matrix_version_kind = {
  .id = CIRC_KIND_MATRIX,
  .name = "matrix",
  .table = "matrix",
  .title = N_ ("Matrix"),
  .title_plural = N_ ("Matrices"),
  .ref_field = -1,
  .title_field = CIRC_MATRIX_VERSION_TITLE,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_MATRIX_VERSION_N_FIELDS,
  .get_type = circ_matrix_version_get_type,
  .check = check,
};
