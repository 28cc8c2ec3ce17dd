/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-typesetter.h"

#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "circ-face.h"

/* Baseline within a line, of the size: ascent of the Arial metrics and half of the extra leading. */
#define BASELINE 0.99

struct _CircTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  char         *families;
  CircFace     *faces[2]; /* upright, bold */
  guint64       n_missing;
};

typedef struct
{
  gsize  start;
  gsize  length; /* bytes, the space at which it was broken included */
  double width;  /* without that space */
  double x;      /* where Pango put it */
} Line;

struct _CircSetText
{
  CircTypesetter *owner;  /* (borrowed) */
  char           *text;
  GArray         *lines;  /* (owned) (element-type Line) */
  PangoLayout    *layout; /* (owned) (nullable): set when the text is more than plain Latin */
  double          size;
  gboolean        bold;
  double          width;
};

/* PDF/A-1 knows no transparency, and colour emoji are pictures with it: fonts of that kind, and bitmaps, are left
 * out, so that a monochrome font steps in. */
static FcConfig *
load_fonts (void)
{
  static const char rules[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><selectfont><rejectfont>"
    "<pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"
    "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern>"
    "</rejectfont></selectfont></fontconfig>";
  FcConfig *config = FcInitLoadConfig ();

  if (config != NULL &&
      (!FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules, FcFalse) || !FcConfigBuildFonts (config)))
    g_clear_pointer (&config, FcConfigDestroy);
  return config;
}

/* Loaded once: it reads the cache of every folder of fonts. */
static FcConfig *
get_fonts (void)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      FcConfig *config = load_fonts ();

      /* NULL would mean "again"; 1 stands for the system's own configuration. */
      g_once_init_leave (&loaded, config != NULL ? (gsize) config : 1);
    }
  return loaded == 1 ? NULL : (FcConfig *) loaded;
}

/**
 * circ_typesetter_new:
 * @typeface: the brand's family
 * @language: BCP 47 tag
 *
 * With a font map of its own, so that it may be used on any one thread.
 */
CircTypesetter *
circ_typesetter_new (const char *typeface,
                     const char *language)
{
  CircTypesetter *self = g_new0 (CircTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  if (get_fonts () != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), get_fonts ());
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  /* Rounded positions make lines shorter than they print, and break them in other places. */
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (language));
  self->families = g_strconcat (typeface, ", Arial, Liberation Sans, Noto Sans, Noto Sans Arabic, Symbola, DejaVu Sans",
                                NULL);
  for (int bold = 0; bold < 2; bold++)
    self->faces[bold] = circ_face_new (self->context, self->families, bold);
  return self;
}

void
circ_typesetter_free (CircTypesetter *self)
{
  circ_face_free (self->faces[0]);
  circ_face_free (self->faces[1]);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self->families);
  g_free (self);
}

/* Returns: characters, counted each time a text is set, that no installed font can show */
guint64
circ_typesetter_get_missing (CircTypesetter *self)
{
  return self->n_missing;
}

static PangoLayout *
make_layout (CircTypesetter *self,
             const char     *text,
             double          size,
             gboolean        bold,
             double          width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, self->families);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static gboolean
is_letter (const char *p)
{
  return g_ascii_isalpha (*p) || (guchar) *p >= 0x80;
}

/* Whether a line may end after the character at @p, which is followed by @next. Numbers, dates and references
 * stay whole. */
static gboolean
may_break_after (const char *text,
                 const char *p,
                 const char *next)
{
  if (*p == ' ')
    return *next != ' ';
  if (*p == '-' || *p == '/')
    return p > text && is_letter (p - 1) && is_letter (next);
  return strncmp (p, "\xe2\x80\x94", 3) == 0 || strncmp (p, "\xe2\x80\x93 ", 4) == 0;
}

/**
 * break_plain:
 * @lines: (nullable): filled
 * @n_lines: (out)
 *
 * Greedy line breaking over the table of advances.
 *
 * Returns: FALSE when the text needs Pango
 */
