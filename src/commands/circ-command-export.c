/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-calendar-report.h"
#include "circ-command.h"
#include "circ-due-list.h"
#include "circ-matrix-report.h"
#include "circ-plan-document.h"

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

static gboolean
is_calendar_file (const CircCommandLine *line)
{
  const char *dot = line->output != NULL ? strrchr (line->output, '.') : NULL;
  const char *named = line->format != NULL ? line->format : dot != NULL ? dot + 1 : "";

  return g_ascii_strcasecmp (named, "ics") == 0;
}

/* Of a reporting year, or else from the first day of this one until a year from now, as the list has it. */
static void
get_span (const CircCommandLine *line,
          CircStore *store,
          char from[11],
          char to[11])
{
  g_autoptr (CircPlanView) view = circ_command_new_view (line);
  CircReportYear year;

  circ_due_list_get_span (store, line->today, from, to);
  if (line->year_start == 0 || !circ_plan_view_get_year (view, store, line->today, &year))
    return;
  g_strlcpy (from, year.from, 11);
  g_strlcpy (to, year.to, 11);
}

static gboolean
export_occurrences (const CircCommandLine *line,
                    CircStore *store,
                    CircExportFormat format,
                    GFile *target,
                    GPtrArray **notes,
                    GError **error)
{
  g_autoptr (CircReport) report = NULL;
  char from[11], to[11];

  get_span (line, store, from, to);
  if (is_calendar_file (line))
    return circ_calendar_export_ics (store, from, to, line->today, target, error);
  report = circ_calendar_report_new (store, from, to, line->today, error);
  return report != NULL && circ_report_export (report, format, target, NULL, NULL, NULL, notes, error);
}

static gboolean
export_matrix (const CircCommandLine *line,
               CircStore *store,
               CircExportFormat format,
               GFile *target,
               GPtrArray **notes,
               GError **error)
{
  g_autoptr (CircPlanView) view = circ_command_new_view (line);
  g_autoptr (CircReport) report = NULL;
  CircReportYear year;

  circ_plan_view_get_year (view, store, line->today, &year);
  report = circ_matrix_report_new (store, &year, line->from != NULL ? &line->period : NULL, line->today, format, error);
  return report != NULL && circ_report_export (report, format, target, NULL, NULL, NULL, notes, error);
}

static gboolean
export_plan (const CircCommandLine *line,
             CircStore *store,
             CircPlanDocument document,
             CircExportFormat format,
             GFile *target,
             GPtrArray **notes,
             GError **error)
{
  g_autoptr (CircPlanView) view = circ_command_new_view (line);
  g_autoptr (CircReport) report = circ_plan_document_new_report (document, store, view, line->today, format, error);

  return report != NULL && circ_report_export (report, format, target, NULL, NULL, NULL, notes, error);
}

/* What @what may be narrowed by; @document when it is one of the plan. Returns: an exit status */
static int
check_narrowing (const CircCommandLine *line,
                 const char *what,
                 gboolean of_plan,
                 CircPlanDocument document)
{
  if (line->from != NULL && !g_str_equal (what, "matrix"))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--from and --to go with matrix, not with %s."), what);
  if (!of_plan && line->search != NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--search goes with plan and progress, not with %s."), what);
  if (line->on != NULL && (!of_plan || document != CIRC_PLAN_DOCUMENT_PROGRESS))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--on goes with progress, not with %s."), what);
  return CIRC_STATUS_DONE;
}

/* circulate export plan --format xlsx|pdf|csv --output FILE [--year YYYY] [--search TEXT]
 * circulate export progress --format xlsx|pdf|csv --output FILE [--year YYYY] [--on YYYY-MM-DD] [--search TEXT]
 * circulate export occurrences --format ics|xlsx|pdf|csv --output FILE [--year YYYY]
 * circulate export matrix --format xlsx|pdf|csv --output FILE [--year YYYY] [--from YYYY-MM-DD --to YYYY-MM-DD] */
int
circ_command_export (const CircCommandLine *line,
                     char **arguments)
{
  g_autoptr (CircStore) store = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gboolean occurrences = g_str_equal (arguments[0], "occurrences");
  gboolean matrix = g_str_equal (arguments[0], "matrix");
  gboolean done;
  CircPlanDocument document = CIRC_PLAN_DOCUMENT_PLAN;
  CircExportFormat format = CIRC_EXPORT_XLSX;
  int status;

  if (!occurrences && !matrix && !circ_plan_document_from_token (arguments[0], &document))
    return circ_fail_words (CIRC_STATUS_USAGE,
                            _ ("“%s” cannot be exported. There are: circulate export plan, circulate export progress, "
                               "circulate export occurrences, circulate export matrix"),
                            arguments[0]);
  status = check_narrowing (line, arguments[0], !occurrences && !matrix, document);
  if (status != CIRC_STATUS_DONE)
    return status;
  if (line->output == NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("“export” needs the name of the document to write: --output FILE"));
  if (!(occurrences && is_calendar_file (line)) && !find_format (line, &format, &error))
    return circ_fail_words (CIRC_STATUS_USAGE, "%s", error->message);

  target = g_file_new_for_commandline_arg (line->output);
  store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL || (g_file_peek_path (target) != NULL && !circ_store_check_target (g_file_peek_path (target), &error)))
    return circ_fail (error);
  if (occurrences)
    done = export_occurrences (line, store, format, target, &notes, &error);
  else if (matrix)
    done = export_matrix (line, store, format, target, &notes, &error);
  else
    done = export_plan (line, store, document, format, target, &notes, &error);
  if (!done)
    return circ_fail (error);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    circ_print_line (notes->pdata[i]);
  name = g_filename_display_name (line->output);
  circ_print (_ ("Wrote %s.\n"), name);
  return CIRC_STATUS_DONE;
}
