/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field.h"

G_BEGIN_DECLS

/**
 * circ_timing_row:
 *
 * One rule of a "when": the words that it came from, the record that it hangs on (the group that meets, the item that is
 * followed, the theme day), its number among the rules of its item, and the rule itself as the JSON of
 * circ_timing_to_json() in rules/. The number names the rule for good: occurrences keep it.
 */
extern const CircField circ_timing_row[];

G_END_DECLS
