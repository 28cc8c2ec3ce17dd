/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

gboolean circ_priorities_set_up (CircStore *store,
                                 GError **error);

G_END_DECLS
