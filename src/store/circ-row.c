/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between a record and its row: everything here follows from the catalogue. */
#include "config.h"

#include "circ-row.h"

#include <string.h>

#define META_COLUMNS "t.id, t.version, t.created_at, t.created_by, t.updated_at, t.updated_by"
#define FIRST_FIELD_NAME 8 /* parameter $8 of CircRowSql.insert */

gboolean
circ_field_is_stored (const CircField *field)
{
  return (field->flags & CIRC_FIELD_SEALED) == 0;
}

static char *
quote_column (const CircField *field)
{
  g_autofree char *column = circ_field_dup_column (field);

  return g_strdup_printf ("\"%s\"", column);
}

static void
make_lists (CircRowSql *self,
            GString *columns,
            GString *names,
            GString *values)
{
  int name = FIRST_FIELD_NAME;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *column = quote_column (&self->kind->fields[i]);

      if (!circ_field_is_stored (&self->kind->fields[i]))
        continue;
      g_string_append_printf (columns, ", t.%s", column);
      g_string_append_printf (names, ", %s", column);
      g_string_append_printf (values, ", $%d", name++);
      self->set[i] = g_strdup_printf ("UPDATE %s SET %s = $1, version = $2, updated_at = $3, updated_by = $4"
                                      " WHERE id = $5",
                                      self->kind->table, column);
    }
}

/* The only values in these texts are the names of the catalogue. */
CircRowSql *
circ_row_sql_new (const CircKind *kind)
{
  CircRowSql *self = g_new0 (CircRowSql, 1);
  g_autoptr (GString) columns = g_string_new (META_COLUMNS);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  self->kind = kind;
  self->set = g_new0 (char *, kind->n_fields);
  make_lists (self, columns, names, values);
  self->columns = g_strdup (columns->str);
  self->select = g_strdup_printf ("SELECT %s FROM %s AS t WHERE t.id = $1", columns->str, kind->table);
  self->insert = g_strdup_printf ("INSERT INTO %s (id, version, created_at, created_by, updated_at, updated_by,"
                                  " title_key%s) VALUES ($1, $2, $3, $4, $5, $6, $7%s)",
                                  kind->table, names->str, values->str);
  self->remove = g_strdup_printf ("DELETE FROM %s WHERE id = $1", kind->table);
  self->title = g_strdup_printf ("UPDATE %s SET title_key = $1 WHERE id = $2", kind->table);
  return self;
}

void
circ_row_sql_free (CircRowSql *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_free (self->set[i]);
  g_free (self->set);
  g_free (self->columns);
  g_free (self->select);
  g_free (self->insert);
  g_free (self->remove);
  g_free (self->title);
  g_free (self);
}

gboolean
circ_value_is_blank (const CircField *field,
                     GVariant *value)
{
  if (value == NULL)
    return TRUE;
  if (field->kind == CIRC_FIELD_REFERENCE)
    return g_variant_get_int64 (value) == 0;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_get_string (value, NULL)[0] == '\0';
  return g_variant_is_container (value) && g_variant_n_children (value) == 0;
}

gboolean
circ_value_same (const CircField *field,
                 GVariant *a,
                 GVariant *b)
{
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;
  gboolean a_blank = circ_value_is_blank (field, a);
  gboolean b_blank = circ_value_is_blank (field, b);

  if (a_blank || b_blank)
    return a_blank && b_blank;
  if (g_variant_equal (a, b))
    return TRUE;
  if (field->kind != CIRC_FIELD_ROWS)
    return FALSE;
  a_text = circ_field_to_stored (field, a);
  b_text = circ_field_to_stored (field, b);
  return g_strcmp0 (a_text, b_text) == 0;
}

void
circ_row_bind (CircStatement *statement,
               int name,
               const CircField *field,
               GVariant *value,
               const char *text)
{
  if (circ_value_is_blank (field, value))
    {
      circ_statement_bind_text (statement, name, NULL);
      return;
    }
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_REFERENCE:
      circ_statement_bind_int (statement, name, g_variant_get_int64 (value));
      break;
    case CIRC_FIELD_BOOLEAN:
      circ_statement_bind_int (statement, name, g_variant_get_boolean (value));
      break;
    case CIRC_FIELD_IMAGE:
      circ_statement_bind_blob (statement, name, g_variant_get_data (value), g_variant_get_size (value));
      break;
    case CIRC_FIELD_SET:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
      if (text != NULL)
        circ_statement_bind_text (statement, name, text);
      else
        circ_statement_take_text (statement, name, circ_field_to_stored (field, value));
      break;
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    default:
      circ_statement_bind_text (statement, name, g_variant_get_string (value, NULL));
      break;
    }
}

static GVariant *
read_image (CircStatement *statement,
            int column)
{
  gsize size = 0;
  gconstpointer data = circ_statement_get_blob (statement, column, &size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

/* Returns: (transfer full) (nullable): not floating. */
GVariant *
circ_row_read (CircStatement *statement,
               int column,
               const CircField *field)
{
  GVariant *value;

  if (circ_statement_is_null (statement, column))
    return NULL;
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_REFERENCE:
      value = g_variant_new_int64 (circ_statement_get_int (statement, column));
      break;
    case CIRC_FIELD_BOOLEAN:
      value = g_variant_new_boolean (circ_statement_get_int (statement, column) != 0);
      break;
    case CIRC_FIELD_IMAGE:
      value = read_image (statement, column);
      break;
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_SET:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
    default:
      return circ_field_from_stored (field, circ_statement_get_text (statement, column));
    }
  return g_variant_ref_sink (value);
}

void
circ_row_read_record (CircStatement *statement,
                      CircRecord *record)
{
  const CircKind *kind = circ_record_get_kind (record);
  int column = CIRC_ROW_META_COLUMNS;
  CircRecordMeta meta = {
    .id = circ_statement_get_int (statement, 0),
    .version = circ_statement_get_int (statement, 1),
    .created_at = (char *) circ_statement_get_text (statement, 2),
    .created_by = (char *) circ_statement_get_text (statement, 3),
    .updated_at = (char *) circ_statement_get_text (statement, 4),
    .updated_by = (char *) circ_statement_get_text (statement, 5),
  };

  g_object_freeze_notify (G_OBJECT (record));
  circ_record_set_meta (record, &meta);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GVariant) value = NULL;

      if (!circ_field_is_stored (&kind->fields[i]))
        continue;
      value = circ_row_read (statement, column++, &kind->fields[i]);
      if (!circ_value_same (&kind->fields[i], value, circ_record_get (record, i)))
        circ_record_set (record, i, value);
    }
  g_object_thaw_notify (G_OBJECT (record));
}

char *
circ_title_key (const char *title)
{
  g_autofree char *folded = NULL;
  g_autofree char *split = NULL;
  GString *key;

  if (g_str_is_ascii (title))
    return g_ascii_strdown (title, -1);
  folded = g_utf8_casefold (title, -1);
  split = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  if (split == NULL)
    return g_steal_pointer (&folded);
  key = g_string_sized_new (strlen (split));
  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (key, c);
    }
  return g_string_free (key, FALSE);
}

gboolean
circ_field_is_searchable (const CircField *field)
{
  return (field->flags & CIRC_FIELD_SEARCHABLE) != 0 && circ_field_is_stored (field);
}
