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

/* Returns: (transfer full): how two names are the same */
static char *
fold (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name != NULL ? name : ""));

  return g_utf8_casefold (trimmed, -1);
}

/* Returns: (transfer full) (nullable): the names that are taken: no two priorities in use may share one */
static GHashTable *
find_names (CircStore *store,
            GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PRIORITY);
  g_autoptr (GPtrArray) found = circ_store_find (store, query, error);
  GHashTable *names = found != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_add (names, fold (circ_record_get_text (found->pdata[i], CIRC_PRIORITY_NAME)));
  return names;
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
  g_autoptr (GHashTable) names = NULL;
  GVariant *rows;

  if (partnership == NULL)
    return FALSE;
  rows = circ_record_get (partnership, CIRC_PARTNERSHIP_PRIORITIES);
  if (rows == NULL)
    return TRUE;
  names = find_names (store, error);
  if (names == NULL)
    return FALSE;
  /* translators: a line of the history: what the application did by itself */
  change = circ_change_new (_ ("Priorities made into a list"));
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (CircRecord) priority = new_priority (row);
      g_autofree char *name = fold (circ_record_get_text (priority, CIRC_PRIORITY_NAME));

      if (*name == '\0' || g_hash_table_contains (names, name))
        continue;
      g_hash_table_add (names, g_steal_pointer (&name));
      circ_change_insert (change, priority);
    }
  circ_change_set (change, partnership, CIRC_PARTNERSHIP_PRIORITIES, NULL);
  return circ_store_apply_upkeep (store, change, error);
}
