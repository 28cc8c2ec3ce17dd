/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a record safe, as a person meets it: backups, damage, erasing, the check. */
#include "config.h"

#include "desk.h"

#include "circ-backups-window.h"
#include "circ-backups.h"
#include "circ-contact.h"
#include "circ-lists-actions.h"
#include "circ-lists-window.h"
#include "circ-preferences.h"
#include "circ-settings.h"

#include <string.h>

static gboolean
has_backup (gpointer path)
{
  return circ_backups_count (path) > 0;
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return circ_test_peek_window (user_data) == NULL;
}

/* Opening makes the backup of the day; what stands in its way is said, and nothing else is. */
static void
test_daily (Desk *desk,
            gconstpointer data)
{
  g_autofree char *blocked = g_strconcat (desk->test->path, "/inside", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_object (&desk->item);
  circ_settings_set ("backup-folder", g_variant_new_string (blocked));
  g_assert_true (circ_window_open_path (CIRC_WINDOW (desk->window), desk->test->path, &error));
  desk_wait_for_banner (desk->window, "No backup was made today.");
  g_assert_cmpuint (circ_backups_count (desk->test->path), ==, 0);
  circ_settings_set ("backup-folder", g_variant_new_string (""));
  circ_test_click (desk->window, "Try Again");
  circ_test_wait (has_backup, desk->test->path, "backup of the day");
  desk_wait_for_banner (desk->window, NULL);
  g_assert_cmpuint (circ_backups_count (desk->test->path), ==, 1);
}

static gboolean
has_reader (gpointer user_data)
{
  GtkWidget **reader = user_data;
  GListModel *toplevels = gtk_window_get_toplevels ();

  *reader = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_str_has_prefix (gtk_window_get_title (window), "Backup of partnership.circulate, ")
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        *reader = GTK_WIDGET (window);
    }
  return *reader != NULL;
}

/* The list, by keyboard: a look into a backup, and putting it back. */
static void
test_restore (Desk *desk,
              gconstpointer data)
{
  gint64 id = circ_record_get_id (desk->item);
  g_autoptr (CircRecord) item = g_object_ref (desk->item);
  g_autoptr (GError) error = NULL;
  GtkWidget *backups;
  GtkWidget *reader;
  GtkWidget *row;

  circ_test_action (desk->window, "win.restore", NULL);
  backups = circ_test_find_window ("Backups");
  circ_test_find (backups, GTK_TYPE_LABEL, "No Backups Yet");
  circ_test_assert_names (backups);
  circ_test_key (backups, GDK_KEY_Escape, 0);
  circ_test_wait (has_no_dialog, (gpointer) "Backups", "end of the list");

  circ_store_back_up_daily (desk->test->store, NULL, &error);
  g_assert_no_error (error);
  desk_type_notes (desk, "After the backup");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  circ_test_action (desk->window, "win.restore", NULL);
  backups = circ_test_find_window ("Backups");
  row = circ_test_find_type (backups, ADW_TYPE_ACTION_ROW, 0);
  circ_test_assert_names (backups);
  circ_test_assert_fits (backups);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (backups)) == row);
  circ_test_key (row, GDK_KEY_Return, 0);

  circ_test_wait (has_reader, &reader, "window of the backup");
  circ_test_settle (reader);
  desk_wait_for_banner (reader, "This is a backup of “partnership.circulate” from ");
  circ_window_show_record (CIRC_WINDOW (reader), id);
  circ_test_settle (reader);
  row = circ_test_find_row (reader, CIRC_KIND_PLAN_ITEM, "what");
  {
    GtkWidget *text = circ_test_find_type (row, GTK_TYPE_TEXT_VIEW, 0);

    g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)));
  }
  g_assert_null (circ_test_peek (reader, GTK_TYPE_LABEL, "After the backup"));
  circ_test_assert_names (reader);
  gtk_window_close (GTK_WINDOW (reader));

  g_clear_object (&desk->item);
  circ_test_action (desk->window, "win.restore", NULL);
  backups = circ_test_find_window ("Backups");
  circ_test_find_type (backups, ADW_TYPE_ACTION_ROW, 0);
  circ_test_click (backups, "Restore…");
  /* The harness holds the file too, which a restore must not pass over. */
  circ_test_click (circ_test_find_window (NULL), "Cancel");
  circ_test_key (backups, GDK_KEY_Escape, 0);
  desk_assert_notes (desk->test->path, item, "After the backup");
}

/* Copies the file, which the harness holds too, to one that only this window has open; shows @item there. */
static char *
open_other (Desk *desk,
            CircRecord *item)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "other.circulate", NULL);
  g_autoptr (GError) error = NULL;

  circ_store_backup (desk->test->store, path, &error);
  g_assert_no_error (error);
  g_clear_object (&desk->item);
  g_assert_true (circ_window_open_path (CIRC_WINDOW (desk->window), path, &error));
  circ_test_wait (has_backup, path, "backup of the day");
  circ_window_show_record (CIRC_WINDOW (desk->window), circ_record_get_id (item));
  circ_test_settle (desk->window);
  return g_steal_pointer (&path);
}

