/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recording what was planned, and what the plan page says of years and of what is missing. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-entry.h"
#include "circ-evidence-rows.h"
#include "circ-evidence.h"
#include "circ-form.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-details.h"
#include "circ-plan-item.h"
#include "circ-plan-occurrences.h"
#include "circ-plan-table.h"
#include "circ-waiting-chooser.h"
#include "circ-window.h"

#define NORMAL_DPI (96 * 1024)

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  CircRecord *item; /* (owned) */
} Desk;

static void
set_up (Desk *desk,
        gconstpointer template)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");

  desk->test = circ_test_window_new (template);
  desk->window = GTK_WIDGET (desk->test->window);
  desk->item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  circ_record_set_text (desk->item, CIRC_PLAN_ITEM_WHAT, "Tide tables");
  circ_change_insert (change, desk->item);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  circ_test_settle (desk->window);
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

/* (transfer full) */
static CircRecord *
plan (Desk *desk,
      const char *due)
{
  g_autoptr (CircChange) change = circ_change_new ("Planned");
  CircRecord *occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (desk->item));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due);
  circ_change_insert (change, occurrence);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));

  return occurrence;
}

static void
choose (Desk *desk,
        CircRecord *item)
{
  circ_window_show_record (CIRC_WINDOW (desk->window), circ_record_get_id (item));
  circ_test_settle (desk->window);
}

static GtkWidget *
start_recording (Desk *desk)
{
  GtkWidget *window;

  choose (desk, desk->item);
  circ_test_key (desk->window, GDK_KEY_r, GDK_CONTROL_MASK);
  window = circ_test_find_window ("Record an Occurrence");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);

  return window;
}

static guint
count_occurrences (Desk *desk,
                   guint *n_open)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (GPtrArray) all =
    circ_store_find_parts (other, circ_record_get_id (desk->item), CIRC_KIND_OCCURRENCE, NULL);

  *n_open = 0;
  for (guint i = 0; i < all->len; i++)
    *n_open += circ_record_get (all->pdata[i], CIRC_OCCURRENCE_COMPLETED_ON) == NULL;

  return all->len;
}

/* What waits is what was done: its own record says so, and nothing stays overdue. One undo opens it again. */
static void
test_waiting (Desk *desk,
              gconstpointer data)
{
  g_autoptr (CircRecord) overdue = plan (desk, "2026-11-10");
  g_autoptr (CircRecord) later = plan (desk, "2026-12-04");
  GtkWidget *window = start_recording (desk);
  guint n_open;

  circ_test_find (window, GTK_TYPE_LABEL, "Due Tue 10 Nov (overdue)");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "notes"), "Handed out on the quay");
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  g_assert_cmpuint (count_occurrences (desk, &n_open), ==, 2);
  g_assert_cmpuint (n_open, ==, 1);
  g_assert_cmpstr (circ_record_get_text (overdue, CIRC_OCCURRENCE_COMPLETED_ON), ==, CIRC_TEST_TODAY);
  g_assert_cmpstr (circ_record_get_text (overdue, CIRC_OCCURRENCE_DUE_ON), ==, "2026-11-10");
  g_assert_cmpstr (circ_record_get_text (overdue, CIRC_OCCURRENCE_DONE_BY), ==, CIRC_TEST_PERSON);
  g_assert_cmpstr (circ_record_get_text (overdue, CIRC_OCCURRENCE_NOTES), ==, "Handed out on the quay");
  g_assert_null (circ_record_get (later, CIRC_OCCURRENCE_COMPLETED_ON));

  circ_test_key (desk->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (count_occurrences (desk, &n_open), ==, 2);
  g_assert_cmpuint (n_open, ==, 2);
}

/* A new one only on request, with what was written already; what was planned stays as it was. */
static void
test_another_time (Desk *desk,
                   gconstpointer data)
{
  g_autoptr (CircRecord) waiting = plan (desk, "2026-11-10");
  GtkWidget *window = start_recording (desk);
  GtkWidget *chooser = circ_test_find_type (window, CIRC_TYPE_WAITING_CHOOSER, 0);
  GtkWidget *drop_down = circ_test_find_type (chooser, GTK_TYPE_DROP_DOWN, 0);
  guint n_open;

  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "notes"), "Once more");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  circ_test_settle (window);
  g_assert_null (circ_waiting_chooser_get_chosen (CIRC_WAITING_CHOOSER (chooser)));
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  g_assert_cmpuint (count_occurrences (desk, &n_open), ==, 2);
  g_assert_cmpuint (n_open, ==, 1);
  g_assert_null (circ_record_get (waiting, CIRC_OCCURRENCE_COMPLETED_ON));
  g_assert_null (circ_record_get (waiting, CIRC_OCCURRENCE_NOTES));
  {
    g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
    g_autoptr (GPtrArray) found = NULL;

    circ_query_search (query, "once more");
    found = circ_store_find (desk->test->store, query, NULL);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_null (circ_record_get (found->pdata[0], CIRC_OCCURRENCE_DUE_ON));
    g_assert_cmpstr (circ_record_get_text (found->pdata[0], CIRC_OCCURRENCE_COMPLETED_ON), ==, CIRC_TEST_TODAY);
  }
}

