/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-clocks.h"
#include "circ-indicators.h"
#include "circ-nhs-number.h"
#include "circ-publication.h"
#include "circ-test-data.h"

#define DAY(iso) circ_day_from_iso (iso)

static void
assert_day (CircDay day,
            const char *iso)
{
  g_autofree char *got = circ_day_dup_iso (day);

  g_assert_cmpstr (got, ==, iso);
}

static CircDay
day_of (const char *moment)
{
  g_autofree char *iso = g_strndup (moment, 10);

  return DAY (iso);
}

static void
test_shipped (void)
{
  g_autoptr (CircRulePack) pack = circ_test_new_rule_pack ();

  g_assert_cmpstr (circ_rule_pack_get_code (pack), ==, "england-2026");
  g_assert_cmpint (circ_rule_pack_get_number (pack, CIRC_RULE_SIN_DUE), ==, 5);
  g_assert_cmpint (circ_rule_pack_get_unit (pack, CIRC_RULE_SIN_DUE), ==, CIRC_UNIT_WORKING_DAY);
  g_assert_true (circ_rule_pack_is_verified (pack, CIRC_RULE_SIN_DUE));
  g_assert_false (circ_rule_pack_is_verified (pack, CIRC_RULE_PREPUB_NOTICE_CSPR));
  g_assert_cmpstr (circ_rule_pack_get_text (pack, CIRC_RULE_RAPID_REVIEW_CLOCK_START), ==, "authority_aware");
  for (guint i = CIRC_N_NUMBER_RULES; i < CIRC_N_RULES; i++)
    {
      g_autofree char *words = circ_rule_pack_dup_words (pack, i);

      /* No token is shown to a person. */
      g_assert_cmpstr (words, !=, "");
      g_assert_null (strchr (words, '_'));
    }
  {
    g_autofree char *day = circ_rule_pack_dup_words (pack, CIRC_RULE_YEARLY_REPORT_CHILDREN);

    g_assert_cmpstr (day, ==, "30 September");
  }
  for (guint i = 0; i < CIRC_N_RULES; i++)
    {
      g_assert_cmpstr (circ_rule_get_title (i), !=, "");
      g_assert_nonnull (circ_rule_pack_get_source (pack, i));
    }
  /* Nobody has checked it yet; a check holds for twelve months. */
  g_assert_true (circ_rule_pack_needs_check (pack, DAY ("2026-11-21")));
  circ_rule_pack_set_verified_on (pack, DAY ("2026-11-21"));
  g_assert_false (circ_rule_pack_needs_check (pack, DAY ("2027-11-21")));
  g_assert_true (circ_rule_pack_needs_check (pack, DAY ("2027-11-22")));
}

