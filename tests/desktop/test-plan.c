/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan from a table in a file to the board's desk, as one story in the real window. */
#include "config.h"

#include "circ-test-window.h"

#include <glib/gstdio.h>

#include "circ-audience.h"
#include "circ-entries-row.h"
#include "circ-export-window.h"
#include "circ-import-window.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"

#define N_INVENTED 7 /* rows of invented-plan.csv */

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
  CircPlanTable *table;
} Story;

static void
set_up (Story *story,
        gconstpointer template)
{
  story->test = circ_test_window_new (template);
  story->window = GTK_WIDGET (story->test->window);
  story->page = circ_test_find_type (story->window, CIRC_TYPE_PLAN_PAGE, 0);
}

static void
tear_down (Story *story,
           gconstpointer data)
{
  circ_test_assert_names (story->window);
  circ_test_window_free (story->test);
}

/* The table is on show once there is something in it. */
static CircPlanTable *
get_table (Story *story)
{
  if (story->table == NULL)
    story->table = CIRC_PLAN_TABLE (circ_test_find_type (story->window, CIRC_TYPE_PLAN_TABLE, 0));

  return story->table;
}

static gboolean
has_one_row (gpointer table)
{
  return circ_plan_table_get_n_rows (table) == 1;
}

static gboolean
has_all_rows (gpointer table)
{
  return circ_plan_table_get_n_rows (table) == N_INVENTED;
}

static gint64
count (Story *story,
       CircKindId kind)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (story->test);
  g_autoptr (CircQuery) query = circ_query_new (kind);

  /* What is planned comes and goes with the rules of the items; what was recorded is counted. */
  if (kind == CIRC_KIND_OCCURRENCE)
    circ_query_where_blank (query, CIRC_OCCURRENCE_COMPLETED_ON, FALSE);
  return circ_store_count (other, query, NULL);
}

static void
import (Story *story)
{
  g_autofree char *csv = g_build_filename (g_getenv ("CIRC_SOURCE_DIR"), "tests", "desktop", "invented-plan.csv", NULL);
  GtkWidget *window;

  circ_test_action (story->page, "page.import-from", "s", csv);
  window = circ_test_find_window ("Import a Plan");
  circ_test_find (window, GTK_TYPE_LABEL, "Papers for meetings");
  circ_test_assert_names (window);
  circ_test_assert_fits (window);
  g_assert_cmpint (count (story, CIRC_KIND_PLAN_ITEM), ==, 0);
  circ_test_action (window, "import.run", NULL);
  circ_test_wait (circ_test_is_alone, NULL, "end of the import");
  circ_test_wait (has_all_rows, get_table (story), "imported rows");
  g_assert_cmpint (count (story, CIRC_KIND_PLAN_ITEM), ==, N_INVENTED);
}

/* Typed while the table has the focus, as a person does who wants to find something. */
static void
find_by_typing (Story *story,
                const char *word)
{
  GtkWidget *search = circ_test_find (story->window, GTK_TYPE_SEARCH_ENTRY, NULL);

  circ_plan_table_focus (get_table (story));
  for (const char *letter = word; *letter != '\0'; letter++)
    circ_test_key (story->window, gdk_unicode_to_keyval ((guchar) *letter), 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, word);
  circ_test_wait (has_one_row, get_table (story), "one row found");
  circ_test_key (search, GDK_KEY_Return, 0);
  if (circ_plan_table_get_chosen (get_table (story)) == 0)
    circ_test_key (story->window, GDK_KEY_Down, 0);
  g_assert_cmpint (circ_plan_table_get_chosen (get_table (story)), !=, 0);
}

static void
edit_five_parts (Story *story)
{
  GtkWidget *place;

  place = circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "what");
  circ_test_replace (place, "Tide tables for crews");
  place = circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "to-whom");
  circ_test_type (place, "Lock keepers");
  circ_test_click (circ_test_find_row (story->window, CIRC_KIND_PLAN_ITEM, "to-whom"),
                   "Add “Lock keepers” as a new audience");
  place = circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "how");
  circ_test_type (place, "Notice on the quay");
  place = circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "by-whom");
  circ_test_type (place, "Harbour master");
  place = circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "when-text");
  circ_test_replace (place, "Every spring tide");
  circ_test_key (story->window, GDK_KEY_F6, 0);
}

