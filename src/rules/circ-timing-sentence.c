/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-timing-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-field.h"
#include "circ-timing-phrases.h"

/*
 * A kind has a whole sentence for each way in which it is used, with places for its parameters: nothing is glued, so a
 * language may put them in another order. The same sentences are read backwards: a timing is found when it says exactly
 * what was written.
 */

/* What a sentence is about besides its kind. Bounds count from 0, so these stand apart from them. */
#define PLAIN 0
#define NOTHING_BETWEEN 10
#define BEFORE 11
#define SEVERAL_DAYS 12
#define BY 13
#define FROM_DATE 1 /* these two are bits */
#define SO_MANY_TIMES 2
#define TAGGED 1 /* and these */
#define AT_ONCE 2

typedef struct {
  CircTimingKind kind;
  int variant;
  const char *text;
} Sentence;

/* translators: the words in braces are replaced and must stay as they are, in whatever order: {offset} "1 week" or "5
 * working days", {event} "each meeting of the Board", {trigger} "a new course", {month} "June", {weekday} "Tuesday" */
static const Sentence sentences[] = {
  { CIRC_TIMING_BEFORE_EVENT, CIRC_BOUND_AT_LEAST, N_ ("At least {offset} before {event}") },
  { CIRC_TIMING_BEFORE_EVENT, CIRC_BOUND_WITHIN, N_ ("Within {offset} before {event}") },
  { CIRC_TIMING_BEFORE_EVENT, CIRC_BOUND_EXACTLY, N_ ("Exactly {offset} before {event}") },
  { CIRC_TIMING_BEFORE_EVENT, CIRC_BOUND_AS_SOON_AS, N_ ("As early as possible and no later than {offset} before {event}") },
  { CIRC_TIMING_BEFORE_EVENT, NOTHING_BETWEEN, N_ ("Before {event}") },
  { CIRC_TIMING_AFTER_EVENT, CIRC_BOUND_AT_LEAST, N_ ("At least {offset} after {event}") },
  { CIRC_TIMING_AFTER_EVENT, CIRC_BOUND_WITHIN, N_ ("Within {offset} after {event}") },
  { CIRC_TIMING_AFTER_EVENT, CIRC_BOUND_EXACTLY, N_ ("Exactly {offset} after {event}") },
  { CIRC_TIMING_AFTER_EVENT, CIRC_BOUND_AS_SOON_AS, N_ ("As soon as possible and no later than {offset} after {event}") },
  { CIRC_TIMING_AFTER_EVENT, NOTHING_BETWEEN, N_ ("Straight after {event}") },
  { CIRC_TIMING_SAME_DAY, PLAIN, N_ ("On the day of {event}") },
  { CIRC_TIMING_ON_EVENT, PLAIN, N_ ("Within {target} of {trigger}") },
  { CIRC_TIMING_ON_EVENT, NOTHING_BETWEEN, N_ ("On the day of {trigger}") },
  { CIRC_TIMING_IMMEDIATE, PLAIN, N_ ("At once, within {offset} of {trigger}") },
  { CIRC_TIMING_IMMEDIATE, NOTHING_BETWEEN, N_ ("At once after {trigger}") },
  { CIRC_TIMING_FIXED_DATE, PLAIN, N_ ("Every year on {day} {month}") },
  { CIRC_TIMING_FIXED_RANGE, PLAIN, N_ ("Every year from {day} {month} to {day_to} {month_to}") },
  { CIRC_TIMING_MONTH_WINDOW, PLAIN, N_ ("Every year in {month}") },
  { CIRC_TIMING_NTH_WEEKDAY, PLAIN, N_ ("Every year on the {ordinal} {weekday} of {month}") },
  { CIRC_TIMING_NTH_WEEKDAY, SEVERAL_DAYS, N_ ("Every year for {length} from the {ordinal} {weekday} of {month}") },
  { CIRC_TIMING_WEEKDAY_IN_WINDOW, PLAIN, N_ ("Every year on the {weekday} between {from} and {to} {month}") },
  { CIRC_TIMING_EASTER_RELATIVE, PLAIN, N_ ("Every year, {easter} after Easter Sunday") },
  { CIRC_TIMING_EASTER_RELATIVE, BEFORE, N_ ("Every year, {easter} before Easter Sunday") },
  { CIRC_TIMING_EASTER_RELATIVE, NOTHING_BETWEEN, N_ ("Every year on Easter Sunday") },
  { CIRC_TIMING_RECURRING, PLAIN, N_ ("{frequency}") },
  { CIRC_TIMING_RECURRING, FROM_DATE, N_ ("{frequency} from {day} {month} {year}") },
  { CIRC_TIMING_RECURRING, SO_MANY_TIMES, N_ ("{frequency}, {times} in all") },
  { CIRC_TIMING_RECURRING, FROM_DATE | SO_MANY_TIMES, N_ ("{frequency} from {day} {month} {year}, {times} in all") },
  { CIRC_TIMING_THEME_CALENDAR, PLAIN, N_ ("{lead} before each theme day") },
  { CIRC_TIMING_THEME_CALENDAR, TAGGED, N_ ("{lead} before each theme day of “{tag}”") },
  { CIRC_TIMING_THEME_CALENDAR, AT_ONCE, N_ ("On each theme day") },
  { CIRC_TIMING_THEME_CALENDAR, TAGGED | AT_ONCE, N_ ("On each theme day of “{tag}”") },
  { CIRC_TIMING_AGREED_DATE, PLAIN, N_ ("On a date that is agreed each time") },
  { CIRC_TIMING_LINKED, PLAIN, N_ ("{offset} after {item}") },
  { CIRC_TIMING_LINKED, BEFORE, N_ ("{offset} before {item}") },
  { CIRC_TIMING_LINKED, NOTHING_BETWEEN, N_ ("Together with {item}") },
  { CIRC_TIMING_ONGOING, PLAIN, N_ ("All the time, reviewed every {review}") },
  { CIRC_TIMING_AS_REQUIRED, PLAIN, N_ ("When needed") },
  { CIRC_TIMING_ON_REQUEST, PLAIN, N_ ("When somebody asks for it") },
  { CIRC_TIMING_ON_REQUEST, BY, N_ ("When asked for by {requested_by}") },
  { CIRC_TIMING_UNSPECIFIED, PLAIN, N_ ("No timing given") },
};

