/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint          circ_advance_get       (gunichar  c,
                                       gboolean  bold,
                                       gboolean *known);
const guint16 *circ_advance_get_ascii (gboolean  bold);

G_END_DECLS
