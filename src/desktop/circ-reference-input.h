/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* Another record, found or added in the chooser. */
#define CIRC_TYPE_REFERENCE_INPUT (circ_reference_input_get_type ())
G_DECLARE_FINAL_TYPE (CircReferenceInput, circ_reference_input, CIRC, REFERENCE_INPUT, CircInput)

G_END_DECLS
