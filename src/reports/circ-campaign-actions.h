/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

CircRecord *circ_campaign_new_item (CircStore *store,
                                    CircRecord *campaign,
                                    const char *today);

/* Before and after, a line for each of its measures; "" when it has none or has no days. (transfer full) */
char *circ_campaign_dup_results (CircStore *store,
                                 CircRecord *campaign,
                                 GError **error);

G_END_DECLS
