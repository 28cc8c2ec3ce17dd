/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preview-layout.h"

#include <math.h>

/* Round the pages, and between two of them; DESIGN 6 spacing. */
#define MARGIN 18

static const double steps_of_zoom[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

void
circ_preview_layout_init (CircPreviewLayout *self)
{
  *self = (CircPreviewLayout) { 0 };
  self->pages = g_array_new (FALSE, TRUE, sizeof (graphene_rect_t));
}

void
circ_preview_layout_clear (CircPreviewLayout *self)
{
  g_clear_pointer (&self->pages, g_array_unref);
}

void
circ_preview_layout_update (CircPreviewLayout *self,
                            CircPreviewSource *source,
                            double             zoom,
                            int                view_width,
                            int                view_height)
{
  guint n_pages = source == NULL ? 0 : circ_preview_source_get_n_pages (source);
  double widest = 1, width, height, y = MARGIN;

  g_array_set_size (self->pages, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      circ_preview_source_get_size (source, i, &width, &height);
      widest = MAX (widest, width);
    }

  if (zoom <= 0)
    zoom = CLAMP ((view_width - 2 * MARGIN) / widest / CIRC_PREVIEW_NATURAL,
                  CIRC_PREVIEW_MIN_ZOOM, CIRC_PREVIEW_MAX_ZOOM);
  self->scale = zoom * CIRC_PREVIEW_NATURAL;
  self->width = MAX (view_width, round (widest * self->scale) + 2 * MARGIN);
  for (guint i = 0; i < n_pages; i++)
    {
      circ_preview_source_get_size (source, i, &width, &height);
      width = round (width * self->scale);
      height = round (height * self->scale);
      graphene_rect_init (&g_array_index (self->pages, graphene_rect_t, i),
                          floor ((self->width - width) / 2), y, width, height);
      y += height + MARGIN;
    }
  self->height = MAX (view_height, y);
}

const graphene_rect_t *
circ_preview_layout_get (CircPreviewLayout *self,
                         guint              page)
{
  g_return_val_if_fail (page < self->pages->len, graphene_rect_zero ());
  return &g_array_index (self->pages, graphene_rect_t, page);
}

guint
circ_preview_layout_find (CircPreviewLayout *self,
                          double             y)
{
  guint page = 0;

  while (page + 1 < self->pages->len && circ_preview_layout_get (self, page + 1)->origin.y <= y)
    page++;
  return page;
}

gboolean
circ_preview_layout_touches (CircPreviewLayout *self,
                             guint              page,
                             double             top,
                             double             bottom)
{
  const graphene_rect_t *rectangle = circ_preview_layout_get (self, page);

  return rectangle->origin.y + rectangle->size.height >= top && rectangle->origin.y <= bottom;
}

double
circ_preview_layout_step (double zoom,
                          int    steps)
{
  int last = G_N_ELEMENTS (steps_of_zoom) - 1;
  int i;

  if (steps > 0)
    for (i = 0; i < last && steps_of_zoom[i] <= zoom + 0.005; i++)
      continue;
  else
    for (i = last; i > 0 && steps_of_zoom[i] >= zoom - 0.005; i--)
      continue;

  return steps_of_zoom[i];
}
