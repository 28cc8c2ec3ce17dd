/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/* How many ids of a long answer come first, on their own: more rows than a window builds. */
#define CIRC_FIRST_IDS 256

/**
 * CircFirstIdsFunc:
 * @ids: (element-type gint64): the first CIRC_FIRST_IDS of more
 *
 * Called in the thread that asked, before the callback, and not at all when there are no more than that.
 */
typedef void (*CircFirstIdsFunc) (GArray *ids,
                                  gpointer user_data);

/* Questions to a long file, answered by a worker with a connection of its own. They hold no reference to the store, nor
 * to anything of the caller's: who asks cancels before going away, and the callback of a cancelled question gets
 * G_IO_ERROR_CANCELLED and must not touch its data. */
void circ_store_find_ids_async (CircStore *self,
                                CircQuery *query,
                                CircFirstIdsFunc first,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) (element-type gint64) */
GArray *circ_store_find_ids_finish (GAsyncResult *result,
                                    GError **error);

/* @queries: (element-type CircQuery); all are counted at one moment. */
void circ_store_count_async (CircStore *self,
                             GPtrArray *queries,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* The numbers, in the order of the queries. (transfer full) (element-type gint64) */
GArray *circ_store_count_finish (GAsyncResult *result,
                                 GError **error);

G_END_DECLS
