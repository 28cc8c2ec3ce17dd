/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-csv-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-csv-rules.h"
#include "circ-csv-table.h"

typedef struct
{
  CircCsvTable *table;
  const char   *p;
  const char   *end;
  const char   *counted; /* columns are counted up to here, so that a long line is walked once */
  guint         column;
  guint         line;
  gboolean      repaired;
  CircCsvRow    row;
  gsize         cell_start;
  gboolean      quoted; /* the present cell was written in quotation marks */
  gboolean      has_nul; /* and has been reported */
} Parser;

static guint
column_at (Parser     *self,
           const char *p)
{
  if (p < self->counted)
    return self->column;
  self->column += (guint) g_utf8_strlen (self->counted, p - self->counted);
  self->counted = p;
  return self->column;
}

static void
take_problem (Parser     *self,
              guint       line,
              guint       column,
              const char *reason)
{
  CircCsvProblem problem = { .row = self->table->rows->len, .line = line, .column = column };

  /* translators: the numbers say where in the file; %s is a sentence without capital and full stop */
  problem.message = g_strdup_printf (_("Line %u, column %u: %s."), line, column, reason);
  g_array_append_val (self->table->problems, problem);
}

static void
new_line (Parser *self)
{
  self->line++;
  self->counted = self->p;
  self->column = 1;
}

/* Appends one character of a cell, or a whole line end as "\n". */
static void
take_char (Parser *self)
{
  GString *cells = self->table->cells;
  char c = *self->p;

  if (c == '\r' || c == '\n')
    {
      self->p += c == '\r' && self->p + 1 < self->end && self->p[1] == '\n' ? 2 : 1;
      g_string_append_c (cells, '\n');
      new_line (self);
      return;
    }
  if (c == '\0')
    {
      if (!self->has_nul)
        take_problem (self, self->line, column_at (self, self->p), _("there is a NUL byte, which no text may hold"));
      self->has_nul = TRUE;
      g_string_append (cells, "␀");
    }
  else
    g_string_append_c (cells, c);
  self->p++;
}

static void
take_quoted (Parser *self)
{
  guint line = self->line;
  guint column = column_at (self, self->p);

  self->quoted = TRUE;
  self->p++;
  while (self->p < self->end)
    {
      if (*self->p != '"')
        take_char (self);
      else if (self->p + 1 < self->end && self->p[1] == '"')
        {
          g_string_append_c (self->table->cells, '"');
          self->p += 2;
        }
      else
        {
          self->p++;
          return;
        }
    }
  take_problem (self, line, column, _("the quotation mark that opens here is never closed"));
}

static gboolean
at_cell_end (Parser *self)
{
  return self->p >= self->end || *self->p == self->table->separator || *self->p == '\r' || *self->p == '\n';
}

static gboolean
end_cell (Parser  *self,
          GError **error)
{
  CircCsvTable *table = self->table;
  char *text = table->cells->str + self->cell_start;

  /* Our own writer's guard against formulas; see circ-csv-rules.h. */
  if (*text == '\'' && circ_csv_is_guarded (text))
    g_string_erase (table->cells, (gssize) self->cell_start, 1);
  if (self->repaired && strstr (table->cells->str + self->cell_start, "\xef\xbf\xbd") != NULL)
    take_problem (self, self->line, column_at (self, self->p),
                  _("the cell before here has characters that could not be read, shown as �"));
  g_array_append_val (table->offsets, self->cell_start);
  g_string_append_c (table->cells, '\0');
  if (++self->row.n_cells > CIRC_CSV_MAX_COLUMNS)
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
                   _("Line %u has more than %d cells; this is not a table that can be read."),
                   self->row.line, CIRC_CSV_MAX_COLUMNS);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_cell (Parser  *self,
           GError **error)
{
  self->cell_start = self->table->cells->len;
  self->quoted = FALSE;
  self->has_nul = FALSE;
  if (self->p < self->end && *self->p == '"')
    {
      take_quoted (self);
      if (!at_cell_end (self))
        take_problem (self, self->line, column_at (self, self->p), _("there is text after the closing quotation mark"));
    }
  while (!at_cell_end (self))
    take_char (self);
  return end_cell (self, error);
}

/* Spreadsheets leave out blank cells at the end of a row, or write too many; only text beyond the header,
 * or a row that stops short, can mean that something is in the wrong column. */
