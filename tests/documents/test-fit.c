/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-fit.h"

/* At 7.5 points a digit of Arial is 5.56 pixels, so ten of them are 55.6. */
static const CircFit narrow = { .width = 60, .size = 7.5, .stretch = 1 };

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    guint       n_lines;
    gboolean    foreign;
  } cases[] = {
    { "", 1, FALSE },
    { "1234567890", 1, FALSE },
    { "1234567890 1234567890", 2, FALSE },
    { "1234567890          1234567890", 2, FALSE },
    { "12345678901234567890", 2, FALSE },
    { "1 12345678901234567890", 3, FALSE },
    { "a\nb\n\nc", 4, FALSE },
    { "1234567890\n", 2, FALSE },
    { "aaa-bbbbbbbbbb", 2, FALSE },
    { "aaaaa-bbbbbbbbbb ccccc", 3, FALSE },
    { "漢字漢字漢字漢字", 2, TRUE },
    { "é", 1, FALSE },
    { "Κ Я", 1, FALSE },
    { "😀", 1, TRUE },
    { "e\xcc\xa7", 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean foreign = FALSE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (circ_fit_count_lines (&narrow, cases[i].text, &foreign), ==, cases[i].n_lines);
      g_assert_cmpint (foreign, ==, cases[i].foreign);
    }
}

/* Parts put together are the whole, and each fits. */
static void
check_parts (const char *text,
             guint       n_lines)
{
  g_autoptr(GString) whole = g_string_new (NULL);

  for (const char *p = text; *p;)
    {
      const char *end = circ_fit_find_break (&narrow, p, n_lines);
      g_autofree char *part = g_strndup (p, (gsize) (end - p));

      g_assert_true (end > p);
      g_assert_true (g_utf8_validate (part, -1, NULL));
      /* A line end at the end of a part belongs to its last line. */
      if (g_str_has_suffix (part, "\n"))
        part[strlen (part) - 1] = '\0';
      g_assert_cmpuint (circ_fit_count_lines (&narrow, part, NULL), <=, n_lines);
      g_string_append_len (whole, p, end - p);
      p = end;
    }
  g_assert_cmpstr (whole->str, ==, text);
}

static void
test_parts (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  static const char * const pieces[] = { "a", "Wide", " ", " ", "-", "/", "\n", "é", "漢", "😀", "0123456789", "\t" };

  check_parts ("one two three four five six seven eight nine ten eleven twelve", 2);
  check_parts ("\n\n\n\n\n", 1);
  check_parts ("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", 1);
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      int n = g_rand_int_range (random, 1, 60);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      check_parts (text->str, (guint) g_rand_int_range (random, 1, 5));
    }
}

static void
test_longest (void)
{
  CircFit fit = { .size = 7.5, .stretch = 1 };

  g_assert_cmpfloat_with_epsilon (circ_fit_longest (&fit, "12\n1234567890", FALSE), 55.6, 0.1);
  g_assert_cmpfloat_with_epsilon (circ_fit_longest (&fit, "12 1234 12", TRUE), 22.24, 0.1);
  fit.stretch = 2;
  g_assert_cmpfloat_with_epsilon (circ_fit_longest (&fit, "1234567890", FALSE), 111.2, 0.2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/count", test_count);
  g_test_add_func ("/fit/parts", test_parts);
  g_test_add_func ("/fit/longest", test_longest);
  return g_test_run ();
}