/* (transfer full) */
static CircRecord *
add_evidence (Desk *desk,
              CircRecord *occurrence,
              const char *title)
{
  g_autoptr (CircChange) change = circ_change_new ("Kept");
  CircRecord *evidence = circ_record_new (CIRC_KIND_EVIDENCE);

  circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, title);
  circ_record_set_text (evidence, CIRC_EVIDENCE_REFERENCE, title);
  circ_change_insert (change, evidence);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));

  return evidence;
}

static void
assert_reference (Desk *desk,
                  CircRecord *evidence,
                  const char *reference)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircRecord) record = circ_store_get (other, circ_record_get_id (evidence), NULL);

  g_assert_nonnull (record);
  g_assert_cmpstr (circ_record_get_text (record, CIRC_EVIDENCE_REFERENCE), ==, reference);
}

/* What was done to the evidence of one time is not done when another is recorded; new evidence goes where it is wanted. */
static void
test_evidence (Desk *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) first = plan (desk, "2026-11-10");
  g_autoptr (CircRecord) second = plan (desk, "2026-11-12");
  g_autoptr (CircRecord) kept = add_evidence (desk, first, "Tide stamp");
  g_autoptr (CircRecord) also_kept = add_evidence (desk, first, "Harbour log");
  GtkWidget *window = start_recording (desk);
  CircEvidenceRows *rows = CIRC_EVIDENCE_ROWS (circ_test_find_type (window, CIRC_TYPE_EVIDENCE_ROWS, 0));
  GtkDropDown *drop_down = GTK_DROP_DOWN (circ_test_find_type (
    circ_test_find_type (window, CIRC_TYPE_WAITING_CHOOSER, 0), GTK_TYPE_DROP_DOWN, 0));
  g_autoptr (GPtrArray) added = NULL;

  g_assert_cmpuint (circ_evidence_rows_get_n (rows), ==, 2);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_EVIDENCE, "reference"), "Another stamp");
  gtk_drop_down_set_selected (drop_down, 1);
  circ_test_settle (window);
  g_assert_cmpuint (circ_evidence_rows_get_n (rows), ==, 0);
  circ_test_action (window, "occurrence.add-evidence", NULL);
  circ_test_type (circ_test_find_input (window, CIRC_KIND_EVIDENCE, "reference"), "Quay list");

  gtk_drop_down_set_selected (drop_down, 0);
  circ_test_settle (window);
  g_assert_cmpuint (circ_evidence_rows_get_n (rows), ==, 3);
  circ_test_press_button (circ_test_find (window, GTK_TYPE_BUTTON, "Remove Evidence 3"));
  g_assert_cmpuint (circ_evidence_rows_get_n (rows), ==, 2);
  gtk_drop_down_set_selected (drop_down, 1);
  circ_test_settle (window);
  g_assert_cmpuint (circ_evidence_rows_get_n (rows), ==, 1);

  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  assert_reference (desk, kept, "Tide stamp");
  assert_reference (desk, also_kept, "Harbour log");
  added = circ_store_find_parts (desk->test->store, circ_record_get_id (second), CIRC_KIND_EVIDENCE, NULL);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (circ_record_get_text (added->pdata[0], CIRC_EVIDENCE_REFERENCE), ==, "Quay list");
  g_assert_null (circ_record_get (first, CIRC_OCCURRENCE_COMPLETED_ON));
}

/* Without anything that waits nobody is asked. Nothing was written, so nothing is asked at the end either. */
static void
test_nothing_waits (Desk *desk,
                    gconstpointer data)
{
  GtkWidget *window = start_recording (desk);

  g_assert_null (circ_test_peek (window, CIRC_TYPE_WAITING_CHOOSER, NULL));
  circ_test_key (window, GDK_KEY_Escape, 0);
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  {
    g_autoptr (CircRecord) waiting = plan (desk, "2026-11-10");

    window = start_recording (desk);
    circ_test_key (window, GDK_KEY_Escape, 0);
    circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
    g_assert_null (circ_record_get (waiting, CIRC_OCCURRENCE_COMPLETED_ON));
  }
}

