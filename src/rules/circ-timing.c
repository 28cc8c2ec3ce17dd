/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing.h"

#include <glib/gi18n-lib.h>

#include "circ-field.h"

/* Local targets and defaults of DOMAIN 3.6. */
#define TARGET_DAYS 5
#define REVIEW_MONTHS 3
#define THEME_LEAD_DAYS 10

#define ANCHORED (CIRC_PARAMETER_ANCHOR | CIRC_PARAMETER_ROLL)
#define OFFSET CIRC_PARAMETER_OFFSET
#define BOUND CIRC_PARAMETER_BOUND
#define IN_YEAR (CIRC_PARAMETER_ROLL | CIRC_PARAMETER_LEAD)
#define MONTH CIRC_PARAMETER_MONTH
#define DAY CIRC_PARAMETER_DAY
#define WEEKDAY CIRC_PARAMETER_WEEKDAY

typedef struct {
  const char *token;
  const char *title;
  CircParameters uses;
} KindRow;

static const KindRow kinds[] = {
  [CIRC_TIMING_BEFORE_EVENT] = { "before_event", N_ ("Before an event"), ANCHORED | OFFSET | BOUND },
  [CIRC_TIMING_AFTER_EVENT] = { "after_event", N_ ("After an event"), ANCHORED | OFFSET | BOUND },
  [CIRC_TIMING_SAME_DAY] = { "same_day", N_ ("On the day of an event"), ANCHORED },
  [CIRC_TIMING_ON_EVENT] = {
    "on_event", N_ ("When something happens"), CIRC_PARAMETER_TRIGGER | CIRC_PARAMETER_TARGET
  },
  [CIRC_TIMING_IMMEDIATE] = { "immediate", N_ ("At once"), CIRC_PARAMETER_TRIGGER | OFFSET },
  [CIRC_TIMING_FIXED_DATE] = { "fixed_date", N_ ("On a day of the year"), IN_YEAR | MONTH | DAY },
  [CIRC_TIMING_FIXED_RANGE] = {
    "fixed_range", N_ ("During days of the year"), IN_YEAR | MONTH | DAY | CIRC_PARAMETER_RANGE
  },
  [CIRC_TIMING_MONTH_WINDOW] = { "month_window", N_ ("During a month"), MONTH },
  [CIRC_TIMING_NTH_WEEKDAY] = {
    "nth_weekday", N_ ("On a weekday of a month"),
    IN_YEAR | MONTH | WEEKDAY | CIRC_PARAMETER_ORDINAL | CIRC_PARAMETER_LENGTH
  },
  [CIRC_TIMING_WEEKDAY_IN_WINDOW] = {
    "weekday_in_window", N_ ("On a weekday between two dates"), IN_YEAR | MONTH | WEEKDAY | CIRC_PARAMETER_WINDOW
  },
  [CIRC_TIMING_EASTER_RELATIVE] = { "easter_relative", N_ ("By Easter"), IN_YEAR | CIRC_PARAMETER_EASTER },
  [CIRC_TIMING_RECURRING] = { "recurring", N_ ("Regularly"), CIRC_PARAMETER_SERIES | CIRC_PARAMETER_ROLL },
  [CIRC_TIMING_THEME_CALENDAR] = {
    "theme_calendar", N_ ("With the theme days"), CIRC_PARAMETER_TAG | CIRC_PARAMETER_LEAD
  },
  [CIRC_TIMING_AGREED_DATE] = { "agreed_date", N_ ("On a date agreed each time"), CIRC_PARAMETER_TARGET },
  [CIRC_TIMING_LINKED] = { "linked", N_ ("With another plan item"), ANCHORED | OFFSET },
  [CIRC_TIMING_ONGOING] = { "ongoing", N_ ("All the time"), CIRC_PARAMETER_REVIEW | CIRC_PARAMETER_ROLL },
  [CIRC_TIMING_AS_REQUIRED] = { "as_required", N_ ("When needed"), 0 },
  [CIRC_TIMING_ON_REQUEST] = { "on_request", N_ ("On request"), CIRC_PARAMETER_REQUESTED_BY },
  [CIRC_TIMING_UNSPECIFIED] = { "unspecified", N_ ("No timing given"), 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CIRC_N_TIMING_KINDS);

static const char *const anchors[] = {
  [CIRC_ANCHOR_MEETING] = "meeting",
  [CIRC_ANCHOR_REVIEW] = "review",
  [CIRC_ANCHOR_TIMELINE] = "timeline",
  [CIRC_ANCHOR_DOCUMENT] = "document",
  [CIRC_ANCHOR_THEME_DAY] = "theme_day",
  [CIRC_ANCHOR_PLAN_ITEM] = "plan_item",
  [CIRC_ANCHOR_ENQUIRY] = "enquiry",
  [CIRC_ANCHOR_STATEMENT] = "statement",
  [CIRC_ANCHOR_CAMPAIGN] = "campaign",
  [CIRC_ANCHOR_LEARNING_EVENT] = "learning_event",
  [CIRC_ANCHOR_TRAINING_COURSE] = "training_course",
  [CIRC_ANCHOR_EXTERNAL_EVENT] = "external_event",
};
G_STATIC_ASSERT (G_N_ELEMENTS (anchors) == CIRC_N_ANCHORS);

static const struct {
  const char *token;
  int days;
  int months;
} frequencies[] = {
  [CIRC_FREQUENCY_NOT_CHOSEN] = { "not_chosen", 0, 0 },
  [CIRC_FREQUENCY_WEEKLY] = { "weekly", 7, 0 },
  [CIRC_FREQUENCY_FORTNIGHTLY] = { "fortnightly", 14, 0 },
  [CIRC_FREQUENCY_MONTHLY] = { "monthly", 0, 1 },
  [CIRC_FREQUENCY_QUARTERLY] = { "quarterly", 0, 3 },
  [CIRC_FREQUENCY_HALF_YEARLY] = { "half_yearly", 0, 6 },
  [CIRC_FREQUENCY_YEARLY] = { "yearly", 0, 12 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (frequencies) == CIRC_N_FREQUENCIES);

G_DEFINE_BOXED_TYPE (CircTiming, circ_timing, circ_timing_copy, circ_timing_free)

/* Returns: (transfer full): a timing of that kind with its defaults. */
CircTiming *
circ_timing_new (CircTimingKind kind)
{
  CircTiming *self = g_new0 (CircTiming, 1);

  self->kind = kind;
  self->unit = CIRC_UNIT_CALENDAR_DAY;
  self->bound = kind == CIRC_TIMING_AFTER_EVENT ? CIRC_BOUND_WITHIN : CIRC_BOUND_AT_LEAST;
  self->anchor = kind == CIRC_TIMING_LINKED ? CIRC_ANCHOR_PLAN_ITEM : CIRC_ANCHOR_MEETING;
  self->month = self->month_to = self->day = self->day_to = 1;
  self->weekday = self->ordinal = self->window_from = self->length_days = 1;
  self->window_to = 7;
  self->target_days = kind == CIRC_TIMING_AGREED_DATE ? CIRC_TIMING_REMIND_DAYS : TARGET_DAYS;
  self->review_every_months = REVIEW_MONTHS;
  self->lead_days = kind == CIRC_TIMING_THEME_CALENDAR ? THEME_LEAD_DAYS : 0;
  if (kind == CIRC_TIMING_IMMEDIATE)
    self->unit = CIRC_UNIT_HOUR;
  if (kind == CIRC_TIMING_ON_EVENT || kind == CIRC_TIMING_IMMEDIATE)
    self->trigger = g_strdup (kind == CIRC_TIMING_ON_EVENT ? "information_available" : "enquiry_received");
  return self;
}

CircTiming *
circ_timing_copy (const CircTiming *self)
{
  CircTiming *copy = g_memdup2 (self, sizeof *self);

  copy->trigger = g_strdup (self->trigger);
  copy->tag = g_strdup (self->tag);
  copy->requested_by = g_strdup (self->requested_by);
  copy->source_text = g_strdup (self->source_text);
  copy->note = g_strdup (self->note);
  return copy;
}

void
circ_timing_free (CircTiming *self)
{
  g_free (self->trigger);
  g_free (self->tag);
  g_free (self->requested_by);
  g_free (self->source_text);
  g_free (self->note);
  g_free (self);
}

static void
set_text (char **text,
          const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
clear_empty (char **text)
{
  if (*text != NULL && g_strstrip (*text)[0] == '\0')
    g_clear_pointer (text, g_free);
}

/**
 * circ_timing_normalise:
 * @self: a timing
 *
 * Puts what the kind does not use to its default, and writes what can be said in two ways in one: two timings that
 * mean the same are then equal, and have the same sentence.
 */
void
circ_timing_normalise (CircTiming *self)
{
  g_autoptr (CircTiming) plain = circ_timing_new (self->kind);
  CircParameters uses = kinds[self->kind].uses;

#define UNUSED(parameter, member) \
  if ((uses & (parameter)) == 0) \
    self->member = plain->member
  UNUSED (CIRC_PARAMETER_ANCHOR, anchor);
  UNUSED (CIRC_PARAMETER_ANCHOR, anchor_id);
  UNUSED (CIRC_PARAMETER_ANCHOR, anchor_held);
  UNUSED (CIRC_PARAMETER_OFFSET, offset);
  UNUSED (CIRC_PARAMETER_OFFSET, unit);
  UNUSED (CIRC_PARAMETER_BOUND, bound);
  UNUSED (CIRC_PARAMETER_ROLL, roll);
  UNUSED (CIRC_PARAMETER_MONTH, month);
  UNUSED (CIRC_PARAMETER_DAY, day);
  UNUSED (CIRC_PARAMETER_RANGE, month_to);
  UNUSED (CIRC_PARAMETER_RANGE, day_to);
  UNUSED (CIRC_PARAMETER_WEEKDAY, weekday);
  UNUSED (CIRC_PARAMETER_ORDINAL, ordinal);
  UNUSED (CIRC_PARAMETER_WINDOW, window_from);
  UNUSED (CIRC_PARAMETER_WINDOW, window_to);
  UNUSED (CIRC_PARAMETER_LENGTH, length_days);
  UNUSED (CIRC_PARAMETER_EASTER, easter_offset);
  UNUSED (CIRC_PARAMETER_SERIES, frequency);
  UNUSED (CIRC_PARAMETER_SERIES, anchor_date);
  UNUSED (CIRC_PARAMETER_SERIES, times);
  UNUSED (CIRC_PARAMETER_TARGET, target_days);
  UNUSED (CIRC_PARAMETER_REVIEW, review_every_months);
  UNUSED (CIRC_PARAMETER_LEAD, lead_days);
#undef UNUSED
  clear_empty (&self->trigger);
  clear_empty (&self->tag);
  clear_empty (&self->requested_by);
  if ((uses & CIRC_PARAMETER_TRIGGER) == 0 || self->trigger == NULL)
    set_text (&self->trigger, plain->trigger);
  if ((uses & CIRC_PARAMETER_TAG) == 0)
    g_clear_pointer (&self->tag, g_free);
  if ((uses & CIRC_PARAMETER_REQUESTED_BY) == 0)
    g_clear_pointer (&self->requested_by, g_free);
  if (self->anchor != CIRC_ANCHOR_MEETING)
    self->anchor_held = FALSE;
  if (self->kind == CIRC_TIMING_LINKED)
    self->anchor = CIRC_ANCHOR_PLAN_ITEM;
  if ((uses & CIRC_PARAMETER_OFFSET) != 0 && self->offset == 0)
    {
      self->unit = plain->unit;
      self->bound = plain->bound;
    }
  /* A day so many working days before is one that is worked on. */
  if (self->lead_days > 0)
    self->roll = CIRC_ROLL_PREVIOUS;
}

/* Whether they say the same; where the words came from makes no difference. */
gboolean
circ_timing_equal (const CircTiming *self,
                   const CircTiming *other)
{
  g_autoptr (CircTiming) a = circ_timing_copy (self);
  g_autoptr (CircTiming) b = circ_timing_copy (other);

  circ_timing_normalise (a);
  circ_timing_normalise (b);
  return a->kind == b->kind && a->anchor == b->anchor && a->anchor_id == b->anchor_id &&
         a->anchor_held == b->anchor_held && a->offset == b->offset && a->unit == b->unit && a->bound == b->bound &&
         a->roll == b->roll && a->month == b->month && a->day == b->day && a->month_to == b->month_to &&
         a->day_to == b->day_to && a->weekday == b->weekday && a->ordinal == b->ordinal &&
         a->window_from == b->window_from && a->window_to == b->window_to && a->length_days == b->length_days &&
         a->easter_offset == b->easter_offset && a->frequency == b->frequency && a->anchor_date == b->anchor_date &&
         a->times == b->times && a->target_days == b->target_days && a->lead_days == b->lead_days &&
         a->review_every_months == b->review_every_months && g_strcmp0 (a->trigger, b->trigger) == 0 &&
         g_strcmp0 (a->tag, b->tag) == 0 && g_strcmp0 (a->requested_by, b->requested_by) == 0;
}

/* Words that could not be made a rule are kept in one without a timing. */
gboolean
circ_timing_is_understood (const CircTiming *self)
{
  return self->kind != CIRC_TIMING_UNSPECIFIED || self->source_text == NULL || *self->source_text == '\0';
}

static const char *
find_problem (const CircTiming *self)
{
  CircParameters uses = kinds[self->kind].uses;

  if (ABS (self->offset) > CIRC_TIMING_LONGEST || (self->offset < 0 && self->kind != CIRC_TIMING_LINKED))
    return N_ ("The time between is too long.");
  if (self->target_days < 0 || self->lead_days < 0 || self->target_days > CIRC_TIMING_LONGEST || self->lead_days > CIRC_TIMING_LONGEST ||
      self->review_every_months < 1 || self->review_every_months > CIRC_TIMING_LONGEST || self->times < 0 || self->times > CIRC_TIMING_LONGEST ||
      self->length_days < 1 || self->length_days > 366 || ABS (self->easter_offset) > 366)
    return N_ ("One of the numbers is out of range.");
  if (self->month < 1 || self->month > 12 || self->month_to < 1 || self->month_to > 12)
    return N_ ("There is no such month.");
  /* 2028 is a leap year: 29 February is a day, and is kept on the 28th in other years. */
  if ((uses & CIRC_PARAMETER_DAY) != 0 && circ_day_new (2028, self->month, self->day) == CIRC_DAY_NONE)
    return N_ ("There is no such day.");
  if ((uses & CIRC_PARAMETER_RANGE) != 0 && circ_day_new (2028, self->month_to, self->day_to) == CIRC_DAY_NONE)
    return N_ ("There is no such day.");
  if (self->weekday < 1 || self->weekday > 7)
    return N_ ("There is no such weekday.");
  if (self->ordinal != CIRC_DAY_LAST_WEEKDAY && (self->ordinal < 1 || self->ordinal > 5))
    return N_ ("A weekday is the first to the fifth of its month, or the last.");
  if (self->window_from < 1 || self->window_to > 31 || self->window_to < self->window_from)
    return N_ ("The two days are not in order.");
  return NULL;
}

/**
 * circ_timing_check:
 * @self: a timing
 *
 * Returns: FALSE with @error, which says what is wrong, when it can give no date
 */
gboolean
circ_timing_check (const CircTiming *self,
                   GError **error)
{
  const char *problem = find_problem (self);

  if (problem != NULL)
    g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, _ (problem));
  return problem == NULL;
}

CircParameters
circ_timing_uses (CircTimingKind kind)
{
  g_return_val_if_fail (kind < CIRC_N_TIMING_KINDS, 0);
  return kinds[kind].uses;
}

gboolean
circ_timing_kind_from_token (const char *token,
                             CircTimingKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (token, kinds[i].token) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/* The token never changes: files and --json hold it. */
const char *
circ_timing_kind_get_token (CircTimingKind kind)
{
  g_return_val_if_fail (kind < CIRC_N_TIMING_KINDS, NULL);
  return kinds[kind].token;
}

const char *
circ_timing_kind_get_title (CircTimingKind kind)
{
  g_return_val_if_fail (kind < CIRC_N_TIMING_KINDS, NULL);
  return _ (kinds[kind].title);
}

gboolean
circ_anchor_from_token (const char *token,
                        CircAnchor *anchor)
{
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (g_strcmp0 (token, anchors[i]) == 0)
      {
        *anchor = i;
        return TRUE;
      }
  return FALSE;
}

const char *
circ_anchor_get_token (CircAnchor anchor)
{
  g_return_val_if_fail (anchor < CIRC_N_ANCHORS, NULL);
  return anchors[anchor];
}

const char *
circ_frequency_get_token (CircFrequency frequency)
{
  g_return_val_if_fail (frequency < CIRC_N_FREQUENCIES, NULL);
  return frequencies[frequency].token;
}

int
circ_frequency_get_months (CircFrequency frequency)
{
  g_return_val_if_fail (frequency < CIRC_N_FREQUENCIES, 0);
  return frequencies[frequency].months;
}

int
circ_frequency_get_days (CircFrequency frequency)
{
  g_return_val_if_fail (frequency < CIRC_N_FREQUENCIES, 0);
  return frequencies[frequency].days;
}
