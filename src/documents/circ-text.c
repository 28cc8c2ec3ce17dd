/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* More sentences than this help nobody; the rest are counted in a last one. */
#define MAX_NOTES 40

struct _CircExportNotes
{
  GPtrArray      *lines; /* (owned) (element-type utf8) */
  guint64         n_more;
  CircTextCounts  counts;
};

static inline gboolean
is_plain_byte (guchar byte)
{
  return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\t';
}

/* Eight bytes at a time, because every cell of every export passes here: the high bit of a byte shows after one of these
 * when it is set already, when the byte is DEL, or when it is less than a space. */
static gboolean
is_plain_ascii (const char *text)
{
  static const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize left = strlen (text);
  guint64 word;

  for (; left >= sizeof word; text += sizeof word, left -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      if (((word | (word + ones) | (word - ones * 0x20)) & ones * 0x80) == 0)
        continue;
      for (gsize i = 0; i < sizeof word; i++)
        if (!is_plain_byte ((guchar) text[i]))
          return FALSE;
    }
  for (; left > 0; text++, left--)
    if (!is_plain_byte ((guchar) *text))
      return FALSE;
  return TRUE;
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static void
append_clean_char (GString        *buffer,
                   gunichar        c,
                   CircTextCounts *counts)
{
  if (c == '\n' || c == '\t')
    g_string_append_c (buffer, (char) c);
  else if (c < 0x20 || c == 0x7f)
    {
      /* The control pictures stand at U+2400 in the order of the characters themselves; DEL has its own. */
      g_string_append_unichar (buffer, c == 0x7f ? 0x2421 : 0x2400 + c);
      counts->controls++;
    }
  else if (c == 0x85 || c == 0x2028 || c == 0x2029)
    g_string_append_c (buffer, '\n');
  else if (c < 0xa0 && c >= 0x80)
    {
      g_string_append_unichar (buffer, 0xfffd);
      counts->controls++;
    }
  else if (is_noncharacter (c))
    {
      g_string_append_unichar (buffer, 0xfffd);
      counts->replaced++;
    }
  else
    g_string_append_unichar (buffer, c);
}

/**
 * circ_text_clean:
 * @text: (nullable): any bytes that end in NUL
 * @buffer: scratch space, reused from call to call
 * @counts: added to
 *
 * Makes @text valid UTF-8 in NFC that XML 1.0, PDF and CSV can all hold: line ends become "\n", other
 * control characters the pictures that stand for them, broken bytes and noncharacters U+FFFD. One U+FFFF that
 * slipped through would make a whole workbook unreadable.
 *
 * Returns: @text itself when nothing had to be done, or @buffer's text; "" for NULL. Valid until @buffer changes.
 */
const char *
circ_text_clean (const char     *text,
                 GString        *buffer,
                 CircTextCounts *counts)
{
  if (text == NULL)
    return "";
  if (is_plain_ascii (text))
    return text;

  g_string_truncate (buffer, 0);
  for (const char *p = text; *p;)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_unichar (buffer, 0xfffd);
          counts->replaced++;
          p++;
          continue;
        }
      if (c == '\r')
        {
          g_string_append_c (buffer, '\n');
          p += p[1] == '\n' ? 2 : 1;
          continue;
        }
      append_clean_char (buffer, c, counts);
      p = g_utf8_next_char (p);
    }

  g_autofree char *normal = g_utf8_normalize (buffer->str, (gssize) buffer->len, G_NORMALIZE_NFC);

  if (normal != NULL && strcmp (normal, buffer->str) != 0)
    g_string_assign (buffer, normal);
  return buffer->str;
}

/**
 * circ_text_dup_clean:
 *
 * Returns: (transfer full): as circ_text_clean(), in memory of its own
 */
char *
circ_text_dup_clean (const char     *text,
                     CircTextCounts *counts)
{
  g_autoptr(GString) buffer = g_string_new (NULL);

  return g_strdup (circ_text_clean (text, buffer, counts));
}

/**
 * circ_text_utf16_len:
 * @text: valid UTF-8
 *
 * Returns: the length as spreadsheets count it, in UTF-16 units
 */
gsize
circ_text_utf16_len (const char *text,
                     gsize       n_bytes)
{
  gsize n = 0;

  for (const guchar *p = (const guchar *) text; p < (const guchar *) text + n_bytes; p++)
    n += (*p & 0xc0) == 0x80 ? 0 : *p >= 0xf0 ? 2 : 1;
  return n;
}

CircExportNotes *
circ_export_notes_new (void)
{
  CircExportNotes *notes = g_new0 (CircExportNotes, 1);

  notes->lines = g_ptr_array_new_with_free_func (g_free);
  return notes;
}

void
circ_export_notes_free (CircExportNotes *notes)
{
  g_ptr_array_unref (notes->lines);
  g_free (notes);
}

/**
 * circ_export_notes_add:
 * @format: a whole translated sentence
 *
 * After 40 sentences further ones are only counted.
 */
void
circ_export_notes_add (CircExportNotes *notes,
                       const char      *format,
                       ...)
{
  va_list args;

  if (notes->lines->len >= MAX_NOTES)
    {
      notes->n_more++;
      return;
    }
  va_start (args, format);
  g_ptr_array_add (notes->lines, g_strdup_vprintf (format, args));
  va_end (args);
}

void
circ_export_notes_add_counts (CircExportNotes      *notes,
                              const CircTextCounts *counts)
{
  notes->counts.controls += counts->controls;
  notes->counts.replaced += counts->replaced;
}

static char *
dup_counted (const char *one,
             const char *many,
             guint64     n)
{
  g_autofree char *figure = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  g_auto(GStrv) parts = g_strsplit (g_dngettext (GETTEXT_PACKAGE, one, many, (gulong) n), "%s", 2);

  return parts[1] != NULL ? g_strconcat (parts[0], figure, parts[1], NULL) : g_strdup (parts[0]);
}

/**
 * circ_export_notes_take_lines:
 *
 * Returns: (transfer full) (element-type utf8): all sentences, the counted ones last; @notes is emptied
 */
GPtrArray *
circ_export_notes_take_lines (CircExportNotes *notes)
{
  GPtrArray *lines = g_steal_pointer (&notes->lines);

  if (notes->n_more > 0)
    g_ptr_array_add (lines, dup_counted (N_("… and %s more note like these."),
                                         N_("… and %s more notes like these."), notes->n_more));
  if (notes->counts.controls > 0)
    g_ptr_array_add (lines, dup_counted (N_("%s control character was shown as a ␀-style picture."),
                                         N_("%s control characters were shown as ␀-style pictures."),
                                         notes->counts.controls));
  if (notes->counts.replaced > 0)
    g_ptr_array_add (lines, dup_counted (N_("%s unreadable character was shown as �."),
                                         N_("%s unreadable characters were shown as �."),
                                         notes->counts.replaced));
  notes->lines = g_ptr_array_new_with_free_func (g_free);
  notes->n_more = 0;
  notes->counts = (CircTextCounts) { 0 };
  return lines;
}
