/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PREFERENCES (circ_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CircPreferences, circ_preferences, CIRC, PREFERENCES, AdwWindow)

/**
 * CircPreferences:
 *
 * The partnership and how its documents look (in the file), and the name of the person at this desk (in the settings).
 * Everything is saved as it is made.
 */
void circ_preferences_present (CircSession *session,
                               GtkWidget *parent);

G_END_DECLS
