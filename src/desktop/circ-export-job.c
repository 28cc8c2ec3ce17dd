/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-export-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-matrix-report.h"
#include "circ-store-thread.h"

/* Progress crosses threads as a whole number. */
#define WHOLE 10000

struct _CircExportJob {
  GObject parent_instance;

  char *path; /* of the store */
  char *today;
  CircPlanView *view; /* (owned) (nullable): none for the matrix */
  gint64 version;     /* of the matrix */
  CircPeriod period;  /* of what was done beside it; its days are "" where the version says when */
  CircPlanDocument document;
  CircExportFormat format;
  GFile *target; /* (owned) (nullable) */
  int progress;  /* atomic */

  /* Written by the worker before its task returns. */
  GBytes *pdf;      /* (owned) (nullable) */
  GPtrArray *notes; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CircExportJob, circ_export_job, G_TYPE_OBJECT)

static void
progress_cb (double fraction,
             gpointer user_data)
{
  CircExportJob *self = user_data;

  g_atomic_int_set (&self->progress, (int) (fraction * WHOLE));
}

/* What is not on this computer is refused by the document. */
static gboolean
may_write (GFile *target,
           GError **error)
{
  return g_file_peek_path (target) == NULL || circ_store_check_target (g_file_peek_path (target), error);
}

static gboolean
write_report (CircStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  CircExportJob *self = data;
  g_autoptr (CircReport) report = NULL;
  CircExportFormat format = self->target == NULL ? CIRC_EXPORT_PDF : self->format;

  if (self->target != NULL && !may_write (self->target, error))
    return FALSE;
  if (self->view != NULL)
    report = circ_plan_document_new_report (self->document, store, self->view, self->today, format, error);
  else
    report = circ_matrix_report_new_version (store, self->version, *self->period.from != '\0' ? &self->period : NULL, self->today,
                                             format, error);
  if (report == NULL)
    return FALSE;
  if (self->target != NULL)
    return circ_report_export (report, format, self->target, cancellable, progress_cb, self, &self->notes, error);
  self->pdf = circ_report_render_pdf (report, cancellable, progress_cb, self, &self->notes, error);

  return self->pdf != NULL;
}

static void
circ_export_job_finalize (GObject *object)
{
  CircExportJob *self = CIRC_EXPORT_JOB (object);

  g_free (self->path);
  g_free (self->today);
  g_clear_pointer (&self->view, circ_plan_view_free);
  g_clear_object (&self->target);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (circ_export_job_parent_class)->finalize (object);
}

static void
circ_export_job_class_init (CircExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = circ_export_job_finalize;
}

static void
circ_export_job_init (CircExportJob *self)
{
}

static CircExportJob *
new_job (CircSession *session,
         CircExportFormat format,
         GFile *target)
{
  CircExportJob *self = g_object_new (CIRC_TYPE_EXPORT_JOB, NULL);

  self->path = g_strdup (circ_store_get_path (circ_session_get_store (session)));
  self->today = g_strdup (circ_session_get_today (session));
  self->format = format;
  g_set_object (&self->target, target);

  return self;
}

CircExportJob *
circ_export_job_new (CircSession *session,
                     CircPlanDocument document,
                     const CircPlanView *view,
                     CircExportFormat format,
                     GFile *target)
{
  CircExportJob *self = new_job (session, format, target);

  self->document = document;
  self->view = circ_plan_view_copy (view);

  return self;
}

CircExportJob *
circ_export_job_new_matrix (CircSession *session,
                            gint64 version,
                            const CircPeriod *period,
                            CircExportFormat format,
                            GFile *target)
{
  CircExportJob *self = new_job (session, format, target);

  self->version = version;
  if (period != NULL)
    self->period = *period;

  return self;
}

void
circ_export_job_run_async (CircExportJob *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, circ_export_job_run_async);
  /* A file that was written before the cancel came through is written: say so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  circ_store_run_in_thread (task, self->path, CIRC_STORE_OPEN_READ_ONLY, NULL, write_report);
}

gboolean
circ_export_job_run_finish (CircExportJob *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

double
circ_export_job_get_fraction (CircExportJob *self)
{
  g_return_val_if_fail (CIRC_IS_EXPORT_JOB (self), 0);

  return g_atomic_int_get (&self->progress) / (double) WHOLE;
}

GBytes *
circ_export_job_get_pdf (CircExportJob *self)
{
  g_return_val_if_fail (CIRC_IS_EXPORT_JOB (self), NULL);

  return self->pdf;
}

GPtrArray *
circ_export_job_get_notes (CircExportJob *self)
{
  g_return_val_if_fail (CIRC_IS_EXPORT_JOB (self), NULL);

  if (self->notes == NULL)
    self->notes = g_ptr_array_new_with_free_func (g_free);

  return self->notes;
}

gboolean
circ_export_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_CANCELLED);
}

gboolean
circ_export_format_from_path (const char *path,
                              CircExportFormat *format,
                              GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  return circ_export_format_from_name (dot == NULL ? NULL : dot + 1, format, error);
}

char *
circ_export_dup_display_name (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path == NULL ? g_file_get_parse_name (file) : g_filename_display_basename (path);
}

static void
to_path_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  CircExportJob *job = CIRC_EXPORT_JOB (source);
  g_autoptr (CircSession) session = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  if (!circ_export_job_run_finish (job, result, &error))
    {
      circ_session_report (session, error);
      return;
    }
  name = circ_export_dup_display_name (job->target);
  /* translators: %s is the name of the file that was written */
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  circ_session_tell (session, text);
}

static void
run_and_tell (CircSession *session,
              CircExportJob *job)
{
  /* The program does not end under a file that is being written. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  circ_export_job_run_async (job, NULL, to_path_cb, g_object_ref (session));
}

void
circ_export_to_path (CircSession *session,
                     const CircPlanView *view,
                     const char *path)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (CircExportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  CircExportFormat format;

  if (!circ_export_format_from_path (path, &format, &error))
    {
      circ_session_report (session, error);
      return;
    }
  job = circ_export_job_new (session, CIRC_PLAN_DOCUMENT_PLAN, view, format, target);
  run_and_tell (session, job);
}

void
circ_export_matrix_to_path (CircSession *session,
                            gint64 version,
                            const CircPeriod *period,
                            const char *path)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (CircExportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  CircExportFormat format;

  if (!circ_export_format_from_path (path, &format, &error))
    {
      circ_session_report (session, error);
      return;
    }
  job = circ_export_job_new_matrix (session, version, period, format, target);
  run_and_tell (session, job);
}
