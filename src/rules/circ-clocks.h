/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-rule-pack.h"

G_BEGIN_DECLS

/* A moment as seconds since 1970 UTC, and as a clock in London shows it. */
gboolean circ_moment_from_iso (const char *iso,
                               gint64 *moment);
char *circ_moment_dup_london (gint64 moment);
CircDay circ_moment_get_day (gint64 moment);
int circ_moment_get_offset (gint64 moment);

CircDay circ_clock_add (CircWorkingDays *working_days,
                        CircCalendar calendar,
                        CircDay from,
                        int n,
                        CircUnit unit);

/* The clocks of DOMAIN 5.4. None of them knows the office's own closures. */
CircDay circ_clock_serious_incident_due (CircWorkingDays *working_days,
                                         const CircRulePack *pack,
                                         CircDay aware_on);
CircDay circ_clock_rapid_review_due (CircWorkingDays *working_days,
                                     const CircRulePack *pack,
                                     CircDay started_on);
CircDay circ_clock_child_review_due (CircWorkingDays *working_days,
                                     const CircRulePack *pack,
                                     CircDay decided_on);
CircDay circ_clock_adults_review_due (CircWorkingDays *working_days,
                                      const CircRulePack *pack,
                                      CircDay decided_on);
CircDay circ_clock_subject_access_due (CircWorkingDays *working_days,
                                       const CircRulePack *pack,
                                       CircDay received_on,
                                       gboolean extended);
CircDay circ_clock_freedom_of_information_due (CircWorkingDays *working_days,
                                               const CircRulePack *pack,
                                               CircDay received_on);
gint64 circ_clock_breach_notice_due (const CircRulePack *pack,
                                     gint64 aware_at);

G_END_DECLS
