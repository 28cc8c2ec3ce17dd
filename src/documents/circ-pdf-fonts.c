/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-qpdf.h"

#include <string.h>

/* Takes @value. */
void
circ_qpdf_set_key (qpdf_data   q,
         qpdf_oh     dictionary,
         const char *key,
         qpdf_oh     value)
{
  qpdf_oh_replace_key (q, dictionary, key, value);
  qpdf_oh_release (q, value);
}

/* @source is PDF syntax. */
void
circ_qpdf_set_parsed (qpdf_data   q,
            qpdf_oh     dictionary,
            const char *key,
            const char *source)
{
  circ_qpdf_set_key (q, dictionary, key, qpdf_oh_parse (q, source));
}

/* Returns: (transfer full): a stream object with the keys of @dictionary; @data is copied */
qpdf_oh
circ_qpdf_new_stream (qpdf_data     q,
            const char   *dictionary,
            gconstpointer data,
            gsize         n_bytes)
{
  qpdf_oh stream = qpdf_oh_new_stream (q);
  qpdf_oh parsed = qpdf_oh_parse (q, dictionary);
  qpdf_oh null = qpdf_oh_new_null (q);
  qpdf_oh existing = qpdf_oh_get_dict (q, stream);

  qpdf_oh_replace_stream_data (q, stream, data, n_bytes, null, null);
  qpdf_oh_begin_dict_key_iter (q, parsed);
  while (qpdf_oh_dict_more_keys (q))
    {
      g_autofree char *key = g_strdup (qpdf_oh_dict_next_key (q));

      circ_qpdf_set_key (q, existing, key, qpdf_oh_get_key (q, parsed, key));
    }
  qpdf_oh_release (q, existing);
  qpdf_oh_release (q, parsed);
  qpdf_oh_release (q, null);
  return stream;
}

/* cairo numbers the glyphs of a subset from 0 and lists all their widths in one array: [0 [w0 w1 ...]]. */
static int
count_glyphs (qpdf_data q,
              qpdf_oh   font)
{
  qpdf_oh widths = qpdf_oh_get_key (q, font, "/W");
  qpdf_oh run;
  int n = 0;

  if (qpdf_oh_is_array (q, widths) && qpdf_oh_get_array_n_items (q, widths) >= 2)
    {
      run = qpdf_oh_get_array_item (q, widths, 1);
      n = qpdf_oh_is_array (q, run) ? qpdf_oh_get_array_n_items (q, run) : 0;
      qpdf_oh_release (q, run);
    }
  qpdf_oh_release (q, widths);
  return n;
}

static void
add_cid_set (qpdf_data q,
             qpdf_oh   font)
{
  int n = count_glyphs (q, font);
  gsize n_bytes = (gsize) (n + 7) / 8;
  g_autofree guchar *bits = g_malloc0 (n_bytes + 1);
  qpdf_oh descriptor = qpdf_oh_get_key (q, font, "/FontDescriptor");

  for (int i = 0; i < n; i++)
    bits[i / 8] |= (guchar) (0x80 >> (i % 8));
  if (n > 0 && qpdf_oh_is_dictionary (q, descriptor) && !qpdf_oh_has_key (q, descriptor, "/CIDSet"))
    circ_qpdf_set_key (q, descriptor, "/CIDSet", circ_qpdf_new_stream (q, "<< >>", bits, n_bytes));
  qpdf_oh_release (q, descriptor);
}

static void
finish_font (qpdf_data q,
             qpdf_oh   font)
{
  qpdf_oh descendants = qpdf_oh_get_key (q, font, "/DescendantFonts");

  if (qpdf_oh_is_array (q, descendants))
    {
      qpdf_oh descendant = qpdf_oh_get_array_item (q, descendants, 0);
      qpdf_oh subtype = qpdf_oh_get_key (q, descendant, "/Subtype");

      if (qpdf_oh_is_name (q, subtype) && strcmp (qpdf_oh_get_name (q, subtype), "/CIDFontType2") == 0)
        circ_qpdf_set_parsed (q, descendant, "/CIDToGIDMap", "/Identity");
      add_cid_set (q, descendant);
      qpdf_oh_release (q, subtype);
      qpdf_oh_release (q, descendant);
    }
  qpdf_oh_release (q, descendants);
}

static void
finish_resources (qpdf_data   q,
                  qpdf_oh     fonts,
                  GHashTable *seen)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (q, fonts);
  while (qpdf_oh_dict_more_keys (q))
    g_ptr_array_add (names, g_strdup (qpdf_oh_dict_next_key (q)));
  for (guint i = 0; i < names->len; i++)
    {
      qpdf_oh font = qpdf_oh_get_key (q, fonts, g_ptr_array_index (names, i));

      if (g_hash_table_add (seen, GINT_TO_POINTER (qpdf_oh_get_object_id (q, font))))
        finish_font (q, font);
      qpdf_oh_release (q, font);
    }
}

/**
 * circ_pdf_finish_fonts:
 *
 * PDF/A-1 asks each composite font to say how its glyphs are numbered and which are there (ISO 19005-1, 6.3.3.2 and
 * 6.3.5); cairo writes such fonts for everything but Western letters, and says neither.
 */
void
circ_pdf_finish_fonts (qpdf_data q)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  int n = qpdf_get_num_pages (q);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (q, (size_t) i);
      qpdf_oh resources = qpdf_oh_get_key (q, page, "/Resources");
      qpdf_oh fonts = qpdf_oh_get_key_if_dict (q, resources, "/Font");

      if (qpdf_oh_is_dictionary (q, fonts))
        finish_resources (q, fonts, seen);
      qpdf_oh_release (q, fonts);
      qpdf_oh_release (q, resources);
      qpdf_oh_release (q, page);
    }
}
