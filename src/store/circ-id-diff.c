/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to tell a list view. GTK looks up every row that it is told has "moved", so a new order of a million rows is
 * told as a removal and an addition, and the change of one row as just that. */
#include "config.h"

#include "circ-id-diff.h"

#define LOOK_AHEAD 64 /* rows: how many may have come or gone in one place and still be told as such */
#define MAX_STEPS 64  /* more than this is a new order */

typedef struct {
  const gint64 *before;
  const gint64 *after;
  guint n_before;
  guint n_after;
} CircIdSpan;

static guint
common_start (const CircIdSpan *span)
{
  guint n = 0;

  while (n < span->n_before && n < span->n_after && span->before[n] == span->after[n])
    n++;
  return n;
}

static guint
common_end (const CircIdSpan *span,
            guint start)
{
  guint n = 0;

  while (n < span->n_before - start && n < span->n_after - start
         && span->before[span->n_before - 1 - n] == span->after[span->n_after - 1 - n])
    n++;
  return n;
}

/* How far on @id comes in @ids; LOOK_AHEAD when it does not come soon. */
static guint
look_ahead (const gint64 *ids,
            guint from,
            guint n_ids,
            gint64 id)
{
  guint n = MIN (n_ids - from, LOOK_AHEAD);

  for (guint i = 0; i < n; i++)
    if (ids[from + i] == id)
      return i;
  return LOOK_AHEAD;
}

/* What the rows at @i and @j, which differ, mean: how many went and how many came here. Where both could be meant the
 * smaller is. */
static void
find_step (const CircIdSpan *span,
           guint i,
           guint j,
           CircIdStep *step)
{
  guint gone = span->n_before - i;
  guint come = span->n_after - j;

  if (gone > 0 && come > 0)
    {
      gone = look_ahead (span->before, i, span->n_before, span->after[j]);
      come = look_ahead (span->after, j, span->n_after, span->before[i]);
      if (gone == LOOK_AHEAD && come == LOOK_AHEAD)
        gone = come = 1; /* one row in the place of another, or both far from where they were */
      else if (gone <= come)
        come = 0;
      else
        gone = 0;
    }
  step->removed = gone;
  step->added = come;
}

/* Steps are told from the start to the end, so a position is the place in the new array. */
static gboolean
small_steps (const CircIdSpan *span,
             guint start,
             GArray *steps)
{
  guint i = start;
  guint j = start;

  while (i < span->n_before || j < span->n_after)
    {
      CircIdStep step = { j, 0, 0, j };

      if (i < span->n_before && j < span->n_after && span->before[i] == span->after[j])
        {
          i++;
          j++;
          continue;
        }
      if (steps->len == MAX_STEPS)
        return FALSE;
      find_step (span, i, j, &step);
      g_array_append_val (steps, step);
      i += step.removed;
      j += step.added;
    }
  return TRUE;
}

static void
two_steps (const CircIdSpan *span,
           guint start,
           guint end,
           GArray *steps)
{
  CircIdStep out = { start, span->n_before - start - end, 0, start };
  CircIdStep in = { start, 0, span->n_after - start - end, start };

  g_array_set_size (steps, 0);
  if (out.removed > 0)
    g_array_append_val (steps, out);
  if (in.added > 0)
    g_array_append_val (steps, in);
}

GArray *
circ_id_diff (GArray *before,
              GArray *after)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (CircIdStep));
  CircIdSpan span = { (gpointer) before->data, (gpointer) after->data, before->len, after->len };
  guint start = common_start (&span);
  guint end = common_end (&span, start);
  CircIdSpan middle = { span.before, span.after, span.n_before - end, span.n_after - end };

  if (middle.n_before == start || middle.n_after == start || !small_steps (&middle, start, steps))
    two_steps (&span, start, end, steps);
  return steps;
}
