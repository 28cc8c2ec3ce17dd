/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* What a file says otherwise than the program ships: statutory settings and the list of bank holidays. A file has one;
 * ask circ_store_get_only(). DOMAIN 2.2, 5.2. */
CIRC_DECLARE_KIND (CircDateSettings, circ_date_settings)

enum {
  CIRC_DATE_SETTINGS_PACK,
  CIRC_DATE_SETTINGS_RULES,
  CIRC_DATE_SETTINGS_VERIFIED_ON,
  CIRC_DATE_SETTINGS_VERIFIED_BY,
  CIRC_DATE_SETTINGS_BANK_HOLIDAYS,
  CIRC_DATE_SETTINGS_BANK_HOLIDAYS_ON,
  CIRC_DATE_SETTINGS_PLANNED_TO,
  CIRC_DATE_SETTINGS_PLANNED_FROM,
  CIRC_DATE_SETTINGS_N_FIELDS,
};

extern const CircKind circ_date_settings_kind;
extern const CircField circ_date_settings_rule_row[];

G_END_DECLS
