/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field's value as stored text: in a column, in the history and in a digest. Exact both ways. */
#include "config.h"

#include "circ-field.h"

#include <json-glib/json-glib.h>
#include <string.h>

void
circ_json_append_text (GString *json,
                       const char *text)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char escapes[] = "\"\\bfnrt";
  const char *start = text;

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *found;

      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      g_string_append_len (json, start, p - start);
      start = p + 1;
      found = strchr (plain, *p);
      if (found != NULL)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, escapes[found - plain]);
        }
      else
        g_string_append_printf (json, "\\u%04x", (guint) *p);
    }
  g_string_append (json, start);
  g_string_append_c (json, '"');
}

static void
write_cell (GString *json,
            GVariant *cell)
{
  if (g_variant_is_of_type (cell, G_VARIANT_TYPE_INT64))
    g_string_append_printf (json, "%" G_GINT64_FORMAT, g_variant_get_int64 (cell));
  else if (g_variant_is_of_type (cell, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (json, g_variant_get_boolean (cell) ? "true" : "false");
  else
    circ_json_append_text (json, g_variant_get_string (cell, NULL));
}

/* Keys in the order of the row catalogue, so that equal rows give equal text. Written by hand, as a change may write
 * hundreds of thousands. */
static char *
rows_to_json (const CircField *field,
              GVariant *value)
{
  GString *json = g_string_sized_new (128);
  gsize n_rows = g_variant_n_children (value);

  g_string_append_c (json, '[');
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);
      gsize start = json->len + (i > 0) + 1;

      g_string_append (json, i > 0 ? ",{" : "{");
      for (const CircField *part = field->rows; part->name != NULL; part++)
        {
          g_autoptr (GVariant) cell = g_variant_lookup_value (row, part->name, circ_field_get_value_type (part));

          if (cell == NULL)
            continue;
          if (json->len > start)
            g_string_append_c (json, ',');
          circ_json_append_text (json, part->name);
          g_string_append_c (json, ':');
          write_cell (json, cell);
        }
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static GVariant *
read_cell (const CircField *part,
           JsonNode *node)
{
  const GVariantType *type = circ_field_get_value_type (part);
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64))
    return json_node_get_value_type (node) == G_TYPE_INT64 ? g_variant_new_int64 (json_node_get_int (node)) : NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? g_variant_new_boolean (json_node_get_boolean (node)) : NULL;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  /* Half a surrogate pair, written as an escape, comes out of the parser as bytes that are no text. */
  text = json_node_get_string (node);
  return g_utf8_validate (text, -1, NULL) ? g_variant_new_string (text) : NULL;
}

static GVariant *
rows_from_json (const CircField *field,
                const char *text)
{
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  GVariantBuilder rows;

  if (array == NULL)
    return NULL;
  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

      if (object == NULL)
        continue;
      g_variant_builder_open (&rows, G_VARIANT_TYPE_VARDICT);
      for (const CircField *part = field->rows; part->name != NULL; part++)
        {
          JsonNode *node = json_object_get_member (object, part->name);
          GVariant *cell = node != NULL ? read_cell (part, node) : NULL;

          if (cell != NULL)
            g_variant_builder_add (&rows, "{sv}", part->name, cell);
        }
      g_variant_builder_close (&rows);
    }
  return g_variant_builder_end (&rows);
}

static char *
ids_to_text (GVariant *value)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      gint64 id = 0;

      g_variant_get_child (value, i, "x", &id);
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", id);
    }
  return g_string_free (text, FALSE);
}

static GVariant *
ids_from_text (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, ",", -1);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; pieces[i] != NULL; i++)
    if (pieces[i][0] != '\0')
      g_variant_builder_add (&ids, "x", g_ascii_strtoll (pieces[i], NULL, 10));
  return g_variant_builder_end (&ids);
}

/**
 * circ_field_to_stored:
 * @value: (nullable): a value of @field
 *
 * Returns: (transfer full) (nullable): its one stored text, in the form that CircFieldKind gives (numbers in
 * decimals, pictures in base64); %NULL for no value.
 */
char *
circ_field_to_stored (const CircField *field,
                      GVariant *value)
{
  g_autofree const char **tokens = NULL;

  if (value == NULL)
    return NULL;
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
    case CIRC_FIELD_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? "1" : "0");
    case CIRC_FIELD_SET:
      tokens = g_variant_get_strv (value, NULL);
      return g_strjoinv (",", (char **) tokens);
    case CIRC_FIELD_REFERENCES:
      return ids_to_text (value);
    case CIRC_FIELD_ROWS:
      return rows_to_json (field, value);
    case CIRC_FIELD_IMAGE:
      return g_base64_encode (g_variant_get_data (value), g_variant_get_size (value));
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    default:
      return g_variant_dup_string (value, NULL);
    }
}

/**
 * circ_field_from_stored:
 * @text: (nullable): as circ_field_to_stored() made it
 *
 * Reads without judging: a token that a newer version added, or a text over today's limit, is kept as it is.
 *
 * Returns: (transfer full) (nullable): the value, not floating; %NULL for %NULL and for what is damaged.
 */
GVariant *
circ_field_from_stored (const CircField *field,
                        const char *text)
{
  g_auto (GStrv) tokens = NULL;
  GVariant *value;
  guchar *bytes;
  gsize size;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_REFERENCE:
      value = g_variant_new_int64 (g_ascii_strtoll (text, NULL, 10));
      break;
    case CIRC_FIELD_BOOLEAN:
      value = g_variant_new_boolean (text[0] == '1');
      break;
    case CIRC_FIELD_SET:
      tokens = g_strsplit (text, ",", -1);
      value = g_variant_new_strv ((const char *const *) tokens, -1);
      break;
    case CIRC_FIELD_REFERENCES:
      value = ids_from_text (text);
      break;
    case CIRC_FIELD_ROWS:
      value = rows_from_json (field, text);
      break;
    case CIRC_FIELD_IMAGE:
      bytes = g_base64_decode (text, &size);
      value = g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, bytes, size, TRUE, g_free, bytes);
      break;
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    default:
      value = g_variant_new_string (text);
      break;
    }
  return value != NULL ? g_variant_ref_sink (value) : NULL;
}
