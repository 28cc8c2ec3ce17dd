/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-ref.h"

#include <string.h>

#define VIA "/via:"

/* Tokens are written to files: they never change. */
static const struct {
  const char *token;
  gboolean has_id;
  gboolean has_number;
} sources[] = {
  [CIRC_SOURCE_EVENT] = { "event", TRUE, FALSE },
  [CIRC_SOURCE_YEAR] = { "year", FALSE, TRUE },
  [CIRC_SOURCE_SERIES] = { "series", FALSE, TRUE },
  [CIRC_SOURCE_THEME] = { "theme", TRUE, TRUE },
  [CIRC_SOURCE_TRIGGER] = { "trigger", TRUE, FALSE },
  [CIRC_SOURCE_WAITING] = { "waiting", FALSE, FALSE },
  [CIRC_SOURCE_BY_HAND] = { "by-hand", FALSE, FALSE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sources) == CIRC_N_SOURCES);

guint
circ_occurrence_ref_hash (const CircOccurrenceRef *self)
{
  return ((guint) self->source * 31 + (guint) self->id) * 31 + (guint) self->number + (guint) self->via * 7919;
}

gboolean
circ_occurrence_ref_equal (const CircOccurrenceRef *self,
                           const CircOccurrenceRef *other)
{
  return self->source == other->source && self->id == other->id && self->number == other->number &&
         self->via == other->via;
}

/* Returns: (transfer full): "event:12", "theme:5:2027", "year:2027/via:2": what a record of the occurrence keeps. */
char *
circ_occurrence_ref_dup_text (const CircOccurrenceRef *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self->source < CIRC_N_SOURCES, NULL);

  g_string_append (text, sources[self->source].token);
  if (sources[self->source].has_id)
    g_string_append_printf (text, ":%" G_GINT64_FORMAT, self->id);
  if (sources[self->source].has_number)
    g_string_append_printf (text, ":%d", self->number);
  if (self->via != 0)
    g_string_append_printf (text, VIA "%" G_GINT64_FORMAT, self->via);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_number (char **parts,
             guint *part,
             gint64 max,
             gint64 *number)
{
  return parts[*part] != NULL && g_ascii_string_to_signed (parts[(*part)++], 10, 0, max, number, NULL);
}

/**
 * circ_occurrence_ref_from_text:
 * @text: (nullable): what circ_occurrence_ref_dup_text() wrote; %NULL for an occurrence that was recorded by hand
 * @self: (out): set only on success
 *
 * Returns: FALSE when @text is none
 */
gboolean
circ_occurrence_ref_from_text (const char *text,
                               CircOccurrenceRef *self)
{
  CircOccurrenceRef ref = { CIRC_SOURCE_BY_HAND, 0, 0, 0 };
  const char *via = text != NULL ? strstr (text, VIA) : NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) parts = NULL;
  guint part = 1;
  gint64 number = 0;

  if (text == NULL)
    {
      *self = ref;
      return TRUE;
    }
  if (via != NULL && !g_ascii_string_to_signed (via + strlen (VIA), 10, 1, G_MAXINT64, &ref.via, NULL))
    return FALSE;
  head = via != NULL ? g_strndup (text, (gsize) (via - text)) : g_strdup (text);
  parts = g_strsplit (head, ":", -1);
  for (ref.source = 0; ref.source < CIRC_N_SOURCES; ref.source++)
    if (g_strcmp0 (parts[0], sources[ref.source].token) == 0)
      break;
  if (ref.source == CIRC_N_SOURCES ||
      (sources[ref.source].has_id && !take_number (parts, &part, G_MAXINT64, &ref.id)) ||
      (sources[ref.source].has_number && !take_number (parts, &part, G_MAXINT, &number)) || parts[part] != NULL)
    return FALSE;
  ref.number = (int) number;
  *self = ref;
  return TRUE;
}
