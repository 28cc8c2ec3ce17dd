/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "circ-rule-pack.h"

G_BEGIN_DECLS

/* DOMAIN 3.6: the nineteen kinds of "when". */
/* DOMAIN 3.6: a date that is agreed each time is asked about after so many working days. */
#define CIRC_TIMING_REMIND_DAYS 10
/* Days, months ...: more is a slip of the pen, and would be counted out one by one. */
#define CIRC_TIMING_LONGEST 3650

typedef enum {
  CIRC_TIMING_BEFORE_EVENT,
  CIRC_TIMING_AFTER_EVENT,
  CIRC_TIMING_SAME_DAY,
  CIRC_TIMING_ON_EVENT,
  CIRC_TIMING_IMMEDIATE,
  CIRC_TIMING_FIXED_DATE,
  CIRC_TIMING_FIXED_RANGE,
  CIRC_TIMING_MONTH_WINDOW,
  CIRC_TIMING_NTH_WEEKDAY,
  CIRC_TIMING_WEEKDAY_IN_WINDOW,
  CIRC_TIMING_EASTER_RELATIVE,
  CIRC_TIMING_RECURRING,
  CIRC_TIMING_THEME_CALENDAR,
  CIRC_TIMING_AGREED_DATE,
  CIRC_TIMING_LINKED,
  CIRC_TIMING_ONGOING,
  CIRC_TIMING_AS_REQUIRED,
  CIRC_TIMING_ON_REQUEST,
  CIRC_TIMING_UNSPECIFIED,
  CIRC_N_TIMING_KINDS,
} CircTimingKind;

/* What a date is counted from. */
typedef enum {
  CIRC_ANCHOR_MEETING,
  CIRC_ANCHOR_REVIEW,
  CIRC_ANCHOR_TIMELINE, /* the planned publication of a review */
  CIRC_ANCHOR_DOCUMENT, /* its adoption */
  CIRC_ANCHOR_THEME_DAY,
  CIRC_ANCHOR_PLAN_ITEM,
  CIRC_ANCHOR_ENQUIRY,
  CIRC_ANCHOR_STATEMENT, /* its release */
  CIRC_ANCHOR_CAMPAIGN,
  CIRC_ANCHOR_LEARNING_EVENT,
  CIRC_ANCHOR_TRAINING_COURSE,
  CIRC_ANCHOR_EXTERNAL_EVENT,
  CIRC_N_ANCHORS,
} CircAnchor;

typedef enum {
  CIRC_BOUND_AT_LEAST,
  CIRC_BOUND_WITHIN,
  CIRC_BOUND_EXACTLY,
  CIRC_BOUND_AS_SOON_AS,
  CIRC_N_BOUNDS,
} CircBound;

/* Where plan-by goes when the deadline is on a day that nobody works. It never moves the deadline. */
typedef enum {
  CIRC_ROLL_PREVIOUS,
  CIRC_ROLL_NONE,
  CIRC_ROLL_NEXT,
  CIRC_N_ROLLS,
} CircRoll;

typedef enum {
  CIRC_FREQUENCY_NOT_CHOSEN, /* "regularly": the words name none */
  CIRC_FREQUENCY_WEEKLY,
  CIRC_FREQUENCY_FORTNIGHTLY,
  CIRC_FREQUENCY_MONTHLY,
  CIRC_FREQUENCY_QUARTERLY,
  CIRC_FREQUENCY_HALF_YEARLY,
  CIRC_FREQUENCY_YEARLY,
  CIRC_N_FREQUENCIES,
} CircFrequency;

/**
 * CircTiming:
 *
 * One "when" of a plan item. Only the parameters that its kind uses mean anything: see circ_timing_uses(); the others
 * are at their defaults. Text is owned; free with circ_timing_free().
 */
