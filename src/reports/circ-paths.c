/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-paths.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * circ_paths_dup_default_database:
 *
 * Returns: (transfer full): the file that is used when none is named: circulate/plan.circulate in the user's data
 *   folder (XDG_DATA_HOME). It may not be there yet.
 */
char *
circ_paths_dup_default_database (void)
{
  return g_build_filename (g_get_user_data_dir (), "circulate", "plan.circulate", NULL);
}

/**
 * circ_paths_make_parent:
 * @path: a file that is about to be made
 *
 * Makes the folder of the user's own file, readable by that user only: there will be names and addresses in it.
 *
 * Returns: FALSE with a GIOError and a whole sentence
 */
gboolean
circ_paths_make_parent (const char *path,
                        GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int saved;

  if (g_mkdir_with_parents (parent, 0700) == 0)
    return TRUE;
  saved = errno;
  /* translators: a folder, and the system's reason why it could not be made */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), _ ("The folder %s could not be made: %s."), parent,
               g_strerror (saved));
  return FALSE;
}
