/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"
#include "circ-theme-days.h"

G_BEGIN_DECLS

/**
 * CircDateFacts:
 * @calendar: of the partnership
 * @theme_days: (element-type CircThemeDay): of the file, in use
 * @planned_to: ISO date until which occurrences are worked out, or ""
 * @planned_from: the first day that rules are asked about, or CIRC_DAY_NONE: a plan that was kept by hand until then says
 *   what was due before
 *
 * What all dates of a file are counted with: the shipped list of bank holidays, or the newer one that was imported; the
 * days that were added by hand; theme days with the years that are known. Read once, then only asked.
 */
typedef struct {
  CircWorkingDays *working_days;
  CircCalendar calendar;
  GPtrArray *theme_days;
  char planned_to[11];
  CircDay planned_from;
} CircDateFacts;

CircDateFacts *circ_date_facts_new (CircStore *store,
                                    GError **error);
void circ_date_facts_free (CircDateFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircDateFacts, circ_date_facts_free)

void circ_date_facts_span (CircDateFacts *self,
                           CircDay due_on,
                           CircDay *plan_by,
                           CircDay *lead_from);

/* Whether nothing new is worked out for a day, as it lies before planned_from. */
gboolean circ_date_facts_is_before_plan (CircDateFacts *self,
                                         CircDay due_on);

/* Of a plan that was there before anything was worked out: its rules are asked about from @today on. */
void circ_date_facts_begin (CircDateFacts *self,
                            CircStore *store,
                            const char *today);

/* The theme days that come with the program, as records: once for each file. */
gboolean circ_date_facts_set_up (CircStore *store,
                                 GError **error);

/* Seconds since 1970 UTC of a day and of what the clock in London shows, "14:30". 0 for no time. */
gint64 circ_date_facts_get_moment (CircDay day,
                                   const char *time);

/* Statutory settings as the file has them. (transfer full) */
CircRulePack *circ_rule_pack_load (CircStore *store,
                                   GError **error);

G_END_DECLS
