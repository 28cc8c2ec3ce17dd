/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References such as CP-2026-001: unique, and no number is given twice. */
#include "config.h"

#include "circ-write.h"

gboolean
circ_write_save_refs (CircWrite *self,
                      GError **error)
{
  GHashTableIter iter;
  gpointer prefix, last;

  g_hash_table_iter_init (&iter, self->counters);
  while (g_hash_table_iter_next (&iter, &prefix, &last))
    {
      g_autoptr (CircStatement) statement
        = circ_db_get (self->db,
                       "INSERT INTO counter (prefix, year, last) VALUES ($1, $2, $3)"
                       " ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last",
                       error);

      if (statement == NULL)
        return FALSE;
      circ_statement_bind_text (statement, 1, prefix);
      circ_statement_bind_int (statement, 2, self->year);
      circ_statement_bind_int (statement, 3, GPOINTER_TO_INT (last));
      if (!circ_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_counter (CircWrite *self,
              const char *prefix,
              gint64 *last,
              GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db, "SELECT last FROM counter WHERE prefix = $1 AND year = $2", error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_text (statement, 1, prefix);
  circ_statement_bind_int (statement, 2, self->year);
  step = circ_statement_step (statement, error);
  *last = step == CIRC_STEP_ROW ? circ_statement_get_int (statement, 0) : 0;
  return step != CIRC_STEP_ERROR;
}

/* Read once per change; an import takes its numbers from memory, and they are saved at its end. */
static gboolean
get_counter (CircWrite *self,
             const CircKind *kind,
             gint64 *last,
             GError **error)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->counters, kind->ref_prefix, NULL, &found))
    return read_counter (self, kind->ref_prefix, last, error);
  *last = GPOINTER_TO_INT (found);
  return TRUE;
}

gboolean
circ_write_skip_ref (CircWrite *self,
                     const CircKind *kind,
                     gint64 number,
                     GError **error)
{
  gint64 last = 0;

  if (!get_counter (self, kind, &last, error))
    return FALSE;
  if (number > last && number < G_MAXINT)
    g_hash_table_insert (self->counters, (gpointer) kind->ref_prefix, GINT_TO_POINTER ((int) number));
  return TRUE;
}

char *
circ_write_next_ref (CircWrite *self,
                     const CircKind *kind,
                     GError **error)
{
  gint64 last = 0;

  if (!get_counter (self, kind, &last, error))
    return NULL;
  last++;
  g_hash_table_insert (self->counters, (gpointer) kind->ref_prefix, GINT_TO_POINTER ((int) last));
  return g_strdup_printf ("%s-%04d-%03d", kind->ref_prefix, self->year, (int) last);
}
