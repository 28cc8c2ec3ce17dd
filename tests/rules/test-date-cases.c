/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-clocks.h"
#include "circ-indicators.h"
#include "circ-nhs-number.h"
#include "circ-publication.h"
#include "circ-report-year.h"
#include "date-cases.h"

/*
 * Runs every case of a JSON file: an array of id, fn, input and expected. The file is the argument; without one, the
 * suite's own copy. Here is only the way from its words to our functions and back; a function that it does not name
 * as one of ours is a failure.
 */

DateCaseRules date_case_rules;

static JsonNode *
easter_sunday (const char *fn,
               JsonObject *input)
{
  return day_node (circ_day_easter (get_number (input, "year")));
}

static JsonNode *
bank_holidays (const char *fn,
               JsonObject *input)
{
  JsonArray *days = json_array_new ();
  CircCalendar calendar = EW;
  g_autoptr (GArray) holidays = NULL;

  g_assert_true (circ_calendar_from_token (get_text (input, "division"), &calendar));
  holidays = circ_working_days_list_holidays (date_case_rules.working_days, calendar, get_number (input, "year"));
  for (guint i = 0; i < holidays->len; i++)
    {
      char iso[11];

      circ_day_to_iso (g_array_index (holidays, CircBankHoliday, i).day, iso);
      json_array_add_string_element (days, iso);
    }
  return array_node (days);
}

static CircCalendar
get_calendar (JsonObject *input)
{
  CircCalendar calendar = EW;

  if (json_object_has_member (input, "calendar"))
    g_assert_true (circ_calendar_from_token (get_text (input, "calendar"), &calendar));
  return calendar;
}

static JsonNode *
is_working_day (const char *fn,
                JsonObject *input)
{
  return json_node_init_boolean (json_node_alloc (),
                                 circ_working_days_is_working (date_case_rules.working_days, get_calendar (input),
                                                               CIRC_CLOSURES_IGNORED, get_day (input, "date")));
}

static JsonNode *
add_working_days (const char *fn,
                  JsonObject *input)
{
  return day_node (circ_working_days_add (date_case_rules.working_days, get_calendar (input), CIRC_CLOSURES_IGNORED,
                                          get_day (input, "date"), get_number (input, "n")));
}

static JsonNode *
serious_incident (const char *fn,
                  JsonObject *input)
{
  return day_node (circ_clock_serious_incident_due (date_case_rules.working_days, date_case_rules.pack, get_day (input, "aware_on")));
}

static JsonNode *
rapid_review (const char *fn,
              JsonObject *input)
{
  return day_node (circ_clock_rapid_review_due (date_case_rules.working_days, date_case_rules.pack, get_day (input, "clock_start")));
}

static JsonNode *
add_months (const char *fn,
            JsonObject *input)
{
  return day_node (circ_day_add_months (get_day (input, "date"), get_number (input, "months")));
}

static void
add_milestone (JsonObject *timeline,
               const CircMilestoneDate *date)
{
  static const char *const names[CIRC_N_MILESTONES] = {
    [CIRC_MILESTONE_PRACTITIONERS_INFORMED] = "practitioners_informed",
    [CIRC_MILESTONE_COMMS_PARTNERS_INFORMED] = "communications_partners_informed",
    [CIRC_MILESTONE_ORGANISATIONS_INFORMED] = "related_organisations_informed",
    [CIRC_MILESTONE_STATUTORY_NOTICE] = "statutory_notice_panel_dfe_ofsted",
    [CIRC_MILESTONE_BRIEFINGS_AVAILABLE] = "briefings_available",
    [CIRC_MILESTONE_LEARNING_EVENT] = "learning_event_by",
  };
  JsonObject *milestone;

  if (names[date->milestone] == NULL)
    return;
  milestone = json_object_new ();
  json_object_set_member (milestone, "due", day_node (date->due_on));
  if (date->milestone == CIRC_MILESTONE_STATUTORY_NOTICE)
    {
      json_object_set_member (milestone, "seed_7_days", day_node (date->seven_days_before));
      json_object_set_member (milestone, "seven_working_days", day_node (date->notice_before));
    }
  else if (date->milestone != CIRC_MILESTONE_BRIEFINGS_AVAILABLE)
    json_object_set_member (milestone, "plan_by", day_node (date->plan_by));
  json_object_set_object_member (timeline, names[date->milestone], milestone);
}

static CircReviewType
get_review_type (JsonObject *input)
{
  CircReviewType type = CIRC_N_REVIEW_TYPES;

  g_assert_true (circ_review_type_from_token (get_text (input, "type"), &type));
  return type;
}

static JsonNode *
publication_timeline (const char *fn,
                      JsonObject *input)
{
  JsonObject *timeline = json_object_new ();
  g_autoptr (GArray) dates = circ_publication_timeline (date_case_rules.working_days, date_case_rules.pack, get_review_type (input),
                                                        get_day (input, "planned_publication"));

  for (guint i = 0; i < dates->len; i++)
    add_milestone (timeline, &g_array_index (dates, CircMilestoneDate, i));
  return object_node (timeline);
}

