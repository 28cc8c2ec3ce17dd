/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* Any number of choices, ticked in a popover and saved when it closes. */
#define CIRC_TYPE_SET_INPUT (circ_set_input_get_type ())
G_DECLARE_FINAL_TYPE (CircSetInput, circ_set_input, CIRC, SET_INPUT, CircInput)

G_END_DECLS
