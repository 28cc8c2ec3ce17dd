/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shots FOLDER: a picture of every page and dialog. -p /shots/NAME takes one of them. */
#include "config.h"

#include "shots.h"

#include "circ-entries-row.h"
#include "circ-entry-popover.h"
#include "circ-export-window.h"
#include "circ-form.h"
#include "circ-import-window.h"
#include "circ-lists-window.h"
#include "circ-occurrence-window.h"
#include "circ-plan-filter.h"
#include "circ-plan-item.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"
#include "circ-preferences.h"
#include "circ-preview-pages.h"
#include "circ-window.h"

#define NORMAL_DPI (96 * 1024)

static const char *folder;

void
shoot (gpointer widget,
       const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  circ_test_shot (widget, path);
}

void
set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
}

void
set_scale (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI * percent / 100, NULL);
}

void
resize (CircTestWindow *test,
        int width,
        int height)
{
  gtk_window_set_default_size (test->window, width, height);
  circ_test_settle (GTK_WIDGET (test->window));
  circ_test_settle (GTK_WIDGET (test->window));
}

/* The item of the sample for which most was recorded. */
CircRecord *
find_busy_item (CircTestWindow *test)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = circ_store_find (test->store, query, NULL);
  CircRecord *busy = NULL;
  guint most = 0;

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) parts =
        circ_store_find_parts (test->store, circ_record_get_id (items->pdata[i]), CIRC_KIND_OCCURRENCE, NULL);

      if (busy == NULL || parts->len > most)
        {
          busy = items->pdata[i];
          most = parts->len;
        }
    }

  return g_object_ref (busy);
}

void
choose (CircTestWindow *test,
        CircRecord *item)
{
  circ_window_show_record (CIRC_WINDOW (test->window), circ_record_get_id (item));
  circ_test_settle (GTK_WIDGET (test->window));
  gtk_window_set_focus (test->window, NULL);
  circ_test_settle (GTK_WIDGET (test->window));
}

void
scroll_details (CircTestWindow *test,
                double part)
{
  GtkWidget *form = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_FORM, 0);
  GtkWidget *scrolled = gtk_widget_get_ancestor (form, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, part * gtk_adjustment_get_upper (adjustment));
  circ_test_settle (GTK_WIDGET (test->window));
}

static void
shoot_plan (const char *name,
            int width,
            int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autofree char *details = g_strconcat (name, "-details", NULL);

  resize (test, width, height);
  if (width <= NARROW_WIDTH)
    shoot (test->window, name);
  choose (test, item);
  shoot (test->window, width <= NARROW_WIDTH ? details : name);
}

static void
shot_plan_light (void)
{
  shoot_plan ("plan-light", 1280, 800);
}

static void
shot_plan_dark (void)
{
  set_dark (TRUE);
  shoot_plan ("plan-dark", 1280, 800);
  set_dark (FALSE);
}

static void
shot_plan_large (void)
{
  set_scale (200);
  shoot_plan ("plan-200", 1280, 880);
  set_scale (100);
}

static void
shot_plan_narrow (void)
{
  shoot_plan ("plan-narrow", NARROW_WIDTH, 800);
}

static void
shot_plan_occurrences (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);

  resize (test, 1280, 800);
  choose (test, item);
  scroll_details (test, 0.45);
  shoot (test->window, "plan-occurrences");
  scroll_details (test, 1);
  shoot (test->window, "plan-history");
}

/* The folded parts of the form, all of them open. */
static void
shot_plan_further (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autoptr (CircChange) change = circ_change_new ("Checked");

  const char *checks[] = { "relevant", "right_audience", "clear", "timely", "branded", "data_protection", NULL };

  circ_change_set (change, item, CIRC_PLAN_ITEM_QUALITY_CHECKS, g_variant_new_strv (checks, -1));
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_MODE, "reactive");
  g_assert_true (circ_store_apply (test->store, change, NULL));
  resize (test, NARROW_WIDTH, 800);
  choose (test, item);
  for (guint i = 0; i < 3; i++)
    gtk_expander_set_expanded (GTK_EXPANDER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_EXPANDER, i)), TRUE);
  circ_test_settle (GTK_WIDGET (test->window));
  scroll_details (test, 0.25);
  shoot (test->window, "plan-narrow-further");
  set_scale (200);
  circ_test_settle (GTK_WIDGET (test->window));
  scroll_details (test, 0.5);
  shoot (test->window, "plan-narrow-quality-200");
  set_scale (100);
}

static void
shot_plan_filter (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *filter = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_PLAN_FILTER, 0);

  resize (test, 1280, 800);
  circ_test_action (filter, "filter.state", "s", "overdue");
  circ_test_action (filter, "filter.year", "i", 2025);
  circ_test_settle (GTK_WIDGET (test->window));
  shoot (test->window, "plan-filter");
}

