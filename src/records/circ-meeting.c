/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-meeting.h"

#include "circ-choices.h"
#include "circ-date.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMeeting, circ_meeting, CIRC_KIND_MEETING)

static const CircChoice status_choices[] = {
  { "planned", N_ ("Planned") },
  { "confirmed", N_ ("Confirmed") },
  { "held", N_ ("Held") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const CircChoice purpose_choices[] = {
  { "decision", N_ ("For decision") },
  { "discussion", N_ ("For discussion") },
  { "information", N_ ("For information") },
  { NULL, NULL },
};

const CircField circ_meeting_agenda_row[] = {
  { .name = "number", .title = N_ ("Number"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_SHORT },
  { .name = "title", .title = N_ ("Item"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_NEEDED,
    .limit = CIRC_LIMIT_MEDIUM },
  { .name = "paper", .title = N_ ("Paper"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_MEDIUM },
  { .name = "purpose", .title = N_ ("Purpose"), .kind = CIRC_FIELD_CHOICE, .choices = purpose_choices },
  { .name = NULL },
};

/* The group's name stands beside it where that is not plain: only the store knows it. */
static char *
dup_title (CircRecord *record)
{
  const char *title = circ_record_get_text (record, CIRC_MEETING_TITLE);
  g_autofree char *day = circ_date_format_long (circ_record_get_text (record, CIRC_MEETING_DATE));

  if (title != NULL)
    /* translators: what a meeting is called, and its date in full */
    return g_strdup_printf (_ ("%s, %s"), title, day);
  if (*day != '\0')
    /* translators: %s is a date in full */
    return g_strdup_printf (_ ("Meeting on %s"), day);
  return g_strdup (_ ("Meeting without a date"));
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *date = circ_record_get_text (record, CIRC_MEETING_DATE);
  const char *starts = circ_record_get_text (record, CIRC_MEETING_STARTS_AT);
  const char *ends = circ_record_get_text (record, CIRC_MEETING_ENDS_AT);
  const char *status = circ_record_get_text (record, CIRC_MEETING_STATUS);

  if (starts != NULL && ends != NULL && g_strcmp0 (ends, starts) < 0)
    circ_problem_add (problems, CIRC_MEETING_ENDS_AT, _ ("It ends before it begins."));
  if (date != NULL && g_strcmp0 (date, today) > 0 && g_strcmp0 (status, "held") == 0)
    circ_problem_add (problems, CIRC_MEETING_STATUS, _ ("This day is still to come."));
}

static const CircField fields[] = {
  [CIRC_MEETING_REF] = {
    .name = "ref", .title = N_ ("Reference"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_READ_ONLY, .limit = 30,
  },
  [CIRC_MEETING_GROUP] = {
    .name = "group", .title = N_ ("Group"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED, .targets = (const char *const[]) { "group", NULL },
  },
  [CIRC_MEETING_TITLE] = {
    .name = "title", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("Only where it is more than the meeting of its group."),
  },
  [CIRC_MEETING_DATE] = {
    .name = "date", .title = N_ ("Date"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MEETING_STARTS_AT] = {
    .name = "starts-at", .title = N_ ("Begins at"), .kind = CIRC_FIELD_TEXT, .limit = 5,
    .validate = circ_validate_time, .help = N_ ("As the clock shows it, such as 14:30."),
  },
  [CIRC_MEETING_ENDS_AT] = {
    .name = "ends-at", .title = N_ ("Ends at"), .kind = CIRC_FIELD_TEXT, .limit = 5,
    .validate = circ_validate_time,
  },
  [CIRC_MEETING_PLACE] = {
    .name = "place", .title = N_ ("Place"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_MEETING_LINK] = {
    .name = "link", .title = N_ ("Online at"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_MEETING_STATUS] = {
    .name = "status", .title = N_ ("Status"), .kind = CIRC_FIELD_CHOICE, .choices = status_choices,
    .help = N_ ("A cancelled meeting cancels what was still to be done for it; what was done stays."),
  },
  [CIRC_MEETING_MOVED_FROM] = {
    .name = "moved-from", .title = N_ ("Moved from"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_MEETING_AGENDA] = {
    .name = "agenda", .title = N_ ("Agenda"), .kind = CIRC_FIELD_ROWS, .limit = 200,
    .rows = circ_meeting_agenda_row,
  },
  [CIRC_MEETING_MINUTES] = {
    .name = "minutes", .title = N_ ("Minutes"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("A web address, or where the file is kept."),
  },
  [CIRC_MEETING_NOTES] = {
    .name = "notes", .title = N_ ("Notes"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_MEETING_N_FIELDS);

const CircKind circ_meeting_kind = {
  .id = CIRC_KIND_MEETING,
  .name = "meeting",
  .table = "meeting",
  .title = N_ ("Meeting"),
  .title_plural = N_ ("Meetings"),
  .ref_prefix = "MT",
  .ref_field = CIRC_MEETING_REF,
  .title_field = CIRC_MEETING_TITLE,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_MEETING_N_FIELDS,
  .get_type = circ_meeting_get_type,
  .check = check,
  .dup_title = dup_title,
};
