/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of occurrences against a table that was worked out by hand from the rules of DOMAIN 5, with a printed calendar. */
#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "circ-calendar-actions.h"
#include "circ-calendar-report.h"
#include "circ-due-list.h"
#include "circ-evidence.h"
#include "circ-group.h"
#include "circ-meeting-dates.h"
#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-rules.h"
#include "circ-record-json.h"
#include "support.h"

static const char *const board_dates[] = {
  "2026-09-16", "2026-10-14", "2026-11-11", "2026-12-09", "2027-01-04", "2027-02-05",
  "2027-03-05", "2027-04-02", "2027-05-10", "2027-06-07", "2027-07-07", "2027-09-06", NULL,
};
static const char *const group_dates[] = {
  "2026-12-18", "2026-12-21", "2027-02-22", "2027-03-19", "2027-03-22", "2027-05-24", NULL,
};

/* Item, day, day to aim for, state on Saturday 21 November 2026. */
static const char *const rows[] = {
  /* One week before each Board meeting. The meeting of 9 December was moved to the 4th, that of 5 February cancelled. */
  "Papers|2026-09-09|2026-09-09|done",
  "Papers|2026-10-07|2026-10-07|done_late",
  "Papers|2026-11-04|2026-11-04|overdue",
  "Papers|2026-11-27|2026-11-27|due", /* Friday: five working days before is Friday the 20th */
  "Papers|2026-12-28|2026-12-24|scheduled", /* substitute for Boxing Day; Christmas and the weekend before it */
  "Papers|2027-01-29|2027-01-29|cancelled",
  "Papers|2027-02-26|2027-02-26|scheduled",
  "Papers|2027-03-26|2027-03-25|scheduled", /* Good Friday */
  "Papers|2027-05-03|2027-04-30|scheduled", /* early May */
  "Papers|2027-05-31|2027-05-28|scheduled", /* spring */
  "Papers|2027-06-30|2027-06-30|scheduled",
  "Papers|2027-08-30|2027-08-27|scheduled", /* summer */
  /* Within one week of each Board meeting. */
  "Decisions|2026-09-23|2026-09-23|not_required",
  "Decisions|2026-10-21|2026-10-21|evidence_missing",
  "Decisions|2026-11-18|2026-11-18|overdue",
  "Decisions|2026-12-11|2026-12-11|scheduled",
  "Decisions|2027-01-11|2027-01-11|scheduled",
  "Decisions|2027-02-12|2027-02-12|cancelled",
  "Decisions|2027-03-12|2027-03-12|scheduled",
  "Decisions|2027-04-09|2027-04-09|scheduled",
  "Decisions|2027-05-17|2027-05-17|scheduled",
  "Decisions|2027-06-14|2027-06-14|scheduled",
  "Decisions|2027-07-14|2027-07-14|scheduled",
  "Decisions|2027-09-13|2027-09-13|scheduled",
  /* Within one week of each meeting of the Training Group. */
  "Notes|2026-12-25|2026-12-24|scheduled", /* Christmas Day */
  "Notes|2026-12-28|2026-12-24|scheduled",
  "Notes|2027-03-01|2027-03-01|scheduled", /* over the end of a February of 28 days */
  "Notes|2027-03-26|2027-03-25|scheduled", /* Good Friday */
  "Notes|2027-03-29|2027-03-25|scheduled", /* Easter Monday */
  "Notes|2027-05-31|2027-05-28|scheduled",
  /* The Tuesday between 5 and 11 February; June; 25 November; 26 December; 29 February; a week before Easter. */
  "Internet|2027-02-09|2027-02-09|scheduled",
  "Programme|2026-06-30|2026-06-30|overdue",
  "Programme|2027-06-30|2027-06-30|scheduled",
  "Ribbon|2026-11-25|2026-11-25|due",
  "Boxing|2026-12-26|2026-12-24|scheduled", /* a Saturday behind Christmas Day */
  "Leap|2027-02-28|2027-02-26|scheduled", /* no leap year, and a Sunday */
  "Palm|2027-03-21|2027-03-19|scheduled", /* Easter is on 28 March 2027 */
  /* Every month from Sunday 31 May 2026. */
  "Monthly|2026-05-31|2026-05-29|overdue",
  "Monthly|2026-06-30|2026-06-30|overdue",
  "Monthly|2026-07-31|2026-07-31|overdue",
  "Monthly|2026-08-31|2026-08-28|overdue", /* summer bank holiday */
  "Monthly|2026-09-30|2026-09-30|overdue",
  "Monthly|2026-10-31|2026-10-30|overdue",
  "Monthly|2026-11-30|2026-11-30|scheduled", /* five working days before is Monday the 23rd */
  "Monthly|2026-12-31|2026-12-31|scheduled",
  "Monthly|2027-01-31|2027-01-29|scheduled",
  "Monthly|2027-02-28|2027-02-26|scheduled",
  "Monthly|2027-03-31|2027-03-31|scheduled", /* back to the 31st */
  "Monthly|2027-04-30|2027-04-30|scheduled",
  "Monthly|2027-05-31|2027-05-28|scheduled",
  "Monthly|2027-06-30|2027-06-30|scheduled",
  "Monthly|2027-07-31|2027-07-30|scheduled",
  "Monthly|2027-08-31|2027-08-31|scheduled",
  "Monthly|2027-09-30|2027-09-30|scheduled",
  "Monthly|2027-10-31|2027-10-29|scheduled",
  /* Within five working days of an update: on Monday 16 November, and on 22 December (23, 24, 29, 30, 31). */
  "Materials|2026-11-23|2026-11-23|due",
  "Materials|2026-12-31|2026-12-31|scheduled",
  "Materials|||awaiting_trigger",
  /* Two hours after an enquiry at half past midnight, in the nights in which the clocks change. */
  "Enquiry|2026-10-25|2026-10-25|overdue|2026-10-25T01:30:00Z",
  "Enquiry|2027-03-28|2027-03-28|scheduled|2027-03-28T02:30:00Z",
  "Enquiry|||awaiting_trigger",
  "Voices|||date_needed",
  "Campaigns|||awaiting_trigger",
  "Projects|||no_timing",
};

