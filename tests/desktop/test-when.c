/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "When" as sentences with choosers in them: each kind is edited and read back from the file. */
#include "config.h"

#include "desk.h"

#include "circ-date-input.h"
#include "circ-group.h"
#include "circ-plan-rules.h"
#include "circ-reference-input.h"
#include "circ-when-input.h"
#include "circ-when-row.h"

/* What is done to a new rule: NAME is that of a number or a text, or NULL where VALUE is a choice of one of the lists. */
typedef struct {
  const char *name;
  const char *value;
} Edit;

typedef struct {
  const char *kind;
  Edit edits[5];
  const char *sentence;
} Case;

static const Case cases[] = {
  { "before_event", { { "How long", "3" }, { NULL, "weeks" } }, "At least 3 weeks before each meeting" },
  { "before_event", { { "How long", "7" }, { NULL, "working days" }, { NULL, "Exactly" },
                      { NULL, "the publication of each review" } },
    "Exactly 7 working days before the publication of each review" },
  { "after_event", { { "How long", "1" }, { NULL, "week" }, { NULL, "each meeting that took place" } },
    "Within 1 week after each meeting that took place" },
  { "after_event", { { "How long", "6" }, { NULL, "months" }, { NULL, "each campaign" },
                     { NULL, "When nobody works that day, plan for the next working day." } },
    "Within 6 months after each campaign. When nobody works that day, plan for the next working day." },
  { "same_day", { { NULL, "each theme day" } }, "On the day of each theme day" },
  { "on_event", { { "Working days allowed", "2" }, { NULL, "an update of the programme" } },
    "Within 2 working days of an update of the programme" },
  { "on_event", { { "Working days allowed", "4" }, { NULL, "something else:" }, { "What happens", "a high tide" } },
    "Within 4 working days of “a high tide”" },
  { "immediate", { { "How long", "30" }, { NULL, "minutes" } }, "At once, within 30 minutes of an enquiry" },
  { "fixed_date", { { "Day", "25" }, { NULL, "November" }, { "Working days ahead", "15" } },
    "Every year on 25 November. Prepare it 15 working days ahead." },
  { "fixed_range", { { "Day", "25" }, { "Last day", "10" } }, "Every year from 25 January to 10 January" },
  { "month_window", { { NULL, "June" } }, "Every year in June" },
  { "nth_weekday", { { NULL, "last" }, { NULL, "Friday" }, { NULL, "May" }, { "How many days", "5" } },
    "Every year for 5 days from the last Friday of May" },
  { "weekday_in_window", { { NULL, "Tuesday" }, { "Latest day", "11" }, { "Earliest day", "5" }, { NULL, "February" } },
    "Every year on the Tuesday between 5 and 11 February" },
  { "easter_relative", { { NULL, "before Easter Sunday" }, { "Days from Easter Sunday", "2" } },
    "Every year, 2 days before Easter Sunday" },
  { "recurring", { { NULL, "Every quarter" }, { "First date", "1 April 2026" }, { "How many times", "8" } },
    "Every quarter from 1 April 2026, 8 in all" },
  { "theme_calendar", { { "Tag of the theme days", "priority" } }, "10 working days before each theme day of “priority”" },
  { "agreed_date", { { "Working days allowed", "20" } }, "On a date that is agreed each time. Ask for the date after 20 working days." },
  { "linked", { { "How long", "2" }, { NULL, "before" } }, "2 days before another plan item" },
  { "ongoing", { { "Months between reviews", "6" } }, "All the time, reviewed every 6 months" },
  { "as_required", { { NULL, NULL } }, "When needed" },
  { "on_request", { { "Who asks", "the council" } }, "When asked for by the council" },
};

static GtkWidget *
get_input (Desk *desk)
{
  return circ_test_find_type (desk->window, CIRC_TYPE_WHEN_INPUT, 0);
}

static guint
count_rows (Desk *desk)
{
  GtkWidget *first = circ_test_peek (get_input (desk), CIRC_TYPE_WHEN_ROW, NULL);
  guint n = 0;

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
choose_words (GtkWidget *row,
              const char *value)
{
  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *drop_down = circ_test_find_type (row, GTK_TYPE_DROP_DOWN, i);
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

      for (guint j = 0; j < g_list_model_get_n_items (model); j++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), j), value))
          {
            gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), j);
            circ_test_settle (row);
            return TRUE;
          }
    }
  return FALSE;
}

