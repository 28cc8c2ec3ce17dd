/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of what keeps a record safe: backups, banners, a conflict, erasing, the check. */
#include "config.h"

#include "shots.h"

#include "circ-backups.h"
#include "circ-erase-dialog.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

#include <glib/gstdio.h>

/* Three backups, of days that do not change. */
static void
make_backups (CircTestWindow *test)
{
  static const char *const times[] = { "2026-11-18 081502", "2026-11-20 090117", "2026-11-21 084530" };
  g_autofree char *backups = circ_backups_dup_folder (test->path);

  g_mkdir (backups, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *name = g_strdup_printf ("partnership %s.circulate", times[i]);
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autoptr (CircRecord) item = find_busy_item (test);
      g_autofree char *notes = g_strdup_printf ("Version %u", i + 1);
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_string (notes));

      g_assert_true (circ_session_set_field (test->session, item, CIRC_PLAN_ITEM_WHAT_NOTES, value, NULL));
      g_assert_true (circ_store_backup (test->store, path, NULL));
    }
}

static void
shoot_backups (const char *name,
               int width)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window;

  make_backups (test);
  circ_test_action (GTK_WIDGET (test->window), "win.restore", NULL);
  window = circ_test_find_window ("Backups");
  circ_test_find_type (window, ADW_TYPE_ACTION_ROW, 0);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 560);
  circ_test_settle (window);
  circ_test_settle (window);
  shoot (window, name);
  if (!g_str_equal (name, "backups-light"))
    return;
  circ_test_click (window, "Restore…");
  shoot (circ_test_find_window (NULL), "backups-restore");
  circ_test_click (circ_test_find_window (NULL), "Cancel");
  circ_test_click (window, "Open Read-Only");
  circ_test_pass (200);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (other)), "Backup of "))
        shoot (other, "backups-open");
    }
}

static void
shot_backups (void)
{
  shoot_backups ("backups-light", 640);
  set_dark (TRUE);
  shoot_backups ("backups-dark", 640);
  set_dark (FALSE);
  set_scale (200);
  shoot_backups ("backups-200", 720);
  set_scale (100);
  shoot_backups ("backups-narrow", 360);
}

static void
shot_backups_empty (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  GtkWidget *window;

  circ_test_action (GTK_WIDGET (test->window), "win.restore", NULL);
  window = circ_test_find_window ("Backups");
  circ_test_find (window, GTK_TYPE_LABEL, "No Backups Yet");
  shoot (window, "backups-empty");
}

/* A file that is gone, with something typed into it; in each look. */
static void
shoot_moved (const char *name,
             int width,
             int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autofree char *away = g_strconcat (test->path, ".away", NULL);

  resize (test, width, height);
  choose (test, item);
  g_assert_cmpint (g_rename (test->path, away), ==, 0);
  circ_test_pass (800);
  shoot (test->window, name);
  g_assert_cmpint (g_rename (away, test->path), ==, 0);
  circ_test_pass (800);
}

static void
shot_banner (void)
{
  shoot_moved ("banner-moved-light", 1280, 800);
  set_dark (TRUE);
  shoot_moved ("banner-moved-dark", 1280, 800);
  set_dark (FALSE);
  set_scale (200);
  shoot_moved ("banner-moved-200", 1280, 880);
  set_scale (100);
  shoot_moved ("banner-moved-narrow", NARROW_WIDTH, 800);
}

static void
shoot_conflict (const char *name,
                int width,
                int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autoptr (CircStore) other = circ_store_open (test->path, CIRC_STORE_OPEN_DEFAULT, "Alex Another", NULL);
  g_autoptr (CircRecord) theirs = circ_store_get (other, circ_record_get_id (item), NULL);
  g_autoptr (CircChange) change = circ_change_new ("Changed “Notes”");
  GtkWidget *row;

  resize (test, width, height);
  choose (test, item);
  row = circ_test_find_row (GTK_WIDGET (test->window), CIRC_KIND_PLAN_ITEM, "what-notes");
  circ_test_replace (row, "As I remember it, the calendar goes with it.");
  circ_change_set_text (change, theirs, CIRC_PLAN_ITEM_WHAT_NOTES, "The calendar goes out on its own from December.");
  g_assert_true (circ_store_apply (other, change, NULL));
  circ_test_find (row, GTK_TYPE_BUTTON, "Keep Mine");
  shoot (test->window, name);
  circ_test_click (row, "Take Theirs");
}

