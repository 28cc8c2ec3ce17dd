/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-occurrence-plan.h"
#include "circ-rules-resources.h"
#include "circ-theme-days.h"

/* What the program ships in data/rules/, for the tests that need it. */

static inline GBytes *
circ_test_dup_data (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/circulate/Circulate/rules/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (circ_rules_get_resource (), path, 0, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

static inline CircWorkingDays *
circ_test_new_working_days (void)
{
  g_autoptr (GBytes) bytes = circ_test_dup_data ("bank-holidays.json");
  g_autoptr (GError) error = NULL;
  CircWorkingDays *working_days = circ_working_days_new (bytes, &error);

  g_assert_no_error (error);
  return working_days;
}

static inline CircRulePack *
circ_test_new_rule_pack (void)
{
  g_autoptr (GBytes) bytes = circ_test_dup_data ("england.json");
  g_autoptr (GError) error = NULL;
  CircRulePack *pack = circ_rule_pack_new (bytes, &error);

  g_assert_no_error (error);
  return pack;
}

static inline GPtrArray *
circ_test_new_theme_days (void)
{
  g_autoptr (GBytes) bytes = circ_test_dup_data ("theme-days.json");
  g_autoptr (GError) error = NULL;
  GPtrArray *theme_days = circ_theme_days_parse (bytes, &error);

  g_assert_no_error (error);
  return theme_days;
}

/* Of a plan that begins with April 2026, asked about on Saturday 21 November. */
static inline CircPlanInput
circ_test_new_plan_input (CircWorkingDays *working_days,
                          CircDay to)
{
  return (CircPlanInput) {
    .working_days = working_days,
    .calendar = CIRC_CALENDAR_ENGLAND_AND_WALES,
    .from = circ_day_from_iso ("2026-04-01"),
    .to = to,
    .today = circ_day_from_iso ("2026-11-21"),
  };
}

/* From JSON with apostrophes for quotes, so that tables of it can be read. */
static inline CircTiming *
circ_test_new_timing (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  CircTiming *timing;

  g_assert_no_error (error);
  timing = circ_timing_from_json (node, &error);
  g_assert_no_error (error);
  return timing;
}
