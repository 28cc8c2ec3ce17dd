/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the log beside the file at @path was left there by a program that did not come to its end: nobody has the file
 * open. Not to be asked of a file that this process has open; see circ-open-files.h. */
gboolean circ_left_log_is_there (const char *path);
/* Gives the log another name, in the same folder. (transfer full): that name */
char *circ_left_log_put_aside (const char *path,
                               GError **error);
/* (transfer full): what a person is told of a log that does not fit the file. @aside: its new name; NULL: it stayed. */
char *circ_left_log_dup_warning (const char *path,
                                 const char *aside);

G_END_DECLS
