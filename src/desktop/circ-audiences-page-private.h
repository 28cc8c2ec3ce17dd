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
  GtkMenuButton *version_button;
  GtkLabel *version_label;
  GtkToggleButton *use_button;
  AdwBin *periods_bin;
  GtkMenuButton *gaps_button;
  GtkLabel *count_label;
  GtkBox *legend;
  GtkScrolledWindow *scroller;
  GtkWidget *top;
  GtkPaned *paned;
  GtkWidget *grid_box;
  AdwBin *pane_bin;

  CircMatrixGrid *grid; /* (owned by the widget tree) */
  CircMatrixPane *pane;
  GtkDropDown *periods;
  GtkWidget *outlined; /* of the legend: while it is shown what was done */

  CircSession *session;   /* (owned) */
  CircMatrixModel *model; /* (owned) */

  guint words_source;

  /* circ-audiences-page-use.c */
  CircPeriod other;  /* that somebody chose beside the years; its days are "" before that */
  guint period_row;  /* of the periods, which one is shown */
  gboolean filling;  /* their list */

  /* circ-audiences-page-panes.c */
  gboolean narrow;
  gboolean pane_shown; /* on a narrow page */
  gboolean placed;     /* the border between the two has its place */
  guint arrange_source;
};

/* circ-audiences-page-actions.c */
void circ_audiences_page_install_actions (GtkWidgetClass *widget_class);
/* Which there are, and what can be done with the one on show. */
void circ_audiences_page_update_versions (CircAudiencesPage *self);

/* What was chosen goes to an action that takes a path. Takes @self. */
void circ_audiences_page_take_file (CircAudiencesPage *self,
                                    GAsyncResult *result,
                                    const char *action);

/* circ-audiences-page-import.c */
void circ_audiences_page_install_import (GtkWidgetClass *widget_class);

/* circ-audiences-page-versions.c */
void circ_audiences_page_install_versions (GtkWidgetClass *widget_class);

/* circ-audiences-page-use.c */
void circ_audiences_page_init_use (CircAudiencesPage *self);

/* circ-audiences-page-panes.c: grid and pane side by side, or in turns where there is no room */
void circ_audiences_page_init_panes (CircAudiencesPage *self);
void circ_audiences_page_stop_panes (CircAudiencesPage *self);
/* Call before the children have their place. */
void circ_audiences_page_before_allocate (CircAudiencesPage *self,
                                          int width);
void circ_audiences_page_show_pane (CircAudiencesPage *self);
void circ_audiences_page_show_grid (CircAudiencesPage *self);

G_END_DECLS
