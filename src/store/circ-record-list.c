/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-record-list.h"

#include "circ-id-diff.h"
#include "circ-query-private.h"

struct _CircRecordList {
  GObject parent_instance;

  CircStore *store; /* (owned) */
  CircQuery *query; /* (owned) */
  GArray *ids;      /* (owned) of gint64 */

  gboolean telling; /* in the middle of items-changed */
  gboolean stale;   /* and what is being told is no longer the last word */
};

enum {
  PROP_QUERY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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

/* Each step is done on the array before it is told, so that whoever listens finds what was said. */
static void
take_ids (CircRecordList *self,
          GArray *ids)
{
  g_autoptr (GArray) steps = circ_id_diff (self->ids, ids);

  for (guint i = 0; i < steps->len; i++)
    {
      const CircIdStep *step = &g_array_index (steps, CircIdStep, i);

      if (step->removed > 0)
        g_array_remove_range (self->ids, step->position, step->removed);
      if (step->added > 0)
        g_array_insert_vals (self->ids, step->position, &g_array_index (ids, gint64, step->source), step->added);
      g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
    }
}

/* Asks again. Here a worker will take over for long lists: nothing below depends on the answer coming at once. A
 * listener may save something itself, which comes here while the steps are still being told: that waits its turn. */
static void
reload (CircRecordList *self)
{
  self->stale = TRUE;
  if (self->telling)
    return;
  g_object_ref (self); /* a listener may let go of it */
  self->telling = TRUE;
  while (self->stale)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = circ_store_find_ids (self->store, self->query, &error);

      self->stale = FALSE;
      if (ids != NULL)
        take_ids (self, ids);
      else
        g_message ("A list could not be read: %s", error->message);
    }
  self->telling = FALSE;
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
    reload (self);
}

static void
circ_record_list_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  if (id == PROP_QUERY)
    g_value_set_pointer (value, self->query);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
circ_record_list_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

  if (id == PROP_QUERY)
    circ_record_list_set_query (self, g_value_get_pointer (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
circ_record_list_dispose (GObject *object)
{
  CircRecordList *self = CIRC_RECORD_LIST (object);

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
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
 * Returns: (transfer full): a list that holds @store and follows it.
 */
CircRecordList *
circ_record_list_new (CircStore *store,
                      CircQuery *query)
{
  CircRecordList *self;

  g_return_val_if_fail (CIRC_IS_STORE (store) && query != NULL, NULL);
  self = g_object_new (CIRC_TYPE_RECORD_LIST, NULL);
  self->store = g_object_ref (store);
  self->query = circ_query_copy (query);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  reload (self);
  return self;
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
  reload (self);
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
