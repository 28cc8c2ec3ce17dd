/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* One weight of the brand's typeface, with the glyph and advance of every letter that needs no shaping: for plain
 * Latin text this is four times as fast as asking Pango. */
typedef struct _CircFace CircFace;

CircFace            *circ_face_new      (PangoContext *context,
                                         const char   *typeface,
                                         gboolean      bold);
void                 circ_face_free     (CircFace     *self);
gboolean             circ_face_get      (CircFace     *self,
                                         gunichar      c,
                                         gulong       *glyph,
                                         double       *advance);
cairo_scaled_font_t *circ_face_get_font (CircFace     *self,
                                         double        size);

G_END_DECLS
