/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-date-facts.h"
#include "circ-occurrence-plan.h"

G_BEGIN_DECLS

/* An ISO day as a number is written often; this is no place for a heap of texts. */
typedef struct {
  CircDay from;
  CircDay to;
} CircPlanSpan;

/**
 * CircPlanSource:
 * @input: ready for circ_occurrence_plan(); all that it borrows is owned here
 * @records: (element-type CircRecord): the recorded occurrences, without those that are withdrawn
 * @withdrawn: (element-type utf8 CircRecord): occurrences that the calendar cancelled, by circ_plan_source_dup_key(): they
 *   come back when what they hung on does, so the plan does not count them as recorded
 * @notes: (element-type gint64 CircRecord): what happened, by id
 * @items: (element-type gint64 CircRecord): the items, by id
 *
 * A plan, its calendar and what is recorded, gathered from a store.
 */
typedef struct {
  CircPlanInput input;
  GArray *timings;
  GArray *events;
  GArray *triggers;
  GArray *recorded;
  GPtrArray *rules;
  GPtrArray *records;
  GHashTable *by_id;
  GHashTable *withdrawn;
  GHashTable *notes;
  GHashTable *items;
} CircPlanSource;

/* What is wanted of a plan. */
typedef struct {
  GHashTable *items;    /* (nullable) (element-type gint64): only these; %NULL for all in use */
  GHashTable *meetings; /* (nullable) (element-type gint64): only what hangs on these */
  gboolean only_triggered; /* of what is recorded, only what something set off */
  gboolean unread;         /* also what the words of items give that no program has read yet: for those who only look */
  gint64 first;            /* id: of all items, those from this one to @last, and what they follow; 0 for each of them */
  gint64 last;             /* only with only_triggered */
} CircPlanWanted;

CircPlanSource *circ_plan_source_new (CircStore *store,
                                      CircDateFacts *dates,
                                      const CircPlanWanted *wanted,
                                      const CircPlanSpan *span,
                                      CircDay today,
                                      GError **error);
void circ_plan_source_free (CircPlanSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircPlanSource, circ_plan_source_free)

CircRecord *circ_plan_source_get_record (CircPlanSource *self,
                                         gint64 occurrence);
CircRecord *circ_planned_occurrence_to_record (CircPlanSource *self,
                                               const CircPlannedOccurrence *planned);
char *circ_plan_source_dup_key (gint64 item,
                                guint rule,
                                const char *ref);

G_END_DECLS
