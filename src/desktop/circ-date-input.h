/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* A date: typed in any of the usual ways, or picked from a calendar. */
#define CIRC_TYPE_DATE_INPUT (circ_date_input_get_type ())
G_DECLARE_FINAL_TYPE (CircDateInput, circ_date_input, CIRC, DATE_INPUT, CircInput)

G_END_DECLS