static void
edit (GtkWidget *row,
      const Edit *what)
{
  GtkWidget *control;

  if (what->name == NULL)
    {
      g_assert_true (choose_words (row, what->value));
      return;
    }
  if (circ_test_peek (row, G_TYPE_NONE, what->name) == NULL)
    circ_test_press_button (circ_test_find (row, GTK_TYPE_TOGGLE_BUTTON, "Working Days and Preparation"));
  control = circ_test_find (row, G_TYPE_NONE, what->name);
  circ_test_replace (control, what->value);
  circ_test_key (control, GDK_KEY_Return, 0);
}

/* The rules of the item on show, as another program reads them, one on each line. (transfer full) */
static char *
read_rules (Desk *desk)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircRecord) item = circ_store_get (other, circ_record_get_id (desk->item), NULL);
  g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (circ_record_get (item, CIRC_PLAN_ITEM_WHEN));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *sentence = circ_plan_rule_dup_sentence (other, rules->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rules (Desk *desk,
              const char *expected)
{
  g_autofree char *rules = read_rules (desk);

  g_assert_cmpstr (rules, ==, expected);
}

/* Gives the item other words, which are read. */
static void
say (Desk *desk,
     const char *words)
{
  g_autoptr (CircChange) change = circ_change_new ("Said when");

  circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_WHEN_TEXT, words);
  circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_WHAT, "Tide tables");
  circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_WHAT_NOTES, NULL);
  g_assert_true (circ_session_apply_quietly (desk->test->session, change, NULL));
  circ_test_settle (desk->window);
}

static void
test_kinds (Desk *desk,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *now = &cases[i];
      GtkWidget *row;

      say (desk, "Some day");
      say (desk, NULL);
      assert_rules (desk, "No timing given");
      g_assert_cmpuint (count_rows (desk), ==, 1);
      circ_test_action (get_input (desk), "when.add", "s", now->kind);
      g_assert_cmpuint (count_rows (desk), ==, 1);
      row = circ_test_find_type (desk->window, CIRC_TYPE_WHEN_ROW, 0);
      for (guint j = 0; j < G_N_ELEMENTS (now->edits) && now->edits[j].value != NULL; j++)
        {
          if (!gtk_widget_get_mapped (row))
            row = circ_test_find_type (desk->window, CIRC_TYPE_WHEN_ROW, 0);
          if (now->edits[j].name == NULL && g_str_has_prefix (now->edits[j].value, "When nobody"))
            circ_test_press_button (circ_test_find (row, GTK_TYPE_TOGGLE_BUTTON, "Working Days and Preparation"));
          edit (row, &now->edits[j]);
        }
      assert_rules (desk, now->sentence);
      circ_test_assert_names (row);
      circ_test_assert_label (row, now->sentence);
    }
}

/* A group is found by typing, and the sentence names it. */
static void
test_group (Desk *desk,
            gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");
  g_autoptr (CircRecord) group = circ_record_new (CIRC_KIND_GROUP);
  const char *all = "The meetings of every group count. “Each meeting of” lets you choose one group.";
  GtkWidget *row, *button, *search;

  circ_record_set_text (group, CIRC_GROUP_NAME, "Harbour Board");
  circ_change_insert (change, group);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  say (desk, "One week in advance of scheduled meeting");
  assert_rules (desk, "At least 1 week before each meeting");
  row = circ_test_find_type (desk->window, CIRC_TYPE_WHEN_ROW, 0);
  g_assert_true (choose_words (row, "each meeting of"));
  assert_rules (desk, "At least 1 week before each meeting");
  circ_test_find (row, GTK_TYPE_LABEL, all);
  button = circ_test_find_type (circ_test_find_type (row, CIRC_TYPE_REFERENCE_INPUT, 0), GTK_TYPE_MENU_BUTTON, 0);
  circ_test_focus (gtk_widget_get_first_child (button));
  circ_test_press_button (gtk_widget_get_first_child (button));
  search = circ_test_find_type (button, GTK_TYPE_TEXT, 0);
  circ_test_type (search, "harbour");
  circ_test_find (button, GTK_TYPE_LABEL, "Harbour Board");
  circ_test_key (search, GDK_KEY_Return, 0);
  assert_rules (desk, "At least 1 week before each meeting of Harbour Board");
  g_assert_null (circ_test_peek (row, GTK_TYPE_LABEL, all));

  /* The words of the strategy stay as they are, and one undo takes the choice back. */
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_rules (desk, "At least 1 week before each meeting");
  g_assert_cmpstr (circ_record_get_text (desk->item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "One week in advance of scheduled meeting");
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_rules (desk, "At least 1 week before each meeting of Harbour Board");
}

/* Steps of a number are one change; leaving it is the end. */
static void
test_steps (Desk *desk,
            gconstpointer data)
{
  GtkWidget *spin;

  say (desk, "Within one week of meeting");
  spin = circ_test_find (get_input (desk), GTK_TYPE_SPIN_BUTTON, "How long");
  circ_test_focus (spin);
  for (guint i = 0; i < 3; i++)
    gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 1);
  circ_test_find (get_input (desk), GTK_TYPE_LABEL, "weeks");
  circ_test_focus (desk->row);
  assert_rules (desk, "Within 4 weeks after each meeting");
  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_rules (desk, "Within 1 week after each meeting");
}

