/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "To whom": words and structure side by side, by the keyboard. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-chip.h"
#include "circ-entry.h"
#include "circ-field-row.h"
#include "circ-plan-item.h"
#include "circ-search-popover.h"

typedef struct {
  CircTestWindow *test;
  CircRecord *item; /* (owned) */
  GtkWidget *row;
  GtkWidget *elsewhere;
} Bench;

static void
set_up (Bench *bench,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (CircChange) change = circ_change_new ("An item to work on");

  bench->test = circ_test_window_new_bare ("starter");
  bench->item = circ_session_new_record (bench->test->session, CIRC_KIND_PLAN_ITEM, "Bulletin");
  circ_change_insert (change, bench->item);
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  bench->row = circ_field_row_new (bench->test->session, &circ_plan_item_kind, CIRC_PLAN_ITEM_TO_WHOM);
  circ_field_row_set_record (CIRC_FIELD_ROW (bench->row), bench->item);
  bench->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), bench->row);
  gtk_box_append (GTK_BOX (box), bench->elsewhere);
  circ_test_window_set_child (bench->test, box);
}

static void
tear_down (Bench *bench,
           gconstpointer data)
{
  circ_test_assert_names (GTK_WIDGET (bench->test->window));
  circ_test_assert_fits (GTK_WIDGET (bench->test->window));
  g_object_unref (bench->item);
  circ_test_window_free (bench->test);
}

/* What another program finds in the file: "words" or "words=kind: name", "|" between the entries. */
static char *
dup_stored (Bench *bench)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (bench->test);
  g_autoptr (CircRecord) item = circ_store_get (other, circ_record_get_id (bench->item), NULL);
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", entry->text);
      if (entry->link != 0)
        {
          g_autofree char *title = circ_store_dup_title (other, entry->link);

          g_string_append_printf (text, "=%s: %s", circ_store_get_kind_of (other, entry->link, NULL)->name, title);
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_stored (Bench *bench,
               const char *expected)
{
  g_autofree char *stored = dup_stored (bench);

  g_assert_cmpstr (stored, ==, expected);
}

static GtkWidget *
get_entry (Bench *bench)
{
  return circ_input_get_focus (circ_field_row_get_input (CIRC_FIELD_ROW (bench->row)));
}

static GtkWidget *
find_chip (Bench *bench,
           const char *words)
{
  GtkWidget *label = circ_test_find (bench->row, GTK_TYPE_LABEL, words);

  return gtk_widget_get_ancestor (label, CIRC_TYPE_CHIP);
}

/* A name of the starter lists. */
static char *
dup_audience (Bench *bench)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);
  g_autoptr (GArray) ids = circ_store_find_ids (bench->test->store, query, NULL);

  g_assert_cmpuint (ids->len, >, 0);

  return circ_store_dup_title (bench->test->store, g_array_index (ids, gint64, 0));
}

static void
test_words (Bench *bench,
            gconstpointer data)
{
  GtkWidget *chip;

  circ_test_type (get_entry (bench), "Friends of the canal");
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  circ_test_type (get_entry (bench), "Two villages");
  circ_test_focus (bench->elsewhere);
  assert_stored (bench, "Friends of the canal|Two villages");

  /* Not by colour alone: the word stands beside it, and a screen reader says it. */
  chip = find_chip (bench, "Friends of the canal");
  g_assert_nonnull (circ_test_peek (chip, GTK_TYPE_LABEL, "not linked"));
  circ_test_assert_label (circ_test_find_type (chip, GTK_TYPE_BUTTON, 0), "Friends of the canal, not linked");
}

static void
test_recognised (Bench *bench,
                 gconstpointer data)
{
  g_autofree char *name = dup_audience (bench);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *expected = g_strdup_printf ("%s=audience: %s", lower, name);

  circ_test_type (get_entry (bench), lower);
  circ_test_focus (bench->elsewhere);
  assert_stored (bench, expected);
  g_assert_null (circ_test_peek (find_chip (bench, lower), GTK_TYPE_LABEL, "not linked"));
}

