/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-due-list.h"

G_BEGIN_DECLS

char *circ_record_json_new (CircStore *store,
                            CircRecord *record,
                            CircPlanFacts *facts);
char *circ_due_line_json_new (CircStore *store,
                              const CircDueLine *line,
                              CircPlanFacts *facts);

G_END_DECLS
