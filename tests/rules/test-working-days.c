/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-working-days.h"

#include <string.h>

#include "circ-test-data.h"

#define EW CIRC_CALENDAR_ENGLAND_AND_WALES
#define LAW CIRC_CLOSURES_IGNORED
#define PLAN CIRC_CLOSURES_COUNT

#define DAY(iso) circ_day_from_iso (iso)

static void
assert_day (CircDay day,
            const char *iso)
{
  g_autofree char *got = circ_day_dup_iso (day);

  g_assert_cmpstr (got, ==, iso);
}

static void
test_days (void)
{
  g_assert_cmpint (DAY (NULL), ==, CIRC_DAY_NONE);
  g_assert_cmpint (DAY ("2027-02-29"), ==, CIRC_DAY_NONE);
  g_assert_cmpint (circ_day_new (2026, 13, 1), ==, CIRC_DAY_NONE);
  g_assert_cmpint (circ_day_get_weekday (DAY ("2026-11-21")), ==, 6);
  assert_day (circ_day_of_year (2027, 2, 29), "2027-02-28");
  assert_day (circ_day_of_year (2028, 2, 29), "2028-02-29");
  assert_day (circ_day_add_months (DAY ("2026-01-31"), 1), "2026-02-28");
  assert_day (circ_day_add_months (DAY ("2026-01-31"), 2), "2026-03-31");
  assert_day (circ_day_add_months (DAY ("2026-01-31"), -2), "2025-11-30");
  assert_day (circ_day_add_months (DAY ("2026-12-31"), 1), "2027-01-31");
  assert_day (circ_day_add_months (DAY ("2024-02-29"), 12), "2025-02-28");
  assert_day (circ_day_add_months (DAY ("2024-02-29"), 48), "2028-02-29");
  assert_day (circ_day_nth_weekday (2026, 11, 1, CIRC_DAY_LAST_WEEKDAY), "2026-11-30");
  assert_day (circ_day_nth_weekday (2027, 2, 7, CIRC_DAY_LAST_WEEKDAY), "2027-02-28");
  assert_day (circ_day_nth_weekday (2026, 11, 7, 5), "2026-11-29");
  g_assert_cmpint (circ_day_nth_weekday (2026, 11, 2, 5), ==, CIRC_DAY_NONE);
  g_assert_cmpint (circ_day_nth_weekday (2026, 11, 8, 1), ==, CIRC_DAY_NONE);
  g_assert_cmpint (circ_day_nth_weekday (2026, 11, 1, 0), ==, CIRC_DAY_NONE);
  g_assert_cmpint (circ_day_weekday_in_window (2026, 2, 2, 4, 9), ==, CIRC_DAY_NONE);
}

/* The rules of DOMAIN 5.2 give each day that was ever published, and no other. */
static void
test_rules_are_the_list (void)
{
  g_autoptr (CircWorkingDays) by_rule = circ_working_days_new (NULL, NULL);
  g_autoptr (CircWorkingDays) published = circ_test_new_working_days ();
  guint n = 0;

  for (guint calendar = 0; calendar < CIRC_N_CALENDARS; calendar++)
    for (int year = 2012; year <= 2028; year++)
      {
        g_autoptr (GArray) ruled = circ_working_days_list_holidays (by_rule, calendar, year);
        g_autoptr (GArray) listed = circ_working_days_list_holidays (published, calendar, year);

        g_assert_true (circ_working_days_is_published (published, calendar, year));
        g_assert_false (circ_working_days_is_published (by_rule, calendar, year));
        g_assert_cmpuint (ruled->len, ==, listed->len);
        for (guint i = 0; i < listed->len; i++)
          {
            const CircBankHoliday *one = &g_array_index (ruled, CircBankHoliday, i);
            const CircBankHoliday *other = &g_array_index (listed, CircBankHoliday, i);

            g_assert_cmpint (one->day, ==, other->day);
            g_assert_true (other->published);
            g_assert_false (one->published);
            g_assert_cmpint (circ_day_get_weekday (one->day), <=, 5);
            n++;
          }
      }
  g_assert_cmpuint (n, >, 140 + 158 + 174);
  g_assert_false (circ_working_days_is_published (published, EW, 2029));
}

