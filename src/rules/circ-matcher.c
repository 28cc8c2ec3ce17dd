/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matcher.h"

#include <string.h>

/* Names are compared at three levels, the strictest first; a level is tried only when the one before found nobody. */
typedef enum {
  LEVEL_EXACT,    /* case and spaces */
  LEVEL_SPELLING, /* and punctuation, hyphens, singular and plural */
  LEVEL_BARE,     /* and what may stand around a name without changing who is meant */
  N_LEVELS,
} Level;

typedef struct {
  const char *kind; /* (interned) */
  gint64 id;
  char **tokens; /* (owned) of LEVEL_BARE, for candidates */
} Name;

struct _CircMatcher {
  char **short_name;              /* (owned) tokens of the partnership's short name */
  GPtrArray *names;               /* (owned) (element-type Name) */
  GHashTable *by_key[N_LEVELS];   /* (owned) (element-type utf8 GPtrArray<Name>) */
};

/* Candidates are for a chooser that a person reads: more than these are no help. */
#define MAX_CANDIDATES 8

static void
name_free (Name *name)
{
  g_strfreev (name->tokens);
  g_free (name);
}

/* One spelling for what the eye takes to be the same: composed characters, no case. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal, -1);
}

/* An apostrophe joins ("children's" is one word), any other sign parts. */
static char **
tokenise (const char *folded)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) token = g_string_new (NULL);

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_unichar (token, c);
          continue;
        }
      if (c == '\'' || c == 0x2019)
        continue;
      if (token->len > 0)
        {
          g_strv_builder_add (builder, token->str);
          g_string_truncate (token, 0);
        }
      if (c == '&')
        g_strv_builder_add (builder, "and");
      if (c == 0)
        break;
    }
  return g_strv_builder_end (builder);
}

/* Takes the plural off an English word. Wrong words come out too ("new" for "news"), but the same on both sides;
 * short ones are left alone because they are abbreviations (NHS). */
static void
make_singular (char *word)
{
  gsize len = strlen (word);

  if (len <= 3 || g_str_has_suffix (word, "ss") || g_str_has_suffix (word, "us") || g_str_has_suffix (word, "is"))
    return;
  if (g_str_has_suffix (word, "ies") && len > 4)
    {
      word[len - 3] = 'y';
      word[len - 2] = '\0';
    }
  else if (g_str_has_suffix (word, "sses") || g_str_has_suffix (word, "ches") || g_str_has_suffix (word, "shes") ||
           g_str_has_suffix (word, "xes"))
    word[len - 2] = '\0';
  else if (word[len - 1] == 's')
    word[len - 1] = '\0';
}

/* How many tokens at the beginning only lead up to the name. Never all of them. */
static guint
count_lead (CircMatcher *self,
            char **tokens,
            guint n)
{
  static const char *const fillers[] = { "to", "all", "the", "our", NULL };
  guint n_short = g_strv_length (self->short_name);
  guint lead = 0;

  while (lead + 1 < n && g_strv_contains (fillers, tokens[lead]))
    lead++;
  if (n_short > 0 && lead + n_short < n)
    {
      guint i = 0;

      while (i < n_short && strcmp (tokens[lead + i], self->short_name[i]) == 0)
        i++;
      if (i == n_short)
        lead += n_short;
    }
  return lead;
}

/* The tokens of a name at a level, as a new array. */
static char **
level_tokens (CircMatcher *self,
              const char *text,
              Level level)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) tokens = tokenise (folded);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = g_strv_length (tokens);
  guint first = 0;

  if (level == LEVEL_BARE)
    {
      /* "All schools via their governors" is for all schools; the rest says how it gets there. */
      for (guint i = 1; i < n; i++)
        if (strcmp (tokens[i], "via") == 0)
          {
            n = i;
            break;
          }
      first = count_lead (self, tokens, n);
    }
  for (guint i = first; i < n; i++)
    {
      make_singular (tokens[i]);
      g_strv_builder_add (builder, tokens[i]);
    }
  return g_strv_builder_end (builder);
}

/* Without spaces, so that "E mail", "E-mail" and "Email", "sub-group" and "subgroup" are one. */
static char *
make_key (CircMatcher *self,
          const char *text,
          Level level)
{
  g_auto (GStrv) tokens = NULL;

  if (level == LEVEL_EXACT)
    {
      g_autofree char *folded = fold (text);
      g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n\v\f", -1);
      g_autoptr (GString) key = g_string_new (NULL);

      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", words[i]);
      return g_string_free (g_steal_pointer (&key), FALSE);
    }
  tokens = level_tokens (self, text, level);
  return g_strjoinv (NULL, tokens);
}

/**
 * circ_matcher_new:
 * @short_name: (nullable): the partnership's short name; in front of a name it changes nothing
 *
 * Returns: (transfer full): a matcher that knows no names yet
 */
