/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change may not do, said in words. All of it is looked at inside the transaction, so that two processes
 * cannot both be right. */
#include "config.h"

#include "circ-write.h"

#include "circ-date.h"
#include "circ-link.h"

#include <glib/gi18n-lib.h>

/* A reference may only point to the kinds that its field names. That the record is there at all is for the foreign
 * keys, which see the end of the transaction. */
gboolean
circ_write_check_targets (CircWrite *self,
                          const CircKind *kind,
                          GArray *links,
                          GError **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CircLink *reference = &g_array_index (links, CircLink, i);
      g_autoptr (GError) local = NULL;
      const CircKind *target = circ_store_get_kind_of (self->store, reference->target, &local);

      if (target == NULL && !g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (target == NULL || circ_field_accepts (reference->holder, target))
        continue;
      g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT,
                   /* translators: the title of a field, and a kind of record such as "Agency" */
                   _ ("%s cannot hold this kind of record (%s). Nothing was saved; choose another."),
                   circ_field_get_title (&kind->fields[reference->field]), circ_kind_get_title (target));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_taken (CircStatement *statement,
          const char *wanted,
          gboolean *taken,
          GError **error)
{
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  CircStep step;

  *taken = FALSE;
  while (!*taken && (step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      const char *value = circ_statement_get_text (statement, 0);
      g_autofree char *other = value != NULL ? g_utf8_casefold (value, -1) : NULL;

      *taken = g_strcmp0 (folded, other) == 0;
    }
  return *taken || step == CIRC_STEP_DONE;
}

/* Others of the kind that are in use, by the title key where the field is the one that names them: that is indexed,
 * and finds more than are equal. */
static CircStatement *
prepare_others (CircWrite *self,
                CircRecord *record,
                guint field,
                const char *key,
                GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autofree char *column = circ_field_dup_column (&kind->fields[field]);
  g_autofree char *archived = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  CircStatement *statement;

  g_string_append_printf (sql, "SELECT \"%s\" FROM %s WHERE id <> $1", column, kind->table);
  if (kind->archived_field >= 0)
    {
      archived = circ_field_dup_column (&kind->fields[kind->archived_field]);
      g_string_append_printf (sql, " AND \"%s\" IS NULL", archived);
    }
  if (key != NULL)
    g_string_append (sql, " AND title_key = $2");
  statement = circ_db_prepare (self->db, sql->str, error);
  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, circ_record_get_id (record));
  if (key != NULL)
    circ_statement_bind_text (statement, 2, key);
  return statement;
}

static gboolean
check_field (CircWrite *self,
             CircRecord *record,
             guint field,
             GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  const char *value = circ_record_get_text (record, field);
  gboolean by_title = (int) field == kind->title_field && kind->dup_title == NULL;
  g_autofree char *title = circ_record_dup_title (record);
  g_autofree char *key = by_title ? circ_title_key (title) : NULL;
  g_autoptr (CircStatement) statement = prepare_others (self, record, field, key, error);
  gboolean taken = FALSE;

  if (statement == NULL || !is_taken (statement, value, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;
  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT,
               /* translators: a name that is taken, and a kind of record such as "Audience" */
               _ ("“%s” is there already (%s). Choose another name, or use that one."), value,
               circ_kind_get_title (kind));
  return FALSE;
}

/* Unique fields, for a record that is in use. */
gboolean
circ_write_check_unique (CircWrite *self,
                         CircRecord *record,
                         GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);

  if (circ_record_is_archived (record))
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & CIRC_FIELD_UNIQUE) || circ_record_get (record, i) == NULL)
        continue;
      if (!check_field (self, record, i, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_in_use (CircRecord *record,
            gulong uses,
            GError **error)
{
  g_autofree char *title = circ_record_dup_title (record);
  g_autofree char *message = g_strdup_printf (
    /* translators: the name of a record, and how many others refer to it */
    g_dngettext (GETTEXT_PACKAGE, "“%s” cannot be removed: %lu other record refers to it.",
                 "“%s” cannot be removed: %lu other records refer to it.", uses),
    title, uses);

  if (circ_record_get_kind (record)->archived_field < 0)
    g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT, message);
  else
    g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT,
                 /* translators: %s is the sentence “Staff” cannot be removed: 3 other records refer to it. */
                 _ ("%s It can be retired instead, and keeps its place in the history."), message);
}

/* By now everything that goes has taken its own references along: what still points to a removed record stays. */
gboolean
circ_write_check_removed (CircWrite *self,
                          GError **error)
{
  GHashTableIter iter;
  gint64 *id;
  CircRecord *record;

  g_hash_table_iter_init (&iter, self->removed);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &record))
    {
      g_autoptr (CircStatement) statement
        = circ_db_get (self->db, "SELECT count (DISTINCT source) FROM link WHERE target = $1", error);
      gint64 uses;

      if (statement == NULL)
        return FALSE;
      circ_statement_bind_int (statement, 1, *id);
      if (circ_statement_step (statement, error) != CIRC_STEP_ROW)
        return FALSE;
      uses = circ_statement_get_int (statement, 0);
      if (uses == 0)
        continue;
      set_in_use (record, (gulong) uses, error);
      return FALSE;
    }
  return TRUE;
}

/* Who last changed this field (or removed this record), and when. */
static gboolean
find_culprit (CircWrite *self,
              gint64 id,
              const char *field,
              char **by,
              char **at)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db,
                   "SELECT c.\"by\", c.at FROM change_part AS p JOIN change AS c ON c.id = p.change_id"
                   " WHERE p.record_id = $1 AND (p.action <> 'set' OR p.field = $2)"
                   " ORDER BY p.change_id DESC LIMIT 1",
                   NULL);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  circ_statement_bind_text (statement, 2, field);
  if (circ_statement_step (statement, NULL) != CIRC_STEP_ROW)
    return FALSE;
  *by = g_strdup (circ_statement_get_text (statement, 0));
  *at = circ_instant_format (circ_statement_get_text (statement, 1));
  return TRUE;
}

/* @field: -1 for the whole record, which is gone or is another. */
void
circ_write_set_conflict (CircWrite *self,
                         const CircKind *kind,
                         gint64 id,
                         int field,
                         GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *at = NULL;
  const char *title = field >= 0 ? circ_field_get_title (&kind->fields[field]) : circ_kind_get_title (kind);
  const char *name = field >= 0 ? kind->fields[field].name : NULL;

  if (!find_culprit (self, id, name, &by, &at))
    g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT,
                 /* translators: the title of a field or a kind of record */
                 _ ("“%s” was changed elsewhere in the meantime. Nothing was saved; look at what is there now."),
                 title);
  else
    g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT,
                 /* translators: the title of a field or a kind of record, a person's name, and a date with the time */
                 _ ("“%s” was changed by %s on %s. Nothing was saved; look at what is there now."), title, by, at);
}
