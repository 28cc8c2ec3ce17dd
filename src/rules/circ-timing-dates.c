/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-dates.h"

#include "circ-clocks.h"

static CircDay
roll_day (CircWorkingDays *working_days,
          CircCalendar calendar,
          CircRoll roll,
          CircDay day)
{
  switch (roll)
    {
    case CIRC_ROLL_PREVIOUS:
      return circ_working_days_previous (working_days, calendar, CIRC_CLOSURES_COUNT, day);
    case CIRC_ROLL_NEXT:
      return circ_working_days_next (working_days, calendar, CIRC_CLOSURES_COUNT, day);
    case CIRC_ROLL_NONE:
    case CIRC_N_ROLLS:
    default:
      return day;
    }
}

/* Adds to @dates whether a holiday lies between the two days that may still change. */
static void
note_holidays (CircTimingDates *dates,
               CircWorkingDays *working_days,
               CircCalendar calendar,
               CircDay from,
               CircDay to)
{
  dates->provisional |= circ_working_days_is_provisional (working_days, calendar, from, to);
}

/* Hours and minutes count from a time of day; without one, in whole days that keep the rule. */
static void
count_from (const CircTiming *self,
            CircWorkingDays *working_days,
            CircCalendar calendar,
            CircDay anchor,
            gint64 at,
            int n,
            CircTimingDates *dates)
{
  if ((self->unit == CIRC_UNIT_HOUR || self->unit == CIRC_UNIT_MINUTE) && at != 0)
    {
      dates->due_at = at + (gint64) n * (self->unit == CIRC_UNIT_HOUR ? 3600 : 60);
      dates->due_on = circ_moment_get_day (dates->due_at);
      return;
    }
  dates->due_on = circ_clock_add (working_days, calendar, anchor, n, self->unit);
  if (self->unit == CIRC_UNIT_WORKING_DAY)
    note_holidays (dates, working_days, calendar, anchor, dates->due_on);
}

/**
 * circ_timing_date_from_anchor:
 * @self: a timing of a kind that follows an event, a trigger, an agreement or another item
 * @working_days: the calendars
 * @calendar: whose working days
 * @anchor: the day of the event
 * @at: its moment, in seconds since 1970 UTC, or 0 when only the day is known
 * @dates: (out): set only on success
 *
 * Returns: FALSE for the other kinds
 */
gboolean
circ_timing_date_from_anchor (const CircTiming *self,
                              CircWorkingDays *working_days,
                              CircCalendar calendar,
                              CircDay anchor,
                              gint64 at,
                              CircTimingDates *dates)
{
  *dates = (CircTimingDates) { .due_on = anchor };
  switch (self->kind)
    {
    case CIRC_TIMING_BEFORE_EVENT:
      count_from (self, working_days, calendar, anchor, at, -self->offset, dates);
      break;
    case CIRC_TIMING_AFTER_EVENT:
    case CIRC_TIMING_LINKED:
    case CIRC_TIMING_IMMEDIATE:
      count_from (self, working_days, calendar, anchor, at, self->offset, dates);
      break;
    case CIRC_TIMING_SAME_DAY:
    case CIRC_TIMING_AGREED_DATE:
      break;
    case CIRC_TIMING_ON_EVENT:
    case CIRC_TIMING_AS_REQUIRED:
    case CIRC_TIMING_ON_REQUEST:
      dates->due_on = circ_working_days_add (working_days, calendar, CIRC_CLOSURES_IGNORED, anchor, self->target_days);
      note_holidays (dates, working_days, calendar, anchor, dates->due_on);
      break;
    default:
      return FALSE;
    }
  dates->from = dates->plan_by = dates->due_on;
  /* What waits for a trigger is answered at once or within a local target; that day is the day to aim for. */
  if (self->kind == CIRC_TIMING_ON_EVENT || self->kind == CIRC_TIMING_IMMEDIATE ||
      self->kind == CIRC_TIMING_AS_REQUIRED || self->kind == CIRC_TIMING_ON_REQUEST)
    return TRUE;
  dates->plan_by = roll_day (working_days, calendar, self->roll, dates->due_on);
  if (self->kind == CIRC_TIMING_AFTER_EVENT)
    dates->plan_by = MAX (dates->plan_by, MIN (anchor, dates->due_on));
  note_holidays (dates, working_days, calendar, dates->plan_by, dates->due_on);
  return TRUE;
}

/**
 * circ_timing_dates_set_span:
 * @dates: to fill
 * @working_days: the calendars
 * @calendar: whose working days
 * @from: the first day of it
 * @to: the last
 * @lead_days: working days of preparation
 * @roll: where plan-by goes when there is no preparation
 *
 * A day of the year, or several: what is due is over with the last, and is planned by the first.
 */
