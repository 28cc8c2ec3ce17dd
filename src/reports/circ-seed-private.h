/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* Takes out of a record that was read what lies after @today. */
void circ_seed_unfinish (CircRecord *record,
                         const char *today);

G_END_DECLS
