/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-occurrence-ref.h"
#include "circ-occurrence-state.h"
#include "circ-theme-days.h"

G_BEGIN_DECLS

/* One rule of one item. The number of a rule stays when another rule of its item goes. */
typedef struct {
  gint64 item;
  guint rule;
  const CircTiming *timing;
  CircDay active_from; /* or CIRC_DAY_NONE */
  CircDay active_to;
} CircItemTiming;

typedef enum {
  CIRC_EVENT_PLANNED,
  CIRC_EVENT_CONFIRMED,
  CIRC_EVENT_HELD,
  CIRC_EVENT_CANCELLED,
} CircEventStatus;

/* Something with a date: a meeting of a group, the publication of a review. */
typedef struct {
  CircAnchor anchor;
  gint64 id;
  gint64 owner; /* the group that meets, the review that is published; what a timing's anchor_id means. 0 for none */
  CircDay on;   /* where it is now: a moved meeting has its new day */
  gint64 at;    /* its moment, seconds since 1970 UTC, or 0 */
  CircEventStatus status;
} CircEvent;

/* Something that happened: a course was developed, an enquiry came in. */
typedef struct {
  gint64 id;
  gint64 item;         /* 0 for all items that wait for it */
  const char *trigger; /* the token; %NULL: that item was asked for, or its date was agreed */
  CircDay on;
  gint64 at;
} CircTriggerNote;

/* What is already recorded. */
typedef struct {
  gint64 id;
  gint64 item;
  guint rule;
  CircOccurrenceRef ref;
  CircDay due_on;
  gboolean closed;  /* done, not required or cancelled */
  gboolean fixed;   /* its day was set by hand, and stays */
  gboolean dropped; /* not required or cancelled: nothing follows it */
} CircRecordedOccurrence;

/**
 * CircPlanInput:
 * @from: first day asked about
 * @to: last day
 * @today: only what is still to come is provisional
 *
 * All that a year of occurrences is made from. Everything is borrowed. The events have to hold each one that an open
 * recorded occurrence hangs on: one that is missing is gone.
 */
typedef struct {
  CircWorkingDays *working_days;
  CircCalendar calendar;
  CircDay from;
  CircDay to;
  CircDay today;
  const CircItemTiming *timings;
  guint n_timings;
  const CircEvent *events;
  guint n_events;
  const CircTriggerNote *triggers;
  guint n_triggers;
  GPtrArray *theme_days; /* (nullable) (element-type CircThemeDay) */
  const CircRecordedOccurrence *recorded;
  guint n_recorded;
} CircPlanInput;

typedef enum {
  CIRC_PLAN_NEW,       /* not recorded yet */
  CIRC_PLAN_KEPT,      /* recorded, as it is */
  CIRC_PLAN_MOVED,     /* recorded and open: its day is another now */
  CIRC_PLAN_CANCELLED, /* recorded and open: what it hung on is cancelled or gone */
} CircPlanChange;

typedef enum {
  CIRC_CANCELLED_EVENT, /* the meeting does not take place */
  CIRC_CANCELLED_RULE,  /* the plan no longer asks for it */
} CircCancelReason;

/**
 * CircPlannedOccurrence:
 * @recorded: its id, or 0
 * @dates: of a recorded one that is closed, only the day that it was due
 * @lead_from: from when on it counts as due: five working days before plan-by (DOMAIN 4.4)
 * @reason: of a cancelled one
 */
typedef struct {
  gint64 item;
  guint rule;
  CircOccurrenceRef ref;
  gint64 recorded;
  gboolean closed;
  gboolean dropped;
  CircTimingDates dates;
  CircDay lead_from;
  CircPlanChange change;
  CircCancelReason reason;
  CircWaiting waiting;
} CircPlannedOccurrence;

GArray *circ_occurrence_plan (const CircPlanInput *input);

CircOccurrenceState circ_planned_occurrence_get_state (const CircPlannedOccurrence *self,
                                                       CircDay today);
const char *circ_cancel_reason_get_title (CircCancelReason reason);

G_END_DECLS
