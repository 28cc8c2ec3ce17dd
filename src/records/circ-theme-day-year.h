/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* The dates of a theme day in one year, as its organiser gave them. They beat the rule. DOMAIN 3.15. */
CIRC_DECLARE_KIND (CircThemeDayYearRecord, circ_theme_day_year_record)

enum {
  CIRC_THEME_DAY_YEAR_THEME_DAY,
  CIRC_THEME_DAY_YEAR_STARTS_ON,
  CIRC_THEME_DAY_YEAR_ENDS_ON,
  CIRC_THEME_DAY_YEAR_THEME_TEXT,
  CIRC_THEME_DAY_YEAR_STATUS,
  CIRC_THEME_DAY_YEAR_SOURCE,
  CIRC_THEME_DAY_YEAR_CHECKED_ON,
  CIRC_THEME_DAY_YEAR_N_FIELDS,
};

extern const CircKind circ_theme_day_year_kind;

G_END_DECLS