/* A file that only this window has open is put back in one go. */
static void
test_restored (Desk *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) item = g_object_ref (desk->item);
  g_autofree char *before = g_strdup (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES));
  g_autofree char *path = open_other (desk, item);
  GtkWidget *backups;

  desk->row = circ_test_find_row (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes");
  desk_type_notes (desk, "After the backup");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  desk_assert_notes (path, item, "After the backup");

  circ_test_action (desk->window, "win.restore", NULL);
  backups = circ_test_find_window ("Backups");
  circ_test_find_type (backups, ADW_TYPE_ACTION_ROW, 0);
  circ_test_click (backups, "Restore…");
  circ_test_click (circ_test_find_window (NULL), "Restore");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Restored. What was there before is kept among the backups.");
  desk_assert_notes (path, item, before);
  g_assert_cmpuint (circ_backups_count (path), ==, 2);
}

/* What cannot be saved does not stand in the way of a restore in silence. */
static void
test_restored_unsaved (Desk *desk,
                       gconstpointer data)
{
  g_autoptr (CircRecord) item = g_object_ref (desk->item);
  g_autofree char *path = open_other (desk, item);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *backup = g_build_filename (folder, "backup.circulate", NULL);
  g_autofree char *before = g_strdup (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES));
  g_autoptr (GError) error = NULL;
  g_autofree char *too_long = g_strnfill (50001, 'x');

  circ_store_backup (desk->test->store, backup, &error);
  g_assert_no_error (error);
  desk->row = circ_test_find_row (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes");
  desk_type_notes (desk, too_long);
  circ_test_action (desk->window, "win.restore-from", "s", backup);
  circ_test_click (circ_test_find_window (NULL), "Keep Editing");
  g_assert_true (circ_field_row_is_pending (CIRC_FIELD_ROW (desk->row)));
  circ_test_action (desk->window, "win.restore-from", "s", backup);
  circ_test_click (circ_test_find_window (NULL), "Restore Without It");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Restored. What was there before is kept among the backups.");
  desk_assert_notes (path, item, before);
}

