/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_CHART (circ_chart_get_type ())
G_DECLARE_FINAL_TYPE (CircChart, circ_chart, CIRC, CHART, GtkWidget)

/**
 * CircChart:
 *
 * A small line chart over days, with a baseline and a target where there are any. It is a picture: what it shows stands in
 * a table beside it, and its name says in words what is to be seen.
 */
GtkWidget *circ_chart_new (void);
void circ_chart_clear (CircChart *self);
/* @day: ISO date; points come in the order of their days. @label: for the tooltip: "October 2026: 2370 visitors". */
void circ_chart_add_point (CircChart *self,
                           const char *day,
                           double value,
                           const char *label);
/* NAN: there is none. */
void circ_chart_set_marks (CircChart *self,
                           double baseline,
                           double target);

G_END_DECLS
