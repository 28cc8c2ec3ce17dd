/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field.h"

G_BEGIN_DECLS

#define CIRC_TYPE_ENTRY (circ_entry_get_type ())

/**
 * CircEntry:
 * @text: the words of the strategy, never %NULL
 * @link: id of the record the words mean, or 0 while they are only words
 * @part: token of the entry's third field (purpose in "to whom", lead or support in "by whom"), or %NULL
 *
 * One entry of "to whom", "how" or "by whom": words and structure side by side. Immutable by custom; copy to change.
 */
typedef struct {
  char *text;
  gint64 link;
  char *part;
} CircEntry;

GType circ_entry_get_type (void);
CircEntry *circ_entry_new (const char *text,
                           gint64 link,
                           const char *part);
CircEntry *circ_entry_copy (const CircEntry *entry);
void circ_entry_free (CircEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircEntry, circ_entry_free)

GPtrArray *circ_entries_from_value (const CircField *field,
                                    GVariant *value);
GVariant *circ_entries_to_value (const CircField *field,
                                 GPtrArray *entries);
char *circ_entries_join (const CircField *field,
                         GVariant *value,
                         const char *separator);

G_END_DECLS
