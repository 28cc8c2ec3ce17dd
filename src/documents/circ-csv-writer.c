/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-cell.h"
#include "circ-csv-rules.h"

typedef struct
{
  CircJob        *job;
  CircAtomicFile *file;
  GString        *line;
  GString        *format;
  guint64         n_guarded;
} Writer;

static void
append_field (Writer     *self,
              const char *text,
              gboolean    guard)
{
  gboolean quote = strpbrk (text, ",;\"\n\t") != NULL || *text == ' ' || *text == '\'';

  if (guard)
    self->n_guarded++;
  if (!quote && *text != '\0' && text[strlen (text) - 1] == ' ')
    quote = TRUE;
  if (quote)
    g_string_append_c (self->line, '"');
  if (guard)
    g_string_append_c (self->line, '\'');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (self->line, '"');
      g_string_append_c (self->line, *p);
    }
  if (quote)
    g_string_append_c (self->line, '"');
}

static void
append_cell (Writer       *self,
             CircCellType  type,
             const char   *text)
{
  const char *plain = circ_cell_format_plain (type, text, self->format);
  CircCellValue value;

  circ_cell_parse (type, text, &value);
  /* A number's own minus sign is not a formula's. */
  if (value.type == CIRC_CELL_TEXT)
    append_field (self, plain, circ_csv_is_guarded (plain));
  else
    append_field (self, plain, FALSE);
}

static gboolean
flush_line (Writer  *self,
            GError **error)
{
  g_string_append (self->line, "\r\n");

  gboolean done = circ_atomic_file_write (self->file, self->line->str, self->line->len, error);

  g_string_truncate (self->line, 0);
  return done;
}

static gboolean
write_header (Writer           *self,
              CircReportTable  *table,
              GError          **error)
{
  for (guint i = 0; i < circ_report_table_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      append_cell (self, CIRC_CELL_TEXT, circ_report_table_get_column (table, i)->title);
    }
  return flush_line (self, error);
}

static gboolean
write_table (Writer           *self,
             CircReportTable  *table,
             GError          **error)
{
  GError *row_error = NULL;
  CircReportRow *row;

  if (!write_header (self, table, error) || !circ_report_table_rewind (table, error))
    return FALSE;
  while ((row = circ_report_table_next (table, &row_error)) != NULL)
    {
      for (guint i = 0; i < circ_report_table_n_columns (table); i++)
        {
          if (i > 0)
            g_string_append_c (self->line, ',');
          append_cell (self, circ_report_table_get_column (table, i)->type,
                       circ_job_clean (self->job, circ_report_row_get (row, i)));
        }
      /* A row of one blank cell would be a blank line, which readers skip. */
      if (self->line->len == 0)
        g_string_append (self->line, "\"\"");
      if (!flush_line (self, error) || !circ_job_step (self->job, error))
        return FALSE;
    }
  if (row_error != NULL)
    g_propagate_error (error, row_error);
  return row_error == NULL;
}

static gboolean
write_tables (Writer  *self,
              GError **error)
{
  GPtrArray *blocks = self->job->report->blocks;
  guint n_tables = 0;
  guint n_written = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_tables += ((CircReportBlock *) g_ptr_array_index (blocks, i))->kind == CIRC_BLOCK_TABLE;
  if (n_tables == 0)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
                           _("CSV holds tables only, and this document has none. Choose XLSX or PDF."));
      return FALSE;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (blocks, i);
      const char *title;

      if (block->kind != CIRC_BLOCK_TABLE)
        continue;
      /* One table is only its rows, so that programs can read it; several need their names. */
      title = circ_report_table_get_title (block->table);
      if (n_tables > 1 && n_written > 0 && !flush_line (self, error))
        return FALSE;
      if (n_tables > 1 && title != NULL)
        {
          append_cell (self, CIRC_CELL_TEXT, title);
          if (!flush_line (self, error))
            return FALSE;
        }
      n_written++;
      if (!write_table (self, block->table, error))
        return FALSE;
    }
  return TRUE;
}

/* RFC 4180 with a byte order mark, which is what makes Excel read UTF-8. */
gboolean
circ_csv_write (CircJob         *job,
                CircAtomicFile  *file,
                GError         **error)
{
  g_autoptr(GString) line = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GString) format = g_string_new (NULL);
  Writer self = { .job = job, .file = file, .line = line, .format = format };

  circ_job_begin (job, 0, 1);
  if (!write_tables (&self, error))
    return FALSE;
  if (self.n_guarded > 0)
    circ_export_notes_add (job->notes,
                           ngettext ("%" G_GUINT64_FORMAT " cell starts like a formula and was given an apostrophe "
                                     "in front, so that spreadsheets show it as text.",
                                     "%" G_GUINT64_FORMAT " cells start like a formula and were given an apostrophe "
                                     "in front, so that spreadsheets show them as text.",
                                     (gulong) self.n_guarded),
                           self.n_guarded);
  return TRUE;
}