/* Somebody else has written into the field that is being edited. */
static void
shot_plan_conflict (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autoptr (CircChange) change = circ_change_new ("Changed elsewhere");
  GtkWidget *row;

  resize (test, 1280, 800);
  choose (test, item);
  row = circ_test_find_row (GTK_WIDGET (test->window), CIRC_KIND_PLAN_ITEM, "what");
  circ_test_type (circ_input_get_focus (circ_field_row_get_input (CIRC_FIELD_ROW (row))), "Monthly ");
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT, "Bulletin for everybody who practises");
  g_assert_true (circ_store_apply (test->store, change, NULL));
  circ_test_settle (GTK_WIDGET (test->window));
  shoot (test->window, "plan-conflict");
  circ_field_row_restore (CIRC_FIELD_ROW (row));
}

static void
shot_plan_nothing (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  resize (test, 1280, 800);
  circ_test_type (circ_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY, NULL), "xylophone");
  circ_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, "Nothing Found");
  shoot (test->window, "plan-nothing-found");
}

static void
shot_plan_empty (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("starter");

  resize (test, 1280, 800);
  shoot (test->window, "plan-empty");
  circ_test_click (GTK_WIDGET (test->window), "Add an Item");
  shoot (test->window, "plan-new-item");
}

/* 50,000 characters, right to left, outside the basic plane, and a word without a space in it. */
static char *
create_long_text (void)
{
  GString *text = g_string_new ("معلومات حول السلامة على الإنترنت 🛟👩‍👩‍👧‍👦 ");

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "unbroken");
  while (g_utf8_strlen (text->str, -1) < 49900)
    g_string_append (text, " The words of the strategy, kept exactly as they were written.\n");

  return g_string_free (text, FALSE);
}

static void
shot_plan_long (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autoptr (CircChange) change = circ_change_new ("Wrote a lot");
  g_autofree char *notes = create_long_text ();

  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT_NOTES, notes);
  circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT,
                        "معلومات حول السلامة على الإنترنت 🛟 and then a title that goes on for much longer than any column "
                        "of any table has room for, because somebody pasted a whole paragraph into it");
  g_assert_true (circ_session_apply_quietly (test->session, change, NULL));
  resize (test, 1280, 800);
  choose (test, item);
  shoot (test->window, "plan-long-text");
}

/* GTK complains of a tooltip that was on its way when the window went, so this waits for as long as one takes to come. */
static void
close_popover (CircTestWindow *test)
{
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER, 0)));
  circ_test_pass (700);
}

static void
shot_popovers (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  GtkWidget *row;

  resize (test, 1280, 880);
  choose (test, item);
  row = circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_ENTRIES_ROW, 0);
  circ_test_type (circ_input_get_focus (CIRC_INPUT (row)), "pa");
  shoot (circ_test_find_type (row, GTK_TYPE_POPOVER, 0), "entry-chooser");
  circ_test_key (circ_input_get_focus (CIRC_INPUT (row)), GDK_KEY_Escape, 0);
  circ_test_replace (circ_input_get_focus (CIRC_INPUT (row)), "");
  circ_test_press_button (circ_test_find_type (row, GTK_TYPE_BUTTON, 0));
  shoot (circ_test_find_type (row, CIRC_TYPE_ENTRY_POPOVER, 0), "entry-popover");
  close_popover (test);
}

static void
shot_menus (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  resize (test, 1280, 800);
  circ_test_action (GTK_WIDGET (test->window), "win.menu", NULL);
  shoot (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU, 0), "menu");
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU, 0)));
  circ_test_settle (GTK_WIDGET (test->window));
  circ_plan_table_focus (CIRC_PLAN_TABLE (circ_test_find_type (GTK_WIDGET (test->window), CIRC_TYPE_PLAN_TABLE, 0)));
  circ_test_settle (GTK_WIDGET (test->window));
  circ_test_key (GTK_WIDGET (test->window), GDK_KEY_Menu, 0);
  shoot (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU, 0), "row-menu");
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU, 0)));
  circ_test_settle (GTK_WIDGET (test->window));
  circ_test_action (GTK_WIDGET (test->window), "win.search", NULL);
  circ_test_type (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER, 0), "training");
  circ_test_pass (400);
  shoot (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER, 0), "search-everything");
  close_popover (test);
}

static void
shot_import (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autofree char *csv = g_build_filename (g_getenv ("CIRC_SOURCE_DIR"), "tests", "desktop", "invented-plan.csv", NULL);
  GtkWidget *window;

  circ_import_window_present (test->session, GTK_WIDGET (test->window), NULL);
  window = circ_test_find_window (NULL);
  shoot (window, "import-file");
  circ_test_action (window, "import.open-path", "s", csv);
  circ_test_find (window, GTK_TYPE_LABEL, "Papers for meetings");
  shoot (window, "import-preview");
  set_scale (200);
  circ_test_settle (window);
  shoot (window, "import-preview-200");
  set_scale (100);
  circ_test_settle (window);
}

