/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import by a worker, so that the window never waits for a long file. */
#include "config.h"

#include "circ-plan-import.h"

#include "circ-follow.h"
#include "circ-plan-import-private.h"
#include "circ-store-thread.h"

/* A worker may be the last to let go of its task, and a store belongs to the thread that opened it: what holds one is
 * given back by the finish functions. */
typedef struct {
  char *path;
  char *person;
  char *today;
  GFile *file;            /* (owned) (nullable) */
  GBytes *bytes;          /* (owned) (nullable) instead of a file */
  char *name;             /* (owned) (nullable) what they are called */
  CircPlanImport *import; /* (owned) (nullable) */
  GArray *before;         /* (owned) (nullable) the columns that were */
  GPtrArray *rows;        /* (owned) (nullable) */
  CircImportCounts counts;
  char *title;            /* (owned) (nullable) of the change that was saved */
} Job;

static Job *
job_new (CircStore *store,
         CircPlanImport *import)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (circ_store_get_path (store));
  job->person = g_strdup (circ_store_get_person (store));
  g_set_object (&job->import, import);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->person);
  g_free (job->today);
  g_free (job->name);
  g_free (job->title);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_object (&job->import);
  g_clear_pointer (&job->before, g_array_unref);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job);
}

static gboolean
read_first (CircStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Job *job = data;

  if (job->bytes != NULL)
    job->import = circ_plan_import_new_for_bytes (store, job->bytes, job->name, job->today, error);
  else
    job->import = circ_plan_import_new (store, job->file, job->today, cancellable, error);
  if (job->import != NULL)
    g_clear_object (&job->import->store);
  return job->import != NULL;
}

static gboolean
read_again (CircStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Job *job = data;

  job->rows = circ_plan_import_read_rows (job->import, store, cancellable, error);
  return job->rows != NULL;
}

static gboolean
save (CircStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Job *job = data;

  circ_follow_attach (store);
  return circ_plan_import_apply_to (job->import, store, &job->counts, &job->title, error);
}

static void
run (Job *job,
     gpointer tag,
     CircStoreThreadFunc func,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_set_check_cancellable (task, FALSE);
  circ_store_run_in_thread (task, job->path, func == save ? CIRC_STORE_OPEN_DEFAULT : CIRC_STORE_OPEN_READ_ONLY, job->person,
                            func);
}

void
circ_plan_import_new_async (CircStore *store,
                            GFile *file,
                            const char *today,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job = job_new (store, NULL);

  job->today = g_strdup (today);
  g_set_object (&job->file, file);
  run (job, circ_plan_import_new_async, read_first, cancellable, callback, user_data);
}

void
circ_plan_import_new_for_bytes_async (CircStore *store,
                                      GBytes *bytes,
                                      const char *name,
                                      const char *today,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  Job *job = job_new (store, NULL);

  job->today = g_strdup (today);
  job->bytes = g_bytes_ref (bytes);
  job->name = g_strdup (name);
  run (job, circ_plan_import_new_async, read_first, cancellable, callback, user_data);
}

CircPlanImport *
circ_plan_import_new_finish (CircStore *store,
                             GAsyncResult *result,
                             GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, circ_plan_import_new_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  g_set_object (&job->import->store, store);
  return g_steal_pointer (&job->import);
}

void
circ_plan_import_set_column_async (CircPlanImport *self,
                                   guint column,
                                   CircImportColumn what,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Job *job = job_new (self->store, self);

  job->before = circ_plan_import_assign (self, column, what);
  run (job, circ_plan_import_set_column_async, read_again, cancellable, callback, user_data);
}

/* Shows the rows as they are now; after a failure the columns are what they were. */
gboolean
circ_plan_import_set_column_finish (GAsyncResult *result,
                                    GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (CircPlanImport) import = g_steal_pointer (&job->import);
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  if (done)
    circ_plan_import_take_rows (import, g_steal_pointer (&job->rows));
  else
    circ_plan_import_take_columns (import, g_steal_pointer (&job->before));
  return done;
}

void
circ_plan_import_apply_async (CircPlanImport *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  run (job_new (self->store, self), circ_plan_import_apply_async, save, NULL, callback, user_data);
}

/* @counts: (out) (optional): what was done. @title: (out) (optional) (nullable): what the change is called, which need not
 * be the last one any more. By now the import's own store knows of it. */
gboolean
circ_plan_import_apply_finish (GAsyncResult *result,
                               CircImportCounts *counts,
                               char **title,
                               GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (CircPlanImport) import = g_steal_pointer (&job->import);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (counts != NULL)
    *counts = job->counts;
  if (title != NULL)
    *title = g_steal_pointer (&job->title);
  /* It looks by itself before long: that it cannot just now is no matter. */
  circ_store_look (import->store, NULL);
  return TRUE;
}
