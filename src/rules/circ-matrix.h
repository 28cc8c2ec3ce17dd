/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-value.h"

G_BEGIN_DECLS

/**
 * CircMatrix:
 *
 * Methods down, audiences across, and a value for each pair; methods and audiences are ids. A pair that nothing was said
 * of is not used. Totals and gaps are those of its rows and columns: a pair outside of them keeps its value and is not
 * counted.
 */
typedef struct _CircMatrix CircMatrix;

typedef struct {
  gint64 method;
  gint64 audience;
} CircMatrixPair;

/* A pair, and what two versions say of it. */
typedef struct {
  CircMatrixPair pair;
  CircMatrixValue before;
  CircMatrixValue after;
} CircMatrixDifference;

guint circ_matrix_pair_hash (gconstpointer pair);
gboolean circ_matrix_pair_equal (gconstpointer a,
                                 gconstpointer b);

CircMatrix *circ_matrix_new (void);
CircMatrix *circ_matrix_copy (CircMatrix *self);
void circ_matrix_free (CircMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircMatrix, circ_matrix_free)

/* At the end, unless it is there. */
void circ_matrix_add_method (CircMatrix *self,
                             gint64 method);
void circ_matrix_add_audience (CircMatrix *self,
                               gint64 audience);
/* (transfer none) (element-type gint64) */
GArray *circ_matrix_get_methods (CircMatrix *self);
GArray *circ_matrix_get_audiences (CircMatrix *self);

void circ_matrix_set (CircMatrix *self,
                      gint64 method,
                      gint64 audience,
                      CircMatrixValue value);
CircMatrixValue circ_matrix_get (CircMatrix *self,
                                 gint64 method,
                                 gint64 audience);

/* How many pairs of it are used. */
guint circ_matrix_count_method (CircMatrix *self,
                                gint64 method);
guint circ_matrix_count_audience (CircMatrix *self,
                                  gint64 audience);
guint circ_matrix_count (CircMatrix *self);

/* Gaps. (transfer full) (element-type gint64) */
GArray *circ_matrix_find_few (CircMatrix *self,
                              guint n);
GArray *circ_matrix_find_idle (CircMatrix *self);

/* (transfer full) (element-type CircMatrixDifference) */
GArray *circ_matrix_compare (CircMatrix *before,
                             CircMatrix *after);

G_END_DECLS