static gboolean
is_drawn (gpointer pages)
{
  return circ_preview_pages_get_n_drawn (pages) > 0;
}

static void
shot_export (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  GtkWidget *window;

  circ_export_window_present (test->session, GTK_WIDGET (test->window), view);
  window = circ_test_find_window (NULL);
  circ_test_wait (is_drawn, circ_test_find_type (window, CIRC_TYPE_PREVIEW_PAGES, 0), "picture of a page");
  shoot (window, "export-pdf");
  circ_test_action (window, "export.format", "s", "csv");
  shoot (window, "export-csv");
}

static void
shot_occurrence (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  GtkWidget *window = GTK_WIDGET (circ_occurrence_window_present (test->session, GTK_WIDGET (test->window), item, NULL));

  circ_test_settle (window);
  shoot (window, "occurrence");
  circ_test_action (window, "occurrence.add-evidence", NULL);
  shoot (window, "occurrence-evidence");
}

static void
shot_preferences (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window;
  GtkWidget *stack;
  g_autoptr (GtkSelectionModel) pages = NULL;

  circ_preferences_present (test->session, GTK_WIDGET (test->window));
  window = circ_test_find_window (NULL);
  stack = circ_test_find_type (window, ADW_TYPE_VIEW_STACK, 0);
  pages = adw_view_stack_get_pages (ADW_VIEW_STACK (stack));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      GtkWidget *scrolled;
      GtkAdjustment *adjustment;

      gtk_selection_model_select_item (pages, i, TRUE);
      circ_test_settle (window);
      scrolled = circ_test_peek (adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)), GTK_TYPE_SCROLLED_WINDOW, NULL);
      for (guint step = 0; step < 3; step++)
        {
          g_autofree char *name = g_strdup_printf ("preferences-%u-%u", i + 1, step + 1);

          shoot (window, name);
          if (scrolled == NULL)
            break;
          adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
          if (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + 1
              >= gtk_adjustment_get_upper (adjustment))
            break;
          gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
          circ_test_settle (window);
        }
    }
}

static void
shot_lists (void)
{
  static const CircKindId kinds[] = { CIRC_KIND_AUDIENCE, CIRC_KIND_METHOD, CIRC_KIND_CONTACT, CIRC_KIND_AGENCY };
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat ("lists-", circ_kind_get (kinds[i])->name, NULL);
      GtkWidget *window;

      circ_lists_window_present (test->session, GTK_WIDGET (test->window), kinds[i]);
      window = circ_test_find_window (NULL);
      circ_test_settle (window);
      shoot (window, name);
    }
}

static void
shot_welcome (void)
{
  GtkWidget *window = circ_window_new (CIRC_APPLICATION (g_application_get_default ()), NULL);

  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  circ_test_settle (window);
  shoot (window, "welcome");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shot_shortcuts (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window;

  circ_test_action (GTK_WIDGET (test->window), "win.shortcuts", NULL);
  window = circ_test_find_window (NULL);
  shoot (window, "shortcuts");
  gtk_window_close (GTK_WINDOW (window));
  circ_test_action (GTK_WIDGET (test->window), "win.about", NULL);
  shoot (circ_test_find_window (NULL), "about");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  if (argc < 2)
    {
      g_printerr ("usage: shots FOLDER [-p /shots/NAME]\n");
      return 2;
    }
  folder = argv[1];
  g_test_add_func ("/shots/plan-light", shot_plan_light);
  g_test_add_func ("/shots/plan-dark", shot_plan_dark);
  g_test_add_func ("/shots/plan-large", shot_plan_large);
  g_test_add_func ("/shots/plan-narrow", shot_plan_narrow);
  g_test_add_func ("/shots/plan-occurrences", shot_plan_occurrences);
  g_test_add_func ("/shots/plan-further", shot_plan_further);
  g_test_add_func ("/shots/plan-filter", shot_plan_filter);
  g_test_add_func ("/shots/plan-conflict", shot_plan_conflict);
  g_test_add_func ("/shots/plan-nothing", shot_plan_nothing);
  g_test_add_func ("/shots/plan-empty", shot_plan_empty);
  g_test_add_func ("/shots/plan-long", shot_plan_long);
  g_test_add_func ("/shots/popovers", shot_popovers);
  g_test_add_func ("/shots/menus", shot_menus);
  g_test_add_func ("/shots/import", shot_import);
  g_test_add_func ("/shots/export", shot_export);
  g_test_add_func ("/shots/occurrence", shot_occurrence);
  g_test_add_func ("/shots/preferences", shot_preferences);
  g_test_add_func ("/shots/lists", shot_lists);
  shots_add_keep ();
  shots_add_when ();
  shots_add_matrix ();
  shots_add_today ();
  shots_add_results ();
  g_test_add_func ("/shots/welcome", shot_welcome);
  g_test_add_func ("/shots/shortcuts", shot_shortcuts);

  return circ_test_run ();
}
