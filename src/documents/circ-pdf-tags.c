/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-tags.h"

struct _CircPdfTags
{
  GArray *elements; /* (owned) (element-type CircPdfElement) */
  GArray *pieces;   /* (owned) (element-type CircPdfPiece) in the order of the pages */
  GArray *pages;    /* (owned) (element-type guint) the first piece of each page */
  guint   current;  /* the innermost open element */
};

static CircPdfElement *
get_element (CircPdfTags *self,
             guint        element)
{
  return &g_array_index (self->elements, CircPdfElement, element);
}

CircPdfTags *
circ_pdf_tags_new (void)
{
  CircPdfTags *self = g_new0 (CircPdfTags, 1);
  const CircPdfElement document = { .tag = "Document" };
  guint none = 0;

  self->elements = g_array_new (FALSE, FALSE, sizeof (CircPdfElement));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (CircPdfPiece));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->elements, document);
  g_array_append_val (self->pages, none);
  return self;
}

void
circ_pdf_tags_free (CircPdfTags *self)
{
  g_array_unref (self->elements);
  g_array_unref (self->pieces);
  g_array_unref (self->pages);
  g_free (self);
}

/**
 * circ_pdf_tags_open:
 * @tag: a standard structure type without its slash; a literal
 * @attributes: (nullable): further keys in PDF syntax, which must outlive this
 *
 * Opens an element as the last kid of the one that is open.
 *
 * Returns: its number, for circ_pdf_tags_reopen(); its kids get the numbers that follow
 */
guint
circ_pdf_tags_open (CircPdfTags *self,
                    const char  *tag,
                    const char  *attributes)
{
  const CircPdfElement element = { .tag = tag, .attributes = attributes, .parent = self->current };
  guint number = self->elements->len;
  CircPdfElement *parent;

  g_array_append_val (self->elements, element);
  parent = get_element (self, self->current);
  if (parent->first_kid == 0)
    parent->first_kid = number;
  else
    get_element (self, parent->last_kid)->next = number;
  parent->last_kid = number;
  self->current = number;
  return number;
}

/* Opens a kid of the open element once more: a row goes on on the next page. */
void
circ_pdf_tags_reopen (CircPdfTags *self,
                      guint        element)
{
  g_assert (element > 0 && element < self->elements->len);
  g_assert (get_element (self, element)->parent == self->current);

  self->current = element;
}

void
circ_pdf_tags_close (CircPdfTags *self)
{
  g_assert (self->current > 0);

  self->current = get_element (self, self->current)->parent;
}

static void
draw_mark (cairo_t *cr,
           double   width)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, width, CIRC_PDF_MARK_HEIGHT);
  cairo_fill (cr);
}

/* What is drawn from here to circ_pdf_tags_end_content() is a piece of the open element. Coordinates are the page's. */
void
circ_pdf_tags_begin_content (CircPdfTags *self,
                             cairo_t     *cr)
{
  guint page = self->pages->len - 1;
  guint first = g_array_index (self->pages, guint, page);
  const CircPdfPiece piece = { .element = self->current, .page = page, .mcid = self->pieces->len - first };
  CircPdfElement *element = get_element (self, self->current);

  g_array_append_val (self->pieces, piece);
  if (element->first_piece == 0)
    element->first_piece = self->pieces->len;
  else
    g_array_index (self->pieces, CircPdfPiece, element->last_piece - 1).next = self->pieces->len;
  element->last_piece = self->pieces->len;
  draw_mark (cr, CIRC_PDF_MARK_BEGIN_WIDTH);
}

void
circ_pdf_tags_end_content (CircPdfTags *self,
                           cairo_t     *cr)
{
  draw_mark (cr, CIRC_PDF_MARK_END_WIDTH);
}

/* No piece may be under way. */
void
circ_pdf_tags_turn_page (CircPdfTags *self)
{
  g_array_append_val (self->pages, self->pieces->len);
}

/* Returns: (transfer none) (array length=n_elements): in the order in which they were opened */
const CircPdfElement *
circ_pdf_tags_get_elements (CircPdfTags *self,
                            guint       *n_elements)
{
  *n_elements = self->elements->len;
  return (const CircPdfElement *) (void *) self->elements->data;
}

/* Returns: (transfer none) (array length=n_pieces): those of @page, from MCID 0 */
const CircPdfPiece *
circ_pdf_tags_get_pieces (CircPdfTags *self,
                          guint        page,
                          guint       *n_pieces)
{
  guint first;
  guint end;

  *n_pieces = 0;
  if (page >= self->pages->len)
    return NULL;
  first = g_array_index (self->pages, guint, page);
  end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->pieces->len;
  *n_pieces = end - first;
  return (const CircPdfPiece *) (void *) self->pieces->data + first;
}

/* Returns: (transfer none) (nullable) */
const CircPdfPiece *
circ_pdf_tags_get_first_piece (CircPdfTags *self,
                               guint        element)
{
  guint32 first = get_element (self, element)->first_piece;

  return first == 0 ? NULL : &g_array_index (self->pieces, CircPdfPiece, first - 1);
}

/* Returns: (transfer none) (nullable): the next of the same element */
const CircPdfPiece *
circ_pdf_tags_get_next_piece (CircPdfTags        *self,
                              const CircPdfPiece *piece)
{
  return piece->next == 0 ? NULL : &g_array_index (self->pieces, CircPdfPiece, piece->next - 1);
}
