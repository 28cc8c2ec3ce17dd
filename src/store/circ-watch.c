/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After the file has changed, by our hand or another's: live records, titles, undo, and the signal. */
#include "config.h"

#include "circ-write.h"

#define POLL_INTERVAL 500 /* ms: others' changes are promised within a second */
#define MAX_IDS 10000     /* more than this is told as "anything" */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
sort_ids (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);
}

/* The records that changes after @after and before @before touched. */
static gboolean
read_touched (CircStore *self,
              gint64 after,
              gint64 before,
              GArray *ids,
              GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db,
                   "SELECT DISTINCT record_id FROM change_part WHERE change_id > $1 AND change_id < $2 LIMIT $3",
                   error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, after);
  circ_statement_bind_int (statement, 2, before);
  circ_statement_bind_int (statement, 3, MAX_IDS + 1);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      gint64 id = circ_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == CIRC_STEP_DONE;
}

/* Brings the live records to what others did after the last change we know and before @before. Adds the ids. */
static gboolean
catch_up (CircStore *self,
          gint64 before,
          GArray *ids,
          gboolean *everything,
          GError **error)
{
  g_autoptr (GArray) foreign = g_array_new (FALSE, FALSE, sizeof (gint64));

  *everything = FALSE;
  if (before <= self->last_change + 1)
    return TRUE;
  if (!read_touched (self, self->last_change, before, foreign, error))
    return FALSE;
  *everything = foreign->len > MAX_IDS;
  if (*everything)
    return circ_live_refresh_all (self, error);
  if (foreign->len > 0)
    g_array_append_vals (ids, foreign->data, foreign->len);
  return circ_live_refresh (self, foreign, error);
}

/* New records become live as the objects they were made as. */
static void
adopt (CircWrite *write,
       GPtrArray *inserted)
{
  for (guint i = 0; i < inserted->len; i++)
    {
      CircRecord *record = g_ptr_array_index (inserted, i);
      CircRecordMeta meta = {
        .id = circ_record_get_id (record),
        .version = 1,
        .created_at = write->at,
        .created_by = write->store->person,
        .updated_at = write->at,
        .updated_by = write->store->person,
      };

      circ_record_set_meta (record, &meta);
      circ_live_add (write->store, record);
    }
}

/* New ids are greater than any before, so what is older than the first new one was changed and not made. A new one that
 * was changed as well, by what followed, is read again too. */
static GArray *
changed_ids (CircWrite *write,
             GArray *touched,
             GPtrArray *inserted)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first_new = inserted != NULL && inserted->len > 0 ? circ_record_get_id (g_ptr_array_index (inserted, 0))
                                                           : G_MAXINT64;

  for (guint i = 0; i < touched->len && g_array_index (touched, gint64, i) < first_new; i++)
    g_array_append_val (ids, g_array_index (touched, gint64, i));
  for (guint i = 0; inserted != NULL && i < inserted->len; i++)
    {
      gint64 id = circ_record_get_id (g_ptr_array_index (inserted, i));

      if (g_hash_table_contains (write->edits, &id))
        g_array_append_val (ids, id);
    }
  return ids;
}

void
circ_write_publish (CircWrite *self,
                    GPtrArray *inserted)
{
  g_autoptr (CircStore) store = g_object_ref (self->store); /* a handler may let go of the last reference */
  g_autoptr (GArray) ids = g_array_ref (self->touched);
  g_autoptr (GArray) older = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = self->change;
  gboolean everything = FALSE;

  if (self->n_parts == 0)
    return;
  sort_ids (ids);
  older = changed_ids (self, ids, inserted);
  if (inserted != NULL)
    adopt (self, inserted);
  /* The change is saved whatever happens here; what cannot be read now is read when it is next asked for. */
  if (!circ_live_refresh (store, older, &error) || !catch_up (store, before, ids, &everything, &error))
    g_debug ("Saved, but the records could not be read again: %s", error->message);
  store->last_change = MAX (store->last_change, before);
  sort_ids (ids);
  if (self->kind == CIRC_WRITE_DO)
    circ_store_set_undo_titles (store, self->title, NULL);
  else if (self->kind != CIRC_WRITE_SETUP && self->kind != CIRC_WRITE_UPKEEP)
    circ_store_refresh_undo (store, NULL);
  circ_store_emit_changed (store, everything ? NULL : ids);
}

static gboolean
look (CircStore *self,
      GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 version = 0;
  gint64 last = 0;
  gboolean everything = FALSE;
  gboolean replaced;

  if (!circ_db_query_int (self->db, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version && !self->renewed)
    return TRUE;
  if (!circ_db_query_int (self->db, "SELECT max (id) FROM change", &last, error))
    return FALSE;
  /* Fewer changes than we have seen: another file has been put in the place of this one. */
  replaced = last < self->last_change || self->renewed;
  if (replaced ? !circ_live_refresh_all (self, error) : !catch_up (self, last + 1, ids, &everything, error))
    return FALSE;
  self->data_version = version;
  self->last_change = last;
  self->renewed = FALSE;
  if (!circ_store_refresh_undo (self, error) || (!self->sweeping && !circ_sweep_resume (self, error)))
    return FALSE;
  sort_ids (ids);
  if (replaced || everything)
    circ_store_emit_changed (self, NULL);
  else if (ids->len > 0)
    circ_store_emit_changed (self, ids);
  return TRUE;
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (CircStore) self = g_object_ref (CIRC_STORE (data));
  g_autoptr (GError) error = NULL;

  circ_place_look (self);
  if (self->sweep != CIRC_SWEEP_NONE && circ_store_check_place (self, NULL))
    circ_sweep_look (self);

  /* A busy or missing file may be there again next time. */
  if (!look (self, &error))
    g_debug ("Could not look for changes: %s", error->message);
  return G_SOURCE_CONTINUE;
}

/* Costs 7 microseconds each time; runs only where a main loop does. */
void
circ_watch_start (CircStore *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->watch = g_timeout_source_new (POLL_INTERVAL);
  g_source_set_name (self->watch, "[circulate] changes by others");
  g_source_set_callback (self->watch, look_cb, self, NULL);
  g_source_attach (self->watch, context);
}

void
circ_watch_stop (CircStore *self)
{
  if (self->watch == NULL)
    return;
  g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}

/**
 * circ_store_look:
 *
 * Looks for changes by other windows and processes now, as a running main loop does twice a second.
 */
gboolean
circ_store_look (CircStore *self,
                 GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  circ_place_look (self);
  return look (self, error);
}
