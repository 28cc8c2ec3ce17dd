/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of "when" are read as they are saved. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-timing-words.h"

/* Whether a day of the year is spelt out in the new name or details of an item: nothing else in them is about time. */
static gboolean
has_days (CircChange *change,
          guint part)
{
  GVariant *what = circ_change_get_part_value (change, part);
  g_autoptr (GPtrArray) days = what != NULL ? circ_timings_find_days (g_variant_get_string (what, NULL)) : NULL;

  return days != NULL && days->len > 0;
}

/* Returns: (transfer full) (element-type gint64): items whose words of "when" are to be read: new or changed, and not given
 * their rules in the same change. */
static GArray *
find_unread (CircChange *change)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) given = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *record = circ_change_get_part (change, i, &action, &field);

      if (circ_record_get_kind (record)->id == CIRC_KIND_PLAN_ITEM && action == CIRC_PART_SET &&
          field == CIRC_PLAN_ITEM_WHEN)
        g_hash_table_add (given, (gpointer) &circ_record_get_meta (record)->id);
    }
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *record = circ_change_get_part (change, i, &action, &field);
      const gint64 *id = &circ_record_get_meta (record)->id;
      gboolean is_item = circ_record_get_kind (record)->id == CIRC_KIND_PLAN_ITEM;
      gboolean is_new = is_item && action == CIRC_PART_INSERT && circ_record_get (record, CIRC_PLAN_ITEM_WHEN) == NULL;
      gboolean is_named = is_item && (field == CIRC_PLAN_ITEM_WHAT || field == CIRC_PLAN_ITEM_WHAT_NOTES);
      gboolean is_changed = field == CIRC_PLAN_ITEM_WHEN_TEXT || (is_named && has_days (change, i));

      if (!is_item || !(is_new || is_changed) ||
          g_hash_table_contains (given, id) || !g_hash_table_add (found, (gpointer) id))
        continue;
      g_array_append_val (ids, *id);
    }
  return ids;
}

/* The rules that a person gave stand until the words change, and then as far as the words still give them. */
gboolean
circ_follow_words (CircStore *store,
                   CircChange *change,
                   CircChange *more,
                   GHashTable *read,
                   GError **error)
{
  g_autoptr (GArray) ids = find_unread (change);
  g_autoptr (CircMatcher) matcher = ids->len > 0 ? circ_store_read_names (store, error) : NULL;
  CircRuleNames names;

  if (ids->len > 0 && matcher == NULL)
    return FALSE;
  circ_rule_names_init (&names, NULL, matcher);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      GError *local = NULL;
      g_autoptr (CircRecord) item = NULL;
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) rules = NULL;
      g_autoptr (GVariant) now = NULL;
      GVariant *value;
      guint last;

      if (!circ_follow_read (store, CIRC_KIND_PLAN_ITEM, id, &item, error))
        return FALSE;
      if (item == NULL)
        continue;
      value = circ_record_get (item, CIRC_PLAN_ITEM_WHEN);
      before = circ_plan_rules_from_value (value);
      last = circ_plan_rules_find_last (store, id, before, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      rules = circ_plan_rules_read (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT),
                                    circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                                    circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES), &names, before, last);
      now = circ_plan_rules_to_value (rules);
      if (value != NULL && g_variant_equal (value, now))
        continue;
      circ_change_set (more, item, CIRC_PLAN_ITEM_WHEN, now);
      g_hash_table_add (read, g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}
