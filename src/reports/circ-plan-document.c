/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that the window and the command line ask for a document of the plan. */
#include "config.h"

#include "circ-plan-document.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-report.h"
#include "circ-progress-report.h"

typedef struct {
  const char *token;
  const char *title;
} DocumentWords;

static const DocumentWords words[] = {
  [CIRC_PLAN_DOCUMENT_PLAN] = { "plan", N_ ("Circulation plan") },
  [CIRC_PLAN_DOCUMENT_PROGRESS] = { "progress", N_ ("Progress report") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_PLAN_DOCUMENTS);

gboolean
circ_plan_document_from_token (const char *token,
                               CircPlanDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (token, words[i].token) == 0)
      {
        *document = i;
        return TRUE;
      }
  return FALSE;
}

const char *
circ_plan_document_get_token (CircPlanDocument document)
{
  g_return_val_if_fail (document < CIRC_N_PLAN_DOCUMENTS, NULL);
  return words[document].token;
}

const char *
circ_plan_document_get_title (CircPlanDocument document)
{
  g_return_val_if_fail (document < CIRC_N_PLAN_DOCUMENTS, NULL);
  return _ (words[document].title);
}

CircPlanView *
circ_plan_document_dup_view (CircPlanDocument document,
                             const CircPlanView *view)
{
  CircPlanView *copy = circ_plan_view_copy (view);

  /* Progress is made in a year. */
  if (document == CIRC_PLAN_DOCUMENT_PROGRESS && copy->year == CIRC_PLAN_VIEW_ANY_YEAR)
    copy->year = CIRC_PLAN_VIEW_THIS_YEAR;
  return copy;
}

CircReport *
circ_plan_document_new_report (CircPlanDocument document,
                               CircStore *store,
                               const CircPlanView *view,
                               const char *today,
                               CircExportFormat format,
                               GError **error)
{
  g_autoptr (CircPlanView) shown = circ_plan_document_dup_view (document, view);

  if (document == CIRC_PLAN_DOCUMENT_PROGRESS)
    return circ_progress_report_new (store, shown, today, circ_progress_report_flags_for_format (format), error);
  return circ_plan_report_new (store, shown, today, circ_plan_report_flags_for_format (format), error);
}

char *
circ_plan_document_dup_file_name (CircPlanDocument document,
                                  CircStore *store,
                                  const CircPlanView *view,
                                  const char *today,
                                  CircExportFormat format)
{
  g_autoptr (CircReport) report = circ_report_new (circ_plan_document_get_title (document));
  g_autoptr (CircPlanView) shown = circ_plan_document_dup_view (document, view);
  CircReportYear year;

  if (circ_plan_view_get_year (shown, store, today, &year))
    {
      g_autofree char *period = circ_report_year_dup_title (&year);

      circ_report_set_period (report, period);
    }
  return circ_report_dup_file_name (report, format);
}
