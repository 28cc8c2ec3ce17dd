/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-plan-private.h"

/* In a ref, the rules that an occurrence was followed through are digits of this base. */
#define VIA_BASE 1000

static void
add_event (CircPlanner *planner,
           const CircItemTiming *timing,
           const CircEvent *event)
{
  const CircPlanInput *input = planner->input;
  CircOccurrenceRef ref = { .source = CIRC_SOURCE_EVENT, .id = event->id };
  CircTimingDates dates;
  gboolean certain = event->status == CIRC_EVENT_HELD ||
                     (event->status == CIRC_EVENT_CONFIRMED && !timing->timing->anchor_held);

  if (event->status == CIRC_EVENT_CANCELLED)
    {
      const CircRecordedOccurrence *recorded = circ_planner_find (planner, timing, &ref);

      if (recorded != NULL)
        circ_planner_add_recorded (planner, recorded, recorded->closed ? CIRC_PLAN_KEPT : CIRC_PLAN_CANCELLED, CIRC_CANCELLED_EVENT);
      return;
    }
  if (circ_timing_date_from_anchor (timing->timing, input->working_days, input->calendar, event->on, event->at, &dates))
    circ_planner_add (planner, timing, &ref, &dates, !certain);
}

static void
add_theme_day (CircPlanner *planner,
               const CircItemTiming *timing,
               const CircThemeDay *theme_day,
               int year)
{
  const CircPlanInput *input = planner->input;
  CircOccurrenceRef ref = { .source = CIRC_SOURCE_THEME, .id = theme_day->id, .number = year };
  CircTimingDates dates;
  CircDay from, to;
  gboolean provisional;

  if (!theme_day->active || !circ_theme_day_in_year (theme_day, year, &from, &to, &provisional))
    return;
  if (timing->timing->kind == CIRC_TIMING_THEME_CALENDAR)
    circ_timing_dates_set_span (&dates, input->working_days, input->calendar, from, to, timing->timing->lead_days,
                                CIRC_ROLL_PREVIOUS);
  else if (!circ_timing_date_from_anchor (timing->timing, input->working_days, input->calendar,
                                          timing->timing->kind == CIRC_TIMING_AFTER_EVENT ? to : from, 0, &dates))
    return;
  circ_planner_add (planner, timing, &ref, &dates, provisional);
}

static void
add_theme_days (CircPlanner *planner,
                const CircItemTiming *timing)
{
  const CircTiming *rule = timing->timing;
  int first = circ_day_get_year (planner->input->from) - 1;
  int last = circ_day_get_year (planner->input->to) + 1;

  for (guint i = 0; planner->input->theme_days != NULL && i < planner->input->theme_days->len; i++)
    {
      const CircThemeDay *theme_day = g_ptr_array_index (planner->input->theme_days, i);

      if (!circ_theme_day_has_tag (theme_day, rule->tag) || (rule->anchor_id != 0 && rule->anchor_id != theme_day->id))
        continue;
      for (int year = first; year <= last; year++)
        add_theme_day (planner, timing, theme_day, year);
    }
}

static void
add_anchored (CircPlanner *planner,
              const CircItemTiming *timing)
{
  const CircTiming *rule = timing->timing;
  gboolean ahead = FALSE;

  if (rule->anchor == CIRC_ANCHOR_THEME_DAY)
    {
      add_theme_days (planner, timing);
      return;
    }
  for (guint i = 0; i < planner->input->n_events; i++)
    {
      const CircEvent *event = &planner->input->events[i];

      if (event->anchor != rule->anchor ||
          (rule->anchor_id != 0 && event->owner != rule->anchor_id && event->id != rule->anchor_id))
        continue;
      ahead |= event->status != CIRC_EVENT_CANCELLED && event->on >= planner->input->today;
      add_event (planner, timing, event);
    }
  /* Otherwise nobody would hear of it until somebody remembers to enter the next. */
  if (!ahead)
    circ_planner_add_waiting (planner, timing, CIRC_WAITING_EVENT);
}

static gboolean
is_for (const CircTriggerNote *note,
        const CircItemTiming *timing)
{
  const CircTiming *rule = timing->timing;

  if (note->item != 0 && note->item != timing->item)
    return FALSE;
  if (rule->kind == CIRC_TIMING_ON_EVENT || rule->kind == CIRC_TIMING_IMMEDIATE)
    return note->trigger != NULL && g_str_equal (note->trigger, rule->trigger);
  return note->trigger == NULL && note->item != 0;
}

static void
add_triggered (CircPlanner *planner,
               const CircItemTiming *timing)
{
  const CircPlanInput *input = planner->input;
  gboolean agreed = timing->timing->kind == CIRC_TIMING_AGREED_DATE;
  gboolean open = FALSE;

  for (guint i = 0; i < input->n_triggers; i++)
    {
      const CircTriggerNote *note = &input->triggers[i];
      CircOccurrenceRef ref = { .source = CIRC_SOURCE_TRIGGER, .id = note->id };
      const CircRecordedOccurrence *recorded;
      CircTimingDates dates;

      if (!is_for (note, timing) ||
          !circ_timing_date_from_anchor (timing->timing, input->working_days, input->calendar, note->on, note->at, &dates))
        continue;
      recorded = circ_planner_find (planner, timing, &ref);
      open |= recorded == NULL || !recorded->closed;
      circ_planner_add (planner, timing, &ref, &dates, FALSE);
    }
  /* The next may come at any time; a date has to be agreed only when none is. */
  if (!agreed)
    circ_planner_add_waiting (planner, timing, CIRC_WAITING_TRIGGER);
  else if (!open)
    circ_planner_add_waiting (planner, timing, CIRC_WAITING_DATE);
}

