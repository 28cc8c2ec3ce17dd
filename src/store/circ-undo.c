/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back and doing again. Both are new changes: the history only grows. */
#include "config.h"

#include "circ-write.h"

#include <glib/gi18n-lib.h>

/* The newest of this person's changes that stands. One whose title was erased has lost values and cannot be taken
 * back. */
static const char undo_target[] =
  "SELECT id, title FROM change WHERE \"by\" = $1 AND kind = 'do' AND undone = 0 AND title_salt IS NOT NULL"
  " ORDER BY id DESC LIMIT 1";

/* Whether a change of this person lies above @target (0: any) that undo leaves out because its values were erased. */
static const char left_out[] =
  "SELECT 1 FROM change WHERE \"by\" = $1 AND kind = 'do' AND undone = 0 AND id > $2 AND title_salt IS NULL LIMIT 1";

/* The oldest of those taken back since the person last did something new, which is what makes the ones taken back
 * before that unreachable. Each maximum is one look into the index. */
#define NEWEST_DO(undone) \
  "coalesce ((SELECT max (id) FROM change WHERE \"by\" = $1 AND kind = 'do' AND undone = " undone "), 0)"
static const char redo_target[] =
  "SELECT c.id, c.title FROM change AS u JOIN change AS c ON c.id = u.\"of\""
  " WHERE u.\"by\" = $1 AND u.kind = 'undo' AND u.undone = 0 AND c.undone = 1"
  " AND c.title_salt IS NOT NULL"
  " AND u.id > " NEWEST_DO ("0") " AND u.id > " NEWEST_DO ("1") " ORDER BY c.id LIMIT 1";

/* One part of the change that is taken back or done again. */
typedef struct {
  gint64 id;
  const CircKind *kind;
  CircPartAction action;
  int field;
  char *old_value;
  char *new_value;
  gboolean erased; /* its values are no longer kept */
} CircUndoStep;

static void
step_free (CircUndoStep *step)
{
  g_free (step->old_value);
  g_free (step->new_value);
  g_free (step);
}

static gboolean
find_target (CircStore *self,
             const char *sql,
             gint64 *id,
             char **title,
             GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, sql, error);
  CircStep step;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_text (statement, 1, self->person);
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_ROW)
    {
      *id = circ_statement_get_int (statement, 0);
      *title = g_strdup (circ_statement_get_text (statement, 1));
    }
  return step != CIRC_STEP_ERROR;
}

gboolean
circ_store_refresh_undo (CircStore *self,
                         GError **error)
{
  g_autofree char *undo_title = NULL;
  g_autofree char *redo_title = NULL;
  gint64 id;

  if (!find_target (self, undo_target, &id, &undo_title, error)
      || !find_target (self, redo_target, &id, &redo_title, error))
    return FALSE;
  circ_store_set_undo_titles (self, undo_title, redo_title);
  return TRUE;
}

static CircUndoStep *
read_step (CircStatement *statement)
{
  CircUndoStep *step = g_new0 (CircUndoStep, 1);
  const char *field = circ_statement_get_text (statement, 3);

  step->id = circ_statement_get_int (statement, 0);
  step->kind = circ_kind_find (circ_statement_get_text (statement, 1));
  circ_part_action_find (circ_statement_get_text (statement, 2), &step->action);
  step->field = step->kind != NULL && field != NULL ? circ_kind_find_field (step->kind, field) : -1;
  step->old_value = g_strdup (circ_statement_get_text (statement, 4));
  step->new_value = g_strdup (circ_statement_get_text (statement, 5));
  step->erased = circ_statement_is_null (statement, 6);
  return step;
}

/* Returns: (transfer full) (nullable): all parts of @change, in order. */
static GPtrArray *
read_steps (CircStore *self,
            gint64 change,
            GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db,
                   "SELECT record_id, record_kind, action, field, old_value, new_value, salt FROM change_part"
                   " WHERE change_id = $1 ORDER BY position",
                   error);
  CircStep step;

  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, change);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    g_ptr_array_add (steps, read_step (statement));
  return step == CIRC_STEP_DONE ? g_steal_pointer (&steps) : NULL;
}

static gboolean
set_field (CircWrite *write,
           const CircUndoStep *step,
           const char *from,
           const char *to,
           GError **error)
{
  const CircField *field = &step->kind->fields[step->field];
  g_autoptr (GVariant) expected = circ_field_from_stored (field, from);
  g_autoptr (GVariant) value = circ_field_from_stored (field, to);

  return circ_write_set (write, step->kind, step->id, (guint) step->field, expected, value, error);
}

/* Removes a record, provided that it is still as @json says. */
static gboolean
take_away (CircWrite *write,
           const CircUndoStep *step,
           const char *json,
           GError **error)
{
  CircRecord *current = circ_write_get (write, step->kind, step->id, error);
  g_autoptr (CircRecord) expected = NULL;
  g_auto (CircRowValues) values = { NULL };
  g_autofree char *now = NULL;

  if (current == NULL)
    return FALSE;
  circ_row_values_init (&values, current);
  now = circ_row_values_to_json (&values);
  if (g_strcmp0 (now, json) == 0)
    return circ_write_remove (write, step->kind, step->id, error);
  /* The text may differ only because the catalogue has grown since. */
  expected = circ_record_new (step->kind->id);
  if (!circ_row_from_json (json, expected, error))
    return FALSE;
  for (guint i = 0; i < step->kind->n_fields; i++)
    if (!circ_value_same (&step->kind->fields[i], circ_record_get (current, i), circ_record_get (expected, i)))
      {
        circ_write_set_conflict (write, step->kind, step->id, (int) i, error);
        return FALSE;
      }
  return circ_write_remove (write, step->kind, step->id, error);
}

