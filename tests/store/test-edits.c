/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two processes that edit one file as fast as they can, often the same field: what each was told is saved is in the
 * history once, in the order in which it was told, and nothing else is; what was refused left no trace.
 *
 * test-edits CHANGES SECONDS goes on for at least so many changes and so long; tests/store runs a short one. */
#include "config.h"

#include "fixture.h"

#include "circ-db.h"
#include "circ-statement.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_SHARED 3 /* items that both edit */

static guint n_changes = 2000;
static guint n_seconds = 0;

/* One of the two. */
typedef struct {
  const char *person;
  CircStore *store;
  FILE *log;
  GRand *random;
  GPtrArray *shared; /* (element-type CircRecord) */
  CircRecord *own;   /* (nullable) the newest of its own */
  gint64 audience;
  guint n;
  guint n_standing; /* changes of its own that have not been taken back */
} Editor;

/* Lines of the log: what became of it, a space, the title. */
static gboolean
tell (Editor *self,
      const char *title,
      gboolean saved,
      const char *word,
      const GError *error)
{
  if (saved)
    fprintf (self->log, "%s %s\n", word, title);
  else
    fprintf (self->log, "%d %s: %s\n", error->code, title, error->message);
  return saved;
}

static gboolean
apply (Editor *self,
       CircChange *change)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = circ_store_apply (self->store, change, &error);

  self->n_standing += saved;
  return tell (self, circ_change_get_title (change), saved, "do", error);
}

static void
undo_newest (Editor *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  self->n++;
  saved = circ_store_undo (self->store, &title, &error);
  self->n_standing -= saved;
  if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOTHING))
    g_assert_cmpuint (self->n_standing, ==, 0);
  tell (self, saved ? title : "undo", saved, "undo", error);
}

static void
insert_item (Editor *self)
{
  g_autofree char *text = g_strdup_printf ("%s %u", self->person, ++self->n);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new (text);

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, text);
  circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, entry ("them", self->audience));
  circ_change_insert (change, item);
  if (apply (self, change))
    g_set_object (&self->own, item);
}

static void
note_own (Editor *self)
{
  g_autofree char *text = g_strdup_printf ("%s %u", self->person, ++self->n);
  g_autoptr (CircChange) change = circ_change_new (text);

  circ_change_set_text (change, self->own, CIRC_PLAN_ITEM_WHAT_NOTES, text);
  /* Its making was taken back. */
  if (!apply (self, change))
    g_clear_object (&self->own);
}

/* What both of them edit. Every other time something else is done in between, so that the other can be first. */
static void
edit_shared (Editor *self)
{
  CircRecord *item = self->shared->pdata[g_rand_int_range (self->random, 0, N_SHARED)];
  g_autofree char *text = g_strdup_printf ("%s %u", self->person, ++self->n);
  g_autoptr (CircChange) change = circ_change_new (text);

  if (g_rand_int_range (self->random, 0, 4) == 0)
    circ_change_set (change, item, CIRC_PLAN_ITEM_TO_WHOM, entry (text, self->audience));
  else
    circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHAT_NOTES, text);
  if (g_rand_boolean (self->random))
    circ_change_set_text (change, item, CIRC_PLAN_ITEM_WHEN_TEXT, text);
  if (self->own != NULL && g_rand_boolean (self->random))
    note_own (self);
  apply (self, change);
}

static void
edit_once (Editor *self)
{
  int choice = g_rand_int_range (self->random, 0, 100);

  if (choice < 25 || self->own == NULL)
    insert_item (self);
  else if (choice < 32)
    undo_newest (self);
  else if (choice < 55)
    note_own (self);
  else
    edit_shared (self);
}

G_NORETURN static void
edit (const char *path,
      const char *person,
      const char *log,
      gint64 *shared,
      gint64 audience)
{
  Editor self = { .person = person, .log = fopen (log, "w"), .audience = audience };
  gint64 end = g_get_monotonic_time () + (gint64) n_seconds * G_USEC_PER_SEC;

  self.store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, person, NULL);
  self.random = g_rand_new ();
  self.shared = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_SHARED; i++)
    g_ptr_array_add (self.shared, circ_store_get (self.store, shared[i], NULL));
  while (self.n < n_changes / 2 || g_get_monotonic_time () < end)
    edit_once (&self);
  g_clear_object (&self.own);
  g_ptr_array_unref (self.shared);
  g_object_unref (self.store);
  _exit (fclose (self.log) == 0 ? 0 : 1);
}

/* What was told to a person, without what was refused; how often that was because of a conflict. A machine that has other
 * work may also keep one of the two waiting for longer than a store waits: that is refused as well, in words. So is an undo
 * of the first that was done, when it is undone already. */
