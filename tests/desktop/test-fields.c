/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field row for each kind of field: typed, saved on leaving, refused with a reason, taken back, followed. */
#include "config.h"

#include "circ-test-private.h"

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-evidence.h"
#include "circ-field-row.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"

typedef struct {
  CircTestWindow *test;
  CircRecord *record; /* (owned) */
  CircFieldRow *row;
  GtkWidget *elsewhere;
} Bench;

static void
set_up (Bench *bench,
        const char *template,
        CircKindId kind,
        guint field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (CircChange) change = circ_change_new ("A record to work on");

  bench->test = circ_test_window_new_bare (template);
  if (kind == CIRC_KIND_PARTNERSHIP)
    {
      bench->record = circ_store_get_only (bench->test->store, kind, NULL);
    }
  else
    {
      bench->record = circ_session_new_record (bench->test->session, kind, "A record");
      circ_change_insert (change, bench->record);
      g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
    }
  bench->row = CIRC_FIELD_ROW (circ_field_row_new (bench->test->session, circ_kind_get (kind), field));
  circ_field_row_set_record (bench->row, bench->record);
  bench->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bench->row));
  gtk_box_append (GTK_BOX (box), bench->elsewhere);
  circ_test_window_set_child (bench->test, box);
}

static void
tear_down (Bench *bench)
{
  circ_test_assert_names (GTK_WIDGET (bench->test->window));
  circ_test_assert_fits (GTK_WIDGET (bench->test->window));
  g_object_unref (bench->record);
  circ_test_window_free (bench->test);
}

/* What another program finds in the file, as a person would read it; NULL when it is blank. */
static char *
dup_stored (Bench *bench)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (bench->test);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircRecord) record = circ_store_get (other, circ_record_get_id (bench->record), &error);

  g_assert_no_error (error);

  return circ_record_format (record, circ_field_row_get_field (bench->row));
}

static void
assert_stored (Bench *bench,
               const char *expected)
{
  g_autofree char *stored = dup_stored (bench);

  if (expected == NULL)
    g_assert_true (stored == NULL || *stored == '\0');
  else
    g_assert_cmpstr (stored, ==, expected);
}

static void
leave (Bench *bench)
{
  circ_test_focus (bench->elsewhere);
}

typedef struct {
  const char *name;
  CircKindId kind;
  guint field;
  const char *typed;
  const char *stored;
  const char *second;
  const char *wrong; /* NULL: there is nothing that cannot be typed */
  const char *reason;
} Case;

static const Case cases[] = {
  { "text", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_SHORT_NAME, "Marsham", "Marsham", "MSP",
    "Marsham, where the river is wide and slow", "30" },
  { "validated", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_GENERIC_INBOX, "office@example.org", "office@example.org",
    "board@example.org", "not an address", "needs one @" },
  { "one-line", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT, "Papers – “final”", "Papers – “final”", "Minutes", NULL, NULL },
  { "long-text", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES, "first\nsecond", "first\nsecond", "third", NULL, NULL },
  { "integer", CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_QUANTITY, "1200", "1200", "7", "many", "whole number" },
  { "money", CIRC_KIND_AGENCY, CIRC_AGENCY_CONTRIBUTES_BUDGET, "1234.5", "£1234.50", "£7", "a lot", "amount in pounds" },
  { "date", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_ACTIVE_FROM, "4 Dec 2026", "04/12/2026", "5/12/2026", "some day", "is not a date" },
};

static GtkWidget *
get_words (Bench *bench)
{
  return GTK_WIDGET (circ_field_row_get_input (bench->row));
}

static char *
dup_shown (Bench *bench)
{
  GtkWidget *text = circ_test_peek (get_words (bench), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer;
  char *words;

  if (text == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (circ_test_find_type (get_words (bench), GTK_TYPE_TEXT, 0))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_object_get (buffer, "text", &words, NULL);

  return words;
}

static void
assert_shown (Bench *bench,
              const char *expected)
{
  g_autofree char *shown = dup_shown (bench);

  g_assert_cmpstr (shown, ==, expected);
}

static gboolean
has_reason (GtkWidget *widget,
            gpointer reason)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), reason) != NULL;
}