/* What a case calls a notice, by the beginning of its name. */
static const struct {
  const char *name;
  CircMilestone milestone;
} notices[] = {
  { "practitioners", CIRC_MILESTONE_PRACTITIONERS_INFORMED },
  { "comm", CIRC_MILESTONE_COMMS_PARTNERS_INFORMED },
  { "related_organisations", CIRC_MILESTONE_ORGANISATIONS_INFORMED },
  { "organisations", CIRC_MILESTONE_ORGANISATIONS_INFORMED },
  { "statutory", CIRC_MILESTONE_STATUTORY_NOTICE },
  { "notice", CIRC_MILESTONE_STATUTORY_NOTICE },
};

static JsonNode *
earliest_publication_date (const char *fn,
                           JsonObject *input)
{
  JsonArray *names = json_object_get_array_member (input, "done");
  guint done = 0;

  for (guint i = 0; i < json_array_get_length (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (notices); j++)
      if (g_str_has_prefix (json_array_get_string_element (names, i), notices[j].name))
        done |= 1u << notices[j].milestone;
  return day_node (circ_publication_earliest (date_case_rules.working_days, date_case_rules.pack, get_review_type (input),
                                              get_day (input, "today"), done));
}

static JsonNode *
replan (const char *fn,
        JsonObject *input)
{
  CircReviewType type = get_review_type (input);
  CircDay planned = get_day (input, "new_publication");

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autoptr (GList) names = json_object_get_members (input);

      for (GList *l = names; l != NULL; l = l->next)
        if (g_str_has_prefix (l->data, notices[i].name))
          {
            CircNotice notice = circ_publication_check_notice (date_case_rules.working_days, date_case_rules.pack, notices[i].milestone,
                                                               get_day (input, l->data), planned);
            gboolean working = notice.unit == CIRC_UNIT_WORKING_DAY;
            gboolean tell = circ_milestone_is_statutory (notices[i].milestone, type);
            g_autofree char *minimum = g_strdup_printf (working ? "breach of %d-working-day minimum"
                                                                : "breach of %d-day minimum", notice.needed);

            return text_node (g_strdup_printf ("%d %s notice: %s%s", notice.given, working ? "working days" : "days",
                                               notice.met ? "still met" : minimum,
                                               tell ? "; task created to tell the Panel, DfE and Ofsted the new date"
                                                    : ""));
          }
    }
  return NULL;
}

static JsonNode *
subject_access (const char *fn,
                JsonObject *input)
{
  return day_node (circ_clock_subject_access_due (date_case_rules.working_days, date_case_rules.pack, get_day (input, "received"),
                                                  get_number (input, "months") > 1));
}

static JsonNode *
freedom_of_information (const char *fn,
                        JsonObject *input)
{
  CircDay received = get_day (input, "received");
  CircDay due = circ_clock_freedom_of_information_due (date_case_rules.working_days, date_case_rules.pack, received);
  CircDay england = circ_working_days_add (date_case_rules.working_days, EW, CIRC_CLOSURES_IGNORED, received, 20);
  g_autofree char *text = dup_day (due);
  char iso[11];

  if (england == due)
    return day_node (due);
  circ_day_to_iso (england, iso);
  return text_node (g_strdup_printf ("%s [England-only answer would be %s]", text, iso));
}

/* A case names the zone in brackets where it means to. */
static JsonNode *
breach_notice (const char *fn,
               JsonObject *input)
{
  g_auto (GStrv) words = g_strsplit (get_text (input, "aware_at"), " ", 2);
  g_autofree char *iso = NULL;
  g_autofree char *padded = NULL;
  gint64 aware, due;

  /* GLib reads seconds or none at all. */
  padded = strlen (words[0]) == 22 ? g_strdup_printf ("%.16s:00%s", words[0], words[0] + 16) : g_strdup (words[0]);
  if (!circ_moment_from_iso (padded, &aware))
    return NULL;
  due = circ_clock_breach_notice_due (date_case_rules.pack, aware);
  iso = circ_moment_dup_london (due);
  if (words[1] == NULL)
    return text_node (g_steal_pointer (&iso));
  return text_node (g_strdup_printf ("%s (%s)", iso, circ_moment_get_offset (due) != 0 ? "BST" : "GMT"));
}

static JsonNode *
financial_year (const char *fn,
                JsonObject *input)
{
  g_autofree char *date = g_strndup (get_text (input, "date"), 10);
  CircReportYear year;

  circ_report_year_init (&year, "financial", date);
  return text_node (g_strdup_printf ("%d/%02d", year.start, (year.start + 1) % 100));
}

static JsonNode *
on_time_rate (const char *fn,
              JsonObject *input)
{
  double rate;

  if (!circ_indicator_rate ((guint) get_number (input, "on_time"), (guint) get_number (input, "due"), &rate))
    return text_node (g_strdup ("not applicable (no items due)"));
  return text_node (g_strdup_printf ("%g%%", rate));
}

