/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the three writers share. Not for other folders. */

#include "circ-atomic-file.h"
#include "circ-export.h"
#include "circ-report-private.h"

G_BEGIN_DECLS

/**
 * CircJob:
 *
 * One export under way: whom to ask, whom to tell.
 */
typedef struct
{
  CircReport       *report;        /* (borrowed) */
  GCancellable     *cancellable;   /* (borrowed) (nullable) */
  CircProgressFunc  progress;
  gpointer          progress_data;
  CircExportNotes  *notes;         /* (owned) */
  GString          *scratch;       /* (owned) for circ_text_clean() */
  CircTextCounts    counts;
  double            from;          /* the part of the whole that the present pass is */
  double            to;
  double            told;
  guint64           n_rows;
  guint64           n_done;
} CircJob;

void        circ_job_init     (CircJob           *job,
                               CircReport        *report,
                               GCancellable      *cancellable,
                               CircProgressFunc   progress,
                               gpointer           progress_data);
void        circ_job_clear    (CircJob           *job);
void        circ_job_begin    (CircJob           *job,
                               double             from,
                               double             to);
void        circ_job_tell     (CircJob           *job,
                               double             part);
gboolean    circ_job_step     (CircJob           *job,
                               GError           **error);
const char *circ_job_clean    (CircJob           *job,
                               const char        *text);
char       *circ_job_dup_label (CircJob           *job,
                                CircReportTable   *table,
                                CircReportRow     *row,
                                guint64            n);

gboolean circ_xlsx_write (CircJob         *job,
                          CircAtomicFile  *file,
                          GError         **error);
gboolean circ_csv_write  (CircJob         *job,
                          CircAtomicFile  *file,
                          GError         **error);
GBytes  *circ_pdf_render (CircJob         *job,
                          GError         **error);

G_END_DECLS
