/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-plan-report.h"

/* The format that was named, or else the one that the output's name ends with. */
static gboolean
find_format (const CircCommandLine *line,
             CircExportFormat *format,
             GError **error)
{
  const char *dot = line->output != NULL ? strrchr (line->output, '.') : NULL;

  if (line->format != NULL || dot == NULL)
    return circ_export_format_from_name (line->format, format, error);
  return circ_export_format_from_name (dot + 1, format, error);
}

/* circulate export plan --format xlsx|pdf|csv --output FILE [--year YYYY] [--search TEXT] */
int
circ_command_export (const CircCommandLine *line,
                     char **arguments)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircPlanView) view = circ_command_new_view (line);
  g_autoptr (CircReport) report = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  CircExportFormat format;

  if (g_strcmp0 (arguments[0], "plan") != 0)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("“%s” cannot be exported. It is: circulate export plan"), arguments[0]);
  if (line->output == NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("“export” needs the name of the document to write: --output FILE"));
  if (!find_format (line, &format, &error))
    return circ_fail_words (CIRC_STATUS_USAGE, "%s", error->message);

  target = g_file_new_for_commandline_arg (line->output);
  store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL || (g_file_peek_path (target) != NULL && !circ_store_check_target (g_file_peek_path (target), &error)))
    return circ_fail (error);
  report = circ_plan_report_new (store, view, line->today, circ_plan_report_flags_for_format (format), &error);
  if (report == NULL)
    return circ_fail (error);
  if (!circ_report_export (report, format, target, NULL, NULL, NULL, &notes, &error))
    return circ_fail (error);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    circ_print_line (notes->pdata[i]);
  name = g_filename_display_name (line->output);
  circ_print (_ ("Wrote %s.\n"), name);
  return CIRC_STATUS_DONE;
}
