/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-desktop.h"

#include <stdio.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "circ-application.h"

/**
 * circ_desktop_run:
 * @argv: of the process; what it says was read already, and is not read again
 * @database: (nullable): a path; NULL for the file that was open last
 *
 * Returns: the exit status of the program
 */
int
circ_desktop_run (int argc,
                  char **argv,
                  const char *database)
{
  g_autoptr (CircApplication) application = NULL;
  g_autoptr (GFile) file = database != NULL ? g_file_new_for_path (database) : NULL;
  g_autofree char *full_path = database != NULL ? g_file_get_path (file) : NULL;
  char *arguments[] = { argv[0], full_path, NULL };
  int n_arguments = full_path != NULL ? 2 : 1;

  g_set_prgname (CIRC_APPLICATION_ID);
  g_set_application_name (_ ("Circulate"));
  if (!gtk_init_check ())
    {
      fprintf (stderr, "circulate: %s\n",
               _ ("There is no display to open a window on. See circulate --help for what works without one."));
      return EXIT_FAILURE;
    }
  application = circ_application_new ();
  /* The desktop starts the program as a service with an option that only GApplication knows. */
  if (full_path == NULL && argc > 1 && g_str_has_prefix (argv[1], "--gapplication-"))
    return g_application_run (G_APPLICATION (application), argc, argv);

  return g_application_run (G_APPLICATION (application), n_arguments, arguments);
}