/* What a partnership changes is written back, is no longer verified, and moves the dates. */
static void
test_edited (void)
{
  g_autoptr (CircRulePack) pack = circ_test_new_rule_pack ();
  g_autoptr (CircWorkingDays) working_days = circ_test_new_working_days ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (CircRulePack) again = NULL;

  g_assert_true (circ_rule_pack_set_number (pack, CIRC_RULE_RAPID_REVIEW_DUE, 3, CIRC_UNIT_WEEK));
  g_assert_false (circ_rule_pack_set_number (pack, CIRC_RULE_RAPID_REVIEW_DUE, -1, CIRC_UNIT_WEEK));
  g_assert_false (circ_rule_pack_set_number (pack, CIRC_RULE_RAPID_REVIEW_DUE, 99999, CIRC_UNIT_WEEK));
  g_assert_false (circ_rule_pack_is_verified (pack, CIRC_RULE_RAPID_REVIEW_DUE));
  circ_rule_pack_set_verified (pack, CIRC_RULE_RAPID_REVIEW_DUE, TRUE);
  json = circ_rule_pack_to_json (pack);
  again = circ_rule_pack_new (json, NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (circ_rule_pack_get_number (again, CIRC_RULE_RAPID_REVIEW_DUE), ==, 3);
  g_assert_true (circ_rule_pack_is_verified (again, CIRC_RULE_RAPID_REVIEW_DUE));
  assert_day (circ_clock_rapid_review_due (working_days, again, DAY ("2026-12-04")), "2026-12-25");
}

/* Each member that is needed is missed, and a word or a fraction is no number. */
static void
test_refused (void)
{
  static const struct {
    const char *from;
    const char *to;
  } damage[] = {
    { "\"parameters\"", "\"others\"" }, { "\"sin_due\"", "\"sin\"" }, { "\"value\": 5,", "\"value\": \"five\"," },
    { "\"value\": 5,", "\"value\": -5," }, { "\"value\": 5,", "\"value\": 5.5," }, { "\"value\": 5,", "\"value\": 5000000000," },
    { "\"working_day\"", "\"working_years\"" }, { "\"authority_aware\"", "7" }, { "\"code\"", "code" },
  };
  g_autoptr (GBytes) shipped = circ_test_dup_data ("england.json");
  g_autofree char *text = g_strndup (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autoptr (GString) damaged = g_string_new (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (damaged, damage[i].from, damage[i].to, 1), ==, 1);
      bytes = g_bytes_new (damaged->str, damaged->len);
      g_assert_null (circ_rule_pack_new (bytes, &error));
      g_assert_nonnull (error);
    }
}

static void
test_clocks (void)
{
  g_autoptr (CircRulePack) pack = circ_test_new_rule_pack ();
  g_autoptr (CircWorkingDays) working_days = circ_test_new_working_days ();

  /* The office's own closures stop no clock that the law sets. */
  circ_working_days_add_closure (working_days, DAY ("2026-12-21"));
  assert_day (circ_clock_serious_incident_due (working_days, pack, DAY ("2026-12-18")), "2026-12-29");
  assert_day (circ_clock_child_review_due (working_days, pack, DAY ("2026-08-31")), "2027-02-28");
  assert_day (circ_clock_adults_review_due (working_days, pack, DAY ("2026-12-09")), "2027-06-09");
  assert_day (circ_clock_subject_access_due (working_days, pack, DAY ("2026-11-27"), FALSE), "2026-12-29");
  /* Three months together: 30 November to 28 February, a Sunday. */
  assert_day (circ_clock_subject_access_due (working_days, pack, DAY ("2026-11-30"), TRUE), "2027-03-01");
}

static void
test_london (void)
{
  static const struct {
    const char *utc;
    const char *london;
  } moments[] = {
    { "2027-03-28T00:59:00Z", "2027-03-28T00:59+00:00" }, { "2027-03-28T01:00:00Z", "2027-03-28T02:00+01:00" },
    { "2026-10-25T00:59:00Z", "2026-10-25T01:59+01:00" }, { "2026-10-25T01:00:00Z", "2026-10-25T01:00+00:00" },
    { "2026-06-30T23:30:00Z", "2026-07-01T00:30+01:00" }, { "2026-12-31T23:59:00Z", "2026-12-31T23:59+00:00" },
    { "1969-12-31T23:00:00Z", "1969-12-31T23:00+00:00" },
  };
  gint64 moment;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *london = NULL;

      g_assert_true (circ_moment_from_iso (moments[i].utc, &moment));
      london = circ_moment_dup_london (moment);
      g_assert_cmpstr (london, ==, moments[i].london);
      g_assert_cmpint (circ_moment_get_day (moment), ==, day_of (london));
    }
  g_assert_false (circ_moment_from_iso ("2027-03-28", &moment));
  g_assert_false (circ_moment_from_iso (NULL, &moment));
}

static const CircMilestoneDate *
find_milestone (GArray *timeline,
                CircMilestone milestone)
{
  for (guint i = 0; i < timeline->len; i++)
    if (g_array_index (timeline, CircMilestoneDate, i).milestone == milestone)
      return &g_array_index (timeline, CircMilestoneDate, i);
  return NULL;
}

/* DOMAIN 4.3: which type has which milestone, and the notice that is the earlier of two. */
static void
test_timeline (void)
{
  g_autoptr (CircRulePack) pack = circ_test_new_rule_pack ();
  g_autoptr (CircWorkingDays) working_days = circ_test_new_working_days ();
  g_autoptr (GArray) cspr = circ_publication_timeline (working_days, pack, CIRC_REVIEW_CSPR, DAY ("2027-01-18"));
  g_autoptr (GArray) llr = circ_publication_timeline (working_days, pack, CIRC_REVIEW_LLR, DAY ("2027-01-18"));
  g_autoptr (GArray) sar = circ_publication_timeline (working_days, pack, CIRC_REVIEW_SAR, DAY ("2027-01-18"));
  g_autoptr (GArray) weeks = NULL;

  g_assert_cmpuint (cspr->len, ==, 12);
  g_assert_cmpuint (sar->len, ==, 11);
  g_assert_cmpuint (llr->len, ==, 10);
  g_assert_null (find_milestone (llr, CIRC_MILESTONE_STATUTORY_NOTICE));
  g_assert_true (find_milestone (llr, CIRC_MILESTONE_PUBLISHED)->optional);
  g_assert_false (find_milestone (cspr, CIRC_MILESTONE_PUBLISHED)->optional);
  assert_day (find_milestone (cspr, CIRC_MILESTONE_STATEMENT_APPROVED)->due_on, "2027-01-13");
  assert_day (find_milestone (cspr, CIRC_MILESTONE_MEMBERS_INFORMED)->due_on, "2027-01-15");
  assert_day (find_milestone (cspr, CIRC_MILESTONE_NATIONAL_REPOSITORY)->due_on, "2027-02-01");
  assert_day (find_milestone (cspr, CIRC_MILESTONE_AVAILABILITY_END)->due_on, "2028-01-18");
  assert_day (find_milestone (sar, CIRC_MILESTONE_ORGANISATIONS_INFORMED)->due_on, "2027-01-11");
  assert_day (find_milestone (cspr, CIRC_MILESTONE_STATUTORY_NOTICE)->due_on, "2027-01-07");
  g_assert_true (circ_milestone_is_statutory (CIRC_MILESTONE_PUBLISHED, CIRC_REVIEW_CSPR));
  g_assert_false (circ_milestone_is_statutory (CIRC_MILESTONE_PUBLISHED, CIRC_REVIEW_SAR));

  /* A pack that counts fewer working days never makes the notice shorter than seven days. */
  g_assert_true (circ_rule_pack_set_number (pack, CIRC_RULE_PREPUB_NOTICE_CSPR, 2, CIRC_UNIT_WORKING_DAY));
  weeks = circ_publication_timeline (working_days, pack, CIRC_REVIEW_CSPR, DAY ("2027-01-18"));
  assert_day (find_milestone (weeks, CIRC_MILESTONE_STATUTORY_NOTICE)->due_on, "2027-01-11");
  g_assert_false (circ_publication_check_notice (working_days, pack, CIRC_MILESTONE_STATUTORY_NOTICE, DAY ("2027-01-12"),
                                                 DAY ("2027-01-18")).met);
  g_assert_true (circ_publication_check_notice (working_days, pack, CIRC_MILESTONE_STATUTORY_NOTICE, DAY ("2027-01-11"),
                                                DAY ("2027-01-18")).met);
  assert_day (circ_publication_earliest (working_days, pack, CIRC_REVIEW_CSPR, DAY ("2026-11-23"),
                                         1u << CIRC_MILESTONE_PRACTITIONERS_INFORMED |
                                         1u << CIRC_MILESTONE_COMMS_PARTNERS_INFORMED), "2026-11-30");
}

