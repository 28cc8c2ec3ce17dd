/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-report.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"
#include "circ-plan-report-rows.h"

/* What every part of the report needs to know. */
typedef struct {
  CircStore *store;
  const CircPlanView *view;
  const char *today;
  CircRecord *partnership; /* (owned) */
  CircReportYear year;
  gboolean narrowed; /* to that year */
  CircQuery *query;  /* (owned) */
  gint64 n_shown;
} Context;

static void
context_clear (Context *context)
{
  g_clear_object (&context->partnership);
  g_clear_pointer (&context->query, circ_query_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Context, context_clear)

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

/* Counts the view's items, narrowed to those with @token as their marking. */
static gint64
count_marked (Context *context,
              const char *token,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_copy (context->query);

  circ_query_where_equal (query, CIRC_PLAN_ITEM_MARKING, g_variant_new_string (token));
  return circ_store_count (context->store, query, error);
}

/* The highest of the partnership's own and of every item shown: a list is as sensitive as its worst row (DOMAIN 2.4). */
static gboolean
find_marking (Context *context,
              CircMarking *marking,
              GError **error)
{
  static const struct {
    CircMarking marking;
    const char *token;
  } raising[] = {
    { CIRC_MARKING_OFFICIAL_SENSITIVE, "official_sensitive" },
    { CIRC_MARKING_OFFICIAL, "official" },
  };

  *marking = CIRC_MARKING_OFFICIAL;
  circ_marking_from_name (circ_record_get_text (context->partnership, CIRC_PARTNERSHIP_DEFAULT_MARKING), marking);
  for (guint i = 0; i < G_N_ELEMENTS (raising) && *marking < raising[i].marking; i++)
    {
      gint64 n = count_marked (context, raising[i].token, error);

      if (n < 0)
        return FALSE;
      if (n > 0)
        *marking = raising[i].marking;
    }
  return TRUE;
}

/* Logo, typeface and colours, as the partnership has them, for a document of this marking. */
void
circ_report_take_brand (CircReport *report,
                        CircRecord *partnership,
                        CircMarking marking)
{
  GVariant *logo = circ_record_get (partnership, CIRC_PARTNERSHIP_LOGO);
  g_autoptr (GBytes) bytes = logo != NULL ? g_variant_get_data_as_bytes (logo) : NULL;
  guint size_field = marking == CIRC_MARKING_PUBLIC ? CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC : CIRC_PARTNERSHIP_BODY_SIZE_LETTER;
  gint64 size = circ_record_get_int (partnership, size_field);
  CircReportBrand brand = {
    .typeface = circ_record_get_text (partnership, CIRC_PARTNERSHIP_TYPEFACE),
    .accent = circ_record_get_bool (partnership, CIRC_PARTNERSHIP_PRINT_BLACK)
                ? "#000000"
                : circ_record_get_text (partnership, CIRC_PARTNERSHIP_ACCENT_COLOUR),
    .logo = bytes,
    .logo_alt = circ_record_get_text (partnership, CIRC_PARTNERSHIP_LOGO_DESCRIPTION),
    /* What anybody may read is set in 12 points at least, a paper for the board in 11 (DESIGN 6). */
    .body_size = size > 0 ? (double) size : marking == CIRC_MARKING_PUBLIC ? 12 : 11,
  };

  circ_report_set_brand (report, &brand);
}

static gboolean
set_front (CircReport *report,
           Context *context,
           GError **error)
{
  g_autofree char *made_on = circ_date_format_long (context->today);
  g_autofree char *period = circ_report_year_dup_title (&context->year);
  g_autofree char *included = NULL;
  g_autoptr (CircQuery) total = circ_plan_view_dup_total_query (context->view);
  gint64 n_total = circ_store_count (context->store, total, error);
  CircMarking marking;

  if (n_total < 0 || !find_marking (context, &marking, error))
    return FALSE;
  included = circ_plan_view_describe (context->view, context->store, context->today, (guint64) context->n_shown,
                                      (guint64) n_total);
  circ_report_set_subtitle (report, circ_record_get_text (context->partnership, CIRC_PARTNERSHIP_NAME));
  circ_report_set_period (report, context->narrowed ? period : NULL);
  circ_report_set_made_on (report, made_on);
  circ_report_set_included (report, included);
  circ_report_set_reference (report, circ_record_get_text (context->partnership, CIRC_PARTNERSHIP_SHORT_NAME));
  circ_report_set_marking (report, marking);
  circ_report_set_orientation (report, CIRC_ORIENTATION_LANDSCAPE);
  circ_report_take_brand (report, context->partnership, marking);
  return TRUE;
}

/* How many of the view's items answer to @state. */
static gint64
count_state (Context *context,
             CircItemState state,
             GError **error)
{
  g_autoptr (CircPlanView) narrowed = circ_plan_view_copy (context->view);
  g_autoptr (CircQuery) query = NULL;

  narrowed->state = (int) state;
  query = circ_plan_view_dup_query (narrowed, context->store, context->today);
  return circ_store_count (context->store, query, error);
}

static void
add_figure (CircReport *report,
            const char *label,
            gint64 n)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  circ_report_add_key_figure (report, label, value);
}

