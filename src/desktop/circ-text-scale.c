/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-text-scale.h"

/* What normal text is: 11 points at 96 to the inch. */
#define NORMAL_TEXT_PIXELS (11.0 * 96.0 / 72.0)

double
circ_text_scale_get (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = font == NULL ? 0 : pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return 1;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;

  return size / NORMAL_TEXT_PIXELS;
}
