/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occurrences are kept in step with the plan and its calendar: in the same change, and nothing recorded is lost. */
#include "config.h"

#include "circ-calendar-actions.h"
#include "circ-due-list.h"
#include "circ-evidence.h"
#include "circ-follow.h"
#include "circ-group.h"
#include "circ-holiday.h"
#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-plan-facts.h"
#include "circ-plan-rules.h"
#include "circ-today-view.h"
#include "support.h"

typedef struct {
  TestFile file;
  CircRecord *item;
  gint64 board;
} Desk;

static void
check (GError *error)
{
  g_assert_no_error (error);
}

static void
set_up (Desk *desk,
        const char *when)
{
  static const char *const dates[] = { "2026-12-09", "2027-01-13", NULL };
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (GError) error = NULL;

  test_open (&desk->file, "empty");
  circ_store_set_clock (desk->file.store, "2026-11-21T12:00:00Z");
  circ_record_set_text (group, CIRC_GROUP_NAME, "Harbour Board");
  test_add (&desk->file, group);
  desk->board = circ_record_get_id (group);
  desk->item = test_add_item (&desk->file, "Papers", "Staff", "Email", "Administrator", when);
  circ_calendar_add_meetings (desk->file.store, desk->board, dates, NULL, NULL, &error);
  check (error);
}

static void
tear_down (Desk *desk)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (circ_store_check (desk->file.store, problems, NULL));
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_object (&desk->item);
  test_close (&desk->file);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* "2026-12-02 open, 2027-01-06 done" of all occurrences there are. */
static void
assert_occurrences (Desk *desk,
                    const char *expected)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) all = circ_store_find (desk->file.store, query, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      CircRecord *one = all->pdata[i];
      const char *state = circ_record_get (one, CIRC_OCCURRENCE_COMPLETED_ON) != NULL ? "done"
                          : circ_record_get (one, CIRC_OCCURRENCE_CANCELLED_ON) != NULL ? "cancelled"
                          : circ_record_get_bool (one, CIRC_OCCURRENCE_FIXED) ? "fixed" : "open";

      g_ptr_array_add (words, g_strdup_printf ("%s %s", circ_record_get_text (one, CIRC_OCCURRENCE_DUE_ON), state));
    }
  g_ptr_array_sort (words, compare_texts);
  g_ptr_array_add (words, NULL);
  text = g_strjoinv (", ", (char **) words->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static CircRecord *
find_occurrence (Desk *desk,
                 const char *due_on)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_OCCURRENCE_DUE_ON, g_variant_new_string (due_on));
  found = circ_store_find (desk->file.store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static CircRecord *
find_meeting (Desk *desk,
              const char *date)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEETING);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_MEETING_DATE, g_variant_new_string (date));
  found = circ_store_find (desk->file.store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
undo (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  circ_store_undo (desk->file.store, NULL, &error);
  check (error);
}

static void
test_meetings (void)
{
  Desk desk;
  g_autoptr (CircRecord) meeting = NULL;
  g_autoptr (CircRecord) first = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&desk, "One week before each meeting");
  assert_occurrences (&desk, "2026-12-02 open, 2027-01-06 open");
  /* Held in the hand: the live record has the new day as soon as the meeting has. */
  first = find_occurrence (&desk, "2026-12-02");
  meeting = find_meeting (&desk, "2026-12-09");
  test_set_text (&desk.file, meeting, CIRC_MEETING_DATE, "2026-12-16");
  g_assert_cmpstr (circ_record_get_text (first, CIRC_OCCURRENCE_DUE_ON), ==, "2026-12-09");
  g_assert_cmpstr (circ_record_get_text (meeting, CIRC_MEETING_MOVED_FROM), ==, "2026-12-09");
  assert_occurrences (&desk, "2026-12-09 open, 2027-01-06 open");
  test_set_text (&desk.file, meeting, CIRC_MEETING_STATUS, "cancelled");
  assert_occurrences (&desk, "2026-12-09 cancelled, 2027-01-06 open");
  g_assert_nonnull (circ_record_get_text (first, CIRC_OCCURRENCE_CANCELLED_REASON));
  test_set_text (&desk.file, meeting, CIRC_MEETING_STATUS, "planned");
  assert_occurrences (&desk, "2026-12-09 open, 2027-01-06 open");
  g_assert_null (circ_record_get (first, CIRC_OCCURRENCE_CANCELLED_REASON));
  undo (&desk);
  assert_occurrences (&desk, "2026-12-09 cancelled, 2027-01-06 open");
  undo (&desk);
  undo (&desk);
  assert_occurrences (&desk, "2026-12-02 open, 2027-01-06 open");
  g_assert_cmpstr (circ_record_get_text (meeting, CIRC_MEETING_DATE), ==, "2026-12-09");
  g_assert_null (circ_record_get (meeting, CIRC_MEETING_MOVED_FROM));
  undo (&desk);
  assert_occurrences (&desk, "");
  g_clear_object (&meeting);
  g_clear_object (&first);
  tear_down (&desk);
}

