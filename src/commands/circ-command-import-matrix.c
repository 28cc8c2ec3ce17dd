/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-follow.h"
#include "circ-matrix-import.h"

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    circ_print_line (lines->pdata[i]);
}

static void
print_cells (CircMatrixImport *import,
             guint n_cells,
             gboolean dry_run)
{
  guint n_bad = circ_matrix_import_count_bad_rows (import);

  if (circ_matrix_import_get_notes (import)->len == 0)
    circ_print ("%s\n", _ ("Each of its methods and audiences is in the lists already."));
  if (circ_matrix_import_makes_draft (import))
    circ_print ("%s\n", _ ("What was approved stays as it is: the change is to a new draft."));
  if (dry_run)
    circ_print (ngettext ("%u cell would be changed.\n", "%u cells would be changed.\n", n_cells), n_cells);
  else
    circ_print (ngettext ("%u cell changed.\n", "%u cells changed.\n", n_cells), n_cells);
  if (n_bad > 0)
    circ_print (ngettext ("%u row cannot be read.\n", "%u rows cannot be read.\n", n_bad), n_bad);
}

static gboolean
apply (const CircCommandLine *line,
       CircStore *store,
       CircMatrixImport *import,
       GError **error)
{
  circ_command_back_up (store);
  return circ_follow_bring_up_to_date (store, line->today, error) && circ_matrix_import_apply (import, error);
}

/* circulate import matrix FILE [--dry-run] [--skip-bad-rows] */
int
circ_command_import_matrix (const CircCommandLine *line,
                            char **arguments)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircMatrixImport) import = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[1]);
  g_autoptr (GError) error = NULL;
  guint n_cells;

  if (line->again)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--again goes with plan, not with matrix."));
  store = circ_command_open (line, line->dry_run ? CIRC_STORE_OPEN_READ_ONLY : CIRC_STORE_OPEN_DEFAULT, &error);
  if (store == NULL)
    return circ_fail (error);
  import = circ_matrix_import_new (store, file, line->today, &error);
  if (import == NULL)
    return circ_fail (error);
  print_lines (circ_matrix_import_get_problems (import));
  if (circ_matrix_import_count_bad_rows (import) > 0 && !line->skip_bad_rows)
    return circ_fail_rows (circ_matrix_import_count_bad_rows (import));
  if (circ_matrix_import_is_present (import))
    {
      circ_print ("%s\n", _ ("All of it is there already."));
      return CIRC_STATUS_DONE;
    }
  n_cells = circ_matrix_import_count_cells (import);
  if (!line->dry_run && !apply (line, store, import, &error))
    return circ_fail (error);
  print_lines (circ_matrix_import_get_notes (import));
  print_cells (import, n_cells, line->dry_run);
  return CIRC_STATUS_DONE;
}
