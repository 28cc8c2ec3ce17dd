/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence.h"

#include "circ-date.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircOccurrence, circ_occurrence, CIRC_KIND_OCCURRENCE)

/* The day it was done, or is planned for; the window puts the item's name beside it where that is not plain. */
static char *
dup_title (CircRecord *record)
{
  const char *done = circ_record_get_text (record, CIRC_OCCURRENCE_COMPLETED_ON);
  const char *due = circ_record_get_text (record, CIRC_OCCURRENCE_DUE_ON);
  g_autofree char *day = circ_date_format_long (done != NULL ? done : due);

  if (done != NULL)
    /* translators: %s is a date in full */
    return g_strdup_printf (_ ("Done on %s"), day);
  if (due != NULL)
    /* translators: %s is a date in full */
    return g_strdup_printf (_ ("Planned for %s"), day);
  return g_strdup ("");
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *done = circ_record_get_text (record, CIRC_OCCURRENCE_COMPLETED_ON);
  const char *due = circ_record_get_text (record, CIRC_OCCURRENCE_DUE_ON);
  const char *triggered = circ_record_get_text (record, CIRC_OCCURRENCE_TRIGGERED_ON);

  if (done != NULL && triggered != NULL && g_strcmp0 (done, triggered) < 0)
    circ_problem_add (problems, CIRC_OCCURRENCE_COMPLETED_ON, _ ("This is before the day that triggered it."));
  if (done != NULL && g_strcmp0 (done, today) > 0)
    circ_problem_add (problems, CIRC_OCCURRENCE_COMPLETED_ON, _ ("This day is still to come: record it when it is done."));
  if (done != NULL && circ_record_get (record, CIRC_OCCURRENCE_METHODS_USED) == NULL)
    circ_problem_add (problems, CIRC_OCCURRENCE_METHODS_USED, _ ("Say which methods were used."));
  if (done != NULL && due != NULL && g_strcmp0 (done, due) > 0 && circ_record_get (record, CIRC_OCCURRENCE_LATE_REASON) == NULL)
    circ_problem_add (problems, CIRC_OCCURRENCE_LATE_REASON, _ ("It was done after the day it was planned for: say why."));
}

static const CircField fields[] = {
  [CIRC_OCCURRENCE_ITEM] = {
    .name = "item", .title = N_ ("Plan item"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY,
    .targets = (const char *const[]) { "plan-item", NULL },
  },
  [CIRC_OCCURRENCE_RULE] = {
    .name = "rule", .title = N_ ("Rule"), .kind = CIRC_FIELD_INTEGER, .flags = CIRC_FIELD_READ_ONLY,
  },
  /* The text of CircOccurrenceRef in rules/: with item and rule it names an occurrence, whatever day it falls on. */
  [CIRC_OCCURRENCE_ANCHOR_REF] = {
    .name = "anchor-ref", .title = N_ ("Comes from"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_READ_ONLY,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_OCCURRENCE_TRIGGERED_ON] = {
    .name = "triggered-on", .title = N_ ("Triggered on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_OCCURRENCE_TRIGGER_NOTE] = {
    .name = "trigger-note", .title = N_ ("What triggered it"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_OCCURRENCE_DUE_FROM] = {
    .name = "due-from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_OCCURRENCE_DUE_ON] = {
    .name = "due-on", .title = N_ ("Planned for"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_OCCURRENCE_DUE_AT] = {
    .name = "due-at", .title = N_ ("By the hour of"), .kind = CIRC_FIELD_INSTANT, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_OCCURRENCE_PLAN_BY] = {
    .name = "plan-by", .title = N_ ("Aim for"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_OCCURRENCE_LEAD_FROM] = {
    .name = "lead-from", .title = N_ ("Due from"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_OCCURRENCE_PROVISIONAL] = {
    .name = "provisional", .title = N_ ("Provisional"), .kind = CIRC_FIELD_BOOLEAN, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_OCCURRENCE_FIXED] = {
    .name = "fixed", .title = N_ ("Day set by hand"), .kind = CIRC_FIELD_BOOLEAN,
    .help = N_ ("It stays on its day when what it hangs on moves."),
  },
  [CIRC_OCCURRENCE_COMPLETED_ON] = {
    .name = "completed-on", .title = N_ ("Done on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_OCCURRENCE_DONE_BY] = {
    .name = "done-by", .title = N_ ("Done by"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_OCCURRENCE_RESPONSIBLE] = {
    .name = "responsible", .title = N_ ("Responsible"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", "group", "agency", NULL },
  },
  [CIRC_OCCURRENCE_METHODS_USED] = {
    .name = "methods-used", .title = N_ ("Methods used"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "method", NULL },
  },
  [CIRC_OCCURRENCE_LISTS_USED] = {
    .name = "lists-used", .title = N_ ("Sent to"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "circulation-list", "audience", "group", "agency", "contact", NULL },
  },
  [CIRC_OCCURRENCE_RECIPIENTS] = {
    .name = "recipients", .title = N_ ("Recipients"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
    .help = N_ ("Who received it on the day, in words or as a pasted list."),
  },
  [CIRC_OCCURRENCE_DOCUMENT] = {
    .name = "document", .title = N_ ("What was sent"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("The title or the address of the document."),
  },
  [CIRC_OCCURRENCE_LATE_REASON] = {
    .name = "late-reason", .title = N_ ("Reason if late"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_OCCURRENCE_NOT_REQUIRED_REASON] = {
    .name = "not-required-reason", .title = N_ ("Reason if not needed"),
    .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_OCCURRENCE_CANCELLED_ON] = {
    .name = "cancelled-on", .title = N_ ("Cancelled on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_OCCURRENCE_CANCELLED_REASON] = {
    .name = "cancelled-reason", .title = N_ ("Reason it was cancelled"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_OCCURRENCE_WITHDRAWN] = {
    .name = "withdrawn", .title = N_ ("Cancelled by the calendar"), .kind = CIRC_FIELD_BOOLEAN,
    .flags = CIRC_FIELD_READ_ONLY,
    .help = N_ ("It comes back by itself when what it hung on does."),
  },
  [CIRC_OCCURRENCE_NOTES] = {
    .name = "notes", .title = N_ ("Notes"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_OCCURRENCE_N_FIELDS);

const CircKind circ_occurrence_kind = {
  .id = CIRC_KIND_OCCURRENCE,
  .name = "occurrence",
  .table = "occurrence",
  .title = N_ ("Occurrence"),
  .title_plural = N_ ("Occurrences"),
  .ref_field = -1,
  .title_field = CIRC_OCCURRENCE_ITEM,
  .owner_field = CIRC_OCCURRENCE_ITEM,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_OCCURRENCE_N_FIELDS,
  .get_type = circ_occurrence_get_type,
  .check = check,
  .dup_title = dup_title,
};

gboolean
circ_occurrence_is_open (CircRecord *self)
{
  return circ_record_get (self, CIRC_OCCURRENCE_COMPLETED_ON) == NULL &&
         circ_record_get (self, CIRC_OCCURRENCE_CANCELLED_ON) == NULL &&
         circ_record_get (self, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) == NULL;
}