/* Whoever ends the program is asked about what is written in a window over the main one. */
static void
test_quit (Desk *desk,
           gconstpointer data)
{
  GtkWidget *window = start_recording (desk);

  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "notes"), "Handed out on the quay");
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
  circ_test_settle (desk->window);
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_true (gtk_widget_get_mapped (desk->window));
  circ_test_click (circ_test_find_window (NULL), "Keep Editing");
  gtk_window_close (GTK_WINDOW (desk->window));
  circ_test_settle (desk->window);
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_true (gtk_widget_get_mapped (desk->window));
  circ_test_click (circ_test_find_window (NULL), "Discard");
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  g_assert_true (gtk_widget_get_mapped (desk->window));
}

/* Which year it is about is said in words, wherever something depends on it. */
static void
test_year (Desk *desk,
           gconstpointer data)
{
  choose (desk, desk->item);
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Year: 2026–27");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "1 item · 2026–27");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Nothing recorded yet in 2026–27");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Nothing recorded yet in any year. Record it each time it is carried out.");
}

static gboolean
has_problem (GtkWidget *form,
             const char *words)
{
  return circ_test_peek (form, GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
is_saved (gpointer details)
{
  CircRecord *item = circ_plan_details_get_item (details);

  return item != NULL && circ_record_get_id (item) > 0;
}

/* Nobody is told what is missing before having been there. */
static void
test_missing (Desk *desk,
              gconstpointer data)
{
  GtkWidget *details = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_DETAILS, 0);
  GtkWidget *what, *when, *form;

  circ_test_key (desk->window, GDK_KEY_n, GDK_CONTROL_MASK);
  what = circ_test_find_input (desk->window, CIRC_KIND_PLAN_ITEM, "what");
  form = circ_test_find_type (details, CIRC_TYPE_FORM, 0);
  circ_test_type (what, "Bulletin");
  circ_test_focus (circ_test_find_input (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes"));
  circ_test_wait (is_saved, details, "new item in the file");
  circ_test_settle (desk->window);
  g_assert_false (has_problem (form, "When is still missing."));
  g_assert_false (has_problem (form, "To whom is still missing."));

  when = circ_test_find_input (desk->window, CIRC_KIND_PLAN_ITEM, "when-text");
  circ_test_type (when, "M");
  circ_test_replace (when, "");
  g_assert_false (has_problem (form, "When is still missing."));
  circ_test_focus (what);
  circ_test_settle (desk->window);
  g_assert_true (has_problem (form, "When is still missing."));
  g_assert_false (has_problem (form, "To whom is still missing."));

  /* Whoever comes back to it later is told of all of it. */
  choose (desk, desk->item);
  g_assert_true (has_problem (form, "To whom is still missing."));
}

static GVariant *
dup_entries (guint field)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);

  g_ptr_array_add (entries, circ_entry_new ("Keepers of the locks, weirs and swing bridges along both canals", 0, NULL));

  return circ_entries_to_value (&circ_plan_item_kind.fields[field], entries);
}

static const char *
get_longest_choice (const CircField *field)
{
  const CircChoice *longest = field->choices;

  for (const CircChoice *choice = field->choices; choice->token != NULL; choice++)
    if (strlen (circ_field_get_choice_title (field, choice->token))
        > strlen (circ_field_get_choice_title (field, longest->token)))
      longest = choice;

  return longest->token;
}

/* Narrow, at twice the size of text, with everything open: no label of the details is cut. */
static void
test_whole (Desk *desk,
            gconstpointer data)
{
  GtkWidget *details;

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 480, 800);
  choose (desk, desk->item);
  details = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_DETAILS, 0);
  {
    g_autoptr (CircChange) change = circ_change_new ("Checked");
    g_autoptr (GVariant) entries = dup_entries (CIRC_PLAN_ITEM_TO_WHOM);
    const char *checks[] = { "relevant", "right_audience", "clear", "timely", "branded", "data_protection", NULL };

    circ_change_set (change, desk->item, CIRC_PLAN_ITEM_QUALITY_CHECKS, g_variant_new_strv (checks, -1));
    circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-09-23");
    circ_change_set (change, desk->item, CIRC_PLAN_ITEM_TO_WHOM, entries);
    for (guint i = 0; i < circ_plan_item_kind.n_fields; i++)
      if (circ_plan_item_kind.fields[i].kind == CIRC_FIELD_CHOICE)
        circ_change_set_text (change, desk->item, i, get_longest_choice (&circ_plan_item_kind.fields[i]));
    g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  }
  for (guint i = 0; i < 3; i++)
    gtk_expander_set_expanded (GTK_EXPANDER (circ_test_find_type (details, GTK_TYPE_EXPANDER, i)), TRUE);
  circ_test_assert_whole (details);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * NORMAL_DPI, NULL);
  circ_test_settle (desk->window);
  circ_test_assert_whole (details);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
}

