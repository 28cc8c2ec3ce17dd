/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-document.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_EXPORT_JOB (circ_export_job_get_type ())
G_DECLARE_FINAL_TYPE (CircExportJob, circ_export_job, CIRC, EXPORT_JOB, GObject)

/**
 * CircExportJob:
 *
 * A document of the plan written to a file, or to memory as PDF, by a worker that reads the file of the session through a
 * store of its own. What has not been saved is not in it: commit first. Runs once.
 */
/* @target: NULL for a PDF in memory (@format is then of no account). */
CircExportJob *circ_export_job_new (CircSession *session,
                                    CircPlanDocument document,
                                    const CircPlanView *view,
                                    CircExportFormat format,
                                    GFile *target);
/* The same for a version of the matrix: see circ_matrix_report_new_version(). */
CircExportJob *circ_export_job_new_matrix (CircSession *session,
                                           gint64 version,
                                           const CircPeriod *period,
                                           CircExportFormat format,
                                           GFile *target);
void circ_export_job_run_async (CircExportJob *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean circ_export_job_run_finish (CircExportJob *self,
                                     GAsyncResult *result,
                                     GError **error);
/* From 0 to 1; may be asked while it runs. */
double circ_export_job_get_fraction (CircExportJob *self);
/* After success, without a target. */
GBytes *circ_export_job_get_pdf (CircExportJob *self);
/* After success: sentences about what had to be changed so that it fits; never NULL. (element-type utf8) */
GPtrArray *circ_export_job_get_notes (CircExportJob *self);
gboolean circ_export_error_is_cancelled (const GError *error);

/* The plan as @view shows it, in the format that the end of @path names. The session tells success and failure. */
void circ_export_to_path (CircSession *session,
                          const CircPlanView *view,
                          const char *path);
/* A version of the matrix in the same way. */
void circ_export_matrix_to_path (CircSession *session,
                                 gint64 version,
                                 const CircPeriod *period,
                                 const char *path);
/* FALSE with @error when the end of @path names no format. */
gboolean circ_export_format_from_path (const char *path,
                                       CircExportFormat *format,
                                       GError **error);
/* The name of @file without its folder, to be shown. (transfer full) */
char *circ_export_dup_display_name (GFile *file);

G_END_DECLS
