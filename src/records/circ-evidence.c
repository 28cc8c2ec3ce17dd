/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-evidence.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircEvidence, circ_evidence, CIRC_KIND_EVIDENCE)

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *date = circ_record_get_text (record, CIRC_EVIDENCE_DATE);

  if (date != NULL && g_strcmp0 (date, today) > 0)
    circ_problem_add (problems, CIRC_EVIDENCE_DATE, _ ("This day is still to come."));
  if (circ_record_get (record, CIRC_EVIDENCE_LINK) == NULL && circ_record_get (record, CIRC_EVIDENCE_REFERENCE) == NULL)
    circ_problem_add (problems, CIRC_EVIDENCE_LINK, _ ("Say where it can be found: a link, a file or a reference."));
}

static const CircField fields[] = {
  [CIRC_EVIDENCE_OCCURRENCE] = {
    .name = "occurrence", .title = N_ ("Occurrence"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY,
    .targets = (const char *const[]) { "occurrence", NULL },
  },
  [CIRC_EVIDENCE_KIND] = {
    .name = "kind", .title = N_ ("Kind"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = circ_evidence_choices,
  },
  [CIRC_EVIDENCE_TITLE] = {
    .name = "title", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_EVIDENCE_DATE] = {
    .name = "date", .title = N_ ("Date"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_EVIDENCE_LINK] = {
    .name = "link", .title = N_ ("Link or file"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("A web address, or where the file is kept."),
  },
  [CIRC_EVIDENCE_REFERENCE] = {
    .name = "reference", .title = N_ ("Reference"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("For example the minute or item number."),
  },
  [CIRC_EVIDENCE_QUANTITY] = {
    .name = "quantity", .title = N_ ("Quantity"), .kind = CIRC_FIELD_INTEGER,
    .help = N_ ("Hits, copies or people."), .validate = circ_validate_not_negative,
  },
  [CIRC_EVIDENCE_METHOD] = {
    .name = "method", .title = N_ ("Method"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "method", NULL },
  },
  [CIRC_EVIDENCE_AGENCY] = {
    .name = "agency", .title = N_ ("Agency"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
  },
  [CIRC_EVIDENCE_RECORDED_BY] = {
    .name = "recorded-by", .title = N_ ("Recorded by"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_EVIDENCE_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_EVIDENCE_N_FIELDS);

const CircKind circ_evidence_kind = {
  .id = CIRC_KIND_EVIDENCE,
  .name = "evidence",
  .table = "evidence",
  .title = N_ ("Evidence"),
  .title_plural = N_ ("Evidence"),
  .ref_field = -1,
  .title_field = CIRC_EVIDENCE_TITLE,
  .owner_field = CIRC_EVIDENCE_OCCURRENCE,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_EVIDENCE_N_FIELDS,
  .get_type = circ_evidence_get_type,
  .check = check,
};
