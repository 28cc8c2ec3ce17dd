/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad days, as a person meets them: a disk that is full, a file that goes, other hands, a clock that is wrong. */
#include "config.h"

#include "desk.h"

#include "circ-plan-page.h"

#include <errno.h>
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
      desk_type_notes (desk, text);
      desk_wait_for_banner (desk->window, days[i].words);
      g_assert_nonnull (strstr (desk_get_banner (desk->window), "(partnership.circulate in /"));
      g_assert_true (circ_field_row_is_pending (CIRC_FIELD_ROW (desk->row)));
      write_errno = 0;
      circ_test_wait (desk_is_saved, desk->row, "saving by itself");
      desk_wait_for_banner (desk->window, NULL);
      desk_assert_notes (desk->test->path, desk->item, text);
    }
}

static void
dismiss (Desk *desk)
{
  circ_test_click (circ_test_find_window (NULL), "Close");
  write_errno = 0;
  desk_wait_for_banner (desk->window, NULL);
}

/* What is not typed but done by an action is no other: the banner says that nothing can be saved, and goes again. */
static void
test_actions (Desk *desk,
              gconstpointer data)
{
  static const char *const actions[] = { "item.duplicate", "item.archive", "win.undo" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *page = circ_test_find_type (desk->window, CIRC_TYPE_PLAN_PAGE, 0);

  desk_type_notes (desk, "To be undone");
  g_assert_true (circ_window_commit (CIRC_WINDOW (desk->window)));
  before = circ_test_window_dump (desk->test);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      write_errno = ENOSPC;
      circ_test_action (page, actions[i], NULL);
      desk_wait_for_banner (desk->window, "The disk is full.");
      dismiss (desk);
    }
  after = circ_test_window_dump (desk->test);
  g_assert_cmpstr (after, ==, before);
}

/* The permissions go while the file is open: what is open goes on being written. */
static void
test_permissions_gone (Desk *desk,
                       gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (desk->test->path);

  g_assert_cmpint (g_chmod (desk->test->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  desk_type_notes (desk, "Saved all the same");
  circ_test_wait (desk_is_saved, desk->row, "saving");
  g_assert_null (desk_get_banner (desk->window));
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (desk->test->path, 0644), ==, 0);
  desk_assert_notes (desk->test->path, desk->item, "Saved all the same");
}

/* Moved away, and back. */
static void
test_moved (Desk *desk,
            gconstpointer data)
{
  g_autofree char *away = g_strconcat (desk->test->path, ".away", NULL);

  g_assert_cmpint (g_rename (desk->test->path, away), ==, 0);
  desk_wait_for_banner (desk->window, "“partnership.circulate” is no longer in ");
  desk_type_notes (desk, "Typed into nowhere");
  g_assert_false (circ_window_commit (CIRC_WINDOW (desk->window)));
  desk_assert_notes (away, desk->item, circ_record_get_text (desk->item, CIRC_PLAN_ITEM_WHAT_NOTES));
  g_assert_cmpint (g_rename (away, desk->test->path), ==, 0);
  circ_test_wait (desk_is_saved, desk->row, "saving by itself");
  desk_wait_for_banner (desk->window, NULL);
  desk_assert_notes (desk->test->path, desk->item, "Typed into nowhere");
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
  desk_type_notes (desk, "Typed too late");
  desk_wait_for_banner (desk->window, "Another file has taken the place of “partnership.circulate”");
  circ_test_find (desk->window, GTK_TYPE_BUTTON, "Save a Copy…");
  g_assert_false (circ_window_commit (CIRC_WINDOW (desk->window)));
  circ_test_action (desk->window, "win.move-to", "s", copy);
  desk_wait_for_banner (desk->window, NULL);
  circ_test_find (desk->window, GTK_TYPE_LABEL, "Going on in copy.circulate");
  g_assert_true (desk_is_saved (desk->row));
  desk_assert_notes (copy, desk->item, "Typed too late");
  g_assert_true (g_file_get_contents (desk->test->path, &theirs, NULL, NULL));
  g_assert_cmpstr (theirs, ==, "Another file");
}

static const char *program;

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
  /* A second, and a busy machine: a fifth of what a test waits at most. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, (circ_test_deadline () - g_get_monotonic_time ()) / 5);
  desk_type_notes (desk, "Min");
  /* The last letter without a turn of the loop: on a slow machine the pause that saves would be over before theirs comes. */
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (desk->window)), "insert-at-cursor", "e");
  change_elsewhere (desk, "Theirs again");
  circ_test_find (desk->row, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Theirs again”");
  circ_test_click (desk->row, "Keep Mine");
  desk_assert_notes (desk->test->path, desk->item, "Mine");
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
  desk_wait_for_banner (desk->window, "This computer’s clock is behind: the file has changes from 2 Jan 2099");
}

int
main (int argc,
      char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_as_another (argv + 2);
  circ_test_init (&argc, &argv);
  desk_add ("/bad-days/cannot-write", "sample", test_cannot_write);
  desk_add ("/bad-days/actions", "sample", test_actions);
  desk_add ("/bad-days/permissions-gone", "sample", test_permissions_gone);
  desk_add ("/bad-days/moved", "sample", test_moved);
  desk_add ("/bad-days/gone", "sample", test_gone);
  desk_add ("/bad-days/other-hands", "sample", test_other_hands);
  desk_add ("/bad-days/clock", "sample", test_clock);
  return circ_test_run ();
}
