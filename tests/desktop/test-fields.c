/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field row for each kind of field: typed, saved on leaving, refused with a reason, taken back, followed. */
#include "config.h"

#include "field-bench.h"

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-evidence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"

/* What cannot be saved stays, with the reason beneath, until it is mended or put back. */
static void
check_wrong (Bench *bench,
             const BenchCase *row,
             const char *before)
{
  circ_test_replace (bench_get_words (bench), row->wrong);
  bench_leave (bench);
  bench_assert_shown (bench, row->wrong);
  g_assert_true (circ_field_row_is_pending (bench->row));
  bench_assert_stored (bench, before);
  g_assert_true (bench_is_reason_shown (bench, row->reason));

  circ_test_focus (bench_get_words (bench));
  circ_test_key (bench_get_words (bench), GDK_KEY_Escape, 0);
  g_assert_false (circ_field_row_is_pending (bench->row));
  g_assert_false (bench_is_reason_shown (bench, row->reason));
}

static void
test_typed (gconstpointer data)
{
  const BenchCase *row = data;
  g_autofree char *shown = NULL;
  g_autofree char *second = NULL;
  Bench bench;

  bench_set_up (&bench, "empty", row->kind, row->field);
  circ_test_replace (bench_get_words (&bench), row->typed);
  g_assert_true (circ_field_row_is_pending (bench.row));
  bench_leave (&bench);
  g_assert_false (circ_field_row_is_pending (bench.row));
  bench_assert_stored (&bench, row->stored);
  circ_test_focus (bench_get_words (&bench));
  bench_leave (&bench);
  shown = bench_dup_shown (&bench);

  circ_test_replace (bench_get_words (&bench), row->second);
  bench_leave (&bench);
  second = bench_dup_stored (&bench);
  g_assert_cmpstr (second, !=, row->stored);

  /* The row follows the record, whoever changes it. */
  circ_session_undo (bench.test->session);
  circ_test_settle (GTK_WIDGET (bench.row));
  bench_assert_shown (&bench, shown);
  bench_assert_stored (&bench, row->stored);
  circ_session_redo (bench.test->session);
  circ_test_settle (GTK_WIDGET (bench.row));
  bench_assert_stored (&bench, second);

  /* Escape before leaving. */
  circ_test_type (bench_get_words (&bench), "9");
  g_assert_true (circ_field_row_is_pending (bench.row));
  circ_test_key (bench_get_words (&bench), GDK_KEY_Escape, 0);
  g_assert_false (circ_field_row_is_pending (bench.row));
  bench_leave (&bench);
  bench_assert_stored (&bench, second);

  if (row->wrong != NULL)
    check_wrong (&bench, row, second);
  bench_tear_down (&bench);
}

static gboolean
is_saved (gpointer user_data)
{
  return !circ_field_row_is_pending (user_data);
}

/* Long text is saved while the person thinks, without leaving it. */
static void
test_long_text_by_itself (void)
{
  Bench bench;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES);
  circ_test_type (bench_get_words (&bench), "unfinished");
  g_assert_true (circ_field_row_is_pending (bench.row));
  circ_test_wait (is_saved, bench.row, "saving after two seconds");
  bench_assert_stored (&bench, "unfinished");
  circ_test_type (bench_get_words (&bench), " no more");
  bench_leave (&bench);
  bench_assert_stored (&bench, "unfinished no more");
  bench_tear_down (&bench);
}

/* A letter every half second, as somebody who dictates. Returns: whether some of it is saved. */
static gboolean
types_on (gpointer user_data)
{
  static gint64 last;
  Bench *bench = user_data;

  if (g_get_monotonic_time () - last < G_USEC_PER_SEC / 2)
    return FALSE;
  last = g_get_monotonic_time ();
  if (circ_record_get (bench->record, CIRC_PLAN_ITEM_WHAT_NOTES) != NULL)
    return TRUE;
  circ_test_type (bench_get_words (bench), "w");
  return FALSE;
}

/* Who never pauses is not left without anything saved. */
static void
test_long_text_without_a_pause (void)
{
  Bench bench;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES);
  circ_test_wait (types_on, &bench, "saving while somebody types");
  bench_leave (&bench);
  bench_tear_down (&bench);
}

/* Whether the text keeps the wheel to itself. */
static gboolean
takes_wheel (Bench *bench)
{
  GtkWidget *scroller = circ_test_find_type (GTK_WIDGET (bench->row), GTK_TYPE_SCROLLED_WINDOW, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      n += GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
           gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE;
    }
  return n > 0;
}

/* Over a text that is whole in sight the wheel scrolls the form; a longer one is scrolled itself. */
static void
test_wheel (void)
{
  Bench bench;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (lines, "one line\n");
  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES);
  circ_test_type (bench_get_words (&bench), "short");
  g_assert_false (takes_wheel (&bench));
  circ_test_replace (bench_get_words (&bench), lines->str);
  g_assert_true (takes_wheel (&bench));
  circ_test_replace (bench_get_words (&bench), "short");
  g_assert_false (takes_wheel (&bench));
  bench_leave (&bench);
  bench_tear_down (&bench);
}

