/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * libxlsxwriter writes every part through a temporary file and does not look whether that worked: with a full
 * temporary folder it packs what is left of the sheet and reports success. So the finished file is read once: each
 * part must end with the end tag of its root element.
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

static gboolean
check_part (const guchar *data,
            gsize         n_bytes,
            gboolean      deflated)
{
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
      if (head->len < 4 * KEPT)
        g_string_append_len (head, buffer, (gssize) MIN (n_written, 4 * KEPT));
      g_string_append_len (tail, buffer + (n_written > KEPT ? n_written - KEPT : 0), (gssize) MIN (n_written, KEPT));
      if (tail->len > KEPT)
        g_string_erase (tail, 0, (gssize) (tail->len - KEPT));
    }
  while (tail->len > 0 && g_ascii_isspace (tail->str[tail->len - 1]))
    g_string_truncate (tail, tail->len - 1);
  return is_whole (head, tail);
}

static gboolean
check_entry (const guchar *data,
             gsize         n_bytes,
             const guchar *entry)
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
  return check_part (data + start, size, method == 8);
}

static gboolean
check_archive (const guchar *data,
               gsize         n_bytes)
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
          entry + ENTRY_SIZE + read16 (entry + 28) > end || !check_entry (data, n_bytes, entry))
        return FALSE;
      entry += ENTRY_SIZE + read16 (entry + 28) + read16 (entry + 30) + read16 (entry + 32);
    }
  return n_entries > 0;
}

/**
 * circ_xlsx_check_file:
 * @path: a workbook that libxlsxwriter says is finished
 *
 * Returns: TRUE when every part of it is whole; FALSE with NO_SPACE, which is what cuts parts short
 */
gboolean
circ_xlsx_check_file (const char  *path,
                      GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  if (file != NULL && check_archive ((const guchar *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file)))
    return TRUE;
  g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NO_SPACE,
                       _("The workbook could not be written because the disk for temporary files is full. "
                         "Free some space and try again."));
  return FALSE;
}
