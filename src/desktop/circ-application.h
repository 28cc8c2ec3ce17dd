/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CIRC_TYPE_APPLICATION (circ_application_get_type ())
G_DECLARE_FINAL_TYPE (CircApplication, circ_application, CIRC, APPLICATION, AdwApplication)

/**
 * CircApplication:
 *
 * The program with its windows. One process serves them all, except under the environment variable CIRC_TEST, where
 * each is on its own.
 *
 * Action: "app.quit" closes every window, each of which saves first.
 */
CircApplication *circ_application_new (void);
/* Opens @path in a window; brings forward the one that shows it already. When it cannot be opened, the reason stands
 * in a dialog over the welcome page. */
void circ_application_open (CircApplication *self,
                            const char *path);

G_END_DECLS
