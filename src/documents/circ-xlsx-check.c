/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * libxlsxwriter writes every part through a temporary file and does not look whether that worked: with a full
 * temporary folder it packs what is left of the sheet and reports success. So the finished file is read once: each
 * part must end with the end tag of its root element, and between the tags of a sheet's rows must stand as many bytes as
 * its rows were when they were written.
 */

#define END_RECORD_SIZE   22
#define ENTRY_SIZE        46
#define LOCAL_HEADER_SIZE 30
#define KEPT              64 /* bytes of the beginning, after the declaration, and of the end */

static guint32
read16 (const guchar *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8;
}

static guint32
read32 (const guchar *p)
{
  return read16 (p) | read16 (p + 2) << 16;
}

/* Where the rows of a sheet begin and end in what has been inflated so far; -1 as long as they do not. */
typedef struct
{
  gint64   begin;
  gint64   end;
  gint64   n_seen;
  GString *window; /* (owned) what came last, and enough of what was before it to find a tag that was cut in two */
} Rows;

#define BEGIN_TAG "<sheetData>"
#define END_TAG   "</sheetData>"

static void
rows_look (Rows       *rows,
           const char *bytes,
           gsize       n_bytes)
{
  gint64 start;
  const char *found;

  if (rows->window->len > strlen (END_TAG))
    g_string_erase (rows->window, 0, (gssize) (rows->window->len - strlen (END_TAG)));
  g_string_append_len (rows->window, bytes, (gssize) n_bytes);
  rows->n_seen += (gint64) n_bytes;
  start = rows->n_seen - (gint64) rows->window->len;
  if (rows->begin < 0 && (found = strstr (rows->window->str, BEGIN_TAG)) != NULL)
    rows->begin = start + (found - rows->window->str) + (gint64) strlen (BEGIN_TAG);
  if (rows->end < 0 && (found = strstr (rows->window->str, END_TAG)) != NULL)
    rows->end = start + (found - rows->window->str);
}

/* Whether @tail ends with the end tag of the element that @head begins with, or with "/>". */
static gboolean
is_whole (const GString *head,
          const GString *tail)
{
  const char *root = strstr (head->str, "?>");
  g_autofree char *wanted = NULL;

  root = root != NULL ? strchr (root, '<') : strchr (head->str, '<');
  if (root == NULL)
    return FALSE;
  wanted = g_strdup_printf ("</%.*s>", (int) strcspn (root + 1, " />\r\n"), root + 1);
  return g_str_has_suffix (tail->str, wanted) || (g_str_has_suffix (tail->str, "/>") && tail->len < KEPT);
}

/* @n_row_bytes: as in circ_xlsx_check_file(); 0 for what is no sheet. */
static gboolean
check_part (const guchar *data,
            gsize         n_bytes,
            gboolean      deflated,
            gint64        n_row_bytes)
{
  g_autoptr(GString) window = g_string_new (NULL);
  Rows rows = { .begin = -1, .end = -1, .window = window };
  g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr(GString) head = g_string_new (NULL);
  g_autoptr(GString) tail = g_string_new (NULL);
  g_autofree char *buffer = g_malloc (65536);
  GConverterResult result = G_CONVERTER_CONVERTED;

  for (gsize done = 0; result == G_CONVERTER_CONVERTED;)
    {
      gsize n_read = MIN (n_bytes - done, 65536);
      gsize n_written = n_read;

      if (deflated)
        result = g_converter_convert (G_CONVERTER (inflater), data + done, n_bytes - done, buffer, 65536,
                                      G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      else
        {
          memcpy (buffer, data + done, n_read);
          result = done + n_read == n_bytes ? G_CONVERTER_FINISHED : G_CONVERTER_CONVERTED;
        }
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      done += n_read;
      if (n_row_bytes > 0)
        rows_look (&rows, buffer, n_written);
      if (head->len < 4 * KEPT)
        g_string_append_len (head, buffer, (gssize) MIN (n_written, 4 * KEPT));
      g_string_append_len (tail, buffer + (n_written > KEPT ? n_written - KEPT : 0), (gssize) MIN (n_written, KEPT));
      if (tail->len > KEPT)
        g_string_erase (tail, 0, (gssize) (tail->len - KEPT));
    }
  while (tail->len > 0 && g_ascii_isspace (tail->str[tail->len - 1]))
    g_string_truncate (tail, tail->len - 1);
  if (n_row_bytes > 0 && (rows.begin < 0 || rows.end - rows.begin != n_row_bytes))
    return FALSE;
  return is_whole (head, tail);
}

/* The bytes of the rows of the sheet whose part this is; 0 for other parts. */
static gint64
get_row_bytes (const char *name,
               gsize       n_name,
               GArray     *sheets)
{
  g_autofree char *path = g_strndup (name, n_name);
  guint n = 0;

  if (sscanf (path, "xl/worksheets/sheet%u.xml", &n) != 1 || n < 1 || n > sheets->len)
    return 0;
  return g_array_index (sheets, gint64, n - 1);
}

static gboolean
check_entry (const guchar *data,
             gsize         n_bytes,
             const guchar *entry,
             GArray       *sheets)
{
  guint32 method = read16 (entry + 10);
  gsize size = read32 (entry + 20);
  gsize local = read32 (entry + 42);
  const char *name = (const char *) entry + ENTRY_SIZE;
  gsize n_name = read16 (entry + 28);
  gsize start;

  if (local + LOCAL_HEADER_SIZE > n_bytes)
    return FALSE;
  start = local + LOCAL_HEADER_SIZE + read16 (data + local + 26) + read16 (data + local + 28);
  if (start > n_bytes || size > n_bytes - start)
    return FALSE;
  /* Everything but pictures is XML. */
  if (n_name < 5 || (memcmp (name + n_name - 4, ".xml", 4) != 0 && memcmp (name + n_name - 5, ".rels", 5) != 0))
    return TRUE;
  return check_part (data + start, size, method == 8, get_row_bytes (name, n_name, sheets));
}

static gboolean
check_archive (const guchar *data,
               gsize         n_bytes,
               GArray       *sheets)
{
  const guchar *end = data + n_bytes - END_RECORD_SIZE;
  const guchar *entry;
  guint32 n_entries;

  if (n_bytes < END_RECORD_SIZE || memcmp (end, "PK\x05\x06", 4) != 0 || read32 (end + 16) >= n_bytes)
    return FALSE;
  n_entries = read16 (end + 10);
  entry = data + read32 (end + 16);
  for (guint32 i = 0; i < n_entries; i++)
    {
      if (entry + ENTRY_SIZE > end || memcmp (entry, "PK\x01\x02", 4) != 0 ||
          entry + ENTRY_SIZE + read16 (entry + 28) > end || !check_entry (data, n_bytes, entry, sheets))
        return FALSE;
      entry += ENTRY_SIZE + read16 (entry + 28) + read16 (entry + 30) + read16 (entry + 32);
    }
  return n_entries > 0;
}

/**
 * circ_xlsx_check_file:
 * @path: a workbook that libxlsxwriter says is finished
 * @sheets: (element-type gint64): of each sheet, in their order, how many bytes its rows are, uncompressed
 *
 * Returns: TRUE when every part of it is whole; FALSE with NO_SPACE, which is what cuts parts short
 */
gboolean
circ_xlsx_check_file (const char  *path,
                      GArray      *sheets,
                      GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  if (file != NULL &&
      check_archive ((const guchar *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file), sheets))
    return TRUE;
  g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NO_SPACE,
                       _("The workbook could not be written because the disk for temporary files is full. "
                         "Free some space and try again."));
  return FALSE;
}
