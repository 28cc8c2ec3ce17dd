/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every window and dialog: each thing that takes the focus has a name, and nothing is cut off. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-export-window.h"
#include "circ-form.h"
#include "circ-import-window.h"
#include "circ-forms.h"
#include "circ-lists-window.h"
#include "circ-occurrence-window.h"
#include "circ-plan-item.h"
#include "circ-preferences.h"
#include "circ-window.h"

static void
assert_window (GtkWidget *window)
{
  circ_test_assert_names (window);
  circ_test_assert_fits (window);
}

static gboolean
unfold (GtkWidget *widget)
{
  gboolean any = FALSE;

  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    {
      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
      any = TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    any |= unfold (child);

  return any;
}

static void
test_main (gconstpointer template)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new (template);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GArray) ids = circ_store_find_ids (test->store, query, NULL);

  assert_window (GTK_WIDGET (test->window));
  if (ids->len == 0)
    return;
  circ_window_show_record (CIRC_WINDOW (test->window), g_array_index (ids, gint64, 0));
  circ_test_settle (GTK_WIDGET (test->window));
  unfold (GTK_WIDGET (test->window));
  assert_window (GTK_WIDGET (test->window));
}

static void
test_large (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  test_main ("sample");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
test_dialogs (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  static const char *const actions[] = { "win.shortcuts", "win.about", "win.import", "win.export" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *window;

      circ_test_action (GTK_WIDGET (test->window), actions[i], NULL);
      window = circ_test_find_window (NULL);
      g_test_message ("%s", actions[i]);
      /* GTK's own windows are GTK's to name. */
      if (!GTK_IS_SHORTCUTS_WINDOW (window) && !ADW_IS_ABOUT_WINDOW (window))
        assert_window (window);
      gtk_window_destroy (GTK_WINDOW (window));
      circ_test_settle (GTK_WIDGET (test->window));
    }
}

static void
test_menus (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  circ_test_action (GTK_WIDGET (test->window), "win.menu", NULL);
  assert_window (GTK_WIDGET (test->window));
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU, 0)));
  circ_test_action (GTK_WIDGET (test->window), "win.search", NULL);
  assert_window (GTK_WIDGET (test->window));
  gtk_popover_popdown (GTK_POPOVER (circ_test_find_type (GTK_WIDGET (test->window), GTK_TYPE_POPOVER, 0)));
  circ_test_settle (GTK_WIDGET (test->window));
}

static void
test_occurrence (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = circ_store_find (test->store, query, NULL);
  GtkWidget *window =
    GTK_WIDGET (circ_occurrence_window_present (test->session, GTK_WIDGET (test->window), items->pdata[0], NULL));

  circ_test_settle (window);
  circ_test_action (window, "occurrence.add-evidence", NULL);
  unfold (window);
  assert_window (window);
}

static void
test_preferences (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (GtkSelectionModel) pages = NULL;
  GtkWidget *window;

  circ_preferences_present (test->session, GTK_WIDGET (test->window));
  window = circ_test_find_window (NULL);
  pages = adw_view_stack_get_pages (ADW_VIEW_STACK (circ_test_find_type (window, ADW_TYPE_VIEW_STACK, 0)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      gtk_selection_model_select_item (pages, i, TRUE);
      circ_test_settle (window);
      unfold (window);
      assert_window (window);
    }
}

static void
test_lists (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");

  for (guint set = 0; set < CIRC_N_FORMS_SETS; set++)
    for (const CircKindId *kind = circ_forms_get_kinds (set); *kind != CIRC_N_KINDS; kind++)
      {
        GtkWidget *window;

        circ_lists_window_present (test->session, GTK_WIDGET (test->window), *kind);
        window = circ_test_find_window (circ_forms_get_set_title (set));
        unfold (window);
        assert_window (window);
      }
}

static void
test_welcome (void)
{
  GtkWidget *window = circ_window_new (CIRC_APPLICATION (g_application_get_default ()), NULL);

  gtk_window_present (GTK_WINDOW (window));
  assert_window (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  g_test_add_data_func ("/names/main", "sample", test_main);
  g_test_add_data_func ("/names/empty", "starter", test_main);
  g_test_add_func ("/names/large", test_large);
  g_test_add_func ("/names/dialogs", test_dialogs);
  g_test_add_func ("/names/menus", test_menus);
  g_test_add_func ("/names/occurrence", test_occurrence);
  g_test_add_func ("/names/preferences", test_preferences);
  g_test_add_func ("/names/lists", test_lists);
  g_test_add_func ("/names/welcome", test_welcome);

  return circ_test_run ();
}
