/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean circ_indicator_rate (guint part,
                              guint whole,
                              double *per_cent);
gboolean circ_indicator_median (const double *values,
                                guint n_values,
                                double *median);

G_END_DECLS
