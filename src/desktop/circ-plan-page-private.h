/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-plan-details.h"
#include "circ-plan-filter.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"

G_BEGIN_DECLS

struct _CircPlanPage {
  GtkWidget parent_instance;

  /* template */
  GtkStack *body;
  GtkWidget *top;
  GtkEditable *search;
  AdwBin *filter_bin;
  GtkPaned *paned;
  GtkStack *table_stack;
  AdwBin *table_bin;
  AdwBin *details_bin;
  AdwStatusPage *nothing;
  GtkWidget *clear_button;
  GtkWidget *every_year_button;
  GtkMenuButton *menu_button;
  GMenu *page_menu;
  GMenu *item_menu;
  GMenu *row_menu;

  CircPlanFilter *filter; /* (owned by the widget tree) */
  CircPlanTable *table;
  CircPlanDetails *details;

  CircSession *session; /* (owned) */
  GtkEventController *keys; /* (nullable) of the window: typing that is a search */
  char *last_search;    /* what the table was last asked for */
  gboolean looked_at;   /* the table has been asked for rows: not before somebody looks, for a long plan takes its time */
  gboolean choosing;    /* the page itself is choosing: what the table and the details say of it is no news */

  /* circ-plan-page-panes.c */
  gboolean narrow;
  gboolean details_shown; /* on a narrow page */
  gboolean place;         /* the border is to be put in its place at the next allocation */
  gboolean quiet;         /* the border moves, and it is not the person who moves it */
  guint arrange_source;
  guint place_source;
  guint save_source;
};

/* circ-plan-page.c */

/* Makes @id (0: none) the chosen item in the table and the details. FALSE when something typed could not be saved. */
gboolean circ_plan_page_choose (CircPlanPage *self,
                                gint64 id);
/* Shows an item that is not saved yet in the details; FALSE when what is there could not be saved. */
gboolean circ_plan_page_start (CircPlanPage *self,
                               CircRecord *item);
/* Starts a new item in the details. */
void circ_plan_page_start_item (CircPlanPage *self);
/* The item that follows the chosen one in the table, or the one before it, or 0. */
gint64 circ_plan_page_get_neighbour (CircPlanPage *self);
void circ_plan_page_show_every_year (CircPlanPage *self);

/* circ-plan-page-actions.c */
void circ_plan_page_install_actions (GtkWidgetClass *widget_class);
void circ_plan_page_add_drop_target (CircPlanPage *self);
void circ_plan_page_update_actions (CircPlanPage *self);

/* circ-plan-page-search.c */
void circ_plan_page_init_search (CircPlanPage *self);
/* Words that somebody else has set: what is being typed meanwhile is not touched. */
void circ_plan_page_show_search (CircPlanPage *self,
                                 const char *search);
void circ_plan_page_focus_search (CircPlanPage *self);

/* circ-plan-page-panes.c */
void circ_plan_page_init_panes (CircPlanPage *self);
void circ_plan_page_stop_panes (CircPlanPage *self);
/* Lays the page out again when @width has made it narrow or wide. Call around the allocation of the children. */
void circ_plan_page_before_allocate (CircPlanPage *self,
                                     int width);
void circ_plan_page_after_allocate (CircPlanPage *self);
/* Brings the details, or the table, into sight and gives it the keyboard. */
void circ_plan_page_show_details (CircPlanPage *self);
void circ_plan_page_show_table (CircPlanPage *self);
/* There is nothing in the details any more: the table takes over what they had. */
void circ_plan_page_forsake_details (CircPlanPage *self);
/* Moves the keyboard among search, table and details. */
void circ_plan_page_move_pane (CircPlanPage *self,
                               int step);

G_END_DECLS
