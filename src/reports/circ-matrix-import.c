/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-import-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-csv-reader.h"
#include "circ-plan-view.h"
#include "circ-store-names.h"

typedef struct {
  CircMatrixImport *import;
  CircCsvTable *table;
  GArray *audiences;  /* (owned) (element-type gint64) of each column; 0 for one that is left out */
  GPtrArray *titles;  /* (owned) (element-type utf8) of each column */
  GHashTable *lines;  /* (owned) (element-type gint64 guint) method -> the line that it stands in */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->table, circ_csv_table_free);
  g_clear_pointer (&reading->audiences, g_array_unref);
  g_clear_pointer (&reading->titles, g_ptr_array_unref);
  g_clear_pointer (&reading->lines, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* A cell in one line: headings of spreadsheets are often broken. */
static char *
dup_words (CircCsvTable *table,
           guint row,
           guint column)
{
  char *words = g_strdup (circ_csv_table_get_cell (table, row, column));

  return g_strstrip (g_strdelimit (words, "\n\t", ' '));
}

/* Spreadsheets add up their marks; what they come to is counted here anew. */
static gboolean
is_total (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_autofree char *ours = g_utf8_casefold (_ ("Total"), -1);

  return g_str_equal (folded, ours) || g_str_equal (folded, "total") || g_str_equal (folded, "totals");
}

static gboolean
fail (CircMatrixImport *self,
      GError **error,
      const char *complaint)
{
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
               /* translators: the name of a file, and what is wrong with the first row of its table, without a full stop */
               _ ("The headings of %s cannot be read: %s."), self->name, complaint);
  return FALSE;
}

static gboolean
read_heading (Reading *reading,
              guint column,
              GError **error)
{
  CircMatrixImport *self = reading->import;
  char *words = dup_words (reading->table, 0, column);
  g_autofree char *complaint = NULL;
  gint64 id = 0;

  g_ptr_array_add (reading->titles, words);
  if (*words != '\0' && !is_total (words))
    {
      id = circ_matrix_import_recognise (self, CIRC_KIND_AUDIENCE, words, &complaint);
      if (id == 0)
        return fail (self, error, complaint);
      for (guint i = 0; i < reading->audiences->len; i++)
        if (g_array_index (reading->audiences, gint64, i) == id)
          {
            complaint = g_strdup_printf (_ ("“%s” and “%s” mean the same audience"),
                                         (const char *) reading->titles->pdata[i], words);
            return fail (self, error, complaint);
          }
      if (!circ_matrix_import_make_column (self, id, error))
        return FALSE;
      circ_matrix_add_audience (self->after, id);
    }
  g_array_append_val (reading->audiences, id);
  return TRUE;
}

static gboolean
read_headings (Reading *reading,
               GError **error)
{
  CircMatrixImport *self = reading->import;
  guint n = circ_csv_table_get_n_rows (reading->table) > 0 ? circ_csv_table_get_n_cells (reading->table, 0) : 0;
  g_autofree char *problems = n > 0 ? circ_csv_table_dup_row_problems (reading->table, 0) : NULL;
  gint64 none = 0;

  if (problems != NULL)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
                           g_strdelimit (problems, "\n", ' '));
      return FALSE;
    }
  if (n < 2)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
                   _ ("There is no matrix in %s: the first row needs the audiences, the first column the methods."),
                   self->name);
      return FALSE;
    }
  g_ptr_array_add (reading->titles, g_strdup (""));
  g_array_append_val (reading->audiences, none);
  for (guint i = 1; i < n; i++)
    if (!read_heading (reading, i, error))
      return FALSE;
  return TRUE;
}

static void
add_problem (Reading *reading,
             guint row,
             guint column,
             const char *complaint)
{
  g_ptr_array_add (reading->import->problems,
                   /* translators: where in a table; %s is what is wrong, without capital and full stop */
                   g_strdup_printf (_ ("Line %u, column %u: %s."), circ_csv_table_get_line (reading->table, row),
                                    column + 1, complaint));
}

/* Reads the marks of a row. Returns: how many are no marks; each is named */
static guint
read_marks (Reading *reading,
            guint row,
            CircMatrixValue *values,
            gboolean *blank)
{
  guint n = circ_csv_table_get_n_cells (reading->table, row);
  guint n_bad = 0;

  *blank = TRUE;
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *mark = dup_words (reading->table, row, i);
      const char *title = i < reading->titles->len ? reading->titles->pdata[i] : "";
      g_autofree char *complaint = NULL;

      if (*mark == '\0' || is_total (title))
        continue;
      *blank = FALSE;
      if (*title == '\0')
        complaint = g_strdup_printf (_ ("“%s” stands under no heading"), mark);
      else if (!circ_matrix_value_from_mark (mark, &values[i]))
        /* translators: %1$s is what stands in a cell, %2$s the heading of its column */
        complaint = g_strdup_printf (_ ("“%1$s” (%2$s) is no mark of a matrix; there are X, P for planned, R for on request "
                                        "and a blank"),
                                     mark, title);
      if (complaint == NULL)
        continue;
      add_problem (reading, row, i, complaint);
      n_bad++;
    }
  return n_bad;
}

