/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-qpdf.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* The structure tree of a long table is a hundred thousand small objects. libqpdf would hold each as a tree of its own
 * (300 MB for 10,000 rows of ten), so the tree is written straight behind the objects of the document that libqpdf has
 * written, under a new table of references. */

#define XREF_ENTRY       20   /* bytes; PDF 1.4, 3.4.3 */
#define PAGES_PER_NODE   1000 /* of the parent tree; arrays may have 8,191 elements: PDF 1.4, appendix C */

typedef struct
{
  CircPdfTags *tags;
  GString     *out;     /* the document */
  GArray      *offsets; /* (element-type gsize) of the objects from @first on */
  int          first;   /* the number of the document element; those of the others follow in order */
  int          root;    /* of the structure tree */
  int         *pages;   /* object numbers */
  guint        n_pages;
} Tree;

/* In the place of the tree, so that it has an object number. */
void
circ_pdf_reserve_structure (qpdf_data q,
                            qpdf_oh   root)
{
  qpdf_oh tree = qpdf_oh_parse (q, "<< /Type /StructTreeRoot >>");

  circ_qpdf_set_key (q, root, "/StructTreeRoot", qpdf_make_indirect_object (q, tree));
  qpdf_oh_release (q, tree);
}

/* The numbers that objects got when they were written. */
static gboolean
read_numbers (Tree   *self,
              GBytes *written)
{
  qpdf_data q = qpdf_init ();
  gsize n_bytes;
  const char *data = g_bytes_get_data (written, &n_bytes);
  gboolean read;

  qpdf_silence_errors (q);
  read = (qpdf_read_memory (q, "report", data, n_bytes, NULL) & QPDF_ERRORS) == 0;
  if (read)
    {
      qpdf_oh root = qpdf_get_root (q);
      qpdf_oh tree = qpdf_oh_get_key (q, root, "/StructTreeRoot");

      self->root = qpdf_oh_get_object_id (q, tree);
      self->n_pages = (guint) qpdf_get_num_pages (q);
      self->pages = g_new0 (int, self->n_pages + 1);
      for (guint i = 0; i < self->n_pages; i++)
        {
          qpdf_oh page = qpdf_get_page_n (q, i);

          self->pages[i] = qpdf_oh_get_object_id (q, page);
          qpdf_oh_release (q, page);
        }
      qpdf_oh_release (q, tree);
      qpdf_oh_release (q, root);
    }
  qpdf_cleanup (&q);
  return read && self->root > 0;
}

static void
begin_object (Tree *self)
{
  gsize offset = self->out->len;

  g_string_append_printf (self->out, "%u 0 obj\n<<", (guint) self->first + self->offsets->len);
  g_array_append_val (self->offsets, offset);
}

static void
end_object (Tree *self)
{
  g_string_append (self->out, " >>\nendobj\n");
}

/* What the element holds: an MCID on its /Pg, or references to pieces on several pages. */
static void
write_pieces (Tree               *self,
              const CircPdfPiece *first)
{
  const CircPdfPiece *piece;

  g_string_append_printf (self->out, " /Pg %d 0 R /K", self->pages[first->page]);
  if (circ_pdf_tags_get_next_piece (self->tags, first) == NULL)
    {
      g_string_append_printf (self->out, " %u", first->mcid);
      return;
    }
  g_string_append (self->out, " [");
  for (piece = first; piece != NULL; piece = circ_pdf_tags_get_next_piece (self->tags, piece))
    g_string_append_printf (self->out, " <</Type /MCR /Pg %d 0 R /MCID %u>>", self->pages[piece->page], piece->mcid);
  g_string_append (self->out, " ]");
}

static void
write_element (Tree                 *self,
               const CircPdfElement *elements,
               guint                 number)
{
  const CircPdfElement *element = &elements[number];
  const CircPdfPiece *piece = circ_pdf_tags_get_first_piece (self->tags, number);

  begin_object (self);
  g_string_append_printf (self->out, " /S /%s /P %d 0 R", element->tag,
                          number == 0 ? self->root : self->first + (int) element->parent);
  if (element->attributes != NULL)
    g_string_append_printf (self->out, " %s", element->attributes);
  if (piece != NULL)
    write_pieces (self, piece);
  else if (element->first_kid != 0)
    {
      g_string_append (self->out, " /K [");
      for (guint kid = element->first_kid; kid != 0; kid = elements[kid].next)
        g_string_append_printf (self->out, " %d 0 R", self->first + (int) kid);
      g_string_append (self->out, " ]");
    }
  end_object (self);
}

/* From a page's pieces back to the elements, one leaf of the tree for some pages. */
static void
write_parents (Tree *self,
               guint begin,
               guint end)
{
  begin_object (self);
  g_string_append_printf (self->out, " /Limits [ %u %u ] /Nums [", begin, end - 1);
  for (guint page = begin; page < end; page++)
    {
      guint n_pieces;
      const CircPdfPiece *pieces = circ_pdf_tags_get_pieces (self->tags, page, &n_pieces);

      g_string_append_printf (self->out, " %u [", page);
      for (guint i = 0; i < n_pieces; i++)
        g_string_append_printf (self->out, " %d 0 R", self->first + (int) pieces[i].element);
      g_string_append (self->out, " ]");
    }
  g_string_append (self->out, " ]");
  end_object (self);
}

