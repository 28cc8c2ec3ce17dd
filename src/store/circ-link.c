/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of references. */
#include "config.h"

#include "circ-link.h"

#include "circ-row.h"

gboolean
circ_link_insert (CircDb *db,
                  const CircKind *kind,
                  gint64 source,
                  GArray *links,
                  GError **error)
{
  g_autoptr (CircStatement) statement = NULL;

  if (links->len == 0)
    return TRUE;
  statement = circ_db_get (db, "INSERT INTO link (source, field, position, target) VALUES ($1, $2, $3, $4)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const CircLink *reference = &g_array_index (links, CircLink, i);

      circ_statement_bind_int (statement, 1, source);
      circ_statement_bind_text (statement, 2, kind->fields[reference->field].name);
      circ_statement_bind_int (statement, 3, reference->position);
      circ_statement_bind_int (statement, 4, reference->target);
      if (!circ_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
circ_link_update (CircDb *db,
                  CircRecord *record,
                  guint field,
                  GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autoptr (GArray) links = NULL;
  g_autoptr (CircStatement) statement = NULL;

  if (!circ_field_has_links (&kind->fields[field]))
    return TRUE;
  links = g_array_new (FALSE, FALSE, sizeof (CircLink));
  circ_link_collect (kind, field, circ_record_get (record, field), links);
  statement = circ_db_get (db, "DELETE FROM link WHERE source = $1 AND field = $2", error);
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, circ_record_get_id (record));
  circ_statement_bind_text (statement, 2, kind->fields[field].name);
  return circ_statement_run (statement, error)
         && circ_link_insert (db, kind, circ_record_get_id (record), links, error);
}

/* Forgets everything that @source refers to. */
gboolean
circ_link_remove (CircDb *db,
                  gint64 source,
                  GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "DELETE FROM link WHERE source = $1", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, source);
  return circ_statement_run (statement, error);
}
