/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fails every single file operation of everything that writes, one after the other: each time an error is reported or
 * the thing is done, every file is as it was before or as it is after, and nothing is left behind.
 *
 * The suite takes up to SAMPLE operations of each case and way, evenly spread; CIRC_FAULTS=all takes each, and
 * `test-faults -p /faults/restore` one case. */
#include "config.h"

#include "cases.h"
#include "fault.h"
#include "picture.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define SAMPLE 6
#define MAX_COMPLAINTS 10
#define PATIENCE 60 /* seconds for one operation, on a machine that is busy with other things */

#define TAKES_ROOM (FAULT_CREATE | FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE | FAULT_LINK | FAULT_FOLDER)
#define TAKES_RIGHTS \
  (FAULT_CREATE | FAULT_OPEN | FAULT_RENAME | FAULT_LINK | FAULT_UNLINK | FAULT_FOLDER | FAULT_MODE | FAULT_LOOK)

/* The ways in which operations fail. */
typedef struct {
  const char *name;
  unsigned kinds;
  int error;
  gboolean lasting;
} FaultMode;

static const FaultMode modes[] = {
  { "once", FAULT_ANY, EIO, FALSE },
  /* SQLite takes a lock that cannot be had for somebody else's, and waits. */
  { "from-then-on", FAULT_ANY & ~FAULT_LOCK, EIO, TRUE },
  { "full", TAKES_ROOM, ENOSPC, TRUE },
  { "full-once", TAKES_ROOM, ENOSPC, FALSE },
  { "denied", TAKES_RIGHTS, EACCES, FALSE },
  { "short-write", FAULT_WRITE, FAULT_SHORT, FALSE },
};

typedef struct {
  const FaultCase *one;
  const FaultMode *mode;
} Test;

/* What the process that does it tells the one that watches. */
typedef struct {
  unsigned count;
  unsigned kind;
  char what[256];
} Told;

typedef struct {
  const Test *test;
  GHashTable *files; /* to start from */
  Picture *before;
  Picture *after;
  guint64 size; /* of all files afterwards */
  int err;      /* a file for standard error */
  pid_t worker; /* the process that does it; 0: none yet */
  int orders;   /* pipes to it and from it */
  int answers;
  unsigned number;
  int status;
  char *words; /* on standard error */
  guint n_complaints;
} Run;

static Told *told;
static char *root;   /* the folder that the operations see and are counted in */
static Run *current; /* for case_begin() */

void
case_begin (void)
{
  fault_watch (root, current->test->mode->kinds);
  fault_arm (current->number, current->test->mode->error, current->test->mode->lasting);
}

void
case_end (void)
{
  if (told->count == 0)
    told->count = fault_count ();
  if (told->what[0] == '\0')
    g_strlcpy (told->what, fault_describe (), sizeof told->what);
  told->kind = fault_get_kind ();
  fault_rest ();
}

G_NORETURN static void
work (Run *self,
      int orders,
      int answers)
{
  if (freopen ("/dev/null", "w", stdout) == NULL || dup2 (self->err, STDERR_FILENO) < 0)
    _exit (9);
  current = self;
  while (read (orders, &self->number, sizeof self->number) == sizeof self->number)
    {
      int status;

      alarm (PATIENCE);
      status = self->test->one->run (root, self->test->one->detail);
      fflush (NULL);
      alarm (0);
      if (write (answers, &status, sizeof status) != sizeof status)
        _exit (9);
    }
  _exit (0);
}

/* One process does the case again and again, as the window does when saving fails and is tried once more; a new one follows
 * where that ends or hangs. */
static void
start_worker (Run *self)
{
  int orders[2], answers[2];

  g_assert_cmpint (pipe (orders), ==, 0);
  g_assert_cmpint (pipe (answers), ==, 0);
  fflush (NULL);
  self->worker = fork ();
  g_assert_cmpint (self->worker, >=, 0);
  if (self->worker == 0)
    {
      close (orders[1]);
      close (answers[0]);
      work (self, orders[0], answers[1]);
    }
  close (orders[0]);
  close (answers[1]);
  self->orders = orders[1];
  self->answers = answers[0];
}

static int
end_worker (Run *self)
{
  int status = 0;

  close (self->orders);
  close (self->answers);
  g_assert_cmpint (waitpid (self->worker, &status, 0), ==, self->worker);
  self->worker = 0;
  return status;
}

/* Does the operation once, with @number failing; 0: none. */
static void
run_once (Run *self,
          unsigned number)
{
  char words[4096] = "";
  int status;

  folder_remove (root);
  folder_write (root, self->files);
  memset (told, 0, sizeof *told);
  g_assert_cmpint (ftruncate (self->err, 0), ==, 0);
  g_assert_cmpint (lseek (self->err, 0, SEEK_SET), ==, 0);
  if (self->worker == 0)
    start_worker (self);
  self->number = number;
  g_assert_cmpint (write (self->orders, &number, sizeof number), ==, sizeof number);
  if (read (self->answers, &status, sizeof status) == sizeof status)
    self->status = W_EXITCODE (status, 0);
  else
    self->status = end_worker (self);
  g_assert_cmpint (pread (self->err, words, sizeof words - 1, 0), >=, 0);
  g_free (self->words);
  self->words = g_strdup (words);
}

