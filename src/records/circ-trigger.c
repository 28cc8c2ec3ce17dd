/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-trigger.h"

#include "circ-choices.h"
#include "circ-date.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircTrigger, circ_trigger, CIRC_KIND_TRIGGER)

static char *
dup_title (CircRecord *record)
{
  const char *note = circ_record_get_text (record, CIRC_TRIGGER_NOTE);

  return note != NULL ? g_strdup (note) : circ_date_format_long (circ_record_get_text (record, CIRC_TRIGGER_DATE));
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  /* What is agreed for an item may be to come; what happened may not. */
  if (circ_record_get (record, CIRC_TRIGGER_TRIGGER) != NULL &&
      g_strcmp0 (circ_record_get_text (record, CIRC_TRIGGER_DATE), today) > 0)
    circ_problem_add (problems, CIRC_TRIGGER_DATE, _ ("This day is still to come."));
  if (circ_record_get (record, CIRC_TRIGGER_TRIGGER) == NULL && circ_record_get (record, CIRC_TRIGGER_ITEM) == NULL)
    circ_problem_add (problems, CIRC_TRIGGER_TRIGGER, _ ("Say what happened."));
}

static const CircField fields[] = {
  [CIRC_TRIGGER_ITEM] = {
    .name = "item", .title = N_ ("Plan item"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "plan-item", NULL },
    .help = N_ ("Empty: all items that wait for it."),
  },
  [CIRC_TRIGGER_TRIGGER] = {
    .name = "trigger", .title = N_ ("What happened"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("Empty: the item was asked for, or its date was agreed."),
  },
  [CIRC_TRIGGER_DATE] = {
    .name = "date", .title = N_ ("On"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_TRIGGER_AT] = {
    .name = "at", .title = N_ ("At"), .kind = CIRC_FIELD_TEXT, .limit = 5, .validate = circ_validate_time,
    .help = N_ ("As the clock shows it, such as 14:30."),
  },
  [CIRC_TRIGGER_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_TRIGGER_N_FIELDS);

const CircKind circ_trigger_kind = {
  .id = CIRC_KIND_TRIGGER,
  .name = "trigger",
  .table = "trigger_note",
  .title = N_ ("Trigger"),
  .title_plural = N_ ("What happened"),
  .ref_field = -1,
  .title_field = CIRC_TRIGGER_NOTE,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_TRIGGER_N_FIELDS,
  .get_type = circ_trigger_get_type,
  .check = check,
  .dup_title = dup_title,
};
