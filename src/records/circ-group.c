/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-group.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircGroup, circ_group, CIRC_KIND_GROUP)

static const CircChoice kind_choices[] = {
  { "executive", N_ ("Executive") },
  { "board", N_ ("Board") },
  { "operational", N_ ("Operational group") },
  { "subgroup", N_ ("Sub-group") },
  { "task_and_finish", N_ ("Task and finish group") },
  { "forum", N_ ("Forum") },
  { "external_board", N_ ("Another board") },
  { NULL, NULL },
};

const CircField circ_group_member_row[] = {
  { .name = "contact", .title = N_ ("Contact"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL } },
  { .name = "from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE },
  { .name = "to", .title = N_ ("To"), .kind = CIRC_FIELD_DATE },
  { .name = NULL },
};

const CircField circ_group_update_row[] = {
  { .name = "on", .title = N_ ("On"), .kind = CIRC_FIELD_DATE },
  { .name = "text", .title = N_ ("What was shared"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_MEDIUM },
  { .name = "by", .title = N_ ("By whom"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_SHORT },
  { .name = NULL },
};

static const CircField fields[] = {
  [CIRC_GROUP_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_GROUP_KIND] = {
    .name = "kind", .title = N_ ("Kind"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = kind_choices,
  },
  [CIRC_GROUP_AGENCY] = {
    .name = "agency", .title = N_ ("Agency"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
    .help = N_ ("For a board of somebody else’s."),
  },
  [CIRC_GROUP_CHAIR] = {
    .name = "chair", .title = N_ ("Chair"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_GROUP_ADMINISTRATOR] = {
    .name = "administrator", .title = N_ ("Administrator"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_GROUP_MEMBERS] = {
    .name = "members", .title = N_ ("Members"), .kind = CIRC_FIELD_ROWS, .limit = 500,
    .rows = circ_group_member_row,
  },
  [CIRC_GROUP_MEETING_PATTERN] = {
    .name = "meeting-pattern", .title = N_ ("Meets"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_GROUP_UPDATES] = {
    .name = "updates", .title = N_ ("Kept updated"), .kind = CIRC_FIELD_ROWS, .limit = 500,
    .rows = circ_group_update_row,
    .help = N_ ("For a board we attend or inform: what was shared with it, when and by whom."),
  },
  [CIRC_GROUP_NOTES] = {
    .name = "notes", .title = N_ ("Notes"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_GROUP_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_GROUP_N_FIELDS);

const CircKind circ_group_kind = {
  .id = CIRC_KIND_GROUP,
  .name = "group",
  .table = "partner_group",
  .title = N_ ("Group"),
  .title_plural = N_ ("Groups"),
  .ref_field = -1,
  .title_field = CIRC_GROUP_NAME,
  .owner_field = -1,
  .archived_field = CIRC_GROUP_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_GROUP_N_FIELDS,
  .get_type = circ_group_get_type,
};
