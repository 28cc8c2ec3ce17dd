/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period.h"
#include "circ-report-year.h"

typedef struct {
  const char *token;
  const char *on;
  const char *from;
  const char *to;
  const char *title;
} Case;

static const Case cases[] = {
  { "financial", "2026-11-21", "2026-04-01", "2027-03-31", "2026–27" },
  { "financial", "2026-04-01", "2026-04-01", "2027-03-31", "2026–27" },
  { "financial", "2026-03-31", "2025-04-01", "2026-03-31", "2025–26" },
  { "financial", "2000-01-01", "1999-04-01", "2000-03-31", "1999–00" },
  { "calendar", "2026-11-21", "2026-01-01", "2026-12-31", "2026" },
  { "calendar", "2026-01-01", "2026-01-01", "2026-12-31", "2026" },
  { "academic", "2026-08-31", "2025-09-01", "2026-08-31", "2025–26" },
  { "academic", "2026-09-01", "2026-09-01", "2027-08-31", "2026–27" },
  { NULL, "2028-02-29", "2027-04-01", "2028-03-31", "2027–28" },
  { "a newer kind", "2026-11-21", "2026-04-01", "2027-03-31", "2026–27" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircReportYear year;
      g_autofree char *title = NULL;

      circ_report_year_init (&year, cases[i].token, cases[i].on);
      g_assert_cmpstr (year.from, ==, cases[i].from);
      g_assert_cmpstr (year.to, ==, cases[i].to);
      title = circ_report_year_dup_title (&year);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_true (circ_report_year_contains (&year, cases[i].on));
    }
}

static void
test_neighbours (void)
{
  CircReportYear year;
  CircReportYear next;
  CircReportYear back;

  circ_report_year_init (&year, "academic", "2026-10-01");
  next = circ_report_year_next (&year);
  back = circ_report_year_previous (&next);
  g_assert_cmpstr (next.from, ==, "2027-09-01");
  g_assert_cmpstr (back.from, ==, year.from);
  g_assert_cmpstr (back.to, ==, year.to);
  g_assert_false (circ_report_year_contains (&year, next.from));
  g_assert_false (circ_report_year_contains (&year, NULL));
  g_assert_false (circ_report_year_contains (&year, ""));
}

static void
test_start (void)
{
  static const struct {
    const char *text;
    int start; /* 0: refused */
  } typed[] = {
    { "2026", 2026 }, { "1900", 1900 }, { "2999", 2999 }, { "26", 0 }, { "", 0 }, { NULL, 0 }, { "20266", 0 },
    { "2026-27", 0 }, { "-026", 0 }, { "1899", 0 }, { "3000", 0 }, { "٢٠٢٦", 0 }, { " 2026", 0 },
  };
  CircReportYear year;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      int start = 0;

      g_assert_cmpint (circ_report_year_parse_start (typed[i].text, &start), ==, typed[i].start != 0);
      g_assert_cmpint (start, ==, typed[i].start);
    }
  g_assert_true (circ_report_year_init_start (&year, "financial", 2024));
  g_assert_cmpstr (year.to, ==, "2025-03-31");
  g_assert_false (circ_report_year_init_start (&year, "financial", 12));
  g_assert_cmpstr (year.to, ==, "2025-03-31");
}

static void
test_periods (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *title; /* NULL: no period */
  } periods[] = {
    { "2026-04-01", "2027-03-31", "2026–27" },
    { "2026-04-01", "2026-09-30", "April to September 2026" },
    { "2025-10-01", "2026-03-31", "October 2025 to March 2026" },
    { "2026-02-28", "2026-02-28", "28 Feb 2026" },
    { "2026-02-28", "2026-02-27", NULL },
    { "2026-02-29", "2026-03-01", NULL },
    { "2026-02-28", NULL, NULL },
    { NULL, "2026-02-28", NULL },
    { "", "2026-02-28", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      CircPeriod period = { "2001-01-01", "2001-01-02" };
      CircReportYear year;
      g_autofree char *title = NULL;

      g_assert_cmpint (circ_period_init (&period, periods[i].from, periods[i].to), ==, periods[i].title != NULL);
      circ_report_year_init (&year, "financial", period.from);
      title = circ_period_dup_title (&period, &year);
      g_assert_cmpstr (title, ==, periods[i].title != NULL ? periods[i].title : "1 Jan to 2 Jan 2001");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-year/cases", test_cases);
  g_test_add_func ("/report-year/neighbours", test_neighbours);
  g_test_add_func ("/report-year/start", test_start);
  g_test_add_func ("/report-year/periods", test_periods);
  return g_test_run ();
}
