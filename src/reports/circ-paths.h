/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *circ_paths_dup_default_database (void);
gboolean circ_paths_make_parent (const char *path,
                                 GError **error);

G_END_DECLS
