/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* A list of small records, each with an input for every field of its catalogue. */
#define CIRC_TYPE_ROWS_INPUT (circ_rows_input_get_type ())
G_DECLARE_FINAL_TYPE (CircRowsInput, circ_rows_input, CIRC, ROWS_INPUT, CircInput)

G_END_DECLS
