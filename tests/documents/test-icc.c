/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-pdf.h"

static guint32
read32 (const guint8 *p)
{
  guint32 value;

  memcpy (&value, p, 4);
  return GUINT32_FROM_BE (value);
}

/* The header's size is the whole, every tag lies inside, on a multiple of four, and starts with its type. */
static void
test_profile (void)
{
  g_autoptr(GBytes) bytes = circ_icc_new_srgb ();
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  guint32 n_tags;

  g_assert_cmpuint (read32 (data), ==, n_bytes);
  g_assert_cmpint (memcmp (data + 12, "mntrRGB XYZ ", 12), ==, 0);
  g_assert_cmpint (memcmp (data + 36, "acsp", 4), ==, 0);
  n_tags = read32 (data + 128);
  g_assert_cmpuint (n_tags, ==, 9);
  for (guint32 i = 0; i < n_tags; i++)
    {
      const guint8 *entry = data + 132 + 12 * i;
      guint32 offset = read32 (entry + 4);
      guint32 size = read32 (entry + 8);

      g_assert_cmpuint (offset % 4, ==, 0);
      g_assert_cmpuint (offset + size, <=, n_bytes);
      g_assert_cmpuint (read32 (data + offset + 4), ==, 0);
      if (memcmp (entry, "rTRC", 4) == 0)
        g_assert_cmpuint (size, ==, 12 + 2 * read32 (data + offset + 8));
    }
}

/* The three colours add up to the white of the connection space. */
static void
test_white (void)
{
  g_autoptr(GBytes) bytes = circ_icc_new_srgb ();
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  static const double white[] = { 0.9642, 1.0, 0.8249 };

  for (int axis = 0; axis < 3; axis++)
    {
      double sum = 0;

      for (guint32 i = 3; i < 6; i++)
        sum += (gint32) read32 (data + read32 (data + 132 + 12 * i + 4) + 8 + 4 * axis) / 65536.0;
      g_assert_cmpfloat_with_epsilon (sum, white[axis], 0.001);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icc/profile", test_profile);
  g_test_add_func ("/icc/white", test_white);
  return g_test_run ();
}
