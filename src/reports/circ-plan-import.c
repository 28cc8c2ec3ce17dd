/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-plan-import-private.h"

G_DEFINE_FINAL_TYPE (CircPlanImport, circ_plan_import, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_free (gpointer data)
{
  CircImportRow *row = data;

  g_free (row->message);
  g_free (row->existing_ref);
  g_clear_object (&row->item);
  g_clear_pointer (&row->split, circ_how_split_free);
  g_free (row);
}

static void
circ_plan_import_dispose (GObject *object)
{
  CircPlanImport *self = CIRC_PLAN_IMPORT (object);

  circ_import_reader_clear (&self->reader);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (circ_plan_import_parent_class)->dispose (object);
}

static void
circ_plan_import_finalize (GObject *object)
{
  CircPlanImport *self = CIRC_PLAN_IMPORT (object);

  g_clear_pointer (&self->table, circ_csv_table_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->columns);
  g_free (self->name);
  g_free (self->today);
  G_OBJECT_CLASS (circ_plan_import_parent_class)->finalize (object);
}

static void
circ_plan_import_class_init (CircPlanImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = circ_plan_import_dispose;
  object_class->finalize = circ_plan_import_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
circ_plan_import_init (CircPlanImport *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (CircImportColumn));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

static CircImportColumn *
column_at (CircPlanImport *self,
           guint column)
{
  return &g_array_index (self->columns, CircImportColumn, column);
}

/* How many headings of a row are known; "what" must be among them. */
static guint
count_known_titles (CircCsvTable *table,
                    guint row)
{
  guint n = 0;
  gboolean what = FALSE;

  for (guint i = 0; i < circ_csv_table_get_n_cells (table, row); i++)
    {
      CircImportColumn guess = circ_import_column_guess (circ_csv_table_get_cell (table, row, i));

      n += guess != CIRC_IMPORT_COLUMN_IGNORE;
      what = what || guess == CIRC_IMPORT_COLUMN_WHAT;
    }
  return what ? n : 0;
}

/* The headings are not always the first row: a word processor's title may stand above them. A table whose first rows
 * have no known heading may have none at all, and then its first row is not lost to a person who matches by hand. */
static void
find_heading (CircPlanImport *self)
{
  guint n_rows = circ_csv_table_get_n_rows (self->table);
  guint best = 0;

  for (guint i = 0; i < MIN (n_rows, 10); i++)
    {
      guint n = count_known_titles (self->table, i);

      if (n < 2 || n <= best)
        continue;
      best = n;
      self->headed = TRUE;
      self->first_row = i + 1;
    }
  for (guint i = 0; n_rows > 0 && !self->headed && i < circ_csv_table_get_n_cells (self->table, 0); i++)
    if (circ_import_column_guess (circ_csv_table_get_cell (self->table, 0, i)) != CIRC_IMPORT_COLUMN_IGNORE)
      {
        self->headed = TRUE;
        self->first_row = 1;
      }
}

/* The first of several that cannot stand together is the one, and the others are left out where a person sees it. */
static void
match_columns (CircPlanImport *self)
{
  guint n = circ_csv_table_get_n_columns (self->table);
  guint taken = 0;

  g_array_set_size (self->columns, n);
  for (guint i = 0; i < n; i++)
    {
      const char *title = self->headed ? circ_csv_table_get_cell (self->table, self->first_row - 1, i) : "";
      CircImportColumn guess = circ_import_column_guess (title);

      if (*title != '\0')
        g_ptr_array_add (self->titles, g_strdup (title));
      else
        /* translators: stands for the heading of a column that has none */
        g_ptr_array_add (self->titles, g_strdup_printf (_ ("Column %u"), i + 1));
      if (taken & (1u << guess))
        guess = CIRC_IMPORT_COLUMN_IGNORE;
      taken |= circ_import_column_get_rivals (guess);
      *column_at (self, i) = guess;
    }
}

static void
judge_rows (CircPlanImport *self,
            GPtrArray *rows,
            CircImportIndex *index)
{
  int ref_column = self->reader.columns[CIRC_IMPORT_COLUMN_REF];

  for (guint i = 0; i < rows->len; i++)
    {
      CircImportRow *row = rows->pdata[i];
      g_autofree char *ref = NULL;

      if (row->item == NULL)
        continue;
      ref = g_strdup (ref_column >= 0
                        ? circ_csv_table_get_cell (self->table, self->first_row + i, (guint) ref_column)
                        : "");
      circ_import_index_judge (index, g_strstrip (ref), row);
    }
}

/**
 * circ_plan_import_read_rows:
 * @store: of the thread that reads
 *
 * Reads every row anew, for the columns as they are matched now.
 *
 * Returns: (transfer full) (element-type CircImportRow) (nullable): the rows, for circ_plan_import_take_rows()
 */
GPtrArray *
circ_plan_import_read_rows (CircPlanImport *self,
                            CircStore *store,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  CircImportIndex index = { NULL };
  gboolean good;

  for (guint i = 0; i < CIRC_N_IMPORT_COLUMNS; i++)
    self->reader.columns[i] = -1;
  for (guint i = 0; i < self->columns->len; i++)
    self->reader.columns[*column_at (self, i)] = (int) i;
  for (guint i = self->first_row; i < circ_csv_table_get_n_rows (self->table); i++)
    {
      CircImportRow *row = g_new0 (CircImportRow, 1);

      g_ptr_array_add (rows, row);
      row->line = circ_csv_table_get_line (self->table, i);
      row->state = CIRC_IMPORT_ROW_EMPTY;
      if (circ_plan_import_is_ready (self))
        circ_import_reader_read (&self->reader, self->table, i, row);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  good = circ_import_index_init (&index, store, self->reader.columns, error);
  if (good)
    judge_rows (self, rows, &index);
  circ_import_index_clear (&index);
  return good ? g_steal_pointer (&rows) : NULL;
}

/* @rows is taken. What a person decided about the rows that were there holds for them too. */
void
circ_plan_import_take_rows (CircPlanImport *self,
                            GPtrArray *rows)
{
  circ_plan_import_keep_choices (self, rows);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static CircPlanImport *
import_new (CircStore *store,
            CircCsvTable *table,
            const char *name,
            const char *today,
            GCancellable *cancellable,
            GError **error)
{
  GPtrArray *rows;
  g_autoptr (CircPlanImport) self = g_object_new (CIRC_TYPE_PLAN_IMPORT, NULL);

  self->table = table;
  self->store = g_object_ref (store);
  self->name = g_strdup (name);
  self->today = g_strdup (today);
  if (circ_csv_table_get_n_rows (table) == 0)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
                   /* translators: %s is the name of a file */
                   _ ("There is nothing to import: %s has no rows."), name);
      return NULL;
    }
  if (!circ_import_reader_init (&self->reader, store, self->today, error))
    return NULL;
  find_heading (self);
  match_columns (self);
  rows = circ_plan_import_read_rows (self, store, cancellable, error);
  if (rows == NULL)
    return NULL;
  circ_plan_import_take_rows (self, rows);
  return g_steal_pointer (&self);
}

/**
 * circ_plan_import_new:
 * @store: where it is to go
 * @file: a CSV file as a spreadsheet writes it
 * @today: ISO date: the rows are in the plan from the first day of its reporting year
 *
 * Returns: (transfer full): the import, with columns matched and rows read; %NULL with @error
 */
CircPlanImport *
circ_plan_import_new (CircStore *store,
                      GFile *file,
                      const char *today,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  CircCsvTable *table = circ_csv_table_read_file (file, cancellable, error);

  return table != NULL ? import_new (store, table, name, today, cancellable, error) : NULL;
}

/* The same of a table that is not a file: @name says what it is called in the history. */
CircPlanImport *
circ_plan_import_new_for_bytes (CircStore *store,
                                GBytes *bytes,
                                const char *name,
                                const char *today,
                                GError **error)
{
  CircCsvTable *table = circ_csv_table_read_bytes (bytes, NULL, error);

  return table != NULL ? import_new (store, table, name, today, NULL, error) : NULL;
}

guint
circ_plan_import_get_n_columns (CircPlanImport *self)
{
  return self->columns->len;
}

const char *
circ_plan_import_get_column_title (CircPlanImport *self,
                                   guint column)
{
  g_return_val_if_fail (column < self->titles->len, NULL);
  return self->titles->pdata[column];
}

const char *
circ_plan_import_get_column_sample (CircPlanImport *self,
                                    guint column)
{
  g_return_val_if_fail (column < self->titles->len, NULL);
  for (guint i = self->first_row; i < circ_csv_table_get_n_rows (self->table); i++)
    {
      const char *cell = circ_csv_table_get_cell (self->table, i, column);

      if (cell[strspn (cell, " \t\r\n")] != '\0')
        return cell;
    }
  return "";
}

CircImportColumn
circ_plan_import_get_column (CircPlanImport *self,
                             guint column)
{
  g_return_val_if_fail (column < self->columns->len, CIRC_IMPORT_COLUMN_IGNORE);
  return *column_at (self, column);
}

gboolean
circ_plan_import_is_ready (CircPlanImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (*column_at (self, i) == CIRC_IMPORT_COLUMN_WHAT)
      return TRUE;
  return FALSE;
}

guint
circ_plan_import_get_n_rows (CircPlanImport *self)
{
  return self->rows->len;
}

const CircImportRow *
circ_plan_import_get_row (CircPlanImport *self,
                          guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return self->rows->pdata[row];
}
