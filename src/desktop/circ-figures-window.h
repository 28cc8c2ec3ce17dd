/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_FIGURES_WINDOW (circ_figures_window_get_type ())
G_DECLARE_FINAL_TYPE (CircFiguresWindow, circ_figures_window, CIRC, FIGURES_WINDOW, AdwWindow)

/* The figures of one month, quarter or year for all measures that are read so often, saved as one change. @frequency: where to
 * begin, NULL for monthly. */
void circ_figures_window_present (CircSession *session,
                                  GtkWidget *parent,
                                  const char *frequency);

G_END_DECLS
