/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* The rules of a "when", each a sentence with choosers in it: CircWhenRow. */
#define CIRC_TYPE_WHEN_INPUT (circ_when_input_get_type ())
G_DECLARE_FINAL_TYPE (CircWhenInput, circ_when_input, CIRC, WHEN_INPUT, CircInput)

G_END_DECLS
