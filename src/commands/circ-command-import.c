/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-date.h"
#include "circ-follow.h"
#include "circ-holiday-import.h"
#include "circ-plan-import.h"

static void
print_row (const CircImportRow *row,
           gboolean all)
{
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;

  if (row->message != NULL)
    circ_print_line (row->message);
  if (!all || row->item == NULL)
    return;
  what = circ_record_dup_title (row->item);
  /* translators: a line of the file, what would become of it, and what it is about */
  text = g_strdup_printf (_ ("Line %u: %s: %s"), row->line, circ_import_row_state_get_title (row->state), what);
  circ_print_line (text);
}

static void
print_counts (CircPlanImport *import,
              const CircImportCounts *counts,
              gboolean dry_run)
{
  guint n_linked = 0;
  guint n_entries = 0;

  for (guint i = 0; i < circ_plan_import_get_n_rows (import); i++)
    {
      const CircImportRow *row = circ_plan_import_get_row (import, i);

      n_linked += row->n_linked;
      n_entries += row->n_entries;
    }
  if (dry_run)
    circ_print (ngettext ("%u item would be added.\n", "%u items would be added.\n", counts->n_added), counts->n_added);
  else
    circ_print (ngettext ("%u item added.\n", "%u items added.\n", counts->n_added), counts->n_added);
  if (counts->n_present > 0)
    circ_print (ngettext ("%u row is there already.\n", "%u rows are there already.\n", counts->n_present),
                counts->n_present);
  if (counts->n_unreadable > 0)
    circ_print (ngettext ("%u row cannot be read.\n", "%u rows cannot be read.\n", counts->n_unreadable),
                counts->n_unreadable);
  circ_print (ngettext ("%u of %u entry means a record of this file; the rest stay words.\n",
                        "%u of %u entries mean a record of this file; the rest stay words.\n", n_entries),
              n_linked, n_entries);
}

/* The same refusal as in the window, and how to get past it here. */
int
circ_fail_rows (guint n_bad_rows)
{
  return circ_fail_words (
    CIRC_STATUS_FAILED,
    ngettext ("%u row cannot be read, so nothing was imported. Mend it, or import the rest with --skip-bad-rows.",
              "%u rows cannot be read, so nothing was imported. Mend them, or import the rest with --skip-bad-rows.",
              n_bad_rows),
    n_bad_rows);
}

static int
import_holidays (const CircCommandLine *line,
                 char **arguments)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircHolidayImport) import = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (line->again || line->skip_bad_rows)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--again and --skip-bad-rows are for the rows of a plan, and not for holidays."));
  store = circ_command_open (line, line->dry_run ? CIRC_STORE_OPEN_READ_ONLY : CIRC_STORE_OPEN_DEFAULT, &error);
  import = store != NULL ? circ_holiday_import_new (store, file, &error) : NULL;
  if (import == NULL)
    return circ_fail (error);
  day = circ_date_format_long (import->reaches);
  if (import->is_new && line->dry_run)
    {
      /* translators: %s is a date in full */
      circ_print (_ ("Bank holidays would be known until %s.\n"), day);
      return CIRC_STATUS_DONE;
    }
  if (import->is_new)
    {
      circ_command_back_up (store);
      if (!circ_follow_bring_up_to_date (store, line->today, &error) ||
          !circ_holiday_import_apply (import, store, line->today, &error))
        return circ_fail (error);
      /* translators: %s is a date in full */
      circ_print (_ ("Bank holidays are known until %s.\n"), day);
    }
  words = circ_holiday_import_dup_words (import);
  circ_print_line (words);
  return CIRC_STATUS_DONE;
}

static int
import_plan (const CircCommandLine *line,
             char **arguments)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[1]);
  g_autoptr (GError) error = NULL;
  CircImportCounts counts;

  store = circ_command_open (line, line->dry_run ? CIRC_STORE_OPEN_READ_ONLY : CIRC_STORE_OPEN_DEFAULT, &error);
  if (store == NULL)
    return circ_fail (error);
  import = circ_plan_import_new (store, file, line->today, NULL, &error);
  if (import == NULL)
    return circ_fail (error);
  circ_plan_import_set_again (import, line->again);
  circ_plan_import_set_skip_bad_rows (import, line->skip_bad_rows);
  circ_plan_import_count (import, &counts);
  for (guint i = 0; i < circ_plan_import_get_n_rows (import); i++)
    print_row (circ_plan_import_get_row (import, i), line->dry_run);
  if (line->dry_run && circ_plan_import_is_ready (import) && (counts.n_unreadable == 0 || line->skip_bad_rows))
    {
      print_counts (import, &counts, TRUE);
      return CIRC_STATUS_DONE;
    }
  if (circ_plan_import_is_ready (import) && (counts.n_unreadable == 0 || line->skip_bad_rows))
    {
      circ_command_back_up (store);
      /* An older file gets its theme days and rules first, as a change of its own. */
      if (!circ_follow_bring_up_to_date (store, line->today, &error))
        return circ_fail (error);
    }
  if (counts.n_unreadable > 0 && !line->skip_bad_rows)
    return circ_fail_rows (counts.n_unreadable);
  if (!circ_plan_import_apply (import, &counts, &error))
    return circ_fail (error);
  print_counts (import, &counts, FALSE);
  return CIRC_STATUS_DONE;
}

/* circulate import plan FILE [--dry-run] [--again] [--skip-bad-rows]
 * circulate import matrix FILE [--dry-run] [--skip-bad-rows]
 * circulate import holidays FILE [--dry-run] */
int
circ_command_import (const CircCommandLine *line,
                     char **arguments)
{
  if (g_str_equal (arguments[0], "plan"))
    return import_plan (line, arguments);
  if (g_str_equal (arguments[0], "matrix"))
    return circ_command_import_matrix (line, arguments);
  if (g_str_equal (arguments[0], "holidays"))
    return import_holidays (line, arguments);
  return circ_fail_words (CIRC_STATUS_USAGE, _ ("“%s” cannot be imported. It is: circulate import plan|matrix|holidays FILE"),
                          arguments[0]);
}