static void
test_numbers (void)
{
  static const char *const wrong[] = { "", "9434765918", "94347659190", "943476591x", "943-476-5919", "٩٤٣٤٧٦٥٩١٩" };
  double value;

  g_assert_true (circ_nhs_number_is_valid ("9434765919"));
  g_assert_false (circ_nhs_number_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (circ_nhs_number_is_valid (wrong[i]));
  g_assert_true (circ_indicator_rate (9, 10, &value));
  g_assert_cmpfloat (value, ==, 90);
  g_assert_false (circ_indicator_rate (0, 0, &value));
  g_assert_false (circ_indicator_median (NULL, 0, &value));
}

static void
test_theme_days (void)
{
  static const char *const wrong[] = { "", "{}", "[7]", "[{}]", "[{\"name\":\"x\",\"rule\":{\"kind\":\"sometimes\"}}]" };
  g_autoptr (GPtrArray) theme_days = circ_test_new_theme_days ();
  const CircThemeDay *found = circ_theme_days_find (theme_days, "white ribbon day");
  CircDay from, to;
  gboolean provisional;

  g_assert_nonnull (found);
  g_assert_true (circ_theme_day_in_year (found, 2026, &from, &to, &provisional));
  assert_day (from, "2026-11-25");
  g_assert_false (provisional);
  found = circ_theme_days_find (theme_days, "Private Fostering Week");
  g_assert_cmpstr (found->name, ==, "Private Fostering Awareness Day");
  found = circ_theme_days_find (theme_days, "Safeguarding Adults Week");
  g_assert_true (circ_theme_day_in_year (found, 2027, &from, &to, &provisional));
  assert_day (to, "2027-11-19");
  g_assert_true (provisional);
  found = circ_theme_days_find (theme_days, "Children’s Mental Health Week");
  g_assert_true (circ_theme_day_in_year (found, 2026, &from, &to, &provisional));
  g_assert_false (circ_theme_day_in_year (found, 2027, &from, &to, &provisional));
  g_assert_null (circ_theme_days_find (theme_days, "Pancake Day"));
  /* A confirmed year beats the rule, and one that was only guessed at. */
  found = circ_theme_days_find (theme_days, "White Ribbon Day");
  circ_theme_day_add_year ((CircThemeDay *) found, 2026, DAY ("2026-11-23"), DAY ("2026-11-23"), FALSE);
  circ_theme_day_add_year ((CircThemeDay *) found, 2026, DAY ("2026-11-24"), DAY ("2026-11-24"), TRUE);
  circ_theme_day_add_year ((CircThemeDay *) found, 2026, DAY ("2026-11-22"), DAY ("2026-11-22"), FALSE);
  g_assert_true (circ_theme_day_in_year (found, 2026, &from, &to, &provisional));
  assert_day (from, "2026-11-24");
  g_assert_false (provisional);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i], strlen (wrong[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (circ_theme_days_parse (bytes, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-pack/shipped", test_shipped);
  g_test_add_func ("/rule-pack/edited", test_edited);
  g_test_add_func ("/rule-pack/refused", test_refused);
  g_test_add_func ("/rule-pack/clocks", test_clocks);
  g_test_add_func ("/rule-pack/london", test_london);
  g_test_add_func ("/rule-pack/timeline", test_timeline);
  g_test_add_func ("/rule-pack/numbers", test_numbers);
  g_test_add_func ("/rule-pack/theme-days", test_theme_days);
  return g_test_run ();
}
