/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RECORD_LIST (circ_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CircRecordList, circ_record_list, CIRC, RECORD_LIST, GObject)

/**
 * CircRecordList:
 *
 * The answer to a query as a GListModel of live CircRecords: an array of ids, with the records read on demand.
 * Follows the store's "changed". A change of the whole order is told in two steps (all removed, all added), because
 * GTK looks up every row that "moved" otherwise; a few rows that came, went or changed place are told as such.
 *
 * Property "query" (CircQuery, boxed-like pointer, set through circ_record_list_set_query()).
 */
CircRecordList *circ_record_list_new (CircStore *store,
                                      CircQuery *query);
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
