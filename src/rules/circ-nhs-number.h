/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean circ_nhs_number_is_valid (const char *text);

G_END_DECLS
