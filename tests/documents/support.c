/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"

#include <stdarg.h>
#include <string.h>

#include <glib/gstdio.h>

typedef struct
{
  guint n_rows;
  guint fail_at;
  guint next;
} Source;

char *
test_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("circ-documents-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Takes @folder. */
void
test_remove_folder (char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        test_remove_folder (g_strdup (path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

GFile *
test_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

guint
test_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Returns: (transfer full): what the program wrote; it must succeed */
char *
test_run (const char *program,
          ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;
  va_list list;

  g_ptr_array_add (arguments, (char *) program);
  va_start (list, program);
  for (char *argument = va_arg (list, char *); argument != NULL; argument = va_arg (list, char *))
    g_ptr_array_add (arguments, argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s %s", program, error->message, errors);
  return output;
}

CircReport *
test_report (void)
{
  CircReport *report = circ_report_new ("Circulation plan");

  circ_report_set_subtitle (report, "Northbridge Partnership");
  circ_report_set_period (report, "2026 to 2027");
  circ_report_set_made_on (report, "21 November 2026, 09:14");
  circ_report_set_included (report, "2 of 57 items: text “news”");
  return report;
}

CircReportTable *
test_add_table (CircReport *report,
                const char *title)
{
  CircReportTable *table = circ_report_add_table (report, title);

  circ_report_table_add_column (table, "Ref", CIRC_CELL_TEXT, 1, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "What", CIRC_CELL_TEXT, 3, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, "Sent", CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "People", CIRC_CELL_INTEGER, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, "Cost", CIRC_CELL_MONEY, 1, CIRC_COLUMN_NARROW);
  return table;
}

char *
test_read (GFile *file,
           gsize *n_bytes)
{
  g_autoptr(GError) error = NULL;
  char *content = NULL;

  g_file_load_contents (file, NULL, &content, n_bytes, NULL, &error);
  g_assert_no_error (error);
  return content;
}

GPtrArray *
test_export (CircReport       *report,
             CircExportFormat  format,
             GFile            *file)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *notes = NULL;
  gboolean done = circ_report_export (report, format, file, NULL, NULL, NULL, &notes, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (notes);
  return notes;
}

gboolean
test_has_note (GPtrArray  *notes,
               const char *part)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (g_ptr_array_index (notes, i), part) != NULL)
      return TRUE;
  return FALSE;
}

/* A row "LONG-1" whose second cell is "long00000 long00001 ...", at least @n_chars long. */
void
test_add_long_row (CircReportTable *table,
                   guint            n_chars)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *cells[5] = { "LONG-1" };

  for (guint i = 0; text->len < n_chars; i++)
    g_string_append_printf (text, "%slong%05u", i > 0 ? " " : "", i);
  cells[1] = text->str;
  circ_report_table_add_row (table, cells);
}

static gboolean
next_cb (CircReportRow  *row,
         gpointer        data,
         GError        **error)
{
  Source *source = data;
  g_autofree char *reference = NULL;

  if (source->fail_at > 0 && source->next == source->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the source failed");
      return FALSE;
    }
  if (source->next >= source->n_rows)
    return FALSE;
  reference = g_strdup_printf ("R-%04u", source->next);
  circ_report_row_set (row, 0, reference);
  circ_report_row_set (row, 1, source->next % 2 ? "Newsletter" : NULL);
  circ_report_row_set (row, 2, "2026-12-04");
  circ_report_row_set_integer (row, 3, source->next);
  source->next++;
  return TRUE;
}

static gboolean
rewind_cb (gpointer   data,
           GError   **error)
{
  ((Source *) data)->next = 0;
  return TRUE;
}

/* Rows "R-0000", "R-0001" ...; the source fails at row @fail_at unless it is 0. */
void
test_set_source (CircReportTable *table,
                 guint            n_rows,
                 guint            fail_at)
{
  Source *source = g_new0 (Source, 1);

  source->n_rows = n_rows;
  source->fail_at = fail_at;
  circ_report_table_set_row_source (table, n_rows, next_cb, rewind_cb, source, g_free);
}
