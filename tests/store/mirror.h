/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record-list.h"

/* What a list tells is enough to follow it: a mirror does, by items-changed alone. */
typedef struct {
  GArray *ids;
  guint n_signals;
  guint n_touched;
} Mirror;

void mirror_follow_cb (GListModel *model,
                       guint position,
                       guint removed,
                       guint added,
                       Mirror *mirror);
/* A list that has its rows at once, and the mirror with it. */
CircRecordList *mirror_new_list (CircStore *store,
                                 CircQuery *query,
                                 Mirror *mirror);
/* List, mirror and file say the same. */
void assert_mirrored (CircRecordList *list,
                      Mirror *mirror);
/* So much was told since the last time. */
void assert_told (CircRecordList *list,
                  Mirror *mirror,
                  guint n_signals,
                  guint n_touched);
