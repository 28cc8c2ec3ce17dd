/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_WRAP_LAYOUT (circ_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CircWrapLayout, circ_wrap_layout, CIRC, WRAP_LAYOUT, GtkLayoutManager)

/**
 * CircWrapLayout:
 *
 * Children in lines, each at its natural width (less when the line is narrower), as words in a paragraph. A child that
 * expands takes what is left of its line. GtkFlowBox makes columns instead, and AdwWrapBox came after the floor.
 *
 * Property "spacing" (int): between children and between lines.
 * Property "fill" (boolean): a child that has a line to itself takes all of it.
 */
GtkLayoutManager *circ_wrap_layout_new (int spacing);

G_END_DECLS
