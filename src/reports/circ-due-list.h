/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-occurrence-plan.h"
#include "circ-plan-facts.h"

G_BEGIN_DECLS

/**
 * CircDueLine:
 * @occurrence: (owned): the recorded occurrence, or one as it will be recorded, with the id 0
 * @item: (owned): its plan item
 * @state: on the day asked about
 * @provisional: its date is still to come, and rests on something that is not certain
 * @waiting: what a line without a date waits for
 * @trigger: (nullable) (owned): of CIRC_WAITING_TRIGGER, the token of what has to happen; %NULL: somebody asks for it
 * @late: of CIRC_WAITING_DATE, that one should have been agreed by now
 * @anchor, @anchor_id: of CIRC_WAITING_EVENT, what has to be in the calendar, and the group that is to meet or 0
 * @rule: the number of its rule, 0 for one that was recorded by hand
 */
typedef struct {
  CircRecord *occurrence;
  CircRecord *item;
  CircOccurrenceState state;
  gboolean provisional;
  CircWaiting waiting;
  char *trigger;
  gboolean late;
  CircAnchor anchor;
  gint64 anchor_id;
  guint rule;
} CircDueLine;

void circ_due_line_free (CircDueLine *line);
/* Id of the meeting or the theme day that it hangs on, or 0. */
gint64 circ_due_line_get_anchor (const CircDueLine *line);

/* All occurrences of the items in use: what is recorded, what is to come in @span, and what waits. */
GPtrArray *circ_due_list_new (CircStore *store,
                              const char *from,
                              const char *to,
                              const char *today,
                              GError **error);

/* Of more items than these a worker finds what waits: a tenth of a second for a thousand. */
#define CIRC_WAITING_MANY 2000

/* @line: is freed after the call */
typedef void (*CircDueFunc) (const CircDueLine *line,
                             gpointer data);

/* Those alone that wait for a trigger, an event, a date or a timing, without reading all that is recorded. */
gboolean circ_due_list_find_waiting (CircStore *store,
                                     const char *today,
                                     CircDueFunc func,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);

/* From the first day of the reporting year of @today, until a year after @today. */
void circ_due_list_get_span (CircStore *store,
                             const char *today,
                             char from[11],
                             char to[11]);

gboolean circ_due_list_get_horizon (CircStore *store,
                                    const char *today,
                                    char from[11],
                                    char to[11],
                                    GError **error);

/* Occurrences that are neither done, nor not required, nor cancelled. */
void circ_due_where_open (CircQuery *occurrences);

/**
 * CircTodayGroup:
 *
 * The groups of the Today page, in order. Those of records are asked from the store, so that a file of 100,000 occurrences
 * opens at once: hand circ_today_dup_query() to a CircRecordList. The others come from the rules of the items.
 */
typedef enum {
  CIRC_TODAY_OVERDUE,
  CIRC_TODAY_TODAY,
  CIRC_TODAY_WEEK,      /* later this week, until Sunday */
  CIRC_TODAY_FORTNIGHT, /* after this week, due or to be aimed for within fourteen days */
  CIRC_TODAY_RETURNS,   /* cascade returns that agencies owe */
  CIRC_TODAY_FORMATS,   /* requests for a format that are open */
  CIRC_TODAY_AWAITING_TRIGGER,
  CIRC_TODAY_DATE_NEEDED,
  CIRC_N_TODAY_GROUPS,
} CircTodayGroup;

const char *circ_today_group_get_title (CircTodayGroup group);
CircQuery *circ_today_dup_query (CircTodayGroup group,
                                 const char *today);
/* How many are overdue or due today: what a notification at start says. -1 with @error. */
gint64 circ_today_count_pressing (CircStore *store,
                                  const char *today,
                                  GError **error);

G_END_DECLS
