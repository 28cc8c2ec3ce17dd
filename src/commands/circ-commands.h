/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * circ_commands_main:
 * @argc: number of arguments, the program's name included
 * @argv: the arguments
 * @window: (out): set when no command was given and the window is to be opened
 * @database: (out) (optional): the file to open then, or %NULL for the user's own
 *
 * Runs the command line, in the language of the user. Needs no display.
 *
 * Returns: 0 done, 1 failed, 2 wrong usage
 */
int circ_commands_main (int argc,
                        char **argv,
                        gboolean *window,
                        char **database);

G_END_DECLS
