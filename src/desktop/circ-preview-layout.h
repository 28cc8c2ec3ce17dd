/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-preview-source.h"

G_BEGIN_DECLS

/**
 * CircPreviewLayout:
 * @pages: a graphene_rect_t for each page
 * @width, @height: of the whole canvas
 * @scale: logical pixels to a point; 0 before the first layout
 *
 * Where the pages of a PDF lie one under the other, in logical pixels.
 */
typedef struct
{
  GArray *pages;
  double  width;
  double  height;
  double  scale;
} CircPreviewLayout;

/* A point of paper on a screen of 96 dots to the inch. */
#define CIRC_PREVIEW_NATURAL (96.0 / 72.0)
#define CIRC_PREVIEW_MIN_ZOOM 0.25
#define CIRC_PREVIEW_MAX_ZOOM 4.0

void circ_preview_layout_init (CircPreviewLayout *self);
void circ_preview_layout_clear (CircPreviewLayout *self);
/* @zoom: 1 is as large as on paper; 0 fits the widest page into @view_width. */
void circ_preview_layout_update (CircPreviewLayout *self,
                                 CircPreviewSource *source,
                                 double zoom,
                                 int view_width,
                                 int view_height);
const graphene_rect_t *circ_preview_layout_get (CircPreviewLayout *self,
                                                guint page);
/* The page that @y falls on or, in a gap, the one above. */
guint circ_preview_layout_find (CircPreviewLayout *self,
                                double y);
gboolean circ_preview_layout_touches (CircPreviewLayout *self,
                                      guint page,
                                      double top,
                                      double bottom);
/* The next larger (@steps > 0) or smaller zoom. */
double circ_preview_layout_step (double zoom,
                                 int steps);

G_END_DECLS
