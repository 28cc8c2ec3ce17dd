/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* What a new file may start with: "starter" holds lists to work with, "sample" an invented partnership with two
 * reporting years of work. */
gboolean circ_seed_is_known (const char *name);
gboolean circ_seed_load (CircStore *store,
                         const char *name,
                         const char *today,
                         GError **error);
gboolean circ_seed_load_json (CircStore *store,
                              GBytes *json,
                              const char *title,
                              const char *today,
                              GError **error);
/* Makes the file @path (which must not be there), filled with @name, or empty when @name is NULL or "empty". */
CircStore *circ_seed_create (const char *path,
                             const char *name,
                             const char *today,
                             const char *person,
                             GError **error);

G_END_DECLS
