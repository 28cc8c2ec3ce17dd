/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"

/* circulate undo */
int
circ_command_undo (const CircCommandLine *line,
                   char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_command_open (line, CIRC_STORE_OPEN_DEFAULT, &error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (store != NULL)
    circ_command_back_up (store);
  if (store == NULL || !circ_store_undo (store, &title, &error))
    return circ_fail (error);
  /* translators: %s is the title of a change, "Imported 17 items from plan.csv" */
  text = g_strdup_printf (_ ("Taken back: %s"), title);
  circ_print_line (text);
  return CIRC_STATUS_DONE;
}