/* The first day that it was planned for is remembered, however often it moves; back there it was not moved. */
static void
test_moved_from (void)
{
  static const char *const days[][2] = {
    { "2026-12-16", "2026-12-09" }, { "2026-12-17", "2026-12-09" }, { "2026-12-09", NULL }, { "2026-12-10", "2026-12-09" },
  };
  Desk desk;
  g_autoptr (CircRecord) meeting = NULL;

  set_up (&desk, "As required");
  meeting = find_meeting (&desk, "2026-12-09");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      test_set_text (&desk.file, meeting, CIRC_MEETING_DATE, days[i][0]);
      g_assert_cmpstr (circ_record_get_text (meeting, CIRC_MEETING_MOVED_FROM), ==, days[i][1]);
    }
  g_clear_object (&meeting);
  tear_down (&desk);
}

/* What is done stays on its day, whatever becomes of the meeting, the rule and the item. */
static void
test_done (void)
{
  Desk desk;
  g_autoptr (CircRecord) meeting = NULL;
  g_autoptr (CircRecord) done = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&desk, "One week before each meeting");
  done = find_occurrence (&desk, "2026-12-02");
  test_set_text (&desk.file, done, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-20");
  meeting = find_meeting (&desk, "2026-12-09");
  test_set_text (&desk.file, meeting, CIRC_MEETING_DATE, "2026-12-16");
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 open");
  test_set_text (&desk.file, meeting, CIRC_MEETING_STATUS, "cancelled");
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 open");
  circ_store_set_clock (desk.file.store, "2026-11-22T12:00:00Z");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "As required");
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 cancelled");
  undo (&desk);
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 open");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_ARCHIVED_ON, TEST_TODAY);
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 cancelled");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_ARCHIVED_ON, NULL);
  assert_occurrences (&desk, "2026-12-02 done, 2027-01-06 open");
  g_clear_object (&meeting);
  g_clear_object (&done);
  tear_down (&desk);
}

/* A day that a person gave stays when the meeting moves, until the person lets go of it. */
static void
test_fixed (void)
{
  Desk desk;
  g_autoptr (CircRecord) meeting = NULL;
  g_autoptr (CircRecord) moved = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Let go");
  g_autoptr (GError) error = NULL;

  set_up (&desk, "One week before each meeting");
  moved = find_occurrence (&desk, "2026-12-02");
  test_set_text (&desk.file, moved, CIRC_OCCURRENCE_DUE_ON, "2026-12-05");
  /* A Saturday: Friday is aimed for, and it counts as due five working days before. */
  g_assert_cmpstr (circ_record_get_text (moved, CIRC_OCCURRENCE_PLAN_BY), ==, "2026-12-04");
  g_assert_cmpstr (circ_record_get_text (moved, CIRC_OCCURRENCE_LEAD_FROM), ==, "2026-11-27");
  meeting = find_meeting (&desk, "2026-12-09");
  test_set_text (&desk.file, meeting, CIRC_MEETING_DATE, "2026-12-16");
  assert_occurrences (&desk, "2026-12-05 fixed, 2027-01-06 open");
  circ_change_set (change, moved, CIRC_OCCURRENCE_FIXED, NULL);
  circ_store_apply (desk.file.store, change, &error);
  check (error);
  assert_occurrences (&desk, "2026-12-09 open, 2027-01-06 open");
  g_clear_object (&meeting);
  g_clear_object (&moved);
  tear_down (&desk);
}

