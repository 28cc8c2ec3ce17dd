/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-facts.h"

G_BEGIN_DECLS

char *circ_record_json_new (CircStore *store,
                            CircRecord *record,
                            CircPlanFacts *facts);

G_END_DECLS
