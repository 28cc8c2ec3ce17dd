/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-text.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
    guint       controls;
    guint       replaced;
  } cases[] = {
    { NULL, "", 0, 0 },
    { "", "", 0, 0 },
    { "plain\ttext\nof two lines", "plain\ttext\nof two lines", 0, 0 },
    { "a\x01" "b", "a␁b", 1, 0 },
    { "\x1b[31m", "␛[31m", 1, 0 },
    { "del\x7f", "del␡", 1, 0 },
    { "c1\xc2\x90", "c1�", 1, 0 },
    { "win\r\nmac\runix\n", "win\nmac\nunix\n", 0, 0 },
    { "nel\xc2\x85ls\xe2\x80\xa8ps\xe2\x80\xa9.", "nel\nls\nps\n.", 0, 0 },
    { "bad\xff\xfe", "bad��", 0, 2 },
    { "cut\xe2\x82", "cut��", 0, 2 },
    { "surrogate\xed\xa0\x80", "surrogate���", 0, 3 },
    { "non\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90", "non���", 0, 3 },
    { "plane1\xf0\x9f\xbf\xbe", "plane1�", 0, 1 },
    { "e\xcc\x81", "é", 0, 0 },
    { "😀 العربية", "😀 العربية", 0, 0 },
    { "\xef\xbf\xbd", "�", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircTextCounts counts = { 0 };
      g_autofree char *clean = circ_text_dup_clean (cases[i].text, &counts);

      g_test_message ("case %u", i);
      g_assert_cmpstr (clean, ==, cases[i].expected);
      g_assert_cmpuint (counts.controls, ==, cases[i].controls);
      g_assert_cmpuint (counts.replaced, ==, cases[i].replaced);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
    }
}

/* Text is looked at eight bytes at a time: each byte must be found wherever it stands in them. */
static void
test_clean_every_place (void)
{
  g_autoptr(GString) buffer = g_string_new (NULL);

  for (guint byte = 1; byte < 0x80; byte++)
    for (gsize place = 0; place < 19; place++)
      {
        char text[] = "nineteen characters";
        CircTextCounts counts = { 0 };
        gboolean plain = byte == '\n' || byte == '\t' || (byte >= 0x20 && byte < 0x7f);

        text[place] = (char) byte;
        g_assert_cmpint (circ_text_clean (text, buffer, &counts) == text, ==, plain);
        g_assert_cmpuint (counts.controls, ==, plain || byte == '\r' ? 0 : 1);
      }
}

static void
test_clean_borrows (void)
{
  g_autoptr(GString) buffer = g_string_new (NULL);
  CircTextCounts counts = { 0 };
  const char *text = "nothing to do";

  g_assert_true (circ_text_clean (text, buffer, &counts) == text);
  g_assert_true (circ_text_clean ("é", buffer, &counts) == buffer->str);
}

static void
test_utf16_len (void)
{
  g_assert_cmpuint (circ_text_utf16_len ("aé€😀", strlen ("aé€😀")), ==, 5);
  g_assert_cmpuint (circ_text_utf16_len ("", 0), ==, 0);
}

static void
test_notes (void)
{
  g_autoptr(CircExportNotes) notes = circ_export_notes_new ();
  g_autoptr(GPtrArray) lines = NULL;
  CircTextCounts counts = { .controls = 3, .replaced = 1 };

  for (int i = 0; i < 50; i++)
    circ_export_notes_add (notes, "note %d", i);
  circ_export_notes_add_counts (notes, &counts);
  lines = circ_export_notes_take_lines (notes);
  g_assert_cmpuint (lines->len, ==, 43);
  g_assert_cmpstr (g_ptr_array_index (lines, 39), ==, "note 39");
  g_assert_cmpstr (g_ptr_array_index (lines, 40), ==, "… and 10 more notes like these.");
  g_assert_cmpstr (g_ptr_array_index (lines, 41), ==, "3 control characters were shown as ␀-style pictures.");
  g_assert_cmpstr (g_ptr_array_index (lines, 42), ==, "1 unreadable character was shown as �.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-every-place", test_clean_every_place);
  g_test_add_func ("/text/clean-borrows", test_clean_borrows);
  g_test_add_func ("/text/utf16-len", test_utf16_len);
  g_test_add_func ("/text/notes", test_notes);
  return g_test_run ();
}