static void
record_occurrence (Story *story)
{
  gint64 n_before = count (story, CIRC_KIND_OCCURRENCE);
  GtkWidget *window;

  circ_test_key (story->window, GDK_KEY_r, GDK_CONTROL_MASK);
  window = circ_test_find_window (NULL);
  g_assert_true (CIRC_IS_OCCURRENCE_WINDOW (window));
  circ_test_assert_names (window);
  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "recipients"), "All nine crews");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "notes"), "Handed out on the quay");
  circ_test_action (window, "occurrence.add-evidence", NULL);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_EVIDENCE, "title"), "Photograph of the board");
  circ_test_type (circ_test_find_input (window, CIRC_KIND_EVIDENCE, "link"), "https://example.org/board");
  circ_test_assert_names (window);
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  circ_test_wait (circ_test_is_alone, NULL, "end of the occurrence window");
  g_assert_cmpint (count (story, CIRC_KIND_OCCURRENCE), ==, n_before + 1);
  g_assert_cmpint (count (story, CIRC_KIND_EVIDENCE), ==, 1);
}

static void
assert_item (Story *story)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (story->test);
  g_autoptr (CircRecord) item = circ_store_get (other, circ_plan_table_get_chosen (get_table (story)), NULL);
  g_autofree char *to_whom = circ_record_format (item, CIRC_PLAN_ITEM_TO_WHOM);
  g_autofree char *how = circ_record_format (item, CIRC_PLAN_ITEM_HOW);
  g_autofree char *by_whom = circ_record_format (item, CIRC_PLAN_ITEM_BY_WHOM);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);

  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==, "Tide tables for crews");
  g_assert_nonnull (strstr (to_whom, "Ferry crews"));
  g_assert_nonnull (strstr (to_whom, "Lock keepers"));
  g_assert_nonnull (strstr (how, "Notice on the quay"));
  g_assert_nonnull (strstr (by_whom, "Harbour master"));
  g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Every spring tide");
  circ_query_search (query, "Lock keepers");
  g_assert_cmpint (circ_store_count (other, query, NULL), ==, 1);
}

