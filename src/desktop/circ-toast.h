/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @toast (consumed) in @overlay, with a name for the button that closes it. */
void circ_toast_show (AdwToastOverlay *overlay,
                      AdwToast *toast);

G_END_DECLS
