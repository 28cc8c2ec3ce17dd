/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CIRC_TYPE_WELCOME (circ_welcome_get_type ())
G_DECLARE_FINAL_TYPE (CircWelcome, circ_welcome, CIRC, WELCOME, AdwBin)

/**
 * CircWelcome:
 *
 * What a window without a file shows: four ways to begin, each an action of the window it is in.
 */
GtkWidget *circ_welcome_new (void);

G_END_DECLS