/* A day proclaimed since moves what is aimed for, and an item that follows another goes with it. */
static void
test_reach (void)
{
  Desk desk;
  g_autoptr (CircRecord) holiday = circ_record_new (CIRC_KIND_HOLIDAY);
  g_autoptr (CircRecord) follower = NULL;
  g_autoptr (CircRecord) meeting = NULL;
  g_autoptr (CircRecord) first = NULL;
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  g_autoptr (GError) error = NULL;
  CircTiming *timing = circ_timing_new (CIRC_TIMING_LINKED);

  set_up (&desk, "One week before each meeting");
  follower = test_add_item (&desk.file, "Alert", "Staff", "Email", "Administrator", "");
  timing->anchor = CIRC_ANCHOR_PLAN_ITEM;
  timing->anchor_id = circ_record_get_id (desk.item);
  timing->offset = 2;
  timing->unit = CIRC_UNIT_CALENDAR_DAY;
  circ_timing_normalise (timing);
  g_ptr_array_add (rules, circ_plan_rule_new (0, timing));
  circ_plan_rules_save (desk.file.store, follower, rules, &error);
  check (error);
  assert_occurrences (&desk, "2026-12-02 open, 2026-12-04 open, 2027-01-06 open, 2027-01-08 open");
  meeting = find_meeting (&desk, "2026-12-09");
  test_set_text (&desk.file, meeting, CIRC_MEETING_DATE, "2026-12-16");
  assert_occurrences (&desk, "2026-12-09 open, 2026-12-11 open, 2027-01-06 open, 2027-01-08 open");
  first = find_occurrence (&desk, "2026-12-09");
  g_assert_cmpstr (circ_record_get_text (first, CIRC_OCCURRENCE_PLAN_BY), ==, "2026-12-09");
  circ_record_set_text (holiday, CIRC_HOLIDAY_TITLE, "Jubilee");
  circ_record_set_text (holiday, CIRC_HOLIDAY_KIND, "bank_holiday");
  circ_record_set_text (holiday, CIRC_HOLIDAY_STARTS_ON, "2026-12-09");
  test_add (&desk.file, holiday);
  g_assert_cmpstr (circ_record_get_text (first, CIRC_OCCURRENCE_PLAN_BY), ==, "2026-12-08");
  g_clear_object (&meeting);
  g_clear_object (&first);
  g_clear_object (&follower);
  g_clear_object (&holiday);
  tear_down (&desk);
}

/* Time goes on: the months that come into view are worked out once, and undo leaves them alone. */
/* Who looks for the right words leaves no cancelled dates behind; what somebody wrote in stays all the same. */
static void
test_tried (void)
{
  Desk desk;
  g_autoptr (CircRecord) noted = NULL;
  g_autoptr (CircRecord) shown = NULL;
  g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);

  set_up (&desk, "Every year on 1 March");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "Every year on 1 February");
  assert_occurrences (&desk, "2027-02-01 open");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "As required");
  assert_occurrences (&desk, "");
  undo (&desk);
  assert_occurrences (&desk, "2027-02-01 open");

  noted = find_occurrence (&desk, "2027-02-01");
  test_set_text (&desk.file, noted, CIRC_OCCURRENCE_NOTES, "Ask the printer");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "One week before each meeting");
  assert_occurrences (&desk, "2026-12-02 open, 2027-01-06 open, 2027-02-01 cancelled");
  shown = find_occurrence (&desk, "2027-01-06");
  circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (shown));
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Minutes");
  test_add (&desk.file, evidence);
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "As required");
  assert_occurrences (&desk, "2027-01-06 cancelled, 2027-02-01 cancelled");
  tear_down (&desk);
}

