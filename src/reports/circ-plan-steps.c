/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-steps.h"

#include <glib/gi18n-lib.h>

#include "circ-occurrence.h"
#include "circ-plan-actions.h"
#include "circ-trigger.h"

/**
 * circ_plan_step_new_record:
 * @item: a saved plan item
 * @occurrence: (nullable): the saved occurrence, of CIRC_PLAN_STEP_NOT_REQUIRED
 * @trigger: (nullable): the token of what has happened; %NULL when somebody asked for it or agreed a date
 * @today: ISO date
 *
 * Returns: (transfer full): an unsaved record to be filled in: of kind trigger, or a copy of @occurrence
 */
CircRecord *
circ_plan_step_new_record (CircPlanStep step,
                           CircRecord *item,
                           CircRecord *occurrence,
                           const char *trigger,
                           const char *today)
{
  CircRecord *record;

  if (step == CIRC_PLAN_STEP_NOT_REQUIRED)
    return circ_record_copy (occurrence);
  record = circ_record_new (CIRC_KIND_TRIGGER);
  circ_record_set_int (record, CIRC_TRIGGER_ITEM, circ_record_get_id (item));
  circ_record_set_text (record, CIRC_TRIGGER_TRIGGER, trigger);
  if (step == CIRC_PLAN_STEP_HAPPENED)
    circ_record_set_text (record, CIRC_TRIGGER_DATE, today);
  return record;
}

/**
 * circ_plan_step_change:
 * @record: as circ_plan_step_new_record() made it, filled in
 *
 * Returns: (transfer full): what saves it
 */
CircChange *
circ_plan_step_change (CircPlanStep step,
                       CircRecord *item,
                       CircRecord *occurrence,
                       CircRecord *record)
{
  g_autofree char *what = circ_record_dup_title (item);
  g_autofree char *title = NULL;
  CircChange *change;

  if (step == CIRC_PLAN_STEP_NOT_REQUIRED)
    return circ_plan_occurrence_change (item, occurrence, record, NULL);
  /* translators: titles of changes in the history; %s is what is communicated */
  if (step == CIRC_PLAN_STEP_SET_DATE)
    title = g_strdup_printf (_ ("Date set: %s"), what);
  else if (circ_record_get (record, CIRC_TRIGGER_TRIGGER) != NULL)
    title = g_strdup_printf (_ ("It happened: %s"), what);
  else
    title = g_strdup_printf (_ ("Asked for: %s"), what);
  change = circ_change_new (title);
  circ_change_insert (change, record);
  return change;
}