static gboolean
is_shown (Desk *desk,
          const char *title)
{
  GtkWidget *table = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_TABLE, 0);

  return circ_test_peek (table, GTK_TYPE_LABEL, title) != NULL;
}

/* As many columns as can be read: all that the plan says of an item, beside its details. */
static void
test_columns (Desk *desk,
              gconstpointer data)
{
  GtkWidget *table = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_TABLE, 0);

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1280, 800);
  choose (desk, desk->item);
  circ_test_settle (desk->window);
  g_assert_true (is_shown (desk, "What"));
  g_assert_true (is_shown (desk, "To whom"));
  g_assert_true (is_shown (desk, "How"));
  g_assert_true (is_shown (desk, "State"));
  g_assert_true (is_shown (desk, "By whom"));
  g_assert_true (is_shown (desk, "When"));
  g_assert_false (is_shown (desk, "Last done"));
  g_assert_true (is_shown (desk, "Safeguarding bulletin for practitioners"));
  g_assert_true (is_shown (desk, "+4"));

  /* What the person wants to see is seen, and what is needed least makes room for it. */
  circ_test_action (table, "columns.last-done", NULL);
  circ_test_settle (desk->window);
  g_assert_true (is_shown (desk, "Last done"));
  g_assert_false (is_shown (desk, "When"));
  circ_test_action (table, "columns.last-done", NULL);
  circ_test_settle (desk->window);
  g_assert_false (is_shown (desk, "Last done"));
  g_assert_true (is_shown (desk, "When"));

  /* In a narrow window there is still what, and how it stands. */
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 480, 800);
  circ_test_settle (desk->window);
  circ_test_settle (desk->window);
  circ_test_key (desk->window, GDK_KEY_Escape, 0);
  /* Beside the details it could not become so narrow. */
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 480, 800);
  circ_test_settle (desk->window);
  circ_test_settle (desk->window);
  g_assert_true (is_shown (desk, "What"));
  g_assert_true (is_shown (desk, "State"));
  g_assert_false (is_shown (desk, "How"));
}

static const char *
get_title (Desk *desk,
           guint nth)
{
  GtkWidget *details = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_OCCURRENCES, 0);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (circ_test_find_type (details, ADW_TYPE_ACTION_ROW, nth)));
}

/* What is to do comes first, the next of it on top, then what is over. */
static void
test_order (Desk *desk,
            gconstpointer data)
{
  g_autoptr (CircRecord) done = plan (desk, "2026-11-03");
  g_autoptr (CircRecord) next = plan (desk, "2026-12-06");
  g_autoptr (CircChange) change = circ_change_new ("Edited");

  g_object_unref (plan (desk, "2026-11-18"));
  circ_change_set_text (change, done, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-03");
  circ_change_set (change, next, CIRC_OCCURRENCE_PROVISIONAL, g_variant_new_boolean (TRUE));
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  choose (desk, desk->item);
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Provisional");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Aim for Fri 4 Dec");
  g_assert_cmpstr (get_title (desk, 0), ==, "Wed 18 Nov");
  g_assert_cmpstr (get_title (desk, 1), ==, "Sun 6 Dec");
  g_assert_cmpstr (get_title (desk, 2), ==, "Tue 3 Nov");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, template, function) g_test_add ("/plan-record/" path, Desk, template, set_up, function, tear_down)
  ADD ("waiting", "starter", test_waiting);
  ADD ("another-time", "starter", test_another_time);
  ADD ("evidence", "starter", test_evidence);
  ADD ("nothing-waits", "starter", test_nothing_waits);
  ADD ("quit", "starter", test_quit);
  ADD ("year", "starter", test_year);
  ADD ("missing", "starter", test_missing);
  ADD ("whole", "starter", test_whole);
  ADD ("columns", "sample", test_columns);
  ADD ("order", "starter", test_order);
#undef ADD

  return circ_test_run ();
}
