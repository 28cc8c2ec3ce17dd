/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

/* A picture from a file, with a preview. */
#define CIRC_TYPE_IMAGE_INPUT (circ_image_input_get_type ())
G_DECLARE_FINAL_TYPE (CircImageInput, circ_image_input, CIRC, IMAGE_INPUT, CircInput)

G_END_DECLS
