/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_THEME_YEARS (circ_theme_years_get_type ())
G_DECLARE_FINAL_TYPE (CircThemeYears, circ_theme_years, CIRC, THEME_YEARS, GtkWidget)

/* The dates of a theme day, year by year: those that were entered, which can be edited, and what the rule gives for the
 * years without. Those that are not confirmed say so. */
GtkWidget *circ_theme_years_new (CircSession *session);
/* NULL: none. */
void circ_theme_years_set_theme_day (CircThemeYears *self,
                                     CircRecord *theme_day);

G_END_DECLS