/* Back to what was before the import, and forth again, one change at a time. */
static void
undo_and_redo (Story *story,
               const char *before,
               const char *first_title)
{
  g_autofree char *after = circ_test_window_dump (story->test);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n = 0;

  while (g_strcmp0 (circ_store_get_undo_title (story->test->store), first_title) != 0)
    {
      g_assert_cmpuint (n++, <, 50);
      circ_test_key (story->window, GDK_KEY_z, GDK_CONTROL_MASK);
    }
  g_assert_cmpuint (n, >=, 7);
  undone = circ_test_window_dump (story->test);
  g_assert_cmpstr (undone, ==, before);
  for (; n > 0; n--)
    circ_test_key (story->window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_null (circ_store_get_redo_title (story->test->store));
  redone = circ_test_window_dump (story->test);
  g_assert_cmpstr (redone, ==, after);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
message_cb (gboolean *told)
{
  *told = TRUE;
}

static gboolean
is_told (gpointer told)
{
  return *(gboolean *) told;
}

static void
export (Story *story,
        const char *document,
        const char *format,
        const char *start,
        const char *words)
{
  g_autofree char *name = g_strconcat (document, ".", format, NULL);
  g_autofree char *folder = g_path_get_dirname (story->test->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gboolean told = FALSE;
  gulong handler = g_signal_connect_swapped (story->test->session, "message", G_CALLBACK (message_cb), &told);
  GtkWidget *window;

  circ_test_key (story->window, GDK_KEY_e, GDK_CONTROL_MASK);
  window = circ_test_find_window (NULL);
  circ_test_action (window, "export.document", "s", document);
  circ_test_action (window, "export.format", "s", format);
  circ_test_assert_names (window);
  circ_test_action (window, "export.save-to", "s", path);
  circ_test_wait (is_there, path, "file that was exported");
  circ_test_wait (is_told, &told, "word of the file");
  g_signal_handler_disconnect (story->test->session, handler);
  /* Still there to tell what could not be kept as it is: a letter that no font has. */
  if (!circ_test_is_alone (NULL))
    circ_test_action (circ_test_find_window (NULL), "export.cancel", NULL);
  circ_test_wait (circ_test_is_alone, NULL, "end of the export window");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, start));
  if (words != NULL)
    g_assert_nonnull (strstr (contents, words));
}

static void
test_story (Story *story,
            gconstpointer data)
{
  g_autofree char *before = circ_test_window_dump (story->test);
  g_autofree char *first_title = g_strdup (circ_store_get_undo_title (story->test->store));

  import (story);
  find_by_typing (story, "harbour");
  edit_five_parts (story);
  assert_item (story);
  record_occurrence (story);
  undo_and_redo (story, before, first_title);
  circ_test_action (story->page, "page.clear-filters", NULL);
  circ_test_wait (has_all_rows, get_table (story), "all rows again");
  export (story, "plan", "pdf", "%PDF-", NULL);
  export (story, "plan", "xlsx", "PK", NULL);
  export (story, "plan", "csv", "", "Tide tables for crews");
  export (story, "progress", "pdf", "%PDF-", NULL);
  export (story, "progress", "csv", "", "Tide tables for crews");
}

/* One undo takes a whole import back, and the page says again that there is nothing. */
static void
test_import_once (Story *story,
                  gconstpointer data)
{
  import (story);
  circ_test_key (story->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (story, CIRC_KIND_PLAN_ITEM), ==, 0);
  circ_test_find (story->window, GTK_TYPE_LABEL, "No Plan Yet");
}

static gboolean
is_saved (gpointer store)
{
  return circ_store_get_undo_title (store) != NULL;
}

static void
test_new_item (Story *story,
               gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  circ_test_key (story->window, GDK_KEY_n, GDK_CONTROL_MASK);
  circ_test_type (circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "what"), "Bulletin");
  circ_test_type (circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "when-text"), "Monthly");
  circ_test_key (story->window, GDK_KEY_F6, 0);
  circ_test_wait (is_saved, story->test->store, "new item in the file");
  for (guint i = 0; i < 3 && circ_store_get_undo_title (story->test->store) != NULL; i++)
    circ_test_key (story->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (count (story, CIRC_KIND_PLAN_ITEM), ==, 0);
  for (guint i = 0; i < 3 && circ_store_get_redo_title (story->test->store) != NULL; i++)
    circ_test_key (story->window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  circ_query_search (query, "Bulletin");
  items = circ_store_find (story->test->store, query, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (circ_record_get_text (items->pdata[0], CIRC_PLAN_ITEM_WHEN_TEXT), ==, "Monthly");
}

/* Nothing is lost of 40,000 characters in two directions, and the page keeps its shape. */
static void
test_long_text (Story *story,
                gconstpointer data)
{
  GString *text = g_string_new ("معلومات 🛟 =HYPERLINK(\"http://x\")\n");
  g_autofree char *stored = NULL;

  import (story);
  find_by_typing (story, "audit");
  while (g_utf8_strlen (text->str, -1) < 40000)
    g_string_append (text, "The words of the strategy, kept exactly as they were written. ");
  g_string_append_c (text, '!');
  circ_test_replace (circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "what-notes"), text->str);
  circ_test_focus (circ_test_find_input (story->window, CIRC_KIND_PLAN_ITEM, "when-text"));
  {
    g_autoptr (CircStore) other = circ_test_window_open_again (story->test);
    g_autoptr (CircRecord) item = circ_store_get (other, circ_plan_table_get_chosen (get_table (story)), NULL);

    stored = g_strdup (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES));
  }
  g_assert_cmpstr (stored, ==, text->str);
  circ_test_assert_fits (story->window);
  g_string_free (text, TRUE);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, template, function) g_test_add ("/plan/" path, Story, template, set_up, function, tear_down)
  ADD ("story", "starter", test_story);
  ADD ("import-once", "starter", test_import_once);
  ADD ("new-item", "starter", test_new_item);
  ADD ("long-text", "starter", test_long_text);
#undef ADD

  return circ_test_run ();
}
