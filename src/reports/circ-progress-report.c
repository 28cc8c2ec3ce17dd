/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lead or a sub-group reports back on: planned, done and overdue, in figures and item by item. */
#include "config.h"

#include "circ-progress-report.h"

#include <glib/gi18n-lib.h>

#include "circ-occurrence.h"
#include "circ-plan-document.h"
#include "circ-plan-item.h"
#include "circ-progress-owners.h"

static const char *const progress_titles[] = {
  [CIRC_PROGRESS_ON_TIME] = N_ ("Done on time"),
  [CIRC_PROGRESS_LATE] = N_ ("Done late"),
  [CIRC_PROGRESS_OVERDUE] = N_ ("Overdue"),
  [CIRC_PROGRESS_TO_COME] = N_ ("Still to come"),
  [CIRC_PROGRESS_NO_DATE] = N_ ("No date"),
  [CIRC_PROGRESS_NOT_NEEDED] = N_ ("Not needed"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (progress_titles) == CIRC_N_PROGRESS);

/**
 * circ_progress_report_flags_for_format:
 * @format: what the report is made for
 *
 * Returns: paper has a table for each lead, to hand out and read; a sheet one for all; CSV that one alone
 */
CircProgressReportFlags
circ_progress_report_flags_for_format (CircExportFormat format)
{
  switch (format)
    {
    case CIRC_EXPORT_XLSX:
      return CIRC_PROGRESS_REPORT_ONE_TABLE;
    case CIRC_EXPORT_CSV:
      return CIRC_PROGRESS_REPORT_ONE_TABLE | CIRC_PROGRESS_REPORT_NO_FIGURES;
    case CIRC_EXPORT_PDF:
    default:
      return CIRC_PROGRESS_REPORT_DEFAULT;
    }
}

static const char *
get_owner_title (const CircProgressOwner *owner)
{
  return owner->name != NULL ? owner->name : _ ("Nobody named to lead");
}

/* Those of all owners together. */
static void
add_figures (CircReport *report,
             GPtrArray *owners)
{
  CircProgressOwner sum = { NULL };

  for (guint i = 0; i < owners->len; i++)
    {
      const CircProgressOwner *owner = owners->pdata[i];

      for (guint j = 0; j < CIRC_N_PROGRESS; j++)
        sum.n[j] += owner->n[j];
      sum.n_evidence_missing += owner->n_evidence_missing;
    }
  circ_report_add_count (report, _ ("Planned"), circ_progress_owner_count_planned (&sum));
  for (guint j = 0; j < CIRC_N_PROGRESS; j++)
    circ_report_add_count (report, _ (progress_titles[j]), sum.n[j]);
  circ_report_add_count (report, _ ("Evidence missing"), sum.n_evidence_missing);
  circ_report_add_paragraph (report, _ ("Planned is what was done in the year or falls due in it, with what is still "
                                        "overdue from before. What has no date yet, or is not needed, is counted "
                                        "apart."));
}

static void
add_summary_row (CircReportTable *table,
                 const CircProgressOwner *owner)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (get_owner_title (owner)));
  g_ptr_array_add (cells, g_strdup_printf ("%u", owner->n_items));
  g_ptr_array_add (cells, g_strdup_printf ("%u", circ_progress_owner_count_planned (owner)));
  for (guint i = 0; i < CIRC_N_PROGRESS; i++)
    g_ptr_array_add (cells, g_strdup_printf ("%u", owner->n[i]));
  g_ptr_array_add (cells, g_strdup_printf ("%u", owner->n_evidence_missing));
  circ_report_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_count_column (CircReportTable *table,
                  const char *title)
{
  circ_report_table_add_column (table, title, CIRC_CELL_INTEGER, 7, CIRC_COLUMN_NARROW | CIRC_COLUMN_TABULAR);
}

