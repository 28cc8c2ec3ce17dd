/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* Whoever opens a file to write says this once; everything else follows at each circ_store_apply(). */
void circ_follow_attach (CircStore *store);

/* What time itself does: months that come into view, and what an older program did not know. Once at opening, and when a
 * new day begins. Costs one look-up when there is nothing to do. */
gboolean circ_follow_bring_up_to_date (CircStore *store,
                                       const char *today,
                                       GError **error);

G_END_DECLS
