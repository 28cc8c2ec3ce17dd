/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-item-state.h"
#include "circ-store.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_FACTS (circ_plan_facts_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanFacts, circ_plan_facts, CIRC, PLAN_FACTS, GObject)

/**
 * CircPlanFacts:
 *
 * What was recorded for items of the plan in a reporting year: read when first asked for, of all items in a short file
 * and of the one in a long file, and kept until one of its occurrences or pieces of evidence changes. A table of any
 * length asks it for the state of each row that it shows.
 *
 * Signal "changed" (GArray of gint64 ids of items, sorted; NULL when it may be any): their facts may be different; ask again.
 */
CircPlanFacts *circ_plan_facts_new (CircStore *store,
                                    const CircReportYear *year,
                                    const char *today);
void circ_plan_facts_set_year (CircPlanFacts *self,
                               const CircReportYear *year,
                               const char *today);
gboolean circ_plan_facts_load (CircPlanFacts *self,
                               GError **error);

CircItemState circ_plan_facts_get_state (CircPlanFacts *self,
                                         CircRecord *item);
void circ_plan_facts_get (CircPlanFacts *self,
                          CircRecord *item,
                          CircItemFacts *facts);
const char *circ_plan_facts_get_last_done (CircPlanFacts *self,
                                           gint64 item);
const char *circ_plan_facts_get_next_due (CircPlanFacts *self,
                                          gint64 item);
guint circ_plan_facts_get_n_occurrences (CircPlanFacts *self,
                                         gint64 item);
guint circ_plan_facts_get_n_evidence (CircPlanFacts *self,
                                      gint64 occurrence);
CircOccurrenceState circ_plan_facts_get_occurrence_state (CircPlanFacts *self,
                                                          CircRecord *occurrence);

/* One item alone, read at once: for a form that shows a single item. */
gboolean circ_plan_facts_read (CircStore *store,
                               CircRecord *item,
                               const CircReportYear *year,
                               const char *today,
                               CircItemFacts *facts,
                               GError **error);

G_END_DECLS
