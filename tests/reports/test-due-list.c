/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-due-list.h"

#include <string.h>

#include "circ-calendar-actions.h"
#include "circ-calendar-report.h"
#include "circ-follow.h"
#include "circ-ics-writer.h"
#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-plan-rules.h"
#include "circ-record-json.h"
#include "support.h"

static GPtrArray *
list (CircStore *store,
      const char *today)
{
  char from[11], to[11];
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;

  circ_due_list_get_horizon (store, today, from, to, &error);
  g_assert_no_error (error);
  lines = circ_due_list_new (store, from, to, today, &error);
  g_assert_no_error (error);
  return lines;
}

/* What can be asked of a line after it is gone. */
typedef struct {
  gint64 item;
  CircWaiting waiting;
  CircOccurrenceState state;
} Waiting;

static void
add_waiting (const CircDueLine *line,
             gpointer data)
{
  Waiting waiting = { circ_record_get_id (line->item), line->waiting, line->state };

  g_array_append_val (data, waiting);
}

static GArray *
list_waiting (CircStore *store)
{
  g_autoptr (GError) error = NULL;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Waiting));

  circ_due_list_find_waiting (store, TEST_TODAY, add_waiting, lines, NULL, &error);
  g_assert_no_error (error);
  return lines;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* All that is said of each line, in any order, but whether it is recorded. */
static char *
dup_list (CircStore *store,
          const char *today)
{
  g_autoptr (GPtrArray) lines = list (store, today);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CircPlanFacts) facts = circ_plan_facts_new (store, NULL, today);
  g_autoptr (GError) error = NULL;

  circ_plan_facts_load (facts, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      char *text = circ_due_line_json_new (store, lines->pdata[i], facts);

      *g_strrstr (text, "\"id\":") = '\0';
      g_ptr_array_add (words, text);
    }
  g_ptr_array_sort (words, compare_texts);
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **) words->pdata);
}

/* Who only looks at a file that was never opened to write is told what the one who opens it is told. */
static void
test_before_and_after (void)
{
  TestFile file;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n;
  g_autoptr (GError) error = NULL;

  test_open (&file, "sample");
  circ_store_set_clock (file.store, "2026-11-27T12:00:00Z");
  circ_store_set_follow (file.store, NULL);
  n = test_count (&file, CIRC_KIND_OCCURRENCE);
  before = dup_list (file.store, "2026-11-27");
  g_assert_cmpint (test_count (&file, CIRC_KIND_OCCURRENCE), ==, n);
  circ_follow_bring_up_to_date (file.store, "2026-11-27", &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (&file, CIRC_KIND_OCCURRENCE), >, n);
  after = dup_list (file.store, "2026-11-27");
  g_assert_cmpstr (before, ==, after);
  test_close (&file);
}

static CircRecord *
add_meeting (TestFile *file,
             const char *date,
             const char *status)
{
  CircRecord *meeting = circ_record_new (CIRC_KIND_MEETING);

  circ_record_set_text (meeting, CIRC_MEETING_TITLE, date);
  circ_record_set_text (meeting, CIRC_MEETING_DATE, date);
  circ_record_set_text (meeting, CIRC_MEETING_STATUS, status);
  return test_add (file, meeting);
}

