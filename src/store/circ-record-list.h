/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RECORD_LIST (circ_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CircRecordList, circ_record_list, CIRC, RECORD_LIST, GObject)

/* From how many records of a kind on a window asks a worker: reading the ids of fewer takes less than a frame. */
#define CIRC_RECORD_LIST_THRESHOLD 100000

/**
 * CircRecordList:
 *
 * The answer to a query as a GListModel of live CircRecords: an array of ids, with the records read on demand.
 * Follows the store's "changed". A change of the whole order is told in two steps (all removed, all added), because
 * GTK looks up every row that "moved" otherwise; a few rows that came, went or changed place are told as such.
 *
 * With a threshold, the ids of a kind that has more records than that are read by a worker. The old rows stay until the
 * new ones are there. The answer to another query begins with its first rows, as soon as they are known; the rest
 * follows. The newest query wins. Needs a main loop.
 *
 * Properties: "query" (CircQuery, boxed-like pointer, set through circ_record_list_set_query()), "busy" (boolean,
 * read-only: the rows are not, or not all, of the newest answer yet), "threshold" (uint; 0: never a worker).
 * Signal "failed" (GError): the rows could not be read and are those of before.
 */
CircRecordList *circ_record_list_new (CircStore *store,
                                      CircQuery *query);
CircRecordList *circ_record_list_new_with_threshold (CircStore *store,
                                                     CircQuery *query,
                                                     guint threshold);
void circ_record_list_set_threshold (CircRecordList *self,
                                     guint threshold);
gboolean circ_record_list_get_busy (CircRecordList *self);
void circ_record_list_set_query (CircRecordList *self,
                                 CircQuery *query);
CircQuery *circ_record_list_get_query (CircRecordList *self);
CircStore *circ_record_list_get_store (CircRecordList *self);
/* The id at @position, or 0. */
gint64 circ_record_list_get_id (CircRecordList *self,
                                guint position);
/* Finds the position of a record. */
gboolean circ_record_list_find (CircRecordList *self,
                                gint64 id,
                                guint *position);

G_END_DECLS
