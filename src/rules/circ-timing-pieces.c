/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence taken apart, to be edited: which words stand, and where something is chosen. It comes from the sentences
 * themselves, so that a kind, a language or a parameter needs nothing here. */
#include "config.h"

#include "circ-timing-pieces.h"

#include <string.h>

static void
piece_free (gpointer data)
{
  CircPiece *piece = data;

  g_free (piece->words);
  g_strfreev (piece->choices);
  g_free (piece);
}

static CircPiece *
add_piece (GPtrArray *pieces,
           CircPieceKind kind)
{
  CircPiece *piece = g_new0 (CircPiece, 1);

  piece->kind = kind;
  piece->slot = CIRC_N_SLOTS;
  g_ptr_array_add (pieces, piece);
  return piece;
}

/* Returns: (transfer full) (nullable): @words without the blanks and quotes at their ends, if anything is left. */
static char *
trim (const char *words)
{
  const char *end = words + strlen (words);

  while (words < end)
    {
      gunichar c = g_utf8_get_char (words);

      if (g_unichar_isalnum (c))
        break;
      words = g_utf8_next_char (words);
    }
  while (end > words)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (c != ' ' && c != 0x201c && c != 0x201d)
        break;
      end = last;
    }
  return end > words ? g_strndup (words, (gsize) (end - words)) : NULL;
}

static void
add_words (GPtrArray *pieces,
           const char *words,
           gsize length)
{
  g_autofree char *part = g_strndup (words, length);
  g_autofree char *trimmed = trim (part);

  if (trimmed != NULL)
    add_piece (pieces, CIRC_PIECE_WORDS)->words = g_steal_pointer (&trimmed);
}

static CircSlot
find_slot (const char *name,
           gsize length)
{
  for (guint i = 0; i < CIRC_N_SLOTS; i++)
    if (strlen (circ_slot_get_name (i)) == length && strncmp (circ_slot_get_name (i), name, length) == 0)
      return i;
  return CIRC_N_SLOTS;
}

/* Returns: (transfer full) (element-type CircPiece): words and slots. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

  while (*text != '\0')
    {
      gsize words = strcspn (text, "{"), name = 0;

      add_words (pieces, text, words);
      text += words;
      if (*text == '\0')
        break;
      name = strcspn (text, "}");
      add_piece (pieces, CIRC_PIECE_SLOT)->slot = find_slot (text + 1, name - 1);
      text += MIN (name + 1, strlen (text));
    }
  return pieces;
}

static gboolean
same_shape (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CircPiece *one = a->pdata[i], *other = b->pdata[i];

      if (one->kind != other->kind || one->slot != other->slot)
        return FALSE;
    }
  return TRUE;
}

/* Words of which each way has others are chosen. */
static void
merge_ways (GPtrArray *pieces,
            GPtrArray *ways)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      CircPiece *piece = pieces->pdata[i];
      g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
      gboolean differs = FALSE;

      for (guint j = 0; j < ways->len; j++)
        {
          const CircPiece *other = ((GPtrArray *) ways->pdata[j])->pdata[i];

          differs = differs || g_strcmp0 (piece->words, other->words) != 0;
          g_strv_builder_add (choices, other->words != NULL ? other->words : "");
        }
      if (!differs)
        continue;
      piece->kind = CIRC_PIECE_WAY;
      piece->choices = g_strv_builder_end (choices);
    }
}

/* Day, month and year are one date. */
static void
join_date (GPtrArray *pieces)
{
  for (guint i = pieces->len; i > 0; i--)
    {
      const CircPiece *piece = pieces->pdata[i - 1];

      if (piece->slot == CIRC_SLOT_DAY || piece->slot == CIRC_SLOT_MONTH)
        g_ptr_array_remove_index (pieces, i - 1);
    }
}

/**
 * circ_timing_dup_pieces:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type CircPiece): its sentence, with all that can be said in it
 */
GPtrArray *
circ_timing_dup_pieces (CircTimingKind kind)
{
  const char *texts[CIRC_TIMING_MAX_WAYS];
  guint n = circ_timing_get_ways (kind, texts);
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *pieces = split (texts[0]);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (ways, split (texts[i]));
      /* A translation that turns the order round in one of them can only be edited as it is. */
      if (!same_shape (pieces, ways->pdata[i]))
        g_ptr_array_remove_index (ways, ways->len - 1);
    }
  if (ways->len == n)
    merge_ways (pieces, ways);
  if (kind == CIRC_TIMING_RECURRING)
    join_date (pieces);
  return pieces;
}

static char *
dup_remark (CircParameters parameter,
            CircRoll roll)
{
  const char *frame = circ_timing_get_remark (parameter, roll);
  const char *end = strchr (frame, '}');

  return trim (end != NULL ? end + 1 : frame);
}

/**
 * circ_timing_dup_further_pieces:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type CircPiece): what can be said of it besides, which is seldom needed
 */
GPtrArray *
circ_timing_dup_further_pieces (CircTimingKind kind)
{
  CircParameters uses = circ_timing_uses (kind);
  GPtrArray *pieces = NULL;
  g_autofree char *remark = NULL;

  if (kind == CIRC_TIMING_AGREED_DATE)
    remark = dup_remark (CIRC_PARAMETER_TARGET, CIRC_ROLL_PREVIOUS);
  else if ((uses & CIRC_PARAMETER_LEAD) != 0 && kind != CIRC_TIMING_THEME_CALENDAR)
    remark = dup_remark (CIRC_PARAMETER_LEAD, CIRC_ROLL_PREVIOUS);
  pieces = split (remark != NULL ? remark : "");
  if ((uses & CIRC_PARAMETER_ROLL) != 0)
    {
      g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

      for (guint i = 0; i < CIRC_N_ROLLS; i++)
        {
          g_autofree char *choice = dup_remark (CIRC_PARAMETER_ROLL, i);

          g_strv_builder_add (choices, choice);
        }
      add_piece (pieces, CIRC_PIECE_ROLL)->choices = g_strv_builder_end (choices);
    }
  return pieces;
}

static int *
get_signed (CircTiming *timing)
{
  return timing->kind == CIRC_TIMING_EASTER_RELATIVE ? &timing->easter_offset : &timing->offset;
}

/* Returns: which choice of a %CIRC_PIECE_WAY says what @self means. */
guint
circ_timing_get_way (const CircTiming *self)
{
  if ((circ_timing_uses (self->kind) & CIRC_PARAMETER_BOUND) != 0)
    return self->bound;
  return *get_signed ((CircTiming *) self) < 0;
}

/* After and before are one number, with a sign. */
void
circ_timing_set_way (CircTiming *self,
                     guint way)
{
  int *number = get_signed (self);

  if ((circ_timing_uses (self->kind) & CIRC_PARAMETER_BOUND) != 0)
    self->bound = way;
  else
    *number = way == 0 ? ABS (*number) : -ABS (*number);
}