static void
test_enter_saves (void)
{
  Bench bench;

  bench_set_up (&bench, "empty", CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_QUANTITY);
  circ_test_type (bench_get_words (&bench), "12");
  circ_test_key (bench_get_words (&bench), GDK_KEY_Return, 0);
  g_assert_false (circ_field_row_is_pending (bench.row));
  bench_assert_stored (&bench, "12");
  bench_tear_down (&bench);
}

static void
test_choice (void)
{
  Bench bench;
  GtkWidget *drop_down;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CATEGORY);
  drop_down = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  bench_assert_stored (&bench, "Meeting papers");
  circ_session_undo (bench.test->session);
  circ_test_settle (drop_down);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), !=, 2);
  bench_tear_down (&bench);
}

static void
test_boolean (void)
{
  Bench bench;
  GtkWidget *toggle;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CASCADE_EXPECTED);
  toggle = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_SWITCH, NULL);
  circ_test_press_button (toggle);
  bench_assert_stored (&bench, "Yes");
  circ_session_undo (bench.test->session);
  circ_test_settle (toggle);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  bench_tear_down (&bench);
}

static void
test_set (void)
{
  Bench bench;
  g_autofree char *stored = NULL;
  GtkWidget *button;

  bench_set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_QUALITY_CHECKS);
  button = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL);
  circ_test_press_button (button);
  circ_test_click (GTK_WIDGET (bench.row), "Accurate");
  circ_test_click (GTK_WIDGET (bench.row), "Accessible");
  circ_test_assert_names (GTK_WIDGET (bench.row));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  circ_test_settle (button);
  stored = bench_dup_stored (&bench);
  g_assert_nonnull (strstr (stored, "Accurate"));
  g_assert_nonnull (strstr (stored, "Accessible"));
  bench_tear_down (&bench);
}

/* Found by typing, chosen with Enter; then a new one is added in the same change. */
static void
test_reference (void)
{
  Bench bench;
  GtkWidget *button;
  GtkWidget *search;

  bench_set_up (&bench, "sample", CIRC_KIND_AUDIENCE, CIRC_AUDIENCE_PARENT);
  button = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL);
  circ_test_press_button (button);
  search = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, "Parents");
  circ_test_key (search, GDK_KEY_Return, 0);
  {
    g_autofree char *stored = bench_dup_stored (&bench);

    g_assert_nonnull (stored);
  }
  circ_test_press_button (button);
  search = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, "Bell ringers");
  circ_test_click (GTK_WIDGET (bench.row), "Add “Bell ringers” as a new audience");
  {
    g_autofree char *title = circ_session_dup_title (bench.test->session,
                                                     circ_record_get_int (bench.record, CIRC_AUDIENCE_PARENT));

    g_assert_cmpstr (title, ==, "Bell ringers");
  }
  circ_session_undo (bench.test->session);
  circ_test_settle (button);
  g_assert_null (circ_test_peek (GTK_WIDGET (bench.row), G_TYPE_NONE, "Bell ringers"));
  bench_tear_down (&bench);
}

static void
test_references (void)
{
  Bench bench;
  GtkWidget *search;

  bench_set_up (&bench, "sample", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_KEY_MESSAGES);
  circ_test_press_button (circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL));
  search = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, "Everybody counts here");
  circ_test_click (GTK_WIDGET (bench.row), "Add “Everybody counts here” as a new key message");
  circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Everybody counts here");
  circ_test_assert_names (GTK_WIDGET (bench.row));
  circ_test_click (GTK_WIDGET (bench.row), "Remove Everybody counts here");
  g_assert_null (circ_test_peek (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Everybody counts here"));
  bench_assert_stored (&bench, NULL);
  bench_tear_down (&bench);
}

static void
test_rows (void)
{
  Bench bench;
  g_autofree char *stored = NULL;
  GVariant *value;

  bench_set_up (&bench, "empty", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_PRIORITIES);
  circ_test_click (GTK_WIDGET (bench.row), "Add a Row");
  circ_test_type (circ_test_find_type (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, 0), "Neglect");
  bench_leave (&bench);
  value = circ_record_get (bench.record, CIRC_PARTNERSHIP_PRIORITIES);
  g_assert_nonnull (value);
  stored = g_variant_print (value, FALSE);
  g_assert_nonnull (strstr (stored, "Neglect"));
  circ_test_click (GTK_WIDGET (bench.row), "Remove This Row");
  g_assert_null (circ_record_get (bench.record, CIRC_PARTNERSHIP_PRIORITIES));
  bench_tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  for (guint i = 0; i < bench_n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/fields/", bench_cases[i].name, NULL);

      g_test_add_data_func (path, &bench_cases[i], test_typed);
    }
  g_test_add_func ("/fields/long-text-by-itself", test_long_text_by_itself);
  g_test_add_func ("/fields/long-text-without-a-pause", test_long_text_without_a_pause);
  g_test_add_func ("/fields/wheel", test_wheel);
  g_test_add_func ("/fields/enter-saves", test_enter_saves);
  g_test_add_func ("/fields/choice", test_choice);
  g_test_add_func ("/fields/boolean", test_boolean);
  g_test_add_func ("/fields/set", test_set);
  g_test_add_func ("/fields/reference", test_reference);
  g_test_add_func ("/fields/references", test_references);
  g_test_add_func ("/fields/rows", test_rows);

  return circ_test_run ();
}