/* What hangs on a meeting that is not certain is not certain, near and far, in the list and in a calendar. */
static void
test_provisional (void)
{
  static const struct {
    const char *day;
    const char *status;
    gboolean provisional;
  } meetings[] = {
    { "2026-12-09", "planned", TRUE },   { "2026-12-16", "confirmed", FALSE }, { "2027-11-24", "planned", TRUE },
    { "2027-12-14", "planned", TRUE },   { "2027-12-15", "confirmed", FALSE }, { "2028-12-13", "planned", TRUE },
    { "2028-12-14", "cancelled", FALSE },
  };
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *text = NULL;
  guint found = 0;

  test_open (&file, "empty");
  circ_store_set_clock (file.store, "2026-11-21T12:00:00Z");
  circ_follow_attach (file.store);
  circ_follow_bring_up_to_date (file.store, "2027-12-01", &error);
  g_assert_no_error (error);
  item = test_add_item (&file, "Papers", "Staff", "Email", "Administrator", "On the day of each meeting");
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    g_object_unref (add_meeting (&file, meetings[i].day, meetings[i].status));
  lines = circ_due_list_new (file.store, "2026-04-01", "2027-11-21", TEST_TODAY, &error);
  g_assert_no_error (error);
  events = circ_calendar_list_events (file.store, "2026-04-01", "2028-12-31", TEST_TODAY, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      g_test_message ("%s", meetings[i].day);
      for (guint j = 0; j < lines->len; j++)
        {
          const CircDueLine *line = lines->pdata[j];

          if (g_strcmp0 (circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON), meetings[i].day) != 0)
            continue;
          g_assert_cmpint (line->provisional, ==, meetings[i].provisional);
          found++;
        }
      for (guint j = 0; j < events->len; j++)
        {
          const CircIcsEvent *event = events->pdata[j];

          if (g_str_equal (event->from, meetings[i].day) && !g_str_has_prefix (event->uid, "theme-"))
            g_assert_cmpint (event->tentative, ==, meetings[i].provisional);
        }
    }
  g_assert_cmpuint (found, >=, 5);
  path = g_build_filename (file.folder, "plan.ics", NULL);
  target = g_file_new_for_path (path);
  circ_calendar_export_ics (file.store, "2026-12-09", "2026-12-09", TEST_TODAY, target, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "STATUS:TENTATIVE"));
  g_assert_null (strstr (text, "STATUS:CONFIRMED"));
  g_clear_object (&item);
  test_close (&file);
}

/* Nobody opened the file for three years: what was due since is asked about, from where it was left. */
static void
test_gap (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GString) years = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  circ_store_set_clock (file.store, "2026-11-21T12:00:00Z");
  circ_follow_attach (file.store);
  circ_follow_bring_up_to_date (file.store, TEST_TODAY, &error);
  g_assert_no_error (error);
  item = test_add_item (&file, "Report", "Staff", "Email", "Administrator", "Every year on 1 June");
  circ_store_set_clock (file.store, "2030-11-21T12:00:00Z");
  before = dup_list (file.store, "2030-11-21");
  circ_follow_bring_up_to_date (file.store, "2030-11-21", &error);
  g_assert_no_error (error);
  after = dup_list (file.store, "2030-11-21");
  g_assert_cmpstr (before, ==, after);
  lines = list (file.store, "2030-11-21");
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (years, "%.4s ",
                            circ_record_get_text (((CircDueLine *) lines->pdata[i])->occurrence, CIRC_OCCURRENCE_DUE_ON));
  g_assert_cmpstr (years->str, ==, "2026 2027 2028 2029 2030 2031 ");
  g_clear_object (&item);
  test_close (&file);
}

/* An item of which nothing is understood needs a date once, however much it says; each rule that waits is a line. */
static void
test_waiting (void)
{
  static const struct {
    const char *when;
    guint n;
  } cases[] = {
    { "Every third week of the moon\nAt dusk", 1 },
    { "Every third week of the moon\nAs required\nAt dusk", 2 },
    { "", 1 },
    { "Every year in June\nAt dusk", 1 },
    { "When do they need to know? When do we need to know?", 2 },
  };
  TestFile file;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) lines = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (items, test_add_item (&file, "Lanterns", "Staff", "Email", "Administrator", cases[i].when));
  lines = list_waiting (file.store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      for (guint j = 0; j < lines->len; j++)
        n += g_array_index (lines, Waiting, j).item == circ_record_get_id (items->pdata[i]);
      g_test_message ("case %u", i + 1);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
  g_ptr_array_set_size (items, 0);
  test_close (&file);
}

static int
compare_waiting (gconstpointer a,
                 gconstpointer b)
{
  const Waiting *first = a;
  const Waiting *second = b;

  return (first->item > second->item) - (first->item < second->item);
}

/* @item has a date two days after each of @other */
static void
follow_item (TestFile *file,
             CircRecord *item,
             CircRecord *other)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  g_autoptr (GError) error = NULL;
  CircTiming *timing = circ_timing_new (CIRC_TIMING_LINKED);

  timing->anchor = CIRC_ANCHOR_PLAN_ITEM;
  timing->anchor_id = circ_record_get_id (other);
  timing->offset = 2;
  timing->unit = CIRC_UNIT_CALENDAR_DAY;
  circ_timing_normalise (timing);
  g_ptr_array_add (rules, circ_plan_rule_new (0, timing));
  circ_plan_rules_save (file->store, item, rules, &error);
  g_assert_no_error (error);
}