void
circ_timing_dates_set_span (CircTimingDates *dates,
                            CircWorkingDays *working_days,
                            CircCalendar calendar,
                            CircDay from,
                            CircDay to,
                            int lead_days,
                            CircRoll roll)
{
  *dates = (CircTimingDates) { .from = from, .due_on = to };
  if (lead_days > 0)
    dates->plan_by = circ_working_days_add (working_days, calendar, CIRC_CLOSURES_COUNT, from, -lead_days);
  else
    dates->plan_by = roll_day (working_days, calendar, roll, from);
  note_holidays (dates, working_days, calendar, dates->plan_by, from);
}

/**
 * circ_timing_span_in_year:
 * @self: a timing of a kind that comes once a year
 * @year: in which it begins
 * @from: (out): its first day
 * @to: (out): its last
 *
 * Returns: FALSE for the other kinds, and when the year has no such day
 */
gboolean
circ_timing_span_in_year (const CircTiming *self,
                          int year,
                          CircDay *from,
                          CircDay *to)
{
  int length = 1;

  if (year < CIRC_DAY_FIRST_YEAR || year >= CIRC_DAY_LAST_YEAR)
    return FALSE;
  switch (self->kind)
    {
    case CIRC_TIMING_FIXED_DATE:
      *from = circ_day_of_year (year, self->month, self->day);
      break;
    case CIRC_TIMING_FIXED_RANGE:
      *from = circ_day_of_year (year, self->month, self->day);
      *to = circ_day_of_year (year, self->month_to, self->day_to);
      /* From December into January. */
      if (*to < *from)
        *to = circ_day_of_year (year + 1, self->month_to, self->day_to);
      return *from != CIRC_DAY_NONE && *to != CIRC_DAY_NONE;
    case CIRC_TIMING_MONTH_WINDOW:
      *from = circ_day_of_year (year, self->month, 1);
      length = circ_day_month_length (year, self->month);
      break;
    case CIRC_TIMING_NTH_WEEKDAY:
      *from = circ_day_nth_weekday (year, self->month, self->weekday, self->ordinal);
      length = self->length_days;
      break;
    case CIRC_TIMING_WEEKDAY_IN_WINDOW:
      *from = circ_day_weekday_in_window (year, self->month, self->weekday, self->window_from, self->window_to);
      break;
    case CIRC_TIMING_EASTER_RELATIVE:
      *from = circ_day_easter (year);
      if (*from != CIRC_DAY_NONE)
        *from += self->easter_offset;
      break;
    default:
      return FALSE;
    }
  *to = *from + length - 1;
  return *from != CIRC_DAY_NONE;
}

/**
 * circ_timing_date_in_year:
 * @self: a timing of a kind that comes once a year
 * @working_days: the calendars
 * @calendar: whose working days
 * @year: in which it begins
 * @dates: (out): set only on success
 *
 * Returns: FALSE for the other kinds, and when the year has no such day
 */
gboolean
circ_timing_date_in_year (const CircTiming *self,
                          CircWorkingDays *working_days,
                          CircCalendar calendar,
                          int year,
                          CircTimingDates *dates)
{
  CircDay from, to;

  if (!circ_timing_span_in_year (self, year, &from, &to))
    return FALSE;
  circ_timing_dates_set_span (dates, working_days, calendar, from, to, self->lead_days, self->roll);
  if (self->kind == CIRC_TIMING_MONTH_WINDOW)
    {
      /* Any day of the month will do: aim for its last working day. */
      dates->plan_by = MAX (from, roll_day (working_days, calendar, CIRC_ROLL_PREVIOUS, to));
      dates->provisional = FALSE;
      note_holidays (dates, working_days, calendar, dates->plan_by, to);
    }
  return TRUE;
}

/**
 * circ_timing_date_in_series:
 * @self: a timing that recurs, or one that goes on and is reviewed
 * @working_days: the calendars
 * @calendar: whose working days
 * @start: where the series is counted from
 * @number: which of it; 0 is @start itself
 * @dates: (out): set only on success
 *
 * Returns: FALSE for the other kinds, without a frequency, and after the last
 */
gboolean
circ_timing_date_in_series (const CircTiming *self,
                            CircWorkingDays *working_days,
                            CircCalendar calendar,
                            CircDay start,
                            guint number,
                            CircTimingDates *dates)
{
  int months = 0, days = 0;

  if (self->kind == CIRC_TIMING_ONGOING)
    months = self->review_every_months;
  else if (self->kind == CIRC_TIMING_RECURRING && (self->times == 0 || number < (guint) self->times))
    {
      months = circ_frequency_get_months (self->frequency);
      days = circ_frequency_get_days (self->frequency);
    }
  if (months == 0 && days == 0)
    return FALSE;
  /* Always from the start: each counted from the one before would drift at the end of a short month. */
  *dates = (CircTimingDates) {
    .due_on = months > 0 ? circ_day_add_months (start, months * (int) number) : start + days * (int) number,
    .period = months * 30 + days,
  };
  if (dates->due_on == CIRC_DAY_NONE)
    return FALSE;
  dates->from = dates->due_on;
  dates->plan_by = roll_day (working_days, calendar, self->roll, dates->due_on);
  note_holidays (dates, working_days, calendar, dates->plan_by, dates->due_on);
  return TRUE;
}
