/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a long file without waiting for it. */
#include "config.h"

#include "circ-worker.h"

#include "circ-file.h"
#include "circ-query-private.h"
#include "circ-store-private.h"

/* Long answers are read from one end of an index to the other: what has been read is not needed again. */
#define CACHE_KIBIBYTES "-1024"

/* The workers of one store. Outlives it as long as one of them does. */
struct _CircCrew {
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond left;
  guint n_at_work;
};

typedef GArray *(*CircAnswerFunc) (GTask *task,
                                   CircDb *db,
                                   GError **error);

typedef struct {
  char *path;         /* (owned) */
  gboolean damaged;   /* the file was opened as such */
  CircCrew *crew;     /* (owned) */
  GPtrArray *queries; /* (owned) copies: the caller goes on changing its own */
  CircAnswerFunc answer;
  CircFirstIdsFunc first;
  gpointer user_data;
} CircQuestion;

/* The first ids on their way to the thread that asked. */
typedef struct {
  GTask *task;  /* (owned) */
  GArray *ids;  /* (owned) */
} CircFirst;

static CircCrew *
crew_new (void)
{
  CircCrew *self = g_new0 (CircCrew, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->left);
  return self;
}

static void
crew_unref (CircCrew *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->left);
  g_free (self);
}

/* Waits until nobody has the file open any more: short, as who asked has cancelled. The last connection to close takes
 * the write-ahead log away, and a backup can be put in the place of a file that nobody reads. */
void
circ_crew_dismiss (CircCrew *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_at_work > 0)
    g_cond_wait (&self->left, &self->mutex);
  g_mutex_unlock (&self->mutex);
  crew_unref (self);
}

static CircCrew *
crew_join (CircCrew *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  g_mutex_lock (&self->mutex);
  self->n_at_work++;
  g_mutex_unlock (&self->mutex);
  return self;
}

static void
crew_leave (CircCrew *self)
{
  g_mutex_lock (&self->mutex);
  self->n_at_work--;
  g_cond_signal (&self->left);
  g_mutex_unlock (&self->mutex);
}

static void
question_free (CircQuestion *self)
{
  g_ptr_array_unref (self->queries);
  crew_unref (self->crew);
  g_free (self->path);
  g_free (self);
}

static void
first_free (CircFirst *self)
{
  g_object_unref (self->task);
  g_array_unref (self->ids);
  g_free (self);
}

static gboolean
first_cb (gpointer data)
{
  CircFirst *self = data;
  CircQuestion *question = g_task_get_task_data (self->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    question->first (self->ids, question->user_data);
  return G_SOURCE_REMOVE;
}

/* Sources of one priority run in the order in which they were attached, so this comes before the whole answer. */
static void
send_first (GTask *task,
            GArray *ids)
{
  CircFirst *self = g_new (CircFirst, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  self->task = g_object_ref (task);
  self->ids = g_array_copy (ids);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, first_cb, self, (GDestroyNotify) first_free);
  g_source_attach (source, g_task_get_context (task));
}

static GArray *
read_ids (GTask *task,
          CircDb *db,
          GError **error)
{
  CircQuestion *question = g_task_get_task_data (task);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CircStatement) statement
    = circ_query_prepare (g_ptr_array_index (question->queries, 0), db, CIRC_SELECT_IDS, NULL, error);
  CircStep step;

  if (statement == NULL)
    return NULL;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      gint64 id = circ_statement_get_int (statement, 0);

      if (ids->len == CIRC_FIRST_IDS && question->first != NULL)
        send_first (task, ids);
      g_array_append_val (ids, id);
    }
  return step == CIRC_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
add_count (CircDb *db,
           CircQuery *query,
           GArray *counts,
           GError **error)
{
  g_autoptr (CircStatement) statement = circ_query_prepare (query, db, CIRC_SELECT_COUNT, NULL, error);
  gint64 count;

  if (statement == NULL || circ_statement_step (statement, error) != CIRC_STEP_ROW)
    return FALSE;
  count = circ_statement_get_int (statement, 0);
  g_array_append_val (counts, count);
  return TRUE;
}

static GArray *
read_counts (GTask *task,
             CircDb *db,
             GError **error)
{
  CircQuestion *question = g_task_get_task_data (task);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!circ_db_begin_read (db, error))
    return NULL;
  for (guint i = 0; i < question->queries->len; i++)
    if (!add_count (db, g_ptr_array_index (question->queries, i), counts, error))
      {
        circ_db_rollback (db);
        return NULL;
      }
  return circ_db_commit (db, error) ? g_steal_pointer (&counts) : NULL;
}

static GArray *
answer (GTask *task,
        GError **error)
{
  CircQuestion *question = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean read_only;
  g_autoptr (CircDb) db = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  db = question->damaged ? circ_file_open_damaged (question->path, error)
                         : circ_file_open (question->path, CIRC_STORE_OPEN_READ_ONLY, &read_only, error);
  if (db == NULL || !circ_db_script (db, "PRAGMA cache_size = " CACHE_KIBIBYTES, error))
    return NULL;
  circ_db_set_cancellable (db, cancellable);
  return question->answer (task, db, error);
}

static void
answer_thread (GTask *task,
               gpointer source_object,
               gpointer task_data,
               GCancellable *cancellable)
{
  CircQuestion *question = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = answer (task, &error);

  /* The connection is closed by now. */
  crew_leave (question->crew);
  if (numbers != NULL)
    g_task_return_pointer (task, g_steal_pointer (&numbers), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The last reference to a task may be dropped in the worker's thread, where no store may be closed: so none is held. */
static void
ask (CircStore *store,
     CircQuestion *question,
     GPtrArray *queries,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer source_tag)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, question->user_data);

  if (store->crew == NULL)
    store->crew = crew_new ();
  question->path = g_strdup (store->path);
  question->damaged = store->damaged;
  question->crew = crew_join (store->crew);
  question->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_query_unref);
  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (question->queries, circ_query_copy (g_ptr_array_index (queries, i)));
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_set_source_tag (task, source_tag);
  g_task_run_in_thread (task, answer_thread);
}

/**
 * circ_store_find_ids_async:
 * @query: copied
 * @first: (nullable): hears of the start of a long answer before the rest has been read
 * @user_data: for both functions
 */
void
circ_store_find_ids_async (CircStore *self,
                           CircQuery *query,
                           CircFirstIdsFunc first,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new ();
  CircQuestion *question;

  g_return_if_fail (CIRC_IS_STORE (self) && query != NULL);
  g_ptr_array_add (queries, query);
  question = g_new0 (CircQuestion, 1);
  question->answer = read_ids;
  question->first = first;
  question->user_data = user_data;
  ask (self, question, queries, cancellable, callback, circ_store_find_ids_async);
}

GArray *
circ_store_find_ids_finish (GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, circ_store_find_ids_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
circ_store_count_async (CircStore *self,
                        GPtrArray *queries,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  CircQuestion *question;

  g_return_if_fail (CIRC_IS_STORE (self) && queries != NULL);
  question = g_new0 (CircQuestion, 1);
  question->answer = read_counts;
  question->user_data = user_data;
  ask (self, question, queries, cancellable, callback, circ_store_count_async);
}

GArray *
circ_store_count_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, circ_store_count_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
