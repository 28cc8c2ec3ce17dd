/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-kind.h"

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-campaign.h"
#include "circ-cascade-return.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-date-settings.h"
#include "circ-evidence.h"
#include "circ-format-request.h"
#include "circ-group.h"
#include "circ-holiday.h"
#include "circ-key-message.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-version.h"
#include "circ-measure-reading.h"
#include "circ-measure.h"
#include "circ-meeting.h"
#include "circ-method.h"
#include "circ-occurrence.h"
#include "circ-partner-site.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"
#include "circ-priority.h"
#include "circ-theme-day-year.h"
#include "circ-theme-day.h"
#include "circ-trigger.h"

#include <glib/gi18n-lib.h>

static const CircKind *const kinds[] = {
  [CIRC_KIND_PARTNERSHIP] = &circ_partnership_kind,
  [CIRC_KIND_AGENCY] = &circ_agency_kind,
  [CIRC_KIND_CONTACT] = &circ_contact_kind,
  [CIRC_KIND_GROUP] = &circ_group_kind,
  [CIRC_KIND_CIRCULATION_LIST] = &circ_circulation_list_kind,
  [CIRC_KIND_AUDIENCE] = &circ_audience_kind,
  [CIRC_KIND_METHOD] = &circ_method_kind,
  [CIRC_KIND_KEY_MESSAGE] = &circ_key_message_kind,
  [CIRC_KIND_PLAN_ITEM] = &circ_plan_item_kind,
  [CIRC_KIND_OCCURRENCE] = &circ_occurrence_kind,
  [CIRC_KIND_EVIDENCE] = &circ_evidence_kind,
  [CIRC_KIND_MEETING] = &circ_meeting_kind,
  [CIRC_KIND_THEME_DAY] = &circ_theme_day_kind,
  [CIRC_KIND_THEME_DAY_YEAR] = &circ_theme_day_year_kind,
  [CIRC_KIND_TRIGGER] = &circ_trigger_kind,
  [CIRC_KIND_HOLIDAY] = &circ_holiday_kind,
  [CIRC_KIND_DATE_SETTINGS] = &circ_date_settings_kind,
  [CIRC_KIND_CASCADE_RETURN] = &circ_cascade_return_kind,
  [CIRC_KIND_FORMAT_REQUEST] = &circ_format_request_kind,
  [CIRC_KIND_MATRIX] = &circ_matrix_version_kind,
  [CIRC_KIND_MATRIX_CELL] = &circ_matrix_cell_kind,
  [CIRC_KIND_PRIORITY] = &circ_priority_kind,
  [CIRC_KIND_MEASURE] = &circ_measure_kind,
  [CIRC_KIND_MEASURE_READING] = &circ_measure_reading_kind,
  [CIRC_KIND_CAMPAIGN] = &circ_campaign_kind,
  [CIRC_KIND_PARTNER_SITE] = &circ_partner_site_kind,
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CIRC_N_KINDS);

/**
 * circ_kind_get:
 *
 * Returns: (transfer none): the catalogue of kind @id.
 */
const CircKind *
circ_kind_get (CircKindId id)
{
  g_return_val_if_fail (id < CIRC_N_KINDS, NULL);
  return kinds[id];
}

/**
 * circ_kind_find:
 * @name: a stable name such as "plan-item"
 *
 * Returns: (transfer none) (nullable): the catalogue, or %NULL when there is no such kind.
 */
const CircKind *
circ_kind_find (const char *name)
{
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    if (g_strcmp0 (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}

/**
 * circ_kind_find_field:
 *
 * Returns: the index of the field called @name, or -1.
 */
int
circ_kind_find_field (const CircKind *kind,
                      const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/* Returns: (transfer none): "Plan item", in the user's language. */
const char *
circ_kind_get_title (const CircKind *kind)
{
  return g_dgettext (GETTEXT_PACKAGE, kind->title);
}

/* Returns: (transfer none): "Plan items", in the user's language. */
const char *
circ_kind_get_title_plural (const CircKind *kind)
{
  return g_dgettext (GETTEXT_PACKAGE, kind->title_plural);
}

void
circ_problem_free (CircProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/**
 * circ_problem_add:
 * @problems: (element-type CircProblem): made with circ_problem_free()
 * @message: a translated sentence
 */
void
circ_problem_add (GPtrArray *problems,
                  guint field,
                  const char *message)
{
  CircProblem *problem = g_new (CircProblem, 1);

  problem->field = field;
  problem->message = g_strdup (message);
  g_ptr_array_add (problems, problem);
}