static CircRecord *
add_item (TestFile *file,
          const char *what,
          const char *when)
{
  CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, when);
  circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-04-01");
  circ_record_set_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY, g_str_equal (what, "Papers") ? "none" : "required");
  return test_add (file, item);
}

/* A rule that no strategy has words for, from JSON with apostrophes for quotes. */
static void
add_rule_item (TestFile *file,
               const char *what,
               const char *text)
{
  g_autoptr (CircRecord) item = add_item (file, what, "");
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rules, circ_plan_rule_new (0, circ_timing_from_json (node, &error)));
  g_assert_no_error (error);
  circ_plan_rules_save (file->store, item, rules, &error);
  g_assert_no_error (error);
}

static gint64
add_group (TestFile *file,
           const char *name)
{
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);

  circ_record_set_text (group, CIRC_GROUP_NAME, name);
  test_add (file, group);
  return circ_record_get_id (group);
}

static CircRecord *
find_one (TestFile *file,
          CircKindId kind,
          guint field,
          const char *day,
          int other,
          gint64 id)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, field, g_variant_new_string (day));
  if (other >= 0)
    circ_query_where_equal (query, (guint) other, g_variant_new_int64 (id));
  found = circ_store_find (file->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
set_text (TestFile *file,
          CircRecord *record,
          guint field,
          const char *text)
{
  g_autoptr (CircChange) change = circ_change_new ("Recorded");
  g_autoptr (GError) error = NULL;

  circ_change_set_text (change, record, field, text);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
}

static void
record (TestFile *file,
        CircRecord *item,
        const char *due_on,
        guint field,
        const char *text)
{
  g_autoptr (CircRecord) occurrence = find_one (file, CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_DUE_ON, due_on,
                                                CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));

  set_text (file, occurrence, field, text);
}

