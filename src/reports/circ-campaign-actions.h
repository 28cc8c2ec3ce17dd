/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

CircRecord *circ_campaign_new_item (CircStore *store,
                                    CircRecord *campaign,
                                    const char *today);

G_END_DECLS
