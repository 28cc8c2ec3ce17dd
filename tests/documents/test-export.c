/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "support.h"

#define OLD "what was there before"

static void
test_names (void)
{
  static const struct
  {
    const char      *name;
    gboolean         known;
    CircExportFormat format;
  } cases[] = {
    { "xlsx", TRUE, CIRC_EXPORT_XLSX }, { "PDF", TRUE, CIRC_EXPORT_PDF }, { "Csv", TRUE, CIRC_EXPORT_CSV },
    { "docx", FALSE, 0 }, { "", FALSE, 0 }, { NULL, FALSE, 0 }, { "xlsx ", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      CircExportFormat format = CIRC_EXPORT_XLSX;

      g_assert_cmpint (circ_export_format_from_name (cases[i].name, &format, &error), ==, cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
      else
        g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED);
    }
  g_assert_cmpstr (circ_export_format_get_extension (CIRC_EXPORT_PDF), ==, "pdf");
  g_assert_cmpstr (circ_export_format_get_mime_type (CIRC_EXPORT_CSV), ==, "text/csv");
}

static CircReport *
make_report (guint n_rows,
             guint fail_at)
{
  CircReport *report = test_report ();

  test_set_source (test_add_table (report, "Rows"), n_rows, fail_at);
  return report;
}

/* Exports over an old file, which must fail with @code in @domain and leave the folder as it was. */
static void
check_failure (CircReport       *report,
               CircExportFormat  format,
               GCancellable     *cancellable,
               CircProgressFunc  progress,
               gpointer          data,
               GQuark            domain,
               int               code)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) file = test_file (folder, "out");
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  GPtrArray *notes = NULL;

  g_assert_true (g_file_replace_contents (file, OLD, strlen (OLD), NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (circ_report_export (report, format, file, cancellable, progress, data, &notes, &error));
  g_assert_error (error, domain, code);
  g_assert_null (notes);
  content = test_read (file, NULL);
  g_assert_cmpstr (content, ==, OLD);
  g_assert_cmpuint (test_count_files (folder), ==, 1);
  test_remove_folder (folder);
}

static void
test_failing_source (void)
{
  g_autoptr(CircReport) early = make_report (100, 3);
  g_autoptr(CircReport) late = make_report (5000, 4000);

  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
    {
      check_failure (early, format, NULL, NULL, NULL, G_IO_ERROR, G_IO_ERROR_FAILED);
      check_failure (late, format, NULL, NULL, NULL, G_IO_ERROR, G_IO_ERROR_FAILED);
    }
}

typedef struct
{
  GCancellable *cancellable;
  double        at;
  double        last;
  guint         n;
} Watch;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->n++;
  if (fraction >= watch->at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_cancelled (void)
{
  static const double moments[] = { 0, 0.1, 0.45, 0.6 };
  g_autoptr(CircReport) report = make_report (2000, 0);

  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
    for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
      {
        g_autoptr(GCancellable) cancellable = g_cancellable_new ();
        Watch watch = { .cancellable = cancellable, .at = moments[i], .last = -1 };

        g_test_message ("%s at %g", circ_export_format_get_name (format), moments[i]);
        check_failure (report, format, cancellable, progress_cb, &watch, CIRC_DOCUMENT_ERROR,
                       CIRC_DOCUMENT_ERROR_CANCELLED);
        g_assert_cmpuint (watch.n, >, 0);
      }
}

static void
test_progress (void)
{
  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
    {
      char *folder = test_make_folder ();
      g_autoptr(GFile) file = test_file (folder, "out");
      g_autoptr(CircReport) report = make_report (2000, 0);
      Watch watch = { .at = 2, .last = -1 };

      g_assert_true (circ_report_export (report, format, file, NULL, progress_cb, &watch, NULL, NULL));
      g_assert_cmpfloat (watch.last, ==, 1);
      g_assert_cmpuint (watch.n, >, 20);
      g_assert_cmpuint (watch.n, <, 500);
      test_remove_folder (folder);
    }
}

static void
test_full_disk (void)
{
  struct rlimit before;
  struct rlimit small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  signal (SIGXFSZ, SIG_IGN);
  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
    {
      g_autoptr(CircReport) report = make_report (2000, 0);

      /* Less than any of the three takes; parts of a workbook may already fail before it is put together. */
      small.rlim_cur = 8192;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      check_failure (report, format, NULL, NULL, NULL, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NO_SPACE);
      setrlimit (RLIMIT_FSIZE, &before);
    }
}

static void
test_bad_targets (void)
{
  char *folder = test_make_folder ();
  g_autoptr(GFile) directory = g_file_new_for_path (folder);
  g_autoptr(GFile) lost = test_file (folder, "none/out.pdf");
  g_autoptr(GFile) denied = g_file_new_for_path ("/sys/out.pdf");

  for (CircExportFormat format = CIRC_EXPORT_XLSX; format <= CIRC_EXPORT_CSV; format++)
    {
      g_autoptr(CircReport) report = make_report (3, 0);
      g_autoptr(GError) error = NULL;

      g_assert_false (circ_report_export (report, format, directory, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_IS_DIRECTORY);
      g_clear_error (&error);
      g_assert_false (circ_report_export (report, format, lost, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_false (circ_report_export (report, format, denied, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_DENIED);
    }
  g_assert_cmpuint (test_count_files (folder), ==, 0);
  test_remove_folder (folder);
}

/* The same report makes the same bytes, and the preview is what is saved. */
static void
test_same_bytes (void)
{
  g_autoptr(GBytes) first = NULL;

  for (int i = 0; i < 2; i++)
    {
      char *folder = test_make_folder ();
      g_autoptr(GFile) file = test_file (folder, "out.pdf");
      g_autoptr(CircReport) report = make_report (50, 0);
      g_autoptr(GPtrArray) notes = test_export (report, CIRC_EXPORT_PDF, file);
      g_autoptr(GPtrArray) preview_notes = NULL;
      g_autoptr(GBytes) preview = circ_report_render_pdf (report, NULL, NULL, NULL, &preview_notes, NULL);
      gsize n_bytes;
      g_autofree char *content = test_read (file, &n_bytes);

      g_assert_cmpmem (content, n_bytes, g_bytes_get_data (preview, NULL), g_bytes_get_size (preview));
      g_assert_cmpuint (preview_notes->len, ==, notes->len);
      if (first != NULL)
        g_assert_true (g_bytes_equal (first, preview));
      else
        first = g_bytes_ref (preview);
      test_remove_folder (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/names", test_names);
  g_test_add_func ("/export/failing-source", test_failing_source);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/progress", test_progress);
  g_test_add_func ("/export/full-disk", test_full_disk);
  g_test_add_func ("/export/bad-targets", test_bad_targets);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  return g_test_run ();
}