static void
add_triggers (TestFile *file)
{
  static const char *const triggers[][3] = {
    { "programme_updated", "2026-11-16", NULL },
    { "programme_updated", "2026-12-22", NULL },
    { "enquiry_received", "2026-10-25", "00:30" },
    { "enquiry_received", "2027-03-28", "00:30" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      circ_calendar_record_trigger (file->store, 0, triggers[i][0], triggers[i][1], triggers[i][2], NULL, &error);
      g_assert_no_error (error);
    }
}

static void
fill (TestFile *file)
{
  gint64 board, group;
  g_autoptr (CircRecord) papers = NULL;
  g_autoptr (CircRecord) decisions = NULL;
  g_autoptr (CircRecord) moved = NULL;
  g_autoptr (CircRecord) cancelled = NULL;
  g_autoptr (GError) error = NULL;

  test_open (file, "empty");
  circ_store_set_clock (file->store, "2026-11-21T12:00:00Z");
  board = add_group (file, "Harbour Board");
  group = add_group (file, "Training Group");
  papers = add_item (file, "Papers", "One week before Harbour Board meeting");
  decisions = add_item (file, "Decisions", "Within one week of Harbour Board meeting");
  g_object_unref (add_item (file, "Notes", "Within one week of Training Group meeting"));
  g_object_unref (add_item (file, "Internet", "2nd day of 2nd week of 2nd month"));
  g_object_unref (add_item (file, "Programme", "Publication of course programme in June each year"));
  add_rule_item (file, "Ribbon", "{'kind': 'fixed_date', 'month': 11, 'day': 25}");
  add_rule_item (file, "Boxing", "{'kind': 'fixed_date', 'month': 12, 'day': 26}");
  add_rule_item (file, "Leap", "{'kind': 'fixed_date', 'month': 2, 'day': 29}");
  add_rule_item (file, "Palm", "{'kind': 'easter_relative', 'easter_offset': -7}");
  add_rule_item (file, "Monthly", "{'kind': 'recurring', 'frequency': 'monthly', 'anchor_date': '2026-05-31'}");
  add_rule_item (file, "Enquiry", "{'kind': 'immediate', 'trigger': 'enquiry_received', 'offset': 2, 'unit': 'hour'}");
  g_object_unref (add_item (file, "Materials", "When programme is updated"));
  g_object_unref (add_item (file, "Voices", "Within identified timescales"));
  g_object_unref (add_item (file, "Campaigns", "As required"));
  g_object_unref (add_item (file, "Projects", ""));
  circ_calendar_add_meetings (file->store, board, board_dates, "14:00", "Guildhall", &error);
  g_assert_no_error (error);
  circ_calendar_add_meetings (file->store, group, group_dates, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (file, CIRC_KIND_MEETING), ==, 18);
  add_triggers (file);
  record (file, papers, "2026-09-09", CIRC_OCCURRENCE_COMPLETED_ON, "2026-09-08");
  record (file, papers, "2026-10-07", CIRC_OCCURRENCE_COMPLETED_ON, "2026-10-09");
  record (file, decisions, "2026-09-23", CIRC_OCCURRENCE_NOT_REQUIRED_REASON, "Nothing was decided.");
  record (file, decisions, "2026-10-21", CIRC_OCCURRENCE_COMPLETED_ON, "2026-10-20");
  moved = find_one (file, CIRC_KIND_MEETING, CIRC_MEETING_DATE, "2026-12-09", -1, 0);
  test_set_text (file, moved, CIRC_MEETING_DATE, "2026-12-04");
  cancelled = find_one (file, CIRC_KIND_MEETING, CIRC_MEETING_DATE, "2027-02-05", -1, 0);
  test_set_text (file, cancelled, CIRC_MEETING_STATUS, "cancelled");
}

static char *
describe (const CircDueLine *line)
{
  const char *const cells[] = {
    circ_record_get_text (line->item, CIRC_PLAN_ITEM_WHAT),
    circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON),
    circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_PLAN_BY),
  };
  const char *at = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_AT);

  return g_strdup_printf ("%s|%s|%s|%s%s%s", cells[0], cells[1] != NULL ? cells[1] : "", cells[2] != NULL ? cells[2] : "",
                          circ_occurrence_state_get_token (line->state), at != NULL ? "|" : "", at != NULL ? at : "");
}

static GHashTable *
list (CircStore *store,
      const char *from,
      const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = circ_due_list_new (store, from, to, TEST_TODAY, &error);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      CircDueLine *line = lines->pdata[i];

      /* What lies further ahead than a year is recorded, and no part of the table. */
      if (g_strcmp0 (circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON), to) <= 0)
        g_assert_true (g_hash_table_add (found, describe (line)));
    }
  return found;
}

static void
assert_table (CircStore *store)
{
  char from[11], to[11];
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  const char *extra;
  gboolean right = TRUE;

  circ_due_list_get_span (store, TEST_TODAY, from, to);
  g_assert_cmpstr (from, ==, "2026-04-01");
  g_assert_cmpstr (to, ==, "2027-11-21");
  found = list (store, from, to);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!g_hash_table_remove (found, rows[i]))
      {
        g_test_message ("missing: %s", rows[i]);
        right = FALSE;
      }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, (gpointer *) &extra, NULL))
    {
      g_test_message ("not in the table: %s", extra);
      right = FALSE;
    }
  g_assert_true (right);
}