static void
shot_conflict (void)
{
  shoot_conflict ("conflict-light", 1280, 800);
  set_dark (TRUE);
  shoot_conflict ("conflict-dark", 1280, 800);
  set_dark (FALSE);
  set_scale (200);
  shoot_conflict ("conflict-200", 1280, 880);
  set_scale (100);
  shoot_conflict ("conflict-narrow", NARROW_WIDTH, 800);
}

/* The same in a window that saves with a button, in two fields at once. */
static void
shoot_conflicts (const char *name,
                 int width,
                 int height)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircRecord) item = find_busy_item (test);
  g_autoptr (CircRecord) done = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircChange) first = circ_change_new ("Recorded");
  g_autoptr (CircChange) second = circ_change_new ("Changed 2 fields");
  g_autoptr (CircStore) other = circ_store_open (test->path, CIRC_STORE_OPEN_DEFAULT, "Alex Another", NULL);
  g_autoptr (CircRecord) theirs = NULL;
  GtkWidget *window;

  circ_record_set_int (done, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (done, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-12");
  circ_change_insert (first, done);
  g_assert_true (circ_store_apply (test->store, first, NULL));
  resize (test, width, height);
  circ_occurrence_window_present (test->session, GTK_WIDGET (test->window), item, done);
  window = circ_test_find_window ("Occurrence");
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (width, 640), height);
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "recipients"), "The quay, 40 boats");
  circ_test_replace (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "notes"), "Forty by my count.");
  theirs = circ_store_get (other, circ_record_get_id (done), NULL);
  circ_change_set (second, theirs, CIRC_OCCURRENCE_RECIPIENTS, g_variant_new_string ("The quay, 43 boats"));
  circ_change_set_text (second, theirs, CIRC_OCCURRENCE_NOTES, "Three more asked for it afterwards.");
  g_assert_true (circ_store_apply (other, second, NULL));
  circ_store_look (test->store, NULL);
  circ_test_action (window, "occurrence.save", NULL);
  shoot (window, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shot_conflicts (void)
{
  shoot_conflicts ("conflict-window-light", 1280, 800);
  set_dark (TRUE);
  shoot_conflicts ("conflict-window-dark", 1280, 800);
  set_dark (FALSE);
  set_scale (200);
  shoot_conflicts ("conflict-window-200", 1280, 880);
  set_scale (100);
  shoot_conflicts ("conflict-window-narrow", NARROW_WIDTH, 800);
}

static void
shot_erase (void)
{
  g_autoptr (CircTestWindow) test = circ_test_window_new ("sample");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_CONTACT);
  g_autoptr (GPtrArray) contacts = circ_store_find (test->store, query, NULL);

  make_backups (test);
  circ_erase_ask (test->session, GTK_WIDGET (test->window), g_ptr_array_index (contacts, 0));
  shoot (circ_test_find_window (NULL), "erase");
  circ_test_click (circ_test_find_window (NULL), "Cancel");
  circ_test_action (GTK_WIDGET (test->window), "win.check", NULL);
  circ_test_find (circ_test_find_window (NULL), GTK_TYPE_LABEL, "The File Is in Order");
  shoot (circ_test_find_window (NULL), "check");
}

void
shots_add_keep (void)
{
  g_test_add_func ("/shots/backups", shot_backups);
  g_test_add_func ("/shots/backups-empty", shot_backups_empty);
  g_test_add_func ("/shots/banner", shot_banner);
  g_test_add_func ("/shots/conflict", shot_conflict);
  g_test_add_func ("/shots/conflict-window", shot_conflicts);
  g_test_add_func ("/shots/erase", shot_erase);
}
