/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-record-list.h"

#include "circ-id-diff.h"
#include "circ-query-private.h"
#include "circ-worker.h"

struct _CircRecordList {
  GObject parent_instance;

  CircStore *store; /* (owned) */
  CircQuery *query; /* (owned) */
  GArray *ids;      /* (owned) of gint64 */
  guint threshold;
  gboolean is_long; /* the kind has more records than the threshold; short again it is not made */

  GCancellable *asking; /* (owned) (nullable) of the worker */
  gboolean again;       /* the file has changed since the worker was asked */

  gboolean telling;  /* in the middle of items-changed */
  gboolean stale;    /* and what is being told is no longer the last word */
  gboolean other;    /* which is the answer to another query */
};

enum {
  PROP_QUERY = 1,
  PROP_BUSY,
  PROP_THRESHOLD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint failed_signal;

static GType
circ_record_list_get_item_type (GListModel *model)
{
  return CIRC_TYPE_RECORD;
}

static guint
circ_record_list_get_n_items (GListModel *model)
{
  return CIRC_RECORD_LIST (model)->ids->len;
}

/* A row that cannot be read (another process removed it this moment) is a blank record: a list view asks for what it
 * was promised, and crashes on nothing. The store's next "changed" takes it out. */
static gpointer
circ_record_list_get_item (GListModel *model,
                           guint position)
{
  CircRecordList *self = CIRC_RECORD_LIST (model);
  g_autoptr (GError) error = NULL;
  CircRecord *record;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  record = circ_store_get (self->store, id, &error);
  if (record != NULL)
    return record;
  g_debug ("A row could not be read: %s", error->message);
  record = circ_record_new (circ_query_get_kind (self->query)->id);
  circ_record_set_id (record, id);
  return record;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = circ_record_list_get_item_type;
  iface->get_n_items = circ_record_list_get_n_items;
  iface->get_item = circ_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CircRecordList, circ_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Each step is done on the array before it is told, so that whoever listens finds what was said. The last one leaves what
 * has been asked for, so @ids is taken as it is: a million of them are not copied, and room for a million
 * is not kept for the ten that a search has left. The list changes it later: whoever gave it does not look at it again. */
static void
take_ids (CircRecordList *self,
          GArray *ids)
{
  g_autoptr (GArray) steps = circ_id_diff (self->ids, ids);

  self->telling = TRUE;
  for (guint i = 0; i < steps->len; i++)
    {
      const CircIdStep *step = &g_array_index (steps, CircIdStep, i);

      if (i + 1 == steps->len)
        {
          g_array_unref (self->ids);
          self->ids = g_array_ref (ids);
        }
      else
        {
          if (step->removed > 0)
            g_array_remove_range (self->ids, step->position, step->removed);
          if (step->added > 0)
            g_array_insert_vals (self->ids, step->position, &g_array_index (ids, gint64, step->source), step->added);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
    }
  self->telling = FALSE;
}

static void
fail (CircRecordList *self,
      const GError *error)
{
  g_debug ("A list could not be read: %s", error->message);
  g_signal_emit (self, failed_signal, 0, error);
}

static void
set_asking (CircRecordList *self,
            GCancellable *asking)
{
  gboolean was_busy = self->asking != NULL;

  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, asking);
  self->again = FALSE;
  if (was_busy != (asking != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void reload (CircRecordList *self,
                    gboolean other);

static void
first_ids_cb (GArray *ids,
              gpointer data)
{
  g_autoptr (CircRecordList) self = g_object_ref (data); /* a listener may let go of it */

  take_ids (self, ids);
  if (self->stale)
    reload (self, self->other);
}

static void
all_ids_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = circ_store_find_ids_finish (result, &error);
  g_autoptr (CircRecordList) self = NULL;
  gboolean again;

  /* Another question has been asked since, or nobody wants to know any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (data);
  again = self->again;
  if (ids != NULL)
    take_ids (self, ids);
  else
    fail (self, error);
  /* A listener may have asked for something else by now. */
  if (self->stale)
    reload (self, self->other);
  else if (again || self->again)
    {
      set_asking (self, NULL);
      reload (self, FALSE);
    }
  else
    set_asking (self, NULL);
}

/* A worker that is on its way with the answer to this query comes home first: while somebody else goes on saving, what
 * it brings is newer than what is shown. */
static void
ask (CircRecordList *self,
     gboolean other)
{
  g_autoptr (GCancellable) asking = NULL;

  if (self->asking != NULL && !other)
    {
      self->again = TRUE;
      return;
    }
  asking = g_cancellable_new ();
  set_asking (self, asking);
  circ_store_find_ids_async (self->store, self->query, other ? first_ids_cb : NULL, asking, all_ids_cb, self);
}

static gboolean
is_long (CircRecordList *self)
{
  if (!self->is_long && self->threshold > 0)
    self->is_long = circ_store_has_more (self->store, circ_query_get_kind (self->query)->id, self->threshold);
  return self->is_long;
}

/* Asks again; @other: another query than before. A listener may save something itself, which comes here while the steps
 * are still being told: that waits its turn. */
static void
reload (CircRecordList *self,
        gboolean other)
{
  self->other = other || (self->stale && self->other);
  self->stale = TRUE;
  if (self->telling)
    return;
  g_object_ref (self); /* a listener may let go of it */
  while (self->stale)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = NULL;

      self->stale = FALSE;
      if (is_long (self))
        {
          ask (self, self->other);
          break;
        }
      set_asking (self, NULL);
      ids = circ_store_find_ids (self->store, self->query, &error);
      if (ids != NULL)
        take_ids (self, ids);
      else
        fail (self, error);
    }
  g_object_unref (self);
}

/* A change of other kinds of records leaves the answer as it is; the rows notify by themselves. */
static gboolean
concerns (CircRecordList *self,
          GArray *ids)
{
  if (ids == NULL)
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    {
      const CircKind *kind = circ_store_get_kind_of (self->store, g_array_index (ids, gint64, i), NULL);

      /* One that is gone, or cannot be read, may have been of any kind. */
      if (kind == NULL || circ_query_depends_on (self->query, kind))
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (CircStore *store,
            GArray *ids,
            CircRecordList *self)
{
  if (concerns (self, ids))
    reload (self, FALSE);
}

static void
circ_record_list_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_pointer (value, self->query);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, circ_record_list_get_busy (self));
      break;
    case PROP_THRESHOLD:
      g_value_set_uint (value, self->threshold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
circ_record_list_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  switch (id)
    {
    case PROP_QUERY:
      circ_record_list_set_query (self, g_value_get_pointer (value));
      break;
    case PROP_THRESHOLD:
      circ_record_list_set_threshold (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
circ_record_list_dispose (GObject *object)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  G_OBJECT_CLASS (circ_record_list_parent_class)->dispose (object);
}

static void
circ_record_list_finalize (GObject *object)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->query, circ_query_unref);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (circ_record_list_parent_class)->finalize (object);
}

static void
circ_record_list_class_init (CircRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = circ_record_list_get_property;
  object_class->set_property = circ_record_list_set_property;
  object_class->dispose = circ_record_list_dispose;
  object_class->finalize = circ_record_list_finalize;
  properties[PROP_QUERY] = g_param_spec_pointer ("query", NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_uint ("threshold", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_ERROR);
}

static void
circ_record_list_init (CircRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * circ_record_list_new:
 * @query: copied
 *
 * Returns: (transfer full): a list that holds @store, follows it, and has its rows at once.
 */
CircRecordList *
circ_record_list_new (CircStore *store,
                      CircQuery *query)
{
  return circ_record_list_new_with_threshold (store, query, 0);
}

/**
 * circ_record_list_new_with_threshold:
 * @query: copied
 * @threshold: of how many records of the kind on a worker reads; the list is empty at first then
 */
CircRecordList *
circ_record_list_new_with_threshold (CircStore *store,
                                     CircQuery *query,
                                     guint threshold)
{
  CircRecordList *self;

  g_return_val_if_fail (CIRC_IS_STORE (store) && query != NULL, NULL);
  self = g_object_new (CIRC_TYPE_RECORD_LIST, "threshold", threshold, NULL);
  self->store = g_object_ref (store);
  self->query = circ_query_copy (query);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  reload (self, TRUE);
  return self;
}

/* Counts from the next time the rows are read. */
void
circ_record_list_set_threshold (CircRecordList *self,
                                guint threshold)
{
  g_return_if_fail (CIRC_IS_RECORD_LIST (self));
  if (self->threshold == threshold)
    return;
  self->threshold = threshold;
  self->is_long = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

gboolean
circ_record_list_get_busy (CircRecordList *self)
{
  g_return_val_if_fail (CIRC_IS_RECORD_LIST (self), FALSE);
  return self->asking != NULL;
}

/* @query: copied; of the same kind of records. */
void
circ_record_list_set_query (CircRecordList *self,
                            CircQuery *query)
{
  CircQuery *copy;

  g_return_if_fail (CIRC_IS_RECORD_LIST (self) && query != NULL);
  copy = circ_query_copy (query);
  circ_query_unref (self->query);
  self->query = copy;
  reload (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/* Returns: (transfer none): not to be changed; copy it, change the copy and set that. */
CircQuery *
circ_record_list_get_query (CircRecordList *self)
{
  g_return_val_if_fail (CIRC_IS_RECORD_LIST (self), NULL);
  return self->query;
}

/* Returns: (transfer none). */
CircStore *
circ_record_list_get_store (CircRecordList *self)
{
  g_return_val_if_fail (CIRC_IS_RECORD_LIST (self), NULL);
  return self->store;
}

gint64
circ_record_list_get_id (CircRecordList *self,
                         guint position)
{
  g_return_val_if_fail (CIRC_IS_RECORD_LIST (self), 0);
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gboolean
circ_record_list_find (CircRecordList *self,
                       gint64 id,
                       guint *position)
{
  g_return_val_if_fail (CIRC_IS_RECORD_LIST (self), FALSE);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}
