/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircFit:
 * @width: of the column that text may use, in pixels of 1/96 inch
 * @size: of the font, in points
 * @bold: whether it is bold
 * @stretch: how much wider the typeface is than Arial; 1 for Arial
 *
 * How text will wrap in a cell.
 */
typedef struct
{
  double   width;
  double   size;
  gboolean bold;
  double   stretch;
} CircFit;

guint       circ_fit_count_lines (const CircFit *fit,
                                  const char    *text,
                                  gboolean      *foreign);
const char *circ_fit_find_break  (const CircFit *fit,
                                  const char    *text,
                                  guint          n_lines);
double      circ_fit_longest     (const CircFit *fit,
                                  const char    *text,
                                  gboolean       words);

G_END_DECLS
