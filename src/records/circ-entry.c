/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-entry.h"

G_DEFINE_BOXED_TYPE (CircEntry, circ_entry, circ_entry_copy, circ_entry_free)

/* Returns: (transfer full). */
CircEntry *
circ_entry_new (const char *text,
                gint64 link,
                const char *part)
{
  CircEntry *entry = g_new (CircEntry, 1);

  entry->text = g_strdup (text != NULL ? text : "");
  entry->link = link;
  entry->part = g_strdup (part);
  return entry;
}

CircEntry *
circ_entry_copy (const CircEntry *entry)
{
  return circ_entry_new (entry->text, entry->link, entry->part);
}

void
circ_entry_free (CircEntry *entry)
{
  g_free (entry->text);
  g_free (entry->part);
  g_free (entry);
}

/* The name of the third field of an entry's row catalogue, "purpose" or "part", or NULL where there is none. */
static const char *
part_name (const CircField *field)
{
  g_assert (field->rows != NULL && g_str_equal (field->rows[0].name, "text") && g_str_equal (field->rows[1].name, "link"));
  return field->rows[2].name;
}

/**
 * circ_entries_from_value:
 * @field: a ROWS field whose rows are entries (text, link and at most one more)
 * @value: (nullable): its value
 *
 * Returns: (transfer full) (element-type CircEntry): the entries, in order; empty for %NULL.
 */
GPtrArray *
circ_entries_from_value (const CircField *field,
                         GVariant *value)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  const char *part = part_name (field);

  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);
      const char *text = NULL, *token = NULL;
      gint64 link = 0;

      g_variant_lookup (row, "text", "&s", &text);
      g_variant_lookup (row, "link", "x", &link);
      if (part != NULL)
        g_variant_lookup (row, part, "&s", &token);
      g_ptr_array_add (entries, circ_entry_new (text, link, token));
    }
  return entries;
}

/**
 * circ_entries_to_value:
 *
 * Returns: (transfer full) (nullable): a value for @field, not floating; %NULL when there are no entries.
 */
GVariant *
circ_entries_to_value (const CircField *field,
                       GPtrArray *entries)
{
  const char *part = part_name (field);
  GVariantBuilder rows;

  if (entries->len == 0)
    return NULL;
  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = g_ptr_array_index (entries, i);

      g_variant_builder_open (&rows, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&rows, "{sv}", "text", g_variant_new_string (entry->text));
      if (entry->link != 0)
        g_variant_builder_add (&rows, "{sv}", "link", g_variant_new_int64 (entry->link));
      if (part != NULL && entry->part != NULL)
        g_variant_builder_add (&rows, "{sv}", part, g_variant_new_string (entry->part));
      g_variant_builder_close (&rows);
    }
  return g_variant_ref_sink (g_variant_builder_end (&rows));
}

/* Returns: (transfer full): the words of all entries with @separator between them; "" for %NULL. */
char *
circ_entries_join (const CircField *field,
                   GVariant *value,
                   const char *separator)
{
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, value);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = g_ptr_array_index (entries, i);

      if (i > 0)
        g_string_append (words, separator);
      g_string_append (words, entry->text);
    }
  return g_string_free (words, FALSE);
}
