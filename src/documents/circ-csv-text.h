/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-document-error.h"

G_BEGIN_DECLS

/**
 * CircCsvText:
 * @text: (owned): valid UTF-8 without byte order mark, @text->len bytes; may hold NUL
 * @encoding: "UTF-8", "UTF-16" or "Windows-1252"
 * @repaired: whether broken bytes became U+FFFD
 * @separator: sniffed or named by a "sep=" line
 * @start: byte offset of the first record
 * @first_line: line number of the first record, from 1
 */
typedef struct
{
  GString    *text;
  const char *encoding;
  gboolean    repaired;
  char        separator;
  gsize       start;
  guint       first_line;
} CircCsvText;

gboolean circ_csv_text_decode (CircCsvText   *self,
                               const guchar  *data,
                               gsize          n_bytes,
                               GError       **error);
void     circ_csv_text_clear  (CircCsvText   *self);

G_END_DECLS
