/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-pages.h"

/* Pages hold 100 points, from 10 to 110; lines are 10 high. */
#define TOP    10.0
#define BOTTOM 110.0

#define LINES(n)      { .kind = CIRC_FLOW_LINES, .n_lines = n, .pitch = 10 }
#define HEADING       { .kind = CIRC_FLOW_LINES, .n_lines = 1, .pitch = 10, .keep = 1 }
#define WHOLE(h)      { .kind = CIRC_FLOW_WHOLE, .padding = h }
#define SPACED(n, s)  { .kind = CIRC_FLOW_LINES, .n_lines = n, .pitch = 10, .space = s }
#define HEAD          { .kind = CIRC_FLOW_HEAD, .n_lines = 1, .pitch = 10, .keep = 1 }
#define ROW(n)        { .kind = CIRC_FLOW_ROW, .n_lines = n, .pitch = 10, .padding = 2 }
#define LOW_ROW(n)    { .kind = CIRC_FLOW_ROW, .n_lines = n, .pitch = 5, .padding = 2 }

/* Slices are written "item:first+lines@page", "H" for a repeated head. */
static const struct
{
  const char  *name;
  CircFlowItem items[8];
  guint        n_items;
  const char  *slices;
  guint        n_pages;
} cases[] = {
  { "nothing", { }, 0, "", 1 },
  { "one", { LINES (3) }, 1, "0:0+3@0 ", 1 },
  { "divided", { LINES (14) }, 1, "0:0+10@0 0:10+4@1 ", 2 },
  { "no-single-line-left", { LINES (11) }, 1, "0:0+9@0 0:9+2@1 ", 2 },
  { "no-single-line-at-foot", { LINES (9), LINES (3) }, 2, "0:0+9@0 1:0+3@1 ", 2 },
  { "space-dropped-at-top", { LINES (10), SPACED (10, 50) }, 2, "0:0+10@0 1:0+10@1 ", 2 },
  { "heading-kept", { LINES (8), HEADING, LINES (4) }, 3, "0:0+8@0 1:0+1@1 2:0+4@1 ", 2 },
  { "whole-moves", { LINES (8), WHOLE (30) }, 2, "0:0+8@0 1:0+0@1 ", 2 },
  { "rows", { HEAD, ROW (2), ROW (2), ROW (3), ROW (2) }, 5,
    "0:0+1@0 1:0+2@0 2:0+2@0 3:0+3@0 H 4:0+2@1 ", 2 },
  { "head-kept-with-row", { LINES (8), HEAD, ROW (1) }, 3, "0:0+8@0 1:0+1@1 2:0+1@1 ", 2 },
  { "short-row-stays-whole", { HEAD, ROW (3), ROW (3), ROW (3) }, 4,
    "0:0+1@0 1:0+3@0 2:0+3@0 H 3:0+3@1 ", 2 },
  { "row-fills-gap", { HEAD, ROW (6), LOW_ROW (6) }, 3, "0:0+1@0 1:0+6@0 2:0+4@0 H 2:4+2@1 ", 2 },
  { "small-gap-stays", { HEAD, ROW (6), ROW (1), LOW_ROW (6) }, 4, "0:0+1@0 1:0+6@0 2:0+1@0 H 3:0+6@1 ", 2 },
  { "tall-row-divided", { HEAD, ROW (2), ROW (20) }, 3, "0:0+1@0 1:0+2@0 2:0+6@0 H 2:6+8@1 H 2:14+6@2 ", 3 },
  { "row-of-one-page", { HEAD, ROW (8) }, 2, "0:0+1@0 1:0+8@0 ", 1 },
  { "after-table", { HEAD, ROW (8), LINES (2) }, 3, "0:0+1@0 1:0+8@0 2:0+2@1 ", 2 },
  { "high-head", { { .kind = CIRC_FLOW_HEAD, .n_lines = 4, .pitch = 10, .keep = 1 }, ROW (9) }, 2,
    "0:0+4@0 1:0+5@0 H 1:5+4@1 ", 2 },
};

static char *
describe (GArray *slices)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < slices->len; i++)
    {
      const CircSlice *slice = &g_array_index (slices, CircSlice, i);

      if (slice->repeated)
        g_string_append (text, "H ");
      else
        g_string_append_printf (text, "%u:%u+%u@%u ", slice->item, slice->first, slice->n_lines, slice->page);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_pages;
      g_autoptr(GArray) slices = circ_paginate (cases[i].items, cases[i].n_items, TOP, BOTTOM, &n_pages);
      g_autofree char *text = describe (slices);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].slices);
      g_assert_cmpuint (n_pages, ==, cases[i].n_pages);
    }
}

/* Each line once and in order, nothing over the edge, and each page of a table begins with its head. */
static void
check_rules (const CircFlowItem *items,
             guint               n_items)
{
  guint n_pages;
  g_autoptr(GArray) slices = circ_paginate (items, n_items, TOP, BOTTOM, &n_pages);
  guint item = 0;
  guint line = 0;
  guint page = 0;

  for (guint i = 0; i < slices->len; i++)
    {
      const CircSlice *slice = &g_array_index (slices, CircSlice, i);
      const CircFlowItem *of = &items[slice->item];
      double end = (double) slice->y + (double) of->padding + slice->n_lines * (double) of->pitch;

      g_assert_cmpuint (slice->page, >=, page);
      if (slice->page > page && of->kind == CIRC_FLOW_ROW)
        g_assert_not_reached ();
      page = slice->page;
      g_assert_cmpfloat (end, <=, BOTTOM + 0.1);
      if (slice->repeated)
        continue;
      if (slice->item != item)
        {
          g_assert_cmpuint (line, ==, items[item].n_lines);
          g_assert_cmpuint (slice->item, ==, item + 1);
          item++;
          line = 0;
        }
      g_assert_cmpuint (slice->first, ==, line);
      line += slice->n_lines;
      g_assert_cmpint (slice->last, ==, line == of->n_lines);
    }
  g_assert_cmpuint (item + 1, ==, n_items);
  g_assert_cmpuint (n_pages, ==, page + 1);
}

static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (int round = 0; round < 3000; round++)
    {
      CircFlowItem items[40];
      guint n = (guint) g_rand_int_range (random, 1, 40);
      gboolean in_table = FALSE;

      for (guint i = 0; i < n; i++)
        {
          CircFlowItem choice[] = { LINES (1), HEAD, ROW (1), WHOLE (0), SPACED (1, 12), HEADING };
          int kind = g_rand_int_range (random, 0, 6);

          if (in_table && g_rand_boolean (random))
            kind = 2;
          else if (kind == 2 && !in_table)
            kind = 1;
          in_table = kind == 1 || kind == 2;
          items[i] = choice[kind];
          if (kind == 0 || kind == 2 || kind == 4)
            items[i].n_lines = (guint32) (g_rand_int_range (random, 0, 8) == 0 ? g_rand_int_range (random, 1, 60)
                                                                               : g_rand_int_range (random, 1, 6));
          if (kind == 3)
            items[i].padding = (float) g_rand_int_range (random, 0, 60);
        }
      check_rules (items, n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/cases", test_cases);
  g_test_add_func ("/pages/random", test_random);
  return g_test_run ();
}
