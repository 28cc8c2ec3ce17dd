/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-use.h"

#include <string.h>

/* Methods are 1, 2, 3 … from above, audiences 11, 12, 13 … from the left; a space is a pair that nothing was said of. */
static CircMatrix *
draw (const char *const *rows)
{
  CircMatrix *matrix = circ_matrix_new ();

  for (guint i = 0; rows[i] != NULL; i++)
    {
      circ_matrix_add_method (matrix, i + 1);
      for (guint j = 0; rows[i][j] != '\0'; j++)
        {
          const char mark[] = { rows[i][j], '\0' };
          CircMatrixValue value = CIRC_N_MATRIX_VALUES;

          circ_matrix_add_audience (matrix, j + 11);
          g_assert_true (circ_matrix_value_from_mark (mark, &value));
          circ_matrix_set (matrix, i + 1, j + 11, value);
        }
    }
  return matrix;
}

static char *
join (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  g_array_unref (ids);
  return g_string_free (text, FALSE);
}

static char *
join_pairs (GArray *pairs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CircMatrixPair *pair = &g_array_index (pairs, CircMatrixPair, i);

      g_string_append_printf (text, "%s%d-%d", i > 0 ? " " : "", (int) pair->method, (int) pair->audience);
    }
  g_array_unref (pairs);
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *rows[6];
  const char *totals;    /* of the methods, then of the audiences */
  guint sum;
  const char *few;       /* audiences with fewer than two methods */
  const char *idle;
} GapCase;

static const GapCase gap_cases[] = {
  { { "X-X", "XX-", "---" }, "2 2 0 | 2 1 1", 4, "12 13", "3" },
  { { "XXX", "XXX" }, "3 3 | 2 2 2", 6, "", "" },
  /* What is planned or given on request reaches nobody yet, but it is not idle. */
  { { "P-", "-R", "X-" }, "0 0 1 | 1 0", 1, "11 12", "" },
  { { "--" }, "0 | 0 0", 0, "11 12", "1" },
  { { NULL }, " | ", 0, "", "" },
};

static void
test_gaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gap_cases); i++)
    {
      g_autoptr (CircMatrix) matrix = draw (gap_cases[i].rows);
      g_autofree char *few = join (circ_matrix_find_few (matrix, 2));
      g_autofree char *idle = join (circ_matrix_find_idle (matrix));
      g_autoptr (GString) totals = g_string_new (NULL);
      GArray *methods = circ_matrix_get_methods (matrix);
      GArray *audiences = circ_matrix_get_audiences (matrix);

      g_test_message ("case %u", i);
      for (guint j = 0; j < methods->len; j++)
        g_string_append_printf (totals, "%s%u", j > 0 ? " " : "",
                                circ_matrix_count_method (matrix, g_array_index (methods, gint64, j)));
      g_string_append (totals, " | ");
      for (guint j = 0; j < audiences->len; j++)
        g_string_append_printf (totals, "%s%u", j > 0 ? " " : "",
                                circ_matrix_count_audience (matrix, g_array_index (audiences, gint64, j)));
      g_assert_cmpstr (totals->str, ==, gap_cases[i].totals);
      g_assert_cmpuint (circ_matrix_count (matrix), ==, gap_cases[i].sum);
      g_assert_cmpstr (few, ==, gap_cases[i].few);
      g_assert_cmpstr (idle, ==, gap_cases[i].idle);
    }
}

typedef struct {
  const char *before[4];
  const char *after[4];
  const char *differences;
} CompareCase;

static const CompareCase compare_cases[] = {
  { { "X-", "-X" }, { "X-", "-X" }, "" },
  { { "X-", "-X" }, { "XP", "--" }, "1-12:not_used>planned 2-12:used>not_used" },
  { { "X" }, { "X", "R" }, "2-11:not_used>on_request" },
  { { "X-", "-X" }, { "X" }, "2-12:used>not_used" },
  { { NULL }, { "X" }, "1-11:not_used>used" },
};

