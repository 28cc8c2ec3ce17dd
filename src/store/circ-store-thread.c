/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-store-thread.h"

typedef struct {
  char *path;
  CircStoreOpenFlags flags;
  char *person; /* (nullable) */
  CircStoreThreadFunc func;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->path);
  g_free (run->person);
  g_free (run);
}

/* The quark of the task's Run. */
static GQuark
run_quark (void)
{
  return g_quark_from_static_string ("circ-store-thread-run");
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer data,
            GCancellable *cancellable)
{
  /* A store looks after its file from the context of its thread: that must not be the one of a window. */
  g_autoptr (GMainContext) context = g_main_context_new ();
  const Run *run = g_object_get_qdata (G_OBJECT (task), run_quark ());
  g_autoptr (CircStore) store = NULL;
  GError *error = NULL;
  gboolean done = FALSE;

  g_main_context_push_thread_default (context);
  store = circ_store_open (run->path, run->flags, run->person, &error);
  if (store != NULL)
    done = run->func (store, data, cancellable, &error);
  /* Before the task returns: who waits for it may want the file for itself. */
  g_clear_object (&store);
  g_main_context_pop_thread_default (context);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
circ_store_run_in_thread (GTask *task,
                          const char *path,
                          CircStoreOpenFlags flags,
                          const char *person,
                          CircStoreThreadFunc func)
{
  Run *run = g_new0 (Run, 1);

  g_return_if_fail (G_IS_TASK (task));

  run->path = g_strdup (path);
  run->flags = flags;
  run->person = g_strdup (person);
  run->func = func;
  g_object_set_qdata_full (G_OBJECT (task), run_quark (), run, run_free);
  g_task_run_in_thread (task, run_thread);
}
