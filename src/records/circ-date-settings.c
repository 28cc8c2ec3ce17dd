/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-date-settings.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircDateSettings, circ_date_settings, CIRC_KIND_DATE_SETTINGS)

/* Setting and unit are tokens of the rule pack in rules/, which knows what they are called. */
const CircField circ_date_settings_rule_row[] = {
  { .name = "setting", .title = N_ ("Setting"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_NEEDED,
    .limit = CIRC_LIMIT_SHORT },
  { .name = "number", .title = N_ ("Number"), .kind = CIRC_FIELD_INTEGER, .validate = circ_validate_not_negative },
  { .name = "unit", .title = N_ ("Unit"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_SHORT },
  { .name = "verified", .title = N_ ("Verified"), .kind = CIRC_FIELD_BOOLEAN },
  { .name = NULL },
};

static char *
dup_title (CircRecord *record)
{
  return g_strdup (_ ("Dates and deadlines"));
}

static const CircField fields[] = {
  [CIRC_DATE_SETTINGS_PACK] = {
    .name = "pack", .title = N_ ("Rule pack"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_READ_ONLY,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_DATE_SETTINGS_RULES] = {
    .name = "rules", .title = N_ ("Statutory settings"), .kind = CIRC_FIELD_ROWS, .limit = 100,
    .rows = circ_date_settings_rule_row, .help = N_ ("Those that differ from what came with the program."),
  },
  [CIRC_DATE_SETTINGS_VERIFIED_ON] = {
    .name = "verified-on", .title = N_ ("Verified on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_DATE_SETTINGS_VERIFIED_BY] = {
    .name = "verified-by", .title = N_ ("Verified by"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_DATE_SETTINGS_BANK_HOLIDAYS] = {
    .name = "bank-holidays", .title = N_ ("Published bank holidays"), .kind = CIRC_FIELD_LONG_TEXT,
    /* The government's list of a dozen years has 50,000 characters. */
    .flags = CIRC_FIELD_READ_ONLY, .limit = 2000000,
    .help = N_ ("The list of www.gov.uk/bank-holidays.json, where a newer one was imported."),
  },
  [CIRC_DATE_SETTINGS_BANK_HOLIDAYS_ON] = {
    .name = "bank-holidays-on", .title = N_ ("Imported on"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_DATE_SETTINGS_PLANNED_TO] = {
    .name = "planned-to", .title = N_ ("Worked out until"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
  },
  [CIRC_DATE_SETTINGS_PLANNED_FROM] = {
    .name = "planned-from", .title = N_ ("Worked out from"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_READ_ONLY,
    .help = N_ ("Of a plan that was kept by hand before: nothing is due by its rules before this day."),
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_DATE_SETTINGS_N_FIELDS);

const CircKind circ_date_settings_kind = {
  .id = CIRC_KIND_DATE_SETTINGS,
  .name = "date-settings",
  .table = "date_settings",
  .title = N_ ("Dates and deadlines"),
  .title_plural = N_ ("Dates and deadlines"),
  .ref_field = -1,
  .title_field = CIRC_DATE_SETTINGS_PACK,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_DATE_SETTINGS_N_FIELDS,
  .get_type = circ_date_settings_get_type,
  .dup_title = dup_title,
};
