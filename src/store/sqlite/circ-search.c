/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index: what of it is FTS5's own. */
#include "config.h"

#include "circ-search.h"

#include "circ-query-private.h"

gboolean
circ_search_insert (CircDb *db,
                    gint64 id,
                    const char *title,
                    const char *body,
                    GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "INSERT INTO search (rowid, title, body) VALUES ($1, $2, $3)",
                                                     error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  circ_statement_bind_text (statement, 2, title);
  circ_statement_bind_text (statement, 3, body);
  return circ_statement_run (statement, error);
}

gboolean
circ_search_update (CircDb *db,
                    gint64 id,
                    const char *title,
                    const char *body,
                    GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (db, "UPDATE search SET title = $1, body = $2 WHERE rowid = $3", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_text (statement, 1, title);
  circ_statement_bind_text (statement, 2, body);
  circ_statement_bind_int (statement, 3, id);
  return circ_statement_run (statement, error);
}

gboolean
circ_search_remove (CircDb *db,
                    gint64 id,
                    GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (db, "DELETE FROM search WHERE rowid = $1", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  return circ_statement_run (statement, error);
}

gboolean
circ_search_optimize (CircDb *db,
                      GError **error)
{
  return circ_db_script (db, "INSERT INTO search (search) VALUES ('optimize')", error);
}

gboolean
circ_search_check (CircDb *db,
                   GError **error)
{
  return circ_db_script (db, "INSERT INTO search (search) VALUES ('integrity-check')", error);
}

void
circ_hit_free (CircHit *hit)
{
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}
