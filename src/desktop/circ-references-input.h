/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* Other records as chips, found or added in the chooser. */
#define CIRC_TYPE_REFERENCES_INPUT (circ_references_input_get_type ())
G_DECLARE_FINAL_TYPE (CircReferencesInput, circ_references_input, CIRC, REFERENCES_INPUT, CircInput)

G_END_DECLS
