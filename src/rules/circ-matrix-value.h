/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a matrix says of a pair of method and audience, the weakest first: of two that contradict each other the later holds. */
typedef enum {
  CIRC_MATRIX_NOT_USED,
  CIRC_MATRIX_ON_REQUEST,
  CIRC_MATRIX_PLANNED,
  CIRC_MATRIX_USED,
  CIRC_N_MATRIX_VALUES,
} CircMatrixValue;

CircMatrixValue circ_matrix_value_from_token (const char *token);
const char *circ_matrix_value_get_token (CircMatrixValue value);
const char *circ_matrix_value_get_title (CircMatrixValue value);
/* The same within a sentence: "used". */
const char *circ_matrix_value_get_word (CircMatrixValue value);

/* The sign on paper and in files. Not translated: a file is read where another language is spoken. */
const char *circ_matrix_value_get_mark (CircMatrixValue value);
gboolean circ_matrix_value_from_mark (const char *mark,
                                      CircMatrixValue *value);

G_END_DECLS
