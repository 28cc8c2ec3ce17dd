/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircTextCounts:
 * @controls: control characters shown as pictures (␀ and its kind)
 * @replaced: bytes that are not UTF-8, and noncharacters, shown as U+FFFD
 *
 * What had to be changed so that every program can open the file. Starts as zeroes; added to.
 */
typedef struct
{
  guint64 controls;
  guint64 replaced;
} CircTextCounts;

const char *circ_text_clean      (const char     *text,
                                  GString        *buffer,
                                  CircTextCounts *counts);
char       *circ_text_dup_clean  (const char     *text,
                                  CircTextCounts *counts);
gsize       circ_text_utf16_len  (const char     *text,
                                  gsize           n_bytes);

/* What an export has to tell its user, as sentences. */
typedef struct _CircExportNotes CircExportNotes;

CircExportNotes *circ_export_notes_new         (void);
void             circ_export_notes_free        (CircExportNotes      *notes);
void             circ_export_notes_add         (CircExportNotes      *notes,
                                                const char           *format,
                                                ...) G_GNUC_PRINTF (2, 3);
void             circ_export_notes_add_counts  (CircExportNotes      *notes,
                                                const CircTextCounts *counts);
GPtrArray       *circ_export_notes_take_lines  (CircExportNotes      *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircExportNotes, circ_export_notes_free)

G_END_DECLS
