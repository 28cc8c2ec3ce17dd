/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* What the window says of a cascade return. (transfer full) */

/* What the agency was to pass on: the name of the plan item. */
char *circ_return_words_dup_what (CircStore *store,
                                  CircRecord *cascade_return);
/* "Asked for on Tue 8 Dec, wanted by Tue 22 Dec · chased twice" */
char *circ_return_words_dup_standing (CircRecord *cascade_return,
                                      const char *today);

G_END_DECLS
