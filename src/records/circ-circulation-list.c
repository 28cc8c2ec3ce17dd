/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-circulation-list.h"

#include "circ-choices.h"
#include "circ-date.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircCirculationList, circ_circulation_list, CIRC_KIND_CIRCULATION_LIST)

#define CHECK_EVERY_DAYS 183 /* six months (DOMAIN 3.5) */

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *checked = circ_record_get_text (record, CIRC_CIRCULATION_LIST_LAST_CHECKED_ON);
  g_autofree char *limit = circ_date_add_days (today, -CHECK_EVERY_DAYS);

  if (checked != NULL && g_strcmp0 (checked, limit) < 0)
    circ_problem_add (problems, CIRC_CIRCULATION_LIST_LAST_CHECKED_ON,
                      _ ("The names were last checked more than six months ago."));
  if (checked != NULL && g_strcmp0 (checked, today) > 0)
    circ_problem_add (problems, CIRC_CIRCULATION_LIST_LAST_CHECKED_ON, _ ("This day is still to come."));
}

static const CircField fields[] = {
  [CIRC_CIRCULATION_LIST_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CIRCULATION_LIST_PURPOSE] = {
    .name = "purpose", .title = N_ ("Purpose"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_CIRCULATION_LIST_AUDIENCES] = {
    .name = "audiences", .title = N_ ("Audiences"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_CIRCULATION_LIST_MEMBERS] = {
    .name = "members", .title = N_ ("Members"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "contact", "group", "agency", NULL },
    .help = N_ ("People, groups and agencies. A group stands for its members."),
  },
  [CIRC_CIRCULATION_LIST_OWNER] = {
    .name = "owner", .title = N_ ("Kept by"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED, .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_CIRCULATION_LIST_HANDLING] = {
    .name = "handling", .title = N_ ("Highest marking"), .kind = CIRC_FIELD_CHOICE,
    .choices = circ_marking_choices,
    .help = N_ ("A document marked higher is not for this list."),
  },
  [CIRC_CIRCULATION_LIST_CASCADE_EXPECTED] = {
    .name = "cascade-expected", .title = N_ ("Cascade expected"), .kind = CIRC_FIELD_BOOLEAN,
    .help = N_ ("Members pass it on inside their agency and report that they did."),
  },
  [CIRC_CIRCULATION_LIST_LAST_CHECKED_ON] = {
    .name = "last-checked-on", .title = N_ ("Last checked"), .kind = CIRC_FIELD_DATE,
    .flags = CIRC_FIELD_NEEDED,
    .help = N_ ("Lists go stale: check the names every six months."),
  },
  [CIRC_CIRCULATION_LIST_FORMATS] = {
    .name = "formats", .title = N_ ("Formats"), .kind = CIRC_FIELD_SET,
    .choices = circ_format_choices,
  },
  [CIRC_CIRCULATION_LIST_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_CIRCULATION_LIST_N_FIELDS);

const CircKind circ_circulation_list_kind = {
  .id = CIRC_KIND_CIRCULATION_LIST,
  .name = "circulation-list",
  .table = "circulation_list",
  .title = N_ ("Circulation list"),
  .title_plural = N_ ("Circulation lists"),
  .ref_field = -1,
  .title_field = CIRC_CIRCULATION_LIST_NAME,
  .owner_field = -1,
  .archived_field = CIRC_CIRCULATION_LIST_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_CIRCULATION_LIST_N_FIELDS,
  .get_type = circ_circulation_list_get_type,
  .check = check,
};
