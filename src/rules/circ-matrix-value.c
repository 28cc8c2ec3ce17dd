/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-value.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-matrix-cell.h"

typedef struct {
  const char *token;
  const char *mark;
  const char *word;
} ValueWords;

static const ValueWords words[] = {
  [CIRC_MATRIX_NOT_USED] = { "not_used", "", N_ ("not used") },
  [CIRC_MATRIX_ON_REQUEST] = { "on_request", "R", N_ ("on request") },
  [CIRC_MATRIX_PLANNED] = { "planned", "P", N_ ("planned") },
  [CIRC_MATRIX_USED] = { "used", "X", N_ ("used") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == CIRC_N_MATRIX_VALUES);

/* What people put into such tables, folded; the tokens and marks above are among them. */
static const char *const marks[][16] = {
  [CIRC_MATRIX_NOT_USED] = { "", "-", "–", "—", "−", "no", "n", "0", "not used", "not_used", "false", "○" },
  [CIRC_MATRIX_ON_REQUEST] = { "r", "on request", "on_request", "request" },
  [CIRC_MATRIX_PLANNED] = { "p", "planned", "plan" },
  [CIRC_MATRIX_USED] = { "x", "yes", "y", "1", "●", "•", "✓", "✔", "×", "✕", "✖", "used", "true" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (marks) == CIRC_N_MATRIX_VALUES);

/* Returns: CIRC_MATRIX_NOT_USED for %NULL and for what only a newer program knows */
CircMatrixValue
circ_matrix_value_from_token (const char *token)
{
  for (guint i = 0; i < CIRC_N_MATRIX_VALUES; i++)
    if (g_strcmp0 (words[i].token, token) == 0)
      return i;
  return CIRC_MATRIX_NOT_USED;
}

const char *
circ_matrix_value_get_token (CircMatrixValue value)
{
  g_return_val_if_fail (value < CIRC_N_MATRIX_VALUES, NULL);
  return words[value].token;
}

const char *
circ_matrix_value_get_title (CircMatrixValue value)
{
  return circ_field_get_choice_title (&circ_matrix_cell_kind.fields[CIRC_MATRIX_CELL_VALUE],
                                      circ_matrix_value_get_token (value));
}

const char *
circ_matrix_value_get_word (CircMatrixValue value)
{
  g_return_val_if_fail (value < CIRC_N_MATRIX_VALUES, NULL);
  return _ (words[value].word);
}

const char *
circ_matrix_value_get_mark (CircMatrixValue value)
{
  g_return_val_if_fail (value < CIRC_N_MATRIX_VALUES, NULL);
  return words[value].mark;
}

/**
 * circ_matrix_value_from_mark:
 * @mark: a cell of somebody's table
 * @value: (out): what it means; set only on success
 *
 * Returns: FALSE for a mark that could mean anything
 */
gboolean
circ_matrix_value_from_mark (const char *mark,
                             CircMatrixValue *value)
{
  g_autofree char *folded = g_utf8_casefold (mark, -1);

  /* A table from a word processor has no-break spaces where a cell is empty. */
  for (char *space = strstr (folded, "\u00a0"); space != NULL; space = strstr (space, "\u00a0"))
    memset (space, ' ', strlen ("\u00a0"));
  g_strstrip (folded);
  for (guint i = 0; i < CIRC_N_MATRIX_VALUES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (marks[i]) && marks[i][j] != NULL; j++)
      if (strcmp (folded, marks[i][j]) == 0)
        {
          *value = i;
          return TRUE;
        }
  return FALSE;
}
