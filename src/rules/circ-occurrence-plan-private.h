/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-occurrence-plan.h"

G_BEGIN_DECLS

/* What is moved into the window, or follows something outside of it, is found this far around it. */
#define CIRC_PLAN_MARGIN 366

/* A hand moves a day this far without making another one of it. */
#define CIRC_MOVED_BY_HAND 62

/* An item that follows one that follows ... this often: more is a circle. */
#define CIRC_DEEPEST_LINK 4

/* circ-occurrence-sources.c knows what a rule gives, circ-occurrence-plan.c what that means for what is recorded. */
typedef struct {
  const CircPlanInput *input;
  GArray *planned;
  GHashTable *recorded; /* of CircRecordedOccurrence: itself, by item, rule and ref; the last of those that have the same */
  guint *others;        /* by place in the input: 1 + the place of another one with the same item, rule and ref, or 0 */
  GHashTable *days;     /* of CircRecordedOccurrence: what is closed of a series, by item, rule and day */
  GHashTable *events;   /* of const CircEvent *, by id */
  gboolean *seen;       /* by place in the input: the recorded ones that a rule still gives */
} CircPlanner;

const CircRecordedOccurrence *circ_planner_find (CircPlanner *planner,
                                                 const CircItemTiming *timing,
                                                 const CircOccurrenceRef *ref);
void circ_planner_add_recorded (CircPlanner *planner,
                                const CircRecordedOccurrence *recorded,
                                CircPlanChange change,
                                CircCancelReason reason);
void circ_planner_add (CircPlanner *planner,
                       const CircItemTiming *timing,
                       const CircOccurrenceRef *ref,
                       const CircTimingDates *dates,
                       gboolean provisional);
void circ_planner_add_waiting (CircPlanner *planner,
                               const CircItemTiming *timing,
                               CircWaiting waiting);
void circ_planner_add_rule (CircPlanner *planner,
                            const CircItemTiming *timing);

G_END_DECLS