static const struct {
  int year;
  CircCalendar calendar;
  const char *days;
} ruled[] = {
  { 1995, EW, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26" },
  { 1999, EW, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31" },
  { 2002, EW, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26" },
  { 2020, EW, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28" },
  { 2006, CIRC_CALENDAR_SCOTLAND, "01-02 01-03 04-14 05-01 05-29 08-07 12-25 12-26" },
  { 2021, CIRC_CALENDAR_SCOTLAND, "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28" },
  { 2024, CIRC_CALENDAR_SCOTLAND, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26" },
  { 2026, CIRC_CALENDAR_NORTHERN_IRELAND, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28" },
  { 2030, EW, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26" },
};

static void
test_ruled_years (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_working_days_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ruled); i++)
    {
      g_autoptr (GArray) holidays = circ_working_days_list_holidays (calendars, ruled[i].calendar, ruled[i].year);
      g_autoptr (GString) days = g_string_new (NULL);

      for (guint j = 0; j < holidays->len; j++)
        {
          char iso[11];

          circ_day_to_iso (g_array_index (holidays, CircBankHoliday, j).day, iso);
          g_string_append_printf (days, "%s%s", j > 0 ? " " : "", iso + 5);
        }
      g_assert_cmpstr (days->str, ==, ruled[i].days);
    }
}

/* The bits for 1990 to 2100 and the rules beyond them say the same of each day. */
static void
test_beyond_the_table (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();

  for (int year = 2098; year <= 2103; year++)
    {
      g_autoptr (GArray) holidays = circ_working_days_list_holidays (calendars, EW, year);
      guint off = 0;

      for (CircDay day = circ_day_new (year, 1, 1); day <= circ_day_new (year, 12, 31); day++)
        if (circ_day_get_weekday (day) <= 5 && !circ_working_days_is_working (calendars, EW, LAW, day))
          off++;
      g_assert_cmpuint (off, ==, holidays->len);
      g_assert_cmpuint (off, ==, 8);
    }
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("1987-12-28")));
}

static void
test_counting (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();

  assert_day (circ_working_days_add (calendars, EW, LAW, DAY ("2026-12-24"), 1), "2026-12-29");
  assert_day (circ_working_days_add (calendars, EW, LAW, DAY ("2026-12-26"), 0), "2026-12-26");
  assert_day (circ_working_days_previous (calendars, EW, LAW, DAY ("2026-12-28")), "2026-12-24");
  assert_day (circ_working_days_previous (calendars, EW, LAW, DAY ("2026-12-24")), "2026-12-24");
  assert_day (circ_working_days_next (calendars, EW, LAW, DAY ("2026-12-25")), "2026-12-29");
  g_assert_cmpint (circ_working_days_between (calendars, EW, LAW, DAY ("2026-12-24"), DAY ("2026-12-29")), ==, 1);
  g_assert_cmpint (circ_working_days_between (calendars, EW, LAW, DAY ("2026-12-24"), DAY ("2026-12-28")), ==, 0);

  /* Adding and counting are each other's inverse, from whatever day. */
  for (CircDay day = DAY ("2026-11-01"); day < DAY ("2027-05-01"); day++)
    for (int n = -20; n <= 20; n++)
      {
        CircDay to = circ_working_days_add (calendars, EW, LAW, day, n);

        g_assert_cmpint (circ_working_days_between (calendars, EW, LAW, day, to), ==, n);
      }
}

static void
test_closures_and_one_offs (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();

  circ_working_days_add_closure (calendars, DAY ("2026-12-24"));
  circ_working_days_add_closure (calendars, DAY ("2026-12-29"));
  g_assert_true (circ_working_days_is_working (calendars, EW, LAW, DAY ("2026-12-24")));
  g_assert_false (circ_working_days_is_working (calendars, EW, PLAN, DAY ("2026-12-24")));
  assert_day (circ_working_days_previous (calendars, EW, PLAN, DAY ("2026-12-28")), "2026-12-23");
  assert_day (circ_working_days_add (calendars, EW, PLAN, DAY ("2026-12-23"), 1), "2026-12-30");

  circ_working_days_add_one_off (calendars, EW, DAY ("2027-06-01"), "A royal wedding");
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2027-06-01")));
  g_assert_true (circ_working_days_is_working (calendars, CIRC_CALENDAR_SCOTLAND, LAW, DAY ("2027-06-01")));
  g_assert_false (circ_working_days_is_working (calendars, CIRC_CALENDAR_UK_ANY, LAW, DAY ("2027-06-01")));
  circ_working_days_add_one_off (calendars, CIRC_CALENDAR_UK_ANY, DAY ("2027-06-02"), "A coronation");
  g_assert_false (circ_working_days_is_working (calendars, CIRC_CALENDAR_SCOTLAND, LAW, DAY ("2027-06-02")));
}

/* A newer list wins for the years that it has, an excerpt only adds, and what was entered by hand stays. */
static void
test_import (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) excerpt = NULL;
  g_autoptr (GBytes) published = circ_test_dup_data ("bank-holidays.json");
  static const char text[] =
    "{\"england-and-wales\":{\"events\":[{\"title\":\"Once\",\"date\":\"2029-07-03\",\"notes\":\"\"}]},"
    "\"scotland\":{\"events\":[]},\"northern-ireland\":{\"events\":[]}}";

  circ_working_days_add_one_off (calendars, EW, DAY ("2027-06-01"), "By hand");
  excerpt = g_bytes_new_static (text, sizeof text - 1);
  g_assert_true (circ_working_days_import (calendars, excerpt, &error));
  g_assert_no_error (error);
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2029-07-03")));
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2029-12-25")));
  g_assert_false (circ_working_days_is_published (calendars, EW, 2029));
  g_assert_true (circ_working_days_import (calendars, published, &error));
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2027-06-01")));
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2029-07-03")));
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "[]", "null", "{", "{}", "{\"england-and-wales\":[]}", "{\"england-and-wales\":{\"events\":{}}}",
    "{\"england-and-wales\":{\"events\":[1]},\"scotland\":{\"events\":[]},\"northern-ireland\":{\"events\":[]}}",
    "{\"england-and-wales\":{\"events\":[{\"title\":\"x\",\"date\":\"2026-02-30\"}]},\"scotland\":{\"events\":[]},"
    "\"northern-ireland\":{\"events\":[]}}",
    "{\"england-and-wales\":{\"events\":[{\"title\":7,\"date\":\"2026-02-20\"}]},\"scotland\":{\"events\":[]},"
    "\"northern-ireland\":{\"events\":[]}}",
    "{\"england-and-wales\":{\"events\":[]},\"scotland\":{\"events\":[]}}",
  };
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_null (circ_working_days_new (bytes, &error));
      g_assert_nonnull (error);
      g_assert_false (circ_working_days_import (calendars, bytes, NULL));
    }
  g_assert_false (circ_working_days_is_working (calendars, EW, LAW, DAY ("2026-12-28")));
}

