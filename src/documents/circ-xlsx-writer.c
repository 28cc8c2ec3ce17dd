/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-writer.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "circ-hush.h"
#include "circ-xlsx-book.h"

static void
sheet_clear (gpointer data)
{
  g_free (((CircXlsxSheet *) data)->name);
}

/* libxlsxwriter writes every sheet through a temporary file, and falls back to /tmp without a word when the folder
 * it was given does not exist. Returns: (transfer full): a folder that only this user can enter. */
static char *
make_temporary_folder (CircXlsxBook  *book,
                       GError       **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "circulate-XXXXXX", NULL);

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  g_free (folder);
  folder = g_build_filename (g_get_tmp_dir (), "circulate-XXXXXX", NULL);
  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  circ_document_set_errno (error, errno, g_get_tmp_dir (), TRUE);
  return NULL;
}

/* How much wider the brand's typeface is than Arial, as far as this machine can tell; never narrower. */
static double
measure_stretch (const char *typeface)
{
  static const char sample[] = "The quick brown fox jumps over the lazy dog. ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789";
  g_autoptr(PangoFontMap) map = NULL;
  PangoContext *context;
  int widths[2];

  if (g_ascii_strcasecmp (typeface, "Arial") == 0 || g_ascii_strcasecmp (typeface, "Liberation Sans") == 0 ||
      g_ascii_strcasecmp (typeface, "Helvetica") == 0)
    return 1;

  map = pango_cairo_font_map_new ();
  context = pango_font_map_create_context (map);
  pango_context_set_round_glyph_positions (context, FALSE);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(PangoLayout) layout = pango_layout_new (context);
      g_autoptr(PangoFontDescription) font = pango_font_description_new ();

      pango_font_description_set_family (font, i == 0 ? "Arial, Liberation Sans" : typeface);
      pango_font_description_set_size (font, 100 * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, sample, -1);
      pango_layout_get_size (layout, &widths[i], NULL);
    }
  g_object_unref (context);
  return CLAMP (1.08 * widths[1] / MAX (widths[0], 1), 1.0, 2.0);
}

static gboolean
add_sheets (CircXlsxBook  *book,
            GError       **error)
{
  CircReport *report = book->job->report;

  book->about_name = circ_xlsx_dup_sheet_name (book, _("About"));
  if ((book->about = circ_xlsx_add_sheet (book, book->about_name, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const CircReportBlock *block = g_ptr_array_index (report->blocks, i);
      CircXlsxSheet sheet = { 0 };
      const char *title;

      if (block->kind != CIRC_BLOCK_TABLE)
        continue;
      title = circ_report_table_get_title (block->table);
      sheet.table = block->table;
      sheet.name = circ_xlsx_dup_sheet_name (book, title != NULL ? title : report->title);
      sheet.sheet = circ_xlsx_add_sheet (book, sheet.name, error);
      g_array_append_val (book->sheets, sheet);
      if (sheet.sheet == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sheets (CircXlsxBook  *book,
              GError       **error)
{
  circ_job_begin (book->job, 0, 0.9);
  for (guint i = 0; i < book->sheets->len; i++)
    if (!circ_xlsx_write_table (book, &g_array_index (book->sheets, CircXlsxSheet, i), error))
      return FALSE;
  /* Last, because it lists what the tables brought about. In this mode each sheet is a file of its own. */
  return circ_xlsx_write_about (book, error);
}

static void
set_properties (CircXlsxBook *book)
{
  lxw_doc_properties properties = { 0 };

  /* Title only. Not set: author, company, manager; and no clock, so equal reports make equal files. */
  properties.title = book->job->report->title;
  properties.created = 1;
  workbook_set_properties (book->workbook, &properties);
}

/* The rows of each sheet wait in a temporary file of their own. Puts them all there, which the library does without
 * looking whether it worked.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): how many bytes they are, sheet by sheet; NULL with errno set
 * when one was not written */
static GArray *
flush_rows (CircXlsxBook *book)
{
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64));
  lxw_worksheet *sheet;

  STAILQ_FOREACH (sheet, book->workbook->worksheets, list_pointers)
    {
      gint64 size;

      lxw_worksheet_write_single_row (sheet);
      if (fflush (sheet->optimize_tmpfile) != 0 || ferror (sheet->optimize_tmpfile))
        return NULL;
      size = ftello (sheet->optimize_tmpfile);
      if (size < 0)
        return NULL;
      g_array_append_val (sizes, size);
    }
  return g_steal_pointer (&sizes);
}

static gboolean
write_book (CircXlsxBook    *book,
            CircAtomicFile  *file,
            const char      *folder,
            GError         **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };
  g_autoptr(GArray) sheets = NULL;
  lxw_error code;

  errno = 0;
  book->workbook = workbook_new_opt (circ_atomic_file_get_path (file), &options);
  if (book->workbook == NULL)
    return circ_xlsx_check (book, LXW_ERROR_CREATING_XLSX_FILE, error);
  circ_xlsx_add_formats (book);
  set_properties (book);
  if (!add_sheets (book, error) || !write_sheets (book, error))
    {
      lxw_workbook_free (book->workbook);
      return FALSE;
    }
  if (!circ_document_check_cancelled (book->job->cancellable, error))
    {
      lxw_workbook_free (book->workbook);
      return FALSE;
    }
  errno = 0;
  sheets = flush_rows (book);
  if (sheets == NULL)
    {
      circ_xlsx_check (book, LXW_ERROR_CREATING_TMPFILE, error);
      lxw_workbook_free (book->workbook);
      return FALSE;
    }
  code = workbook_close (book->workbook);
  return circ_xlsx_check (book, code, error) && circ_xlsx_check_file (circ_atomic_file_get_path (file), sheets, error);
}

/* Writes the workbook to @file's path. Rows go to the disk as they come; memory does not grow with them. */
gboolean
circ_xlsx_write (CircJob         *job,
                 CircAtomicFile  *file,
                 GError         **error)
{
  CircXlsxBook book = { .job = job, .stretch = measure_stretch (job->report->typeface) };
  g_autofree char *folder = make_temporary_folder (&book, error);
  gboolean done;

  if (folder == NULL)
    return FALSE;
  book.sheets = g_array_new (FALSE, FALSE, sizeof (CircXlsxSheet));
  g_array_set_clear_func (book.sheets, sheet_clear);
  book.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book.escaped = g_string_new (NULL);

  circ_hush_begin ();
  done = write_book (&book, file, folder, error);
  circ_hush_end ();

  g_rmdir (folder);
  g_array_unref (book.sheets);
  g_hash_table_unref (book.names);
  g_string_free (book.escaped, TRUE);
  g_free (book.about_name);
  g_free (book.overflow_name);
  return done;
}
