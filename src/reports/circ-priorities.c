/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-priorities.h"

#include <glib/gi18n-lib.h>

#include "circ-partnership.h"
#include "circ-priority.h"

static CircRecord *
new_priority (GVariant *row)
{
  CircRecord *priority = circ_record_new (CIRC_KIND_PRIORITY);
  const char *title = NULL, *from = NULL, *to = NULL;

  g_variant_lookup (row, "title", "&s", &title);
  g_variant_lookup (row, "from", "&s", &from);
  g_variant_lookup (row, "to", "&s", &to);
  circ_record_set_text (priority, CIRC_PRIORITY_NAME, title);
  circ_record_set_text (priority, CIRC_PRIORITY_LEVEL, "priority");
  circ_record_set_text (priority, CIRC_PRIORITY_STARTS_ON, from);
  circ_record_set_text (priority, CIRC_PRIORITY_ENDS_ON, to);
  return priority;
}

/**
 * circ_priorities_set_up:
 * @store: a store that was opened to write
 *
 * Files before version 7 kept the priorities as lines of the partnership's settings, where nothing could be linked to
 * them: makes records of them. Undo leaves it.
 */
gboolean
circ_priorities_set_up (CircStore *store,
                        GError **error)
{
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  g_autoptr (CircChange) change = NULL;
  GVariant *rows;

  if (partnership == NULL)
    return FALSE;
  rows = circ_record_get (partnership, CIRC_PARTNERSHIP_PRIORITIES);
  if (rows == NULL)
    return TRUE;
  /* translators: a line of the history: what the application did by itself */
  change = circ_change_new (_ ("Priorities made into a list"));
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (CircRecord) priority = new_priority (row);

      circ_change_insert (change, priority);
    }
  circ_change_set (change, partnership, CIRC_PARTNERSHIP_PRIORITIES, NULL);
  return circ_store_apply_upkeep (store, change, error);
}
