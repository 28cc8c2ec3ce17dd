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
  CircCheckCounts counts;

  if (store == NULL || !circ_store_check_counting (store, problems, &counts, &error))
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
  /* translators: a line of numbers: how much of the file was looked at */
  circ_print (_ ("Records: %lld. Changes in an unbroken chain: %lld. Values that match their digests: %lld; erased: %lld.\n"),
              (long long) counts.n_records, (long long) counts.n_changes, (long long) counts.n_values,
              (long long) counts.n_erased);
  return CIRC_STATUS_DONE;
}
