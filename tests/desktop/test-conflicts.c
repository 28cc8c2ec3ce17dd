/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at one field: both values are shown for each kind of field, and a person chooses, with the keyboard too. */
#include "config.h"

#include "field-bench.h"

#include "circ-plan-item.h"

/* Somebody else gives the field another value. */
static void
change_elsewhere (Bench *bench,
                  GVariant *value)
{
  guint field = circ_field_row_get_field (bench->row);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) other = circ_store_open (bench->test->path, CIRC_STORE_OPEN_DEFAULT, "Another", &error);
  g_autoptr (CircRecord) theirs = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Theirs");

  g_assert_no_error (error);
  theirs = circ_store_get (other, circ_record_get_id (bench->record), &error);
  g_assert_no_error (error);
  circ_change_set (change, theirs, field, value);
  circ_store_apply (other, change, &error);
  g_assert_no_error (error);
}

static GVariant *
parse_typed (const BenchCase *row,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = circ_field_parse (&circ_kind_get (row->kind)->fields[row->field], text, CIRC_TEST_TODAY, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&value);
}

static gboolean
is_answered (gpointer row)
{
  return !circ_field_row_is_pending (row);
}

/* The answer that has the focus is given with the space bar, as Tab from the field comes to it. */
static void
answer_by_keyboard (Bench *bench,
                    const char *answer)
{
  GtkWidget *button = circ_test_find (GTK_WIDGET (bench->row), GTK_TYPE_BUTTON, answer);

  circ_test_focus (bench_get_words (bench));
  for (guint i = 0; i < 6 && gtk_window_get_focus (bench->test->window) != button; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (bench->test->window), GTK_DIR_TAB_FORWARD);
      circ_test_settle (button);
    }
  g_assert_true (gtk_window_get_focus (bench->test->window) == button);
  circ_test_key (button, GDK_KEY_space, 0);
  /* A key shows the button pressed for a moment before it counts. */
  circ_test_wait (is_answered, bench->row, answer);
}

/* Another window changed the same field while it was being edited: both values are there to see, the person says which
 * it is, and neither is lost before. */
static void
test_conflict (gconstpointer data)
{
  const BenchCase *row = data;
  static const char *const answers[] = { "Keep Mine", "Take Theirs" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Bench bench;
      g_autoptr (GVariant) theirs = parse_typed (row, row->second);
      g_autofree char *mine = NULL;
      g_autofree char *words = NULL;

      bench_set_up (&bench, "empty", row->kind, row->field);
      circ_test_replace (bench_get_words (&bench), row->typed);
      mine = bench_dup_shown (&bench);
      change_elsewhere (&bench, theirs);
      circ_store_look (bench.test->store, NULL);
      words = bench_dup_stored (&bench);
      bench_leave (&bench);
      bench_assert_shown (&bench, mine);
      bench_assert_stored (&bench, words);
      g_assert_true (bench_is_reason_shown (&bench, words));
      answer_by_keyboard (&bench, answers[i]);
      bench_assert_stored (&bench, i == 0 ? row->stored : words);
      g_assert_false (circ_field_row_is_pending (bench.row));
      bench_leave (&bench);
      bench_tear_down (&bench);
    }
}

/* The same where a click saves at once: the store finds out, before this window has looked. */
static void
test_conflict_choice (void)
{
  const CircKind *kind = circ_kind_get (CIRC_KIND_PLAN_ITEM);
  const char *token = kind->fields[CIRC_PLAN_ITEM_CATEGORY].choices[3].token;
  Bench bench;
  GtkWidget *drop_down;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CATEGORY);
  drop_down = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_DROP_DOWN, NULL);
  change_elsewhere (&bench, g_variant_new_string (token));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_BUTTON, "Take Theirs");
  circ_test_click (GTK_WIDGET (bench.row), "Keep Mine");
  bench_assert_stored (&bench, "Meeting papers");
  bench_tear_down (&bench);
}

static void
test_conflict_boolean (void)
{
  Bench bench;
  GtkWidget *toggle;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CASCADE_EXPECTED);
  toggle = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_SWITCH, NULL);
  change_elsewhere (&bench, g_variant_new_boolean (FALSE));
  circ_test_press_button (toggle);
  circ_test_click (GTK_WIDGET (bench.row), "Take Theirs");
  bench_assert_stored (&bench, "No");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  bench_tear_down (&bench);
}

/* Somebody else is first by a moment: what is there now has not been seen here yet. */
static void
choose_campaign (Bench *bench,
                 const char *name,
                 GVariant *theirs)
{
  GtkWidget *search;

  circ_test_press_button (circ_test_find (GTK_WIDGET (bench->row), GTK_TYPE_MENU_BUTTON, NULL));
  search = circ_test_find (GTK_WIDGET (bench->row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, name);
  change_elsewhere (bench, theirs);
  circ_test_key (search, GDK_KEY_Return, 0);
}

/* What a field refers to is said by its name, and what was emptied as such. */
static void
test_conflict_reference (void)
{
  static const char *const names[] = { "Lamp week", "Buoy week", "Rope week" };
  const guint title = (guint) circ_kind_get (CIRC_KIND_CAMPAIGN)->title_field;
  g_autoptr (CircChange) change = circ_change_new ("Campaigns");
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 theirs;
  Bench bench;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CAMPAIGN);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CircRecord *campaign = circ_record_new (CIRC_KIND_CAMPAIGN);

      g_ptr_array_add (campaigns, campaign);
      circ_record_set_text (campaign, title, names[i]);
      circ_change_insert (change, campaign);
    }
  g_assert_true (circ_store_apply (bench.test->store, change, NULL));
  theirs = circ_record_get_id (campaigns->pdata[1]);
  choose_campaign (&bench, "Lamp", g_variant_new_int64 (theirs));
  circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Buoy week”");
  circ_test_click (GTK_WIDGET (bench.row), "Take Theirs");
  g_assert_cmpint (circ_record_get_int (bench.record, CIRC_PLAN_ITEM_CAMPAIGN), ==, theirs);
  choose_campaign (&bench, "Rope", NULL);
  circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Meanwhile this was emptied elsewhere.");
  circ_test_click (GTK_WIDGET (bench.row), "Take Theirs");
  bench_assert_stored (&bench, NULL);
  bench_tear_down (&bench);
}

static void
test_conflict_set (void)
{
  const char *const theirs[] = { "accessible", NULL };
  Bench bench;
  GtkWidget *button;
  g_autofree char *stored = NULL;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_QUALITY_CHECKS);
  button = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL);
  circ_test_press_button (button);
  change_elsewhere (&bench, g_variant_new_strv (theirs, -1));
  circ_test_click (GTK_WIDGET (bench.row), "Accurate");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  circ_test_click (GTK_WIDGET (bench.row), "Keep Mine");
  stored = bench_dup_stored (&bench);
  g_assert_nonnull (strstr (stored, "Accurate"));
  bench_tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  for (guint i = 0; i < bench_n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/conflicts/", bench_cases[i].name, NULL);

      g_test_add_data_func (path, &bench_cases[i], test_conflict);
    }
  g_test_add_func ("/conflicts/choice", test_conflict_choice);
  g_test_add_func ("/conflicts/boolean", test_conflict_boolean);
  g_test_add_func ("/conflicts/reference", test_conflict_reference);
  g_test_add_func ("/conflicts/set", test_conflict_set);

  return circ_test_run ();
}
