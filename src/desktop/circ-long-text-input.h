/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* Wrapped text that grows with what is in it; for a one-line field Enter commits and line breaks become spaces. */
#define CIRC_TYPE_LONG_TEXT_INPUT (circ_long_text_input_get_type ())
G_DECLARE_FINAL_TYPE (CircLongTextInput, circ_long_text_input, CIRC, LONG_TEXT_INPUT, CircInput)

G_END_DECLS
