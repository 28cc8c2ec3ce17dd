/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "circ-atomic-file.h"
#include "support.h"

static void
put (GFile      *file,
     const char *content)
{
  g_assert_true (g_file_replace_contents (file, content, strlen (content), NULL, FALSE, 0, NULL, NULL, NULL));
}

static void
test_replace (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.txt");
  g_autoptr(CircAtomicFile) atomic = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_autofree char *while_writing = NULL;
  struct stat status;

  put (file, "old");
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);
  atomic = circ_atomic_file_new (file, &error);
  g_assert_no_error (error);
  g_assert_true (circ_atomic_file_write (atomic, "new ", 4, &error));
  g_assert_true (circ_atomic_file_write (atomic, "content", 7, &error));
  while_writing = test_read (file, NULL);
  g_assert_cmpstr (while_writing, ==, "old");
  g_assert_true (circ_atomic_file_commit (atomic, &error));
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, "new content");
  g_assert_cmpint (stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (test_count_files (folder), ==, 1);
  test_remove_folder (folder);
}

static void
test_abandoned (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.txt");
  g_autofree char *content = NULL;

  put (file, "old");
  {
    g_autoptr(CircAtomicFile) atomic = circ_atomic_file_new (file, NULL);

    g_assert_true (circ_atomic_file_write (atomic, "half", 4, NULL));
    g_assert_cmpuint (test_count_files (folder), ==, 2);
  }
  g_assert_cmpuint (test_count_files (folder), ==, 1);
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, "old");
  test_remove_folder (folder);
}

static void
check_refused (GFile             *target,
               CircDocumentError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (circ_atomic_file_new (target, &error));
  g_assert_error (error, CIRC_DOCUMENT_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_refused (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) directory = g_file_new_for_path (folder);
  g_autoptr(GFile) lost = test_file (folder, "missing/a.txt");
  g_autoptr(GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr(GFile) remote = g_file_new_for_uri ("http://example.org/a.txt");
  g_autoptr(GFile) system = g_file_new_for_path ("/sys/a.txt");

  check_refused (directory, CIRC_DOCUMENT_ERROR_IS_DIRECTORY);
  check_refused (lost, CIRC_DOCUMENT_ERROR_NOT_FOUND);
  check_refused (device, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED);
  check_refused (remote, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED);
  /* No one may make a file there, the administrator included. */
  check_refused (system, CIRC_DOCUMENT_ERROR_DENIED);
  g_assert_cmpuint (test_count_files (folder), ==, 0);
  if (geteuid () != 0)
    {
      g_autoptr(GFile) denied = test_file (folder, "a.txt");

      g_chmod (folder, 0500);
      check_refused (denied, CIRC_DOCUMENT_ERROR_DENIED);
      g_chmod (folder, 0700);
    }
  test_remove_folder (folder);
}

static void
test_link (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.txt");
  g_autoptr(GFile) link = test_file (folder, "link.txt");
  g_autoptr(CircAtomicFile) atomic = NULL;
  g_autofree char *content = NULL;

  put (file, "old");
  g_assert_true (g_file_make_symbolic_link (link, "a.txt", NULL, NULL));
  atomic = circ_atomic_file_new (link, NULL);
  g_assert_true (circ_atomic_file_write (atomic, "new", 3, NULL));
  g_assert_true (circ_atomic_file_commit (atomic, NULL));
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, "new");
  g_assert_cmpint (g_file_query_file_type (link, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL), ==,
                   G_FILE_TYPE_SYMBOLIC_LINK);
  test_remove_folder (folder);
}

/* A limit on the size of files stands in for a full disk: the kernel answers with an error all the same. */
static void
test_full (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "a.txt");
  g_autofree char *data = g_strnfill (1024 * 1024, 'x');
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit before;
  struct rlimit small;

  put (file, "old");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 65536;
  signal (SIGXFSZ, SIG_IGN);
  {
    g_autoptr(CircAtomicFile) atomic = circ_atomic_file_new (file, NULL);

    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
    g_assert_false (circ_atomic_file_write (atomic, data, 1024 * 1024, &error) &&
                    circ_atomic_file_commit (atomic, &error));
    setrlimit (RLIMIT_FSIZE, &before);
  }
  g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NO_SPACE);
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (test_count_files (folder), ==, 1);
  test_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/atomic-file/replace", test_replace);
  g_test_add_func ("/atomic-file/abandoned", test_abandoned);
  g_test_add_func ("/atomic-file/refused", test_refused);
  g_test_add_func ("/atomic-file/link", test_link);
  g_test_add_func ("/atomic-file/full", test_full);
  return g_test_run ();
}
