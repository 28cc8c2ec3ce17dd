/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A folder as it stands, in a form that can be compared: relative name -> what is in it. For a file of Circulate's that is
 * every row of it (but random bytes) and whatever `check` finds, for any other file its digest, for a folder a word.
 *
 * Taking it opens each store as the next user of it would, so a log that somebody died with is played back first.
 */
typedef GHashTable Picture;

Picture *picture_new (const char *folder);
/* What is wrong with @now when it should be @before or @after, file by file; @after only if @done. NULL: nothing. */
char *picture_compare (Picture *now,
                       Picture *before,
                       Picture *after,
                       gboolean done,
                       gboolean strays);

/* The bytes of every file below a folder, to put it back as it was. */
GHashTable *folder_read (const char *folder);
void folder_write (const char *folder,
                   GHashTable *files);
void folder_remove (const char *folder);
guint64 folder_get_size (const char *folder);

G_END_DECLS