static gboolean
is_reason_shown (Bench *bench,
                 const char *reason)
{
  return circ_test_walk (GTK_WIDGET (bench->row), has_reason, (gpointer) reason) != NULL;
}

/* What cannot be saved stays, with the reason beneath, until it is mended or put back. */
static void
check_wrong (Bench *bench,
             const Case *row,
             const char *before)
{
  circ_test_replace (get_words (bench), row->wrong);
  leave (bench);
  assert_shown (bench, row->wrong);
  g_assert_true (circ_field_row_is_pending (bench->row));
  assert_stored (bench, before);
  g_assert_true (is_reason_shown (bench, row->reason));

  circ_test_focus (get_words (bench));
  circ_test_key (get_words (bench), GDK_KEY_Escape, 0);
  g_assert_false (circ_field_row_is_pending (bench->row));
  g_assert_false (is_reason_shown (bench, row->reason));
}

static void
test_typed (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *shown = NULL;
  g_autofree char *second = NULL;
  Bench bench;

  set_up (&bench, "empty", row->kind, row->field);
  circ_test_replace (get_words (&bench), row->typed);
  g_assert_true (circ_field_row_is_pending (bench.row));
  leave (&bench);
  g_assert_false (circ_field_row_is_pending (bench.row));
  assert_stored (&bench, row->stored);
  circ_test_focus (get_words (&bench));
  leave (&bench);
  shown = dup_shown (&bench);

  circ_test_replace (get_words (&bench), row->second);
  leave (&bench);
  second = dup_stored (&bench);
  g_assert_cmpstr (second, !=, row->stored);

  /* The row follows the record, whoever changes it. */
  circ_session_undo (bench.test->session);
  circ_test_settle (GTK_WIDGET (bench.row));
  assert_shown (&bench, shown);
  assert_stored (&bench, row->stored);
  circ_session_redo (bench.test->session);
  circ_test_settle (GTK_WIDGET (bench.row));
  assert_stored (&bench, second);

  /* Escape before leaving. */
  circ_test_type (get_words (&bench), "9");
  g_assert_true (circ_field_row_is_pending (bench.row));
  circ_test_key (get_words (&bench), GDK_KEY_Escape, 0);
  g_assert_false (circ_field_row_is_pending (bench.row));
  leave (&bench);
  assert_stored (&bench, second);

  if (row->wrong != NULL)
    check_wrong (&bench, row, second);
  tear_down (&bench);
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

  set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES);
  circ_test_type (get_words (&bench), "unfinished");
  g_assert_true (circ_field_row_is_pending (bench.row));
  circ_test_wait (is_saved, bench.row, "saving after two seconds");
  assert_stored (&bench, "unfinished");
  circ_test_type (get_words (&bench), " no more");
  leave (&bench);
  assert_stored (&bench, "unfinished no more");
  tear_down (&bench);
}

static void
test_enter_saves (void)
{
  Bench bench;

  set_up (&bench, "empty", CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_QUANTITY);
  circ_test_type (get_words (&bench), "12");
  circ_test_key (get_words (&bench), GDK_KEY_Return, 0);
  g_assert_false (circ_field_row_is_pending (bench.row));
  assert_stored (&bench, "12");
  tear_down (&bench);
}

static void
test_choice (void)
{
  Bench bench;
  GtkWidget *drop_down;

  set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CATEGORY);
  drop_down = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  assert_stored (&bench, "Meeting papers");
  circ_session_undo (bench.test->session);
  circ_test_settle (drop_down);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), !=, 2);
  tear_down (&bench);
}

static void
test_boolean (void)
{
  Bench bench;
  GtkWidget *toggle;

  set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_CASCADE_EXPECTED);
  toggle = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_SWITCH, NULL);
  circ_test_press_button (toggle);
  assert_stored (&bench, "Yes");
  circ_session_undo (bench.test->session);
  circ_test_settle (toggle);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  tear_down (&bench);
}

static void
test_set (void)
{
  Bench bench;
  g_autofree char *stored = NULL;
  GtkWidget *button;

  set_up (&bench, "empty", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_QUALITY_CHECKS);
  button = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL);
  circ_test_press_button (button);
  circ_test_click (GTK_WIDGET (bench.row), "Accurate");
  circ_test_click (GTK_WIDGET (bench.row), "Accessible");
  circ_test_assert_names (GTK_WIDGET (bench.row));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  circ_test_settle (button);
  stored = dup_stored (&bench);
  g_assert_nonnull (strstr (stored, "Accurate"));
  g_assert_nonnull (strstr (stored, "Accessible"));
  tear_down (&bench);
}