static void
test_chosen (Bench *bench,
             gconstpointer data)
{
  g_autofree char *name = dup_audience (bench);
  g_autofree char *expected = g_strdup_printf ("%s=audience: %s", name, name);

  /* The exact name stands first, so Enter takes it. */
  circ_test_type (get_entry (bench), name);
  circ_test_find (bench->row, GTK_TYPE_LIST_BOX_ROW, name);
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  assert_stored (bench, expected);
}

static void
test_linked_later (Bench *bench,
                   gconstpointer data)
{
  g_autofree char *name = dup_audience (bench);
  g_autofree char *expected = g_strdup_printf ("Those people=audience: %s", name);
  g_autofree char *meaning = g_strdup_printf ("Audience: %s", name);
  GtkWidget *search;

  circ_test_type (get_entry (bench), "Those people");
  circ_test_focus (bench->elsewhere);
  circ_test_click (find_chip (bench, "Those people"), "Those people");
  circ_test_find (bench->row, GTK_TYPE_LABEL, "Not linked yet");
  circ_test_assert_names (bench->row);
  search = circ_test_find (bench->row, GTK_TYPE_ENTRY, "Search for what it means");
  circ_test_type (search, name);
  circ_test_key (search, GDK_KEY_Return, 0);
  assert_stored (bench, expected);

  /* Opened again it says what it means, and can be unlinked; the words stay. */
  circ_test_click (find_chip (bench, "Those people"), "Those people");
  circ_test_find (bench->row, GTK_TYPE_LABEL, meaning);
  circ_test_click (bench->row, "Unlink");
  assert_stored (bench, "Those people");
}

static void
test_added (Bench *bench,
            gconstpointer data)
{
  circ_test_type (get_entry (bench), "Night workers");
  circ_test_click (bench->row, "Add “Night workers” as a new audience");
  assert_stored (bench, "Night workers=audience: Night workers");
  /* The record and the entry came in one change, so one undo takes both away. */
  circ_session_undo (bench->test->session);
  circ_test_settle (bench->row);
  assert_stored (bench, "");
  {
    g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);
    g_autoptr (GArray) ids = NULL;

    circ_query_search (query, "Night workers");
    ids = circ_store_find_ids (bench->test->store, query, NULL);
    g_assert_cmpuint (ids->len, ==, 0);
  }
  circ_session_redo (bench->test->session);
  circ_test_settle (bench->row);
  assert_stored (bench, "Night workers=audience: Night workers");
  find_chip (bench, "Night workers");
}

/* From the words that stand there already, with one click. */
static void
test_added_later (Bench *bench,
                  gconstpointer data)
{
  circ_test_type (get_entry (bench), "Ferry crews");
  circ_test_focus (bench->elsewhere);
  circ_test_click (find_chip (bench, "Ferry crews"), "Ferry crews");
  circ_test_click (bench->row, "Add “Ferry crews” as a new group");
  assert_stored (bench, "Ferry crews=group: Ferry crews");
}

static void
test_removed (Bench *bench,
              gconstpointer data)
{
  circ_test_type (get_entry (bench), "First");
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  circ_test_type (get_entry (bench), "Second");
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  assert_stored (bench, "First|Second");

  /* Backspace at the start of the text goes to the last chip, and a second one removes it: none goes by accident. */
  circ_test_key (get_entry (bench), GDK_KEY_BackSpace, 0);
  assert_stored (bench, "First|Second");
  circ_test_key (GTK_WIDGET (bench->test->window), GDK_KEY_BackSpace, 0);
  assert_stored (bench, "First");
  g_assert_null (circ_test_peek (bench->row, GTK_TYPE_LABEL, "Second"));
  circ_session_undo (bench->test->session);
  circ_test_settle (bench->row);
  assert_stored (bench, "First|Second");
  find_chip (bench, "Second");
}