static gboolean
break_plain (CircFace   *face,
             const char *text,
             double      size,
             double      width,
             GArray     *lines,
             guint      *n_lines)
{
  const char *start = text;       /* of the line */
  const char *stop = NULL;        /* where it may be broken */
  double stop_width = 0;          /* its width up to there, hanging spaces left out */
  double stop_x = 0;              /* with them */
  double x = 0;
  double ink = 0;                 /* x after the last character that is not a space */
  double limit = width / size + 1e-6;

  *n_lines = 0;
  for (const char *p = text;; )
    {
      gulong glyph;
      double advance;
      const char *next;
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c == '\0' || c == '\n')
        {
          Line line = { .start = (gsize) (start - text), .length = (gsize) (p - start), .width = ink * size };

          if (lines != NULL)
            g_array_append_val (lines, line);
          (*n_lines)++;
          if (c == '\0')
            return TRUE;
          start = ++p;
          stop = NULL;
          x = ink = 0;
          continue;
        }
      if (!circ_face_get (face, c, &glyph, &advance))
        return FALSE;
      next = g_utf8_next_char (p);
      if (c != ' ' && x + advance > limit && p > start)
        {
          const char *end = stop != NULL ? stop : p;
          Line line = { .start = (gsize) (start - text), .length = (gsize) (end - start),
                        .width = (stop != NULL ? stop_width : ink) * size };

          if (lines != NULL)
            g_array_append_val (lines, line);
          (*n_lines)++;
          x -= stop != NULL ? stop_x : x;
          ink = x;
          start = end;
          stop = NULL;
          /* The rest of the word may itself be too long. */
          if (x + advance > limit && p > start)
            continue;
        }
      x += advance;
      if (c != ' ')
        ink = x;
      if (may_break_after (text, p, next))
        {
          stop = next;
          stop_width = ink;
          stop_x = x;
        }
      p = next;
    }
}

static void
read_lines (CircSetText *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do
    {
      PangoLayoutLine *from = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle box;
      Line line;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      line.start = (gsize) from->start_index;
      line.length = (gsize) from->length;
      line.width = (double) box.width / PANGO_SCALE;
      line.x = (double) box.x / PANGO_SCALE;
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * circ_typesetter_set:
 * @text: valid UTF-8; "\n" breaks lines
 * @width: to break at; negative for never
 *
 * Returns: (transfer full): at least one line; must be freed before @self
 */
CircSetText *
circ_typesetter_set (CircTypesetter *self,
                     const char     *text,
                     double          size,
                     gboolean        bold,
                     double          width)
{
  CircSetText *set = g_new0 (CircSetText, 1);
  guint n_lines;

  set->owner = self;
  set->text = g_strdup (text);
  set->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  set->size = size;
  set->bold = bold;
  set->width = width;
  if (break_plain (self->faces[bold], text, size, width < 0 ? G_MAXFLOAT : width, set->lines, &n_lines))
    return set;

  g_array_set_size (set->lines, 0);
  set->layout = make_layout (self, text, size, bold, width);
  read_lines (set);
  self->n_missing += (guint64) pango_layout_get_unknown_glyphs_count (set->layout);
  return set;
}

guint
circ_typesetter_count_lines (CircTypesetter *self,
                             const char     *text,
                             double          size,
                             gboolean        bold,
                             double          width)
{
  g_autoptr(PangoLayout) layout = NULL;
  guint n_lines;

  if (*text == '\0')
    return 1;
  if (break_plain (self->faces[bold], text, size, width, NULL, &n_lines))
    return n_lines;
  layout = make_layout (self, text, size, bold, width);
  return (guint) pango_layout_get_line_count (layout);
}

/**
 * circ_typesetter_measure:
 * @words: measure the longest word rather than the longest line
 */
double
circ_typesetter_measure (CircTypesetter *self,
                         const char     *text,
                         double          size,
                         gboolean        bold,
                         gboolean        words)
{
  CircFace *face = self->faces[bold];
  double longest = 0;
  double width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gulong glyph;
      double advance;

      if (c == '\n' || (words && c == ' '))
        width = 0;
      else if (circ_face_get (face, c, &glyph, &advance))
        width += advance * size;
      else
        {
          g_autoptr(PangoLayout) layout = make_layout (self, text, size, bold, words ? 1 : -1);
          int whole;

          /* At a width of nothing every word has its line; only Pango knows the others' words. */
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
          pango_layout_get_size (layout, &whole, NULL);
          return (double) whole / PANGO_SCALE + 0.1;
        }
      longest = MAX (longest, width);
    }
  return longest;
}

guint
circ_set_text_get_n_lines (CircSetText *self)
{
  return self->lines->len;
}

static void
draw_plain_line (CircSetText *self,
                 cairo_t     *cr,
                 const Line  *line,
                 double       x,
                 double       y)
{
  CircFace *face = self->owner->faces[self->bold];
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, line->length);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, line->length);
  const char *text = self->text + line->start;
  int n = 0;

  for (const char *p = text; p < text + line->length; n++)
    {
      double advance;

      circ_face_get (face, g_utf8_get_char (p), &glyphs[n].index, &advance);
      glyphs[n].x = x;
      glyphs[n].y = y;
      clusters[n].num_bytes = (int) (g_utf8_next_char (p) - p);
      clusters[n].num_glyphs = 1;
      x += advance * self->size;
      p = g_utf8_next_char (p);
    }
  /* Set before each line: Pango leaves its own font behind. */
  cairo_set_scaled_font (cr, circ_face_get_font (face, self->size));
  cairo_show_text_glyphs (cr, text, (int) line->length, glyphs, n, clusters, n, 0);
}

