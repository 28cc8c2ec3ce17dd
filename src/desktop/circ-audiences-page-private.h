/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-audiences-page.h"
#include "circ-matrix-grid.h"
#include "circ-matrix-pane.h"

G_BEGIN_DECLS

struct _CircAudiencesPage {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *content;
  GtkStack *body;
  GtkLabel *version_label;
  GtkLabel *count_label;
  GtkBox *legend;
  GtkScrolledWindow *scroller;
  GtkWidget *top;
  GtkPaned *paned;
  GtkWidget *grid_box;
  AdwBin *pane_bin;

  CircMatrixGrid *grid; /* (owned by the widget tree) */
  CircMatrixPane *pane;

  CircSession *session;   /* (owned) */
  CircMatrixModel *model; /* (owned) */

  /* circ-audiences-page-panes.c */
  gboolean narrow;
  gboolean pane_shown; /* on a narrow page */
  gboolean placed;     /* the border between the two has its place */
  guint arrange_source;
};

/* circ-audiences-page-panes.c: grid and pane side by side, or in turns where there is no room */
void circ_audiences_page_init_panes (CircAudiencesPage *self);
void circ_audiences_page_stop_panes (CircAudiencesPage *self);
/* Call before the children have their place. */
void circ_audiences_page_before_allocate (CircAudiencesPage *self,
                                          int width);
void circ_audiences_page_show_pane (CircAudiencesPage *self);
void circ_audiences_page_show_grid (CircAudiencesPage *self);

G_END_DECLS