static void
test_provisional (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();
  g_autoptr (CircWorkingDays) by_rule = circ_working_days_new (NULL, NULL);

  g_assert_false (circ_working_days_is_provisional (calendars, EW, DAY ("2028-12-20"), DAY ("2028-12-31")));
  g_assert_true (circ_working_days_is_provisional (calendars, EW, DAY ("2028-12-31"), DAY ("2029-01-01")));
  g_assert_true (circ_working_days_is_provisional (calendars, EW, DAY ("2029-01-02"), DAY ("2028-12-29")));
  g_assert_false (circ_working_days_is_provisional (calendars, EW, DAY ("2029-01-02"), DAY ("2029-03-29")));
  g_assert_true (circ_working_days_is_provisional (calendars, EW, DAY ("2029-03-30"), DAY ("2029-03-30")));
  g_assert_true (circ_working_days_is_provisional (by_rule, EW, DAY ("2026-12-24"), DAY ("2026-12-28")));
}

/* What is known until when, and whether another list says anything else. */
static void
test_compared (void)
{
  g_autoptr (CircWorkingDays) calendars = circ_test_new_working_days ();
  g_autoptr (CircWorkingDays) same = circ_test_new_working_days ();
  g_autoptr (CircWorkingDays) by_rule = circ_working_days_new (NULL, NULL);

  assert_day (circ_working_days_get_known_to (calendars, EW), "2028-12-31");
  assert_day (circ_working_days_get_known_to (calendars, CIRC_CALENDAR_UK_ANY), "2028-12-31");
  g_assert_cmpint (circ_working_days_get_known_to (by_rule, EW), ==, CIRC_DAY_NONE);
  g_assert_true (circ_working_days_equal (calendars, same));
  g_assert_false (circ_working_days_equal (calendars, by_rule));
  circ_working_days_add_closure (same, DAY ("2026-12-24"));
  g_assert_false (circ_working_days_equal (calendars, same));
}

/* Deeper than any list, which a parser that calls itself does not survive. */
static void
test_deep (void)
{
  g_autofree char *text = g_strnfill (1000000, '[');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (circ_working_days_new (bytes, &error));
  g_assert_nonnull (error);
}

static void
test_tokens (void)
{
  CircCalendar calendar = CIRC_N_CALENDARS;

  for (guint i = 0; i < CIRC_N_CALENDARS; i++)
    {
      g_assert_true (circ_calendar_from_token (circ_calendar_get_token (i), &calendar));
      g_assert_cmpint (calendar, ==, i);
      g_assert_cmpstr (circ_calendar_get_title (i), !=, "");
    }
  g_assert_false (circ_calendar_from_token ("france", &calendar));
  g_assert_false (circ_calendar_from_token (NULL, &calendar));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/days", test_days);
  g_test_add_func ("/working-days/rules-are-the-list", test_rules_are_the_list);
  g_test_add_func ("/working-days/ruled-years", test_ruled_years);
  g_test_add_func ("/working-days/beyond-the-table", test_beyond_the_table);
  g_test_add_func ("/working-days/counting", test_counting);
  g_test_add_func ("/working-days/closures-and-one-offs", test_closures_and_one_offs);
  g_test_add_func ("/working-days/import", test_import);
  g_test_add_func ("/working-days/refused", test_refused);
  g_test_add_func ("/working-days/provisional", test_provisional);
  g_test_add_func ("/working-days/compared", test_compared);
  g_test_add_func ("/working-days/deep", test_deep);
  g_test_add_func ("/working-days/tokens", test_tokens);
  return g_test_run ();
}
