/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <math.h>
#include <string.h>

/*
 * The sRGB colour space as an ICC profile of version 2, written from the published numbers (IEC 61966-2-1, adapted
 * to D50 as ICC.1:2001-04 asks), so that documents do not depend on a profile being installed.
 */

#define N_TAGS       9
#define HEADER_SIZE  128
#define N_CURVE      1024

static void
put32 (GByteArray *to,
       guint32     value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (to, (const guint8 *) &big, 4);
}

static void
put16 (GByteArray *to,
       guint16     value)
{
  guint16 big = GUINT16_TO_BE (value);

  g_byte_array_append (to, (const guint8 *) &big, 2);
}

static void
put_text (GByteArray *to,
          const char *text,
          gsize       n_bytes)
{
  g_byte_array_append (to, (const guint8 *) text, (guint) n_bytes);
}

static void
put_fixed (GByteArray *to,
           double      value)
{
  put32 (to, (guint32) (gint32) lround (value * 65536));
}

static void
pad (GByteArray *to)
{
  while (to->len % 4 != 0)
    g_byte_array_append (to, (const guint8 *) "", 1);
}

static void
put_xyz (GByteArray   *to,
         const double *xyz)
{
  put_text (to, "XYZ \0\0\0\0", 8);
  for (int i = 0; i < 3; i++)
    put_fixed (to, xyz[i]);
}

static void
put_description (GByteArray *to)
{
  static const char name[] = "sRGB";

  put_text (to, "desc\0\0\0\0", 8);
  put32 (to, sizeof name);
  put_text (to, name, sizeof name);
  /* No Unicode and no Macintosh name. */
  for (int i = 0; i < 4 + 4 + 2 + 1 + 67; i++)
    put_text (to, "", 1);
  pad (to);
}

static void
put_curve (GByteArray *to)
{
  put_text (to, "curv\0\0\0\0", 8);
  put32 (to, N_CURVE);
  for (int i = 0; i < N_CURVE; i++)
    {
      double v = (double) i / (N_CURVE - 1);
      double linear = v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);

      put16 (to, (guint16) lround (linear * 65535));
    }
  pad (to);
}

static void
put_header (GByteArray *to,
            guint32     size)
{
  static const guint16 date[] = { 2000, 1, 1, 0, 0, 0 };

  put32 (to, size);
  put32 (to, 0);
  put32 (to, 0x02100000);
  put_text (to, "mntrRGB XYZ ", 12);
  for (guint i = 0; i < G_N_ELEMENTS (date); i++)
    put16 (to, date[i]);
  put_text (to, "acsp", 4);
  while (to->len < 64)
    put32 (to, 0);
  put32 (to, 0); /* rendering intent: perceptual */
  put_fixed (to, 0.9642);
  put_fixed (to, 1.0);
  put_fixed (to, 0.8249);
  while (to->len < HEADER_SIZE)
    put32 (to, 0);
}

/**
 * circ_icc_new_srgb:
 *
 * Returns: (transfer full): the profile
 */
GBytes *
circ_icc_new_srgb (void)
{
  static const char names[N_TAGS][5] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  static const double white[] = { 0.9505, 1.0, 1.0891 };
  static const double red[] = { 0.4361, 0.2225, 0.0139 };
  static const double green[] = { 0.3851, 0.7169, 0.0971 };
  static const double blue[] = { 0.1431, 0.0606, 0.7141 };
  static const char licence[] = "text\0\0\0\0Public domain";
  g_autoptr(GByteArray) data = g_byte_array_new ();
  GByteArray *profile = g_byte_array_new ();
  guint32 offsets[N_TAGS + 1];
  const guint32 base = HEADER_SIZE + 4 + N_TAGS * 12;

  for (int i = 0; i < N_TAGS; i++)
    {
      offsets[i] = data->len;
      if (i == 0)
        put_description (data);
      else if (i == 1)
        put_text (data, licence, sizeof licence);
      else if (i < 6)
        put_xyz (data, i == 2 ? white : i == 3 ? red : i == 4 ? green : blue);
      else if (i == 6)
        put_curve (data);
      else
        offsets[i] = offsets[6]; /* one curve for all three */
      pad (data);
    }
  offsets[N_TAGS] = data->len;

  put_header (profile, base + data->len);
  put32 (profile, N_TAGS);
  for (int i = 0; i < N_TAGS; i++)
    {
      guint32 end = i >= 6 ? offsets[N_TAGS] : offsets[i + 1];

      put_text (profile, names[i], 4);
      put32 (profile, base + offsets[i]);
      put32 (profile, end - offsets[i]);
    }
  g_byte_array_append (profile, data->data, data->len);
  return g_byte_array_free_to_bytes (profile);
}