/* Found by typing, chosen with Enter; then a new one is added in the same change. */
static void
test_reference (void)
{
  Bench bench;
  GtkWidget *button;
  GtkWidget *search;

  set_up (&bench, "sample", CIRC_KIND_AUDIENCE, CIRC_AUDIENCE_PARENT);
  button = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL);
  circ_test_press_button (button);
  search = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, "Parents");
  circ_test_key (search, GDK_KEY_Return, 0);
  {
    g_autofree char *stored = dup_stored (&bench);

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
  tear_down (&bench);
}

static void
test_references (void)
{
  Bench bench;
  GtkWidget *search;

  set_up (&bench, "sample", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_KEY_MESSAGES);
  circ_test_press_button (circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_MENU_BUTTON, NULL));
  search = circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, NULL);
  circ_test_type (search, "Everybody counts here");
  circ_test_click (GTK_WIDGET (bench.row), "Add “Everybody counts here” as a new key message");
  circ_test_find (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Everybody counts here");
  circ_test_assert_names (GTK_WIDGET (bench.row));
  circ_test_click (GTK_WIDGET (bench.row), "Remove Everybody counts here");
  g_assert_null (circ_test_peek (GTK_WIDGET (bench.row), GTK_TYPE_LABEL, "Everybody counts here"));
  assert_stored (&bench, NULL);
  tear_down (&bench);
}

static void
test_rows (void)
{
  Bench bench;
  g_autofree char *stored = NULL;
  GVariant *value;

  set_up (&bench, "empty", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_PRIORITIES);
  circ_test_click (GTK_WIDGET (bench.row), "Add a Row");
  circ_test_type (circ_test_find_type (GTK_WIDGET (bench.row), GTK_TYPE_TEXT, 0), "Neglect");
  leave (&bench);
  value = circ_record_get (bench.record, CIRC_PARTNERSHIP_PRIORITIES);
  g_assert_nonnull (value);
  stored = g_variant_print (value, FALSE);
  g_assert_nonnull (strstr (stored, "Neglect"));
  circ_test_click (GTK_WIDGET (bench.row), "Remove This Row");
  g_assert_null (circ_record_get (bench.record, CIRC_PARTNERSHIP_PRIORITIES));
  tear_down (&bench);
}

/* Another window changed the same field while it was being edited: both are shown, neither is lost. */
static void
test_conflict (void)
{
  Bench bench;
  g_autoptr (GError) error = NULL;

  set_up (&bench, "empty", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_SHORT_NAME);
  circ_test_type (get_words (&bench), "Mine");
  {
    g_autoptr (CircStore) other = circ_store_open (bench.test->path, CIRC_STORE_OPEN_DEFAULT, "Another", &error);
    g_autoptr (CircRecord) theirs = circ_store_get_only (other, CIRC_KIND_PARTNERSHIP, &error);
    g_autoptr (CircChange) change = circ_change_new ("Theirs");

    circ_change_set_text (change, theirs, CIRC_PARTNERSHIP_SHORT_NAME, "Theirs");
    g_assert_true (circ_store_apply (other, change, &error));
  }
  circ_store_look (bench.test->store, NULL);
  leave (&bench);
  assert_shown (&bench, "Mine");
  assert_stored (&bench, "Theirs");
  circ_test_click (GTK_WIDGET (bench.row), "Keep Mine");
  assert_stored (&bench, "Mine");
  tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fields/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_typed);
    }
  g_test_add_func ("/fields/long-text-by-itself", test_long_text_by_itself);
  g_test_add_func ("/fields/enter-saves", test_enter_saves);
  g_test_add_func ("/fields/choice", test_choice);
  g_test_add_func ("/fields/boolean", test_boolean);
  g_test_add_func ("/fields/set", test_set);
  g_test_add_func ("/fields/reference", test_reference);
  g_test_add_func ("/fields/references", test_references);
  g_test_add_func ("/fields/rows", test_rows);
  g_test_add_func ("/fields/conflict", test_conflict);

  return circ_test_run ();
}
