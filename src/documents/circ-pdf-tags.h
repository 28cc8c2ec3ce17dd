/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CircPdfTags:
 *
 * The structure of a document in reading order, noted while its pages are drawn, and which piece of a page belongs to
 * which element. cairo 1.16 could keep it too, but writes no scopes, alternative texts or artifacts, gives a row that
 * goes on on the next page a second element, and makes four times the work of a long table.
 *
 * A piece of content is put between two marks: rectangles of a size that nothing else has, which
 * circ_pdf_mark_content() finds among the operators of the finished page and takes out again.
 */
typedef struct _CircPdfTags CircPdfTags;

#define CIRC_PDF_MARK_HEIGHT      0.125
#define CIRC_PDF_MARK_BEGIN_WIDTH 0.125
#define CIRC_PDF_MARK_END_WIDTH   0.25

/* One element. Element 0 is the document itself; 0 for a kid or a sibling says that there is none. */
typedef struct
{
  const char *tag;         /* (borrowed) "TD" */
  const char *attributes;  /* (borrowed) (nullable) further keys of its dictionary, in PDF syntax */
  guint32     parent;
  guint32     first_kid;
  guint32     last_kid;
  guint32     next;        /* kid of the same parent */
  guint32     first_piece; /* index + 1 */
  guint32     last_piece;
} CircPdfElement;

/* One piece of a page's content. */
typedef struct
{
  guint32 element;
  guint32 page;  /* from 0 */
  guint32 mcid;  /* from 0 on each page */
  guint32 next;  /* index + 1 of the same element's next */
} CircPdfPiece;

CircPdfTags          *circ_pdf_tags_new             (void);
void                  circ_pdf_tags_free            (CircPdfTags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircPdfTags, circ_pdf_tags_free)

guint                 circ_pdf_tags_open            (CircPdfTags *self,
                                                     const char  *tag,
                                                     const char  *attributes);
void                  circ_pdf_tags_reopen          (CircPdfTags *self,
                                                     guint        element);
void                  circ_pdf_tags_close           (CircPdfTags *self);
void                  circ_pdf_tags_begin_content   (CircPdfTags *self,
                                                     cairo_t     *cr);
void                  circ_pdf_tags_end_content     (CircPdfTags *self,
                                                     cairo_t     *cr);
void                  circ_pdf_tags_turn_page       (CircPdfTags *self);

const CircPdfElement *circ_pdf_tags_get_elements    (CircPdfTags *self,
                                                     guint       *n_elements);
const CircPdfPiece   *circ_pdf_tags_get_pieces      (CircPdfTags *self,
                                                     guint        page,
                                                     guint       *n_pieces);
const CircPdfPiece   *circ_pdf_tags_get_first_piece (CircPdfTags *self,
                                                     guint        element);
const CircPdfPiece   *circ_pdf_tags_get_next_piece  (CircPdfTags        *self,
                                                     const CircPdfPiece *piece);

G_END_DECLS
