/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-holiday.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircHoliday, circ_holiday, CIRC_KIND_HOLIDAY)

static const CircChoice kind_choices[] = {
  { "bank_holiday", N_ ("Bank holiday") },
  { "closure", N_ ("Our office is closed") },
  { NULL, NULL },
};

static const CircChoice division_choices[] = {
  { "uk", N_ ("All of the United Kingdom") },
  { "england_and_wales", N_ ("England and Wales") },
  { "scotland", N_ ("Scotland") },
  { "northern_ireland", N_ ("Northern Ireland") },
  { NULL, NULL },
};

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *starts = circ_record_get_text (record, CIRC_HOLIDAY_STARTS_ON);
  const char *ends = circ_record_get_text (record, CIRC_HOLIDAY_ENDS_ON);
  gboolean bank_holiday = g_strcmp0 (circ_record_get_text (record, CIRC_HOLIDAY_KIND), "bank_holiday") == 0;

  if (starts != NULL && ends != NULL && g_strcmp0 (ends, starts) < 0)
    circ_problem_add (problems, CIRC_HOLIDAY_ENDS_ON, _ ("It ends before it begins."));
  if (bank_holiday && circ_record_get (record, CIRC_HOLIDAY_SOURCE) == NULL)
    circ_problem_add (problems, CIRC_HOLIDAY_SOURCE, _ ("Say where it was proclaimed: it moves deadlines."));
}

static const CircField fields[] = {
  [CIRC_HOLIDAY_TITLE] = {
    .name = "title", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_HOLIDAY_KIND] = {
    .name = "kind", .title = N_ ("Kind"), .kind = CIRC_FIELD_CHOICE, .flags = CIRC_FIELD_NEEDED,
    .choices = kind_choices, .help = N_ ("Days when our office is closed are for planning; no clock that the law sets stops."),
  },
  [CIRC_HOLIDAY_STARTS_ON] = {
    .name = "starts-on", .title = N_ ("First day"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_HOLIDAY_ENDS_ON] = {
    .name = "ends-on", .title = N_ ("Last day"), .kind = CIRC_FIELD_DATE, .help = N_ ("Empty: one day."),
  },
  [CIRC_HOLIDAY_DIVISION] = {
    .name = "division", .title = N_ ("Where"), .kind = CIRC_FIELD_CHOICE, .choices = division_choices,
    .help = N_ ("Empty: where the partnership is."),
  },
  [CIRC_HOLIDAY_SOURCE] = {
    .name = "source", .title = N_ ("Source"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_HOLIDAY_N_FIELDS);

const CircKind circ_holiday_kind = {
  .id = CIRC_KIND_HOLIDAY,
  .name = "holiday",
  .table = "holiday",
  .title = N_ ("Holiday or closure"),
  .title_plural = N_ ("Holidays and closures"),
  .ref_field = -1,
  .title_field = CIRC_HOLIDAY_TITLE,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_HOLIDAY_N_FIELDS,
  .get_type = circ_holiday_get_type,
  .check = check,
};
