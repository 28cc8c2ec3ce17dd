/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A day or week that somebody has given a theme. DOMAIN 3.15. */
CIRC_DECLARE_KIND (CircThemeDayRecord, circ_theme_day_record)

enum {
  CIRC_THEME_DAY_NAME,
  CIRC_THEME_DAY_OTHER_NAMES,
  CIRC_THEME_DAY_ORGANISER,
  CIRC_THEME_DAY_RULE,
  CIRC_THEME_DAY_RELIABLE,
  CIRC_THEME_DAY_SIDE,
  CIRC_THEME_DAY_TAGS,
  CIRC_THEME_DAY_CORE,
  CIRC_THEME_DAY_REACH,
  CIRC_THEME_DAY_WEBSITE,
  CIRC_THEME_DAY_NOTES,
  CIRC_THEME_DAY_ARCHIVED_ON,
  CIRC_THEME_DAY_N_FIELDS,
};

extern const CircKind circ_theme_day_kind;

G_END_DECLS
