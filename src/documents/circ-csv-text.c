/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-csv-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* How far is looked for signs of what the file is. */
#define PROBE_BYTES   (64 * 1024)
#define PROBE_RECORDS 50

/* Windows-1252 from 0x80 to 0x9f; the five bytes it does not define read as U+FFFD. */
static const guint16 cp1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
  0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0xfffd, 0x017e, 0x0178,
};

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_UNREADABLE, message);
  return FALSE;
}

static gboolean
starts_with (const guchar *data,
             gsize         n_bytes,
             const char   *magic,
             gsize         n_magic)
{
  return n_bytes >= n_magic && memcmp (data, magic, n_magic) == 0;
}

static gboolean
check_magic (const guchar  *data,
             gsize          n_bytes,
             GError       **error)
{
  if (starts_with (data, n_bytes, "PK\x03\x04", 4))
    return refuse (error, _("This is a workbook or document, not CSV. Open it in its own program and save it as CSV first."));
  if (starts_with (data, n_bytes, "\xd0\xcf\x11\xe0", 4))
    return refuse (error, _("This is an old Office file or one with a password, not CSV. "
                            "Open it in its own program and save it as CSV first."));
  if (starts_with (data, n_bytes, "%PDF", 4))
    return refuse (error, _("This is a PDF, not CSV."));
  return TRUE;
}

static gboolean
check_not_binary (const guchar  *data,
                  gsize          n_bytes,
                  GError       **error)
{
  gsize n = MIN (n_bytes, PROBE_BYTES);
  gsize n_controls = 0;

  for (gsize i = 0; i < n; i++)
    if (data[i] < 0x20 && memchr ("\t\n\v\f\r\x1a", data[i], 6) == NULL)
      n_controls++;

  /* Random bytes have one control character in nine; a text with one that slipped in has far fewer. */
  if (n_controls > 2 && n_controls * 25 > n)
    return refuse (error, _("This is not a text file, so it cannot be CSV."));
  return TRUE;
}

static gboolean
decode_utf16 (CircCsvText   *self,
              const guchar  *data,
              gsize          n_bytes,
              gboolean       big_endian,
              GError       **error)
{
  self->encoding = "UTF-16";
  for (gsize i = 0; i + 1 < n_bytes; i += 2)
    {
      gunichar c = big_endian ? (gunichar) (data[i] << 8 | data[i + 1]) : (gunichar) (data[i + 1] << 8 | data[i]);

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < n_bytes)
        {
          gunichar low = big_endian ? (gunichar) (data[i + 2] << 8 | data[i + 3])
                                    : (gunichar) (data[i + 3] << 8 | data[i + 2]);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (c >= 0xd800 && c < 0xe000)
        {
          c = 0xfffd;
          self->repaired = TRUE;
        }
      if (c == 0)
        g_string_append_c (self->text, '\0');
      else
        g_string_append_unichar (self->text, c);
    }
  if (n_bytes % 2 != 0)
    {
      g_string_append_unichar (self->text, 0xfffd);
      self->repaired = TRUE;
    }
  return check_not_binary ((const guchar *) self->text->str, self->text->len, error);
}

static void
decode_cp1252 (CircCsvText  *self,
               const guchar *data,
               gsize         n_bytes)
{
  self->encoding = "Windows-1252";
  for (gsize i = 0; i < n_bytes; i++)
    if (data[i] < 0x80)
      g_string_append_c (self->text, (char) data[i]);
    else
      {
        gunichar c = data[i] < 0xa0 ? cp1252[data[i] - 0x80] : data[i];

        self->repaired |= c == 0xfffd;
        g_string_append_unichar (self->text, c);
      }
}

/* NUL is a problem of its row, not of the encoding, so the pieces between are what must be UTF-8. */
static gboolean
is_utf8 (const guchar *data,
         gsize         n_bytes)
{
  const char *p = (const char *) data;
  const char *end = p + n_bytes;

  while (p < end)
    {
      const char *stop;

      if (!g_utf8_validate_len (p, (gsize) (end - p), &stop) && *stop != '\0')
        return FALSE;
      p = stop + 1;
    }
  return TRUE;
}