/* Who made a record that comes back, and how often it has been written: its version must not repeat. */
static gboolean
read_origin (CircWrite *write,
             gint64 id,
             CircRecordMeta *meta,
             GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (write->db,
                   "SELECT (SELECT count (*) FROM change_part WHERE record_id = $1), c.at, c.\"by\""
                   " FROM change_part AS p JOIN change AS c ON c.id = p.change_id"
                   " WHERE p.record_id = $1 ORDER BY p.change_id, p.position LIMIT 1",
                   error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  if (circ_statement_step (statement, error) != CIRC_STEP_ROW)
    return FALSE;
  meta->version = circ_statement_get_int (statement, 0) + 1;
  meta->created_at = g_strdup (circ_statement_get_text (statement, 1));
  meta->created_by = g_strdup (circ_statement_get_text (statement, 2));
  return TRUE;
}

/* Puts a record back under its own id. */
static gboolean
bring_back (CircWrite *write,
            const CircUndoStep *step,
            const char *json,
            GError **error)
{
  g_autoptr (CircRecord) record = circ_record_new (step->kind->id);
  g_auto (CircRowValues) values = { NULL };
  g_autofree char *created_at = NULL;
  g_autofree char *created_by = NULL;
  CircRecordMeta meta = { .id = step->id, .updated_at = write->at, .updated_by = write->store->person };
  gint64 id;
  gboolean read = circ_row_from_json (json, record, error) && read_origin (write, step->id, &meta, error);

  created_at = meta.created_at;
  created_by = meta.created_by;
  if (!read || !circ_write_reserve (write, record, step->id, &id, error))
    return FALSE;
  circ_record_set_id (record, id);
  circ_row_values_init (&values, record);
  return circ_write_insert (write, record, &values, &meta, error);
}

static gboolean
run_step (CircWrite *write,
          const CircUndoStep *step,
          gboolean back,
          GError **error)
{
  if (step->erased || step->kind == NULL || (step->action == CIRC_PART_SET && step->field < 0))
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FAILED,
                           _ ("The values of this change are no longer kept, so it cannot be undone."));
      return FALSE;
    }
  switch (step->action)
    {
    case CIRC_PART_INSERT:
      return back ? take_away (write, step, step->new_value, error) : bring_back (write, step, step->new_value, error);
    case CIRC_PART_REMOVE:
      return back ? bring_back (write, step, step->old_value, error) : take_away (write, step, step->old_value, error);
    case CIRC_PART_SET:
      return back ? set_field (write, step, step->new_value, step->old_value, error)
                  : set_field (write, step, step->old_value, step->new_value, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_steps (CircWrite *write,
           gint64 target,
           gboolean back,
           GError **error)
{
  g_autoptr (GPtrArray) steps = read_steps (write->store, target, error);

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!run_step (write, g_ptr_array_index (steps, back ? steps->len - 1 - i : i), back, error))
      return FALSE;
  return TRUE;
}

static gboolean
mark (CircWrite *write,
      gint64 target,
      gboolean undone,
      GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (write->db, "UPDATE change SET undone = $1 WHERE id = $2", error);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, undone);
  circ_statement_bind_int (statement, 2, target);
  return circ_statement_run (statement, error);
}

/* A target of which nothing is left to do (every field has its value already) still counts as taken back. */
static gboolean
finish (CircWrite *write,
        gint64 target,
        gboolean back,
        GError **error)
{
  return circ_write_note (write, error) && mark (write, target, back, error) && circ_write_finish (write, error);
}

static gboolean
has_left_out (CircStore *self,
              gint64 target)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, left_out, NULL);

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_text (statement, 1, self->person);
  circ_statement_bind_int (statement, 2, target);
  return circ_statement_step (statement, NULL) == CIRC_STEP_ROW;
}

static void
set_nothing (CircStore *self,
             gboolean back,
             GError **error)
{
  const char *message = back ? _ ("There is nothing to undo.") : _ ("There is nothing to redo.");

  if (back && has_left_out (self, 0))
    message = _ ("There is nothing to undo. What was done to a record whose data was erased stays as it is.");
  g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOTHING, message);
}

static gboolean
move (CircStore *self,
      gboolean back,
      char **title,
      GError **error)
{
  g_autofree char *found = NULL;
  /* The target is looked for inside the transaction: the same person may be at two windows. */
  g_autoptr (CircWrite) write = circ_write_begin (self, "", back ? CIRC_WRITE_UNDO : CIRC_WRITE_REDO, error);
  gboolean skips;
  gint64 target;

  if (write == NULL || !find_target (self, back ? undo_target : redo_target, &target, &found, error))
    return FALSE;
  if (target == 0)
    {
      set_nothing (self, back, error);
      return FALSE;
    }
  skips = back && has_left_out (self, target);
  circ_write_set_target (write, target, found);
  if (!run_steps (write, target, back, error) || !finish (write, target, back, error))
    return FALSE;
  circ_write_publish (write, NULL);
  if (title != NULL && skips)
    /* translators: %s is what was taken back, such as “Edited: bulletin” */
    *title = g_strdup_printf (_ ("%s (later changes to erased records stay as they are)"), found);
  else if (title != NULL)
    *title = g_steal_pointer (&found);
  return TRUE;
}

/**
 * circ_store_undo:
 * @title: (out) (optional) (transfer full): what was taken back
 *
 * Takes back the newest change of this person that is not taken back yet, all of it or nothing.
 */
gboolean
circ_store_undo (CircStore *self,
                 char **title,
                 GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return move (self, TRUE, title, error);
}

/**
 * circ_store_redo:
 * @title: (out) (optional) (transfer full): what was done again
 */
gboolean
circ_store_redo (CircStore *self,
                 char **title,
                 GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return move (self, FALSE, title, error);
}
