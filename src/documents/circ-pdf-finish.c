/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-qpdf.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

/* What cairo 1.16 leaves out, added in memory through libqpdf: language, title in the window, metadata, colour
 * profile, marked content and the structure it belongs to. The result is PDF/A-1b, tagged. */

#define PRODUCER "Circulate " CIRC_VERSION

static gboolean
check (qpdf_data   q,
       QPDF_ERROR_CODE code,
       GError    **error)
{
  const char *reason = "";

  if ((code & QPDF_ERRORS) == 0)
    return TRUE;
  if (qpdf_has_error (q))
    reason = qpdf_get_error_full_text (q, qpdf_get_error (q));
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
               /* translators: %s is a technical reason in English */
               _("The PDF could not be finished (%s)."), reason);
  return FALSE;
}

static void
set_metadata (qpdf_data   q,
              qpdf_oh     root,
              CircReport *report)
{
  g_autofree char *title = g_markup_escape_text (report->title, -1);
  g_autofree char *language = g_markup_escape_text (report->language, -1);
  g_autofree char *xmp = g_strconcat (
    "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
    "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
    "<dc:format>application/pdf</dc:format>\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", title, "</rdf:li></rdf:Alt></dc:title>\n"
    "<dc:language><rdf:Bag><rdf:li>", language, "</rdf:li></rdf:Bag></dc:language>\n"
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
    "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
    "</rdf:Description>\n"
    "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>", NULL);
  qpdf_oh stream = circ_qpdf_new_stream (q, "<< /Type /Metadata /Subtype /XML >>", xmp, strlen (xmp));
  qpdf_oh trailer = qpdf_get_trailer (q);
  qpdf_oh info = qpdf_oh_parse (q, "<< >>");

  circ_qpdf_set_key (q, root, "/Metadata", stream);
  /* The old dictionary says the same as the metadata and no more: no clock, no author. */
  circ_qpdf_set_key (q, info, "/Title", qpdf_oh_new_unicode_string (q, report->title));
  circ_qpdf_set_key (q, info, "/Producer", qpdf_oh_new_unicode_string (q, PRODUCER));
  circ_qpdf_set_key (q, trailer, "/Info", qpdf_make_indirect_object (q, info));
  qpdf_oh_release (q, info);
  qpdf_oh_release (q, trailer);
}

static void
set_colours (qpdf_data q,
             qpdf_oh   root)
{
  g_autoptr(GBytes) icc = circ_icc_new_srgb ();
  qpdf_oh intents = qpdf_oh_new_array (q);
  qpdf_oh intent = qpdf_oh_parse (q, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                                     "/Info (sRGB IEC61966-2.1) >>");

  circ_qpdf_set_key (q, intent, "/DestOutputProfile",
           circ_qpdf_new_stream (q, "<< /N 3 >>", g_bytes_get_data (icc, NULL), g_bytes_get_size (icc)));
  qpdf_oh_append_item (q, intents, intent);
  qpdf_oh_release (q, intent);
  circ_qpdf_set_key (q, root, "/OutputIntents", intents);
}

static gboolean
finish_page (qpdf_data    q,
             qpdf_oh      page,
             CircPdfTags *tags,
             guint        number,
             GString     *marked,
             GError     **error)
{
  unsigned char *content = NULL;
  gsize n_bytes = 0;
  gboolean whole;

  if (!check (q, qpdf_oh_get_page_content_data (q, page, &content, &n_bytes), error))
    return FALSE;
  whole = circ_pdf_mark_content ((const char *) content, n_bytes, tags, number, marked);
  free (content);
  if (!whole)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
                           _("The PDF could not be finished: a page lost its structure."));
      return FALSE;
    }
  circ_qpdf_set_key (q, page, "/Contents", circ_qpdf_new_stream (q, "<< >>", marked->str, marked->len));
  /* A transparency group is not for PDF/A-1, and nothing here is transparent. */
  qpdf_oh_remove_key (q, page, "/Group");
  circ_qpdf_set_parsed (q, page, "/Tabs", "/S");
  circ_qpdf_set_key (q, page, "/StructParents", qpdf_oh_new_integer (q, number));
  return TRUE;
}

static gboolean
finish_pages (qpdf_data     q,
              CircPdfTags  *tags,
              CircJob      *job,
              GError      **error)
{
  g_autoptr(GString) marked = g_string_new (NULL);
  int n = qpdf_get_num_pages (q);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (q, (size_t) i);
      gboolean done = finish_page (q, page, tags, (guint) i, marked, error);

      qpdf_oh_release (q, page);
      circ_job_tell (job, (i + 1.0) / n);
      if (!done || !circ_document_check_cancelled (job->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
write_document (qpdf_data   q,
                GError    **error)
{
  if (!check (q, qpdf_init_write_memory (q), error))
    return NULL;
  /* PDF/A-1 is PDF 1.4: no object streams. */
  qpdf_set_object_stream_mode (q, qpdf_o_disable);
  qpdf_set_compress_streams (q, QPDF_TRUE);
  qpdf_force_pdf_version (q, "1.4");
  qpdf_set_newline_before_endstream (q, QPDF_TRUE);
  /* Equal reports make equal bytes. */
  qpdf_set_deterministic_ID (q, QPDF_TRUE);
  if (!check (q, qpdf_write (q), error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (q), qpdf_get_buffer_length (q));
}

static GBytes *
finish (qpdf_data     q,
        CircPdfTags  *tags,
        CircJob      *job,
        GError      **error)
{
  CircReport *report = job->report;
  qpdf_oh root = qpdf_get_root (q);

  circ_qpdf_set_key (q, root, "/Lang", qpdf_oh_new_unicode_string (q, report->language));
  circ_qpdf_set_parsed (q, root, "/MarkInfo", "<< /Marked true >>");
  circ_qpdf_set_parsed (q, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  qpdf_oh_remove_key (q, root, "/Version");
  set_metadata (q, root, report);
  set_colours (q, root);
  circ_pdf_reserve_structure (q, root);
  circ_pdf_finish_fonts (q);
  qpdf_oh_release (q, root);
  return finish_pages (q, tags, job, error) ? write_document (q, error) : NULL;
}

/**
 * circ_pdf_finish:
 * @raw: (transfer full): what cairo wrote
 * @tags: noted while it was drawn
 *
 * Returns: (transfer full): the finished document, or NULL
 */
GBytes *
circ_pdf_finish (GByteArray   *raw,
                 CircPdfTags  *tags,
                 CircJob      *job,
                 GError      **error)
{
  qpdf_data q = qpdf_init ();
  g_autoptr(GBytes) bytes = NULL;

  qpdf_silence_errors (q);
  qpdf_set_suppress_warnings (q, QPDF_TRUE);
  if (check (q, qpdf_read_memory (q, "report", (const char *) raw->data, raw->len, NULL), error))
    bytes = finish (q, tags, job, error);
  qpdf_cleanup (&q);
  g_byte_array_unref (raw);
  return bytes != NULL ? circ_pdf_write_structure (bytes, tags, error) : NULL;
}
