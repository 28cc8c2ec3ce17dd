/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircStoreThreadFunc:
 * @store: opened for this call alone, and closed after it
 * @data: the data of the task; what is found goes in here
 *
 * Runs in a worker.
 *
 * Returns: what the task gives back
 */
typedef gboolean (*CircStoreThreadFunc) (CircStore *store,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);

/* Work of some length on a file, by a worker with a store of its own: g_task_propagate_boolean() ends it. Keeps @task alive
 * until then. @person as in circ_store_open(). */
void circ_store_run_in_thread (GTask *task,
                               const char *path,
                               CircStoreOpenFlags flags,
                               const char *person,
                               CircStoreThreadFunc func);

G_END_DECLS
