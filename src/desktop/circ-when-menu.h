/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "circ-timing.h"

G_BEGIN_DECLS

/* The kinds of "when" in plain words and in groups; each row activates @action with the token of its kind.
 * @yearly: only days of the year, as a theme day has them. (transfer full) */
GMenuModel *circ_when_menu_new (const char *action,
                                gboolean yearly);

G_END_DECLS