static GPtrArray *
read_log (const char *path,
          guint *n_conflicts)
{
  g_autofree char *conflict = g_strdup_printf ("%d ", CIRC_STORE_ERROR_CONFLICT);
  g_autofree char *busy = g_strdup_printf ("%d ", CIRC_STORE_ERROR_BUSY);
  g_autofree char *nothing = g_strdup_printf ("%d undo: ", CIRC_STORE_ERROR_NOTHING);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], conflict))
      (*n_conflicts)++;
    else if (g_str_has_prefix (lines[i], busy) || g_str_has_prefix (lines[i], nothing))
      g_test_message ("Refused: %s", lines[i]);
    else if (lines[i][0] != '\0')
      g_ptr_array_add (told, g_strdup (lines[i]));
  return told;
}

/* The changes of one person, as the log has them, in the order of the chain. */
static GPtrArray *
read_changes (CircDb *db,
              const char *person)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (db, "SELECT kind || ' ' || title FROM change WHERE \"by\" = $1 ORDER BY id", NULL);
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  circ_statement_bind_text (statement, 1, person);
  while (circ_statement_step (statement, NULL) == CIRC_STEP_ROW)
    g_ptr_array_add (changes, g_strdup (circ_statement_get_text (statement, 0)));
  return changes;
}

static guint
assert_told_is_saved (CircDb *db,
                      const char *person,
                      const char *log,
                      guint *n_conflicts)
{
  g_autoptr (GPtrArray) told = read_log (log, n_conflicts);
  g_autoptr (GPtrArray) saved = read_changes (db, person);

  for (guint i = 0; i < MIN (told->len, saved->len); i++)
    g_assert_cmpstr (told->pdata[i], ==, saved->pdata[i]);
  g_assert_cmpuint (told->len, ==, saved->len);
  return saved->len;
}

/* Each of these finds what must not be. */
static void
assert_none (CircDb *db)
{
  static const char *const queries[] = {
    /* one reference, two items */
    "SELECT count (*) FROM (SELECT ref FROM plan_item GROUP BY ref HAVING count (*) > 1)",
    /* not CP-2026-001 */
    "SELECT count (*) FROM plan_item WHERE ref NOT GLOB 'CP-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'",
    /* a reference that was given before, to an item that is gone */
    "SELECT count (*) FROM (SELECT json_extract (p.new_value, '$.ref') AS ref FROM change_part AS p"
    " JOIN change AS c ON c.id = p.change_id WHERE p.action = 'insert' AND p.record_kind = 'plan-item'"
    " AND c.kind = 'do' GROUP BY 1 HAVING count (*) > 1 OR ref IS NULL)",
    /* written over without having been seen */
    "SELECT count (*) FROM (SELECT old_value, lag (new_value) OVER (PARTITION BY record_id, field"
    " ORDER BY change_id, position) AS seen FROM change_part WHERE action = 'set')"
    " WHERE seen IS NOT NULL AND old_value IS NOT seen",
    /* the last word is not in the record */
    "SELECT count (*) FROM (SELECT record_id, new_value, row_number () OVER (PARTITION BY record_id"
    " ORDER BY change_id DESC, position DESC) AS nr FROM change_part WHERE action = 'set' AND field = 'what-notes') AS l"
    " JOIN plan_item AS i ON i.id = l.record_id WHERE l.nr = 1 AND i.what_notes IS NOT l.new_value",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 n = -1;

      circ_db_query_int (db, queries[i], &n, &error);
      g_assert_no_error (error);
      if (n != 0)
        g_test_message ("%s", queries[i]);
      g_assert_cmpint (n, ==, 0);
    }
}

static void
test_edits (Fixture *fixture,
            gconstpointer data)
{
  static const char *const people[] = { "Bea", "Cat" };
  g_auto (GStrv) logs = g_new0 (char *, 3);
  g_autoptr (CircRecord) audience = new_audience (fixture->store, "Staff");
  gint64 shared[N_SHARED];
  g_autoptr (CircDb) db = NULL;
  guint n_conflicts = 0;
  guint n = 0;
  pid_t children[2];

  for (guint i = 0; i < 2; i++)
    logs[i] = fixture_dup_path (fixture, people[i]);
  for (guint i = 0; i < N_SHARED; i++)
    {
      g_autoptr (CircRecord) item = new_item (fixture->store, "Shared");

      shared[i] = circ_record_get_id (item);
    }
  /* SQLite's connections must not be carried over a fork. */
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        edit (fixture->path, people[i], logs[i], shared, circ_record_get_id (audience));
    }
  for (guint i = 0; i < 2; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  fixture->store = fixture_open (fixture, "Ada");
  db = circ_db_open (fixture->path, CIRC_DB_QUERY, NULL);
  for (guint i = 0; i < 2; i++)
    n += assert_told_is_saved (db, people[i], logs[i], &n_conflicts);
  assert_none (db);
  assert_sound (fixture->store);
  g_test_message ("%u changes saved, %u conflicts told", n, n_conflicts);
  g_assert_cmpuint (n_conflicts, >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_changes = (guint) atoi (argv[1]);
  if (argc > 2)
    n_seconds = (guint) atoi (argv[2]);
  fixture_add ("/store/edits", test_edits);
  return g_test_run ();
}
