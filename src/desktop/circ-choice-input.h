/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* One of a few choices, or none. */
#define CIRC_TYPE_CHOICE_INPUT (circ_choice_input_get_type ())
G_DECLARE_FINAL_TYPE (CircChoiceInput, circ_choice_input, CIRC, CHOICE_INPUT, CircInput)

G_END_DECLS
