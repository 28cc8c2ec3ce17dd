/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `circulate-window`: takes the same words as `circulate`, which becomes this program when they ask for a window. */
#include "config.h"

#include "circ-commands.h"
#include "circ-desktop.h"

int
main (int argc,
      char **argv)
{
  g_autofree char *database = NULL;
  gboolean window = FALSE;
  int status = circ_commands_main (argc, argv, &window, &database);

  return window ? circ_desktop_run (argc, argv, database) : status;
}