static void
test_year (void)
{
  TestFile file;
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) >= 60);
  fill (&file);
  assert_table (file.store);
  /* The same when nothing is recorded ahead: the list works it out. And a leap year has its day. */
  found = list (file.store, "2026-04-01", "2028-03-31");
  g_assert_true (g_hash_table_contains (found, "Leap|2028-02-29|2028-02-29|scheduled"));
  g_assert_true (circ_store_check (file.store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  test_close (&file);
}

static icalcomponent *
read_calendar (GFile *target)
{
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  g_assert_true (g_file_load_contents (target, NULL, &text, NULL, NULL, NULL));
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  icalcomponent_strip_errors (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_check_restrictions (calendar), !=, 0);
  return calendar;
}

/* "summary|2026-12-02" of each entry whose uid begins with @prefix; uids into @uids, each only once. */
static GHashTable *
read_entries (icalcomponent *calendar,
              const char *prefix,
              GHashTable *uids)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      struct icaltimetype start = icalcomponent_get_dtstart (event);
      const char *uid = icalcomponent_get_uid (event);

      if (!g_str_has_prefix (uid, prefix))
        continue;
      g_assert_true (g_hash_table_add (uids, g_strdup (uid)));
      g_hash_table_add (entries, g_strdup_printf ("%s|%04d-%02d-%02d", icalcomponent_get_summary (event), start.year,
                                                  start.month, start.day));
    }
  return entries;
}

/* The dates of the calendar file are those of the list, and the same things have the same names each time. */
static void
test_calendar_file (void)
{
  TestFile file;
  char from[11], to[11];
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) due = NULL;
  g_autoptr (GHashTable) meetings = NULL;
  g_autoptr (GHashTable) themes = NULL;
  g_autoptr (GHashTable) second = NULL;
  g_autoptr (GError) error = NULL;
  icalcomponent *calendar;
  GHashTableIter iter;
  gpointer uid;
  guint n = 0;

  fill (&file);
  path = g_build_filename (file.folder, "plan.ics", NULL);
  target = g_file_new_for_path (path);
  circ_due_list_get_span (file.store, TEST_TODAY, from, to);
  circ_calendar_export_ics (file.store, from, to, TEST_TODAY, target, &error);
  g_assert_no_error (error);
  calendar = read_calendar (target);
  due = read_entries (calendar, "due-", uids);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);
      g_autofree char *entry = g_strdup_printf ("%s|%s", cells[0], cells[1]);

      if (*cells[1] == '\0')
        continue;
      g_test_message ("%s", entry);
      g_assert_true (g_hash_table_contains (due, entry));
      n++;
    }
  g_assert_cmpuint (g_hash_table_size (due), ==, n);
  meetings = read_entries (calendar, "meeting-", uids);
  g_assert_cmpuint (g_hash_table_size (meetings), ==, 18);
  g_assert_true (g_hash_table_contains (meetings, "Meeting: Harbour Board|2026-12-04"));
  themes = read_entries (calendar, "theme-", uids);
  g_assert_true (g_hash_table_contains (themes, "Safer Internet Day|2027-02-09"));
  g_assert_true (g_hash_table_contains (themes, "Safeguarding Adults Week (provisional)|2026-11-16"));
  icalcomponent_free (calendar);
  /* Written again over itself: each entry is known by the same name. */
  circ_calendar_export_ics (file.store, from, to, TEST_TODAY, target, &error);
  g_assert_no_error (error);
  calendar = read_calendar (target);
  second = read_entries (calendar, "", again);
  g_assert_cmpuint (g_hash_table_size (again), ==, g_hash_table_size (uids));
  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_assert_true (g_hash_table_contains (again, uid));
  icalcomponent_free (calendar);
  test_close (&file);
}

/* A board that meets on the second Wednesday does so in each month, and one on the fifth Monday on the last. */
static void
test_series (void)
{
  static const struct {
    const char *first;
    int every;
    CircSeries series;
    const char *lines;
  } cases[] = {
    { "2026-12-09", 1, CIRC_SERIES_WEEKDAYS, "09/12/2026\n13/01/2027\n10/02/2027\n10/03/2027\n" },
    { "2028-01-31", 1, CIRC_SERIES_WEEKDAYS, "31/01/2028\n28/02/2028\n27/03/2028\n24/04/2028\n" },
    { "2026-12-09", 3, CIRC_SERIES_WEEKDAYS, "09/12/2026\n10/03/2027\n09/06/2027\n08/09/2027\n" },
    { "2028-01-31", 1, CIRC_SERIES_MONTHS, "31/01/2028\n29/02/2028\n31/03/2028\n30/04/2028\n" },
    { "2026-12-09", 2, CIRC_SERIES_WEEKS, "09/12/2026\n23/12/2026\n06/01/2027\n20/01/2027\n" },
    { "4099-11-11", 1, CIRC_SERIES_WEEKDAYS, "11/11/4099\n09/12/4099\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = circ_meeting_dates_dup_series (cases[i].first, cases[i].every, cases[i].series, 4);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/dates/year", test_year);
  g_test_add_func ("/reports/dates/calendar-file", test_calendar_file);
  g_test_add_func ("/reports/dates/series", test_series);

  return g_test_run ();
}
