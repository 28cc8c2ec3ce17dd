/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-value.h"

#include "circ-matrix-cell.h"

#define UNKNOWN CIRC_N_MATRIX_VALUES

typedef struct {
  const char *mark;
  CircMatrixValue value;
} Case;

static const Case cases[] = {
  { "X", CIRC_MATRIX_USED },          { "x", CIRC_MATRIX_USED },
  { " x ", CIRC_MATRIX_USED },        { "yes", CIRC_MATRIX_USED },
  { "YES", CIRC_MATRIX_USED },        { "1", CIRC_MATRIX_USED },
  { "●", CIRC_MATRIX_USED },          { "✓", CIRC_MATRIX_USED },
  { "Used", CIRC_MATRIX_USED },       { "\u00a0✓\u00a0", CIRC_MATRIX_USED },
  { "P", CIRC_MATRIX_PLANNED },       { "planned", CIRC_MATRIX_PLANNED },
  { "R", CIRC_MATRIX_ON_REQUEST },    { "On request", CIRC_MATRIX_ON_REQUEST },
  { "", CIRC_MATRIX_NOT_USED },       { " \u00a0\n", CIRC_MATRIX_NOT_USED },
  { "-", CIRC_MATRIX_NOT_USED },      { "–", CIRC_MATRIX_NOT_USED },
  { "no", CIRC_MATRIX_NOT_USED },     { "0", CIRC_MATRIX_NOT_USED },
  { "Not used", CIRC_MATRIX_NOT_USED },
  { "2", UNKNOWN },                   { "xx", UNKNOWN },
  { "maybe", UNKNOWN },               { "?", UNKNOWN },
  { "✗", UNKNOWN },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircMatrixValue value = UNKNOWN;

      g_test_message ("“%s”", cases[i].mark);
      g_assert_cmpint (circ_matrix_value_from_mark (cases[i].mark, &value), ==, cases[i].value != UNKNOWN);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

/* Token, mark and title of each value lead back to it, and the catalogue knows the token. */
static void
test_words (void)
{
  const CircField *field = &circ_matrix_cell_kind.fields[CIRC_MATRIX_CELL_VALUE];

  for (guint i = 0; i < CIRC_N_MATRIX_VALUES; i++)
    {
      const char *const texts[] = { circ_matrix_value_get_token (i), circ_matrix_value_get_mark (i),
                                    circ_matrix_value_get_title (i) };

      g_assert_nonnull (circ_field_find_choice (field, texts[0]));
      g_assert_cmpint (circ_matrix_value_from_token (texts[0]), ==, i);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          CircMatrixValue value = UNKNOWN;

          g_assert_true (circ_matrix_value_from_mark (texts[j], &value));
          g_assert_cmpint (value, ==, i);
        }
    }
  g_assert_cmpint (circ_matrix_value_from_token ("newer"), ==, CIRC_MATRIX_NOT_USED);
  g_assert_cmpint (circ_matrix_value_from_token (NULL), ==, CIRC_MATRIX_NOT_USED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/matrix-value/marks", test_marks);
  g_test_add_func ("/rules/matrix-value/words", test_words);
  return g_test_run ();
}
