/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint circ_advance_get (gunichar  c,
                        gboolean  bold,
                        gboolean *known);

G_END_DECLS
