/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"

/* circulate backup FILE */
int
circ_command_backup (const CircCommandLine *line,
                     char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (arguments[0]);
  g_autoptr (CircStore) store = NULL;

  /* A backup that takes another's place is one backup less. */
  if (g_file_test (arguments[0], G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return circ_fail_words (CIRC_STATUS_FAILED, _ ("%s is there already. Choose another name for the backup."), name);
  store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL || !circ_store_backup (store, arguments[0], &error))
    return circ_fail (error);
  circ_print (_ ("Wrote the backup %s.\n"), name);
  return CIRC_STATUS_DONE;
}
