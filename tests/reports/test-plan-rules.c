/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-rules.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "circ-follow.h"
#include "circ-group.h"
#include "circ-plan-facts.h"
#include "circ-plan-import.h"
#include "circ-record-json.h"
#include "support.h"

/* The kinds of DOMAIN 3.6, rows STK 1 to 17, with the words they come from. */
static const struct {
  const char *what;
  const char *when;
  const char *kinds;
} rows[] = {
  { "Essential information", "Within one week of meeting", "after_event" },
  { "Papers for meetings", "One week in advance of scheduled meeting", "before_event" },
  { "Identified papers", "Within one week of meeting taking place", "after_event held" },
  { "Implementation sub-group information", "Within one week of meeting", "after_event" },
  { "Online safety information\nSafer Internet Day\n(2nd day of 2nd week of 2nd month)", "On-going",
    "ongoing|weekday_in_window" },
  { "Policy and procedures", "Within one week of meeting", "after_event" },
  { "Training programmes", "Publication of course programme in June each year\nNew courses as developed",
    "month_window|on_event course_created" },
  { "Single agency training", "Publication of events\nLinks to multi-agency programme", "on_event event_published|linked" },
  { "Updated training materials", "When programme is updated", "on_event programme_updated" },
  { "Publicity information", "Within identified timescales", "agreed_date" },
  { "Audit information", "As information becomes available", "on_event information_available" },
  { "Learning from reviews", "Following publication of SCR, Completion of Reviews",
    "on_event review_published|on_event review_completed" },
  { "National theme events", "As per calendar of events and links to safeguarding priorities", "theme_calendar priority" },
  { "Campaigns", "As required", "as_required" },
  { "Government publications", "On publication", "on_event government_document_published" },
  { "Collaborative projects", "", "unspecified" },
  { "Key messages", "As requested subject to new developments", "on_request partnership|on_event new_development" },
};

/* "on_event course_created|month_window": of each rule its kind and the one word that matters. */
static char *
describe (CircStore *store,
          CircRecord *item)
{
  g_autofree char *text = circ_record_json_new (store, item, NULL);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *when = json_object_get_array_member (json_node_get_object (root), "when");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (when); i++)
    {
      JsonObject *rule = json_array_get_object_element (when, i);
      static const char *const members[] = { "trigger", "tag", "requested_by" };

      g_assert_cmpint (json_object_get_int_member (rule, "rule"), ==, i + 1);
      g_assert_cmpint (strlen (json_object_get_string_member (rule, "sentence")), >, 0);
      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", json_object_get_string_member (rule, "kind"));
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        if (json_object_has_member (rule, members[j]))
          g_string_append_printf (words, " %s", json_object_get_string_member (rule, members[j]));
      if (json_object_has_member (rule, "anchor") &&
          json_object_has_member (json_object_get_object_member (rule, "anchor"), "state"))
        g_string_append (words, " held");
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GBytes *
make_plan (void)
{
  GString *csv = g_string_new ("What needs to be communicated,When\n");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (csv, "\"%s\",\"%s\"\n", rows[i].what, rows[i].when);
  return g_string_free_to_bytes (csv);
}

static void
test_import (void)
{
  TestFile file;
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (CircPlanImport) import = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  import = circ_plan_import_new_for_bytes (file.store, plan, "plan.csv", TEST_TODAY, &error);
  g_assert_no_error (error);
  circ_plan_import_apply (import, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CircRecord *item = circ_plan_import_get_row (import, i)->item;
      g_autofree char *kinds = describe (file.store, item);

      g_assert_cmpstr (kinds, ==, rows[i].kinds);
      g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, *rows[i].when ? rows[i].when : NULL);
    }
  g_clear_object (&import);
  test_close (&file);
}

static void
set_when_text (TestFile *file,
               CircRecord *item,
               const char *text)
{
  g_autoptr (CircChange) change = circ_change_new ("Edited");
  g_autoptr (GError) error = NULL;

  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHEN_TEXT, text);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
}

static void
assert_numbers (CircStore *store,
                CircRecord *item,
                const char *expected)
{
  g_autoptr (GPtrArray) list = circ_plan_rules_get (store, item);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const CircPlanRule *rule = list->pdata[i];

      g_string_append_printf (numbers, "%s%u %s", i > 0 ? "|" : "", rule->number,
                              circ_timing_kind_get_token (rule->timing->kind));
    }
  g_assert_cmpstr (numbers->str, ==, expected);
}

