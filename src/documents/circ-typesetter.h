/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Breaks text into lines and draws them, all lengths in points. Lines stand at a fixed pitch whatever fonts step
 * in, so the height of a text is its number of lines. */
typedef struct _CircTypesetter CircTypesetter;
typedef struct _CircSetText    CircSetText;

#define CIRC_LINE_PITCH 1.32 /* of the size */

CircTypesetter *circ_typesetter_new         (const char     *typeface,
                                             const char     *language);
void            circ_typesetter_free        (CircTypesetter *self);
double          circ_typesetter_measure     (CircTypesetter *self,
                                             const char     *text,
                                             double          size,
                                             gboolean        bold,
                                             gboolean        words);
guint           circ_typesetter_count_lines (CircTypesetter *self,
                                             const char     *text,
                                             double          size,
                                             gboolean        bold,
                                             double          width);
CircSetText    *circ_typesetter_set         (CircTypesetter *self,
                                             const char     *text,
                                             double          size,
                                             gboolean        bold,
                                             double          width);
guint64         circ_typesetter_get_missing (CircTypesetter *self);

guint           circ_set_text_get_n_lines   (CircSetText    *self);
void            circ_set_text_draw          (CircSetText    *self,
                                             cairo_t        *cr,
                                             double          x,
                                             double          y,
                                             guint           first,
                                             guint           n_lines,
                                             double          align);
void            circ_set_text_free          (CircSetText    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircTypesetter, circ_typesetter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircSetText, circ_set_text_free)

G_END_DECLS
