/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix.h"

G_BEGIN_DECLS

/**
 * CircMatrixUse:
 *
 * What was really done: how often each method was recorded for each audience.
 */
typedef struct _CircMatrixUse CircMatrixUse;

CircMatrixUse *circ_matrix_use_new (void);
void circ_matrix_use_free (CircMatrixUse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircMatrixUse, circ_matrix_use_free)

void circ_matrix_use_add (CircMatrixUse *self,
                          GArray *methods,
                          GArray *audiences);
guint circ_matrix_use_get (CircMatrixUse *self,
                           gint64 method,
                           gint64 audience);

/* (transfer full) (element-type CircMatrixPair) */
GArray *circ_matrix_use_find_unused (CircMatrixUse *self,
                                     CircMatrix *matrix);
GArray *circ_matrix_use_find_uncrossed (CircMatrixUse *self,
                                        CircMatrix *matrix);

G_END_DECLS
