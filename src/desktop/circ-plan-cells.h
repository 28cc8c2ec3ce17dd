/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-facts.h"
#include "circ-session.h"

G_BEGIN_DECLS

/* Columns of the plan's table, in their order. */
typedef enum {
  CIRC_PLAN_COLUMN_REF,
  CIRC_PLAN_COLUMN_WHAT,
  CIRC_PLAN_COLUMN_TO_WHOM,
  CIRC_PLAN_COLUMN_HOW,
  CIRC_PLAN_COLUMN_BY_WHOM,
  CIRC_PLAN_COLUMN_WHEN,
  CIRC_PLAN_COLUMN_LAST_DONE,
  CIRC_PLAN_COLUMN_NEXT,
  CIRC_PLAN_COLUMN_STATE,
  CIRC_N_PLAN_COLUMNS,
} CircPlanColumn;

/* The name that the settings know a column by, and its translated title. */
const char *circ_plan_column_get_name (CircPlanColumn column);
const char *circ_plan_column_get_title (CircPlanColumn column);
/* The field of the plan item that it is sorted by, or -1. */
int circ_plan_column_get_field (CircPlanColumn column);
/* Where there is no room for all, the column of the highest rank goes first; 0: it is shown only when asked for. */
int circ_plan_column_get_rank (CircPlanColumn column);
/* The width that a column has to get to be shown by itself. */
int circ_plan_column_get_fit_chars (CircPlanColumn column);

#define CIRC_TYPE_PLAN_CELLS (circ_plan_cells_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanCells, circ_plan_cells, CIRC, PLAN_CELLS, GObject)

/**
 * CircPlanCells:
 *
 * Fills the cells of the plan's table and keeps those that are on show up to date, without a signal handler in each.
 */
CircPlanCells *circ_plan_cells_new (CircSession *session,
                                    CircPlanFacts *facts);
GtkListItemFactory *circ_plan_cells_create_factory (CircPlanCells *self,
                                                    CircPlanColumn column);
/* The cell of some column of the row at @position, or NULL while that row is not built. GTK 4.8 has no other way to the
 * widget of a row. */
GtkWidget *circ_plan_cells_find (CircPlanCells *self,
                                 guint position);
/* The other way round: of the row that @row is the widget of, or GTK_INVALID_LIST_POSITION. */
guint circ_plan_cells_get_position (CircPlanCells *self,
                                    GtkWidget *row);

G_END_DECLS
