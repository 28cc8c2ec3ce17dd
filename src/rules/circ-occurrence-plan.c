/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-plan.h"

#include <glib/gi18n-lib.h>

#include "circ-occurrence-plan-private.h"

static guint
recorded_hash (gconstpointer key)
{
  const CircRecordedOccurrence *recorded = key;

  return circ_occurrence_ref_hash (&recorded->ref) * 31 + (guint) recorded->item * 8191 + recorded->rule;
}

static gboolean
recorded_equal (gconstpointer a,
                gconstpointer b)
{
  const CircRecordedOccurrence *first = a;
  const CircRecordedOccurrence *second = b;

  return first->item == second->item && first->rule == second->rule &&
         circ_occurrence_ref_equal (&first->ref, &second->ref);
}

static guint
day_hash (gconstpointer key)
{
  const CircRecordedOccurrence *recorded = key;

  return ((guint) recorded->item * 8191 + recorded->rule) * 31 + (guint) recorded->due_on;
}

static gboolean
day_equal (gconstpointer a,
           gconstpointer b)
{
  const CircRecordedOccurrence *first = a;
  const CircRecordedOccurrence *second = b;

  return first->item == second->item && first->rule == second->rule && first->ref.via == second->ref.via &&
         first->due_on == second->due_on;
}

/* Of a series that was changed, what is closed and what is new may have the same number. */
static void
add_to_index (CircPlanner *planner,
              guint place)
{
  const CircRecordedOccurrence *recorded = &planner->input->recorded[place];
  const CircRecordedOccurrence *other = g_hash_table_lookup (planner->recorded, recorded);

  planner->others[place] = other != NULL ? (guint) (other - planner->input->recorded) + 1 : 0;
  g_hash_table_add (planner->recorded, (gpointer) recorded);
  if (recorded->ref.source == CIRC_SOURCE_SERIES && recorded->closed && !recorded->fixed)
    g_hash_table_add (planner->days, (gpointer) recorded);
}

const CircRecordedOccurrence *
circ_planner_find (CircPlanner *planner,
                   const CircItemTiming *timing,
                   const CircOccurrenceRef *ref)
{
  CircRecordedOccurrence key = { .item = timing->item, .rule = timing->rule, .ref = *ref };

  return planner->input->n_recorded > 0 ? g_hash_table_lookup (planner->recorded, &key) : NULL;
}

/* Whether @recorded still is the one of its number, which the series now gives on @due_on. What is open moves there. What
 * stays where it is has to lie near: otherwise the series has been changed, and its number means another day. */
static gboolean
is_same_of_series (const CircRecordedOccurrence *recorded,
                   CircDay due_on,
                   int period)
{
  int apart = ABS (recorded->due_on - due_on);

  if (recorded->due_on == CIRC_DAY_NONE)
    return TRUE;
  if (recorded->fixed)
    return apart <= MAX (period, CIRC_MOVED_BY_HAND);
  return !recorded->closed || apart * 2 < period;
}

/* What is closed of a series is known by its day, whatever number the day has by now. */
static const CircRecordedOccurrence *
find_in_series (CircPlanner *planner,
                const CircItemTiming *timing,
                const CircOccurrenceRef *ref,
                const CircTimingDates *dates)
{
  const CircRecordedOccurrence *all = planner->input->recorded;
  CircRecordedOccurrence key = { .item = timing->item, .rule = timing->rule, .ref = *ref, .due_on = dates->due_on };
  const CircRecordedOccurrence *found = g_hash_table_lookup (planner->days, &key);
  const CircRecordedOccurrence *best = NULL;

  if (found != NULL && !planner->seen[found - all])
    return found;
  found = circ_planner_find (planner, timing, ref);
  while (found != NULL)
    {
      guint other = planner->others[found - all];
      gboolean stays = found->closed || found->fixed;

      if (!planner->seen[found - all] && is_same_of_series (found, dates->due_on, dates->period) &&
          (best == NULL || (stays && !(best->closed || best->fixed)) ||
           (stays == (best->closed || best->fixed) &&
            ABS (found->due_on - dates->due_on) < ABS (best->due_on - dates->due_on))))
        best = found;
      found = other > 0 ? &all[other - 1] : NULL;
    }
  return best;
}

