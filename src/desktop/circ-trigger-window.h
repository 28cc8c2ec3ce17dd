/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TRIGGER_WINDOW (circ_trigger_window_get_type ())
G_DECLARE_FINAL_TYPE (CircTriggerWindow, circ_trigger_window, CIRC, TRIGGER_WINDOW, AdwWindow)

/* Something happened that items of the plan wait for: what, when, a note. One change. Action: "sheet.save". */
void circ_trigger_window_present (CircSession *session,
                                  GtkWidget *parent);

G_END_DECLS
