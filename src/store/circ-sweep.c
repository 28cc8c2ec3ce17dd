/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking what was erased out of the unused places of the file. secure_delete overwrites what is deleted, but not what
 * stays behind in the gaps of a page when its rows are moved to another: only a file written anew has none of it. The
 * file itself remembers that this is to be done, as a full disk or the end of the program may come between. */
#include "config.h"

#include "circ-store-private.h"

#include "circ-store-thread.h"

/* A try takes a copy's worth of time and room, and what stands in its way, a full disk or a reader, seldom goes at once. */
#define FIRST_PAUSE (1 * G_TIME_SPAN_SECOND)
#define LAST_PAUSE  (10 * G_TIME_SPAN_MINUTE)

/* Inside the transaction that erases. */
gboolean
circ_sweep_note (CircStore *self,
                 GError **error)
{
  return circ_db_script (self->db, "INSERT INTO chore (name) VALUES ('sweep') ON CONFLICT DO NOTHING", error);
}

/* Whether a sweep was left unfinished; the watch goes on with it. */
gboolean
circ_sweep_resume (CircStore *self,
                   GError **error)
{
  gint64 n = 0;

  if (self->read_only)
    return TRUE;
  if (!circ_db_query_int (self->db, "SELECT count (*) FROM chore WHERE name = 'sweep'", &n, error))
    return FALSE;
  self->sweep = n > 0 ? CIRC_SWEEP_FILE : CIRC_SWEEP_NONE;
  return TRUE;
}

/* Returns: whether the log is empty; not while somebody reads what it holds. */
static gboolean
empty_log (CircStore *self,
           GError **error)
{
  gint64 busy = 0;

  return circ_db_query_int (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error) && busy == 0;
}

static gboolean
write_anew (CircStore *self,
            GError **error)
{
  if (self->sweep != CIRC_SWEEP_FILE)
    return TRUE;
  if (!circ_db_script (self->db, "VACUUM", error))
    {
      /* What it has written so far takes up the room that saving needs. */
      empty_log (self, NULL);
      return FALSE;
    }
  self->sweep = CIRC_SWEEP_LOG;
  return TRUE;
}

/* Does what can be done now. What is left is tried again now and then, as the watch looks. */
void
circ_sweep_go_on (CircStore *self)
{
  g_autoptr (GError) error = NULL;

  if (write_anew (self, &error) && empty_log (self, &error)
      && circ_db_script (self->db, "DELETE FROM chore WHERE name = 'sweep'", &error))
    self->sweep = CIRC_SWEEP_NONE;
  else if (error != NULL)
    g_debug ("What was erased is not out of the log yet: %s", error->message);
}

static gboolean
sweep_in_thread (CircStore *store,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  if (circ_store_check_place (store, NULL))
    circ_sweep_go_on (store);
  return TRUE;
}

/* The worker does not keep a store open that was let go meanwhile. */
static void
swept_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (CircStore) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("What was erased could not be swept out: %s", error->message);
  if (self == NULL)
    return;
  self->sweeping = FALSE;
  if (self->db != NULL && circ_sweep_resume (self, NULL) && self->sweep == CIRC_SWEEP_NONE)
    self->sweep_pause = 0;
}

void
circ_sweep_look (CircStore *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GTask) task = NULL;
  GWeakRef *ref;

  if (self->sweep == CIRC_SWEEP_NONE || self->sweeping || now < self->sweep_next)
    return;
  self->sweeping = TRUE;
  self->sweep_pause = CLAMP (2 * self->sweep_pause, FIRST_PAUSE, LAST_PAUSE);
  self->sweep_next = now + self->sweep_pause;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, swept_cb, ref);
  g_task_set_source_tag (task, circ_sweep_look);
  circ_store_run_in_thread (task, self->path, CIRC_STORE_OPEN_DEFAULT, self->person, sweep_in_thread);
}

gboolean
circ_store_is_swept (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return self->sweep == CIRC_SWEEP_NONE;
}