static void
check_width (Parser *self)
{
  CircCsvTable *table = self->table;
  guint width;
  guint n = self->row.n_cells;

  if (table->rows->len == 0)
    return;
  width = g_array_index (table->rows, CircCsvRow, 0).n_cells;
  while (n > width && *circ_csv_table_cell_at (table, self->row.first + n - 1) == '\0')
    n--;
  if (n == width)
    return;

  g_autofree char *reason = g_strdup_printf (ngettext ("the row has %u cell, but the first row has %u",
                                                       "the row has %u cells, but the first row has %u", n),
                                             n, width);

  take_problem (self, self->row.line, 1, reason);
}

static gboolean
take_row (Parser  *self,
          GError **error)
{
  CircCsvTable *table = self->table;

  self->row = (CircCsvRow) { .first = table->offsets->len, .line = self->line };
  if (!take_cell (self, error))
    return FALSE;
  while (self->p < self->end && *self->p == table->separator)
    {
      self->p++;
      if (!take_cell (self, error))
        return FALSE;
    }

  gboolean blank = self->row.n_cells == 1 && !self->quoted && *circ_csv_table_cell_at (table, self->row.first) == '\0';

  if (blank)
    g_array_set_size (table->offsets, self->row.first);
  else
    {
      check_width (self);
      g_array_append_val (table->rows, self->row);
    }
  if (self->p < self->end)
    {
      self->p += *self->p == '\r' && self->p + 1 < self->end && self->p[1] == '\n' ? 2 : 1;
      new_line (self);
    }
  return TRUE;
}

static gboolean
check_size (gsize    n_bytes,
            GError **error)
{
  if (n_bytes <= CIRC_CSV_MAX_BYTES)
    return TRUE;
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_TOO_LARGE,
               _("The file is larger than %d MiB, which is more than can be imported at once. Split it first."),
               CIRC_CSV_MAX_BYTES / 1024 / 1024);
  return FALSE;
}

/**
 * circ_csv_table_read_bytes:
 * @bytes: the whole file, or a pasted table
 * @cancellable: (nullable): looked at every thousand rows
 *
 * Reads CSV as spreadsheets and databases really write it. Rows that break the rules are kept as far as they
 * can be read, with a problem in words; nothing is dropped but blank lines. An empty file has no rows.
 *
 * Returns: (transfer full): or NULL with UNREADABLE, TOO_LARGE or CANCELLED
 */
CircCsvTable *
circ_csv_table_read_bytes (GBytes        *bytes,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(CircCsvTable) table = NULL;
  CircCsvText source;
  gsize n_bytes;
  const guchar *data;
  gboolean good;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &n_bytes);
  if (!check_size (n_bytes, error))
    return NULL;
  good = circ_csv_text_decode (&source, data != NULL ? data : (const guchar *) "", n_bytes, error);
  if (good)
    {
      Parser parser = { .p = source.text->str + source.start, .end = source.text->str + source.text->len,
                        .line = source.first_line, .repaired = source.repaired };

      parser.counted = parser.p;
      parser.column = 1;
      parser.table = table = circ_csv_table_new (&source);
      while (good && parser.p < parser.end)
        good = take_row (&parser, error) &&
               (table->rows->len % 1000 != 0 || circ_document_check_cancelled (cancellable, error));
    }
  circ_csv_text_clear (&source);
  return good ? g_steal_pointer (&table) : NULL;
}

static GBytes *
read_limited (GInputStream  *stream,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GByteArray) data = g_byte_array_new ();
  g_autofree guchar *buffer = g_malloc (65536);
  gssize n;

  /* The size is not asked beforehand: a pipe has none, and a file can grow. */
  while ((n = g_input_stream_read (stream, buffer, 65536, cancellable, error)) > 0)
    {
      g_byte_array_append (data, buffer, (guint) n);
      if (!check_size (data->len, error))
        return NULL;
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * circ_csv_table_read_file:
 *
 * As circ_csv_table_read_bytes(), of a file of at most 64 MiB.
 *
 * Returns: (transfer full): or NULL, also with NOT_FOUND, DENIED or IS_DIRECTORY
 */
CircCsvTable *
circ_csv_table_read_file (GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *io_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, cancellable, &io_error);
  if (stream != NULL)
    bytes = read_limited (G_INPUT_STREAM (stream), cancellable, &io_error);
  if (bytes == NULL && io_error->domain == CIRC_DOCUMENT_ERROR)
    {
      g_propagate_error (error, io_error);
      return NULL;
    }
  if (bytes == NULL)
    {
      circ_document_translate_error (error, io_error, name, FALSE);
      return NULL;
    }
  return circ_csv_table_read_bytes (bytes, cancellable, error);
}
