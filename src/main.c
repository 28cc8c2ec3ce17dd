/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `circulate`: whatever works without a display, and the way to what needs one. GTK and all that it draws with take longer
 * to load than most commands to run, so the window is a program of its own, which lies beside this one. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "circ-commands.h"

/* Returns only if it cannot be done. */
static int
become_window (char **argv)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : g_strdup (CIRC_PROGRAM_DIR);
  g_autofree char *program = g_build_filename (folder, CIRC_WINDOW_PROGRAM, NULL);
  int number;

  execv (program, argv);
  number = errno;
  fprintf (stderr, "circulate: ");
  fprintf (stderr, _ ("“%s”, which opens the window, cannot be started: %s. Install Circulate again."), program,
           g_strerror (number));
  fprintf (stderr, "\n");
  return EXIT_FAILURE;
}

int
main (int argc,
      char **argv)
{
  g_autofree char *database = NULL;
  gboolean window = FALSE;
  int status = circ_commands_main (argc, argv, &window, &database);

  return window ? become_window (argv) : status;
}
