/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-theme-day.h"

#include "circ-choices.h"
#include "circ-timing-row.h"

#include <glib/gi18n-lib.h>

/* Not CircThemeDay: that is what rules/ computes with. */
CIRC_DEFINE_KIND (CircThemeDayRecord, circ_theme_day_record, CIRC_KIND_THEME_DAY)

static const CircChoice side_choices[] = {
  { "children", N_ ("Children") },
  { "adults", N_ ("Adults") },
  { "both", N_ ("Both") },
  { NULL, NULL },
};

static const CircChoice reach_choices[] = {
  { "national", N_ ("National") },
  { "regional", N_ ("Regional, with neighbouring partnerships") },
  { "local", N_ ("Local") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_THEME_DAY_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_THEME_DAY_OTHER_NAMES] = {
    .name = "other-names", .title = N_ ("Other names"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM, .help = N_ ("One on each line."),
  },
  [CIRC_THEME_DAY_ORGANISER] = {
    .name = "organiser", .title = N_ ("Organiser"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_THEME_DAY_RULE] = {
    .name = "rule", .title = N_ ("When"), .kind = CIRC_FIELD_ROWS, .limit = 1, .rows = circ_timing_row,
    .help = N_ ("Leave it empty when the organiser announces the dates each year."),
  },
  [CIRC_THEME_DAY_RELIABLE] = {
    .name = "reliable", .title = N_ ("The rule needs no checking"), .kind = CIRC_FIELD_BOOLEAN,
    .help = N_ ("Otherwise each year is provisional until the organiser’s dates are entered."),
  },
  [CIRC_THEME_DAY_SIDE] = {
    .name = "side", .title = N_ ("About"), .kind = CIRC_FIELD_CHOICE, .choices = side_choices,
  },
  [CIRC_THEME_DAY_TAGS] = {
    .name = "tags", .title = N_ ("Tags"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Separated by commas. “priority” is for those linked to the safeguarding priorities."),
  },
  [CIRC_THEME_DAY_CORE] = {
    .name = "core", .title = N_ ("About safeguarding itself"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_THEME_DAY_REACH] = {
    .name = "reach", .title = N_ ("Reach"), .kind = CIRC_FIELD_CHOICE, .choices = reach_choices,
  },
  [CIRC_THEME_DAY_WEBSITE] = {
    .name = "website", .title = N_ ("Website"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_MEDIUM,
    .validate = circ_validate_web_address,
  },
  [CIRC_THEME_DAY_NOTES] = {
    .name = "notes", .title = N_ ("Notes"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_THEME_DAY_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_THEME_DAY_N_FIELDS);

const CircKind circ_theme_day_kind = {
  .id = CIRC_KIND_THEME_DAY,
  .name = "theme-day",
  .table = "theme_day",
  .title = N_ ("Theme day"),
  .title_plural = N_ ("Theme days"),
  .ref_field = -1,
  .title_field = CIRC_THEME_DAY_NAME,
  .owner_field = -1,
  .archived_field = CIRC_THEME_DAY_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_THEME_DAY_N_FIELDS,
  .get_type = circ_theme_day_record_get_type,
};