static void
test_compare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (compare_cases); i++)
    {
      g_autoptr (CircMatrix) before = draw (compare_cases[i].before);
      g_autoptr (CircMatrix) after = draw (compare_cases[i].after);
      g_autoptr (CircMatrix) copy = circ_matrix_copy (after);
      g_autoptr (GArray) differences = circ_matrix_compare (before, copy);
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("case %u", i);
      for (guint j = 0; j < differences->len; j++)
        {
          const CircMatrixDifference *one = &g_array_index (differences, CircMatrixDifference, j);

          g_string_append_printf (text, "%s%d-%d:%s>%s", j > 0 ? " " : "", (int) one->pair.method,
                                  (int) one->pair.audience, circ_matrix_value_get_token (one->before),
                                  circ_matrix_value_get_token (one->after));
        }
      g_assert_cmpstr (text->str, ==, compare_cases[i].differences);
    }
}

/* A value outside of rows and columns is kept and not counted. */
static void
test_outside (void)
{
  g_autoptr (CircMatrix) matrix = draw ((const char *const[]) { "X", NULL });

  circ_matrix_set (matrix, 9, 11, CIRC_MATRIX_USED);
  g_assert_cmpint (circ_matrix_get (matrix, 9, 11), ==, CIRC_MATRIX_USED);
  g_assert_cmpuint (circ_matrix_count_audience (matrix, 11), ==, 1);
  circ_matrix_add_method (matrix, 1);
  g_assert_cmpuint (circ_matrix_get_methods (matrix)->len, ==, 1);
}

typedef struct {
  const char *rows[4];
  const char *done; /* occurrences: "methods>audiences", spaces between them */
  const char *unused;
  const char *uncrossed;
  guint first; /* how often the first method was used for the first audience */
} UseCase;

static const UseCase use_cases[] = {
  { { "X-", "-X" }, "1>1 2>2", "", "", 1 },
  { { "X-", "-X" }, "", "1-11 2-12", "", 0 },
  /* Each method with each audience, once an occurrence however often it is named. */
  { { "XX", "--" }, "12>12 11>1", "", "2-11 2-12", 2 },
  { { "XX", "PR" }, "12>12", "", "", 1 },
  /* An audience without a column, and a method without a row. */
  { { "X" }, "1>2 3>1", "1-11", "1-12 3-11", 0 },
  /* Done by no method on record, or for nobody. */
  { { "X" }, ">1 1>", "1-11", "", 0 },
};

static GArray *
read_ids (const char *digits,
          gint64 offset)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; digits[i] != '\0'; i++)
    {
      gint64 id = g_ascii_digit_value (digits[i]) + offset;

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
test_use (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (use_cases); i++)
    {
      g_autoptr (CircMatrix) matrix = draw (use_cases[i].rows);
      g_autoptr (CircMatrixUse) use = circ_matrix_use_new ();
      g_auto (GStrv) done = g_strsplit (use_cases[i].done, " ", -1);
      g_autofree char *unused = NULL;
      g_autofree char *uncrossed = NULL;

      g_test_message ("case %u", i);
      for (guint j = 0; done[j] != NULL; j++)
        {
          g_auto (GStrv) sides = g_strsplit (done[j], ">", 2);
          g_autoptr (GArray) methods = read_ids (sides[0], 0);
          g_autoptr (GArray) audiences = read_ids (sides[1], 10);

          circ_matrix_use_add (use, methods, audiences);
        }
      unused = join_pairs (circ_matrix_use_find_unused (use, matrix));
      uncrossed = join_pairs (circ_matrix_use_find_uncrossed (use, matrix));
      g_assert_cmpstr (unused, ==, use_cases[i].unused);
      g_assert_cmpstr (uncrossed, ==, use_cases[i].uncrossed);
      g_assert_cmpuint (circ_matrix_use_get (use, 1, 11), ==, use_cases[i].first);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/matrix/gaps", test_gaps);
  g_test_add_func ("/rules/matrix/compare", test_compare);
  g_test_add_func ("/rules/matrix/outside", test_outside);
  g_test_add_func ("/rules/matrix/use", test_use);
  return g_test_run ();
}
