/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

/* Pixels: sharp at 60 mm on any printer, and small enough that no picture can fill the memory. */
#define WANTED_WIDTH  1000
#define WANTED_HEIGHT 600
#define LARGEST       6000

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  gboolean *sane = user_data;
  double scale;

  *sane = width > 0 && height > 0;
  if (!*sane)
    return;
  /* Vector pictures come out sharp at any size; photographs are only made smaller. Loaders that cannot scale while
   * reading ignore this, so the size itself has a limit too. */
  scale = MIN ((double) WANTED_WIDTH / width, (double) WANTED_HEIGHT / height);
  if (width > LARGEST * 4 || height > LARGEST * 4)
    *sane = FALSE;
  gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
load_pixbuf (GBytes *bytes)
{
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf = NULL;
  gboolean sane = FALSE;
  gboolean done;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &sane);
  done = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  done = gdk_pixbuf_loader_close (loader, NULL) && done;
  if (done && sane && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    pixbuf = g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  g_object_unref (loader);
  return pixbuf;
}

/* One pixel on white: PDF/A-1 knows no transparency. */
static guint32
flatten (const guchar *pixel,
         gboolean      has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;
  guint32 colour = 0;

  for (int i = 0; i < 3; i++)
    colour = colour << 8 | (pixel[i] * alpha + 255 * (255 - alpha) + 127) / 255;
  return colour;
}

/**
 * circ_pdf_load_logo:
 * @bytes: PNG or SVG
 *
 * Returns: (transfer full): an opaque picture, or NULL with NOT_SUPPORTED
 */
cairo_surface_t *
circ_pdf_load_logo (GBytes  *bytes,
                    GError **error)
{
  g_autoptr(GdkPixbuf) pixbuf = load_pixbuf (bytes);
  cairo_surface_t *surface;
  int width;
  int height;
  gboolean has_alpha;

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
                           _("The logo could not be read. Use a PNG or SVG picture."));
      return NULL;
    }
  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                          (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        to[x] = flatten (from + x * gdk_pixbuf_get_n_channels (pixbuf), has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}
