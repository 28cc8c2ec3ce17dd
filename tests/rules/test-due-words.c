/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-due-words.h"

#define TODAY "2026-11-21"

static const struct {
  const char *due_on;
  const char *words;
} cases[] = {
  { "2026-11-20", "1 day late" },   { "2026-11-18", "3 days late" },   { "2026-11-08", "13 days late" },
  { "2026-11-07", "2 weeks late" }, { "2026-11-01", "2 weeks late" },  { "2025-11-21", "52 weeks late" },
  { "2026-11-21", "Today" },        { "2026-11-22", "Tomorrow" },      { "2026-11-23", "Mon 23 Nov" },
  { "2026-12-04", "Fri 4 Dec" },    { "2027-01-04", "Mon 4 Jan 2027" }, { NULL, "" },
  { "", "" },                       { "2026-02-30", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = circ_due_words (cases[i].due_on, TODAY);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/due-words", test_cases);

  return g_test_run ();
}
