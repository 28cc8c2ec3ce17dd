/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A day on which nobody works, beyond the published list: proclaimed since, or closed here alone. DOMAIN 5.2, 3.15. */
CIRC_DECLARE_KIND (CircHoliday, circ_holiday)

enum {
  CIRC_HOLIDAY_TITLE,
  CIRC_HOLIDAY_KIND,
  CIRC_HOLIDAY_STARTS_ON,
  CIRC_HOLIDAY_ENDS_ON,
  CIRC_HOLIDAY_DIVISION,
  CIRC_HOLIDAY_SOURCE,
  CIRC_HOLIDAY_N_FIELDS,
};

extern const CircKind circ_holiday_kind;

G_END_DECLS
