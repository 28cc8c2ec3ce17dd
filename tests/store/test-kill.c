/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 at a random moment, again and again: what was reported as saved is there, each change is whole, and the
 * file is sound. More rounds: CIRC_KILL_ROUNDS=2000. */
#include "config.h"

#include "fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 20
#define LONGEST_LIFE 60000 /* microseconds */

/* Edits for ever, and writes a number into @report after each change that was saved. Each sets two fields to the
 * number and makes a record with it, so that half a change would show. */
static void
edit_until_killed (const char *path,
                   int report,
                   const char *person)
{
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, person, NULL);

  for (gint64 i = 1; store != NULL; i++)
    {
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, person, i);
      g_autoptr (CircChange) change = circ_change_new (text);
      gint64 id;

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, text);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, text);
      circ_change_insert (change, item);
      if (!circ_store_apply (store, change, NULL))
        continue;
      id = circ_record_get_id (item);
      if (write (report, &id, sizeof id) != sizeof id)
        _exit (1);
      if (i % 3 == 0)
        set_text (store, item, CIRC_PLAN_ITEM_WHAT_NOTES, text);
      if (i % 5 == 0)
        circ_store_undo (store, NULL, NULL);
    }
  _exit (2);
}

static pid_t
start (const char *path,
       const char *person,
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
      edit_until_killed (path, ends[1], person);
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

/* An undone insert is gone by right; its history says so. */
static void
assert_kept (CircStore *store,
             gint64 id)
{
  g_autoptr (CircRecord) item = circ_store_get (store, id, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  CircHistoryLine *line;

  if (item != NULL)
    {
      g_assert_cmpstr (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT), ==,
                       circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT));
      return;
    }
  lines = circ_store_history (store, id, 1, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->action, ==, CIRC_PART_REMOVE);
}

static guint
check_reports (CircStore *store,
               int reports)
{
  gint64 id;
  guint n = 0;

  for (; read (reports, &id, sizeof id) == sizeof id; n++)
    assert_kept (store, id);
  close (reports);
  return n;
}

static void
test_kill (Fixture *fixture,
           gconstpointer data)
{
  const char *wish = g_getenv ("CIRC_KILL_ROUNDS");
  guint rounds = wish != NULL ? (guint) atoi (wish) : ROUNDS;
  guint n = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < rounds; i++)
    {
      int ada_reports, bea_reports;
      pid_t ada = start (fixture->path, "Ada", &ada_reports);
      pid_t bea = start (fixture->path, "Bea", &bea_reports);
      g_autoptr (CircStore) store = NULL;

      g_usleep ((gulong) g_test_rand_int_range (1000, LONGEST_LIFE));
      reap (ada);
      reap (bea);
      store = fixture_open (fixture, "Cat");
      n += check_reports (store, ada_reports) + check_reports (store, bea_reports);
      if (i % 10 == 9 || i + 1 == rounds)
        assert_sound (store);
    }
  g_test_message ("%u changes were reported as saved in %u rounds", n, rounds);
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/kill", test_kill);
  return g_test_run ();
}
