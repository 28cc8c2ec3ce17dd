/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-due-list.h"

G_BEGIN_DECLS

/**
 * CircTodayView:
 * @owner: who carries it out, as the plan's "by whom" says; 0 for all
 * @search: (nullable) (owned): words that the plan item has, or a request that belongs to none
 *
 * Which part of what is to be done is looked at.
 */
typedef struct {
  gint64 owner;
  char *search;
} CircTodayView;

CircTodayView *circ_today_view_copy (const CircTodayView *self);
void circ_today_view_free (CircTodayView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircTodayView, circ_today_view_free)

/* Whether nothing is left out. */
gboolean circ_today_view_is_all (const CircTodayView *self);
CircQuery *circ_today_view_dup_query (const CircTodayView *self,
                                      CircTodayGroup group,
                                      const char *today);
gboolean circ_today_view_find_waiting (const CircTodayView *self,
                                       CircStore *store,
                                       const char *today,
                                       CircDueFunc func,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
