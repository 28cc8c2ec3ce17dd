/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period.h"

typedef struct {
  const char *frequency;
  int first_month;
  const char *on;
  const char *from;
  const char *to;
} Case;

static void
test_containing (void)
{
  static const Case cases[] = {
    { "monthly", 4, "2026-11-21", "2026-11-01", "2026-11-30" },
    { "occasional", 4, "2028-02-29", "2028-02-01", "2028-02-29" },
    { "quarterly", 4, "2026-11-21", "2026-10-01", "2026-12-31" },
    { "quarterly", 4, "2027-03-31", "2027-01-01", "2027-03-31" },
    { "quarterly", 9, "2026-11-21", "2026-09-01", "2026-11-30" },
    { "quarterly", 9, "2026-12-01", "2026-12-01", "2027-02-28" },
    { "yearly", 4, "2027-03-31", "2026-04-01", "2027-03-31" },
    { "yearly", 1, "2027-03-31", "2027-01-01", "2027-12-31" },
    { "yearly", 9, "2026-08-31", "2025-09-01", "2026-08-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircPeriod period;

      circ_period_init_around (&period, cases[i].frequency, cases[i].first_month, cases[i].on);
      g_assert_cmpstr (period.from, ==, cases[i].from);
      g_assert_cmpstr (period.to, ==, cases[i].to);
    }
}

/* What is still running has no figure yet; on its last day it has. */
static void
test_last (void)
{
  static const Case cases[] = {
    { "monthly", 4, "2026-11-21", "2026-10-01", "2026-10-31" },
    { "monthly", 4, "2026-11-30", "2026-11-01", "2026-11-30" },
    { "monthly", 4, "2027-01-01", "2026-12-01", "2026-12-31" },
    { "quarterly", 4, "2026-11-21", "2026-07-01", "2026-09-30" },
    { "yearly", 4, "2026-11-21", "2025-04-01", "2026-03-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircPeriod period;

      circ_period_init_last (&period, cases[i].frequency, cases[i].first_month, cases[i].on);
      g_assert_cmpstr (period.from, ==, cases[i].from);
      g_assert_cmpstr (period.to, ==, cases[i].to);
    }
}

static void
test_step (void)
{
  static const struct { CircPeriod from; int by; CircPeriod to; } cases[] = {
    { { "2026-01-01", "2026-01-31" }, 1, { "2026-02-01", "2026-02-28" } },
    { { "2026-03-01", "2026-03-31" }, -1, { "2026-02-01", "2026-02-28" } },
    { { "2026-10-01", "2026-12-31" }, 1, { "2027-01-01", "2027-03-31" } },
    { { "2026-04-01", "2027-03-31" }, -1, { "2025-04-01", "2026-03-31" } },
    { { "2026-11-02", "2026-11-08" }, 1, { "2026-11-09", "2026-11-15" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircPeriod period = cases[i].from;

      circ_period_step (&period, cases[i].by);
      g_assert_cmpstr (period.from, ==, cases[i].to.from);
      g_assert_cmpstr (period.to, ==, cases[i].to.to);
    }
}

static void
test_title (void)
{
  static const struct { const char *from, *to, *title; } cases[] = {
    { "2026-10-01", "2026-10-31", "October 2026" },
    { "2026-04-01", "2026-06-30", "April to June 2026" },
    { "2026-11-01", "2027-01-31", "November 2026 to January 2027" },
    { "2026-04-01", "2027-03-31", "April 2026 to March 2027" },
    { "2026-03-02", "2026-03-13", "2 Mar to 13 Mar 2026" },
    { "2025-10-02", "2026-03-31", "2 Oct 2025 to 31 Mar 2026" },
    { "2026-03-02", "2026-03-02", "2 Mar 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircPeriod period;
      g_autofree char *title = NULL;

      g_assert_true (circ_period_init (&period, cases[i].from, cases[i].to));
      title = circ_period_dup_title (&period, NULL);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/containing", test_containing);
  g_test_add_func ("/period/last", test_last);
  g_test_add_func ("/period/step", test_step);
  g_test_add_func ("/period/title", test_title);
  return g_test_run ();
}
