/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-cascade-return.h"

#include "circ-choices.h"
#include "circ-date.h"

#include <string.h>
#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircCascadeReturn, circ_cascade_return, CIRC_KIND_CASCADE_RETURN)

/* The day; the window puts the agency's name beside it. */
static char *
dup_title (CircRecord *record)
{
  const char *returned = circ_record_get_text (record, CIRC_CASCADE_RETURN_RETURNED_ON);
  const char *requested = circ_record_get_text (record, CIRC_CASCADE_RETURN_REQUESTED_ON);
  g_autofree char *day = circ_date_format_long (returned != NULL ? returned : requested);

  if (returned != NULL)
    /* translators: %s is a date in full: an agency confirmed that it passed something on */
    return g_strdup_printf (_ ("Returned on %s"), day);
  if (requested != NULL)
    /* translators: %s is a date in full: an agency was asked to confirm that it passed something on */
    return g_strdup_printf (_ ("Asked for on %s"), day);
  return g_strdup ("");
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *requested = circ_record_get_text (record, CIRC_CASCADE_RETURN_REQUESTED_ON);
  const char *due = circ_record_get_text (record, CIRC_CASCADE_RETURN_DUE_ON);
  const char *chased = circ_record_get_text (record, CIRC_CASCADE_RETURN_CHASED_ON);
  const char *returned = circ_record_get_text (record, CIRC_CASCADE_RETURN_RETURNED_ON);

  if (requested != NULL && due != NULL && strcmp (due, requested) < 0)
    circ_problem_add (problems, CIRC_CASCADE_RETURN_DUE_ON, _ ("This is before the day it was asked for."));
  if (chased != NULL && strcmp (chased, today) > 0)
    circ_problem_add (problems, CIRC_CASCADE_RETURN_CHASED_ON, _ ("This day is still to come."));
  if (returned != NULL && strcmp (returned, today) > 0)
    circ_problem_add (problems, CIRC_CASCADE_RETURN_RETURNED_ON, _ ("This day is still to come."));
  if (returned != NULL && requested != NULL && strcmp (returned, requested) < 0)
    circ_problem_add (problems, CIRC_CASCADE_RETURN_RETURNED_ON, _ ("This is before the day it was asked for."));
}

static const CircField fields[] = {
  [CIRC_CASCADE_RETURN_OCCURRENCE] = {
    .name = "occurrence", .title = N_ ("Occurrence"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY,
    .targets = (const char *const[]) { "occurrence", NULL },
  },
  [CIRC_CASCADE_RETURN_AGENCY] = {
    .name = "agency", .title = N_ ("Agency"), .kind = CIRC_FIELD_REFERENCE, .flags = CIRC_FIELD_NEEDED,
    .targets = (const char *const[]) { "agency", NULL },
  },
  [CIRC_CASCADE_RETURN_REQUESTED_ON] = {
    .name = "requested-on", .title = N_ ("Asked for on"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_CASCADE_RETURN_DUE_ON] = {
    .name = "due-on", .title = N_ ("Wanted by"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_CASCADE_RETURN_CHASED] = {
    .name = "chased", .title = N_ ("Times chased"), .kind = CIRC_FIELD_INTEGER, .validate = circ_validate_not_negative,
    .help = N_ ("The third time it goes to the agency’s senior officer."),
  },
  [CIRC_CASCADE_RETURN_CHASED_ON] = {
    .name = "chased-on", .title = N_ ("Last chased on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_CASCADE_RETURN_RETURNED_ON] = {
    .name = "returned-on", .title = N_ ("Returned on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_CASCADE_RETURN_RETURNED_BY] = {
    .name = "returned-by", .title = N_ ("Returned by"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CASCADE_RETURN_METHOD_USED] = {
    .name = "method-used", .title = N_ ("Passed on by"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "method", NULL },
  },
  [CIRC_CASCADE_RETURN_REACH] = {
    .name = "reach", .title = N_ ("Staff reached"), .kind = CIRC_FIELD_INTEGER, .validate = circ_validate_not_negative,
  },
  [CIRC_CASCADE_RETURN_COMMENT] = {
    .name = "comment", .title = N_ ("Comment"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_CASCADE_RETURN_ISSUES_RAISED] = {
    .name = "issues-raised", .title = N_ ("Issues raised"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("What the agency’s staff asked or objected to."),
  },
  [CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON] = {
    .name = "not-applicable-reason", .title = N_ ("Why none is needed"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Filled in, it is waited for no longer."),
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_CASCADE_RETURN_N_FIELDS);

const CircKind circ_cascade_return_kind = {
  .id = CIRC_KIND_CASCADE_RETURN,
  .name = "cascade-return",
  .table = "cascade_return",
  .title = N_ ("Cascade return"),
  .title_plural = N_ ("Cascade returns"),
  .ref_field = -1,
  .title_field = CIRC_CASCADE_RETURN_REQUESTED_ON,
  .owner_field = CIRC_CASCADE_RETURN_OCCURRENCE,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_CASCADE_RETURN_N_FIELDS,
  .get_type = circ_cascade_return_get_type,
  .check = check,
  .dup_title = dup_title,
};
