/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-row.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

const CircField circ_timing_row[] = {
  { .name = "text", .title = N_ ("Words"), .kind = CIRC_FIELD_TEXT, .limit = CIRC_LIMIT_LONG },
  { .name = "link", .title = N_ ("Hangs on"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "group", "plan-item", "theme-day", "meeting", NULL } },
  { .name = "rule", .title = N_ ("Number"), .kind = CIRC_FIELD_INTEGER, .flags = CIRC_FIELD_NEEDED,
    .validate = circ_validate_not_negative },
  { .name = "timing", .title = N_ ("Rule"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_NEEDED,
    .limit = CIRC_LIMIT_LONG },
  { .name = NULL },
};
