/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-clocks.h"

#define SECONDS_A_DAY 86400

/* GDate's day 1 January 1970. */
#define DAY_OF_EPOCH 719163

/**
 * circ_moment_from_iso:
 * @iso: (nullable): a moment with its offset or a Z
 * @moment: (out): seconds since 1970 UTC, set only on success
 *
 * Returns: whether it is one
 */
gboolean
circ_moment_from_iso (const char *iso,
                      gint64 *moment)
{
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  if (time == NULL)
    return FALSE;
  *moment = g_date_time_to_unix (time);
  return TRUE;
}

static gint64
last_sunday_at_one (int year,
                    int month)
{
  CircDay sunday = circ_day_nth_weekday (year, month, 7, CIRC_DAY_LAST_WEEKDAY);

  return ((gint64) sunday - DAY_OF_EPOCH) * SECONDS_A_DAY + 3600;
}

static gint64
floor_days (gint64 moment)
{
  return moment / SECONDS_A_DAY - (moment % SECONDS_A_DAY < 0 ? 1 : 0);
}

/**
 * circ_moment_get_offset:
 * @moment: seconds since 1970 UTC
 *
 * Returns: seconds by which London's clocks are ahead of UTC: an hour from the last Sunday of March to the last of
 *   October, 01:00 UTC (Summer Time Order 2002). Computed here, because a small system may come without time zones.
 */
int
circ_moment_get_offset (gint64 moment)
{
  int year = circ_day_get_year ((CircDay) (floor_days (moment) + DAY_OF_EPOCH));

  return moment >= last_sunday_at_one (year, 3) && moment < last_sunday_at_one (year, 10) ? 3600 : 0;
}

/* Returns: the date in London. */
CircDay
circ_moment_get_day (gint64 moment)
{
  return (CircDay) (floor_days (moment + circ_moment_get_offset (moment)) + DAY_OF_EPOCH);
}

/* Returns: (transfer full): "2027-03-29T11:00+01:00", as London's clocks show it. */
char *
circ_moment_dup_london (gint64 moment)
{
  int offset = circ_moment_get_offset (moment);
  CircDay day = circ_moment_get_day (moment);
  int minutes = (int) ((moment + offset) - ((gint64) day - DAY_OF_EPOCH) * SECONDS_A_DAY) / 60;
  char iso[11];

  circ_day_to_iso (day, iso);
  return g_strdup_printf ("%sT%02d:%02d+%02d:00", iso, minutes / 60, minutes % 60, offset / 3600);
}

/**
 * circ_clock_add:
 * @working_days: the calendars
 * @calendar: whose working days
 * @from: the day that counts as 0
 * @n: how many, below zero for back
 * @unit: what; hours and minutes count as the whole days that they fill
 *
 * Returns: the day that many units later
 */
CircDay
circ_clock_add (CircWorkingDays *working_days,
                CircCalendar calendar,
                CircDay from,
                int n,
                CircUnit unit)
{
  switch (unit)
    {
    case CIRC_UNIT_WORKING_DAY:
      return circ_working_days_add (working_days, calendar, CIRC_CLOSURES_IGNORED, from, n);
    case CIRC_UNIT_MONTH:
      return circ_day_add_months (from, n);
    case CIRC_UNIT_WEEK:
      return from + n * 7;
    case CIRC_UNIT_HOUR:
    case CIRC_UNIT_MINUTE:
      {
        int a_day = unit == CIRC_UNIT_HOUR ? 24 : 24 * 60;

        /* 36 hours before a day is two days before it: the earlier is the one that keeps the rule. */
        return from + n / a_day - (n % a_day < 0 ? 1 : 0);
      }
    case CIRC_UNIT_CALENDAR_DAY:
    case CIRC_N_UNITS:
    default:
      return from + n;
    }
}

static CircDay
add_rule (CircWorkingDays *working_days,
          const CircRulePack *pack,
          CircRule rule,
          CircDay from)
{
  return circ_clock_add (working_days, CIRC_CALENDAR_ENGLAND_AND_WALES, from, circ_rule_pack_get_number (pack, rule),
                         circ_rule_pack_get_unit (pack, rule));
}

CircDay
circ_clock_serious_incident_due (CircWorkingDays *working_days,
                                 const CircRulePack *pack,
                                 CircDay aware_on)
{
  return add_rule (working_days, pack, CIRC_RULE_SIN_DUE, aware_on);
}

/* @started_on is what the pack's rapid_review_clock_start names. */
CircDay
circ_clock_rapid_review_due (CircWorkingDays *working_days,
                             const CircRulePack *pack,
                             CircDay started_on)
{
  return add_rule (working_days, pack, CIRC_RULE_RAPID_REVIEW_DUE, started_on);
}

CircDay
circ_clock_child_review_due (CircWorkingDays *working_days,
                             const CircRulePack *pack,
                             CircDay decided_on)
{
  return add_rule (working_days, pack, CIRC_RULE_LCSPR_COMPLETE_AND_PUBLISH, decided_on);
}

CircDay
circ_clock_adults_review_due (CircWorkingDays *working_days,
                              const CircRulePack *pack,
                              CircDay decided_on)
{
  return add_rule (working_days, pack, CIRC_RULE_SAR_COMPLETE, decided_on);
}

/**
 * circ_clock_subject_access_due:
 * @working_days: the calendars
 * @pack: the settings
 * @received_on: when it came, or when the identity was confirmed where that had to be asked
 * @extended: whether the time was extended
 *
 * Returns: the same day of a later month, or that month's last; on a day that is not worked on, the next that is. The
 *   months are counted together: an extension does not count on from a day that was moved.
 */
CircDay
circ_clock_subject_access_due (CircWorkingDays *working_days,
                               const CircRulePack *pack,
                               CircDay received_on,
                               gboolean extended)
{
  int n = circ_rule_pack_get_number (pack, CIRC_RULE_DSAR_DUE) +
          (extended ? circ_rule_pack_get_number (pack, CIRC_RULE_DSAR_EXTENSION) : 0);
  CircDay due = circ_clock_add (working_days, CIRC_CALENDAR_ENGLAND_AND_WALES, received_on, n,
                                circ_rule_pack_get_unit (pack, CIRC_RULE_DSAR_DUE));

  return circ_working_days_next (working_days, CIRC_CALENDAR_ENGLAND_AND_WALES, CIRC_CLOSURES_IGNORED, due);
}

/* A bank holiday anywhere in the kingdom stops this clock (Freedom of Information Act 2000, section 10(6)). */
CircDay
circ_clock_freedom_of_information_due (CircWorkingDays *working_days,
                                       const CircRulePack *pack,
                                       CircDay received_on)
{
  return circ_clock_add (working_days, CIRC_CALENDAR_UK_ANY, received_on,
                         circ_rule_pack_get_number (pack, CIRC_RULE_FOI_DUE),
                         circ_rule_pack_get_unit (pack, CIRC_RULE_FOI_DUE));
}

/* Hours that pass, over nights, holidays and the change of the clocks. */
gint64
circ_clock_breach_notice_due (const CircRulePack *pack,
                              gint64 aware_at)
{
  gint64 number = circ_rule_pack_get_number (pack, CIRC_RULE_BREACH_NOTICE);

  switch (circ_rule_pack_get_unit (pack, CIRC_RULE_BREACH_NOTICE))
    {
    case CIRC_UNIT_MINUTE:
      return aware_at + number * 60;
    case CIRC_UNIT_HOUR:
      return aware_at + number * 3600;
    default:
      return aware_at + number * SECONDS_A_DAY;
    }
}
