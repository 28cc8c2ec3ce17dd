/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-field.h"

#include "circ-date.h"
#include "circ-kind.h"

#include <string.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (circ-record-error-quark, circ_record_error)

/* Returns: (transfer none): the title in the user's language. */
const char *
circ_field_get_title (const CircField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->title);
}

/* Returns: (transfer none) (nullable): the help sentence in the user's language. */
const char *
circ_field_get_help (const CircField *field)
{
  return field->help != NULL ? g_dgettext (GETTEXT_PACKAGE, field->help) : NULL;
}

/* Returns: (transfer none): the GVariant type of the field's values, as CircFieldKind lists them. */
const GVariantType *
circ_field_get_value_type (const CircField *field)
{
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_REFERENCE:
      return G_VARIANT_TYPE_INT64;
    case CIRC_FIELD_BOOLEAN:
      return G_VARIANT_TYPE_BOOLEAN;
    case CIRC_FIELD_SET:
      return G_VARIANT_TYPE_STRING_ARRAY;
    case CIRC_FIELD_REFERENCES:
      return G_VARIANT_TYPE ("ax");
    case CIRC_FIELD_ROWS:
      return G_VARIANT_TYPE ("aa{sv}");
    case CIRC_FIELD_IMAGE:
      return G_VARIANT_TYPE_BYTESTRING;
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    default:
      return G_VARIANT_TYPE_STRING;
    }
}