/* The words are read as they are edited, in the same change; a rule that they still give keeps its number. */
static void
test_edit (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  item = test_add_item (&file, "Newsletter", "Staff", "Email", "Administrator", "Monthly\nAs required");
  assert_numbers (file.store, item, "1 recurring|2 as_required");
  set_when_text (&file, item, "As required\nEvery spring tide");
  assert_numbers (file.store, item, "2 as_required|3 unspecified");
  circ_store_undo (file.store, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Edited");
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Monthly\nAs required");
  assert_numbers (file.store, item, "1 recurring|2 as_required");
  circ_store_redo (file.store, NULL, &error);
  g_assert_no_error (error);
  assert_numbers (file.store, item, "2 as_required|3 unspecified");
  g_assert_true (circ_store_check (file.store, problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_object (&item);
  test_close (&file);
}

/* Of words that are edited: which rules keep their number, and are thus not asked about again what was done. */
static const struct {
  const char *before;
  const char *after;
  const char *numbers;
} edits[] = {
  { "Within one week of meeting", "Within two weeks of meeting", "1 after_event" },
  { "Within one week of meeting", "At least one week before each meeting", "1 before_event" },
  { "At least one week before each meeting", "On the day of each meeting", "1 same_day" },
  { "Within one week of meeting\nMonthly", "Quarterly\nWithin two weeks of meeting", "2 recurring|1 after_event" },
  { "In June", "In July", "1 month_window" },
  { "Before and after a campaign", "At least 1 week before each campaign\nWithin 2 weeks after each campaign",
    "1 before_event|2 after_event" },
  /* Of something else, or of several there is no telling which. */
  { "Within one week of meeting", "Within one week of publication", "2 after_event" },
  { "When programme is updated", "As information becomes available", "2 on_event" },
  { "In June\nIn July", "In August", "3 month_window" },
  { "In June\nIn July", "In July\nIn August", "2 month_window|1 month_window" },
  { "In June", "In July\nIn August", "2 month_window|3 month_window" },
  { "Every spring tide", "Every neap tide", "1 unspecified" },
  /* Said twice, meant once. */
  { "Monthly", "Monthly\nEvery month", "1 recurring" },
  { "", "Quarterly; every quarter; as required\nAs needed", "2 recurring|3 as_required" },
  { "", "When do they need to know? When do we need to know?", "2 agreed_date|3 agreed_date" },
};

static void
test_numbers (void)
{
  TestFile file;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (CircRecord) item = test_add_item (&file, "Newsletter", "Staff", "Email", "Administrator", edits[i].before);

      g_test_message ("case %u", i + 1);
      set_when_text (&file, item, edits[i].after);
      assert_numbers (file.store, item, edits[i].numbers);
    }
  test_close (&file);
}

/* A group that was chosen beside the words stays when they name none; one that they named goes with its name. */
static void
test_chosen_group (void)
{
  TestFile file;
  g_autoptr (CircRecord) board = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircRecord) chosen = NULL;
  g_autoptr (CircRecord) named = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  circ_record_set_text (board, CIRC_GROUP_NAME, "Harbour Board");
  test_add (&file, board);
  chosen = test_add_item (&file, "Papers", "Staff", "Email", "Administrator", "Within one week of meeting");
  list = circ_plan_rules_get (file.store, chosen);
  ((CircPlanRule *) list->pdata[0])->timing->anchor_id = circ_record_get_id (board);
  circ_plan_rules_save (file.store, chosen, list, &error);
  g_assert_no_error (error);
  set_when_text (&file, chosen, "Within two weeks of meeting");
  assert_numbers (file.store, chosen, "1 after_event");
  g_clear_pointer (&list, g_ptr_array_unref);
  list = circ_plan_rules_get (file.store, chosen);
  g_assert_cmpint (((CircPlanRule *) list->pdata[0])->timing->anchor_id, ==, circ_record_get_id (board));
  g_assert_cmpint (((CircPlanRule *) list->pdata[0])->timing->offset, ==, 2);

  named = test_add_item (&file, "Minutes", "Staff", "Email", "Administrator", "One week before Harbour Board meeting");
  set_when_text (&file, named, "Two weeks before each meeting");
  assert_numbers (file.store, named, "1 before_event");
  others = circ_plan_rules_get (file.store, named);
  g_assert_cmpint (((CircPlanRule *) others->pdata[0])->timing->anchor_id, ==, 0);
  g_clear_object (&chosen);
  g_clear_object (&named);
  g_clear_object (&board);
  test_close (&file);
}

/* A sentence, a group by its name, and the file's own knowledge that the group is used. */
static void
test_sentence (void)
{
  TestFile file;
  g_autoptr (CircRecord) board = circ_record_new (CIRC_KIND_GROUP);
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  CircTiming *timing;
  g_autofree char *sentence = NULL;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  circ_record_set_text (board, CIRC_GROUP_NAME, "Harbour Board");
  test_add (&file, board);
  item = test_add_item (&file, "Papers", "Staff", "Email", "Administrator", "One week before Harbour Board meeting");
  list = circ_plan_rules_get (file.store, item);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((CircPlanRule *) list->pdata[0])->timing->anchor_id, ==, circ_record_get_id (board));
  sentence = circ_plan_rule_dup_sentence (file.store, list->pdata[0]);
  g_assert_cmpstr (sentence, ==, "At least 1 week before each meeting of Harbour Board");
  timing = circ_plan_rule_read_sentence (file.store, "Within 2 weeks after each meeting of Harbour Board", &error);
  g_assert_no_error (error);
  g_assert_cmpint (timing->anchor_id, ==, circ_record_get_id (board));
  g_ptr_array_add (list, circ_plan_rule_new (0, timing));
  circ_plan_rules_save (file.store, item, list, &error);
  g_assert_no_error (error);
  assert_numbers (file.store, item, "1 before_event|2 after_event");
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "One week before Harbour Board meeting");
  g_assert_cmpint (circ_store_count_uses (file.store, circ_record_get_id (board), NULL), ==, 1);
  g_assert_null (circ_plan_rule_read_sentence (file.store, "When the tide is right", &error));
  g_assert_nonnull (error);
  g_clear_object (&item);
  g_clear_object (&board);
  test_close (&file);
}

