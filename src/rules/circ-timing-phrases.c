/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-phrases.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define NAME "{name}"

/* translators: what a circulation is counted from, as in "Within 1 week after each meeting of {name}"; {name} is replaced
 * and must stay */
static const struct {
  const char *any;
  const char *named;
} events[] = {
  [CIRC_ANCHOR_MEETING] = { N_ ("each meeting"), N_ ("each meeting of {name}") },
  [CIRC_ANCHOR_REVIEW] = { N_ ("each review"), N_ ("the review {name}") },
  [CIRC_ANCHOR_TIMELINE] = { N_ ("the publication of each review"), N_ ("the publication of {name}") },
  [CIRC_ANCHOR_DOCUMENT] = { N_ ("the adoption of a document"), N_ ("the adoption of {name}") },
  [CIRC_ANCHOR_THEME_DAY] = { N_ ("each theme day"), N_ ("the theme day {name}") },
  [CIRC_ANCHOR_PLAN_ITEM] = { N_ ("each plan item"), N_ ("the plan item {name}") },
  [CIRC_ANCHOR_ENQUIRY] = { N_ ("each enquiry"), N_ ("the enquiry {name}") },
  [CIRC_ANCHOR_STATEMENT] = { N_ ("the release of each statement"), N_ ("the release of the statement {name}") },
  [CIRC_ANCHOR_CAMPAIGN] = { N_ ("each campaign"), N_ ("the campaign {name}") },
  [CIRC_ANCHOR_LEARNING_EVENT] = { N_ ("each learning event"), N_ ("the learning event {name}") },
  [CIRC_ANCHOR_TRAINING_COURSE] = { N_ ("each training course"), N_ ("the training course {name}") },
  [CIRC_ANCHOR_EXTERNAL_EVENT] = { N_ ("each external event"), N_ ("the external event {name}") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (events) == CIRC_N_ANCHORS);

static const char *const slots[] = {
  [CIRC_SLOT_OFFSET] = "offset",
  [CIRC_SLOT_EVENT] = "event",
  [CIRC_SLOT_ITEM] = "item",
  [CIRC_SLOT_TRIGGER] = "trigger",
  [CIRC_SLOT_TARGET] = "target",
  [CIRC_SLOT_DAY] = "day",
  [CIRC_SLOT_MONTH] = "month",
  [CIRC_SLOT_YEAR] = "year",
  [CIRC_SLOT_DAY_TO] = "day_to",
  [CIRC_SLOT_MONTH_TO] = "month_to",
  [CIRC_SLOT_WEEKDAY] = "weekday",
  [CIRC_SLOT_ORDINAL] = "ordinal",
  [CIRC_SLOT_FROM] = "from",
  [CIRC_SLOT_TO] = "to",
  [CIRC_SLOT_LENGTH] = "length",
  [CIRC_SLOT_EASTER] = "easter",
  [CIRC_SLOT_FREQUENCY] = "frequency",
  [CIRC_SLOT_TIMES] = "times",
  [CIRC_SLOT_REVIEW] = "review",
  [CIRC_SLOT_LEAD] = "lead",
  [CIRC_SLOT_TAG] = "tag",
  [CIRC_SLOT_REQUESTED_BY] = "requested_by",
};
G_STATIC_ASSERT (G_N_ELEMENTS (slots) == CIRC_N_SLOTS);

/* The places that are a number, or a number of some unit. */
#define NUMBER(member) { G_STRUCT_OFFSET (CircTiming, member), CIRC_N_UNITS }
#define NUMBER_OF(unit, member) { G_STRUCT_OFFSET (CircTiming, member), unit }
static const struct {
  gsize at; /* 0: not a number; no member that is one stands first in the struct */
  CircUnit unit;
} numbers[CIRC_N_SLOTS] = {
  [CIRC_SLOT_TARGET] = NUMBER_OF (CIRC_UNIT_WORKING_DAY, target_days),
  [CIRC_SLOT_DAY] = NUMBER (day),
  [CIRC_SLOT_DAY_TO] = NUMBER (day_to),
  [CIRC_SLOT_FROM] = NUMBER (window_from),
  [CIRC_SLOT_TO] = NUMBER (window_to),
  [CIRC_SLOT_LENGTH] = NUMBER_OF (CIRC_UNIT_CALENDAR_DAY, length_days),
  [CIRC_SLOT_EASTER] = NUMBER_OF (CIRC_UNIT_CALENDAR_DAY, easter_offset),
  [CIRC_SLOT_TIMES] = NUMBER (times),
  [CIRC_SLOT_REVIEW] = NUMBER_OF (CIRC_UNIT_MONTH, review_every_months),
  [CIRC_SLOT_LEAD] = NUMBER_OF (CIRC_UNIT_WORKING_DAY, lead_days),
};

const char *
circ_slot_get_name (CircSlot slot)
{
  g_return_val_if_fail (slot < CIRC_N_SLOTS, NULL);
  return slots[slot];
}

/* A record that nobody can name stands as its number, so that the sentence can still be read back. */
static char *
dup_name (gint64 id,
          const CircTimingNames *names)
{
  char *name = names != NULL && names->dup_name != NULL ? names->dup_name (id, names->data) : NULL;

  return name != NULL ? name : g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

static gint64
find_name (const char *name,
           const CircTimingNames *names)
{
  gint64 id = names != NULL && names->find != NULL ? names->find (name, names->data) : 0;

  if (id == 0 && name[0] == '#' && !g_ascii_string_to_signed (name + 1, 10, 1, G_MAXINT64, &id, NULL))
    id = 0;
  return id;
}

static char *
put_name (const char *phrase,
          const char *name)
{
  const char *at = strstr (phrase, NAME);

  return at != NULL ? g_strdup_printf ("%.*s%s%s", (int) (at - phrase), phrase, name, at + strlen (NAME)) : g_strdup (phrase);
}

/* Returns: (transfer full) (nullable): what stands in @text where @phrase has the name. */
static char *
take_name (const char *phrase,
           const char *text)
{
  const char *at = strstr (phrase, NAME);
  gsize before, after, length = strlen (text);

  if (at == NULL)
    return NULL;
  before = (gsize) (at - phrase);
  after = strlen (at) - strlen (NAME);
  if (length <= before + after || strncmp (text, phrase, before) != 0 ||
      strcmp (text + length - after, at + strlen (NAME)) != 0)
    return NULL;
  return g_strndup (text + before, length - before - after);
}

static const char *
get_event_phrase (CircAnchor anchor,
                  gboolean held,
                  gboolean named)
{
  if (held)
    return named ? _ ("each meeting of {name} that took place") : _ ("each meeting that took place");
  return named ? _ (events[anchor].named) : _ (events[anchor].any);
}

/**
 * circ_event_dup_words:
 * @named: whether the record is chosen beside it
 *
 * Returns: (transfer full): what a circulation is counted from, without its name: "each meeting of"
 */
char *
circ_event_dup_words (CircAnchor anchor,
                      gboolean held,
                      gboolean named)
{
  g_autofree char *words = put_name (get_event_phrase (anchor, held, named), "…");

  /* Where the name comes last it follows the words. */
  if (named && g_str_has_suffix (words, "…"))
    words[strlen (words) - strlen ("…")] = '\0';
  return g_strdup (g_strstrip (words));
}

static char *
dup_record (const char *any,
            const char *named,
            gint64 id,
            const CircTimingNames *names)
{
  g_autofree char *name = NULL;

  if (id == 0)
    return g_strdup (any);
  name = dup_name (id, names);
  return put_name (named, name);
}

static gboolean
read_record (const char *any,
             const char *named,
             const char *text,
             gint64 *id,
             const CircTimingNames *names)
{
  g_autofree char *name = NULL;

  *id = 0;
  if (g_str_equal (any, text))
    return TRUE;
  name = take_name (named, text);
  if (name != NULL)
    *id = find_name (name, names);
  return *id != 0;
}

static char *
dup_trigger (const char *trigger)
{
  const char *title = circ_trigger_get_title (trigger);

  /* translators: a thing that happens, in the partnership's own words */
  return title != NULL ? g_strdup (title) : g_strdup_printf (_ ("“%s”"), trigger);
}

/**
 * circ_slot_dup_text:
 * @slot: a place in a sentence
 * @timing: what is said
 * @names: (nullable): how records are called
 *
 * Returns: (transfer full): what stands there
 */
char *
circ_slot_dup_text (CircSlot slot,
                    const CircTiming *timing,
                    const CircTimingNames *names)
{
  if (numbers[slot].at != 0)
    {
      int number = ABS (G_STRUCT_MEMBER (int, timing, numbers[slot].at));

      return numbers[slot].unit != CIRC_N_UNITS ? circ_unit_dup_phrase (numbers[slot].unit, number)
                                                : g_strdup_printf ("%d", number);
    }
  switch (slot)
    {
    case CIRC_SLOT_OFFSET:
      return circ_unit_dup_phrase (timing->unit, ABS (timing->offset));
    case CIRC_SLOT_EVENT:
      return dup_record (get_event_phrase (timing->anchor, timing->anchor_held, FALSE),
                         get_event_phrase (timing->anchor, timing->anchor_held, TRUE), timing->anchor_id, names);
    case CIRC_SLOT_ITEM:
      /* translators: another item of the plan; {name} is replaced and must stay */
      return dup_record (_ ("another plan item"), _ ("“{name}”"), timing->anchor_id, names);
    case CIRC_SLOT_TRIGGER:
      return dup_trigger (timing->trigger);
    case CIRC_SLOT_MONTH:
      return g_strdup (circ_month_get_title (timing->month));
    case CIRC_SLOT_YEAR:
      return g_strdup_printf ("%d", circ_day_get_year (timing->anchor_date));
    case CIRC_SLOT_MONTH_TO:
      return g_strdup (circ_month_get_title (timing->month_to));
    case CIRC_SLOT_WEEKDAY:
      return g_strdup (circ_weekday_get_title (timing->weekday));
    case CIRC_SLOT_ORDINAL:
      return g_strdup (circ_ordinal_get_title (timing->ordinal));
    case CIRC_SLOT_FREQUENCY:
      return g_strdup (circ_frequency_get_title (timing->frequency));
    case CIRC_SLOT_TAG:
      return g_strdup (timing->tag);
    case CIRC_SLOT_REQUESTED_BY:
      return g_strdup (timing->requested_by);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
says (CircSlot slot,
      const char *text,
      const CircTiming *timing)
{
  g_autofree char *said = circ_slot_dup_text (slot, timing, NULL);

  return g_str_equal (said, text);
}

/* Tries each value of a range: the words then need no grammar of their own, in whatever language they are. */
static gboolean
try_range (CircSlot slot,
           const char *text,
           CircTiming *timing,
           int *value,
           int from,
           int to)
{
  for (*value = from; *value <= to; ++*value)
    if (says (slot, text, timing))
      return TRUE;
  *value = from;
  return FALSE;
}

static gboolean
try_number (CircSlot slot,
            const char *text,
            CircTiming *timing,
            int *value)
{
  const char *digits = strpbrk (text, "0123456789");

  *value = digits != NULL ? (int) CLAMP (g_ascii_strtoll (digits, NULL, 10), 0, 9999) : 0;
  return digits != NULL && says (slot, text, timing);
}

static gboolean
try_events (const char *text,
            CircTiming *timing,
            const CircTimingNames *names)
{
  for (guint i = 0; i < CIRC_N_ANCHORS * 2; i++)
    {
      timing->anchor = i % CIRC_N_ANCHORS;
      timing->anchor_held = i >= CIRC_N_ANCHORS;
      if (timing->anchor_held && timing->anchor != CIRC_ANCHOR_MEETING)
        continue;
      if (read_record (get_event_phrase (timing->anchor, timing->anchor_held, FALSE),
                       get_event_phrase (timing->anchor, timing->anchor_held, TRUE), text, &timing->anchor_id, names))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_trigger (const char *text,
             CircTiming *timing)
{
  const char *token = circ_trigger_find_token (text);
  g_autofree char *own = NULL;

  if (token != NULL)
    {
      g_free (timing->trigger);
      timing->trigger = g_strdup (token);
      return TRUE;
    }
  own = take_name ("“" NAME "”", text);
  if (own == NULL)
    return FALSE;
  g_free (timing->trigger);
  timing->trigger = g_steal_pointer (&own);
  return TRUE;
}

static gboolean
take_text (char **member,
           const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
  return *text != '\0';
}

/**
 * circ_slot_read:
 * @slot: a place in a sentence
 * @text: what stands there
 * @timing: where to put it
 * @names: (nullable): how records are called
 *
 * Returns: whether @text is something that can stand there
 */
gboolean
circ_slot_read (CircSlot slot,
                const char *text,
                CircTiming *timing,
                const CircTimingNames *names)
{
  int unit;

  if (numbers[slot].at != 0)
    return try_number (slot, text, timing, &G_STRUCT_MEMBER (int, timing, numbers[slot].at));
  switch (slot)
    {
    case CIRC_SLOT_OFFSET:
      for (unit = 0; unit < CIRC_N_UNITS; unit++)
        {
          timing->unit = (CircUnit) unit;
          if (try_number (slot, text, timing, &timing->offset))
            return TRUE;
        }
      return FALSE;
    case CIRC_SLOT_EVENT:
      return try_events (text, timing, names);
    case CIRC_SLOT_ITEM:
      return read_record (_ ("another plan item"), _ ("“{name}”"), text, &timing->anchor_id, names);
    case CIRC_SLOT_TRIGGER:
      return try_trigger (text, timing);
    case CIRC_SLOT_MONTH:
      return try_range (slot, text, timing, &timing->month, 1, 12);
    case CIRC_SLOT_YEAR:
      /* Day and month stand before the year in every language that has one here; they are read by now. */
      timing->anchor_date = circ_day_new (atoi (text), timing->month, timing->day);
      return timing->anchor_date != CIRC_DAY_NONE;
    case CIRC_SLOT_MONTH_TO:
      return try_range (slot, text, timing, &timing->month_to, 1, 12);
    case CIRC_SLOT_WEEKDAY:
      return try_range (slot, text, timing, &timing->weekday, 1, 7);
    case CIRC_SLOT_ORDINAL:
      timing->ordinal = CIRC_DAY_LAST_WEEKDAY;
      return says (slot, text, timing) || try_range (slot, text, timing, &timing->ordinal, 1, 5);
    case CIRC_SLOT_FREQUENCY:
      for (timing->frequency = 0; timing->frequency < CIRC_N_FREQUENCIES; timing->frequency++)
        if (says (slot, text, timing))
          return TRUE;
      timing->frequency = CIRC_FREQUENCY_NOT_CHOSEN;
      return FALSE;
    case CIRC_SLOT_TAG:
      return take_text (&timing->tag, text);
    case CIRC_SLOT_REQUESTED_BY:
      return take_text (&timing->requested_by, text);
    default:
      return FALSE;
    }
}