void
circ_planner_add_recorded (CircPlanner *planner,
                           const CircRecordedOccurrence *recorded,
                           CircPlanChange change,
                           CircCancelReason reason)
{
  CircPlannedOccurrence planned = {
    .item = recorded->item,
    .rule = recorded->rule,
    .ref = recorded->ref,
    .recorded = recorded->id,
    .closed = recorded->closed,
    .dropped = recorded->dropped,
    .dates = { .from = recorded->due_on, .due_on = recorded->due_on, .plan_by = recorded->due_on },
    .lead_from = recorded->due_on,
    .change = change,
    .reason = reason,
    .waiting = recorded->due_on != CIRC_DAY_NONE || recorded->closed ? CIRC_WAITING_NONE : CIRC_WAITING_DATE,
  };

  if (!recorded->closed && recorded->due_on != CIRC_DAY_NONE)
    {
      planned.dates.plan_by = circ_working_days_previous (planner->input->working_days, planner->input->calendar,
                                                          CIRC_CLOSURES_COUNT, recorded->due_on);
      planned.lead_from = circ_working_days_add (planner->input->working_days, planner->input->calendar,
                                                 CIRC_CLOSURES_COUNT, planned.dates.plan_by, -CIRC_LEAD_DAYS);
    }
  planner->seen[recorded - planner->input->recorded] = TRUE;
  g_array_append_val (planner->planned, planned);
}

/* Adds what a rule gives: as new, or as the change to what is recorded of it. */
void
circ_planner_add (CircPlanner *planner,
                  const CircItemTiming *timing,
                  const CircOccurrenceRef *ref,
                  const CircTimingDates *dates,
                  gboolean provisional)
{
  const CircRecordedOccurrence *recorded = ref->source == CIRC_SOURCE_SERIES ? find_in_series (planner, timing, ref, dates)
                                           : circ_planner_find (planner, timing, ref);
  CircPlannedOccurrence planned = { .item = timing->item, .rule = timing->rule, .ref = *ref, .dates = *dates };

  if (recorded != NULL && (recorded->closed || recorded->fixed))
    {
      circ_planner_add_recorded (planner, recorded, CIRC_PLAN_KEPT, 0);
      g_array_index (planner->planned, CircPlannedOccurrence, planner->planned->len - 1).dates.period = dates->period;
      return;
    }
  /* What falls out of the item's time in the plan is left to be cancelled. */
  if ((timing->active_from != CIRC_DAY_NONE && dates->due_on < timing->active_from) ||
      (timing->active_to != CIRC_DAY_NONE && dates->due_on > timing->active_to))
    return;
  planned.dates.provisional = (provisional || dates->provisional) && dates->due_on >= planner->input->today;
  planned.lead_from = circ_working_days_add (planner->input->working_days, planner->input->calendar,
                                             CIRC_CLOSURES_COUNT, dates->plan_by, -CIRC_LEAD_DAYS);
  if (recorded != NULL)
    {
      planned.recorded = recorded->id;
      planned.change = recorded->due_on == dates->due_on ? CIRC_PLAN_KEPT : CIRC_PLAN_MOVED;
      planner->seen[recorded - planner->input->recorded] = TRUE;
    }
  g_array_append_val (planner->planned, planned);
}

void
circ_planner_add_waiting (CircPlanner *planner,
                          const CircItemTiming *timing,
                          CircWaiting waiting)
{
  CircPlannedOccurrence planned = {
    .item = timing->item,
    .rule = timing->rule,
    .ref = { .source = CIRC_SOURCE_WAITING },
    .waiting = waiting,
  };
  const CircRecordedOccurrence *recorded = circ_planner_find (planner, timing, &planned.ref);

  if (timing->active_to != CIRC_DAY_NONE && timing->active_to < planner->input->from)
    return;
  if (recorded != NULL)
    {
      planned.recorded = recorded->id;
      planned.closed = recorded->closed;
      planned.change = CIRC_PLAN_KEPT;
      planner->seen[recorded - planner->input->recorded] = TRUE;
    }
  g_array_append_val (planner->planned, planned);
}

