/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

G_BEGIN_DECLS

/* What tells one occurrence of an item from another: the meeting or the theme day that it hangs on, "Harbour Board, Wed 9 Dec".
 * (transfer full) (nullable) */
char *circ_anchor_words (CircSession *session,
                         CircRecord *occurrence);
/* The day to aim for, where that is not the day that it is due: "Aim for Tue 24 Nov". (transfer full) (nullable) */
char *circ_aim_words (CircSession *session,
                      CircRecord *occurrence);

G_END_DECLS
