/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_GRADUAL_LIST (circ_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (CircGradualList, circ_gradual_list, CIRC, GRADUAL_LIST, GObject)

/* A position behind all others, to be kept or shown. */
#define CIRC_GRADUAL_LIST_ALL (GTK_INVALID_LIST_POSITION - 1)

/**
 * CircGradualList:
 *
 * The rows of another list: the @first of them, then @step more with each circ_gradual_list_grow(). GtkListView builds two
 * hundred rows at once, seen or not, which takes many frames. A change that brings more than the first rows begins anew from
 * its place on, unless the row that is to be kept lies behind it.
 */
CircGradualList *circ_gradual_list_new (GListModel *model,
                                        guint first,
                                        guint step);
/* GTK_INVALID_LIST_POSITION: none. */
void circ_gradual_list_keep (CircGradualList *self,
                             guint position);
void circ_gradual_list_set_first (CircGradualList *self,
                                  guint first);
/* Has the row there at once, and if need be all of them. */
void circ_gradual_list_show (CircGradualList *self,
                             guint position);
/* Returns: whether there is more to come. */
gboolean circ_gradual_list_grow (CircGradualList *self);

G_END_DECLS
