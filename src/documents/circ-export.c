/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-writer.h"

static const struct
{
  const char *name;
  const char *mime_type;
} formats[] = {
  [CIRC_EXPORT_XLSX] = { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  [CIRC_EXPORT_PDF] = { "pdf", "application/pdf" },
  [CIRC_EXPORT_CSV] = { "csv", "text/csv" },
};

/**
 * circ_export_format_from_name:
 * @name: (nullable): "xlsx", "pdf" or "csv", in any case
 * @format: (out)
 *
 * Returns: TRUE, or FALSE with NOT_SUPPORTED and a sentence that lists the names
 */
gboolean
circ_export_format_from_name (const char        *name,
                              CircExportFormat  *format,
                              GError           **error)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      {
        *format = (CircExportFormat) i;
        return TRUE;
      }
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_NOT_SUPPORTED,
               /* translators: %s is what the user typed; the names of the formats stay as they are */
               _("“%s” is not a format that can be written. Use xlsx, pdf or csv."), name != NULL ? name : "");
  return FALSE;
}

const char *
circ_export_format_get_name (CircExportFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);
  return formats[format].name;
}

/**
 * circ_export_format_get_extension:
 *
 * Returns: without a dot
 */
const char *
circ_export_format_get_extension (CircExportFormat format)
{
  return circ_export_format_get_name (format);
}

const char *
circ_export_format_get_mime_type (CircExportFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);
  return formats[format].mime_type;
}

/**
 * circ_report_dup_file_name:
 *
 * Returns: (transfer full): a name for the file that every desktop takes: the title and period without
 *   punctuation, at most 80 characters, with the extension
 */
char *
circ_report_dup_file_name (CircReport       *report,
                           CircExportFormat  format)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *source = NULL;
  int n = 0;

  g_return_val_if_fail (CIRC_IS_REPORT (report), NULL);

  source = g_strconcat (report->title, " ", report->period, NULL);
  for (const char *p = source; *p && n < 80; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '-')
        {
          g_string_append_unichar (name, c);
          n++;
        }
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        {
          g_string_append_c (name, ' ');
          n++;
        }
    }
  g_strstrip (name->str);
  return g_strdup_printf ("%s.%s", *name->str ? name->str : "Circulate", circ_export_format_get_extension (format));
}

static gboolean
write_pdf (CircJob         *job,
           CircAtomicFile  *file,
           GError         **error)
{
  g_autoptr(GBytes) bytes = circ_pdf_render (job, error);

  if (bytes == NULL)
    return FALSE;
  return circ_atomic_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static GPtrArray *
take_notes (CircJob *job)
{
  circ_export_notes_add_counts (job->notes, &job->report->counts);
  circ_export_notes_add_counts (job->notes, &job->counts);
  return circ_export_notes_take_lines (job->notes);
}

/**
 * circ_report_export:
 * @target: a local file; replaced only once the new one is whole and on the disk
 * @cancellable: (nullable): looked at for each row
 * @progress: (nullable): called on this thread
 * @notes: (out) (optional) (transfer full) (element-type utf8): sentences about what had to be changed or moved
 *   so that it fits; empty when nothing; not set on failure
 *
 * Writes the whole report. May run on any thread, one export of one report at a time.
 *
 * Returns: TRUE when @target is written; FALSE when it is as it was
 */
gboolean
circ_report_export (CircReport        *report,
                    CircExportFormat   format,
                    GFile             *target,
                    GCancellable      *cancellable,
                    CircProgressFunc   progress,
                    gpointer           progress_data,
                    GPtrArray        **notes,
                    GError           **error)
{
  static gboolean (* const writers[]) (CircJob *, CircAtomicFile *, GError **) = {
    [CIRC_EXPORT_XLSX] = circ_xlsx_write,
    [CIRC_EXPORT_PDF] = write_pdf,
    [CIRC_EXPORT_CSV] = circ_csv_write,
  };
  g_autoptr(CircAtomicFile) file = NULL;
  CircJob job;
  gboolean done;

  g_return_val_if_fail (CIRC_IS_REPORT (report), FALSE);
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (writers), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (!circ_document_check_cancelled (cancellable, error) || (file = circ_atomic_file_new (target, error)) == NULL)
    return FALSE;

  circ_job_init (&job, report, cancellable, progress, progress_data);
  done = writers[format] (&job, file, error) &&
         circ_document_check_cancelled (cancellable, error) &&
         circ_atomic_file_commit (file, error);
  if (done && progress != NULL)
    progress (1, progress_data);
  if (done && notes != NULL)
    *notes = take_notes (&job);
  circ_job_clear (&job);
  return done;
}

/**
 * circ_report_render_pdf:
 *
 * The same bytes as circ_report_export() would write as PDF, for the preview and for printing.
 *
 * Returns: (transfer full): the document, or NULL with @error
 */
GBytes *
circ_report_render_pdf (CircReport        *report,
                        GCancellable      *cancellable,
                        CircProgressFunc   progress,
                        gpointer           progress_data,
                        GPtrArray        **notes,
                        GError           **error)
{
  CircJob job;
  GBytes *bytes;

  g_return_val_if_fail (CIRC_IS_REPORT (report), NULL);

  circ_job_init (&job, report, cancellable, progress, progress_data);
  bytes = circ_document_check_cancelled (cancellable, error) ? circ_pdf_render (&job, error) : NULL;
  if (bytes != NULL && progress != NULL)
    progress (1, progress_data);
  if (bytes != NULL && notes != NULL)
    *notes = take_notes (&job);
  circ_job_clear (&job);
  return bytes;
}