static void
add_summary (CircReport *report,
             GPtrArray *owners)
{
  CircReportTable *table = circ_report_add_table (report, _ ("Summary by lead"));

  circ_report_table_add_column (table, _ ("Lead"), CIRC_CELL_TEXT, 30, CIRC_COLUMN_ROW_HEADER);
  add_count_column (table, _ ("Items"));
  add_count_column (table, _ ("Planned"));
  for (guint i = 0; i < CIRC_N_PROGRESS; i++)
    add_count_column (table, _ (progress_titles[i]));
  add_count_column (table, _ ("Evidence missing"));
  circ_report_table_set_empty_text (table, _ ("No items of the plan are included."));
  for (guint i = 0; i < owners->len; i++)
    add_summary_row (table, owners->pdata[i]);
}

/* @with_lead: a column for who leads, which else the table's title says */
static CircReportTable *
add_items_table (CircReport *report,
                 const char *title,
                 gboolean with_lead)
{
  CircReportTable *table = circ_report_add_table (report, title);

  if (with_lead)
    circ_report_table_add_column (table, _ ("Lead"), CIRC_CELL_TEXT, 34, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Ref"), CIRC_CELL_TEXT, 8, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("What needs to be communicated"), CIRC_CELL_TEXT, 40, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Due on"), CIRC_CELL_DATE, 9, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Done on"), CIRC_CELL_DATE, 9, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("State"), CIRC_CELL_TEXT, 14, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Evidence"), CIRC_CELL_TEXT, 8, CIRC_COLUMN_NARROW);
  circ_report_table_set_label_column (table, with_lead ? 1 : 0);
  circ_report_table_set_empty_text (table, _ ("No items of the plan are included."));
  return table;
}

/* @record: (nullable) */
static const char *
get_text (CircRecord *record,
          guint field)
{
  return record != NULL ? circ_record_get_text (record, field) : NULL;
}

static void
add_items (CircReportTable *table,
           const CircProgressOwner *owner,
           gboolean with_lead)
{
  for (guint i = 0; i < owner->rows->len; i++)
    {
      const CircProgressRow *row = owner->rows->pdata[i];
      const char *const cells[] = {
        get_owner_title (owner),
        get_text (row->item, CIRC_PLAN_ITEM_REF),
        get_text (row->item, CIRC_PLAN_ITEM_WHAT),
        get_text (row->occurrence, CIRC_OCCURRENCE_DUE_ON),
        get_text (row->occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
        row->state,
        row->evidence_missing ? _ ("Missing") : NULL,
      };

      circ_report_table_add_row (table, with_lead ? cells : cells + 1);
    }
}

static void
add_tables (CircReport *report,
            GPtrArray *owners,
            CircProgressReportFlags flags)
{
  gboolean one = flags & CIRC_PROGRESS_REPORT_ONE_TABLE;
  CircReportTable *table = one ? add_items_table (report, _ ("Items"), TRUE) : NULL;

  for (guint i = 0; i < owners->len; i++)
    {
      if (!one)
        table = add_items_table (report, get_owner_title (owners->pdata[i]), FALSE);
      add_items (table, owners->pdata[i], one);
    }
}

/**
 * circ_progress_report_new:
 * @store: an open store; belongs to this thread
 * @view: which items, in which order, of which year
 * @today: ISO date: states are as of this day, and "this year" contains it
 * @flags: what suits the format; see circ_progress_report_flags_for_format()
 *
 * Returns: (transfer full): how far those who lead have come in the year, or %NULL with @error
 */
CircReport *
circ_progress_report_new (CircStore *store,
                          const CircPlanView *view,
                          const char *today,
                          CircProgressReportFlags flags,
                          GError **error)
{
  g_autoptr (CircReport) report = circ_report_new (circ_plan_document_get_title (CIRC_PLAN_DOCUMENT_PROGRESS));
  g_auto (CircPlanFront) front = { NULL };
  g_autoptr (GPtrArray) owners = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (store), NULL);

  circ_store_forget_failures (store);
  if (!circ_plan_front_init (&front, store, view, today, error) || !circ_plan_front_fill (&front, report, error))
    return NULL;
  owners = circ_progress_find_owners (&front, error);
  if (owners == NULL)
    return NULL;
  if (!(flags & CIRC_PROGRESS_REPORT_NO_FIGURES))
    {
      add_figures (report, owners);
      add_summary (report, owners);
    }
  add_tables (report, owners, flags);
  if (!circ_store_check_failures (store, error))
    return NULL;
  return g_steal_pointer (&report);
}
