/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RENAME_WINDOW (circ_rename_window_get_type ())
G_DECLARE_FINAL_TYPE (CircRenameWindow, circ_rename_window, CIRC, RENAME_WINDOW, AdwWindow)

/**
 * CircRenameWindow:
 *
 * Gives a version of the matrix another title.
 */
void circ_rename_window_present (CircSession *session,
                                 GtkWidget *parent,
                                 CircRecord *version);

G_END_DECLS
