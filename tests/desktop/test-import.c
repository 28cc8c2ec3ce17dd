/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import window, and the workers that it gives its rows to. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-import-preview.h"
#include "circ-import-row.h"
#include "circ-import-window.h"
#include "circ-plan-item.h"

#define PLAN "What,\"How, by whom\",Other\nTide tables,\"Email\nPigeon\",Monthly\nQuay rules,Post,Weekly\n"

typedef struct {
  CircTestWindow *test;
  GtkWidget *window; /* of the import */
} Desk;

static void
open_file (Desk *desk,
           const char *text)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "quays.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  circ_test_action (desk->window, "import.open-path", "s", path);
  circ_test_find_type (desk->window, CIRC_TYPE_IMPORT_PREVIEW, 0);
}

static void
set_up (Desk *desk,
        gconstpointer template)
{
  desk->test = circ_test_window_new (template);
  circ_import_window_present (desk->test->session, GTK_WIDGET (desk->test->window), NULL);
  desk->window = circ_test_find_window ("Import a Plan");
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  circ_test_window_free (desk->test);
}

static gboolean
is_over (gpointer user_data)
{
  return circ_test_peek_window (NULL) == NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What was to be shown in the next moment is not looked up in rows that a worker saves. */
static void
test_saving (Desk *desk,
             gconstpointer data)
{
  GtkWidget *run;
  g_autoptr (GtkWidget) move = NULL;
  guint n = 0;

  open_file (desk, PLAN);
  run = circ_test_find (desk->window, GTK_TYPE_BUTTON, "Import 2 Items");
  move = g_object_ref (circ_test_find (desk->window, GTK_TYPE_BUTTON, "Move to By Whom"));
  g_signal_emit_by_name (move, "clicked");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (circ_test_find (desk->window, GTK_TYPE_CHECK_BUTTON,
                                                                 "Import “Quay rules”")), FALSE);
  g_assert_true (gtk_widget_activate_action (desk->window, "import.run", NULL));
  g_assert_null (gtk_widget_get_parent (move)); /* shown anew at once */
  g_signal_connect_swapped (run, "notify::label", G_CALLBACK (count_cb), &n);
  circ_test_wait (is_over, NULL, "end of the import window");
  g_assert_cmpuint (n, ==, 0);
  circ_test_find (GTK_WIDGET (desk->test->window), GTK_TYPE_LABEL, "Imported 1 item from quays.csv");
}

/* With large text a title takes more lines: it is what the row is about, and gives way to nothing. */
static void
test_large_text (Desk *desk,
                 gconstpointer data)
{
  static const char *const texts[] = { "Tide tables for keepers of the locks along both canals", "Please answer before May" };
  g_autofree char *plan = g_strdup_printf ("What,\"How, by whom\",Other\n%s,Post,Monthly\n%s,Post,Weekly\n", texts[0], texts[1]);

  open_file (desk, plan);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  circ_test_settle (desk->window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row = circ_test_find_type (desk->window, CIRC_TYPE_IMPORT_ROW, i);

      circ_test_find (row, GTK_TYPE_LABEL, texts[i]);
      circ_test_assert_whole (row);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  circ_test_settle (desk->window);
}

static void
fill_plan (Desk *desk,
           guint n)
{
  g_autoptr (CircChange) change = circ_change_new ("Added");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Tides of day %u", i);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_change_insert (change, item);
    }
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
}

/* A short file on top of a long plan is a worker's too: it is compared with all of it. */
static void
test_long_plan (Desk *desk,
                gconstpointer data)
{
  open_file (desk, PLAN);
  g_assert_true (gtk_widget_activate_action (desk->window, "import.match", "(uu)", 2, CIRC_IMPORT_COLUMN_WHEN));
  g_assert_null (circ_test_peek (desk->window, GTK_TYPE_LABEL, "Reading quays.csv…"));

  fill_plan (desk, 1001);
  g_assert_true (gtk_widget_activate_action (desk->window, "import.match", "(uu)", 2, CIRC_IMPORT_COLUMN_TO_WHOM));
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Reading quays.csv…");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Import 2 Items");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "To whom");
}

/* So are the starter rows. */
static void
test_starter (Desk *desk,
              gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (desk->window, "import.starter", NULL));
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Reading the starter rows…");
  circ_test_find_type (desk->window, CIRC_TYPE_IMPORT_PREVIEW, 0);
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Starter rows");
}

/* Another file in the place of the first: the window lets go of both. */
static void
test_another (Desk *desk,
              gconstpointer data)
{
  open_file (desk, PLAN);
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Import 2 Items");
  open_file (desk, "What\nTide tables\n");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Import 1 Item");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(path, template, function) g_test_add ("/import/" path, Desk, template, set_up, function, tear_down)
  ADD ("saving", "empty", test_saving);
  ADD ("large-text", "empty", test_large_text);
  ADD ("long-plan", "empty", test_long_plan);
  ADD ("another", "empty", test_another);
  ADD ("starter", "empty", test_starter);
#undef ADD

  return circ_test_run ();
}