/* A restore that waits for the check of one file does not fall upon another that was opened meanwhile. */
static void
test_restore_waits (Desk *desk,
                    gconstpointer data)
{
  g_autoptr (CircRecord) item = g_object_ref (desk->item);
  g_autofree char *other = open_other (desk, item);
  g_autofree char *folder = g_path_get_dirname (other);
  g_autofree char *backup = g_build_filename (folder, "backup.circulate", NULL);
  g_autofree char *third = g_build_filename (folder, "third.circulate", NULL);
  g_autoptr (GError) error = NULL;

  circ_store_backup (desk->test->store, backup, &error);
  g_assert_no_error (error);
  circ_store_backup (desk->test->store, third, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (desk->window, "win.check", NULL);
  gtk_widget_activate_action (desk->window, "win.restore-from", "s", backup);
  g_assert_true (circ_window_open_path (CIRC_WINDOW (desk->window), third, &error));
  circ_test_find (desk->window, GTK_TYPE_LABEL, "The backup was not restored, as another file is open now.");
  circ_test_wait (has_backup, third, "backup of the day");
  g_assert_cmpuint (circ_backups_count (third), ==, 1);
  g_assert_cmpuint (circ_backups_count (other), ==, 1);
}

/* Rubbish in the history: the plan can still be read. */
static void
test_damaged (Desk *desk,
              gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "damaged.circulate", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  gsize after_size = 0;

  circ_store_backup (desk->test->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  for (gsize page = 4096; page + 4096 <= size; page += 4096)
    {
      g_autofree char *broken = g_memdup2 (contents, size);
      g_autoptr (CircStore) store = NULL;

      memset (broken + page, 0x5a, 100);
      g_assert_true (g_file_set_contents (path, broken, (gssize) size, NULL));
      store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, NULL, NULL);
      if (store != NULL)
        continue;
      store = circ_store_open (path, CIRC_STORE_OPEN_DAMAGED, NULL, NULL);
      if (store != NULL)
        break;
    }
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_clear_object (&desk->item);
  circ_test_action (desk->window, "win.open-path", "s", path);
  desk_wait_for_banner (desk->window, "This file is damaged.");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Restore a Backup…");
  circ_test_click (desk->window, "Restore a Backup…");
  circ_test_find_window ("Backups");
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (contents, size, after, after_size);
}

static gboolean
is_erased (gpointer record)
{
  return circ_record_get (record, CIRC_CONTACT_EMAIL) == NULL;
}

/* Asked first, with what goes and what does not; nothing takes it back. */
static void
test_erase (Desk *desk,
            gconstpointer data)
{
  g_autoptr (CircRecord) contact = circ_session_new_record (desk->test->session, CIRC_KIND_CONTACT, "Marker");
  g_autoptr (CircChange) change = circ_change_new ("Added: Marker");
  g_autoptr (GError) error = NULL;
  GtkWidget *lists;
  GtkWidget *dialog;

  circ_record_set_text (contact, CIRC_CONTACT_EMAIL, "marker@example.org");
  circ_change_insert (change, contact);
  g_assert_true (circ_session_apply_quietly (desk->test->session, change, NULL));
  circ_store_back_up_daily (desk->test->store, NULL, &error);
  g_assert_no_error (error);
  circ_lists_window_present_record (desk->test->session, desk->window, contact);
  lists = circ_test_find_window (NULL);
  circ_test_settle (lists);
  gtk_widget_activate_action (circ_test_find_row (lists, CIRC_KIND_CONTACT, "email"), "details.erase", NULL);
  dialog = circ_test_find_window (NULL);
  circ_test_click (dialog, "Cancel");
  g_assert_nonnull (circ_record_get (contact, CIRC_CONTACT_EMAIL));
  gtk_widget_activate_action (circ_test_find_row (lists, CIRC_KIND_CONTACT, "email"), "details.erase", NULL);
  dialog = circ_test_find_window (NULL);
  circ_test_click (dialog, "Erase for Good");
  circ_test_wait (is_erased, contact, "erasing");
  circ_test_action (desk->window, "win.undo", NULL);
  g_assert_true (is_erased (contact));
  gtk_window_close (GTK_WINDOW (lists));
}

/* What is done among the lists is said there, with its undo, and not a second time behind them. */
static void
test_toast (Desk *desk,
            gconstpointer data)
{
  g_autoptr (CircRecord) contact = circ_session_new_record (desk->test->session, CIRC_KIND_CONTACT, "Marker");
  g_autoptr (CircChange) change = circ_change_new ("Added: Marker");
  GtkWidget *lists;

  circ_change_insert (change, contact);
  g_assert_true (circ_session_apply_quietly (desk->test->session, change, NULL));
  circ_lists_window_present_record (desk->test->session, desk->window, contact);
  lists = circ_test_find_window (NULL);
  g_assert_true (circ_lists_retire (desk->test->session, contact));
  circ_test_find (lists, GTK_TYPE_LABEL, "Retired: Marker");
  g_assert_null (circ_test_peek (desk->window, GTK_TYPE_LABEL, "Retired: Marker"));
  gtk_window_close (GTK_WINDOW (lists));
  circ_test_settle (desk->window);
  g_assert_true (circ_lists_restore (desk->test->session, contact));
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Brought back: Marker");
}

/* The check says what it looked at. */
static void
test_check (Desk *desk,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CircCheckCounts counts;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  g_assert_true (circ_store_check_counting (desk->test->store, problems, &counts, NULL));
  words = g_strdup_printf ("The history is unbroken: %lld changes, each sealed with the one before.",
                           (long long) counts.n_changes);
  circ_test_action (desk->window, "win.check", NULL);
  dialog = circ_test_find_window (NULL);
  circ_test_find (dialog, GTK_TYPE_LABEL, "The File Is in Order");
  {
    GtkWidget *body = circ_test_find_type (dialog, GTK_TYPE_LABEL, 1);

    g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (body)), words));
  }
  circ_test_click (dialog, "Close");
}

static void
test_preferences (Desk *desk,
                  gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *chosen = g_build_filename (folder, "elsewhere", NULL);
  g_autofree char *made = NULL;
  GtkWidget *window;

  circ_preferences_present (desk->test->session, desk->window);
  window = circ_test_find_window ("Preferences");
  circ_test_action (window, "preferences.backup-folder-at", "s", chosen);
  g_assert_true (circ_store_back_up_daily (desk->test->store, &made, NULL));
  g_assert_true (g_str_has_prefix (made, chosen));
  circ_test_action (window, "preferences.backups-beside", NULL);
  g_assert_cmpuint (circ_backups_count (desk->test->path), ==, 0);
  circ_test_assert_names (window);
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  desk_add ("/keep/daily", "sample", test_daily);
  desk_add ("/keep/restore", "sample", test_restore);
  desk_add ("/keep/restored", "sample", test_restored);
  desk_add ("/keep/restored-unsaved", "sample", test_restored_unsaved);
  desk_add ("/keep/restore-waits", "sample", test_restore_waits);
  desk_add ("/keep/damaged", "sample", test_damaged);
  desk_add ("/keep/erase", "sample", test_erase);
  desk_add ("/keep/toast", "sample", test_toast);
  desk_add ("/keep/check", "sample", test_check);
  desk_add ("/keep/preferences", "sample", test_preferences);
  return circ_test_run ();
}
