/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-model.h"

#include "circ-record-list.h"
#include "circ-store-thread.h"
#include "circ-today-row.h"

#define N_DATED CIRC_TODAY_AWAITING_TRIGGER
#define N_WAITING (CIRC_N_TODAY_GROUPS - N_DATED)
#define MANY 2000 /* occurrences that have changed or are looked for, that a worker reads */

struct _CircTodayModel {
  GObject parent_instance;

  CircSession *session;                         /* (owned) */
  CircTodayView *view;                          /* (owned) */
  CircRecordList *lists[N_DATED];               /* (owned) (nullable) "this week" has no day on a Sunday */
  GListStore *waiting[N_WAITING];               /* (owned) of CircTodayRow */
  GListStore *headings[CIRC_N_TODAY_GROUPS];    /* (owned) one row, or none */
  GListStore *parts;                            /* (owned) of GListModel: headings and lists by turns */
  GtkFlattenListModel *rows;                    /* (owned) */
  guint threshold;
  gboolean begun;
  gboolean reads_waiting;
  guint read_source;
  GCancellable *reading; /* (owned) (nullable) */
  gboolean read_again;   /* something has changed since a worker went off */
};

enum {
  COUNTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircTodayModel, circ_today_model, G_TYPE_OBJECT)

/* What a worker is told, and what it brings. */
typedef struct {
  CircTodayView *view;
  char *today;
  GPtrArray *rows; /* (nullable) of CircTodayRow */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  circ_today_view_free (job->view);
  g_free (job->today);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job);
}

static GListModel *
get_list (CircTodayModel *self,
          guint group)
{
  return group < N_DATED ? (GListModel *) self->lists[group] : (GListModel *) self->waiting[group - N_DATED];
}

/* A heading stands over rows only. */
static void
update_headings (CircTodayModel *self)
{
  for (guint group = 0; group < CIRC_N_TODAY_GROUPS; group++)
    {
      gboolean wanted = circ_today_model_get_count (self, group) > 0;
      gboolean there = g_list_model_get_n_items (G_LIST_MODEL (self->headings[group])) > 0;
      g_autoptr (CircTodayRow) heading = NULL;

      if (wanted && !there)
        {
          heading = circ_today_row_new_heading (group);
          g_list_store_append (self->headings[group], heading);
        }
      else if (there && !wanted)
        g_list_store_remove_all (self->headings[group]);
    }
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
list_failed_cb (CircTodayModel *self,
                const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
create_list (CircTodayModel *self,
             guint group,
             CircQuery *query,
             guint threshold)
{
  CircRecordList *list = circ_record_list_new_with_threshold (circ_session_get_store (self->session), query, threshold);

  self->lists[group] = list;
  g_signal_connect_object (list, "failed", G_CALLBACK (list_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::busy", G_CALLBACK (update_headings), self, G_CONNECT_SWAPPED);
  /* After the whole list has heard of it: a heading that comes meanwhile would shift what it has not. */
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_headings), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* The whole row of headings and lists, which another day changes. */
static void
lay_out (CircTodayModel *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint group = 0; group < CIRC_N_TODAY_GROUPS; group++)
    {
      GListModel *list = get_list (self, group);

      if (list == NULL)
        continue;
      g_ptr_array_add (parts, self->headings[group]);
      g_ptr_array_add (parts, list);
    }
  g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)), parts->pdata, parts->len);
}

/* What waits has changed in a row or two as a rule: the others stay where they are, and the keyboard with them. */
static void
take_rows (GListStore *store,
           GPtrArray *rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_first = 0, n_last = 0;

  while (n_first < MIN (n_old, rows->len))
    {
      g_autoptr (CircTodayRow) old = g_list_model_get_item (G_LIST_MODEL (store), n_first);

      if (!circ_today_row_equal (old, rows->pdata[n_first]))
        break;
      n_first++;
    }
  while (n_last < MIN (n_old, rows->len) - n_first)
    {
      g_autoptr (CircTodayRow) old = g_list_model_get_item (G_LIST_MODEL (store), n_old - n_last - 1);

      if (!circ_today_row_equal (old, rows->pdata[rows->len - n_last - 1]))
        break;
      n_last++;
    }
  if (n_first + n_last < MAX (n_old, rows->len))
    g_list_store_splice (store, n_first, n_old - n_first - n_last, rows->pdata + n_first, rows->len - n_first - n_last);
}

