/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "circ-typesetter.h"

static CircTypesetter *
make (void)
{
  return circ_typesetter_new ("Arial", "en-GB");
}

/* At 10 points ten digits of the Arial metrics are 55.6 wide. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double      width;
    guint       n_lines;
  } cases[] = {
    { "", 60, 1 },
    { "1234567890", 60, 1 },
    { "1234567890", -1, 1 },
    { "1234567890 1234567890", 60, 2 },
    { "1234567890     1234567890", 60, 2 },
    { "12345678901234567890", 60, 2 },
    { "1 12345678901234567890", 60, 3 },
    { "a\nb\n\nc", 60, 4 },
    { "a\n", 60, 2 },
    { "CP-2026-003 CP-2026-003", 62, 2 },
    { "multi-agency", 40, 2 },
    { "and/or/then", 32, 2 },
    { "W", 1, 1 },
    { "WW", 1, 2 },
    { "سلام", 60, 1 },
    { "a😀b", 60, 1 },
    { "a\tb", 60, 1 },
  };
  g_autoptr(CircTypesetter) typesetter = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CircSetText) set = circ_typesetter_set (typesetter, cases[i].text, 10, FALSE, cases[i].width);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (circ_set_text_get_n_lines (set), ==, cases[i].n_lines);
      if (cases[i].width > 0)
        g_assert_cmpuint (circ_typesetter_count_lines (typesetter, cases[i].text, 10, FALSE, cases[i].width), ==,
                          cases[i].n_lines);
    }
}

static void
test_measure (void)
{
  g_autoptr(CircTypesetter) typesetter = make ();

  g_assert_cmpfloat_with_epsilon (circ_typesetter_measure (typesetter, "12\n1234567890 1", 10, FALSE, FALSE), 63.9, 0.2);
  g_assert_cmpfloat_with_epsilon (circ_typesetter_measure (typesetter, "12\n1234567890 1", 10, FALSE, TRUE), 55.6, 0.2);
  g_assert_cmpfloat (circ_typesetter_measure (typesetter, "سلام", 10, FALSE, FALSE), >, 5);
  g_assert_cmpfloat (circ_typesetter_measure (typesetter, "bold", 10, TRUE, FALSE), >,
                     circ_typesetter_measure (typesetter, "bold", 10, FALSE, FALSE));
}

/* Text set at exactly its own width is one line: columns are made that way. */
static void
test_exact (void)
{
  g_autoptr(CircTypesetter) typesetter = make ();
  static const char * const texts[] = { "CP-2026-001", "4 Dec 2026, 09:30", "£18,999.50", "Ελληνικά", "العربية" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double width = circ_typesetter_measure (typesetter, texts[i], 9.5, TRUE, FALSE);

      g_assert_cmpuint (circ_typesetter_count_lines (typesetter, texts[i], 9.5, TRUE, width), ==, 1);
    }
}

static void
test_missing (void)
{
  g_autoptr(CircTypesetter) typesetter = make ();
  g_autoptr(CircSetText) known = circ_typesetter_set (typesetter, "known é", 10, FALSE, 100);
  g_autoptr(CircSetText) unknown = NULL;

  g_assert_cmpuint (circ_typesetter_get_missing (typesetter), ==, 0);
  /* A private use character that no font is likely to have. */
  unknown = circ_typesetter_set (typesetter, "\xf3\xb0\x80\x81", 10, FALSE, 100);
  g_assert_cmpuint (circ_typesetter_get_missing (typesetter), ==, 1);
}

/* Every kind of line is drawn without upsetting cairo, parts of a text too. */
static void
test_draw (void)
{
  g_autoptr(CircTypesetter) typesetter = make ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 100, 100);
  cairo_t *cr = cairo_create (surface);
  static const char * const texts[] = { "", "plain text that wraps", "\n\n", "سلام عليكم ورحمة الله", "é 😀 漢字" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int align = 0; align < 3; align++)
      {
        g_autoptr(CircSetText) set = circ_typesetter_set (typesetter, texts[i], 10, align == 1, 40);

        circ_set_text_draw (set, cr, 10, 10, 0, G_MAXUINT, align / 2.0);
        circ_set_text_draw (set, cr, 10, 10, 1, 1, align / 2.0);
        circ_set_text_draw (set, cr, 10, 10, 99, 1, align / 2.0);
      }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typesetter/lines", test_lines);
  g_test_add_func ("/typesetter/measure", test_measure);
  g_test_add_func ("/typesetter/exact", test_exact);
  g_test_add_func ("/typesetter/missing", test_missing);
  g_test_add_func ("/typesetter/draw", test_draw);
  return g_test_run ();
}
