/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-audience.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircAudience, circ_audience, CIRC_KIND_AUDIENCE)

static const CircChoice side_choices[] = {
  { "internal", N_ ("Internal") },
  { "external", N_ ("External") },
  { NULL, NULL },
};

static const CircChoice reading_need_choices[] = {
  { "general", N_ ("General") },
  { "child", N_ ("Child") },
  { "young_person", N_ ("Young person") },
  { "easy_read", N_ ("Easy Read") },
  { "professional", N_ ("Professional") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_AUDIENCE_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_AUDIENCE_CODE] = {
    .name = "code", .title = N_ ("Code"), .kind = CIRC_FIELD_TEXT, .limit = 40,
  },
  [CIRC_AUDIENCE_POSITION] = {
    .name = "position", .title = N_ ("Position"), .kind = CIRC_FIELD_INTEGER,
  },
  [CIRC_AUDIENCE_SIDE] = {
    .name = "side", .title = N_ ("Side"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = side_choices,
  },
  [CIRC_AUDIENCE_MATRIX_COLUMN] = {
    .name = "matrix-column", .title = N_ ("Column of the matrix"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_AUDIENCE_PARENT] = {
    .name = "parent", .title = N_ ("Part of"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_AUDIENCE_READING_NEED] = {
    .name = "reading-need", .title = N_ ("Reading need"), .kind = CIRC_FIELD_CHOICE,
    .choices = reading_need_choices,
  },
  [CIRC_AUDIENCE_DEFAULT_FORMATS] = {
    .name = "default-formats", .title = N_ ("Usual formats"), .kind = CIRC_FIELD_SET,
    .choices = circ_format_choices,
  },
  [CIRC_AUDIENCE_MESSAGES] = {
    .name = "messages", .title = N_ ("Key messages"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "key-message", NULL },
  },
  [CIRC_AUDIENCE_DESCRIPTION] = {
    .name = "description", .title = N_ ("Description"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_AUDIENCE_OTHER_NAMES] = {
    .name = "other-names", .title = N_ ("Also called"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Other words the strategy uses, one a line. An import recognises them."),
  },
  [CIRC_AUDIENCE_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_AUDIENCE_N_FIELDS);

const CircKind circ_audience_kind = {
  .id = CIRC_KIND_AUDIENCE,
  .name = "audience",
  .table = "audience",
  .title = N_ ("Audience"),
  .title_plural = N_ ("Audiences"),
  .ref_field = -1,
  .title_field = CIRC_AUDIENCE_NAME,
  .owner_field = -1,
  .archived_field = CIRC_AUDIENCE_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_AUDIENCE_N_FIELDS,
  .get_type = circ_audience_get_type,
};
