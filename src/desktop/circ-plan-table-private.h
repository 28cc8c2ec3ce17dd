/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-gradual-list.h"
#include "circ-plan-cells.h"
#include "circ-plan-facts.h"
#include "circ-plan-table-columns.h"
#include "circ-plan-table.h"

G_BEGIN_DECLS

struct _CircPlanTable {
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned by the widget tree) */
  GtkColumnView *view;
  GtkWidget *menu; /* (nullable) */

  CircSession *session;          /* (owned) */
  CircPlanView *looked_at;       /* (owned) (nullable) */
  CircPlanFacts *facts;          /* (owned) */
  CircPlanCells *cells;          /* (owned) */
  CircPlanColumns *columns;      /* (owned) */
  CircRecordList *list;          /* (owned) (nullable) */
  CircGradualList *shown;        /* (owned) (nullable) its rows, as far as they are built */
  GtkSingleSelection *selection; /* (owned) (nullable) of what is shown */
  gint64 chosen;
  gboolean changing; /* the model is in the middle of a change: what the selection says then is not the person's wish */
  gboolean filtering;
  gboolean had_focus;
  gboolean to_scroll; /* to the chosen row when it comes */
  gboolean waiting;   /* and has said so */
  gboolean painted;   /* what came last */
  guint grow_tick;
  guint settle_source;
  guint waiting_source;
};

/* circ-plan-table.c */
void circ_plan_table_set_chosen (CircPlanTable *self,
                                 gint64 id);

/* circ-plan-table-rows.c */
void circ_plan_table_ask (CircPlanTable *self,
                          CircQuery *query);
void circ_plan_table_settle_soon (CircPlanTable *self);
void circ_plan_table_scroll_to (CircPlanTable *self,
                                guint position);
/* To be called once, when the view is in its scrolled window. */
void circ_plan_table_init_rows (CircPlanTable *self);
void circ_plan_table_stop_rows (CircPlanTable *self);

G_END_DECLS