typedef struct {
  CircTimingKind kind;
  CircAnchor anchor;
  gint64 anchor_id;     /* the group that meets, the item that is followed ...; 0 for any */
  gboolean anchor_held; /* only a meeting that took place counts */
  int offset;           /* 0 or more; below zero is before, for linked */
  CircUnit unit;
  CircBound bound;
  CircRoll roll;
  int month;
  int day;
  int month_to;
  int day_to;
  int weekday; /* 1 for Monday to 7 for Sunday */
  int ordinal; /* 1 to 5, or -1 for the last */
  int window_from;
  int window_to;
  int length_days;
  int easter_offset;
  CircFrequency frequency;
  CircDay anchor_date; /* of a series, or CIRC_DAY_NONE */
  int times;           /* of a series, 0 without end */
  char *trigger;       /* a token of circ_trigger_get_title(), or the partnership's own words */
  int target_days;     /* working days */
  int review_every_months;
  int lead_days; /* working days of preparation before a day of the year */
  char *tag;     /* of theme days, or NULL for all */
  char *requested_by;
  char *source_text; /* the strategy's own words; no part of the rule */
  char *note;        /* the same */
} CircTiming;

typedef enum {
  CIRC_PARAMETER_ANCHOR = 1 << 0, /* with anchor_id and anchor_held */
  CIRC_PARAMETER_OFFSET = 1 << 1, /* with unit */
  CIRC_PARAMETER_BOUND = 1 << 2,
  CIRC_PARAMETER_ROLL = 1 << 3,
  CIRC_PARAMETER_MONTH = 1 << 4,
  CIRC_PARAMETER_DAY = 1 << 5,
  CIRC_PARAMETER_RANGE = 1 << 6, /* month_to and day_to */
  CIRC_PARAMETER_WEEKDAY = 1 << 7,
  CIRC_PARAMETER_ORDINAL = 1 << 8,
  CIRC_PARAMETER_WINDOW = 1 << 9,
  CIRC_PARAMETER_LENGTH = 1 << 10,
  CIRC_PARAMETER_EASTER = 1 << 11,
  CIRC_PARAMETER_SERIES = 1 << 12, /* frequency, anchor_date and times */
  CIRC_PARAMETER_TRIGGER = 1 << 13,
  CIRC_PARAMETER_TARGET = 1 << 14,
  CIRC_PARAMETER_REVIEW = 1 << 15,
  CIRC_PARAMETER_LEAD = 1 << 16,
  CIRC_PARAMETER_TAG = 1 << 17,
  CIRC_PARAMETER_REQUESTED_BY = 1 << 18,
} CircParameters;

#define CIRC_TYPE_TIMING (circ_timing_get_type ())
GType circ_timing_get_type (void) G_GNUC_CONST;

CircTiming *circ_timing_new (CircTimingKind kind);
CircTiming *circ_timing_copy (const CircTiming *self);
void circ_timing_free (CircTiming *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircTiming, circ_timing_free)
gboolean circ_timing_equal (const CircTiming *self,
                            const CircTiming *other);
void circ_timing_normalise (CircTiming *self);
gboolean circ_timing_is_understood (const CircTiming *self);
gboolean circ_timing_check (const CircTiming *self,
                            GError **error);
CircParameters circ_timing_uses (CircTimingKind kind);

JsonNode *circ_timing_to_json (const CircTiming *self);
CircTiming *circ_timing_from_json (JsonNode *node,
                                   GError **error);

gboolean circ_timing_kind_from_token (const char *token,
                                      CircTimingKind *kind);
const char *circ_timing_kind_get_token (CircTimingKind kind);
const char *circ_timing_kind_get_title (CircTimingKind kind);
gboolean circ_anchor_from_token (const char *token,
                                 CircAnchor *anchor);
const char *circ_anchor_get_token (CircAnchor anchor);
const char *circ_frequency_get_token (CircFrequency frequency);
int circ_frequency_get_months (CircFrequency frequency);
int circ_frequency_get_days (CircFrequency frequency);

G_END_DECLS