static void
add_years (CircPlanner *planner,
           const CircItemTiming *timing)
{
  const CircPlanInput *input = planner->input;
  int last = circ_day_get_year (input->to) + 1;

  for (int year = circ_day_get_year (input->from) - 1; year <= last; year++)
    {
      CircOccurrenceRef ref = { .source = CIRC_SOURCE_YEAR, .number = year };
      CircTimingDates dates;

      if (circ_timing_date_in_year (timing->timing, input->working_days, input->calendar, year, &dates))
        circ_planner_add (planner, timing, &ref, &dates, FALSE);
    }
}

/* The series begins on its own day, or with the item; what goes on is reviewed first after one period. */
static void
add_series (CircPlanner *planner,
            const CircItemTiming *timing)
{
  const CircPlanInput *input = planner->input;
  const CircTiming *rule = timing->timing;
  CircDay start = rule->anchor_date != CIRC_DAY_NONE ? rule->anchor_date : timing->active_from;
  CircTimingDates dates;
  int days, number;

  if (start == CIRC_DAY_NONE ||
      (rule->kind == CIRC_TIMING_RECURRING && rule->frequency == CIRC_FREQUENCY_NOT_CHOSEN))
    {
      circ_planner_add_waiting (planner, timing, CIRC_WAITING_DATE);
      return;
    }
  days = rule->kind == CIRC_TIMING_ONGOING ? rule->review_every_months * 31
         : circ_frequency_get_days (rule->frequency) + circ_frequency_get_months (rule->frequency) * 31;
  /* No period is longer than this, so none is passed over. */
  number = MAX (rule->kind == CIRC_TIMING_ONGOING ? 1 : 0, (input->from - CIRC_PLAN_MARGIN - start) / days);
  for (;; number++)
    {
      CircOccurrenceRef ref = { .source = CIRC_SOURCE_SERIES, .number = number };

      if (!circ_timing_date_in_series (rule, input->working_days, input->calendar, start, (guint) number, &dates) ||
          dates.due_on > input->to + CIRC_PLAN_MARGIN)
        return;
      circ_planner_add (planner, timing, &ref, &dates, FALSE);
    }
}

/* Follows each dated occurrence of the other item that is there by now, and is not dropped. */
static void
add_linked (CircPlanner *planner,
            const CircItemTiming *timing)
{
  const CircPlanInput *input = planner->input;
  guint n = planner->planned->len;
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const CircPlannedOccurrence *there = &g_array_index (planner->planned, CircPlannedOccurrence, i);
      CircPlannedOccurrence source;
      CircOccurrenceRef ref;
      CircTimingDates dates;

      if (there->item != timing->timing->anchor_id || there->dates.due_on == CIRC_DAY_NONE ||
          there->change == CIRC_PLAN_CANCELLED || there->dropped)
        continue;
      /* A copy: the array moves as it grows. */
      source = *there;
      ref = source.ref;
      ref.via = source.ref.via * VIA_BASE + source.rule % (VIA_BASE - 1) + 1;
      circ_timing_date_from_anchor (timing->timing, input->working_days, input->calendar, source.dates.due_on,
                                    source.dates.due_at, &dates);
      dates.period = source.dates.period;
      circ_planner_add (planner, timing, &ref, &dates, source.dates.provisional);
      found = TRUE;
    }
  if (!found)
    circ_planner_add_waiting (planner, timing, timing->timing->anchor_id == 0 ? CIRC_WAITING_DATE : CIRC_WAITING_TRIGGER);
}

void
circ_planner_add_rule (CircPlanner *planner,
                       const CircItemTiming *timing)
{
  switch (timing->timing->kind)
    {
    case CIRC_TIMING_BEFORE_EVENT:
    case CIRC_TIMING_AFTER_EVENT:
    case CIRC_TIMING_SAME_DAY:
      add_anchored (planner, timing);
      break;
    case CIRC_TIMING_ON_EVENT:
    case CIRC_TIMING_IMMEDIATE:
    case CIRC_TIMING_AGREED_DATE:
    case CIRC_TIMING_AS_REQUIRED:
    case CIRC_TIMING_ON_REQUEST:
      add_triggered (planner, timing);
      break;
    case CIRC_TIMING_FIXED_DATE:
    case CIRC_TIMING_FIXED_RANGE:
    case CIRC_TIMING_MONTH_WINDOW:
    case CIRC_TIMING_NTH_WEEKDAY:
    case CIRC_TIMING_WEEKDAY_IN_WINDOW:
    case CIRC_TIMING_EASTER_RELATIVE:
      add_years (planner, timing);
      break;
    case CIRC_TIMING_RECURRING:
    case CIRC_TIMING_ONGOING:
      add_series (planner, timing);
      break;
    case CIRC_TIMING_THEME_CALENDAR:
      add_theme_days (planner, timing);
      break;
    case CIRC_TIMING_LINKED:
      add_linked (planner, timing);
      break;
    case CIRC_TIMING_UNSPECIFIED:
    case CIRC_N_TIMING_KINDS:
    default:
      circ_planner_add_waiting (planner, timing, CIRC_WAITING_TIMING);
    }
}
