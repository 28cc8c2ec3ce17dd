/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"

G_BEGIN_DECLS

#define CIRC_FILE_ID 0x43697263 /* "Circ", at byte 68 of the file */

/* What the first hundred bytes say, read before SQLite gets to see the file. */
typedef struct {
  int version;     /* user_version; a write-ahead log beside the file may know a newer one */
  gboolean is_wal; /* journal mode of the file */
} CircFileHeader;

gboolean circ_file_examine (const char *path,
                            CircFileHeader *header,
                            GError **error);
gboolean circ_file_has_wal (const char *path);
gboolean circ_file_is_writable (const char *path);
gboolean circ_file_sync (const char *path,
                         GError **error);
void circ_file_sync_folder (const char *path);
void circ_file_remove (const char *path);
void circ_file_set_error (const char *path,
                          int system_error,
                          GError **error);

/* A link is followed, as SQLite does: its other files lie beside the file itself. (transfer full) */
char *circ_file_dup_real_path (const char *name);
/* CIRC_STORE_ERROR_CORRUPT unless @sql, a pragma, finds the pages whole. */
gboolean circ_file_check_pages (CircDb *db,
                                const char *path,
                                const char *sql,
                                GError **error);

/* To read, without a trace where nobody has the file open. */
CircDb *circ_file_open_to_look (const char *name,
                                GError **error);
CircDb *circ_file_open_damaged (const char *name,
                                GError **error);
CircDb *circ_file_open (const char *name,
                        CircStoreOpenFlags flags,
                        gboolean *read_only,
                        GError **error);
gboolean circ_file_create (const char *path,
                           GError **error);

G_END_DECLS