/* Returns: the method that the row is about; 0 with a problem added */
static gint64
read_method (Reading *reading,
             guint row,
             const char *words)
{
  g_autofree char *complaint = NULL;
  gint64 id = 0;
  gpointer line;

  if (*words == '\0')
    complaint = g_strdup (_ ("the row names no method"));
  else
    id = circ_matrix_import_recognise (reading->import, CIRC_KIND_METHOD, words, &complaint);
  if (id != 0 && g_hash_table_lookup_extended (reading->lines, &id, NULL, &line))
    {
      /* translators: words of a file, and the line further up that means the same */
      complaint = g_strdup_printf (_ ("“%s” is the same method as in line %u"), words, GPOINTER_TO_UINT (line));
      id = 0;
    }
  if (id == 0)
    add_problem (reading, row, 0, complaint);
  else
    g_hash_table_insert (reading->lines, g_memdup2 (&id, sizeof id),
                         GUINT_TO_POINTER (circ_csv_table_get_line (reading->table, row)));
  return id;
}

static void
read_row (Reading *reading,
          guint row)
{
  CircMatrixImport *self = reading->import;
  g_autofree char *words = dup_words (reading->table, row, 0);
  g_autofree char *problems = circ_csv_table_dup_row_problems (reading->table, row);
  g_autofree CircMatrixValue *values = g_new0 (CircMatrixValue, circ_csv_table_get_n_columns (reading->table));
  gboolean blank;
  gint64 method = 0;

  if (is_total (words))
    return;
  if (problems != NULL)
    g_ptr_array_add (self->problems, g_steal_pointer (&problems));
  else if (read_marks (reading, row, values, &blank) == 0)
    {
      if (*words == '\0' && blank)
        return;
      method = read_method (reading, row, words);
    }
  if (method == 0)
    {
      self->n_bad_rows++;
      return;
    }
  circ_matrix_add_method (self->after, method);
  for (guint i = 1; i < reading->audiences->len; i++)
    if (g_array_index (reading->audiences, gint64, i) != 0)
      circ_matrix_set (self->after, method, g_array_index (reading->audiences, gint64, i), values[i]);
}

static gboolean
read_table (CircMatrixImport *self,
            GFile *file,
            GError **error)
{
  g_auto (Reading) reading = { .import = self, .table = circ_csv_table_read_file (file, NULL, error) };

  if (reading.table == NULL)
    return FALSE;
  reading.audiences = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading.titles = g_ptr_array_new_with_free_func (g_free);
  reading.lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_headings (&reading, error))
    return FALSE;
  for (guint i = 1; i < circ_csv_table_get_n_rows (reading.table); i++)
    read_row (&reading, i);
  return TRUE;
}

/**
 * circ_matrix_import_new:
 * @file: a CSV file as a spreadsheet writes it
 * @today: ISO date: a file without a matrix gets one of the reporting year of this day
 *
 * Returns: (transfer full) (nullable): what saving it would do; %NULL with @error
 */
CircMatrixImport *
circ_matrix_import_new (CircStore *store,
                        GFile *file,
                        const char *today,
                        GError **error)
{
  g_autoptr (CircMatrixImport) self = g_new0 (CircMatrixImport, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->name = g_filename_display_name (base);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  /* translators: the title of a change in the history: from which file */
  title = g_strdup_printf (_ ("Imported the matrix from %s"), self->name);
  self->change = circ_change_new (title);
  circ_store_get_report_year (store, today, &self->year);
  self->source = circ_matrix_source_new_draft (store, &self->year, error);
  if (self->source == NULL)
    return NULL;
  self->names = circ_store_read_names (store, error);
  if (self->names == NULL)
    return NULL;
  circ_matrix_import_find_next (self, CIRC_KIND_METHOD, self->source->methods);
  circ_matrix_import_find_next (self, CIRC_KIND_AUDIENCE, self->source->audiences);
  self->after = circ_matrix_copy (self->source->matrix);
  return read_table (self, file, error) ? g_steal_pointer (&self) : NULL;
}

void
circ_matrix_import_free (CircMatrixImport *self)
{
  g_clear_object (&self->store);
  g_free (self->name);
  g_clear_pointer (&self->source, circ_matrix_source_free);
  g_clear_pointer (&self->after, circ_matrix_free);
  g_clear_pointer (&self->names, circ_matcher_free);
  g_clear_pointer (&self->change, circ_change_unref);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

GPtrArray *
circ_matrix_import_get_problems (CircMatrixImport *self)
{
  return self->problems;
}

GPtrArray *
circ_matrix_import_get_notes (CircMatrixImport *self)
{
  return self->notes;
}

guint
circ_matrix_import_count_bad_rows (CircMatrixImport *self)
{
  return self->n_bad_rows;
}
