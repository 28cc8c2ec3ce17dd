/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-face.h"

#include <pango/pangocairo.h>

#define UNIT        1000.0 /* size at which advances are measured */
#define N_CHARS     0x2200
#define MAX_SIZES   8

typedef enum
{
  UNASKED,
  THERE,
  ABSENT,
} Presence;

struct _CircFace
{
  PangoFont           *font;
  cairo_font_face_t   *face;
  cairo_scaled_font_t *unit;                /* at size UNIT */
  cairo_scaled_font_t *sized[MAX_SIZES];
  double               sizes[MAX_SIZES];
  guint                n_sizes;
  guint8               presence[N_CHARS];
  guint16              glyphs[N_CHARS];
  float                advances[N_CHARS];   /* of the size */
};

static cairo_scaled_font_t *
make_font (CircFace *self,
           double    size)
{
  cairo_matrix_t matrix;
  cairo_matrix_t identity;
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t *font;

  cairo_matrix_init_scale (&matrix, size, size);
  cairo_matrix_init_identity (&identity);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  font = cairo_scaled_font_create (self->face, &matrix, &identity, options);
  cairo_font_options_destroy (options);
  return font;
}

CircFace *
circ_face_new (PangoContext *context,
               const char   *typeface,
               gboolean      bold)
{
  CircFace *self = g_new0 (CircFace, 1);
  PangoFontDescription *description = pango_font_description_new ();
  cairo_scaled_font_t *scaled;

  pango_font_description_set_family (description, typeface);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, UNIT * PANGO_SCALE);
  self->font = pango_context_load_font (context, description);
  pango_font_description_free (description);
  if (self->font == NULL)
    return self;
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (self->font));
  self->face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  self->unit = make_font (self, UNIT);
  return self;
}

void
circ_face_free (CircFace *self)
{
  for (guint i = 0; i < self->n_sizes; i++)
    cairo_scaled_font_destroy (self->sized[i]);
  g_clear_pointer (&self->unit, cairo_scaled_font_destroy);
  g_clear_pointer (&self->face, cairo_font_face_destroy);
  g_clear_object (&self->font);
  g_free (self);
}

/* Letters that stand alone in every language that uses them. */
static gboolean
needs_no_shaping (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x250 && c != 0xad) || (c >= 0x2010 && c <= 0x2027) ||
         c == 0x2030 || c == 0x2039 || c == 0x203a || c == 0x20ac || c == 0x2122 || c == 0x2190 || c == 0x2192;
}

static void
ask (CircFace *self,
     gunichar  c)
{
  char utf8[8] = { 0 };
  cairo_glyph_t *glyphs = NULL;
  cairo_text_extents_t extents;
  int n_glyphs = 0;

  self->presence[c] = ABSENT;
  if (self->unit == NULL || !needs_no_shaping (c))
    return;
  g_unichar_to_utf8 (c, utf8);
  if (cairo_scaled_font_text_to_glyphs (self->unit, 0, 0, utf8, -1, &glyphs, &n_glyphs, NULL, NULL, NULL) !=
      CAIRO_STATUS_SUCCESS)
    return;
  if (n_glyphs == 1 && glyphs[0].index > 0 && glyphs[0].index <= G_MAXUINT16)
    {
      cairo_scaled_font_glyph_extents (self->unit, glyphs, 1, &extents);
      self->presence[c] = THERE;
      self->glyphs[c] = (guint16) glyphs[0].index;
      self->advances[c] = (float) (extents.x_advance / UNIT);
    }
  cairo_glyph_free (glyphs);
}

/**
 * circ_face_get:
 * @glyph: (out): its index in the font
 * @advance: (out): its width at size 1
 *
 * Returns: FALSE when @c must be left to Pango
 */
gboolean
circ_face_get (CircFace *self,
               gunichar  c,
               gulong   *glyph,
               double   *advance)
{
  if (c >= N_CHARS)
    return FALSE;
  if (self->presence[c] == UNASKED)
    ask (self, c);
  *glyph = self->glyphs[c];
  *advance = (double) self->advances[c];
  return self->presence[c] == THERE;
}

/* Returns: (transfer none): valid until @MAX_SIZES other sizes were asked for */
cairo_scaled_font_t *
circ_face_get_font (CircFace *self,
                    double    size)
{
  guint i;

  for (i = 0; i < self->n_sizes; i++)
    if (self->sizes[i] == size)
      return self->sized[i];
  if (self->n_sizes == MAX_SIZES)
    cairo_scaled_font_destroy (self->sized[--i]);
  else
    self->n_sizes++;
  self->sizes[i] = size;
  self->sized[i] = make_font (self, size);
  return self->sized[i];
}