static JsonNode *
median_minutes (const char *fn,
                JsonObject *input)
{
  JsonArray *array = json_object_get_array_member (input, "values");
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double median;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      double value = json_array_get_double_element (array, i);

      g_array_append_val (values, value);
    }
  if (!circ_indicator_median ((const double *) (gpointer) values->data, values->len, &median))
    return text_node (g_strdup ("not applicable (no values)"));
  return text_node (g_strdup_printf ("%g", median));
}

static JsonNode *
age_in_years (const char *fn,
              JsonObject *input)
{
  return json_node_init_int (json_node_alloc (),
                             circ_day_age_in_years (get_day (input, "date_of_birth"), get_day (input, "on")));
}

static JsonNode *
nhs_number (const char *fn,
            JsonObject *input)
{
  return json_node_init_boolean (json_node_alloc (), circ_nhs_number_is_valid (get_text (input, "value")));
}

/* The beginning of the name is enough: cases add in words which parameters they mean. */
static const struct {
  const char *name;
  JsonNode *(*run) (const char *fn,
                    JsonObject *input);
} functions[] = {
  { "easter_sunday", easter_sunday },
  { "bank_holidays", bank_holidays },
  { "is_working_day", is_working_day },
  { "add_working_days", add_working_days },
  { "serious_incident_notification_due", serious_incident },
  { "rapid_review_due", rapid_review },
  { "add_months", add_months },
  { "publication_timeline", publication_timeline },
  { "earliest_publication_date", earliest_publication_date },
  { "replan", replan },
  { "when.after_", date_case_when_event },
  { "when.before_", date_case_when_event },
  { "when.month_window", date_case_when_month_window },
  { "when.recurring", date_case_when_recurring },
  { "strategy review +6 months then yearly", date_case_strategy_review },
  { "quarterly", date_case_when_recurring },
  { "safer_internet_day", date_case_theme_day },
  { "nth_weekday", date_case_theme_day },
  { "fixed_range", date_case_theme_day },
  { "fixed_date", date_case_theme_day },
  { "subject_access_due", subject_access },
  { "foi_due", freedom_of_information },
  { "breach_notice_due", breach_notice },
  { "financial_year", financial_year },
  { "on_time_rate", on_time_rate },
  { "median_response_minutes", median_minutes },
  { "age_in_years", age_in_years },
  { "nhs_number_valid", nhs_number },
};

static JsonNode *
run (const char *fn,
     JsonObject *input)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_has_prefix (fn, functions[i].name))
      return functions[i].run (fn, input);
  return NULL;
}

static void
test_case (gconstpointer data)
{
  JsonObject *row = (JsonObject *) data;
  JsonNode *expected = json_object_get_member (row, "expected");
  g_autoptr (JsonNode) got = run (get_text (row, "fn"), json_object_get_object_member (row, "input"));
  g_autofree char *expected_text = NULL;
  g_autofree char *got_text = NULL;

  if (got != NULL && json_node_equal (got, expected))
    return;
  expected_text = json_to_string (expected, FALSE);
  got_text = got != NULL ? json_to_string (got, FALSE) : g_strdup_printf ("no answer from %s", get_text (row, "fn"));
  g_test_message ("%s: expected %s, got %s", get_text (row, "id"), expected_text, got_text);
  g_test_fail ();
}

int
main (int argc,
      char **argv)
{
  /* A case that fails is named, and the others run all the same. */
  g_autofree char **arguments = g_new0 (char *, argc + 2);
  int n_arguments = argc + 1;
  char **parsed = arguments;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *own = NULL;
  const char *source = g_getenv ("CIRC_SOURCE_DIR");
  JsonArray *cases;

  arguments[0] = argv[0];
  arguments[1] = (char *) "--keep-going";
  for (int i = 1; i < argc; i++)
    arguments[i + 1] = argv[i];
  g_test_init (&n_arguments, &parsed, NULL);
  own = g_build_filename (source != NULL ? source : ".", "tests", "rules", "date-cases.json", NULL);
  if (!json_parser_load_from_file (parser, n_arguments > 1 ? parsed[1] : own, &error))
    g_error ("%s", error->message);
  date_case_rules.working_days = circ_test_new_working_days ();
  date_case_rules.pack = circ_test_new_rule_pack ();
  date_case_rules.theme_days = circ_test_new_theme_days ();
  cases = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *row = json_array_get_object_element (cases, i);
      g_autofree char *path = g_strdup_printf ("/date-cases/%s", get_text (row, "id"));

      g_test_add_data_func (path, row, test_case);
    }
  {
    int status = g_test_run ();

    circ_working_days_unref (date_case_rules.working_days);
    circ_rule_pack_free (date_case_rules.pack);
    g_ptr_array_unref (date_case_rules.theme_days);
    return status;
  }
}
