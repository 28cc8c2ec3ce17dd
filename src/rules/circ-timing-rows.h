/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing.h"

G_BEGIN_DECLS

/* The name of a month in folded words, in a pattern. */
#define CIRC_MONTH_WORD "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
                        "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"

/* What a strategy says, and the rule that it means. What its named groups find goes into the rule. */
typedef struct {
  const char *pattern; /* of a whole piece of folded words */
  CircTimingKind kind;
  CircAnchor anchor;
  CircFrequency frequency;
  const char *trigger;
  const char *second_trigger; /* the words mean either */
} CircTimingRow;

guint circ_timing_rows_get_n (void);
const CircTimingRow *circ_timing_rows_get (guint row,
                                           GRegex **regex);

G_END_DECLS
