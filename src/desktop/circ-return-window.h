/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RETURN_WINDOW (circ_return_window_get_type ())
G_DECLARE_FINAL_TYPE (CircReturnWindow, circ_return_window, CIRC, RETURN_WINDOW, AdwWindow)

/**
 * CircReturnWindow:
 *
 * What an agency says of a message that it was to pass on: that it did, when and how; or why it had not to. Saved as one change.
 */
/* @cascade_return: saved. One that is waited for is taken to have come today. */
void circ_return_window_present (CircSession *session,
                                 GtkWidget *parent,
                                 CircRecord *cascade_return);

G_END_DECLS
