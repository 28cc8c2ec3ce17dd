/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who leads an item is responsible for what is open of it, unless somebody else was named there. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-due-list.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

static gint64
get_lead (CircRecord *item)
{
  g_autoptr (CircEntry) lead = circ_plan_item_dup_lead (item);

  return lead != NULL ? MAX (lead->link, 0) : 0;
}

static gboolean
hand_over (CircStore *store,
           gint64 item,
           gint64 from,
           gint64 to,
           CircChange *more,
           GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) open = NULL;

  circ_query_where_equal (query, CIRC_OCCURRENCE_ITEM, g_variant_new_int64 (item));
  circ_query_where_equal (query, CIRC_OCCURRENCE_RESPONSIBLE, from > 0 ? g_variant_new_int64 (from) : NULL);
  circ_due_where_open (query);
  open = circ_store_find (store, query, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    circ_change_set (more, open->pdata[i], CIRC_OCCURRENCE_RESPONSIBLE, to > 0 ? g_variant_new_int64 (to) : NULL);
  return open != NULL;
}

gboolean
circ_follow_lead (CircStore *store,
                  CircChange *change,
                  CircChange *more,
                  GError **error)
{
  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);
      g_autoptr (CircRecord) item = NULL;

      if (circ_record_get_kind (part)->id != CIRC_KIND_PLAN_ITEM || action != CIRC_PART_SET ||
          field != CIRC_PLAN_ITEM_BY_WHOM)
        continue;
      if (!circ_follow_read (store, CIRC_KIND_PLAN_ITEM, circ_record_get_id (part), &item, error))
        return FALSE;
      if (item != NULL && get_lead (item) != get_lead (part) &&
          !hand_over (store, circ_record_get_id (item), get_lead (part), get_lead (item), more, error))
        return FALSE;
    }
  return TRUE;
}
