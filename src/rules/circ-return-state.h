/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* An agency has this many working days to confirm that it passed something on, unless somebody says otherwise. DOMAIN 3.7. */
#define CIRC_RETURN_WORKING_DAYS 10

/* The third time an agency is chased, it is its senior officer who is. DOMAIN 4.5. */
#define CIRC_RETURN_SENIOR_CHASE 3

/* DOMAIN 3.7 and 4.5, in the order in which it is decided. */
typedef enum {
  CIRC_RETURN_STATE_NOT_APPLICABLE,
  CIRC_RETURN_STATE_RETURNED,
  CIRC_RETURN_STATE_OVERDUE,
  CIRC_RETURN_STATE_AWAITED,
  CIRC_N_RETURN_STATES,
} CircReturnState;

CircReturnState circ_return_state_of (CircRecord *cascade_return,
                                      const char *today);
const char *circ_return_state_get_title (CircReturnState state);
const char *circ_return_state_get_icon (CircReturnState state);

/* Whether somebody has said anything of it yet: it is not only expected. */
gboolean circ_return_is_touched (CircRecord *cascade_return);

G_END_DECLS
