/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircBackup:
 *
 * One backup of a file, and what tells a person which it is.
 */
typedef struct {
  char *path;
  char *made_at;    /* local day and time, "2026-11-21 093000" */
  gint64 size;      /* bytes */
  gint64 n_items;   /* plan items in use; -1: it cannot be read */
  char *last_title; /* of its newest change; NULL: none */
  char *last_at;    /* and when that was, an instant */
} CircBackup;

void circ_backup_free (CircBackup *backup);

/* Where backups go from now on; NULL or "": into the folder “Circulate backups” beside each file. For the whole program. */
void circ_backups_set_folder (const char *folder);
/* Where those of the file at @path go. (transfer full) */
char *circ_backups_dup_folder (const char *path);
/* Those of the file at @path, newest first; of a file that cannot be read itself, those of its name.
 * (transfer full) (element-type CircBackup) */
GPtrArray *circ_backups_list (const char *path,
                              GError **error);
/* How many backup files of the name of @path there are, without a look inside. */
guint circ_backups_count (const char *path);

/* Makes the backup of today unless there is one or the file is still empty; afterwards the newest thirty are kept.
 * @made: (out) (optional) (transfer full): its path, or NULL. A damaged file is not backed up: CIRC_STORE_ERROR_CORRUPT. */
gboolean circ_store_back_up_daily (CircStore *self,
                                   char **made,
                                   GError **error);

G_END_DECLS