/* How many items a rule follows in a row; one that is in a circle comes out deeper than any chain. */
static int *
find_depths (const CircPlanInput *input)
{
  int *depths = g_new0 (int, input->n_timings);
  g_autoptr (GHashTable) of_items = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (int round = 0; round <= CIRC_DEEPEST_LINK; round++)
    {
      for (guint i = 0; i < input->n_timings; i++)
        if (input->timings[i].timing->kind == CIRC_TIMING_LINKED)
          depths[i] = 1 + GPOINTER_TO_INT (g_hash_table_lookup (of_items, &input->timings[i].timing->anchor_id));
      for (guint i = 0; i < input->n_timings; i++)
        {
          const gint64 *item = &input->timings[i].item;

          if (depths[i] > GPOINTER_TO_INT (g_hash_table_lookup (of_items, item)))
            g_hash_table_insert (of_items, (gpointer) item, GINT_TO_POINTER (depths[i]));
        }
    }
  return depths;
}

/* An item that follows another comes after it. */
static void
add_rules (CircPlanner *planner)
{
  const CircPlanInput *input = planner->input;
  g_autofree int *depths = find_depths (input);

  for (int depth = 0; depth <= CIRC_DEEPEST_LINK; depth++)
    for (guint i = 0; i < input->n_timings; i++)
      if (depths[i] == depth)
        circ_planner_add_rule (planner, &input->timings[i]);
  for (guint i = 0; i < input->n_timings; i++)
    if (depths[i] > CIRC_DEEPEST_LINK)
      circ_planner_add_waiting (planner, &input->timings[i], CIRC_WAITING_DATE);
}

/* Whether what set it off is still said to have happened, and for its item. */
static gboolean
has_trigger (const CircPlanInput *input,
             const CircRecordedOccurrence *recorded)
{
  for (guint i = 0; i < input->n_triggers; i++)
    if (input->triggers[i].id == recorded->ref.id)
      return input->triggers[i].item == 0 || input->triggers[i].item == recorded->item;
  return FALSE;
}

/* What no rule gives any more. Nothing that is closed, made by hand or set off by something that did happen is touched. */
static void
add_left_over (CircPlanner *planner,
               const CircRecordedOccurrence *recorded)
{
  const CircPlanInput *input = planner->input;
  const CircEvent *event;
  gboolean within = recorded->due_on == CIRC_DAY_NONE || (recorded->due_on >= input->from && recorded->due_on <= input->to);

  if (recorded->closed || recorded->fixed || recorded->ref.source == CIRC_SOURCE_BY_HAND ||
      (recorded->ref.source == CIRC_SOURCE_TRIGGER && has_trigger (input, recorded)))
    {
      if (within)
        circ_planner_add_recorded (planner, recorded, CIRC_PLAN_KEPT, 0);
      return;
    }
  event = recorded->ref.source == CIRC_SOURCE_EVENT ? g_hash_table_lookup (planner->events, &recorded->ref.id) : NULL;
  if (recorded->ref.source == CIRC_SOURCE_EVENT && (event == NULL || event->status == CIRC_EVENT_CANCELLED))
    circ_planner_add_recorded (planner, recorded, CIRC_PLAN_CANCELLED, CIRC_CANCELLED_EVENT);
  else if (within)
    circ_planner_add_recorded (planner, recorded, CIRC_PLAN_CANCELLED, CIRC_CANCELLED_RULE);
}

/* By day, what waits last; then by item and rule, so that the order is always the same. */
static int
by_due (gconstpointer a,
        gconstpointer b)
{
  const CircPlannedOccurrence *first = a;
  const CircPlannedOccurrence *second = b;
  guint32 first_due = (guint32) first->dates.due_on - 1;
  guint32 second_due = (guint32) second->dates.due_on - 1;

  if (first_due != second_due)
    return first_due < second_due ? -1 : 1;
  if (first->item != second->item)
    return first->item < second->item ? -1 : 1;
  if (first->rule != second->rule)
    return first->rule < second->rule ? -1 : 1;
  return first->ref.id < second->ref.id ? -1 : first->ref.id > second->ref.id;
}