/* What was said and not understood is not "no timing given". */
static void
test_not_understood (void)
{
  static const char *const cases[][2] = {
    { "Every third week of the moon", "Not understood: “Every third week of the moon”" },
    { "", "No timing given" },
    { "As needed", "When needed" },
  };
  TestFile file;

  test_open (&file, "empty");
  circ_follow_attach (file.store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircRecord) item = test_add_item (&file, "Papers", "Staff", "Email", "Administrator", cases[i][0]);
      g_autoptr (GPtrArray) list = circ_plan_rules_get (file.store, item);
      g_autofree char *sentence = circ_plan_rule_dup_sentence (file.store, list->pdata[0]);

      g_assert_cmpuint (list->len, ==, 1);
      g_assert_cmpstr (sentence, ==, cases[i][1]);
    }
  test_close (&file);
}

/* Of a file whose words no program has read yet, the rules are what the words give. */
static void
test_unread (void)
{
  TestFile file;
  g_autoptr (CircRecord) item = NULL;

  test_open (&file, "empty");
  circ_store_set_follow (file.store, NULL);
  item = test_add_item (&file, "Papers", "Staff", "Email", "Administrator", "One week before each meeting\nMonthly");
  g_assert_null (circ_record_get (item, CIRC_PLAN_ITEM_WHEN));
  assert_numbers (file.store, item, "1 before_event|2 recurring");
  g_clear_object (&item);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/plan-rules/import", test_import);
  g_test_add_func ("/reports/plan-rules/edit", test_edit);
  g_test_add_func ("/reports/plan-rules/numbers", test_numbers);
  g_test_add_func ("/reports/plan-rules/chosen-group", test_chosen_group);
  g_test_add_func ("/reports/plan-rules/sentence", test_sentence);
  g_test_add_func ("/reports/plan-rules/not-understood", test_not_understood);
  g_test_add_func ("/reports/plan-rules/unread", test_unread);
  return g_test_run ();
}
