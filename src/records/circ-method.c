/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-method.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMethod, circ_method, CIRC_KIND_METHOD)

static const CircChoice category_choices[] = {
  { "face_to_face", N_ ("Face to face") },
  { "electronic", N_ ("Electronic") },
  { "print", N_ ("Print") },
  { "media", N_ ("Media") },
  { NULL, NULL },
};

static const CircChoice status_choices[] = {
  { "current", N_ ("Current") },
  { "planned", N_ ("Planned") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_METHOD_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_METHOD_CODE] = {
    .name = "code", .title = N_ ("Code"), .kind = CIRC_FIELD_TEXT, .limit = 40,
  },
  [CIRC_METHOD_POSITION] = {
    .name = "position", .title = N_ ("Position"), .kind = CIRC_FIELD_INTEGER,
  },
  [CIRC_METHOD_CATEGORY] = {
    .name = "category", .title = N_ ("Category"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = category_choices,
  },
  [CIRC_METHOD_STATUS] = {
    .name = "status", .title = N_ ("Status"), .kind = CIRC_FIELD_CHOICE,
    .choices = status_choices,
  },
  [CIRC_METHOD_FREQUENCY] = {
    .name = "frequency", .title = N_ ("Frequency"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_METHOD_OWNER_AGENCY] = {
    .name = "owner-agency", .title = N_ ("Owned by"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
    .help = N_ ("For a channel that belongs to a partner, such as its intranet."),
  },
  [CIRC_METHOD_LEAD_TIME] = {
    .name = "lead-time", .title = N_ ("Lead time in working days"),
    .kind = CIRC_FIELD_INTEGER, .validate = circ_validate_not_negative,
  },
  [CIRC_METHOD_EXPECTED_EVIDENCE] = {
    .name = "expected-evidence", .title = N_ ("Usual evidence"), .kind = CIRC_FIELD_SET,
    .flags = CIRC_FIELD_NEEDED, .choices = circ_evidence_choices,
  },
  [CIRC_METHOD_HAS_COST] = {
    .name = "has-cost", .title = N_ ("Costs money"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_METHOD_DESCRIPTION] = {
    .name = "description", .title = N_ ("Description"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_METHOD_OTHER_NAMES] = {
    .name = "other-names", .title = N_ ("Also called"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Other words the strategy uses, one a line. An import recognises them."),
  },
  [CIRC_METHOD_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_METHOD_N_FIELDS);

const CircKind circ_method_kind = {
  .id = CIRC_KIND_METHOD,
  .name = "method",
  .table = "method",
  .title = N_ ("Communication method"),
  .title_plural = N_ ("Communication methods"),
  .ref_field = -1,
  .title_field = CIRC_METHOD_NAME,
  .owner_field = -1,
  .archived_field = CIRC_METHOD_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_METHOD_N_FIELDS,
  .get_type = circ_method_get_type,
};
