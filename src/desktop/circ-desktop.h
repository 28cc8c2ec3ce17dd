/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Opens the window on @database, or (NULL) on the file that was open last. Returns the exit status of the program. */
int circ_desktop_run (int argc,
                      char **argv,
                      const char *database);

G_END_DECLS
