/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_IMPORT_WINDOW (circ_import_window_get_type ())
G_DECLARE_FINAL_TYPE (CircImportWindow, circ_import_window, CIRC, IMPORT_WINDOW, AdwWindow)

/**
 * CircImportWindow:
 *
 * A plan in a CSV file on its way in: choose the file, say what its columns hold, look at what each row becomes,
 * import. Nothing is changed before Import, which is one change.
 *
 * Actions: "import.choose", "import.starter", "import.save-template", "import.run", "import.close" (Escape), and beside
 * those that open a file chooser "import.open-path" and "import.save-template-to" (both "s").
 */
GtkWidget *circ_import_window_new (CircSession *session);
/* @parent: any widget of the window it belongs to. @path: NULL to ask for the file. */
void circ_import_window_present (CircSession *session,
                                 GtkWidget *parent,
                                 const char *path);

G_END_DECLS
