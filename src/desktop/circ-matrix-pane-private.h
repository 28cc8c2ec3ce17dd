/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-form.h"
#include "circ-matrix-pane.h"

G_BEGIN_DECLS

/* The forms: of a pair, of a method, of an audience. */
typedef enum {
  CIRC_PANE_PAIR,
  CIRC_PANE_METHOD,
  CIRC_PANE_AUDIENCE,
  CIRC_N_PANES,
} CircPaneKind;

struct _CircMatrixPane {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *content;
  GtkWidget *back_button;
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkScrolledWindow *scroller;
  GtkStack *forms;

  CircForm *form[CIRC_N_PANES]; /* (owned by the widget tree) (nullable): made when they are first needed */
  GtkWidget *items;             /* beneath the form of a pair */
  GtkLabel *items_label;
  GtkWidget *done;
  GtkLabel *done_label;

  CircMatrixModel *model; /* (owned) */
  CircSession *session;   /* (owned) */
  int row;
  int column;
  CircMatrixPair pair;
  CircRecord *cell; /* (owned) (nullable): of the pair; not saved while there is nothing to say of it */
  guint update_source;
};

/* circ-matrix-pane-rows.c */
/* What stands beneath the form of a pair. (transfer floating) */
GtkWidget *circ_matrix_pane_new_items (CircMatrixPane *self);
GtkWidget *circ_matrix_pane_new_done (CircMatrixPane *self);
void circ_matrix_pane_fill_rows (CircMatrixPane *self);

G_END_DECLS
