/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-query-private.h"

#include <string.h>

/* The index has words of letters and digits; what is neither would match nothing and hide what the rest finds. */
static gboolean
has_word (const char *piece)
{
  for (const char *p = piece; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* In quotes everything is a word: AND, NEAR, *, : and brackets lose their meaning; a quote is doubled. */
static void
append_phrase (GString *expression,
               const char *phrase)
{
  g_string_append_c (expression, '"');
  for (const char *p = phrase; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append (expression, "\" *");
}

/* Who looks for email means e-mail too, and the other way round: one word of the index there, two here.
 * Returns: (transfer full) (nullable): @piece as others write it */
static char *
dup_other_spelling (const char *piece)
{
  static const char *const prefixes[] = { "e", "co", "sub", "multi", "inter", "non" };

  if (strchr (piece, '-') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (piece, "-", -1);

      return g_strjoinv (NULL, parts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize length = strlen (prefixes[i]);

      if (g_ascii_strncasecmp (piece, prefixes[i], length) == 0 && g_ascii_isalpha (piece[length]))
        return g_strconcat (prefixes[i], "-", piece + length, NULL);
    }
  return NULL;
}

static void
append_piece (GString *expression,
              const char *piece)
{
  g_autofree char *other = dup_other_spelling (piece);

  if (expression->len > 0)
    g_string_append (expression, " AND ");
  if (other != NULL && has_word (other))
    {
      g_string_append_c (expression, '(');
      append_phrase (expression, other);
      g_string_append (expression, " OR ");
    }
  append_phrase (expression, piece);
  if (other != NULL && has_word (other))
    g_string_append_c (expression, ')');
}

static char **
split_words (const char *typed)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (spaced, g_unichar_isspace (c) ? ' ' : c);
    }
  return g_strsplit (spaced->str, " ", -1);
}

char *
circ_search_words (const char *typed)
{
  g_autofree char *valid = typed != NULL ? g_utf8_make_valid (typed, -1) : NULL;
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GString) expression = g_string_new (NULL);

  if (valid == NULL)
    return NULL;
  pieces = split_words (valid);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (has_word (pieces[i]))
      append_piece (expression, pieces[i]);
  if (expression->len == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&expression), FALSE);
}