static void
test_moved (Bench *bench,
            gconstpointer data)
{
  circ_test_type (get_entry (bench), "First");
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  circ_test_type (get_entry (bench), "Second");
  circ_test_key (get_entry (bench), GDK_KEY_Return, 0);
  circ_test_key (get_entry (bench), GDK_KEY_Left, 0);
  circ_test_key (GTK_WIDGET (bench->test->window), GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_stored (bench, "Second|First");
}

static void
test_mended (Bench *bench,
             gconstpointer data)
{
  GtkWidget *words;

  circ_test_type (get_entry (bench), "Freinds");
  circ_test_focus (bench->elsewhere);
  circ_test_click (find_chip (bench, "Freinds"), "Freinds");
  words = circ_test_find (bench->row, GTK_TYPE_ENTRY, "Words of the strategy");
  circ_test_replace (words, "Friends");
  circ_test_key (words, GDK_KEY_Return, 0);
  assert_stored (bench, "Friends");
}

static void
set_retired (Bench *bench,
             CircRecord *record,
             const char *day)
{
  g_autoptr (CircChange) change = circ_change_new ("Retired, or not");

  circ_change_set_text (change, record, (guint) circ_record_get_kind (record)->archived_field, day);
  g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
  circ_test_settle (bench->row);
}

/* What is not offered any more is dim where it is used and where it is found, and says why in a word. */
static void
test_retired (Bench *bench,
              gconstpointer data)
{
  g_autofree char *name = dup_audience (bench);
  g_autofree char *told = g_strdup_printf ("%s, retired, Audience: %s", name, name);
  g_autofree char *found = g_strdup_printf ("%s (retired)", name);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);
  g_autoptr (GArray) ids = circ_store_find_ids (bench->test->store, query, NULL);
  g_autoptr (CircRecord) audience = circ_store_get (bench->test->store, g_array_index (ids, gint64, 0), NULL);
  GtkWidget *popover = circ_search_popover_new ();
  GtkWidget *chip;

  circ_test_type (get_entry (bench), name);
  circ_test_focus (bench->elsewhere);
  chip = find_chip (bench, name);
  g_assert_null (circ_test_peek (chip, GTK_TYPE_LABEL, "retired"));

  set_retired (bench, audience, CIRC_TEST_TODAY);
  circ_test_find (chip, GTK_TYPE_LABEL, "retired");
  g_assert_true (gtk_widget_has_css_class (circ_test_find (chip, GTK_TYPE_LABEL, name), "dim-label"));
  circ_test_assert_label (circ_test_find_type (chip, GTK_TYPE_BUTTON, 0), told);

  gtk_widget_set_parent (popover, bench->elsewhere);
  circ_search_popover_set_session (CIRC_SEARCH_POPOVER (popover), bench->test->session);
  gtk_popover_popup (GTK_POPOVER (popover));
  circ_test_type (popover, name);
  g_assert_true (gtk_widget_has_css_class (circ_test_find (popover, GTK_TYPE_LABEL, found), "dim-label"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  circ_test_settle (bench->row);
  gtk_widget_unparent (popover);

  set_retired (bench, audience, NULL);
  g_assert_null (circ_test_peek (chip, GTK_TYPE_LABEL, "retired"));
  g_assert_false (gtk_widget_has_css_class (circ_test_find (chip, GTK_TYPE_LABEL, name), "dim-label"));
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/entries/" path, Bench, NULL, set_up, function, tear_down)
  ADD ("words", test_words);
  ADD ("recognised", test_recognised);
  ADD ("chosen", test_chosen);
  ADD ("linked-later", test_linked_later);
  ADD ("added", test_added);
  ADD ("added-later", test_added_later);
  ADD ("removed", test_removed);
  ADD ("moved", test_moved);
  ADD ("mended", test_mended);
  ADD ("retired", test_retired);
#undef ADD

  return circ_test_run ();
}
