/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-preview-source.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PREVIEW_CACHE (circ_preview_cache_get_type ())
G_DECLARE_FINAL_TYPE (CircPreviewCache, circ_preview_cache, CIRC, PREVIEW_CACHE, GObject)

/**
 * CircPreviewCache:
 *
 * Pictures of the pages near what is in sight, drawn one after the other by a worker. Signal "drawn": there is a new one.
 */
CircPreviewCache *circ_preview_cache_new (void);
void circ_preview_cache_set_source (CircPreviewCache *self,
                                    CircPreviewSource *source);
/* The pages from @first to @last are in sight at @scale device pixels to the point: draws those, then some round them,
 * and forgets the rest. */
void circ_preview_cache_want (CircPreviewCache *self,
                              guint first,
                              guint last,
                              double scale);
/* NULL while it is not drawn; the last one, at another scale, until the right one is there. */
GdkTexture *circ_preview_cache_get (CircPreviewCache *self,
                                    guint page);
guint circ_preview_cache_get_n_drawn (CircPreviewCache *self);

G_END_DECLS
