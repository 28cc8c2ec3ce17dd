/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a record safe, as a person meets it: backups, damage, bad days, other hands, erasing. */
#define _GNU_SOURCE
#include "config.h"

#include "circ-test-private.h"

#include "circ-backups-window.h"
#include "circ-backups.h"
#include "circ-banner.h"
#include "circ-contact.h"
#include "circ-field-row.h"
#include "circ-lists-window.h"
#include "circ-plan-item.h"
#include "circ-preferences.h"
#include "circ-settings.h"
#include "circ-window.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <glib/gstdio.h>

/* What the system answers to a write to a file of ours; 0: it writes. SQLite looks the function up by name, so the
 * one of this program is what it finds. With large files its name is pwrite64. */
static int write_errno;

ssize_t
pwrite (int fd,
        const void *bytes,
        size_t size,
        off_t offset)
{
  if (write_errno == 0)
    return syscall (SYS_pwrite64, fd, bytes, size, offset);
  errno = write_errno;
  return -1;
}

typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  CircRecord *item; /* (owned) the first of the plan, on show */
  GtkWidget *row;   /* of its notes */
} Desk;

/* The file as the person opens it, which is not how the harness does. */
static void
set_up (Desk *desk,
        gconstpointer template)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  desk->test = circ_test_window_new (template);
  desk->window = GTK_WIDGET (desk->test->window);
  items = circ_store_find (desk->test->store, query, NULL);
  if (items->len == 0)
    return;
  desk->item = g_object_ref (g_ptr_array_index (items, 0));
  circ_window_show_record (CIRC_WINDOW (desk->window), circ_record_get_id (desk->item));
  circ_test_settle (desk->window);
  desk->row = circ_test_find_row (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes");
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  write_errno = 0;
  circ_test_assert_names (desk->window);
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

static const char *
get_banner (GtkWidget *window)
{
  return circ_banner_get_title (CIRC_BANNER (circ_test_find_type (window, CIRC_TYPE_BANNER, 0)));
}

typedef struct {
  GtkWidget *window;
  const char *words; /* NULL: no banner */
} Expected;

static gboolean
is_shown (gpointer user_data)
{
  Expected *expected = user_data;
  const char *title = get_banner (expected->window);

  return expected->words == NULL ? title == NULL : title != NULL && strstr (title, expected->words) != NULL;
}

static void
wait_for_banner (GtkWidget *window,
                 const char *words)
{
  Expected expected = { window, words };

  circ_test_wait (is_shown, &expected, words != NULL ? words : "no banner");
  circ_test_settle (window);
}

static gboolean
is_saved (gpointer row)
{
  return !circ_field_row_is_pending (row);
}

static char *
dup_saved_notes (const char *path,
                 CircRecord *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_READ_ONLY, "Reader", &error);
  g_autoptr (CircRecord) record = NULL;

  g_assert_no_error (error);
  record = circ_store_get (store, circ_record_get_id (item), &error);
  g_assert_no_error (error);
  return g_strdup (circ_record_get_text (record, CIRC_PLAN_ITEM_WHAT_NOTES));
}

static void
assert_notes (const char *path,
              CircRecord *item,
              const char *expected)
{
  g_autofree char *notes = dup_saved_notes (path, item);

  g_assert_cmpstr (notes, ==, expected);
}

static void
type_notes (Desk *desk,
            const char *text)
{
  GtkWidget *input = GTK_WIDGET (circ_field_row_get_input (CIRC_FIELD_ROW (desk->row)));

  circ_test_replace (input, text);
}

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
  wait_for_banner (desk->window, "No backup was made today.");
  g_assert_cmpuint (circ_backups_count (desk->test->path), ==, 0);
  circ_settings_set ("backup-folder", g_variant_new_string (""));
  circ_test_click (desk->window, "Try Again");
  circ_test_wait (has_backup, desk->test->path, "backup of the day");
  wait_for_banner (desk->window, NULL);
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
  circ_test_find (backups, GTK_TYPE_LABEL, "No backups yet");
  circ_test_assert_names (backups);
  circ_test_key (backups, GDK_KEY_Escape, 0);
  circ_test_wait (has_no_dialog, (gpointer) "Backups", "end of the list");

  circ_store_back_up_daily (desk->test->store, NULL, &error);
  g_assert_no_error (error);
  type_notes (desk, "After the backup");
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
  wait_for_banner (reader, "This is a backup of “partnership.circulate” from ");
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
  assert_notes (desk->test->path, item, "After the backup");
}

