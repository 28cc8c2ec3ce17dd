/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-priority.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircPriority, circ_priority, CIRC_KIND_PRIORITY)

static const CircChoice level_choices[] = {
  { "priority", N_ ("Priority of the partnership") },
  { "objective", N_ ("Objective of the strategy") },
  { "intended_result", N_ ("Intended result") },
  { "impact_statement", N_ ("Impact statement") },
  { NULL, NULL },
};

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_PRIORITY_STARTS_ON);
  const char *to = circ_record_get_text (record, CIRC_PRIORITY_ENDS_ON);

  if (from != NULL && to != NULL && g_strcmp0 (to, from) < 0)
    circ_problem_add (problems, CIRC_PRIORITY_ENDS_ON, _ ("It ends before it begins."));
}

static const CircField fields[] = {
  [CIRC_PRIORITY_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_PRIORITY_LEVEL] = {
    .name = "level", .title = N_ ("What it is"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = level_choices,
  },
  [CIRC_PRIORITY_DESCRIPTION] = {
    .name = "description", .title = N_ ("Description"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_PRIORITY_STARTS_ON] = {
    .name = "starts-on", .title = N_ ("From"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PRIORITY_ENDS_ON] = {
    .name = "ends-on", .title = N_ ("To"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PRIORITY_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_PRIORITY_N_FIELDS);

const CircKind circ_priority_kind = {
  .id = CIRC_KIND_PRIORITY,
  .name = "priority",
  .table = "priority",
  .title = N_ ("Priority or objective"),
  .title_plural = N_ ("Priorities and objectives"),
  .ref_field = -1,
  .title_field = CIRC_PRIORITY_NAME,
  .owner_field = -1,
  .archived_field = CIRC_PRIORITY_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_PRIORITY_N_FIELDS,
  .get_type = circ_priority_get_type,
  .check = check,
};