/* Returns: where the root of the tree stands */
static gsize
write_tree (Tree *self)
{
  guint n_elements;
  const CircPdfElement *elements = circ_pdf_tags_get_elements (self->tags, &n_elements);
  gsize offset;

  for (guint i = 0; i < n_elements; i++)
    write_element (self, elements, i);
  for (guint page = 0; page < self->n_pages; page += PAGES_PER_NODE)
    write_parents (self, page, MIN (page + PAGES_PER_NODE, self->n_pages));

  offset = self->out->len;
  g_string_append_printf (self->out, "%d 0 obj\n<< /Type /StructTreeRoot /K %d 0 R /ParentTreeNextKey %u"
                                     " /ParentTree << /Kids [",
                          self->root, self->first, self->n_pages);
  for (guint i = n_elements; i < self->offsets->len; i++)
    g_string_append_printf (self->out, " %u 0 R", (guint) self->first + i);
  g_string_append (self->out, " ] >> >>\nendobj\n");
  return offset;
}

/* What stands behind the objects that libqpdf wrote: "xref\n0 N\n", entries of 20 bytes, "trailer << ... /Size N ... >>",
 * "startxref\n" and the offset of the first. */
typedef struct
{
  gsize       offset;
  int         n_entries;
  const char *entries;
  const char *trailer;
  const char *end;     /* of the trailer */
} Table;

static gboolean
find_table (GBytes *written,
            Table  *table)
{
  static const char last[] = "startxref\n";
  gsize n_bytes;
  const char *data = g_bytes_get_data (written, &n_bytes);
  const char *end = data + n_bytes;
  const char *p = end - MIN (n_bytes, 64);
  char *rest;

  /* Not from the start: there may be a NUL anywhere before. */
  table->end = g_strstr_len (p, end - p, last);
  if (table->end == NULL)
    return FALSE;
  table->offset = g_ascii_strtoull (table->end + strlen (last), NULL, 10);
  p = data + table->offset;
  if (p > table->end - strlen ("xref\n0 1\n") || !g_str_has_prefix (p, "xref\n0 "))
    return FALSE;
  table->n_entries = (int) g_ascii_strtoull (p + strlen ("xref\n0 "), &rest, 10);
  table->entries = rest + 1;
  table->trailer = table->entries + (gsize) table->n_entries * XREF_ENTRY;
  return *rest == '\n' && table->n_entries > 0 && table->trailer < table->end &&
         g_strstr_len (table->trailer, table->end - table->trailer, "/Size ") != NULL;
}

static void
write_table (Tree        *self,
             const Table *old,
             gsize        root_offset)
{
  gsize table = self->out->len;
  const char *size = g_strstr_len (old->trailer, old->end - old->trailer, "/Size ");
  guint n = (guint) self->first + self->offsets->len;
  char *rest;

  g_string_append_printf (self->out, "xref\n0 %u\n", n);
  for (int i = 0; i < self->first; i++)
    if (i == self->root)
      g_string_append_printf (self->out, "%010" G_GSIZE_FORMAT " 00000 n \n", root_offset);
    else
      g_string_append_len (self->out, old->entries + (gsize) i * XREF_ENTRY, XREF_ENTRY);
  for (guint i = 0; i < self->offsets->len; i++)
    g_string_append_printf (self->out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (self->offsets, gsize, i));
  g_string_append_len (self->out, old->trailer, size - old->trailer);
  g_ascii_strtoull (size + strlen ("/Size "), &rest, 10);
  g_string_append_printf (self->out, "/Size %u", n);
  g_string_append_len (self->out, rest, old->end - rest);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

/**
 * circ_pdf_write_structure:
 * @written: a document by libqpdf, with a reserved structure and one table of references
 *
 * Returns: (transfer full): the same with the structure of @tags, or NULL
 */
GBytes *
circ_pdf_write_structure (GBytes       *written,
                          CircPdfTags  *tags,
                          GError      **error)
{
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree int *pages = NULL;
  Tree tree = { .tags = tags, .offsets = offsets };
  Table table = { 0 };
  gboolean found = find_table (written, &table) && read_numbers (&tree, written);
  gsize root_offset;

  pages = tree.pages;
  if (!found)
    {
      g_set_error_literal (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
                           _("The PDF could not be finished: its objects were not found."));
      return NULL;
    }
  tree.first = table.n_entries;
  tree.out = g_string_sized_new (g_bytes_get_size (written) * 2);
  g_string_append_len (tree.out, g_bytes_get_data (written, NULL), (gssize) table.offset);
  root_offset = write_tree (&tree);
  write_table (&tree, &table, root_offset);
  return g_string_free_to_bytes (tree.out);
}