/* What is said in a sentence of its own, because it is rarely so. */
typedef enum {
  EXTRA_NONE,
  EXTRA_SAME_DAY,
  EXTRA_NEXT_DAY,
  EXTRA_LEAD,
  EXTRA_REMIND,
  N_EXTRAS,
} Extra;

#define WHOLE_SENTENCE "{sentence}"

static const char *const extras[] = {
  [EXTRA_SAME_DAY] = N_ ("{sentence}. Plan for that day even when nobody works."),
  [EXTRA_NEXT_DAY] = N_ ("{sentence}. When nobody works that day, plan for the next working day."),
  [EXTRA_LEAD] = N_ ("{sentence}. Prepare it {lead} ahead."),
  [EXTRA_REMIND] = N_ ("{sentence}. Ask for the date after {target}."),
};
G_STATIC_ASSERT (G_N_ELEMENTS (extras) == N_EXTRAS);

static int
get_variant (const CircTiming *timing)
{
  switch (timing->kind)
    {
    case CIRC_TIMING_BEFORE_EVENT:
    case CIRC_TIMING_AFTER_EVENT:
      return timing->offset == 0 ? NOTHING_BETWEEN : (int) timing->bound;
    case CIRC_TIMING_ON_EVENT:
      return timing->target_days == 0 ? NOTHING_BETWEEN : PLAIN;
    case CIRC_TIMING_IMMEDIATE:
      return timing->offset == 0 ? NOTHING_BETWEEN : PLAIN;
    case CIRC_TIMING_LINKED:
      return timing->offset == 0 ? NOTHING_BETWEEN : timing->offset < 0 ? BEFORE : PLAIN;
    case CIRC_TIMING_EASTER_RELATIVE:
      return timing->easter_offset == 0 ? NOTHING_BETWEEN : timing->easter_offset < 0 ? BEFORE : PLAIN;
    case CIRC_TIMING_NTH_WEEKDAY:
      return timing->length_days > 1 ? SEVERAL_DAYS : PLAIN;
    case CIRC_TIMING_RECURRING:
      return (timing->anchor_date != CIRC_DAY_NONE ? FROM_DATE : 0) | (timing->times > 0 ? SO_MANY_TIMES : 0);
    case CIRC_TIMING_THEME_CALENDAR:
      return (timing->tag != NULL ? TAGGED : 0) | (timing->lead_days == 0 ? AT_ONCE : 0);
    case CIRC_TIMING_ON_REQUEST:
      return timing->requested_by != NULL ? BY : PLAIN;
    default:
      return PLAIN;
    }
}

static Extra
get_extra (const CircTiming *timing)
{
  CircParameters uses = circ_timing_uses (timing->kind);

  if (timing->kind == CIRC_TIMING_AGREED_DATE)
    return timing->target_days != CIRC_TIMING_REMIND_DAYS ? EXTRA_REMIND : EXTRA_NONE;
  if ((uses & CIRC_PARAMETER_LEAD) != 0 && timing->kind != CIRC_TIMING_THEME_CALENDAR && timing->lead_days > 0)
    return EXTRA_LEAD;
  if ((uses & CIRC_PARAMETER_ROLL) != 0 && timing->roll != CIRC_ROLL_PREVIOUS)
    return timing->roll == CIRC_ROLL_NONE ? EXTRA_SAME_DAY : EXTRA_NEXT_DAY;
  return EXTRA_NONE;
}

