/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-source.h"

G_BEGIN_DECLS

/* circ-follow.c: reads one record as the file will have it, and as one that may be set in what follows. */
gboolean circ_follow_read (CircStore *store,
                           CircKindId kind,
                           gint64 id,
                           CircRecord **record,
                           GError **error);

/* circ-follow-words.c: the rules of items whose words are new. Adds the ids of items that it sets to @read. */
gboolean circ_follow_words (CircStore *store,
                            CircChange *change,
                            CircChange *more,
                            GHashTable *read,
                            GError **error);

/**
 * CircFollowScope:
 * @everything: all items: what every date is counted with has changed
 * @items: (element-type gint64): items whose occurrences are worked out anew
 * @meetings: (element-type gint64): meetings that changed
 * @meeting_items: (element-type gint64): items of which only what hangs on those is worked out anew
 *
 * How far a change reaches.
 */
typedef struct {
  gboolean everything;
  GHashTable *items;
  GHashTable *meetings;
  GHashTable *meeting_items;
} CircFollowScope;

/* circ-follow-scope.c */
gboolean circ_follow_scope_init (CircFollowScope *self,
                                 CircStore *store,
                                 CircChange *change,
                                 GError **error);
void circ_follow_scope_clear (CircFollowScope *self);

/* circ-follow-meetings.c */
gboolean circ_follow_meetings (CircStore *store,
                               CircChange *change,
                               CircChange *more,
                               GError **error);

/* circ-follow-lead.c */
gboolean circ_follow_lead (CircStore *store,
                           CircChange *change,
                           CircChange *more,
                           GError **error);

/* circ-follow-returns.c */
gboolean circ_follow_returns (CircStore *store,
                              CircChange *change,
                              CircChange *more,
                              GError **error);

/* circ-follow-matrix.c */
gboolean circ_follow_matrix (CircStore *store,
                             CircChange *change,
                             CircChange *more,
                             GError **error);

/* circ-follow-requests.c */
gboolean circ_follow_requests (CircStore *store,
                               CircChange *change,
                               CircChange *more,
                               GError **error);

/* circ-follow-plan.c: what that changes in the recorded occurrences. */
CircPlanSpan circ_follow_get_span (CircStore *store,
                                   CircDateFacts *dates,
                                   const char *today);
gboolean circ_follow_plan (CircStore *store,
                           CircDateFacts *dates,
                           const CircPlanWanted *wanted,
                           const char *today,
                           CircChange *more,
                           GError **error);

G_END_DECLS