CircMatcher *
circ_matcher_new (const char *short_name)
{
  CircMatcher *self = g_new0 (CircMatcher, 1);
  g_autofree char *folded = fold (short_name != NULL ? short_name : "");

  self->short_name = tokenise (folded);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  for (guint i = 0; i < N_LEVELS; i++)
    self->by_key[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
circ_matcher_free (CircMatcher *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    g_hash_table_unref (self->by_key[i]);
  g_ptr_array_unref (self->names);
  g_strfreev (self->short_name);
  g_free (self);
}

/**
 * circ_matcher_add:
 * @self: a matcher
 * @kind: name of the record's kind ("audience")
 * @id: the record
 * @name: (nullable): a title, another name or an abbreviation; one with no letter or digit is not added
 */
void
circ_matcher_add (CircMatcher *self,
                  const char *kind,
                  gint64 id,
                  const char *name)
{
  g_auto (GStrv) tokens = level_tokens (self, name != NULL ? name : "", LEVEL_BARE);
  Name *entry;

  if (tokens[0] == NULL)
    return;
  entry = g_new0 (Name, 1);
  entry->kind = g_intern_string (kind);
  entry->id = id;
  entry->tokens = g_steal_pointer (&tokens);
  g_ptr_array_add (self->names, entry);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_autofree char *key = make_key (self, name, i);
      GPtrArray *same = g_hash_table_lookup (self->by_key[i], key);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (self->by_key[i], g_steal_pointer (&key), same);
        }
      g_ptr_array_add (same, entry);
    }
}

/* Adds every line of an "also called" field. */
void
circ_matcher_add_lines (CircMatcher *self,
                        const char *kind,
                        gint64 id,
                        const char *names)
{
  g_auto (GStrv) lines = g_strsplit_set (names != NULL ? names : "", "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    circ_matcher_add (self, kind, id, lines[i]);
}

/* Adds @id unless it is there. */
static void
add_id (GArray *ids,
        gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static gboolean
has_all_tokens (char **tokens,
                char **among)
{
  for (guint i = 0; tokens[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) among, tokens[i]))
      return FALSE;
  return TRUE;
}

/* Records whose name is part of the words, or has all of them: near enough to offer, never enough to choose. */
static void
add_near (CircMatcher *self,
          const char *words,
          const char *const *kinds,
          GArray *candidates)
{
  g_auto (GStrv) tokens = level_tokens (self, words, LEVEL_BARE);

  if (tokens[0] == NULL)
    return;
  for (guint i = 0; i < self->names->len && candidates->len < MAX_CANDIDATES; i++)
    {
      Name *name = self->names->pdata[i];

      if (kinds != NULL && !g_strv_contains (kinds, name->kind))
        continue;
      if (has_all_tokens (name->tokens, tokens) || has_all_tokens (tokens, name->tokens))
        add_id (candidates, name->id);
    }
}

/* Returns: (transfer full) (element-type gint64): every record that the words mean, at the strictest level that knows one */
static GArray *
find (CircMatcher *self,
      const char *words,
      const char *const *kinds)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint level = 0; level < N_LEVELS && found->len == 0; level++)
    {
      g_autofree char *key = make_key (self, words, level);
      GPtrArray *same = *key != '\0' ? g_hash_table_lookup (self->by_key[level], key) : NULL;

      for (guint i = 0; same != NULL && i < same->len; i++)
        {
          Name *name = same->pdata[i];

          if (kinds == NULL || g_strv_contains (kinds, name->kind))
            add_id (found, name->id);
        }
    }
  return found;
}

/**
 * circ_matcher_match:
 * @self: a matcher
 * @words: the words of an entry
 * @kinds: (nullable) (array zero-terminated=1): names of the kinds that may be meant; %NULL for any
 * @candidates: (out) (optional) (transfer full) (element-type gint64): when nothing was recognised, ids that a person
 *   may want to choose from, the likeliest first; may be empty
 *
 * Returns: the id of the one record that the words mean, or 0 when there is none or more than one
 */
gint64
circ_matcher_match (CircMatcher *self,
                    const char *words,
                    const char *const *kinds,
                    GArray **candidates)
{
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (words != NULL, 0);

  found = find (self, words, kinds);
  if (found->len == 1)
    {
      gint64 id = g_array_index (found, gint64, 0);

      if (candidates != NULL)
        {
          g_array_set_size (found, 0);
          *candidates = g_steal_pointer (&found);
        }
      return id;
    }
  if (candidates != NULL)
    {
      add_near (self, words, kinds, found);
      *candidates = g_steal_pointer (&found);
    }
  return 0;
}

/**
 * circ_matcher_count:
 *
 * Returns: how many records the words mean equally well: circ_matcher_match() tells nothing of more than one from none
 */
guint
circ_matcher_count (CircMatcher *self,
                    const char *words,
                    const char *const *kinds)
{
  g_autoptr (GArray) found = find (self, words, kinds);

  return found->len;
}

/**
 * circ_matcher_normalise:
 * @self: a matcher
 * @words: words
 *
 * Returns: (transfer full): the loosest form by which words are compared; for tests
 */
char *
circ_matcher_normalise (CircMatcher *self,
                        const char *words)
{
  return make_key (self, words, LEVEL_BARE);
}
