/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person's own desk looks like (the schema in data/). Where the schema is not installed the values live until
 * the program ends, so no caller ever has to ask whether it is there. */

/* (transfer full) (nullable): NULL when the key has never been written and there is no schema to give its default. */
GVariant *circ_settings_dup (const char *key);
/* @value is consumed when floating. A value that the schema refuses is dropped. */
void circ_settings_set (const char *key,
                        GVariant *value);
int circ_settings_get_int (const char *key,
                           int fallback);
gboolean circ_settings_get_boolean (const char *key);
/* (transfer full): never NULL */
char *circ_settings_dup_string (const char *key);
/* Tells the store where backups go; before anything is opened that may be backed up. */
void circ_settings_use_backup_folder (void);

G_END_DECLS
