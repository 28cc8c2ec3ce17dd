/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_READING_WINDOW (circ_reading_window_get_type ())
G_DECLARE_FINAL_TYPE (CircReadingWindow, circ_reading_window, CIRC, READING_WINDOW, AdwWindow)

/* One figure of @measure is written down. @reading: the one that was wrong, which the new one takes the place of, or NULL;
 * the period is then that one's, else the last that is over and has no figure yet. */
void circ_reading_window_present (CircSession *session,
                                  GtkWidget *parent,
                                  CircRecord *measure,
                                  CircRecord *reading);

G_END_DECLS
