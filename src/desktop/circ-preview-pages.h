/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-preview-source.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PREVIEW_PAGES (circ_preview_pages_get_type ())
G_DECLARE_FINAL_TYPE (CircPreviewPages, circ_preview_pages, CIRC, PREVIEW_PAGES, GtkWidget)

/**
 * CircPreviewPages:
 *
 * The pages of a PDF one under the other, to be put into a GtkScrolledWindow. Only what is in sight is drawn, by a
 * worker. Properties: "page" (the page in sight, from 1), "n-pages", "zoom" (1: as large as on paper), "fit-width".
 */
GtkWidget *circ_preview_pages_new (void);
void circ_preview_pages_set_source (CircPreviewPages *self,
                                    CircPreviewSource *source);
guint circ_preview_pages_get_page (CircPreviewPages *self);
guint circ_preview_pages_get_n_pages (CircPreviewPages *self);
double circ_preview_pages_get_zoom (CircPreviewPages *self);
void circ_preview_pages_set_zoom (CircPreviewPages *self,
                                  double zoom);
void circ_preview_pages_zoom_by (CircPreviewPages *self,
                                 int steps);
gboolean circ_preview_pages_get_fit_width (CircPreviewPages *self);
void circ_preview_pages_set_fit_width (CircPreviewPages *self,
                                       gboolean fit_width);
/* How many pages have a picture now; for tests. */
guint circ_preview_pages_get_n_drawn (CircPreviewPages *self);

G_END_DECLS
