/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-window.h"

G_BEGIN_DECLS

#define CIRC_TYPE_BACKUPS_WINDOW (circ_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (CircBackupsWindow, circ_backups_window, CIRC, BACKUPS_WINDOW, AdwWindow)

/**
 * CircBackupsWindow:
 *
 * The backups of a file, newest first: to look into one, or to put it in the place of the file.
 *
 * Actions: "backups.open", "backups.restore", "backups.other".
 */
/* @path: the file, which @parent has open or could not open. */
void circ_backups_window_present (CircWindow *parent,
                                  const char *path);

G_END_DECLS
