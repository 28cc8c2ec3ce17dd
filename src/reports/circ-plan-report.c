/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-report.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-document.h"
#include "circ-plan-front.h"
#include "circ-plan-report-rows.h"

/**
 * circ_plan_report_flags_for_format:
 * @format: what the report is made for
 *
 * Returns: paper shows "How, by whom" as the strategies do; a sheet has a column for each, to sort and filter by; CSV
 *   holds the plan alone
 */
CircPlanReportFlags
circ_plan_report_flags_for_format (CircExportFormat format)
{
  switch (format)
    {
    case CIRC_EXPORT_PDF:
      return CIRC_PLAN_REPORT_HOW_BY_WHOM;
    case CIRC_EXPORT_CSV:
      return CIRC_PLAN_REPORT_ONLY_PLAN;
    case CIRC_EXPORT_XLSX:
    default:
      return CIRC_PLAN_REPORT_DEFAULT;
    }
}

/* How many of the view's items answer to @state. */
static gint64
count_state (CircPlanFront *front,
             CircItemState state,
             GError **error)
{
  g_autoptr (CircPlanView) narrowed = circ_plan_view_copy (front->view);
  g_autoptr (CircQuery) query = NULL;

  narrowed->state = (int) state;
  query = circ_plan_view_dup_query (narrowed, front->store, front->today);
  return circ_store_count (front->store, query, error);
}

/* A view of one state has only its number; the rest would be noughts. */
static gboolean
add_figures (CircReport *report,
             CircPlanFront *front,
             GError **error)
{
  static const CircItemState shown[] = {
    CIRC_ITEM_STATE_DONE, CIRC_ITEM_STATE_EVIDENCE_MISSING, CIRC_ITEM_STATE_OVERDUE, CIRC_ITEM_STATE_DUE,
    CIRC_ITEM_STATE_NOTHING,
  };
  gint64 missing = 0;

  circ_report_add_count (report, _ ("Items"), front->n_shown);
  if (front->view->state != CIRC_PLAN_VIEW_ANY_STATE)
    return TRUE;
  missing = count_state (front, CIRC_ITEM_STATE_EVIDENCE_MISSING, error);
  if (missing < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gint64 n = count_state (front, shown[i], error);

      if (n < 0)
        return FALSE;
      /* The table says "Done, evidence missing" for some that are done: the figures add up to it. */
      if (shown[i] == CIRC_ITEM_STATE_DONE)
        n -= missing;
      circ_report_add_count (report, circ_item_state_get_title (shown[i]), n);
    }
  return TRUE;
}

static CircReport *
build (CircPlanFront *front,
       CircPlanReportFlags flags,
       GError **error)
{
  g_autoptr (CircReport) report = circ_report_new (circ_plan_document_get_title (CIRC_PLAN_DOCUMENT_PLAN));
  /* A plan of any year is asked about this one: "done" ten years ago says nothing. */
  g_autoptr (CircPlanFacts) facts = circ_plan_facts_new (front->store, &front->year, front->today);

  if (!circ_plan_facts_load (facts, error) || !circ_plan_front_fill (front, report, error))
    return NULL;
  if (!(flags & CIRC_PLAN_REPORT_ONLY_PLAN) && !add_figures (report, front, error))
    return NULL;
  circ_plan_report_add_items (report, front->store, front->query, facts, flags);
  if (!(flags & CIRC_PLAN_REPORT_ONLY_PLAN) &&
      !circ_plan_report_add_occurrences (report, front->store, front->query, facts, &front->year, error))
    return NULL;
  if (!circ_store_check_failures (front->store, error))
    return NULL;
  return g_steal_pointer (&report);
}

/**
 * circ_plan_report_new:
 * @store: an open store; belongs to this thread, and stays open while the report is in use
 * @view: (nullable): which items, in which order; %NULL for every item of every year
 * @today: ISO date: states are as of this day, and "this year" contains it
 * @flags: what suits the format; see circ_plan_report_flags_for_format()
 *
 * Returns: (transfer full): the circulation plan as it goes to the board, or %NULL with @error
 */
CircReport *
circ_plan_report_new (CircStore *store,
                      const CircPlanView *view,
                      const char *today,
                      CircPlanReportFlags flags,
                      GError **error)
{
  g_autoptr (CircPlanView) everything = circ_plan_view_new_all ();
  g_auto (CircPlanFront) front = { NULL };

  g_return_val_if_fail (CIRC_IS_STORE (store), NULL);

  circ_store_forget_failures (store);
  if (!circ_plan_front_init (&front, store, view != NULL ? view : everything, today, error))
    return NULL;
  return build (&front, flags, error);
}