/* Returns: (transfer full): the column's name, "what_notes" for "what-notes"; also the key in --json. */
char *
circ_field_dup_column (const CircField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

/* Whether a reference in @field may point to a record of @kind. */
gboolean
circ_field_accepts (const CircField *field,
                    const CircKind *kind)
{
  return field->targets != NULL && kind != NULL && g_strv_contains (field->targets, kind->name);
}

/* Returns: (transfer none) (nullable): the line called @name in a row catalogue, which ends with a NULL name. */
const CircField *
circ_field_find (const CircField *fields,
                 const char *name)
{
  for (const CircField *field = fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

/* Returns: (transfer none) (nullable): the choice stored as @token. */
const CircChoice *
circ_field_find_choice (const CircField *field,
                        const char *token)
{
  for (const CircChoice *choice = field->choices; choice != NULL && choice->token != NULL; choice++)
    if (g_strcmp0 (choice->token, token) == 0)
      return choice;
  return NULL;
}

/* Returns: (transfer none) (nullable): what a token is called; the token itself when a newer version wrote it. */
const char *
circ_field_get_choice_title (const CircField *field,
                             const char *token)
{
  const CircChoice *choice = circ_field_find_choice (field, token);

  return choice != NULL ? g_dgettext (GETTEXT_PACKAGE, choice->title) : token;
}

static gboolean check_value (const CircField *field,
                             GVariant *value,
                             GError **error);

static gboolean
check_text (const CircField *field,
            GVariant *value,
            GError **error)
{
  const char *text = g_variant_get_string (value, NULL);
  glong length = field->limit > 0 ? g_utf8_strlen (text, -1) : 0;

  if (length > (glong) field->limit)
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_TOO_LONG,
                   /* translators: the title of a field, the number of characters it has and the number it may have */
                   _ ("%s has %'ld characters; there is room for %'u. Nothing was cut: shorten it, or move part of it to the notes."),
                   circ_field_get_title (field), length, field->limit);
      return FALSE;
    }
  if (field->kind == CIRC_FIELD_DATE && !circ_date_is_valid (text))
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, _ ("“%s” is not a date."), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_token (const CircField *field,
             const char *token,
             GError **error)
{
  if (circ_field_find_choice (field, token) != NULL)
    return TRUE;
  g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
               /* translators: a word that is not among the choices, and the title of the field */
               _ ("“%s” is not one of the choices of %s."), token, circ_field_get_title (field));
  return FALSE;
}

static gboolean
check_tokens (const CircField *field,
              GVariant *value,
              GError **error)
{
  g_autofree const char **tokens = g_variant_get_strv (value, NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (!check_token (field, tokens[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_rows (const CircField *field,
            GVariant *value,
            GError **error)
{
  if (field->limit > 0 && g_variant_n_children (value) > field->limit)
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_TOO_LONG,
                   /* translators: the title of a field and the number of entries it may have */
                   _ ("%s has room for %u entries."), circ_field_get_title (field), field->limit);
      return FALSE;
    }
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);

      for (const CircField *part = field->rows; part->name != NULL; part++)
        {
          g_autoptr (GVariant) cell = g_variant_lookup_value (row, part->name, NULL);

          if (cell != NULL && !check_value (part, cell, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_blank (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_get_string (value, NULL)[0] == '\0';
  return g_variant_is_container (value) && g_variant_n_children (value) == 0;
}

static gboolean
check_kind (const CircField *field,
            GVariant *value,
            GError **error)
{
  switch (field->kind)
    {
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
      return check_text (field, value, error);
    case CIRC_FIELD_CHOICE:
      return check_token (field, g_variant_get_string (value, NULL), error);
    case CIRC_FIELD_SET:
      return check_tokens (field, value, error);
    case CIRC_FIELD_ROWS:
      return check_rows (field, value, error);
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_BOOLEAN:
    case CIRC_FIELD_REFERENCE:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_IMAGE:
    default:
      return TRUE;
    }
}

/* @value is not blank; a row's cells come here too. */
static gboolean
check_value (const CircField *field,
             GVariant *value,
             GError **error)
{
  const char *complaint;

  if (!g_variant_is_of_type (value, circ_field_get_value_type (field)))
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   _ ("%s cannot hold this kind of value."), circ_field_get_title (field));
      return FALSE;
    }
  if (is_blank (value))
    return TRUE;
  if (!check_kind (field, value, error))
    return FALSE;
  complaint = field->validate != NULL ? field->validate (value) : NULL;
  if (complaint == NULL)
    return TRUE;
  g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, complaint);
  return FALSE;
}

/**
 * circ_field_take_value:
 * @value: (transfer full) (nullable): a value; a floating one is sunk
 *
 * Checks @value against the field: type, length, choices, rows and the field's own validator. "" and an empty list
 * are no value.
 *
 * Returns: (transfer full) (nullable): the value to keep, %NULL for no value; on failure %NULL with @error set.
 */
GVariant *
circ_field_take_value (const CircField *field,
                       GVariant *value,
                       GError **error)
{
  g_autoptr (GVariant) taken = value != NULL ? g_variant_take_ref (value) : NULL;

  if (taken == NULL || !check_value (field, taken, error) || is_blank (taken))
    return NULL;
  if (field->kind == CIRC_FIELD_REFERENCE && g_variant_get_int64 (taken) == 0)
    return NULL;
  return g_steal_pointer (&taken);
}

static GVariant *
map_list (GVariant *value,
          CircIdFunc func,
          gpointer user_data)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      gint64 id = 0;

      g_variant_get_child (value, i, "x", &id);
      g_variant_builder_add (&ids, "x", func (id, user_data));
    }
  return g_variant_builder_end (&ids);
}

static GVariant *
map_rows (const CircField *field,
          GVariant *value,
          CircIdFunc func,
          gpointer user_data)
{
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);
      GVariantIter iter;
      const char *name;
      GVariant *cell;

      g_variant_builder_open (&rows, G_VARIANT_TYPE_VARDICT);
      g_variant_iter_init (&iter, row);
      while (g_variant_iter_loop (&iter, "{&sv}", &name, &cell))
        {
          const CircField *part = circ_field_find (field->rows, name);
          g_autoptr (GVariant) mapped = part != NULL ? circ_field_map_ids (part, cell, func, user_data) : NULL;

          g_variant_builder_add (&rows, "{sv}", name, mapped != NULL ? mapped : cell);
        }
      g_variant_builder_close (&rows);
    }
  return g_variant_builder_end (&rows);
}

/**
 * circ_field_map_ids:
 * @value: (nullable): a value of @field
 * @func: called for each record id in it, those inside rows included
 *
 * Returns: (transfer full) (nullable): the value with every id replaced by what @func returned; %NULL for %NULL.
 */
GVariant *
circ_field_map_ids (const CircField *field,
                    GVariant *value,
                    CircIdFunc func,
                    gpointer user_data)
{
  if (value == NULL)
    return NULL;
  switch (field->kind)
    {
    case CIRC_FIELD_REFERENCE:
      return g_variant_ref_sink (g_variant_new_int64 (func (g_variant_get_int64 (value), user_data)));
    case CIRC_FIELD_REFERENCES:
      return g_variant_ref_sink (map_list (value, func, user_data));
    case CIRC_FIELD_ROWS:
      return g_variant_ref_sink (map_rows (field, value, func, user_data));
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_BOOLEAN:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_SET:
    case CIRC_FIELD_IMAGE:
    default:
      return g_variant_ref (value);
    }
}

/* Whether two values, either of which may be NULL for no value, are the same. */
gboolean
circ_value_equal (GVariant *a,
                  GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}
