/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-paths.h"
#include "circ-settings.h"

/* circulate restore FILE */
int
circ_command_restore (const CircCommandLine *line,
                      char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = circ_command_dup_path (line);
  g_autofree char *source = g_filename_display_name (arguments[0]);
  g_autofree char *target = g_filename_display_name (path);

  circ_settings_use_backup_folder ();
  if (line->database == NULL && !circ_paths_make_parent (path, &error))
    return circ_fail (error);
  if (!circ_store_restore (arguments[0], path, &error))
    return circ_fail (error);
  /* translators: the file that is worked with, and the backup whose contents it has now */
  circ_print (_ ("%s now holds what %s held.\n"), target, source);
  return CIRC_STATUS_DONE;
}
