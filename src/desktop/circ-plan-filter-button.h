/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_PLAN_FILTER_BUTTON (circ_plan_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanFilterButton, circ_plan_filter_button, CIRC, PLAN_FILTER_BUTTON, GtkWidget)

/**
 * CircPlanFilterButton:
 *
 * One condition: a button that opens a menu or a chooser, which says what is chosen, and one beside it that takes the
 * condition away. Property "title". Signal "cleared".
 */
void circ_plan_filter_button_set_unset (CircPlanFilterButton *self,
                                        const char *unset);
void circ_plan_filter_button_set_value (CircPlanFilterButton *self,
                                        const char *value);
void circ_plan_filter_button_set_menu (CircPlanFilterButton *self,
                                       GMenuModel *menu);
/* Consumed when floating. */
void circ_plan_filter_button_set_popover (CircPlanFilterButton *self,
                                          GtkWidget *popover);
void circ_plan_filter_button_close (CircPlanFilterButton *self);

G_END_DECLS
