/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix as a document: on paper to be pinned up, in a workbook with what was really done beside it, and as CSV to be
 * read in again. */
#include "config.h"

#include "circ-matrix-report.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-matrix-report-use.h"
#include "circ-matrix-version.h"
#include "circ-partnership.h"
#include "circ-plan-front.h"
#include "circ-plan-view.h"

/* "2026–27, draft": a matrix that nobody has approved must not pass for one that somebody has. */
static char *
dup_period (CircMatrixSource *source,
            CircStore *store,
            const CircReportYear *year)
{
  CircRecord *version = source->version;
  g_autofree char *title = circ_report_year_dup_title (year);
  g_autofree char *status = version != NULL ? circ_record_format (version, CIRC_MATRIX_VERSION_STATUS) : NULL;
  g_autofree char *on = NULL;
  g_autofree char *by = NULL;

  if (version == NULL)
    return g_steal_pointer (&title);
  if (circ_record_get (version, CIRC_MATRIX_VERSION_APPROVED_ON) == NULL)
    /* translators: a reporting year, and the status of a version: draft, approved, superseded */
    return g_strdup_printf (_ ("%1$s: %2$s"), title, status);
  on = circ_date_format_long (circ_record_get_text (version, CIRC_MATRIX_VERSION_APPROVED_ON));
  by = circ_store_dup_title (store, circ_record_get_int (version, CIRC_MATRIX_VERSION_APPROVED_BY));
  if (by == NULL)
    /* translators: a reporting year, the status of a version, and a date in full */
    return g_strdup_printf (_ ("%1$s: %2$s on %3$s"), title, status, on);
  /* translators: a reporting year, the status of a version, a date in full, and who approved it */
  return g_strdup_printf (_ ("%1$s: %2$s on %3$s by %4$s"), title, status, on, by);
}

/* @plain: a table to be read in again: neither totals nor what the marks mean */
static void
add_columns (CircReportTable *table,
             CircMatrixSource *source,
             gboolean plain)
{
  circ_report_table_add_column (table,
                                plain ? _ ("Method")
                                      /* translators: the corner of the matrix; X, P and R are its marks and stay as they are */
                                      : _ ("Method\n\nX: used\nP: planned\nR: on request"),
                                CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER);
  for (guint i = 0; i < source->audiences->len; i++)
    {
      g_autofree char *name = circ_record_dup_title (source->audiences->pdata[i]);

      circ_report_table_add_column (table, name, CIRC_CELL_INTEGER, 1, CIRC_COLUMN_UPRIGHT);
    }
  if (!plain)
    circ_report_table_add_column (table, _ ("Total"), CIRC_CELL_INTEGER, 1, CIRC_COLUMN_UPRIGHT);
  circ_report_table_set_empty_text (table, _ ("There are no methods yet."));
}

static void
add_method (CircReportTable *table,
            CircMatrixSource *source,
            CircRecord *method,
            gboolean plain)
{
  gint64 id = circ_record_get_id (method);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, circ_record_dup_title (method));
  for (guint i = 0; i < source->audiences->len; i++)
    {
      CircMatrixValue value = circ_matrix_get (source->matrix, id, circ_record_get_id (source->audiences->pdata[i]));

      g_ptr_array_add (cells, g_strdup (circ_matrix_value_get_mark (value)));
    }
  if (!plain)
    g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count_method (source->matrix, id)));
  circ_report_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_totals (CircReportTable *table,
            CircMatrixSource *source)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (_ ("Total")));
  for (guint i = 0; i < source->audiences->len; i++)
    {
      gint64 id = circ_record_get_id (source->audiences->pdata[i]);

      g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count_audience (source->matrix, id)));
    }
  g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count (source->matrix)));
  circ_report_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_matrix (CircReport *report,
            CircMatrixSource *source,
            gboolean plain)
{
  CircReportTable *table = circ_report_add_table (report, NULL);

  add_columns (table, source, plain);
  for (guint i = 0; i < source->methods->len; i++)
    add_method (table, source, source->methods->pdata[i], plain);
  if (!plain && source->methods->len > 0)
    add_totals (table, source);
}

/* @period: (nullable): the year */
static CircReport *
report_on (CircStore *store,
           CircMatrixSource *source,
           const CircReportYear *year,
           const CircPeriod *period,
           const char *today,
           CircExportFormat format,
           GError **error)
{
  CircPeriod whole_year = circ_period_of_year (year);
  g_autoptr (CircReport) report = circ_report_new (_ ("Audiences and methods"));
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  g_autofree char *held = NULL;
  CircMarking marking = CIRC_MARKING_OFFICIAL;

  if (partnership == NULL)
    return NULL;
  circ_marking_from_name (circ_record_get_text (partnership, CIRC_PARTNERSHIP_DEFAULT_MARKING), &marking);
  circ_report_take_partnership (report, partnership, marking, today);
  held = dup_period (source, store, year);
  circ_report_set_period (report, held);
  add_matrix (report, source, format == CIRC_EXPORT_CSV);
  if (format == CIRC_EXPORT_XLSX && !circ_matrix_report_add_use (report, store, source, period != NULL ? period : &whole_year, error))
    return NULL;
  return circ_store_check_failures (store, error) ? g_steal_pointer (&report) : NULL;
}

/**
 * circ_matrix_report_new:
 * @year: which version
 * @period: (nullable): what of the work is counted; that of @year when %NULL
 * @today: ISO date: when it is made
 * @format: paper holds the matrix alone; a workbook what was done beside it; CSV what circ_matrix_import_new() reads
 *
 * Returns: (transfer full) (nullable): the matrix that holds in the year; %NULL with @error
 */
CircReport *
circ_matrix_report_new (CircStore *store,
                        const CircReportYear *year,
                        const CircPeriod *period,
                        const char *today,
                        CircExportFormat format,
                        GError **error)
{
  g_autoptr (CircMatrixSource) source = NULL;

  circ_store_forget_failures (store);
  source = circ_matrix_source_new (store, year, error);
  return source != NULL ? report_on (store, source, year, period, today, format, error) : NULL;
}

/**
 * circ_matrix_report_new_version:
 * @version: its id; 0 for the one to work on
 * @period: (nullable): what of the work is counted; the year in which that of the version begins when %NULL
 *
 * Returns: (transfer full) (nullable): that version; %NULL with @error
 */
CircReport *
circ_matrix_report_new_version (CircStore *store,
                                gint64 version,
                                const CircPeriod *period,
                                const char *today,
                                CircExportFormat format,
                                GError **error)
{
  g_autoptr (CircMatrixSource) source = NULL;
  CircReportYear year;

  circ_store_forget_failures (store);
  circ_store_get_report_year (store, today, &year);
  source = circ_matrix_source_new_version (store, &year, version, error);
  if (source == NULL)
    return NULL;
  if (source->version != NULL)
    circ_store_get_report_year (store, circ_record_get_text (source->version, CIRC_MATRIX_VERSION_PERIOD_FROM), &year);
  return report_on (store, source, &year, period, today, format, error);
}