/* Whether a space is missing behind the line: Pango gives the one at which a line was broken no glyph, and a line feed
 * has none. Without it, programs that read the page aloud join words. */
static gboolean
lacks_space (CircSetText *self,
             const Line  *line)
{
  if (line->length == 0)
    return FALSE;
  return self->text[line->start + line->length] == '\n' ||
         (self->layout != NULL && self->text[line->start + line->length - 1] == ' ');
}

static void
draw_space (CircSetText *self,
            cairo_t     *cr,
            double       x,
            double       y)
{
  CircFace *face = self->owner->faces[self->bold];
  cairo_text_cluster_t cluster = { 1, 1 };
  cairo_glyph_t glyph = { 0, x, y };
  double advance;

  if (!circ_face_get (face, ' ', &glyph.index, &advance))
    return;
  cairo_set_scaled_font (cr, circ_face_get_font (face, self->size));
  cairo_show_text_glyphs (cr, " ", 1, &glyph, 1, &cluster, 1, 0);
}

/**
 * circ_set_text_draw:
 * @x: left edge of the text's width
 * @y: upper edge of the first line drawn
 * @first: index of the first line to draw
 * @n_lines: how many; those beyond the last are left out
 * @align: 0 for the left edge, 1 for the right, 0.5 for the middle of the width it was set for; right-to-left
 *   paragraphs stand at the right by themselves
 */
void
circ_set_text_draw (CircSetText *self,
                    cairo_t     *cr,
                    double       x,
                    double       y,
                    guint        first,
                    guint        n_lines,
                    double       align)
{
  double pitch = self->size * CIRC_LINE_PITCH;

  for (guint i = first; i < self->lines->len && i - first < n_lines; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double at = x + (self->width >= 0 ? align * MAX (self->width - line->width, 0) : -align * line->width);
      double baseline = y + (i - first) * pitch + BASELINE * self->size;

      if (self->layout == NULL)
        {
          if (line->length > 0)
            draw_plain_line (self, cr, line, at, baseline);
        }
      else
        {
          if (align == 0)
            at += line->x;
          cairo_move_to (cr, at, baseline);
          pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, (int) i));
        }
      if (lacks_space (self, line))
        draw_space (self, cr, at + line->width, baseline);
    }
}

void
circ_set_text_free (CircSetText *self)
{
  g_clear_object (&self->layout);
  g_array_unref (self->lines);
  g_free (self->text);
  g_free (self);
}
