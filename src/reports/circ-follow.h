/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* Whoever opens a file to write says this once; everything else follows at each circ_store_apply(). */
void circ_follow_attach (CircStore *store);

G_END_DECLS
