/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-fit.h"

#include <string.h>

#include "circ-advances.h"

/* Widths are counted in 1/2048 of the font's size, so that adding them up is adding whole numbers: a hundred thousand
 * rows are ten million letters. */
static double
from_units (const CircFit *fit,
            gint64         units)
{
  return (double) units * fit->size * fit->stretch * (96.0 / 72.0) / 2048;
}

static gint64
to_units (const CircFit *fit,
          double         pixels)
{
  return (gint64) (pixels / from_units (fit, 1));
}

static inline gunichar
take_advance (const guint16  *ascii,
              const CircFit  *fit,
              const char    **p,
              gint64         *advance,
              gboolean       *known)
{
  gunichar c = (guchar) **p;

  *known = TRUE;
  if (c >= 0x20 && c < 0x7f)
    {
      *advance = ascii[c - 0x20];
      (*p)++;
      return c;
    }
  c = g_utf8_get_char (*p);
  *p = g_utf8_next_char (*p);
  *advance = circ_advance_get (c, fit->bold, known);
  return c;
}

static inline gboolean
breaks_after (gunichar c,
              gboolean eagerly)
{
  return c == ' ' || c == '\t' || (eagerly && (c == '-' || c == '/' || c == 0x2013 || c == 0x2014 || c == '?'));
}

/**
 * walk:
 * @eagerly: also break after hyphens and slashes
 * @n_stop: stop at the end of this line, counted from 1; 0 to go to the end
 * @stop: (out): where line @n_stop ends and the next begins
 *
 * The greedy wrap of every spreadsheet: a word that does not fit goes to a new line; one that fits nowhere is cut.
 *
 * Returns: the number of lines
 */
static guint
walk (const CircFit  *fit,
      const char     *text,
      gboolean        eagerly,
      guint           n_stop,
      const char    **stop,
      gboolean       *foreign)
{
  const guint16 *ascii = circ_advance_get_ascii (fit->bold);
  const gint64 limit = to_units (fit, fit->width);
  const char *word = text;
  gint64 line = 0;       /* width before the present word, spaces included */
  gint64 in_word = 0;
  guint n = 1;

  for (const char *p = text; *p;)
    {
      const char *here = p;
      gint64 advance;
      gboolean known;
      gunichar c;

      if (*p == '\n')
        {
          p++;
          if (n == n_stop)
            {
              *stop = p;
              return n;
            }
          n++;
          word = p;
          line = in_word = 0;
          continue;
        }
      c = take_advance (ascii, fit, &p, &advance, &known);
      if (foreign != NULL && !known && c != '\t')
        *foreign = TRUE;
      /* Spaces hang over the end of a line. */
      if (c != ' ' && line + in_word + advance > limit && here > text)
        {
          if (line > 0 && in_word + advance <= limit)
            line = 0;
          else
            {
              /* The word alone is too long: it starts a line of its own and is cut where that ends. */
              if (line > 0 && word < here)
                {
                  p = word;
                  line = in_word = 0;
                  if (n == n_stop)
                    {
                      *stop = word;
                      return n;
                    }
                  n++;
                  continue;
                }
              word = here;
              line = in_word = 0;
            }
          if (n == n_stop)
            {
              *stop = word;
              return n;
            }
          n++;
        }
      in_word += advance;
      if (breaks_after (c, eagerly))
        {
          line += in_word;
          in_word = 0;
          word = p;
        }
    }
  *stop = text + strlen (text);
  return n;
}

/**
 * circ_fit_count_lines:
 * @foreign: (out) (optional): set to TRUE when another font must step in, whose lines may be higher
 *
 * Programs differ in where they break inside of words, so both ways are tried and the higher count taken: a row is
 * never too low.
 *
 * Returns: the number of lines, at least 1
 */
guint
circ_fit_count_lines (const CircFit *fit,
                      const char    *text,
                      gboolean      *foreign)
{
  const char *stop;
  guint n = walk (fit, text, FALSE, 0, &stop, foreign);

  if (n > 1 && strpbrk (text, "-/?\xe2") != NULL)
    n = MAX (n, walk (fit, text, TRUE, 0, &stop, NULL));
  return n;
}

/**
 * circ_fit_find_break:
 *
 * Returns: the end of the part of @text that fits in @n_lines lines, counted as circ_fit_count_lines() does
 */
const char *
circ_fit_find_break (const CircFit *fit,
                     const char    *text,
                     guint          n_lines)
{
  const char *plain;
  const char *eager;

  g_return_val_if_fail (n_lines > 0, text);

  walk (fit, text, FALSE, n_lines, &plain, NULL);
  walk (fit, text, TRUE, n_lines, &eager, NULL);
  return MIN (plain, eager);
}

/**
 * circ_fit_longest:
 * @words: measure words rather than lines
 *
 * Returns: the width in pixels of the longest line or word of @text; @fit's own width is not looked at
 */
double
circ_fit_longest (const CircFit *fit,
                  const char    *text,
                  gboolean       words)
{
  const guint16 *ascii = circ_advance_get_ascii (fit->bold);
  gint64 longest = 0;
  gint64 width = 0;

  for (const char *p = text; *p;)
    {
      gint64 advance;
      gboolean known;
      gunichar c = take_advance (ascii, fit, &p, &advance, &known);

      width = c == '\n' || (words && c == ' ') ? 0 : width + advance;
      longest = MAX (longest, width);
    }
  return from_units (fit, longest);
}
