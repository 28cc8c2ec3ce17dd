/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sample content is told for a whole year; what lies ahead on the day it is loaded has not happened yet. */
#include "config.h"

#include "circ-seed-private.h"

#include <string.h>

#include "circ-campaign.h"
#include "circ-cascade-return.h"
#include "circ-occurrence.h"

/* What is still ahead on this day is planned and nothing more. */
static void
unfinish_occurrence (CircRecord *record,
                     const char *today)
{
  static const guint cleared[] = {
    CIRC_OCCURRENCE_COMPLETED_ON, CIRC_OCCURRENCE_DONE_BY, CIRC_OCCURRENCE_METHODS_USED, CIRC_OCCURRENCE_LISTS_USED,
    CIRC_OCCURRENCE_RECIPIENTS, CIRC_OCCURRENCE_DOCUMENT, CIRC_OCCURRENCE_LATE_REASON, CIRC_OCCURRENCE_NOTES,
  };
  const char *completed = circ_record_get_text (record, CIRC_OCCURRENCE_COMPLETED_ON);
  const char *cancelled = circ_record_get_text (record, CIRC_OCCURRENCE_CANCELLED_ON);

  if (cancelled != NULL && strcmp (cancelled, today) > 0)
    circ_record_set (record, CIRC_OCCURRENCE_CANCELLED_ON, NULL);
  if (completed == NULL || strcmp (completed, today) <= 0)
    return;
  if (circ_record_get (record, CIRC_OCCURRENCE_DUE_ON) == NULL)
    circ_record_set_text (record, CIRC_OCCURRENCE_DUE_ON, completed);
  for (guint i = 0; i < G_N_ELEMENTS (cleared); i++)
    circ_record_set (record, cleared[i], NULL);
}

/* An answer that is still ahead on this day is waited for. */
static void
await_return (CircRecord *record,
              const char *today)
{
  static const guint returned[] = {
    CIRC_CASCADE_RETURN_RETURNED_ON, CIRC_CASCADE_RETURN_RETURNED_BY, CIRC_CASCADE_RETURN_METHOD_USED,
    CIRC_CASCADE_RETURN_REACH, CIRC_CASCADE_RETURN_COMMENT, CIRC_CASCADE_RETURN_ISSUES_RAISED,
  };

  if (g_strcmp0 (circ_record_get_text (record, CIRC_CASCADE_RETURN_CHASED_ON), today) > 0)
    {
      circ_record_set (record, CIRC_CASCADE_RETURN_CHASED_ON, NULL);
      circ_record_set (record, CIRC_CASCADE_RETURN_CHASED, NULL);
    }
  if (g_strcmp0 (circ_record_get_text (record, CIRC_CASCADE_RETURN_RETURNED_ON), today) > 0)
    for (guint i = 0; i < G_N_ELEMENTS (returned); i++)
      circ_record_set (record, returned[i], NULL);
}

/* A campaign that is still ahead on this day has been approved and nothing more. */
static void
unbegin_campaign (CircRecord *record,
                  const char *today)
{
  static const char *const begun[] = { "live", "evaluating", "closed", NULL };
  const char *state = circ_record_get_text (record, CIRC_CAMPAIGN_STATE);

  if (g_strcmp0 (circ_record_get_text (record, CIRC_CAMPAIGN_STARTS_ON), today) > 0 && g_strv_contains (begun, state != NULL ? state : ""))
    circ_record_set_text (record, CIRC_CAMPAIGN_STATE, "approved");
  else if (g_strcmp0 (state, "evaluating") == 0 &&
           g_strcmp0 (circ_record_get_text (record, CIRC_CAMPAIGN_ENDS_ON), today) >= 0)
    circ_record_set_text (record, CIRC_CAMPAIGN_STATE, "live");
}

void
circ_seed_unfinish (CircRecord *record,
                    const char *today)
{
  if (circ_record_get_kind (record)->id == CIRC_KIND_OCCURRENCE)
    unfinish_occurrence (record, today);
  else if (circ_record_get_kind (record)->id == CIRC_KIND_CASCADE_RETURN)
    await_return (record, today);
  else if (circ_record_get_kind (record)->id == CIRC_KIND_CAMPAIGN)
    unbegin_campaign (record, today);
}
