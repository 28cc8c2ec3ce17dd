/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-seed.h"

/* circulate create FILE [--template empty|starter|sample] */
int
circ_command_create (const CircCommandLine *line,
                     char **arguments)
{
  const char *path = arguments[0] != NULL ? arguments[0] : line->database;
  const char *template = line->template != NULL ? line->template : "empty";
  g_autoptr (CircStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (path == NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("“create” needs the name of the new file: circulate create FILE"));
  if (arguments[0] != NULL && line->database != NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("Name the new file once: circulate create FILE"));
  if (!circ_seed_is_known (template))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("There is no template “%s”. Use empty, starter or sample."), template);

  store = circ_seed_create (path, template, line->today, NULL, &error);
  if (store == NULL)
    return circ_fail (error);
  name = g_filename_display_name (path);
  circ_print (_ ("Made %s.\n"), name);
  return CIRC_STATUS_DONE;
}
