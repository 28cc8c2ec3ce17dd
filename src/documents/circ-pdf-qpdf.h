/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the finishing pass share. */

#include <qpdf/qpdf-c.h>

#include "circ-pdf.h"

G_BEGIN_DECLS

void    circ_qpdf_set_key         (qpdf_data     q,
                                   qpdf_oh       dictionary,
                                   const char   *key,
                                   qpdf_oh       value);
void    circ_qpdf_set_parsed      (qpdf_data     q,
                                   qpdf_oh       dictionary,
                                   const char   *key,
                                   const char   *source);
qpdf_oh circ_qpdf_new_stream      (qpdf_data     q,
                                   const char   *dictionary,
                                   gconstpointer data,
                                   gsize         n_bytes);
void    circ_pdf_reserve_structure (qpdf_data    q,
                                   qpdf_oh       root);
GBytes *circ_pdf_write_structure  (GBytes       *written,
                                   CircPdfTags  *tags,
                                   GError      **error);
void    circ_pdf_finish_fonts     (qpdf_data     q);

G_END_DECLS
