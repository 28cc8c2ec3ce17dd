/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recorded occurrences are kept in step with the plan and its calendar. Nothing that is closed is touched. */
#include "config.h"

#include "circ-follow-private.h"

#include <glib/gi18n-lib.h>

#include "circ-cascade-return.h"
#include "circ-date.h"
#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-view.h"
#include "circ-trigger.h"

/* Occurrences are worked out until the end of the month that lies this far ahead: a year can always be looked at, and a
 * month passes before there is more to work out. */
#define MONTHS_AHEAD 13

static void
set_text (CircChange *more,
          CircRecord *record,
          guint field,
          const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (circ_record_get_text (record, field), text) != 0)
    circ_change_set_text (more, record, field, text);
}

static void
set_flag (CircChange *more,
          CircRecord *record,
          guint field,
          gboolean flag)
{
  if (circ_record_get_bool (record, field) != flag)
    circ_change_set (more, record, field, flag ? g_variant_new_boolean (TRUE) : NULL);
}

/* The texts of what is planned, ready for a record. */
typedef struct {
  char from[11];
  char due_on[11];
  char plan_by[11];
  char lead_from[11];
  char *due_at; /* (owned) (nullable) */
  char *ref;    /* (owned) */
} Texts;

static void
texts_init (Texts *texts,
            const CircPlannedOccurrence *planned)
{
  g_autoptr (GDateTime) at = planned->dates.due_at != 0 ? g_date_time_new_from_unix_utc (planned->dates.due_at) : NULL;

  circ_day_to_iso (planned->dates.from != planned->dates.due_on ? planned->dates.from : CIRC_DAY_NONE, texts->from);
  circ_day_to_iso (planned->dates.due_on, texts->due_on);
  circ_day_to_iso (planned->dates.plan_by, texts->plan_by);
  circ_day_to_iso (planned->lead_from, texts->lead_from);
  texts->due_at = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  texts->ref = circ_occurrence_ref_dup_text (&planned->ref);
}

