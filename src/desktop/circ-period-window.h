/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-period.h"
#include "circ-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CIRC_TYPE_PERIOD_WINDOW (circ_period_window_get_type ())
G_DECLARE_FINAL_TYPE (CircPeriodWindow, circ_period_window, CIRC, PERIOD_WINDOW, AdwWindow)

/**
 * CircPeriodWindow:
 *
 * Asks for a first and a last day. Nothing is saved.
 *
 * Signal "chosen" (const char *from, const char *to): ISO dates, @to not before @from
 */
/* @period: what is filled in at first. (transfer none) */
CircPeriodWindow *circ_period_window_present (CircSession *session,
                                              GtkWidget *parent,
                                              const CircPeriod *period);

G_END_DECLS
