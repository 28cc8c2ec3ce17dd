/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_APPROVE_WINDOW (circ_approve_window_get_type ())
G_DECLARE_FINAL_TYPE (CircApproveWindow, circ_approve_window, CIRC, APPROVE_WINDOW, AdwWindow)

/* Asks when and by whom @version of the matrix, a draft, was approved. */
void circ_approve_window_present (CircSession *session,
                                  GtkWidget *parent,
                                  CircRecord *version);

G_END_DECLS
