/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-theme-day-year.h"

#include "circ-date.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircThemeDayYearRecord, circ_theme_day_year_record, CIRC_KIND_THEME_DAY_YEAR)

static const CircChoice status_choices[] = {
  { "confirmed", N_ ("Confirmed") },
  { "provisional", N_ ("Provisional") },
  { NULL, NULL },
};

static char *
dup_title (CircRecord *record)
{
  return circ_date_format_long (circ_record_get_text (record, CIRC_THEME_DAY_YEAR_STARTS_ON));
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *starts = circ_record_get_text (record, CIRC_THEME_DAY_YEAR_STARTS_ON);
  const char *ends = circ_record_get_text (record, CIRC_THEME_DAY_YEAR_ENDS_ON);

  if (starts != NULL && ends != NULL && g_strcmp0 (ends, starts) < 0)
    circ_problem_add (problems, CIRC_THEME_DAY_YEAR_ENDS_ON, _ ("It ends before it begins."));
  if (g_strcmp0 (circ_record_get_text (record, CIRC_THEME_DAY_YEAR_STATUS), "confirmed") == 0 &&
      circ_record_get (record, CIRC_THEME_DAY_YEAR_SOURCE) == NULL)
    circ_problem_add (problems, CIRC_THEME_DAY_YEAR_SOURCE, _ ("Say where the dates come from."));
}

static const CircField fields[] = {
  [CIRC_THEME_DAY_YEAR_THEME_DAY] = {
    .name = "theme-day", .title = N_ ("Theme day"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY, .targets = (const char *const[]) { "theme-day", NULL },
  },
  [CIRC_THEME_DAY_YEAR_STARTS_ON] = {
    .name = "starts-on", .title = N_ ("First day"), .kind = CIRC_FIELD_DATE, .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_THEME_DAY_YEAR_ENDS_ON] = {
    .name = "ends-on", .title = N_ ("Last day"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_THEME_DAY_YEAR_THEME_TEXT] = {
    .name = "theme-text", .title = N_ ("Theme"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_THEME_DAY_YEAR_STATUS] = {
    .name = "status", .title = N_ ("Status"), .kind = CIRC_FIELD_CHOICE, .choices = status_choices,
  },
  [CIRC_THEME_DAY_YEAR_SOURCE] = {
    .name = "source", .title = N_ ("Source"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_THEME_DAY_YEAR_CHECKED_ON] = {
    .name = "checked-on", .title = N_ ("Checked on"), .kind = CIRC_FIELD_DATE,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_THEME_DAY_YEAR_N_FIELDS);

const CircKind circ_theme_day_year_kind = {
  .id = CIRC_KIND_THEME_DAY_YEAR,
  .name = "theme-day-year",
  .table = "theme_day_year",
  .title = N_ ("Dates of a theme day"),
  .title_plural = N_ ("Dates of theme days"),
  .ref_field = -1,
  .title_field = CIRC_THEME_DAY_YEAR_STARTS_ON,
  .owner_field = CIRC_THEME_DAY_YEAR_THEME_DAY,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_THEME_DAY_YEAR_N_FIELDS,
  .get_type = circ_theme_day_year_record_get_type,
  .check = check,
  .dup_title = dup_title,
};