/* What stands round the sentence, in the user's language. */
static const char *
get_frame (Extra extra)
{
  return extra != EXTRA_NONE ? _ (extras[extra]) : WHOLE_SENTENCE;
}

/* Returns: (transfer full): a translated sentence with its places, in its frame. */
static char *
dup_template (const char *text,
              const char *frame)
{
  const char *at = strstr (frame, WHOLE_SENTENCE);

  g_return_val_if_fail (at != NULL, g_strdup (text));
  return g_strdup_printf ("%.*s%s%s", (int) (at - frame), frame, text, at + strlen (WHOLE_SENTENCE));
}

/* Returns: the slot that begins at @text, an open brace, or %CIRC_N_SLOTS; @length is that of its name and braces. */
static CircSlot
find_slot (const char *text,
           gsize *length)
{
  for (guint i = 0; i < CIRC_N_SLOTS; i++)
    {
      const char *name = circ_slot_get_name (i);
      gsize n = strlen (name);

      if (strncmp (text + 1, name, n) == 0 && text[n + 1] == '}')
        {
          *length = n + 2;
          return i;
        }
    }
  return CIRC_N_SLOTS;
}

/**
 * circ_timing_dup_sentence:
 * @self: a timing
 * @names: (nullable): how records are called
 *
 * Returns: (transfer full): what it says, in the user's language; circ_timing_from_sentence() reads it back
 */
char *
circ_timing_dup_sentence (const CircTiming *self,
                          const CircTimingNames *names)
{
  g_autoptr (CircTiming) plain = circ_timing_copy (self);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *template = NULL;
  int year;

  circ_timing_normalise (plain);
  /* A series has no day of the year, so its start stands in these places. */
  if (plain->anchor_date != CIRC_DAY_NONE)
    circ_day_get_parts (plain->anchor_date, &year, &plain->month, &plain->day);
  for (guint i = 0; template == NULL && i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].kind == plain->kind && sentences[i].variant == get_variant (plain))
      template = dup_template (_ (sentences[i].text), get_frame (get_extra (plain)));
  g_return_val_if_fail (template != NULL, g_strdup (""));
  for (const char *p = template; *p != '\0';)
    {
      gsize length;
      CircSlot slot = *p == '{' ? find_slot (p, &length) : CIRC_N_SLOTS;

      if (slot == CIRC_N_SLOTS)
        {
          g_string_append_c (said, *p++);
          continue;
        }
      {
        g_autofree char *text = circ_slot_dup_text (slot, plain, names);

        g_string_append (said, text);
      }
      p += length;
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

typedef struct {
  const char *whole;
  const Sentence *sentence;
  Extra extra;
  const CircTimingNames *names;
  CircTiming *draft;
} Reader;

/* What the words do not say, but the sentence does by being chosen. */
static void
apply_variant (const Reader *reader,
               CircTiming *timing)
{
  int variant = reader->sentence->variant;

  switch (timing->kind)
    {
    case CIRC_TIMING_BEFORE_EVENT:
    case CIRC_TIMING_AFTER_EVENT:
      if (variant < CIRC_N_BOUNDS)
        timing->bound = variant;
      break;
    case CIRC_TIMING_ON_EVENT:
      if (variant == NOTHING_BETWEEN)
        timing->target_days = 0;
      break;
    case CIRC_TIMING_LINKED:
      if (variant == BEFORE)
        timing->offset = -timing->offset;
      break;
    case CIRC_TIMING_EASTER_RELATIVE:
      if (variant == BEFORE)
        timing->easter_offset = -timing->easter_offset;
      break;
    case CIRC_TIMING_THEME_CALENDAR:
      if ((variant & AT_ONCE) != 0)
        timing->lead_days = 0;
      break;
    default:
      break;
    }
  if (reader->extra == EXTRA_SAME_DAY || reader->extra == EXTRA_NEXT_DAY)
    timing->roll = reader->extra == EXTRA_SAME_DAY ? CIRC_ROLL_NONE : CIRC_ROLL_NEXT;
}

/* The words fit; they are understood when the timing that they give says the same. */
static gboolean
check_reading (Reader *reader)
{
  g_autoptr (CircTiming) timing = circ_timing_copy (reader->draft);
  g_autofree char *said = NULL;

  apply_variant (reader, timing);
  circ_timing_normalise (timing);
  if (!circ_timing_check (timing, NULL))
    return FALSE;
  said = circ_timing_dup_sentence (timing, reader->names);
  if (!g_str_equal (said, reader->whole))
    return FALSE;
  circ_timing_free (reader->draft);
  reader->draft = g_steal_pointer (&timing);
  return TRUE;
}

/* Matches what is left of the template with what is left of the text; a place takes as much as lets the rest fit. */
static gboolean
match (Reader *reader,
       const char *template,
       const char *text)
{
  gsize length;
  CircSlot slot;

  while (*template != '\0' && (*template != '{' || find_slot (template, &length) == CIRC_N_SLOTS))
    if (*template++ != *text++)
      return FALSE;
  if (*template == '\0')
    return *text == '\0' && check_reading (reader);
  slot = find_slot (template, &length);
  template += length;
  for (const char *end = text + 1; *text != '\0'; end++)
    {
      if (*template == '\0')
        end = text + strlen (text);
      if (*template == '\0' || *template == *end)
        {
          g_autofree char *piece = g_strndup (text, (gsize) (end - text));

          if (circ_slot_read (slot, piece, reader->draft, reader->names) && match (reader, template, end))
            return TRUE;
        }
      if (*end == '\0')
        break;
    }
  return FALSE;
}

/* A look at both ends, because most sentences are of another kind and making their templates would cost more. */
static gboolean
can_say (const char *text,
         const char *frame,
         const char *whole)
{
  const char *end = strrchr (frame, '}');
  const char *text_end = strrchr (text, '}');

  if (end != NULL && !g_str_has_suffix (whole, end + 1))
    return FALSE;
  if (g_str_equal (frame, WHOLE_SENTENCE) && !g_str_has_suffix (whole, text_end != NULL ? text_end + 1 : text))
    return FALSE;
  return !g_str_has_prefix (frame, WHOLE_SENTENCE) || strncmp (whole, text, strcspn (text, "{")) == 0;
}

/**
 * circ_timing_from_sentence:
 * @sentence: as circ_timing_dup_sentence() writes it
 * @names: (nullable): how records are called
 *
 * Returns: (transfer full): the timing that says it, or %NULL with @error
 */
CircTiming *
circ_timing_from_sentence (const char *sentence,
                           const CircTimingNames *names,
                           GError **error)
{
  g_autofree char *whole = g_strstrip (g_strdup (sentence));
  const char *frames[N_EXTRAS];

  for (guint extra = EXTRA_NONE; extra < N_EXTRAS; extra++)
    frames[extra] = get_frame (extra);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *text = _ (sentences[i].text);

      for (guint extra = EXTRA_NONE; extra < N_EXTRAS; extra++)
        {
          Reader reader = { whole, &sentences[i], extra, names, NULL };
          g_autofree char *template = NULL;

          if (!can_say (text, frames[extra], whole))
            continue;
          template = dup_template (text, frames[extra]);
          reader.draft = circ_timing_new (sentences[i].kind);
          if (match (&reader, template, whole))
            return reader.draft;
          circ_timing_free (reader.draft);
        }
    }
  g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
               /* translators: %s is a sentence that says when something is sent */
               _ ("“%s” is not understood as a timing."), whole);
  return NULL;
}

