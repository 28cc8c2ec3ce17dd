/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-row-values.h"

#include "circ-row.h"

#define MAX_COLUMNS 16 /* of the rows inside a field; the widest has four */

gboolean
circ_row_values_has_new (const CircRowValues *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (g_array_index (self->links, CircLink, i).target < 0)
      return TRUE;
  return FALSE;
}

gboolean
circ_field_has_links (const CircField *field)
{
  if (field->kind == CIRC_FIELD_REFERENCE || field->kind == CIRC_FIELD_REFERENCES)
    return circ_field_is_stored (field);
  if (field->kind != CIRC_FIELD_ROWS || !circ_field_is_stored (field))
    return FALSE;
  for (const CircField *part = field->rows; part->name != NULL; part++)
    if (circ_field_has_links (part))
      return TRUE;
  return FALSE;
}

/* Where a walk over a field puts what it finds; either may be NULL. */
typedef struct {
  guint field;
  guint position;
  GArray *links;
  GString *words;
} CircWalk;

static void
add_link (CircWalk *walk,
          const CircField *holder,
          gint64 target)
{
  CircLink reference = { walk->field, holder, walk->position, target };

  if (target == 0 || walk->links == NULL)
    return;
  g_array_append_val (walk->links, reference);
  walk->position++;
}

static void
add_words (CircWalk *walk,
           const char *words)
{
  if (walk->words == NULL)
    return;
  if (walk->words->len > 0)
    g_string_append_c (walk->words, '\n');
  g_string_append (walk->words, words);
}

static void
walk_value (CircWalk *walk,
            const CircField *field,
            GVariant *value)
{
  switch (field->kind)
    {
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
      add_words (walk, g_variant_get_string (value, NULL));
      break;
    case CIRC_FIELD_REFERENCE:
      add_link (walk, field, g_variant_get_int64 (value));
      break;
    case CIRC_FIELD_REFERENCES:
      for (gsize i = 0; i < g_variant_n_children (value); i++)
        {
          g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

          add_link (walk, field, g_variant_get_int64 (child));
        }
      break;
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_BOOLEAN:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_SET:
    case CIRC_FIELD_ROWS:
    case CIRC_FIELD_IMAGE:
    default:
      break;
    }
}

/* Takes one row apart, once: looking its cells up by name would take it apart for each. @cells has a place for each
 * column; what the catalogue does not know is left out. */
static void
read_cells (const CircField *columns,
            GVariant *row,
            GVariant **cells)
{
  gsize n_entries = g_variant_n_children (row);

  for (gsize i = 0; i < n_entries; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (row, i);
      g_autoptr (GVariant) name = g_variant_get_child_value (entry, 0);
      const CircField *column = circ_field_find (columns, g_variant_get_string (name, NULL));
      g_autoptr (GVariant) boxed = column != NULL ? g_variant_get_child_value (entry, 1) : NULL;

      if (boxed != NULL && cells[column - columns] == NULL)
        cells[column - columns] = g_variant_get_variant (boxed);
    }
}

static void
walk_rows (CircWalk *walk,
           const CircField *field,
           GVariant *value)
{
  gsize n_rows = g_variant_n_children (value);
  GVariant *cells[MAX_COLUMNS] = { NULL };

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);

      read_cells (field->rows, row, cells);
      /* In the order of the catalogue, whatever that of the keys is: positions are counted in it. */
      for (guint j = 0; field->rows[j].name != NULL; j++)
        {
          g_assert (j < MAX_COLUMNS);
          if (cells[j] != NULL && g_variant_is_of_type (cells[j], circ_field_get_value_type (&field->rows[j])))
            walk_value (walk, &field->rows[j], cells[j]);
          g_clear_pointer (&cells[j], g_variant_unref);
        }
    }
}

static void
walk_field (CircWalk *walk,
            const CircField *field,
            GVariant *value)
{
  if (field->kind == CIRC_FIELD_ROWS)
    walk_rows (walk, field, value);
  else
    walk_value (walk, field, value);
}

void
circ_link_collect (const CircKind *kind,
                   guint field,
                   GVariant *value,
                   GArray *links)
{
  CircWalk walk = { field, 0, links, NULL };

  if (value != NULL && circ_field_has_links (&kind->fields[field]))
    walk_field (&walk, &kind->fields[field], value);
}

static gboolean
is_text (const CircField *field)
{
  return field->kind == CIRC_FIELD_TEXT || field->kind == CIRC_FIELD_LONG_TEXT;
}

static void
read_field (CircRowValues *self,
            guint field,
            GVariant *value)
{
  const CircField *catalogue = &self->kind->fields[field];
  gboolean searchable = circ_field_is_searchable (catalogue);
  gboolean names = (int) field == self->kind->title_field && is_text (catalogue);
  CircWalk walk = { field, 0, self->links, searchable && !names ? self->other_words : NULL };

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    self->texts[field] = g_variant_get_string (value, NULL);
  else
    self->texts[field] = self->owned[field] = circ_field_to_stored (catalogue, value);
  if (searchable && names)
    self->title_words = self->texts[field];
  walk_field (&walk, catalogue, value);
}

void
circ_row_values_init (CircRowValues *self,
                      CircRecord *record)
{
  self->kind = circ_record_get_kind (record);
  self->texts = g_new0 (const char *, self->kind->n_fields);
  self->owned = g_new0 (char *, self->kind->n_fields);
  self->links = g_array_new (FALSE, FALSE, sizeof (CircLink));
  self->title_words = NULL;
  self->other_words = g_string_sized_new (256);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      GVariant *value = circ_record_get (record, i);

      if (value != NULL && circ_field_is_stored (&self->kind->fields[i])
          && !circ_value_is_blank (&self->kind->fields[i], value))
        read_field (self, i, value);
    }
}

void
circ_row_values_clear (CircRowValues *self)
{
  for (guint i = 0; self->owned != NULL && i < self->kind->n_fields; i++)
    g_free (self->owned[i]);
  g_clear_pointer (&self->owned, g_free);
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->links, g_array_unref);
  if (self->other_words != NULL)
    g_string_free (g_steal_pointer (&self->other_words), TRUE);
}

/* Written by hand, as an import writes one for each of 100,000 rows; circ_row_from_json() reads it. */
char *
circ_row_values_to_json (const CircRowValues *self)
{
  GString *json = g_string_sized_new (1024);

  g_string_append_c (json, '{');
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (self->texts[i] == NULL)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      circ_json_append_text (json, self->kind->fields[i].name);
      g_string_append_c (json, ':');
      circ_json_append_text (json, self->texts[i]);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}
