/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-campaign-actions.h"

#include "circ-campaign.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"

/**
 * circ_campaign_new_item:
 * @campaign: a saved campaign
 * @today: ISO date
 *
 * Returns: (transfer full): an unsaved plan item that is part of it, for its audiences and what it serves
 */
CircRecord *
circ_campaign_new_item (CircStore *store,
                        CircRecord *campaign,
                        const char *today)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  CircRecord *item = circ_plan_item_new (store, today);
  GVariant *audiences = circ_record_get (campaign, CIRC_CAMPAIGN_AUDIENCES);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;

  for (gsize i = 0; audiences != NULL && i < g_variant_n_children (audiences); i++)
    {
      gint64 id = 0;
      g_autofree char *title = NULL;

      g_variant_get_child (audiences, i, "x", &id);
      title = circ_store_dup_title (store, id);
      g_ptr_array_add (entries, circ_entry_new (title != NULL ? title : "", id, NULL));
    }
  if (entries->len > 0)
    {
      value = circ_entries_to_value (field, entries);
      circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, value);
    }
  circ_record_set_int (item, CIRC_PLAN_ITEM_CAMPAIGN, circ_record_get_id (campaign));
  circ_record_set (item, CIRC_PLAN_ITEM_PRIORITIES, circ_record_get (campaign, CIRC_CAMPAIGN_PRIORITIES));
  circ_record_set_text (item, CIRC_PLAN_ITEM_CATEGORY, "campaign");
  return item;
}
