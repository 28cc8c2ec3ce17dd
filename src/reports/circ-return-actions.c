/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-actions.h"

#include <glib/gi18n-lib.h>

#include "circ-agency.h"
#include "circ-cascade-return.h"
#include "circ-format-request.h"
#include "circ-return-state.h"

static char *
dup_agency (CircStore *store,
            CircRecord *cascade_return)
{
  char *name = circ_store_dup_title (store, circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_AGENCY));

  return name != NULL ? name : g_strdup ("");
}

/**
 * circ_return_chase_change:
 * @cascade_return: a saved return that is waited for
 * @today: ISO date
 *
 * Returns: (transfer full): what says that its agency was asked once more today
 */
CircChange *
circ_return_chase_change (CircStore *store,
                          CircRecord *cascade_return,
                          const char *today)
{
  g_autofree char *agency = dup_agency (store, cascade_return);
  /* translators: the title of a change in the history; %s is an agency that was asked once more for its answer */
  g_autofree char *title = g_strdup_printf (_ ("Chased: %s"), agency);
  CircChange *change = circ_change_new (title);
  gint64 times = circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_CHASED);

  circ_change_set (change, cascade_return, CIRC_CASCADE_RETURN_CHASED, g_variant_new_int64 (times + 1));
  circ_change_set_text (change, cascade_return, CIRC_CASCADE_RETURN_CHASED_ON, today);
  return change;
}

/**
 * circ_return_edit_change:
 * @draft: a copy of @cascade_return in which a person has filled in what the agency said
 *
 * Returns: (transfer full): what saves it; without parts when nothing was filled in
 */
CircChange *
circ_return_edit_change (CircStore *store,
                         CircRecord *cascade_return,
                         CircRecord *draft)
{
  g_autofree char *agency = dup_agency (store, cascade_return);
  g_autofree char *title = NULL;
  CircChange *change;

  /* translators: titles of changes in the history; %s is an agency, which was asked to confirm that it passed something on */
  if (circ_record_get (draft, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON) != NULL)
    title = g_strdup_printf (_ ("No return needed: %s"), agency);
  else if (circ_record_get (draft, CIRC_CASCADE_RETURN_RETURNED_ON) != NULL)
    title = g_strdup_printf (_ ("Returned: %s"), agency);
  else
    title = g_strdup_printf (_ ("Edited a return: %s"), agency);
  change = circ_change_new (title);
  for (guint i = 0; i < circ_cascade_return_kind.n_fields; i++)
    if (!circ_value_equal (circ_record_get (draft, i), circ_record_get (cascade_return, i)))
      circ_change_set (change, cascade_return, i, circ_record_get (draft, i));
  return change;
}

/**
 * circ_return_dup_advice:
 *
 * Returns: (transfer full) (nullable): whom to chase next, when it is no longer whom the message went to
 */
char *
circ_return_dup_advice (CircStore *store,
                        CircRecord *cascade_return)
{
  g_autoptr (CircRecord) agency = NULL;
  g_autofree char *officer = NULL;
  guint times = (guint) circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_CHASED);

  if (times < CIRC_RETURN_SENIOR_CHASE - 1)
    return NULL;
  agency = circ_store_get (store, circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_AGENCY), NULL);
  if (agency != NULL && circ_record_get_int (agency, CIRC_AGENCY_SENIOR_OFFICER) > 0)
    officer = circ_store_dup_title (store, circ_record_get_int (agency, CIRC_AGENCY_SENIOR_OFFICER));
  if (officer == NULL)
    /* translators: %u is how often an agency was asked again, twice at least */
    return g_strdup_printf (_ ("Chased %u times: ask its senior officer"), times);
  /* translators: %u is how often an agency was asked again, twice at least; %s is a person */
  return g_strdup_printf (_ ("Chased %u times: ask its senior officer, %s"), times, officer);
}

/**
 * circ_format_supplied_change:
 * @request: a saved format request that is open
 * @today: ISO date
 *
 * Returns: (transfer full): what says that it was supplied today
 */
CircChange *
circ_format_supplied_change (CircRecord *request,
                             const char *today)
{
  g_autofree char *what = circ_record_dup_title (request);
  /* translators: the title of a change in the history; %s is a document that somebody asked for in a format */
  g_autofree char *title = g_strdup_printf (_ ("Supplied: %s"), what);
  CircChange *change = circ_change_new (title);

  circ_change_set_text (change, request, CIRC_FORMAT_REQUEST_STATE, "supplied");
  circ_change_set_text (change, request, CIRC_FORMAT_REQUEST_SUPPLIED_ON, today);
  return change;
}