static void
ask_for (TestFile *file,
         CircRecord *item)
{
  g_autoptr (GError) error = NULL;

  circ_calendar_record_trigger (file->store, circ_record_get_id (item), NULL, TEST_TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
does_wait (GArray *lines,
           CircRecord *item)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Waiting, i).item == circ_record_get_id (item))
      return TRUE;
  return FALSE;
}

enum { ASKED, OTHER, FOLLOWER, FURTHER, YEARLY, CIRCLE, N_ENDS };

/* A plan that is read in pieces says what one that is read at once does: of the items at the ends of the pieces, of those
 * that were asked for, and of those that follow an item of another piece, from the start to the end and back. */
static void
test_waiting_in_pieces (void)
{
  static const char *const times[] = { "As required", "Every Monday", "At dusk", "Within two working days", "" };
  TestFile file;
  CircRecord *start[N_ENDS];
  CircRecord *end[N_ENDS];
  g_autoptr (CircChange) change = circ_change_new ("Many");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  for (guint i = 0; i < N_ENDS; i++)
    start[i] = test_add_item (&file, "Lanterns", "Staff", "Email", "Administrator", i < FOLLOWER ? "As required" : "");
  for (guint i = 0; i < 2503; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Lantern %u", i);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, times[i % G_N_ELEMENTS (times)]);
      circ_change_insert (change, item);
    }
  circ_store_apply (file.store, change, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_ENDS; i++)
    end[i] = test_add_item (&file, "Lanterns", "Staff", "Email", "Administrator", i < FOLLOWER ? "As required" : "");
  ask_for (&file, start[ASKED]);
  ask_for (&file, end[ASKED]);
  follow_item (&file, start[FOLLOWER], end[ASKED]);
  follow_item (&file, end[FOLLOWER], start[ASKED]);
  follow_item (&file, start[FURTHER], end[FOLLOWER]);
  follow_item (&file, end[FURTHER], start[OTHER]);
  test_set_text (&file, start[YEARLY], CIRC_PLAN_ITEM_WHEN_TEXT, "Every year on 1 March");
  follow_item (&file, end[YEARLY], start[YEARLY]);
  follow_item (&file, start[CIRCLE], end[CIRCLE]);
  follow_item (&file, end[CIRCLE], start[CIRCLE]);
  whole = list (file.store, TEST_TODAY);
  for (guint i = 0; i < whole->len; i++)
    if (((CircDueLine *) whole->pdata[i])->waiting != CIRC_WAITING_NONE)
      add_waiting (whole->pdata[i], expected);
  g_array_sort (expected, compare_waiting);
  lines = list_waiting (file.store);
  g_assert_false (does_wait (lines, start[FOLLOWER]) || does_wait (lines, end[FOLLOWER]) || does_wait (lines, start[FURTHER]));
  g_assert_false (does_wait (lines, end[YEARLY]));
  g_assert_true (does_wait (lines, end[FURTHER]) && does_wait (lines, start[CIRCLE]) && does_wait (lines, end[CIRCLE]));
  g_assert_cmpuint (lines->len, ==, expected->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const Waiting *one = &g_array_index (lines, Waiting, i);
      const Waiting *other = &g_array_index (expected, Waiting, i);

      g_assert_cmpint (one->item, ==, other->item);
      g_assert_cmpint (one->waiting, ==, other->waiting);
      g_assert_cmpint (one->state, ==, other->state);
    }
  /* Who no longer wants to know is not told the rest. */
  g_array_set_size (lines, 0);
  g_cancellable_cancel (cancelled);
  g_assert_false (circ_due_list_find_waiting (file.store, TEST_TODAY, add_waiting, lines, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lines->len, ==, 0);
  g_clear_pointer (&whole, g_ptr_array_unref);
  for (guint i = 0; i < N_ENDS; i++)
    {
      g_object_unref (start[i]);
      g_object_unref (end[i]);
    }
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/due-list/before-and-after", test_before_and_after);
  g_test_add_func ("/reports/due-list/provisional", test_provisional);
  g_test_add_func ("/reports/due-list/gap", test_gap);
  g_test_add_func ("/reports/due-list/waiting", test_waiting);
  g_test_add_func ("/reports/due-list/waiting-in-pieces", test_waiting_in_pieces);
  return g_test_run ();
}