/* A number that was typed is kept when the keyboard goes on to the next place; Escape there is about that place. */
static void
test_typed_number (Desk *desk,
                   gconstpointer data)
{
  GtkWidget *spin;

  say (desk, "Within one week of meeting");
  spin = circ_test_find (get_input (desk), GTK_TYPE_SPIN_BUTTON, "How long");
  circ_test_focus (spin);
  circ_test_key (desk->window, GDK_KEY_a, GDK_CONTROL_MASK);
  circ_test_key (desk->window, GDK_KEY_3, 0);
  circ_test_key (desk->window, GDK_KEY_Tab, 0);
  circ_test_key (desk->window, GDK_KEY_Tab, 0);
  circ_test_key (desk->window, GDK_KEY_Tab, 0);
  circ_test_key (desk->window, GDK_KEY_Escape, 0);
  assert_rules (desk, "Within 3 weeks after each meeting");
}

/* What is not understood says so, keeps its words, and becomes a rule where the person says how it is meant. */
static void
test_words (Desk *desk,
            gconstpointer data)
{
  GtkWidget *row;

  say (desk, "When the cows come home");
  circ_test_find (get_input (desk), GTK_TYPE_LABEL,
                  "“When the cows come home” is not understood, so it gives no dates. Choose above how it is meant.");
  row = circ_test_find_type (desk->window, CIRC_TYPE_WHEN_ROW, 0);
  circ_test_action (row, "rule.kind", "s", "month_window");
  g_assert_true (choose_words (row, "October"));
  assert_rules (desk, "Every year in October");
  g_assert_cmpstr (circ_record_get_text (desk->item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "When the cows come home");

  circ_test_click (get_input (desk), "Read from the Words Again");
  assert_rules (desk, "Not understood: “When the cows come home”");
  circ_test_find (get_input (desk), GTK_TYPE_LABEL, "Not understood");
}

/* Two rules, one of which goes; the last leaves "no timing" behind. */
static void
test_remove (Desk *desk,
             gconstpointer data)
{
  say (desk, "Publication of course programme in June each year\nNew courses as developed");
  assert_rules (desk, "Every year in June\nWithin 5 working days of a new course");
  circ_test_action (get_input (desk), "when.add", "s", "as_required");
  g_assert_cmpuint (count_rows (desk), ==, 3);
  circ_test_click (get_input (desk), "Remove the rule: Every year in June");
  assert_rules (desk, "Within 5 working days of a new course\nWhen needed");
  circ_test_click (get_input (desk), "Remove the rule: When needed");
  circ_test_click (get_input (desk), "Remove the rule: Within 5 working days of a new course");
  assert_rules (desk, "No timing given");
  g_assert_null (circ_test_peek (get_input (desk), GTK_TYPE_BUTTON, "Remove the rule: No timing given"));
}

/* 31 November: said beside the rule, nothing is lost, nothing is saved until it is put right. */
static void
test_problem (Desk *desk,
              gconstpointer data)
{
  GtkWidget *row;

  say (desk, "As required");
  circ_test_action (get_input (desk), "when.add", "s", "fixed_date");
  row = circ_test_find_type (desk->window, CIRC_TYPE_WHEN_ROW, 1);
  edit (row, &(Edit) { NULL, "November" });
  edit (row, &(Edit) { "Day", "31" });
  circ_test_find (row, GTK_TYPE_LABEL, "There is no such day.");
  assert_rules (desk, "When needed\nEvery year on 1 November");
  edit (row, &(Edit) { "Day", "30" });
  g_assert_null (circ_test_peek (row, GTK_TYPE_LABEL, "There is no such day."));
  assert_rules (desk, "When needed\nEvery year on 30 November");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  desk_add ("/when/kinds", "sample", test_kinds);
  desk_add ("/when/group", "sample", test_group);
  desk_add ("/when/steps", "sample", test_steps);
  desk_add ("/when/typed-number", "sample", test_typed_number);
  desk_add ("/when/words", "sample", test_words);
  desk_add ("/when/remove", "sample", test_remove);
  desk_add ("/when/problem", "sample", test_problem);

  return circ_test_run ();
}
