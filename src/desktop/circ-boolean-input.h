/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* Yes or no, as a switch. */
#define CIRC_TYPE_BOOLEAN_INPUT (circ_boolean_input_get_type ())
G_DECLARE_FINAL_TYPE (CircBooleanInput, circ_boolean_input, CIRC, BOOLEAN_INPUT, CircInput)

G_END_DECLS
