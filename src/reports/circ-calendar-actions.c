/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-calendar-actions.h"

#include <glib/gi18n-lib.h>

#include "circ-meeting.h"
#include "circ-occurrence-ref.h"
#include "circ-occurrence.h"
#include "circ-timing-sentence.h"
#include "circ-trigger.h"

/**
 * circ_calendar_add_meetings:
 * @group: id of the group that meets
 * @dates: ISO dates, ended by %NULL: a year of them in one go; one that the group has already is left out
 * @starts_at: (nullable): "14:30"
 * @place: (nullable)
 *
 * Returns: %FALSE with @error, and then nothing is added
 */
gboolean
circ_calendar_add_meetings (CircStore *store,
                            gint64 group,
                            const char *const *dates,
                            const char *starts_at,
                            const char *place,
                            GError **error)
{
  g_autofree char *name = circ_store_dup_title (store, group);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autoptr (CircChange) change = NULL;

  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEETING);
      g_autoptr (CircRecord) meeting = circ_record_new (CIRC_KIND_MEETING);
      gint64 there;

      circ_query_where_equal (query, CIRC_MEETING_GROUP, g_variant_new_int64 (group));
      circ_query_where_equal (query, CIRC_MEETING_DATE, g_variant_new_string (dates[i]));
      there = circ_store_count (store, query, error);
      if (there < 0)
        return FALSE;
      if (there > 0)
        continue;
      circ_record_set_int (meeting, CIRC_MEETING_GROUP, group);
      circ_record_set_text (meeting, CIRC_MEETING_DATE, dates[i]);
      circ_record_set_text (meeting, CIRC_MEETING_STARTS_AT, starts_at);
      circ_record_set_text (meeting, CIRC_MEETING_PLACE, place);
      circ_record_set_text (meeting, CIRC_MEETING_STATUS, "planned");
      g_ptr_array_add (meetings, g_steal_pointer (&meeting));
    }
  if (meetings->len == 0)
    return TRUE;
  /* translators: the title of a change in the history: how many meetings of which group */
  title = g_strdup_printf (ngettext ("Added %u meeting: %s", "Added %u meetings: %s", meetings->len), meetings->len,
                           name != NULL ? name : "");
  change = circ_change_new (title);
  for (guint i = 0; i < meetings->len; i++)
    circ_change_insert (change, meetings->pdata[i]);
  return circ_store_apply (store, change, error);
}

/**
 * circ_calendar_record_trigger:
 * @item: id of the item that it is about; 0 for all that wait for @trigger
 * @trigger: (nullable): a token of circ_triggers_get_tokens(); %NULL: the item was asked for, or @date was agreed for it
 * @date: ISO date
 * @at: (nullable): "14:30"
 * @note: (nullable)
 */
gboolean
circ_calendar_record_trigger (CircStore *store,
                              gint64 item,
                              const char *trigger,
                              const char *date,
                              const char *at,
                              const char *note,
                              GError **error)
{
  g_autofree char *name = item > 0 ? circ_store_dup_title (store, item) : NULL;
  const char *what = trigger != NULL ? circ_trigger_get_title (trigger) : name;
  /* translators: the title of a change in the history; %s is what happened, such as “an update of the programme” */
  g_autofree char *title = g_strdup_printf (_ ("It happened: %s"), what != NULL ? what : trigger);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_TRIGGER);

  if (item > 0)
    circ_record_set_int (record, CIRC_TRIGGER_ITEM, item);
  circ_record_set_text (record, CIRC_TRIGGER_TRIGGER, trigger);
  circ_record_set_text (record, CIRC_TRIGGER_DATE, date);
  circ_record_set_text (record, CIRC_TRIGGER_AT, at);
  circ_record_set_text (record, CIRC_TRIGGER_NOTE, note);
  circ_change_insert (change, record);
  return circ_store_apply (store, change, error);
}

/**
 * circ_calendar_count_recorded:
 * @record: a meeting, or what happened
 *
 * Returns: how many occurrences that are done hang on it; -1 with @error. Those are named by the words of a
 *   CircOccurrenceRef, which the store does not count as a use.
 */
gint64
circ_calendar_count_recorded (CircStore *store,
                              CircRecord *record,
                              GError **error)
{
  gboolean meeting = circ_record_get_kind (record)->id == CIRC_KIND_MEETING;
  CircOccurrenceRef ref = {
    .source = meeting ? CIRC_SOURCE_EVENT : CIRC_SOURCE_TRIGGER,
    .id = circ_record_get_id (record),
  };
  g_autofree char *text = circ_occurrence_ref_dup_text (&ref);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_query_where_equal (query, CIRC_OCCURRENCE_ANCHOR_REF, g_variant_new_string (text));
  circ_query_where_blank (query, CIRC_OCCURRENCE_COMPLETED_ON, FALSE);
  return circ_store_count (store, query, error);
}