G_GNUC_PRINTF (2, 3)
static void
complain (Run *self,
          const char *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (++self->n_complaints <= MAX_COMPLAINTS)
    g_test_message ("operation %u (%s): %s", self->number, told->what, text);
}

static gboolean
is_one_line (const char *words)
{
  const char *end = strchr (words, '\n');

  return g_str_has_prefix (words, "circulate: ") && end != NULL && end[1] == '\0';
}

/* What was said and how it ended. */
static void
check_words (Run *self)
{
  gboolean must_work = self->test->one->again || self->test->mode->error == FAULT_SHORT;

  if (!WIFEXITED (self->status))
    complain (self, "ended by signal %d: %s", WTERMSIG (self->status), self->words);
  else if (WEXITSTATUS (self->status) > 1 || (must_work && WEXITSTATUS (self->status) != 0))
    complain (self, "status %d: %s", WEXITSTATUS (self->status), self->words);
  else if (WEXITSTATUS (self->status) == 0 && self->words[0] != '\0')
    complain (self, "done, and yet it says: %s", self->words);
  else if (WEXITSTATUS (self->status) == 1 && !is_one_line (self->words))
    complain (self, "not one line: %s", self->words);
}

/* What became of the files. Where nothing can be removed something may stay. */
static void
check_files (Run *self)
{
  gboolean done = WIFEXITED (self->status) && WEXITSTATUS (self->status) == 0;
  gboolean strays = told->kind == FAULT_UNLINK || (self->test->mode->lasting && self->test->mode->kinds & FAULT_UNLINK);
  guint64 size = folder_get_size (root);
  g_autoptr (GHashTable) now = picture_new (root);
  g_autofree char *difference = picture_compare (now, self->before, self->after, done, strays);

  if (difference != NULL)
    complain (self, "%s: %s%s", done ? "done" : "failed", difference, self->words);
  if (size > 3 * self->size + 1024 * 1024)
    complain (self, "%" G_GUINT64_FORMAT " bytes in place of %" G_GUINT64_FORMAT, size, self->size);
}

static void
set_up (Run *self,
        const Test *test)
{
  g_autofree char *runtime = g_build_filename (root, "run", NULL);
  g_autofree char *name = NULL;

  self->test = test;
  g_assert_cmpint (g_mkdir_with_parents (runtime, 0700), ==, 0);
  self->err = g_file_open_tmp (NULL, &name, NULL);
  g_assert_cmpint (self->err, >=, 0);
  g_assert_cmpint (g_unlink (name), ==, 0);
  test->one->prepare (root, test->one->detail);
  self->files = folder_read (root);
  self->before = picture_new (root);
}

static void
tear_down (Run *self)
{
  if (self->worker != 0)
    end_worker (self);
  close (self->err);
  folder_remove (root);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->before);
  g_hash_table_unref (self->after);
  g_free (self->words);
}

static void
test_faults (gconstpointer data)
{
  const Test *test = data;
  Run self = { NULL };
  gboolean all = g_strcmp0 (g_getenv ("CIRC_FAULTS"), "all") == 0;
  unsigned count, stride, n = 0, n_failed = 0;

  set_up (&self, test);
  run_once (&self, 0);
  g_assert_cmpstr (self.words, ==, "");
  g_assert_cmpint (self.status, ==, 0);
  count = told->count;
  g_assert_cmpuint (count, >, 0);
  self.size = folder_get_size (root);
  self.after = picture_new (root);
  stride = all ? 1 : (count + SAMPLE - 1) / SAMPLE;
  for (unsigned i = 1; i <= count; i += stride, n++)
    {
      run_once (&self, i);
      n_failed += told->what[0] != '\0';
      check_words (&self);
      check_files (&self);
    }
  g_test_message ("%u of %u operations tried in turn, %u failed", n, count, n_failed);
  if (self.n_complaints > 0)
    {
      g_test_message ("%u complaints", self.n_complaints);
      g_test_fail ();
    }
  tear_down (&self);
}

static void
add_test (const FaultCase *one,
          const FaultMode *mode)
{
  g_autofree char *path = g_strdup_printf ("/faults/%s/%s", one->name, mode->name);
  Test test = { one, mode };

  g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_faults, g_free);
}

int
main (int argc,
      char **argv)
{
  /* In memory where there is such a place: thousands of files are put back as they were. */
  const char *parent = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
  g_autofree char *folder = g_strconcat (parent, "/circ-faults-XXXXXX", NULL);
  g_autofree char *runtime = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  int status;

  setlocale (LC_ALL, "");
  /* Before anything else: GLib asks for it once. What a document is made of is written there. */
  g_assert_nonnull (mkdtemp (folder));
  root = g_build_filename (folder, "root", NULL);
  runtime = g_build_filename (root, "run", NULL);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  told = mmap (NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (told != MAP_FAILED);
  cases = cases_new ();
  for (guint i = 0; i < cases->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (modes); j++)
      add_test (g_ptr_array_index (cases, i), &modes[j]);
  status = g_test_run ();
  munmap (told, sizeof *told);
  g_rmdir (folder);
  g_free (root);
  return status;
}