/* A view of one state has only its number; the rest would be noughts. */
static gboolean
add_figures (CircReport *report,
             Context *context,
             GError **error)
{
  static const CircItemState shown[] = {
    CIRC_ITEM_STATE_DONE, CIRC_ITEM_STATE_EVIDENCE_MISSING, CIRC_ITEM_STATE_OVERDUE, CIRC_ITEM_STATE_DUE,
    CIRC_ITEM_STATE_NOTHING,
  };
  gint64 missing = 0;

  add_figure (report, _ ("Items"), context->n_shown);
  if (context->view->state != CIRC_PLAN_VIEW_ANY_STATE)
    return TRUE;
  missing = count_state (context, CIRC_ITEM_STATE_EVIDENCE_MISSING, error);
  if (missing < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gint64 n = count_state (context, shown[i], error);

      if (n < 0)
        return FALSE;
      /* The table says "Done, evidence missing" for some that are done: the figures add up to it. */
      if (shown[i] == CIRC_ITEM_STATE_DONE)
        n -= missing;
      add_figure (report, circ_item_state_get_title (shown[i]), n);
    }
  return TRUE;
}

static CircReport *
build (Context *context,
       CircPlanReportFlags flags,
       GError **error)
{
  g_autoptr (CircReport) report = circ_report_new (_ ("Circulation plan"));
  /* A plan of any year is asked about this one: "done" ten years ago says nothing. */
  g_autoptr (CircPlanFacts) facts = circ_plan_facts_new (context->store, &context->year, context->today);

  if (!circ_plan_facts_load (facts, error) || !set_front (report, context, error))
    return NULL;
  if (!(flags & CIRC_PLAN_REPORT_ONLY_PLAN) && !add_figures (report, context, error))
    return NULL;
  circ_plan_report_add_items (report, context->store, context->query, facts, flags);
  if (!(flags & CIRC_PLAN_REPORT_ONLY_PLAN) &&
      !circ_plan_report_add_occurrences (report, context->store, context->query, facts, &context->year, error))
    return NULL;
  if (!circ_store_check_failures (context->store, error))
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
  g_auto (Context) context = { .store = store, .view = view != NULL ? view : everything, .today = today };

  g_return_val_if_fail (CIRC_IS_STORE (store), NULL);

  circ_store_forget_failures (store);
  context.partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  if (context.partnership == NULL)
    return NULL;
  context.narrowed = circ_plan_view_get_year (context.view, store, today, &context.year);
  context.query = circ_plan_view_dup_query (context.view, store, today);
  context.n_shown = circ_store_count (store, context.query, error);
  if (context.n_shown < 0)
    return NULL;
  return build (&context, flags, error);
}
