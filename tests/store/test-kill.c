/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 at a random moment, again and again: every change that was reported as saved is there, each change is whole,
 * and the file is sound. More rounds: tests/kill-rounds.sh. */
#include "config.h"

#include "fixture.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILES 5   /* the check after each round reads all of the file: several small ones, not one that grows */
#define ROUNDS 20 /* for each file */
#define LONGEST_LIFE 20000 /* microseconds */

/* A change that was saved: its title, which is given once, and the record. */
typedef struct {
  gint64 id;
  char title[40];
} Report;

static void
apply_and_report (CircStore *store,
                  CircChange *change,
                  CircRecord *record,
                  int reports)
{
  Report report = { 0 };

  if (!circ_store_apply (store, change, NULL))
    return;
  report.id = circ_record_get_id (record);
  g_strlcpy (report.title, circ_change_get_title (change), sizeof report.title);
  if (write (reports, &report, sizeof report) != sizeof report)
    _exit (1);
}

/* Edits for ever, and writes into @reports after each change that was saved. Each that makes a record gives two of its
 * fields the same text, so that half a change would show. */
static void
edit_until_killed (const char *path,
                   int reports,
                   const char *person,
                   guint round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, person, &error);

  for (guint i = 1; store != NULL; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *text = g_strdup_printf ("%s %u %u", person, round, i);
      g_autofree char *note = g_strconcat (text, ", noted", NULL);
      g_autoptr (CircChange) insert = circ_change_new (text);
      g_autoptr (CircChange) edit = circ_change_new (note);

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, text);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, text);
      circ_change_insert (insert, item);
      apply_and_report (store, insert, item, reports);
      if (circ_record_get_id (item) <= 0)
        continue;
      circ_change_set_text (edit, item, CIRC_PLAN_ITEM_WHAT_NOTES, note);
      if (i % 3 == 0)
        apply_and_report (store, edit, item, reports);
      if (i % 5 == 0)
        circ_store_undo (store, NULL, NULL);
    }
  g_printerr ("%s could not open the file: %s\n", person, error->message);
  _exit (2);
}

static pid_t
start (const char *path,
       const char *person,
       guint round,
       int *reports)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      edit_until_killed (path, ends[1], person, round);
    }
  close (ends[1]);
  *reports = ends[0];
  return child;
}

static void
reap (pid_t child)
{
  int status = 0;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* In every other round both are in the middle of it before they are killed; in the rest they may not have begun. */
static void
wait_for_report (int reports)
{
  struct pollfd end = { .fd = reports, .events = POLLIN };

  g_assert_cmpint (poll (&end, 1, -1), ==, 1);
}

/* In the history, once. An undone insert is gone by right. */
static void
assert_kept (CircStore *store,
             const Report *report)
{
  g_autoptr (CircRecord) item = circ_store_get (store, report->id, NULL);
  g_autoptr (GPtrArray) lines = circ_store_history (store, report->id, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      CircHistoryLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->title, report->title))
        n++;
    }
  g_assert_cmpuint (n, ==, 1);
  if (item != NULL)
    g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==,
                     circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT));
  else
    g_assert_cmpint (((CircHistoryLine *) g_ptr_array_index (lines, 0))->action, ==, CIRC_PART_REMOVE);
}

static guint
check_reports (CircStore *store,
               int reports)
{
  Report report;
  guint n = 0;

  for (; read (reports, &report, sizeof report) == sizeof report; n++)
    assert_kept (store, &report);
  close (reports);
  return n;
}

static void
test_kill (Fixture *fixture,
           gconstpointer data)
{
  guint n = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < ROUNDS; i++)
    {
      int ada_reports, bea_reports;
      pid_t ada = start (fixture->path, "Ada", i, &ada_reports);
      pid_t bea = start (fixture->path, "Bea", i, &bea_reports);
      g_autoptr (CircStore) store = NULL;

      if (i % 2 == 0)
        {
          wait_for_report (ada_reports);
          wait_for_report (bea_reports);
        }
      g_usleep ((gulong) g_test_rand_int_range (1000, LONGEST_LIFE));
      reap (ada);
      reap (bea);
      store = fixture_open (fixture, "Cat");
      n += check_reports (store, ada_reports) + check_reports (store, bea_reports);
      assert_sound (store);
    }
  g_test_message ("%u changes were reported as saved in %u rounds", n, ROUNDS);
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= FILES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/kill/%u", i);

      fixture_add (path, test_kill);
    }
  return g_test_run ();
}
