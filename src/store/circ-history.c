/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the history back. */
#include "config.h"

#include "circ-write.h"

#include <glib/gi18n-lib.h>

/* A record's family is what was ever made as part of it, whether it is still there or not. */
#define COLUMNS \
  "SELECT c.id, c.kind, c.title, c.at, c.\"by\", p.record_id, p.record_kind, p.action, p.field, p.old_value," \
  " p.new_value FROM change_part AS p JOIN change AS c ON c.id = p.change_id"
static const char of_all[] = COLUMNS " ORDER BY p.change_id DESC, p.position LIMIT $1";
static const char of_record[] =
  "WITH RECURSIVE family (id) AS (SELECT cast ($2 AS INTEGER) UNION"
  " SELECT q.record_id FROM change_part AS q JOIN family ON q.owner_id = family.id) " COLUMNS
  " WHERE p.record_id IN (SELECT id FROM family) ORDER BY p.change_id DESC, p.position LIMIT $1";

void
circ_history_line_free (CircHistoryLine *line)
{
  g_free (line->title);
  g_free (line->at);
  g_free (line->by);
  g_clear_pointer (&line->old_value, g_variant_unref);
  g_clear_pointer (&line->new_value, g_variant_unref);
  g_free (line);
}

static char *
dup_line_title (const char *kind,
                const char *title)
{
  if (title[0] == '\0')
    return g_strdup (_ ("Erased for retention"));
  if (g_strcmp0 (kind, "undo") == 0)
    /* translators: a line of the history; %s is what was taken back, such as "Edited: bulletin" */
    return g_strdup_printf (_ ("Undone: %s"), title);
  if (g_strcmp0 (kind, "redo") == 0)
    /* translators: a line of the history; %s is what was done again, such as "Edited: bulletin" */
    return g_strdup_printf (_ ("Done again: %s"), title);
  return g_strdup (title);
}

static CircHistoryLine *
read_line (CircStatement *statement)
{
  CircHistoryLine *line = g_new0 (CircHistoryLine, 1);
  const char *field = circ_statement_get_text (statement, 8);

  line->change = circ_statement_get_int (statement, 0);
  line->title = dup_line_title (circ_statement_get_text (statement, 1), circ_statement_get_text (statement, 2));
  line->at = g_strdup (circ_statement_get_text (statement, 3));
  line->by = g_strdup (circ_statement_get_text (statement, 4));
  line->record = circ_statement_get_int (statement, 5);
  line->kind = circ_kind_find (circ_statement_get_text (statement, 6));
  circ_part_action_find (circ_statement_get_text (statement, 7), &line->action);
  line->field = -1;
  if (line->kind != NULL && field != NULL)
    line->field = circ_kind_find_field (line->kind, field);
  if (line->field >= 0)
    {
      const CircField *catalogue = &line->kind->fields[line->field];

      line->old_value = circ_field_from_stored (catalogue, circ_statement_get_text (statement, 9));
      line->new_value = circ_field_from_stored (catalogue, circ_statement_get_text (statement, 10));
    }
  return line;
}

/**
 * circ_store_history:
 * @record: the id of a record, or 0 for everything
 * @limit: the greatest number of lines; 0 for all
 *
 * Returns: (transfer full) (element-type CircHistoryLine) (nullable): newest first; the lines of one change in the
 * order in which they were done. A value that was erased is %NULL.
 */
GPtrArray *
circ_store_history (CircStore *self,
                    gint64 record,
                    guint limit,
                    GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_history_line_free);
  g_autoptr (CircStatement) statement = NULL;
  CircStep step;

  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  statement = circ_db_get (self->db, record != 0 ? of_record : of_all, error);
  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, limit > 0 ? (gint64) limit : -1);
  if (record != 0)
    circ_statement_bind_int (statement, 2, record);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    g_ptr_array_add (lines, read_line (statement));
  return step == CIRC_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}
