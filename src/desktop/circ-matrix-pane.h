/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-matrix-model.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MATRIX_PANE (circ_matrix_pane_get_type ())
G_DECLARE_FINAL_TYPE (CircMatrixPane, circ_matrix_pane, CIRC, MATRIX_PANE, GtkWidget)

/**
 * CircMatrixPane:
 *
 * What there is to know of the chosen pair: value, note, owner, the items of the plan that use it and what was done; of a head,
 * the method or audience itself.
 *
 * Actions: "pane.add-item": a plan item for the pair; "pane.back".
 *
 * Signal "back": the person wants the grid again (Escape, or the button of a narrow page)
 */
GtkWidget *circ_matrix_pane_new (CircMatrixModel *model);
/* Either may be CIRC_MATRIX_HEAD, and both: nothing is chosen. What is shown follows as soon as there is time. */
void circ_matrix_pane_choose (CircMatrixPane *self,
                              int row,
                              int column);
/* FALSE when something typed could not be saved. */
gboolean circ_matrix_pane_commit (CircMatrixPane *self);
/* To the first field; of a pair that is its note. */
void circ_matrix_pane_focus (CircMatrixPane *self);
void circ_matrix_pane_set_back_visible (CircMatrixPane *self,
                                        gboolean visible);

G_END_DECLS
