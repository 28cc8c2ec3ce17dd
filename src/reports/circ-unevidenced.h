/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-period.h"
#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircUnevidenced:
 * @audiences: (element-type CircRecord): in use, and nothing that was done went to them
 * @measures: (element-type CircRecord): in use, and nothing was read
 * @priorities: (element-type CircRecord): in force, and neither was an item done nor a measure read that serves them
 *
 * What a period has no evidence of (FEATURES V8), each list by name.
 */
typedef struct {
  GPtrArray *audiences;
  GPtrArray *measures;
  GPtrArray *priorities;
} CircUnevidenced;

CircUnevidenced *circ_unevidenced_read (CircStore *store,
                                        const CircPeriod *period,
                                        GError **error);
void circ_unevidenced_free (CircUnevidenced *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircUnevidenced, circ_unevidenced_free)

G_END_DECLS