/* What the table knows of an item while the plan changes is what it would know after another start. */
static void
test_table (void)
{
  static const char *const whens[] = { "Every year on 1 February", "As required", "Monthly", "In June" };
  TestFile file = { 0 };
  g_autoptr (CircPlanFacts) facts = NULL;
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  test_open (&file, "sample");
  circ_store_set_clock (file.store, "2026-11-21T12:00:00Z");
  facts = circ_plan_facts_new (file.store, NULL, TEST_TODAY);
  items = circ_store_find (file.store, query, NULL);
  g_assert_cmpuint (items->len, >, 30);
  for (guint i = 0; i < items->len; i++)
    {
      CircRecord *item = items->pdata[i];
      gint64 id = circ_record_get_id (item);
      g_autoptr (CircPlanFacts) fresh = NULL;

      circ_plan_facts_get_state (facts, item);
      test_set_text (&file, item, CIRC_PLAN_ITEM_WHEN_TEXT, whens[i % G_N_ELEMENTS (whens)]);
      fresh = circ_plan_facts_new (file.store, NULL, TEST_TODAY);
      g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, circ_plan_facts_get_state (fresh, item));
      g_assert_cmpstr (circ_plan_facts_get_next_due (facts, id), ==, circ_plan_facts_get_next_due (fresh, id));
    }
  g_clear_object (&facts);
  test_close (&file);
}

static void
test_upkeep (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;

  set_up (&desk, "Every year on 1 March");
  assert_occurrences (&desk, "2027-03-01 open");
  circ_follow_bring_up_to_date (desk.file.store, "2027-02-01", &error);
  check (error);
  assert_occurrences (&desk, "2027-03-01 open, 2028-03-01 open");
  circ_follow_bring_up_to_date (desk.file.store, "2027-02-01", &error);
  check (error);
  assert_occurrences (&desk, "2027-03-01 open, 2028-03-01 open");
  g_assert_cmpstr (circ_store_get_undo_title (desk.file.store), ==, "Added 2 meetings: Harbour Board");
  tear_down (&desk);
}

/* A plan that was kept by hand until today is not told that half of it is late. */
static void
test_kept_by_hand (void)
{
  Desk desk = { 0 };
  g_autoptr (CircChange) change = circ_change_new ("Renamed");
  g_autoptr (GError) error = NULL;

  test_open (&desk.file, "empty");
  circ_store_set_clock (desk.file.store, "2026-11-21T12:00:00Z");
  circ_store_set_follow (desk.file.store, NULL);
  desk.item = test_add_item (&desk.file, "Papers", "Staff", "Email", "Administrator", "Every year on 1 June");
  circ_follow_attach (desk.file.store);
  circ_follow_bring_up_to_date (desk.file.store, "2026-11-21", &error);
  check (error);
  assert_occurrences (&desk, "2027-06-01 open");
  circ_store_set_clock (desk.file.store, "2026-11-22T12:00:00Z");
  circ_change_set_text (change, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "Every year in July");
  circ_store_apply (desk.file.store, change, &error);
  check (error);
  assert_occurrences (&desk, "2027-06-01 cancelled, 2027-07-31 open");
  tear_down (&desk);
}

static void
assert_due (Desk *desk,
            const char *due_on)
{
  g_autoptr (CircRecord) found = find_occurrence (desk, due_on);

  g_assert_null (circ_record_get (found, CIRC_OCCURRENCE_COMPLETED_ON));
  g_assert_null (circ_record_get (found, CIRC_OCCURRENCE_CANCELLED_ON));
}

