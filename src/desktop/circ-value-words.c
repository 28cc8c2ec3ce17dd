/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-value-words.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-rules.h"
#include "circ-timing-row.h"

/* As much of the other value is shown to choose by; the history of the record has the whole of it. */
#define CONFLICT_CHARACTERS 1000

static char *
dup_names (CircSession *session,
           GVariant *ids)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (ids); i++)
    {
      g_autofree char *name = NULL;
      gint64 id = 0;

      g_variant_get_child (ids, i, "x", &id);
      name = circ_session_dup_title (session, id);
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_sentences (CircSession *session,
               GVariant *value)
{
  g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (value);
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *sentence = circ_plan_rule_dup_sentence (circ_session_get_store (session), rules->pdata[i]);

      g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free (sentences, FALSE);
}

char *
circ_value_dup_words (CircSession *session,
                      const CircField *field,
                      GVariant *value)
{
  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);

  if (value == NULL)
    return g_strdup (_ ("nothing"));
  if (field->kind == CIRC_FIELD_REFERENCE)
    return circ_session_dup_title (session, g_variant_get_int64 (value));
  if (field->kind == CIRC_FIELD_REFERENCES)
    return dup_names (session, value);
  if (field->rows == circ_timing_row)
    return dup_sentences (session, value);
  return circ_field_format (field, value);
}

char *
circ_value_shorten (const char *words,
                    glong n)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= n)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, n - 1);
  return g_strconcat (start, "…", NULL);
}

static char *
dup_shown (CircSession *session,
           const CircField *field,
           GVariant *theirs)
{
  g_autofree char *words = circ_value_dup_words (session, field, theirs);

  return circ_value_shorten (words, CONFLICT_CHARACTERS);
}

char *
circ_value_dup_conflict (CircSession *session,
                         const CircField *field,
                         GVariant *theirs)
{
  g_autofree char *shown = dup_shown (session, field, theirs);

  if (theirs == NULL)
    return g_strdup (_ ("Meanwhile this was emptied elsewhere."));
  /* translators: %s is what another window or person has written into the field that is being edited here; it may be
   * several sentences, so none is ended after it */
  return g_strdup_printf (_ ("Meanwhile this was changed elsewhere. It now says: “%s”"), shown);
}

char *
circ_value_dup_offer (CircSession *session,
                      const CircField *field,
                      GVariant *theirs)
{
  g_autofree char *shown = dup_shown (session, field, theirs);

  if (theirs == NULL)
    return g_strdup (_ ("In the file this is empty now."));
  /* translators: %s is what is saved in a field in which something else is written here; it may be several sentences, so
   * none is ended after it */
  return g_strdup_printf (_ ("In the file this now says: “%s”"), shown);
}
