/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"

G_BEGIN_DECLS

/* Writes a whole copy of the open file to @target, which takes the place of an older backup there. */
gboolean circ_backup_write (CircDb *db,
                            const char *target,
                            GError **error);
/* The same, into the backups folder of the file at @path. (transfer full): the backup's path. */
char *circ_backup_make (CircDb *db,
                        const char *path,
                        GError **error);
/* What the names of the backups of @path begin with. (transfer full) */
char *circ_backup_dup_base (const char *path);
/* (transfer full): a free name for a backup of @path, in a folder that is made when it is missing. */
char *circ_backup_new_name (const char *path,
                            GError **error);

G_END_DECLS