/* A file that only this window has open is put back in one go. */
static void
test_restored (Desk *desk,
               gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *path = g_build_filename (folder, "other.circulate", NULL);
  g_autoptr (CircRecord) item = g_object_ref (desk->item);
  g_autofree char *before = g_strdup (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES));
  g_autoptr (GError) error = NULL;
  GtkWidget *backups;

  circ_store_backup (desk->test->store, path, &error);
  g_assert_no_error (error);
  g_clear_object (&desk->item);
  g_assert_true (circ_window_open_path (CIRC_WINDOW (desk->window), path, &error));
  circ_test_wait (has_backup, path, "backup of the day");
  circ_window_show_record (CIRC_WINDOW (desk->window), circ_record_get_id (item));
  circ_test_settle (desk->window);
  desk->row = circ_test_find_row (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes");
  type_notes (desk, "After the backup");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  assert_notes (path, item, "After the backup");

  circ_test_action (desk->window, "win.restore", NULL);
  backups = circ_test_find_window ("Backups");
  circ_test_find_type (backups, ADW_TYPE_ACTION_ROW, 0);
  circ_test_click (backups, "Restore…");
  circ_test_click (circ_test_find_window (NULL), "Restore");
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Restored. What was there before is kept among the backups.");
  assert_notes (path, item, before);
  g_assert_cmpuint (circ_backups_count (path), ==, 2);
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
  const char *marker;
  gsize size = 0;
  gsize after_size = 0;

  circ_store_backup (desk->test->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  /* An index that only the undo stack goes by. */
  marker = memmem (contents, size, "change_by_person", 16);
  g_assert_nonnull (marker);
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
  wait_for_banner (desk->window, "This file is damaged.");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Restore a Backup…");
  circ_test_click (desk->window, "Restore a Backup…");
  circ_test_find_window ("Backups");
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (contents, size, after, after_size);
}

/* Full, forbidden, read-only: the field keeps its text, the banner says what and where, and saving goes on by itself. */
static void
test_cannot_write (Desk *desk,
                   gconstpointer data)
{
  static const struct {
    int system_error;
    const char *words;
  } days[] = {
    { ENOSPC, "The disk is full." },
    { EACCES, "may not be written to" },
    { EROFS, "can only be read here" },
    { EDQUOT, "The disk is full." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strdup_printf ("Typed on day %u", i);

      write_errno = days[i].system_error;
      type_notes (desk, text);
      wait_for_banner (desk->window, days[i].words);
      g_assert_nonnull (strstr (get_banner (desk->window), "(partnership.circulate in /"));
      g_assert_true (circ_field_row_is_pending (CIRC_FIELD_ROW (desk->row)));
      write_errno = 0;
      circ_test_wait (is_saved, desk->row, "saving by itself");
      wait_for_banner (desk->window, NULL);
      assert_notes (desk->test->path, desk->item, text);
    }
}

/* The permissions go while the file is open: what is open goes on being written. */
static void
test_permissions_gone (Desk *desk,
                       gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);

  g_assert_cmpint (g_chmod (desk->test->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  type_notes (desk, "Saved all the same");
  circ_test_wait (is_saved, desk->row, "saving");
  g_assert_null (get_banner (desk->window));
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (desk->test->path, 0644), ==, 0);
  assert_notes (desk->test->path, desk->item, "Saved all the same");
}

/* Moved away, and back. */
static void
test_moved (Desk *desk,
            gconstpointer data)
{
  g_autofree char *away = g_strconcat (desk->test->path, ".away", NULL);

  g_assert_cmpint (g_rename (desk->test->path, away), ==, 0);
  wait_for_banner (desk->window, "“partnership.circulate” is no longer in ");
  type_notes (desk, "Typed into nowhere");
  g_assert_false (circ_window_commit (CIRC_WINDOW (desk->window)));
  assert_notes (away, desk->item, circ_record_get_text (desk->item, CIRC_PLAN_ITEM_WHAT_NOTES));
  g_assert_cmpint (g_rename (away, desk->test->path), ==, 0);
  circ_test_wait (is_saved, desk->row, "saving by itself");
  wait_for_banner (desk->window, NULL);
  assert_notes (desk->test->path, desk->item, "Typed into nowhere");
}

/* Gone for good, or something else in its place: a copy is saved, and it goes on there with what was being typed. */
static void
test_gone (Desk *desk,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);
  g_autofree char *copy = g_build_filename (folder, "copy.circulate", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  g_autofree char *theirs = NULL;

  g_assert_true (g_file_set_contents (other, "Another file", -1, NULL));
  g_assert_cmpint (g_rename (other, desk->test->path), ==, 0);
  type_notes (desk, "Typed too late");
  wait_for_banner (desk->window, "Another file has taken the place of “partnership.circulate”");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Save a Copy…");
  g_assert_false (circ_window_commit (CIRC_WINDOW (desk->window)));
  circ_test_action (desk->window, "win.move-to", "s", copy);
  wait_for_banner (desk->window, NULL);
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Going on in copy.circulate");
  g_assert_true (is_saved (desk->row));
  assert_notes (copy, desk->item, "Typed too late");
  g_assert_true (g_file_get_contents (desk->test->path, &theirs, NULL, NULL));
  g_assert_cmpstr (theirs, ==, "Another file");
}

/* Another program: "test-keep --write PATH ID TEXT". */
static int
write_as_another (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_store_open (arguments[0], CIRC_STORE_OPEN_DEFAULT, "Another", &error);
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (CircChange) change = circ_change_new ("From another program");

  if (store == NULL)
    return 2;
  record = circ_store_get (store, g_ascii_strtoll (arguments[1], NULL, 10), &error);
  if (record == NULL)
    return 3;
  circ_change_set_text (change, record, CIRC_PLAN_ITEM_WHAT_NOTES, arguments[2]);
  return circ_store_apply (store, change, &error) ? 0 : 4;
}

static const char *program;

static void
change_elsewhere (Desk *desk,
                  const char *text)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, circ_record_get_id (desk->item));
  const char *arguments[] = { program, "--write", desk->test->path, id, text, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
has_their_text (gpointer row)
{
  CircRecord *record = circ_field_row_get_record (row);

  return g_strcmp0 (circ_record_get_text (record, CIRC_PLAN_ITEM_WHAT_NOTES), "Theirs") == 0;
}

/* Another program's change is on show within a second; one to the field that is being edited is shown beside it. */
static void
test_other_hands (Desk *desk,
                  gconstpointer data)
{
  gint64 start;

  change_elsewhere (desk, "Theirs");
  start = g_get_monotonic_time ();
  circ_test_wait (has_their_text, desk->row, "their change");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC); /* a second, and a busy machine */
  type_notes (desk, "Mine");
  change_elsewhere (desk, "Theirs again");
  circ_test_find (desk->row, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere to “Theirs again”.");
  circ_test_click (desk->row, "Keep Mine");
  assert_notes (desk->test->path, desk->item, "Mine");
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

/* Somebody set the clock back, or it was ahead yesterday. */
static void
test_clock (Desk *desk,
            gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("From the future");

  circ_store_set_clock (desk->test->store, "2099-01-02T09:00:00Z");
  circ_change_set_text (change, desk->item, CIRC_PLAN_ITEM_WHAT_NOTES, "Early");
  g_assert_true (circ_session_apply_quietly (desk->test->session, change, NULL));
  g_clear_object (&desk->item);
  g_assert_true (circ_window_open_path (CIRC_WINDOW (desk->window), desk->test->path, NULL));
  wait_for_banner (desk->window, "This computer’s clock is behind: the file has changes from 2 Jan 2099");
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

#define add(name, template, function) g_test_add ("/keep/" name, Desk, template, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_as_another (argv + 2);
  circ_test_init (&argc, &argv);
  add ("daily", "sample", test_daily);
  add ("restore", "sample", test_restore);
  add ("restored", "sample", test_restored);
  add ("damaged", "sample", test_damaged);
  add ("cannot-write", "sample", test_cannot_write);
  add ("permissions-gone", "sample", test_permissions_gone);
  add ("moved", "sample", test_moved);
  add ("gone", "sample", test_gone);
  add ("other-hands", "sample", test_other_hands);
  add ("erase", "sample", test_erase);
  add ("check", "sample", test_check);
  add ("clock", "sample", test_clock);
  add ("preferences", "sample", test_preferences);
  return circ_test_run ();
}
