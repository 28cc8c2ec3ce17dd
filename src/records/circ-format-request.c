/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-format-request.h"

#include "circ-choices.h"

#include <string.h>
#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircFormatRequest, circ_format_request, CIRC_KIND_FORMAT_REQUEST)

static gboolean
has_state (CircRecord *record,
           const char *state)
{
  return g_strcmp0 (circ_record_get_text (record, CIRC_FORMAT_REQUEST_STATE), state) == 0;
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *received = circ_record_get_text (record, CIRC_FORMAT_REQUEST_RECEIVED_ON);
  const char *needed = circ_record_get_text (record, CIRC_FORMAT_REQUEST_NEEDED_BY);
  const char *supplied = circ_record_get_text (record, CIRC_FORMAT_REQUEST_SUPPLIED_ON);

  if (received != NULL && strcmp (received, today) > 0)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_RECEIVED_ON, _ ("This day is still to come."));
  if (received != NULL && needed != NULL && strcmp (needed, received) < 0)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_NEEDED_BY, _ ("This is before the day it was asked for."));
  if (supplied != NULL && strcmp (supplied, today) > 0)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_SUPPLIED_ON, _ ("This day is still to come."));
  if (supplied != NULL && received != NULL && strcmp (supplied, received) < 0)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_SUPPLIED_ON, _ ("This is before the day it was asked for."));
  if (has_state (record, "supplied") && supplied == NULL)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_SUPPLIED_ON, _ ("Say when it was supplied."));
  if (has_state (record, "cannot_supply") && circ_record_get (record, CIRC_FORMAT_REQUEST_REASON) == NULL)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_REASON, _ ("Say why it cannot be supplied."));
  if (g_strcmp0 (circ_record_get_text (record, CIRC_FORMAT_REQUEST_FORMAT), "translation") == 0 &&
      circ_record_get (record, CIRC_FORMAT_REQUEST_LANGUAGE) == NULL)
    circ_problem_add (problems, CIRC_FORMAT_REQUEST_LANGUAGE, _ ("Say into which language."));
}

/* DOMAIN 4.5 */
static const CircChoice state_choices[] = {
  { "received", N_ ("Received") },
  { "in_production", N_ ("In production") },
  { "supplied", N_ ("Supplied") },
  { "cannot_supply", N_ ("Cannot be supplied") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_FORMAT_REQUEST_DOCUMENT] = {
    .name = "document", .title = N_ ("Document"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_FORMAT_REQUEST_FORMAT] = {
    .name = "format", .title = N_ ("Format"), .kind = CIRC_FIELD_CHOICE, .flags = CIRC_FIELD_NEEDED,
    .choices = circ_format_choices,
  },
  [CIRC_FORMAT_REQUEST_LANGUAGE] = {
    .name = "language", .title = N_ ("Language"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_SEARCHABLE,
    .limit = CIRC_LIMIT_SHORT, .help = N_ ("For a translation."),
  },
  [CIRC_FORMAT_REQUEST_RECEIVED_ON] = {
    .name = "received-on", .title = N_ ("Asked for on"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_FORMAT_REQUEST_NEEDED_BY] = {
    .name = "needed-by", .title = N_ ("Needed by"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_FORMAT_REQUEST_REQUESTER] = {
    .name = "requester", .title = N_ ("Asked for by"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("No more than is needed to send it."),
  },
  [CIRC_FORMAT_REQUEST_ITEM] = {
    .name = "item", .title = N_ ("Plan item"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "plan-item", NULL },
  },
  [CIRC_FORMAT_REQUEST_STATE] = {
    .name = "state", .title = N_ ("State"), .kind = CIRC_FIELD_CHOICE, .flags = CIRC_FIELD_NEEDED,
    .choices = state_choices,
  },
  [CIRC_FORMAT_REQUEST_SUPPLIED_ON] = {
    .name = "supplied-on", .title = N_ ("Supplied on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_FORMAT_REQUEST_REASON] = {
    .name = "reason", .title = N_ ("Why it cannot be supplied"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_FORMAT_REQUEST_COST] = {
    .name = "cost", .title = N_ ("Cost"), .kind = CIRC_FIELD_MONEY, .validate = circ_validate_not_negative,
  },
  [CIRC_FORMAT_REQUEST_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_FORMAT_REQUEST_N_FIELDS);

const CircKind circ_format_request_kind = {
  .id = CIRC_KIND_FORMAT_REQUEST,
  .name = "format-request",
  .table = "format_request",
  .title = N_ ("Format request"),
  .title_plural = N_ ("Format requests"),
  .ref_field = -1,
  .title_field = CIRC_FORMAT_REQUEST_DOCUMENT,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_FORMAT_REQUEST_N_FIELDS,
  .get_type = circ_format_request_get_type,
  .check = check,
};
