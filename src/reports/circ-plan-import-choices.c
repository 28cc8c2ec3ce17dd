/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about the rows: which are left out, what says by whom, and the options. */
#include "config.h"

#include "circ-plan-import.h"

#include <string.h>

#include "circ-entry.h"
#include "circ-plan-import-private.h"
#include "circ-plan-item.h"

void
circ_plan_import_set_skip (CircPlanImport *self,
                           guint row,
                           gboolean skip)
{
  g_return_if_fail (row < self->rows->len);

  ((CircImportRow *) self->rows->pdata[row])->skip = skip;
  g_signal_emit_by_name (self, "changed");
}

/* The lists as the split says now; the counts of the row with them. Returns: (nullable): why they cannot be saved. */
static const char *
apply_split (CircPlanImport *self,
             CircImportRow *row)
{
  g_autoptr (GPtrArray) to_whom = circ_entries_from_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM],
                                                           circ_record_get (row->item, CIRC_PLAN_ITEM_TO_WHOM));

  row->n_entries = to_whom->len;
  row->n_linked = 0;
  for (guint i = 0; i < to_whom->len; i++)
    row->n_linked += ((CircEntry *) to_whom->pdata[i])->link != 0;
  return circ_import_reader_apply_split (&self->reader, row);
}

/**
 * circ_plan_import_set_role:
 * @row: a row whose "How, by whom" cell was taken apart
 * @line: a line of that cell
 * @is_role: whether it says by whom
 *
 * Returns: %FALSE with @error, and the line where it was, when the list that it would go to cannot be saved
 */
gboolean
circ_plan_import_set_role (CircPlanImport *self,
                           guint row,
                           guint line,
                           gboolean is_role,
                           GError **error)
{
  CircImportRow *wanted;
  const char *complaint;

  g_return_val_if_fail (row < self->rows->len, FALSE);
  wanted = self->rows->pdata[row];
  g_return_val_if_fail (wanted->split != NULL && line < wanted->split->lines->len, FALSE);

  if ((wanted->split->is_role->data[line] != 0) == (is_role != FALSE))
    return TRUE;
  circ_how_split_set_role (wanted->split, line, is_role);
  complaint = apply_split (self, wanted);
  if (complaint != NULL)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED, complaint);
      circ_how_split_set_role (wanted->split, line, !is_role);
      apply_split (self, wanted);
      return FALSE;
    }
  if (wanted->state == CIRC_IMPORT_ROW_NEW)
    g_clear_pointer (&wanted->message, g_free);
  g_signal_emit_by_name (self, "changed");
  return TRUE;
}

static gboolean
has_same_lines (const CircHowSplit *split,
                const CircHowSplit *other)
{
  if (split->lines->len != other->lines->len)
    return FALSE;
  for (guint i = 0; i < split->lines->len; i++)
    if (!g_str_equal (split->lines->pdata[i], other->lines->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The lines go where those of @before went, unless a list has no room for them. */
static void
keep_roles (CircPlanImport *self,
            CircImportRow *row,
            const CircHowSplit *before)
{
  CircHowSplit *guess = row->split;
  guint n = before->lines->len;

  if (n == 0 || memcmp (guess->is_role->data, before->is_role->data, n) == 0)
    return;
  row->split = circ_how_split_copy (before);
  if (apply_split (self, row) != NULL)
    {
      circ_how_split_free (row->split);
      row->split = guess;
      apply_split (self, row);
      return;
    }
  circ_how_split_free (guess);
  if (row->state == CIRC_IMPORT_ROW_NEW)
    g_clear_pointer (&row->message, g_free);
}

/* @rows: the same rows of the file, read anew for other columns. */
void
circ_plan_import_keep_choices (CircPlanImport *self,
                               GPtrArray *rows)
{
  for (guint i = 0; i < MIN (self->rows->len, rows->len); i++)
    {
      const CircImportRow *before = self->rows->pdata[i];
      CircImportRow *row = rows->pdata[i];

      row->skip = before->skip;
      if (before->split != NULL && row->split != NULL && has_same_lines (before->split, row->split))
        keep_roles (self, row, before->split);
    }
}

void
circ_plan_import_set_again (CircPlanImport *self,
                            gboolean again)
{
  self->again = again;
  g_signal_emit_by_name (self, "changed");
}

gboolean
circ_plan_import_get_again (CircPlanImport *self)
{
  return self->again;
}

void
circ_plan_import_set_add_missing (CircPlanImport *self,
                                  gboolean add_missing)
{
  self->add_missing = add_missing;
  g_signal_emit_by_name (self, "changed");
}

void
circ_plan_import_set_skip_bad_rows (CircPlanImport *self,
                                    gboolean skip_bad_rows)
{
  self->skip_bad_rows = skip_bad_rows;
  g_signal_emit_by_name (self, "changed");
}

gboolean
circ_plan_import_get_skip_bad_rows (CircPlanImport *self)
{
  return self->skip_bad_rows;
}