static void
texts_clear (Texts *texts)
{
  g_free (texts->due_at);
  g_free (texts->ref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
set_lead (CircChange *more,
          CircRecord *record,
          const Texts *texts)
{
  set_text (more, record, CIRC_OCCURRENCE_PLAN_BY, texts->plan_by);
  set_text (more, record, CIRC_OCCURRENCE_LEAD_FROM, texts->lead_from);
}

static void
set_dates (CircChange *more,
           CircRecord *record,
           const CircPlannedOccurrence *planned,
           const Texts *texts)
{
  set_text (more, record, CIRC_OCCURRENCE_DUE_FROM, texts->from);
  set_text (more, record, CIRC_OCCURRENCE_DUE_ON, texts->due_on);
  set_text (more, record, CIRC_OCCURRENCE_DUE_AT, texts->due_at);
  set_flag (more, record, CIRC_OCCURRENCE_PROVISIONAL, planned->dates.provisional);
  set_lead (more, record, texts);
}

static void
note_trigger (CircRecord *record,
              CircPlanSource *source,
              const CircPlannedOccurrence *planned)
{
  CircRecord *note = planned->ref.source == CIRC_SOURCE_TRIGGER && planned->ref.via == 0
                       ? g_hash_table_lookup (source->notes, &planned->ref.id) : NULL;

  if (note == NULL)
    return;
  circ_record_set_text (record, CIRC_OCCURRENCE_TRIGGERED_ON, circ_record_get_text (note, CIRC_TRIGGER_DATE));
  circ_record_set_text (record, CIRC_OCCURRENCE_TRIGGER_NOTE, circ_record_get_text (note, CIRC_TRIGGER_NOTE));
}

static CircRecord *
new_occurrence (CircPlanSource *source,
                const CircPlannedOccurrence *planned,
                const Texts *texts)
{
  CircRecord *record = circ_record_new (CIRC_KIND_OCCURRENCE);
  CircRecord *item = g_hash_table_lookup (source->items, &planned->item);
  g_autoptr (CircEntry) lead = item != NULL ? circ_plan_item_dup_lead (item) : NULL;

  circ_record_set_int (record, CIRC_OCCURRENCE_ITEM, planned->item);
  circ_record_set_int (record, CIRC_OCCURRENCE_RULE, planned->rule);
  circ_record_set_text (record, CIRC_OCCURRENCE_ANCHOR_REF, texts->ref);
  circ_record_set_text (record, CIRC_OCCURRENCE_DUE_FROM, texts->from);
  circ_record_set_text (record, CIRC_OCCURRENCE_DUE_ON, texts->due_on);
  circ_record_set_text (record, CIRC_OCCURRENCE_DUE_AT, texts->due_at);
  circ_record_set_text (record, CIRC_OCCURRENCE_PLAN_BY, texts->plan_by);
  circ_record_set_text (record, CIRC_OCCURRENCE_LEAD_FROM, texts->lead_from);
  if (planned->dates.provisional)
    circ_record_set (record, CIRC_OCCURRENCE_PROVISIONAL, g_variant_new_boolean (TRUE));
  if (lead != NULL && lead->link > 0)
    circ_record_set_int (record, CIRC_OCCURRENCE_RESPONSIBLE, lead->link);
  note_trigger (record, source, planned);
  return record;
}

/* Returns: (transfer full): a record of what is planned, not saved; of what the calendar had cancelled, with its id. */
CircRecord *
circ_planned_occurrence_to_record (CircPlanSource *source,
                                   const CircPlannedOccurrence *planned)
{
  g_auto (Texts) texts = { "" };

  texts_init (&texts, planned);
  return new_occurrence (source, planned, &texts);
}

static void
add_new (CircChange *more,
         CircPlanSource *source,
         const CircPlannedOccurrence *planned,
         const Texts *texts)
{
  g_autofree char *key = circ_plan_source_dup_key (planned->item, planned->rule, texts->ref);
  CircRecord *withdrawn = g_hash_table_lookup (source->withdrawn, key);
  g_autoptr (CircRecord) record = NULL;

  if (withdrawn != NULL)
    {
      set_text (more, withdrawn, CIRC_OCCURRENCE_CANCELLED_ON, NULL);
      set_text (more, withdrawn, CIRC_OCCURRENCE_CANCELLED_REASON, NULL);
      set_flag (more, withdrawn, CIRC_OCCURRENCE_WITHDRAWN, FALSE);
      set_dates (more, withdrawn, planned, texts);
      g_hash_table_remove (source->withdrawn, key);
      return;
    }
  record = new_occurrence (source, planned, texts);
  circ_change_insert (more, record);
}

static void
withdraw (CircChange *more,
          CircRecord *record,
          CircCancelReason reason,
          const char *today)
{
  set_text (more, record, CIRC_OCCURRENCE_CANCELLED_ON, today);
  set_text (more, record, CIRC_OCCURRENCE_CANCELLED_REASON, circ_cancel_reason_get_title (reason));
  set_flag (more, record, CIRC_OCCURRENCE_WITHDRAWN, TRUE);
}

/* What a rule gives by itself, in a record that nobody has written in. */
static gboolean
is_of_rule (guint field)
{
  switch (field)
    {
    case CIRC_OCCURRENCE_ITEM:
    case CIRC_OCCURRENCE_RULE:
    case CIRC_OCCURRENCE_ANCHOR_REF:
    case CIRC_OCCURRENCE_DUE_FROM:
    case CIRC_OCCURRENCE_DUE_ON:
    case CIRC_OCCURRENCE_DUE_AT:
    case CIRC_OCCURRENCE_PLAN_BY:
    case CIRC_OCCURRENCE_LEAD_FROM:
    case CIRC_OCCURRENCE_PROVISIONAL:
    case CIRC_OCCURRENCE_RESPONSIBLE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_part (CircStore *store,
          CircKindId kind,
          guint field,
          gint64 occurrence)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);

  circ_query_where_equal (query, field, g_variant_new_int64 (occurrence));
  return circ_store_count (store, query, NULL) != 0;
}

/* Whether @record was only made while somebody looked for the words of a rule: today, and nobody has used it since. */
static gboolean
is_passing (CircStore *store,
            CircRecord *record,
            const char *today)
{
  g_autofree char *day = circ_date_from_instant (circ_record_get_meta (record)->created_at);
  gint64 id = circ_record_get_id (record);

  if (g_strcmp0 (day, today) != 0)
    return FALSE;
  for (guint i = 0; i < CIRC_OCCURRENCE_N_FIELDS; i++)
    if (!is_of_rule (i) && circ_record_get (record, i) != NULL)
      return FALSE;
  return circ_store_count_uses (store, id, NULL) == 0 &&
         !has_part (store, CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_OCCURRENCE, id) &&
         !has_part (store, CIRC_KIND_CASCADE_RETURN, CIRC_CASCADE_RETURN_OCCURRENCE, id);
}

static void
keep_one (CircStore *store,
          CircChange *more,
          CircPlanSource *source,
          CircDateFacts *dates,
          const CircPlannedOccurrence *planned,
          const char *today)
{
  CircRecord *record = planned->recorded != 0 ? circ_plan_source_get_record (source, planned->recorded) : NULL;
  g_auto (Texts) texts = { "" };

  /* What waits is no record: the rules say it. What is closed stays. */
  if (planned->dates.due_on == CIRC_DAY_NONE || planned->closed)
    return;
  if (planned->change == CIRC_PLAN_NEW && circ_date_facts_is_before_plan (dates, planned->dates.due_on))
    return;
  texts_init (&texts, planned);
  if (planned->change == CIRC_PLAN_NEW)
    add_new (more, source, planned, &texts);
  else if (record == NULL)
    return;
  else if (planned->change == CIRC_PLAN_CANCELLED && planned->reason == CIRC_CANCELLED_RULE && is_passing (store, record, today))
    circ_change_remove (more, record);
  else if (planned->change == CIRC_PLAN_CANCELLED)
    withdraw (more, record, planned->reason, today);
  else if (planned->ref.source == CIRC_SOURCE_BY_HAND || circ_record_get_bool (record, CIRC_OCCURRENCE_FIXED))
    set_lead (more, record, &texts);
  else
    set_dates (more, record, planned, &texts);
}

/* From the first day of this reporting year, or where it was left off before that, until MONTHS_AHEAD, or as far as was
 * worked out before. */
CircPlanSpan
circ_follow_get_span (CircStore *store,
                      CircDateFacts *dates,
                      const char *today)
{
  CircPlanSpan span;
  CircReportYear year;
  CircDay known = circ_day_from_iso (dates->planned_to);
  int y, month, day;

  circ_store_get_report_year (store, today, &year);
  circ_day_get_parts (circ_day_add_months (circ_day_from_iso (today), MONTHS_AHEAD + 1), &y, &month, &day);
  span.from = circ_day_from_iso (year.from);
  if (known != CIRC_DAY_NONE)
    span.from = MIN (span.from, known + 1);
  span.to = MAX (known, circ_day_new (y, month, 1) - 1);
  return span;
}

/* Adds to @more what the plan and its calendar change in the recorded occurrences of @wanted. */
gboolean
circ_follow_plan (CircStore *store,
                  CircDateFacts *dates,
                  const CircPlanWanted *wanted,
                  const char *today,
                  CircChange *more,
                  GError **error)
{
  CircPlanSpan span = circ_follow_get_span (store, dates, today);
  /* Whether it is provisional is kept as it is seen from before: the passing of days changes no record. */
  g_autoptr (CircPlanSource) source = circ_plan_source_new (store, dates, wanted, &span, CIRC_DAY_NONE, error);
  g_autoptr (GArray) planned = NULL;

  if (source == NULL)
    return FALSE;
  planned = circ_occurrence_plan (&source->input);
  for (guint i = 0; i < planned->len; i++)
    keep_one (store, more, source, dates, &g_array_index (planned, CircPlannedOccurrence, i), today);
  return TRUE;
}