static guint
count_slots (const char *text)
{
  guint n = 0;

  for (gsize length; (text = strchr (text, '{')) != NULL; text++)
    n += find_slot (text, &length) != CIRC_N_SLOTS;
  return n;
}

/**
 * circ_timing_get_ways:
 * @kind: a kind
 * @ways: (out) (array fixed-size=CIRC_TIMING_MAX_WAYS): translated sentences with all places that the kind can have
 *
 * Returns: how many there are; they differ in the bound, or in before and after
 */
guint
circ_timing_get_ways (CircTimingKind kind,
                      const char **ways)
{
  guint most = 0, n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].kind == kind)
      most = MAX (most, count_slots (_ (sentences[i].text)));
  for (guint i = 0; i < G_N_ELEMENTS (sentences) && n < CIRC_TIMING_MAX_WAYS; i++)
    if (sentences[i].kind == kind && count_slots (_ (sentences[i].text)) == most)
      ways[n++] = _ (sentences[i].text);
  return n;
}

/**
 * circ_timing_get_remark:
 * @parameter: %CIRC_PARAMETER_LEAD, %CIRC_PARAMETER_TARGET of an agreed date, or %CIRC_PARAMETER_ROLL
 * @roll: which one, for the last
 *
 * Returns: what is said of it after a sentence, with "{sentence}" for that
 */
const char *
circ_timing_get_remark (CircParameters parameter,
                        CircRoll roll)
{
  if (parameter == CIRC_PARAMETER_LEAD)
    return get_frame (EXTRA_LEAD);
  if (parameter == CIRC_PARAMETER_TARGET)
    return get_frame (EXTRA_REMIND);
  if (roll == CIRC_ROLL_PREVIOUS)
    return _ ("{sentence}. When nobody works that day, plan for the working day before.");
  return get_frame (roll == CIRC_ROLL_NONE ? EXTRA_SAME_DAY : EXTRA_NEXT_DAY);
}
