/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-audiences-page.h"
#include "circ-matrix-grid.h"

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

  CircMatrixGrid *grid; /* (owned by the widget tree) */

  CircSession *session;   /* (owned) */
  CircMatrixModel *model; /* (owned) */
};

G_END_DECLS