static void
decode_broken_utf8 (CircCsvText  *self,
                    const guchar *data,
                    gsize         n_bytes)
{
  const char *p = (const char *) data;
  const char *end = p + n_bytes;

  self->repaired = TRUE;
  while (p < end)
    {
      const char *stop;

      if (g_utf8_validate_len (p, (gsize) (end - p), &stop))
        {
          g_string_append_len (self->text, p, end - p);
          break;
        }
      g_string_append_len (self->text, p, stop - p);
      if (*stop == '\0')
        g_string_append_c (self->text, '\0');
      else
        g_string_append_unichar (self->text, 0xfffd);
      p = stop + 1;
    }
}

static void
read_sep_line (CircCsvText *self)
{
  const char *text = self->text->str;
  const char *end;

  /* Excel's own first line, "sep=;", which only it understands. */
  if (self->text->len < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || strchr (",;\t|", text[4]) == NULL ||
      text[4] == '\0')
    return;
  end = text + 5;
  if (*end != '\r' && *end != '\n' && *end != '\0')
    return;
  self->separator = text[4];
  if (end[0] == '\r' && end[1] == '\n')
    end++;
  self->start = MIN ((gsize) (end + 1 - text), self->text->len);
  self->first_line = 2;
}

/* Counts @separator outside quotation marks, record by record. */
static guint
score_separator (CircCsvText *self,
                 char         separator,
                 guint       *per_record)
{
  const char *p = self->text->str + self->start;
  const char *end = self->text->str + MIN (self->text->len, self->start + PROBE_BYTES);
  gboolean quoted = FALSE;
  guint n = 0;
  guint n_records = 0;
  guint n_same = 0;

  *per_record = 0;
  for (; p < end && n_records < PROBE_RECORDS; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && *p == separator)
        n++;
      else if (!quoted && (*p == '\n' || *p == '\r'))
        {
          if (n_records++ == 0)
            *per_record = n;
          n_same += n == *per_record;
          n = 0;
          if (p[0] == '\r' && p + 1 < end && p[1] == '\n')
            p++;
        }
    }
  if (n_records == 0)
    {
      *per_record = n;
      n_same = 1;
    }
  return n_same;
}

static void
sniff_separator (CircCsvText *self)
{
  guint best = 0;
  guint best_per_record = 0;

  self->separator = ',';
  for (const char *candidate = ",;\t"; *candidate; candidate++)
    {
      guint per_record;
      guint score = score_separator (self, *candidate, &per_record);

      /* When two fit as well, the rarer: texts and decimals have commas of their own. */
      if (per_record == 0 || score < best || (score == best && per_record < best_per_record))
        continue;
      best = score;
      best_per_record = per_record;
      self->separator = *candidate;
    }
}

/**
 * circ_csv_text_decode:
 * @self: (out caller-allocates)
 *
 * Finds encoding and separator. What is not UTF-8 is read as Windows-1252, as older programs of this country
 * write it.
 *
 * Returns: TRUE, or FALSE with UNREADABLE for what is no text at all
 */
gboolean
circ_csv_text_decode (CircCsvText   *self,
                      const guchar  *data,
                      gsize          n_bytes,
                      GError       **error)
{
  *self = (CircCsvText) { .encoding = "UTF-8", .first_line = 1 };
  self->text = g_string_sized_new (n_bytes + 1);

  if (!check_magic (data, n_bytes, error))
    return FALSE;
  if (starts_with (data, n_bytes, "\xff\xfe", 2) || starts_with (data, n_bytes, "\xfe\xff", 2))
    {
      if (!decode_utf16 (self, data + 2, n_bytes - 2, data[0] == 0xfe, error))
        return FALSE;
    }
  else
    {
      gboolean marked = starts_with (data, n_bytes, "\xef\xbb\xbf", 3);

      if (!check_not_binary (data, n_bytes, error))
        return FALSE;
      if (marked)
        {
          data += 3;
          n_bytes -= 3;
        }
      if (is_utf8 (data, n_bytes))
        g_string_append_len (self->text, (const char *) data, (gssize) n_bytes);
      else if (marked)
        decode_broken_utf8 (self, data, n_bytes);
      else
        decode_cp1252 (self, data, n_bytes);
    }
  read_sep_line (self);
  if (self->separator == '\0')
    sniff_separator (self);
  return TRUE;
}

void
circ_csv_text_clear (CircCsvText *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}
