/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-campaign-actions.h"

#include <glib/gi18n-lib.h>

#include "circ-campaign.h"
#include "circ-measure-reading.h"
#include "circ-measure-series.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"
#include "circ-readings.h"

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

/* The last reading that was over before the campaign began, and the last one that saw something of it. */
static void
find_pair (GPtrArray *readings,
           const char *from,
           CircRecord **before,
           CircRecord **after)
{
  g_autoptr (GPtrArray) current = circ_measure_series_get_current (readings);

  *before = *after = NULL;
  for (guint i = 0; i < current->len; i++)
    {
      const char *end = circ_record_get_text (current->pdata[i], CIRC_MEASURE_READING_PERIOD_TO);

      if (g_strcmp0 (end, from) < 0)
        *before = current->pdata[i];
      else
        *after = current->pdata[i];
    }
}

static char *
dup_half (CircRecord *measure,
          CircRecord *reading)
{
  g_autofree char *figure = reading != NULL ? circ_measure_dup_reading (measure, reading) : NULL;
  g_autofree char *period = reading != NULL ? circ_measure_reading_dup_period (reading) : NULL;

  if (reading == NULL)
    return g_strdup (_ ("no figure"));
  /* translators: a figure, and the month or other period that it is of */
  return g_strdup_printf (_ ("%1$s (%2$s)"), figure, period);
}

char *
circ_campaign_dup_results (CircStore *store,
                           CircRecord *campaign,
                           GError **error)
{
  GVariant *measures = circ_record_get (campaign, CIRC_CAMPAIGN_MEASURES);
  const char *from = circ_record_get_text (campaign, CIRC_CAMPAIGN_STARTS_ON);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (gsize i = 0; measures != NULL && from != NULL && i < g_variant_n_children (measures); i++)
    {
      gint64 id = 0;
      g_autoptr (CircRecord) measure = NULL;
      g_autoptr (GPtrArray) readings = NULL;
      g_autofree char *name = NULL, *first = NULL, *last = NULL;
      CircRecord *before, *after;

      g_variant_get_child (measures, i, "x", &id);
      measure = circ_store_get (store, id, error);
      readings = measure != NULL ? circ_readings_find (store, id, error) : NULL;
      if (readings == NULL)
        return NULL;
      find_pair (readings, from, &before, &after);
      name = circ_record_dup_title (measure);
      first = dup_half (measure, before);
      last = dup_half (measure, after);
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* translators: a measure; what it was before a campaign began, and what it was last */
      g_string_append_printf (lines, _ ("%1$s: before %2$s, since then %3$s"), name, first, last);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
