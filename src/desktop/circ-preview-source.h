/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <poppler.h>

G_BEGIN_DECLS

/**
 * CircPreviewSource:
 *
 * A PDF in memory whose pages can be drawn from any thread. Poppler is not thread safe, so every call into it goes
 * through one lock. Reference counted: a worker that is still drawing keeps it alive after the window has gone.
 */
typedef struct _CircPreviewSource CircPreviewSource;

CircPreviewSource *circ_preview_source_new (GBytes *pdf,
                                            GError **error);
CircPreviewSource *circ_preview_source_ref (CircPreviewSource *self);
void circ_preview_source_unref (CircPreviewSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircPreviewSource, circ_preview_source_unref)

guint circ_preview_source_get_n_pages (CircPreviewSource *self);
void circ_preview_source_get_size (CircPreviewSource *self,
                                   guint page,
                                   double *width,
                                   double *height);
GdkTexture *circ_preview_source_render (CircPreviewSource *self,
                                        guint page,
                                        double scale,
                                        GCancellable *cancellable,
                                        GError **error);
void circ_preview_source_print (CircPreviewSource *self,
                                guint page,
                                cairo_t *cr);

G_END_DECLS