static void
drop_outside (GArray *planned,
              const CircPlanInput *input)
{
  guint kept = 0;

  for (guint i = 0; i < planned->len; i++)
    {
      CircPlannedOccurrence *one = &g_array_index (planned, CircPlannedOccurrence, i);
      gboolean within = one->dates.due_on >= input->from && one->dates.due_on <= input->to;
      gboolean undated = one->dates.due_on == CIRC_DAY_NONE;

      if (!within && !undated && one->change != CIRC_PLAN_MOVED && one->change != CIRC_PLAN_CANCELLED)
        continue;
      if (kept != i)
        g_array_index (planned, CircPlannedOccurrence, kept) = *one;
      kept++;
    }
  g_array_set_size (planned, kept);
}

/**
 * circ_occurrence_plan:
 * @input: the plan, the calendar and what is recorded
 *
 * Works out what is to be done, and what that changes in what is recorded: a moved meeting moves its open occurrences, a
 * cancelled one cancels them, and what is closed stays as it is.
 *
 * Returns: (transfer full) (element-type CircPlannedOccurrence): the occurrences that fall due in the time asked about, in
 *   order of days, and those without a day last; recorded ones that move or are cancelled, wherever they fall
 */
GArray *
circ_occurrence_plan (const CircPlanInput *input)
{
  CircPlanner planner = {
    .input = input,
    .planned = g_array_new (FALSE, FALSE, sizeof (CircPlannedOccurrence)),
    .recorded = g_hash_table_new (recorded_hash, recorded_equal),
    .others = g_new0 (guint, input->n_recorded),
    .days = g_hash_table_new (day_hash, day_equal),
    .events = g_hash_table_new (g_int64_hash, g_int64_equal),
    .seen = g_new0 (gboolean, input->n_recorded),
  };

  for (guint i = 0; i < input->n_recorded; i++)
    add_to_index (&planner, i);
  for (guint i = 0; i < input->n_events; i++)
    g_hash_table_insert (planner.events, (gpointer) &input->events[i].id, (gpointer) &input->events[i]);
  add_rules (&planner);
  for (guint i = 0; i < input->n_recorded; i++)
    if (!planner.seen[i])
      add_left_over (&planner, &input->recorded[i]);
  drop_outside (planner.planned, input);
  g_array_sort (planner.planned, by_due);
  g_hash_table_unref (planner.recorded);
  g_hash_table_unref (planner.days);
  g_hash_table_unref (planner.events);
  g_free (planner.others);
  g_free (planner.seen);
  return planner.planned;
}

/**
 * circ_planned_occurrence_get_state:
 * @self: one that is not closed; of a closed one circ_occurrence_state_of() knows more
 * @today: the day
 *
 * Returns: its state by DOMAIN 4.4, from what is planned alone
 */
CircOccurrenceState
circ_planned_occurrence_get_state (const CircPlannedOccurrence *self,
                                   CircDay today)
{
  if (self->change == CIRC_PLAN_CANCELLED)
    return CIRC_OCCURRENCE_STATE_CANCELLED;
  if (self->closed)
    return CIRC_OCCURRENCE_STATE_DONE;
  if (self->dates.due_on == CIRC_DAY_NONE)
    return self->waiting == CIRC_WAITING_TRIGGER ? CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER
           : self->waiting == CIRC_WAITING_TIMING ? CIRC_OCCURRENCE_STATE_NO_TIMING : CIRC_OCCURRENCE_STATE_DATE_NEEDED;
  if (today > self->dates.due_on)
    return CIRC_OCCURRENCE_STATE_OVERDUE;
  return today >= self->lead_from ? CIRC_OCCURRENCE_STATE_DUE : CIRC_OCCURRENCE_STATE_SCHEDULED;
}

/* The reason that a cancelled occurrence is recorded with. */
const char *
circ_cancel_reason_get_title (CircCancelReason reason)
{
  return reason == CIRC_CANCELLED_EVENT ? _ ("The meeting or event was cancelled.") : _ ("The plan no longer asks for it.");
}
