/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-gradual-list.h"

/* More than a list view builds: the rest costs nothing. */
#define ENOUGH 256

struct _CircGradualList {
  GObject parent_instance;

  GListModel *model; /* (owned) */
  guint first;
  guint step;
  guint limit;   /* of rows; G_MAXUINT: all */
  guint n_items; /* as was told last */
  guint kept;
};

static GType
circ_gradual_list_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (CIRC_GRADUAL_LIST (list)->model);
}

static guint
circ_gradual_list_get_n_items (GListModel *list)
{
  return CIRC_GRADUAL_LIST (list)->n_items;
}

static gpointer
circ_gradual_list_get_item (GListModel *list,
                            guint position)
{
  CircGradualList *self = CIRC_GRADUAL_LIST (list);

  return position < self->n_items ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = circ_gradual_list_get_item_type;
  iface->get_n_items = circ_gradual_list_get_n_items;
  iface->get_item = circ_gradual_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CircGradualList, circ_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
changed_cb (CircGradualList *self,
            guint position,
            guint removed,
            guint added)
{
  guint before = self->n_items;
  gboolean behind = self->kept != GTK_INVALID_LIST_POSITION && self->kept >= position + removed;

  if (added > self->first && !behind)
    self->limit = MIN (self->limit, position + self->first);
  self->n_items = MIN (self->limit, g_list_model_get_n_items (self->model));
  if (position >= MAX (before, self->n_items))
    return;
  /* As it was told, where all that it was told of is within the limit. */
  if (before - removed + added == self->n_items && position + removed <= before && position + added <= self->n_items)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, before - position, self->n_items - position);
}

static void
circ_gradual_list_dispose (GObject *object)
{
  CircGradualList *self = CIRC_GRADUAL_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  G_OBJECT_CLASS (circ_gradual_list_parent_class)->dispose (object);
}

static void
circ_gradual_list_finalize (GObject *object)
{
  g_clear_object (&CIRC_GRADUAL_LIST (object)->model);
  G_OBJECT_CLASS (circ_gradual_list_parent_class)->finalize (object);
}

static void
circ_gradual_list_class_init (CircGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_gradual_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_gradual_list_finalize;
}

static void
circ_gradual_list_init (CircGradualList *self)
{
  self->kept = GTK_INVALID_LIST_POSITION;
}

CircGradualList *
circ_gradual_list_new (GListModel *model,
                       guint first,
                       guint step)
{
  CircGradualList *self = g_object_new (CIRC_TYPE_GRADUAL_LIST, NULL);

  self->model = g_object_ref (model);
  self->first = first;
  self->step = step;
  self->limit = first;
  self->n_items = MIN (first, g_list_model_get_n_items (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
circ_gradual_list_keep (CircGradualList *self,
                        guint position)
{
  g_return_if_fail (CIRC_IS_GRADUAL_LIST (self));
  self->kept = position;
}

void
circ_gradual_list_set_first (CircGradualList *self,
                             guint first)
{
  g_return_if_fail (CIRC_IS_GRADUAL_LIST (self));
  self->first = first;
}

static void
set_limit (CircGradualList *self,
           guint limit)
{
  guint before = self->n_items;

  self->limit = limit;
  self->n_items = MIN (limit, g_list_model_get_n_items (self->model));
  if (self->n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_items - before);
}

void
circ_gradual_list_show (CircGradualList *self,
                        guint position)
{
  g_return_if_fail (CIRC_IS_GRADUAL_LIST (self));

  if (position >= self->limit)
    set_limit (self, position < ENOUGH ? position + self->step : G_MAXUINT);
}

gboolean
circ_gradual_list_grow (CircGradualList *self)
{
  g_return_val_if_fail (CIRC_IS_GRADUAL_LIST (self), FALSE);

  set_limit (self, self->limit < ENOUGH ? self->limit + self->step : G_MAXUINT);
  return self->limit != G_MAXUINT;
}
