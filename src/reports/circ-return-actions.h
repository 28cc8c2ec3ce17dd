/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* What is done about what comes back: cascade returns and format requests. Each is one change with a title, and so one undo. */

CircChange *circ_return_chase_change (CircStore *store,
                                      CircRecord *cascade_return,
                                      const char *today);
CircChange *circ_return_edit_change (CircStore *store,
                                     CircRecord *cascade_return,
                                     CircRecord *draft);
char *circ_return_dup_advice (CircStore *store,
                              CircRecord *cascade_return);

/* A request for a format. */
CircChange *circ_format_supplied_change (CircRecord *request,
                                         const char *today);

G_END_DECLS
