/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

#define CIRC_TYPE_ENTRIES_ROW (circ_entries_row_get_type ())
G_DECLARE_FINAL_TYPE (CircEntriesRow, circ_entries_row, CIRC, ENTRIES_ROW, CircInput)

/**
 * CircEntriesRow:
 *
 * The control for a field of CircEntry rows ("to whom", "how", "by whom"): a chip for each entry with its words and what
 * they mean, and a text in which the next one is typed. circ_input_new_for_field() makes it where the field's rows have
 * "text" and "link"; made alone it works on a value without a record.
 */
CircInput *circ_entries_row_new (CircSession *session,
                                 const CircField *field);

G_END_DECLS
