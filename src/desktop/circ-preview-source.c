/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preview-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A page is drawn into at most this many pixels a side, so that a zoom by keyboard cannot eat the memory. */
#define MAX_PIXELS 8000

struct _CircPreviewSource
{
  gatomicrefcount  ref_count;
  GMutex           lock;
  PopplerDocument *document; /* (owned) behind the lock */
  guint            n_pages;
  double          *sizes;    /* (owned) width and height of each page, in points */
};

/**
 * circ_preview_source_new:
 * @pdf: a whole PDF file
 *
 * Returns: (transfer full): NULL with @error set when @pdf cannot be read
 */
CircPreviewSource *
circ_preview_source_new (GBytes  *pdf,
                         GError **error)
{
  PopplerDocument *document;
  g_autoptr (GError) reason = NULL;
  CircPreviewSource *self;
  int n_pages;

  g_return_val_if_fail (pdf != NULL, NULL);

  document = poppler_document_new_from_bytes (pdf, NULL, &reason);
  n_pages = document == NULL ? 0 : poppler_document_get_n_pages (document);
  if (n_pages < 1)
    {
      g_clear_object (&document);
      g_debug ("Poppler: %s", reason == NULL ? "no pages" : reason->message);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The preview cannot be shown. The file itself can still be saved."));
      return NULL;
    }

  self = g_new0 (CircPreviewSource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->n_pages = n_pages;
  self->sizes = g_new0 (double, 2 * self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      /* A4, should Poppler be unable to say. */
      self->sizes[2 * i] = 595;
      self->sizes[2 * i + 1] = 842;
      if (page != NULL)
        poppler_page_get_size (page, &self->sizes[2 * i], &self->sizes[2 * i + 1]);
      g_clear_object (&page);
    }
  self->document = document;

  return self;
}

CircPreviewSource *
circ_preview_source_ref (CircPreviewSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
circ_preview_source_unref (CircPreviewSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->document);
  g_mutex_clear (&self->lock);
  g_free (self->sizes);
  g_free (self);
}

guint
circ_preview_source_get_n_pages (CircPreviewSource *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_pages;
}

/* In points, 72 to the inch. */
void
circ_preview_source_get_size (CircPreviewSource *self,
                              guint              page,
                              double            *width,
                              double            *height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);

  *width = self->sizes[2 * page];
  *height = self->sizes[2 * page + 1];
}

/**
 * circ_preview_source_render:
 * @scale: pixels to a point
 *
 * Draws one page on white paper. May be called from any thread, and takes some tens of milliseconds.
 *
 * Returns: (transfer full): NULL with @error set when it was cancelled or there is no memory for it
 */
GdkTexture *
circ_preview_source_render (CircPreviewSource  *self,
                            guint               page,
                            double              scale,
                            GCancellable       *cancellable,
                            GError            **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) pixels = NULL;
  PopplerPage *drawn;
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height, stride;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);

  width = CLAMP ((int) lround (self->sizes[2 * page] * scale), 1, MAX_PIXELS);
  height = CLAMP ((int) lround (self->sizes[2 * page + 1] * scale), 1, MAX_PIXELS);

  locker = g_mutex_locker_new (&self->lock);
  /* The wait for the lock may have been long enough for the reader to have scrolled away. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->sizes[2 * page], height / self->sizes[2 * page + 1]);
  drawn = poppler_document_get_page (self->document, page);
  if (drawn != NULL)
    poppler_page_render (drawn, cr);
  g_clear_object (&drawn);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There is too little memory to draw this page."));
      return NULL;
    }

  stride = cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

/* Draws one page as vectors and text, for a printer, at one unit to the point. */
void
circ_preview_source_print (CircPreviewSource *self,
                           guint              page,
                           cairo_t           *cr)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  PopplerPage *drawn;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);

  locker = g_mutex_locker_new (&self->lock);
  drawn = poppler_document_get_page (self->document, page);
  if (drawn != NULL)
    poppler_page_render_for_printing (drawn, cr);
  g_clear_object (&drawn);
}
