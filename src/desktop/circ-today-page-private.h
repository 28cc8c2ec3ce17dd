/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-plan-filter-button.h"
#include "circ-today-list.h"
#include "circ-today-page.h"

G_BEGIN_DECLS

struct _CircTodayPage {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *content;
  GtkStack *body;
  GtkEditable *search;
  CircPlanFilterButton *owner_button;
  GtkLabel *count_label;
  AdwBin *list_bin;
  AdwStatusPage *nothing;
  GtkWidget *clear_button;
  GtkWidget *plan_button;
  GMenu *row_menu;

  CircTodayList *list; /* (owned by the widget tree) */

  CircSession *session; /* (owned) */
  CircTodayView *view;  /* (owned) */
};

/* circ-today-page.c */
void circ_today_page_clear_filters (CircTodayPage *self);

/* circ-today-page-actions.c */
void circ_today_page_install_actions (GtkWidgetClass *widget_class);
void circ_today_page_update_actions (CircTodayPage *self);
/* The usual next step of the chosen row. */
void circ_today_page_act (CircTodayPage *self);

G_END_DECLS
