/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of this morning: those with a date as questions to the store, the others from the rules of the items. */
#include "config.h"

#include "circ-due-list.h"

#include <glib/gi18n-lib.h>

#include "circ-cascade-return.h"
#include "circ-date.h"
#include "circ-format-request.h"
#include "circ-occurrence.h"

#define FIRST_DAY "0001-01-01"
#define MONTH 31
#define FORTNIGHT 14

const char *
circ_today_group_get_title (CircTodayGroup group)
{
  static const char *const titles[] = {
    [CIRC_TODAY_OVERDUE] = N_ ("Overdue"),
    [CIRC_TODAY_TODAY] = N_ ("Today"),
    [CIRC_TODAY_WEEK] = N_ ("This week"),
    [CIRC_TODAY_FORTNIGHT] = N_ ("Next fourteen days"),
    [CIRC_TODAY_RETURNS] = N_ ("Cascade returns awaited"),
    [CIRC_TODAY_FORMATS] = N_ ("Format requests"),
    [CIRC_TODAY_AWAITING_TRIGGER] = N_ ("Awaiting a trigger"),
    [CIRC_TODAY_DATE_NEEDED] = N_ ("Needs a date"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == CIRC_N_TODAY_GROUPS);

  g_return_val_if_fail (group < CIRC_N_TODAY_GROUPS, NULL);
  return _ (titles[group]);
}

void
circ_due_where_open (CircQuery *occurrences)
{
  circ_query_where_blank (occurrences, CIRC_OCCURRENCE_CANCELLED_ON, TRUE);
  circ_query_where_blank (occurrences, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, TRUE);
  circ_query_where_blank (occurrences, CIRC_OCCURRENCE_COMPLETED_ON, TRUE);
}

static CircQuery *
new_open_query (const char *from,
                const char *to)
{
  CircQuery *query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) in_use = circ_query_new (CIRC_KIND_PLAN_ITEM);

  /* What was put away is nobody's to do. */
  circ_query_where_reference (query, CIRC_OCCURRENCE_ITEM, in_use);
  circ_due_where_open (query);
  circ_query_where_between (query, CIRC_OCCURRENCE_DUE_ON, from, to);
  circ_query_sort (query, CIRC_OCCURRENCE_DUE_ON, FALSE);
  /* Both are in the index of what is open, which is then read instead of all that was ever due. */
  circ_query_sort_by_target (query, CIRC_OCCURRENCE_ITEM);
  return query;
}

/* Also what is due up to a month after it and to be aimed for by then, as a campaign of three weeks that begins: that is due
 * too (DOMAIN 4.4). No index has the day to aim for, so what is looked through has an end. */
static CircQuery *
new_fortnight_query (CircDay sunday,
                     CircDay last)
{
  char from[11], to[11], end[11];
  CircQuery *query;
  g_autoptr (CircQuery) due = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) aimed = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_day_to_iso (sunday + 1, from);
  circ_day_to_iso (last, to);
  circ_day_to_iso (last + MONTH, end);
  query = new_open_query (from, end);
  circ_query_where_between (due, CIRC_OCCURRENCE_DUE_ON, FIRST_DAY, to);
  circ_query_where_between (aimed, CIRC_OCCURRENCE_PLAN_BY, FIRST_DAY, to);
  circ_query_where_either (query, due, aimed);
  return query;
}

static CircQuery *
new_returns_query (void)
{
  CircQuery *query = circ_query_new (CIRC_KIND_CASCADE_RETURN);

  circ_query_where_blank (query, CIRC_CASCADE_RETURN_RETURNED_ON, TRUE);
  circ_query_where_blank (query, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, TRUE);
  circ_query_sort (query, CIRC_CASCADE_RETURN_DUE_ON, FALSE);
  return query;
}

/* Until it says when it was supplied, or why it cannot be. */
static CircQuery *
new_formats_query (void)
{
  CircQuery *query = circ_query_new (CIRC_KIND_FORMAT_REQUEST);

  circ_query_where_blank (query, CIRC_FORMAT_REQUEST_SUPPLIED_ON, TRUE);
  circ_query_where_blank (query, CIRC_FORMAT_REQUEST_REASON, TRUE);
  circ_query_sort (query, CIRC_FORMAT_REQUEST_NEEDED_BY, FALSE);
  return query;
}

/* (nullable) */
static CircQuery *
new_dated_query (CircTodayGroup group,
                 const char *today)
{
  CircDay day = circ_day_from_iso (today);
  CircDay sunday = day + 7 - circ_day_get_weekday (day);
  CircDay from = day, to = day;
  char from_iso[11], to_iso[11];

  g_return_val_if_fail (day != CIRC_DAY_NONE, NULL);
  if (group == CIRC_TODAY_OVERDUE)
    to = day - 1;
  else if (group == CIRC_TODAY_WEEK)
    {
      from = day + 1;
      to = sunday;
    }
  else if (group == CIRC_TODAY_FORTNIGHT)
    {
      from = sunday + 1;
      to = day + FORTNIGHT;
    }
  if (to < from && group != CIRC_TODAY_OVERDUE)
    return NULL;
  circ_day_to_iso (from, from_iso);
  circ_day_to_iso (to, to_iso);
  if (group == CIRC_TODAY_FORTNIGHT)
    return new_fortnight_query (sunday, to);
  return new_open_query (group == CIRC_TODAY_OVERDUE ? FIRST_DAY : from_iso, to_iso);
}

/**
 * circ_today_dup_query:
 * @group: one of records: before CIRC_TODAY_AWAITING_TRIGGER
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable): the question that the store answers with the group's records, by day: occurrences,
 *   cascade returns or format requests; %NULL where the group can hold none, as "this week" on a Sunday
 */
CircQuery *
circ_today_dup_query (CircTodayGroup group,
                      const char *today)
{
  g_return_val_if_fail (group < CIRC_TODAY_AWAITING_TRIGGER, NULL);

  switch (group)
    {
    case CIRC_TODAY_RETURNS:
      return new_returns_query ();
    case CIRC_TODAY_FORMATS:
      return new_formats_query ();
    case CIRC_TODAY_OVERDUE:
    case CIRC_TODAY_TODAY:
    case CIRC_TODAY_WEEK:
    case CIRC_TODAY_FORTNIGHT:
    case CIRC_TODAY_AWAITING_TRIGGER:
    case CIRC_TODAY_DATE_NEEDED:
    case CIRC_N_TODAY_GROUPS:
    default:
      return new_dated_query (group, today);
    }
}

gint64
circ_today_count_pressing (CircStore *store,
                           const char *today,
                           GError **error)
{
  g_autoptr (CircQuery) query = new_open_query (FIRST_DAY, today);

  return circ_store_count (store, query, error);
}
