/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of meetings, as somebody types or pastes them. */
#include "config.h"

#include "circ-meeting-dates.h"
#include "support.h"

static void
test_read (void)
{
  /* As found: "date", "date!" with a warning, "?words" for what is none. */
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "9/12/2026, 13 Jan 2027", "2026-12-09 2027-01-13" },
    { "Monday, 7 December 2026\nWednesday, 13 January 2027", "2026-12-07 2027-01-13" },
    { "Wed 9 December 2026; thu 10 dec", "2026-12-09 2026-12-10" },
    { "3 May", "2026-05-03!" },
    { "5 December 2026", "2026-12-05!" },
    { "25/12/2026", "2026-12-25!" },
    { "9 Dec, someday, 9 Dec", "2026-12-09 ?someday ?9 Dec" },
    { "Monday", "" },
  };
  TestFile file;
  g_autoptr (CircDateFacts) dates = NULL;

  test_open (&file, "empty");
  dates = circ_date_facts_new (file.store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = circ_meeting_dates_read (file.store, dates, 0, cases[i].text, TEST_TODAY);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const CircMeetingDate *date = found->pdata[j];

          g_string_append_printf (text, "%s%s%s%s", j > 0 ? " " : "", date->problem != NULL ? "?" : "",
                                  date->problem != NULL ? date->words : date->iso, date->warning != NULL ? "!" : "");
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
  g_clear_pointer (&dates, circ_date_facts_free);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/meeting-dates/read", test_read);
  return g_test_run ();
}
