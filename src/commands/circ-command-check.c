/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"

/* circulate check */
int
circ_command_check (const CircCommandLine *line,
                    char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;

  if (store == NULL || !circ_store_check (store, problems, &error))
    return circ_fail (error);
  name = g_filename_display_name (circ_store_get_path (store));
  for (guint i = 0; i < problems->len; i++)
    circ_print_line (problems->pdata[i]);
  if (problems->len > 0)
    return circ_fail_words (CIRC_STATUS_FAILED,
                            ngettext ("%u problem found in %s. Restore a backup: circulate restore FILE",
                                      "%u problems found in %s. Restore a backup: circulate restore FILE",
                                      problems->len),
                            problems->len, name);
  circ_print (_ ("No problems found in %s.\n"), name);
  return CIRC_STATUS_DONE;
}