/* What was done of a series takes no day of the one that follows it, and what was done for a meeting is not asked again. */
static void
test_changed (void)
{
  Desk desk;
  g_autoptr (CircRecord) august = NULL;
  g_autoptr (CircRecord) papers = NULL;

  set_up (&desk, "Monthly");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-04-01");
  august = find_occurrence (&desk, "2026-08-01");
  test_set_text (&desk.file, august, CIRC_OCCURRENCE_COMPLETED_ON, "2026-08-01");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "Quarterly");
  assert_due (&desk, "2027-04-01");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHAT_NOTES, "Planned again, with two of the same number");
  assert_due (&desk, "2027-04-01");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "Monthly");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-08-01");
  assert_due (&desk, "2026-12-01");
  g_object_unref (find_occurrence (&desk, "2026-08-01"));
  g_clear_object (&august);
  tear_down (&desk);

  set_up (&desk, "One week before each meeting");
  papers = find_occurrence (&desk, "2026-12-02");
  test_set_text (&desk.file, papers, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-20");
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_WHEN_TEXT, "Two weeks before each meeting");
  assert_occurrences (&desk, "2026-12-02 done, 2026-12-30 open");
  g_clear_object (&papers);
  tear_down (&desk);
}

static void
add_state (const CircDueLine *line,
           gpointer data)
{
  g_array_append_val (data, line->state);
}

/* The groups of the morning of Saturday 21 November. */
static void
test_today (void)
{
  static const struct {
    CircTodayGroup group;
    const char *day;
  } days[] = {
    { CIRC_TODAY_OVERDUE, "2026-11-20" },   { CIRC_TODAY_TODAY, "2026-11-21" },     { CIRC_TODAY_WEEK, "2026-11-22" },
    { CIRC_TODAY_FORTNIGHT, "2026-11-23" }, { CIRC_TODAY_FORTNIGHT, "2026-12-05" }, { CIRC_N_TODAY_GROUPS, "2026-12-07" },
  };
  Desk desk;
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (CircOccurrenceState));

  set_up (&desk, "As required");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_object_unref (test_add_occurrence (&desk.file, desk.item, days[i].day, NULL));
  for (CircTodayGroup group = 0; group < CIRC_TODAY_AWAITING_TRIGGER; group++)
    {
      g_autoptr (CircQuery) query = circ_today_dup_query (group, TEST_TODAY);
      g_autoptr (GPtrArray) found = circ_store_find (desk.file.store, query, NULL);
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        if (days[i].group == group)
          g_assert_cmpstr (circ_record_get_text (found->pdata[n++], CIRC_OCCURRENCE_DUE_ON), ==, days[i].day);
      g_assert_cmpuint (found->len, ==, n);
    }
  g_assert_null (circ_today_dup_query (CIRC_TODAY_WEEK, "2026-11-22"));
  g_assert_cmpint (circ_today_count_pressing (desk.file.store, TEST_TODAY, NULL), ==, 2);
  g_assert_true (circ_due_list_find_waiting (desk.file.store, TEST_TODAY, add_state, waiting, NULL, NULL));
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpint (g_array_index (waiting, CircOccurrenceState, 0), ==, CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER);
  g_array_set_size (waiting, 0);
  g_assert_true (circ_today_view_find_waiting (&(CircTodayView) { desk.board, NULL }, desk.file.store, TEST_TODAY, add_state,
                                               waiting, NULL, NULL));
  g_assert_cmpuint (waiting->len, ==, 0);
  /* What was put away is nobody's to do. */
  test_set_text (&desk.file, desk.item, CIRC_PLAN_ITEM_ARCHIVED_ON, TEST_TODAY);
  g_assert_cmpint (circ_today_count_pressing (desk.file.store, TEST_TODAY, NULL), ==, 0);
  tear_down (&desk);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/follow/meetings", test_meetings);
  g_test_add_func ("/reports/follow/moved-from", test_moved_from);
  g_test_add_func ("/reports/follow/done", test_done);
  g_test_add_func ("/reports/follow/fixed", test_fixed);
  g_test_add_func ("/reports/follow/reach", test_reach);
  g_test_add_func ("/reports/follow/tried", test_tried);
  g_test_add_func ("/reports/follow/table", test_table);
  g_test_add_func ("/reports/follow/upkeep", test_upkeep);
  g_test_add_func ("/reports/follow/kept-by-hand", test_kept_by_hand);
  g_test_add_func ("/reports/follow/changed", test_changed);
  g_test_add_func ("/reports/follow/today", test_today);
  return g_test_run ();
}