static void
take_waiting (CircTodayModel *self,
              GPtrArray *rows)
{
  for (guint i = 0; i < N_WAITING; i++)
    {
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      for (guint j = 0; j < rows->len; j++)
        if (circ_today_row_get_group (rows->pdata[j]) == N_DATED + i)
          g_ptr_array_add (group, rows->pdata[j]);
      take_rows (self->waiting[i], group);
    }
  update_headings (self);
}

static void
add_row (const CircDueLine *line,
         gpointer data)
{
  g_ptr_array_add (data, circ_today_row_new_waiting (line));
}

static gboolean
find_waiting (CircStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Job *job = data;

  job->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return circ_today_view_find_waiting (job->view, store, job->today, add_row, job->rows, cancellable, error);
}

static void
found (CircTodayModel *self,
       Job *job,
       GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    take_waiting (self, job->rows);
}

static void read_soon (CircTodayModel *self);

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  CircTodayModel *self;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_object (&self->reading);
  found (self, g_task_get_task_data (G_TASK (result)), error);
  if (self->read_again)
    read_soon (self);
}

static gboolean
read_cb (gpointer user_data)
{
  CircTodayModel *self = user_data;
  CircStore *store = circ_session_get_store (self->session);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  self->read_source = 0;
  self->read_again = FALSE;
  job->view = circ_today_view_copy (self->view);
  job->today = g_strdup (circ_session_get_today (self->session));
  if (circ_store_has_more (store, CIRC_KIND_PLAN_ITEM, MIN (self->threshold, CIRC_WAITING_MANY)) ||
      circ_store_has_more (store, CIRC_KIND_OCCURRENCE, MIN (self->threshold, MANY)))
    {
      self->reading = g_cancellable_new ();
      task = g_task_new (NULL, self->reading, found_cb, self);
      g_task_set_task_data (task, job, job_free);
      circ_store_run_in_thread (task, circ_store_get_path (store), CIRC_STORE_OPEN_READ_ONLY,
                                circ_store_get_person (store), find_waiting);
      g_signal_emit (self, signals[COUNTED], 0);
      return G_SOURCE_REMOVE;
    }
  find_waiting (store, job, NULL, &error);
  found (self, job, error);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
read_soon (CircTodayModel *self)
{
  if (!self->reads_waiting)
    return;
  if (self->reading != NULL)
    self->read_again = TRUE;
  else if (self->read_source == 0)
    self->read_source = g_idle_add (read_cb, self);
}

static gboolean
concerns (CircTodayModel *self,
          GArray *ids)
{
  if (ids == NULL)
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    {
      const CircKind *kind =
        circ_store_get_kind_of (circ_session_get_store (self->session), g_array_index (ids, gint64, i), NULL);

      if (kind == NULL || kind->id == CIRC_KIND_PLAN_ITEM || kind->id == CIRC_KIND_TRIGGER ||
          kind->id == CIRC_KIND_OCCURRENCE || kind->id == CIRC_KIND_MEETING || kind->id == CIRC_KIND_DATE_SETTINGS)
        return TRUE;
    }
  return FALSE;
}

static void
store_changed_cb (CircTodayModel *self,
                  GArray *ids)
{
  if (concerns (self, ids))
    read_soon (self);
}

/* What is there first comes with the frame that shows the page, from an index, except in a very long file or where words or
 * people are looked for. Where there are many, a worker reads what changes afterwards: who edits the plan does not wait. */
static void
ask (CircTodayModel *self)
{
  CircStore *store = circ_session_get_store (self->session);
  const char *today = circ_session_get_today (self->session);
  gboolean other_parts = FALSE;
  guint later;
  guint first;

  if (!self->begun)
    return;
  /* As thresholds: asked once for all of them. */
  later = circ_store_has_more (store, CIRC_KIND_OCCURRENCE, MIN (self->threshold, MANY)) ? 1 : 0;
  first = later;
  if (circ_today_view_is_all (self->view) && !circ_store_has_more (store, CIRC_KIND_OCCURRENCE, self->threshold))
    first = 0;
  for (guint group = 0; group < N_DATED; group++)
    {
      g_autoptr (CircQuery) query = circ_today_view_dup_query (self->view, group, today);

      other_parts |= (query != NULL) != (self->lists[group] != NULL);
      if (query == NULL)
        g_clear_object (&self->lists[group]);
      else if (self->lists[group] == NULL)
        create_list (self, group, query, first);
      else
        {
          circ_record_list_set_threshold (self->lists[group], first);
          circ_record_list_set_query (self->lists[group], query);
        }
      if (self->lists[group] != NULL)
        circ_record_list_set_threshold (self->lists[group], later);
    }
  if (other_parts)
    lay_out (self);
  update_headings (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  read_soon (self);
}

static void
circ_today_model_dispose (GObject *object)
{
  CircTodayModel *self = CIRC_TODAY_MODEL (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  for (guint i = 0; i < N_DATED; i++)
    g_clear_object (&self->lists[i]);
  for (guint i = 0; i < N_WAITING; i++)
    g_clear_object (&self->waiting[i]);
  for (guint i = 0; i < CIRC_N_TODAY_GROUPS; i++)
    g_clear_object (&self->headings[i]);
  g_clear_object (&self->rows);
  g_clear_object (&self->parts);
  g_clear_object (&self->session);
  g_clear_pointer (&self->view, circ_today_view_free);

  G_OBJECT_CLASS (circ_today_model_parent_class)->dispose (object);
}

static void
circ_today_model_class_init (CircTodayModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_today_model_dispose;
  signals[COUNTED] = g_signal_new ("counted", CIRC_TYPE_TODAY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  signals[FAILED] = g_signal_new ("failed", CIRC_TYPE_TODAY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
circ_today_model_init (CircTodayModel *self)
{
  self->threshold = CIRC_TODAY_THRESHOLD;
  self->view = g_new0 (CircTodayView, 1);
  for (guint i = 0; i < N_WAITING; i++)
    self->waiting[i] = g_list_store_new (CIRC_TYPE_TODAY_ROW);
  for (guint i = 0; i < CIRC_N_TODAY_GROUPS; i++)
    self->headings[i] = g_list_store_new (CIRC_TYPE_TODAY_ROW);
  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  self->rows = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->parts)));
}

CircTodayModel *
circ_today_model_new (CircSession *session)
{
  CircTodayModel *self = g_object_new (CIRC_TYPE_TODAY_MODEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
circ_today_model_begin (CircTodayModel *self)
{
  g_return_if_fail (CIRC_IS_TODAY_MODEL (self));

  if (self->begun)
    return;
  self->begun = TRUE;
  ask (self);
}

void
circ_today_model_read_waiting (CircTodayModel *self)
{
  g_return_if_fail (CIRC_IS_TODAY_MODEL (self));

  if (self->reads_waiting)
    return;
  self->reads_waiting = TRUE;
  read_soon (self);
}

void
circ_today_model_set_view (CircTodayModel *self,
                           const CircTodayView *view)
{
  g_return_if_fail (CIRC_IS_TODAY_MODEL (self));

  g_clear_pointer (&self->view, circ_today_view_free);
  self->view = circ_today_view_copy (view);
  ask (self);
}

void
circ_today_model_set_threshold (CircTodayModel *self,
                                guint threshold)
{
  g_return_if_fail (CIRC_IS_TODAY_MODEL (self));

  self->threshold = threshold;
}

GListModel *
circ_today_model_get_rows (CircTodayModel *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_MODEL (self), NULL);
  return G_LIST_MODEL (self->rows);
}

guint
circ_today_model_get_count (CircTodayModel *self,
                            CircTodayGroup group)
{
  GListModel *list;

  g_return_val_if_fail (CIRC_IS_TODAY_MODEL (self), 0);

  list = get_list (self, group);
  return list == NULL ? 0 : g_list_model_get_n_items (list);
}

gboolean
circ_today_model_is_busy (CircTodayModel *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_MODEL (self), FALSE);

  for (guint i = 0; i < N_DATED; i++)
    if (self->lists[i] != NULL && circ_record_list_get_busy (self->lists[i]))
      return TRUE;
  return !self->reads_waiting || self->reading != NULL || self->read_source != 0;
}
