/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "circ-commands.h"
#include "circ-desktop.h"

int
main (int argc,
      char **argv)
{
  g_autofree char *database = NULL;
  gboolean window = FALSE;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CIRC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = circ_commands_main (argc, argv, &window, &database);
  if (!window)
    return status;
  return circ_desktop_run (argc, argv, database);
}
