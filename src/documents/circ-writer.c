/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

void
circ_job_init (CircJob          *job,
               CircReport       *report,
               GCancellable     *cancellable,
               CircProgressFunc  progress,
               gpointer          progress_data)
{
  *job = (CircJob) { .report = report, .cancellable = cancellable, .progress = progress,
                     .progress_data = progress_data, .told = -1 };
  job->notes = circ_export_notes_new ();
  job->scratch = g_string_new (NULL);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->kind == CIRC_BLOCK_TABLE)
        job->n_rows += circ_report_table_n_rows (block->table);
    }
}

void
circ_job_clear (CircJob *job)
{
  g_clear_pointer (&job->notes, circ_export_notes_free);
  g_string_free (job->scratch, TRUE);
  job->scratch = NULL;
}

static void
tell (CircJob *job,
      double   fraction)
{
  if (job->progress == NULL || fraction < job->told + 0.005)
    return;
  job->told = fraction;
  job->progress (fraction, job->progress_data);
}

/* A pass over all rows starts; it is the part @from to @to of the whole work. */
void
circ_job_begin (CircJob *job,
                double   from,
                double   to)
{
  job->from = from;
  job->to = to;
  job->n_done = 0;
  tell (job, from);
}

/* For passes that do not go by rows: @part of the present one, 0 to 1, is done. */
void
circ_job_tell (CircJob *job,
               double   part)
{
  tell (job, job->from + (job->to - job->from) * part);
}

/* One row, or another piece of work as long as a row, is done. Returns FALSE when cancelled. */
gboolean
circ_job_step (CircJob  *job,
               GError  **error)
{
  job->n_done++;
  if (job->n_rows > 0)
    tell (job, job->from + (job->to - job->from) * (double) MIN (job->n_done, job->n_rows) / (double) job->n_rows);
  return circ_document_check_cancelled (job->cancellable, error);
}

/* Returns: (transfer none): @text that every format can hold, valid until the next call */
const char *
circ_job_clean (CircJob    *job,
                const char *text)
{
  return circ_text_clean (text, job->scratch, &job->counts);
}

/* Returns: (transfer full): what names row @n (from 1) where it is continued: its label, or "row 12" */
char *
circ_job_dup_label (CircJob         *job,
                    CircReportTable *table,
                    CircReportRow   *row,
                    guint64          n)
{
  int column = circ_report_table_get_label (table);
  const char *text = column >= 0 ? circ_report_row_get (row, (guint) column) : NULL;
  CircTextCounts ignored = { 0 };
  g_autofree char *label = text != NULL ? circ_text_dup_clean (text, &ignored) : NULL;
  char *end;

  if (label == NULL || *label == '\0')
    /* translators: names a row that has no reference of its own */
    return g_strdup_printf (_("row %" G_GUINT64_FORMAT), n);

  /* A label names, it does not tell: its first line, and no more than fits beside other words. */
  if ((end = strchr (label, '\n')) != NULL)
    *end = '\0';
  if (g_utf8_strlen (label, -1) > 60)
    {
      *g_utf8_offset_to_pointer (label, 59) = '\0';
      return g_strconcat (label, "…", NULL);
    }
  return g_steal_pointer (&label);
}
