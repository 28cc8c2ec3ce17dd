/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* One line of text, a number, or an amount of money. */
#define CIRC_TYPE_TEXT_INPUT (circ_text_input_get_type ())
G_DECLARE_FINAL_TYPE (CircTextInput, circ_text_input, CIRC, TEXT_INPUT, CircInput)

G_END_DECLS
