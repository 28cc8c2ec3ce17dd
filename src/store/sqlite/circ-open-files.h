/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The files that this process has open through SQLite. POSIX takes every lock of a process off a file when any of its
 * descriptors of that file is closed. SQLite knows and waits with closing its own; a look into the file that opens and
 * closes it beside SQLite must not be taken while a connection relies on its locks: another process would believe itself
 * alone, and take the write-ahead log away. */
typedef struct {
  guint64 device;
  guint64 inode;
} CircOpenFile;

void circ_open_files_add (const char *path,
                          CircOpenFile *file);
void circ_open_files_remove (const CircOpenFile *file);
/* Whether a connection of this process has @path open. */
gboolean circ_open_files_has (const char *path);

/* Other libraries look into files too, and a file chooser does: the locks are then gone without a word, and the log may
 * be another one, or none, by the time that a change is saved. */
gboolean circ_open_files_note_log (const CircOpenFile *file,
                                   const char *path);
void circ_open_files_forget_log (const CircOpenFile *file);
gboolean circ_open_files_lost_log (const CircOpenFile *file,
                                   const char *path);
gboolean circ_open_files_is_alone (const CircOpenFile *file);

G_END_DECLS
