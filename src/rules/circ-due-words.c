/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-due-words.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-day.h"

/* Up to here days are easier to take in than weeks. */
#define MOST_DAYS_LATE 13
#define DAYS_OF_WEEK 7

/**
 * circ_due_words:
 * @due_on: (nullable): ISO date
 * @today: ISO date
 *
 * Returns: (transfer full): how a day reads to somebody who looks at what is to be done: "3 days late", "Today", "Tomorrow",
 *   "Fri 4 Dec"; "" without a day
 */
char *
circ_due_words (const char *due_on,
                const char *today)
{
  CircDay due = circ_day_from_iso (due_on);
  CircDay now = circ_day_from_iso (today);
  int late;

  if (due == CIRC_DAY_NONE || now == CIRC_DAY_NONE)
    return g_strdup ("");
  late = now - due;
  if (late > MOST_DAYS_LATE)
    /* translators: %d is a whole number of weeks, two at least */
    return g_strdup_printf (ngettext ("%d week late", "%d weeks late", late / DAYS_OF_WEEK), late / DAYS_OF_WEEK);
  if (late > 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", late), late);
  if (late == 0)
    return g_strdup (_ ("Today"));
  if (late == -1)
    return g_strdup (_ ("Tomorrow"));
  return circ_date_format_short (due_on, today);
}
