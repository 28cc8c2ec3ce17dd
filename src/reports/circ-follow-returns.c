/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out with a cascade expected is asked about: one return for each agency that it went to. */
#include "config.h"

#include "circ-follow-private.h"

#include "circ-agency.h"
#include "circ-cascade-return.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-entry.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-return-state.h"

static gboolean
contains (GArray *agencies,
          gint64 id)
{
  for (guint i = 0; i < agencies->len; i++)
    if (g_array_index (agencies, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* One that is there no more is asked nothing. */
static gboolean
add_agency (CircStore *store,
            GArray *agencies,
            gint64 id,
            GError **error)
{
  g_autoptr (CircRecord) agency = NULL;

  if (id <= 0 || contains (agencies, id))
    return TRUE;
  if (!circ_follow_read (store, CIRC_KIND_AGENCY, id, &agency, error))
    return FALSE;
  if (agency != NULL && !circ_record_is_archived (agency))
    g_array_append_val (agencies, id);
  return TRUE;
}

/* A list that names nobody goes by rule to the communications leads of the agencies. DOMAIN 3.5. */
static gboolean
add_comms_leads (CircStore *store,
                 GArray *agencies,
                 GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AGENCY);
  g_autoptr (GArray) ids = NULL;

  circ_query_where_blank (query, CIRC_AGENCY_COMMS_LEAD, FALSE);
  ids = circ_store_find_ids (store, query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_agency (store, agencies, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

static gboolean
add_of (CircStore *store,
        gint64 id,
        gboolean expected,
        GArray *agencies,
        GError **error);

static gboolean
add_list (CircStore *store,
          gint64 id,
          gboolean expected,
          GArray *agencies,
          GError **error)
{
  g_autoptr (CircRecord) list = NULL;
  GVariant *members;
  gsize n;

  if (!circ_follow_read (store, CIRC_KIND_CIRCULATION_LIST, id, &list, error))
    return FALSE;
  if (list == NULL || !(expected || circ_record_get_bool (list, CIRC_CIRCULATION_LIST_CASCADE_EXPECTED)))
    return TRUE;
  members = circ_record_get (list, CIRC_CIRCULATION_LIST_MEMBERS);
  n = members != NULL ? g_variant_n_children (members) : 0;
  if (n == 0)
    return add_comms_leads (store, agencies, error);
  for (gsize i = 0; i < n; i++)
    {
      gint64 member;

      g_variant_get_child (members, i, "x", &member);
      if (!add_of (store, member, TRUE, agencies, error))
        return FALSE;
    }
  return TRUE;
}

/* The agencies that @id stands for, when they are @expected to pass it on. An audience or a group is nobody's to answer for. */
static gboolean
add_of (CircStore *store,
        gint64 id,
        gboolean expected,
        GArray *agencies,
        GError **error)
{
  const CircKind *kind = circ_store_get_kind_of (store, id, error);
  g_autoptr (CircRecord) contact = NULL;

  if (kind == NULL)
    return FALSE;
  switch (kind->id)
    {
    case CIRC_KIND_CIRCULATION_LIST:
      return add_list (store, id, expected, agencies, error);
    case CIRC_KIND_AGENCY:
      return !expected || add_agency (store, agencies, id, error);
    case CIRC_KIND_CONTACT:
      if (!circ_follow_read (store, CIRC_KIND_CONTACT, id, &contact, error))
        return FALSE;
      return !expected || contact == NULL ||
             add_agency (store, agencies, circ_record_get_int (contact, CIRC_CONTACT_AGENCY), error);
    default:
      return TRUE;
    }
}

/* Returns: (transfer full) (element-type gint64) (nullable): who is to confirm, in the order of the plan; %NULL with @error */
static GArray *
find_agencies (CircStore *store,
               CircRecord *item,
               CircRecord *occurrence,
               GError **error)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM));
  gboolean expected = circ_record_get_bool (item, CIRC_PLAN_ITEM_CASCADE_EXPECTED);
  GVariant *lists = circ_record_get (occurrence, CIRC_OCCURRENCE_LISTS_USED);
  g_autoptr (GArray) agencies = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = entries->pdata[i];

      if (entry->link > 0 && !add_of (store, entry->link, expected, agencies, error))
        return NULL;
    }
  for (gsize i = 0; lists != NULL && i < g_variant_n_children (lists); i++)
    {
      gint64 list;

      g_variant_get_child (lists, i, "x", &list);
      if (!add_of (store, list, expected, agencies, error))
        return NULL;
    }
  return g_steal_pointer (&agencies);
}

static GPtrArray *
find_returns (CircStore *store,
              gint64 occurrence,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_CASCADE_RETURN);

  circ_query_where_equal (query, CIRC_CASCADE_RETURN_OCCURRENCE, g_variant_new_int64 (occurrence));
  return circ_store_find (store, query, error);
}

static gboolean
is_asked (GPtrArray *returns,
          gint64 agency)
{
  for (guint i = 0; i < returns->len; i++)
    if (circ_record_get_int (returns->pdata[i], CIRC_CASCADE_RETURN_AGENCY) == agency)
      return TRUE;
  return FALSE;
}

/* The day by which an agency that was asked on @requested_on is to answer. */
static char *
dup_due_on (CircDateFacts *dates,
            const char *requested_on)
{
  char iso[11];

  circ_day_to_iso (circ_working_days_add (dates->working_days, dates->calendar, CIRC_CLOSURES_IGNORED,
                                          circ_day_from_iso (requested_on), CIRC_RETURN_WORKING_DAYS), iso);
  return g_strdup (iso);
}

static void
ask (CircRecord *occurrence,
     gint64 agency,
     const char *requested_on,
     const char *due_on,
     CircChange *more)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_CASCADE_RETURN);

  circ_record_set_int (record, CIRC_CASCADE_RETURN_OCCURRENCE, circ_record_get_id (occurrence));
  circ_record_set_int (record, CIRC_CASCADE_RETURN_AGENCY, agency);
  circ_record_set_text (record, CIRC_CASCADE_RETURN_REQUESTED_ON, requested_on);
  circ_record_set_text (record, CIRC_CASCADE_RETURN_DUE_ON, due_on);
  circ_change_insert (more, record);
}

/* What was sent on another day, or to others, than was said at first. What an agency has answered stands. */
static void
correct (GPtrArray *returns,
         GArray *agencies,
         const char *requested_on,
         const char *due_on,
         CircChange *more)
{
  for (guint i = 0; i < returns->len; i++)
    {
      CircRecord *record = returns->pdata[i];

      if (circ_return_is_touched (record))
        continue;
      if (!contains (agencies, circ_record_get_int (record, CIRC_CASCADE_RETURN_AGENCY)))
        circ_change_remove (more, record);
      else if (g_strcmp0 (circ_record_get_text (record, CIRC_CASCADE_RETURN_REQUESTED_ON), requested_on) != 0)
        {
          circ_change_set_text (more, record, CIRC_CASCADE_RETURN_REQUESTED_ON, requested_on);
          circ_change_set_text (more, record, CIRC_CASCADE_RETURN_DUE_ON, due_on);
        }
    }
}

/* What was not done after all is asked about no longer, unless an agency has said something already. */
static void
take_back (GPtrArray *returns,
           CircChange *more)
{
  for (guint i = 0; i < returns->len; i++)
    if (!circ_return_is_touched (returns->pdata[i]))
      circ_change_remove (more, returns->pdata[i]);
}

static gboolean
ask_all (CircStore *store,
         CircRecord *occurrence,
         GPtrArray *returns,
         CircDateFacts **dates,
         CircChange *more,
         GError **error)
{
  const char *requested_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON);
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GArray) agencies = NULL;
  g_autofree char *due_on = NULL;

  if (!circ_follow_read (store, CIRC_KIND_PLAN_ITEM, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM), &item, error))
    return FALSE;
  if (item == NULL)
    return TRUE;
  agencies = find_agencies (store, item, occurrence, error);
  if (agencies == NULL || (agencies->len == 0 && returns->len == 0))
    return agencies != NULL;
  if (*dates == NULL)
    *dates = circ_date_facts_new (store, error);
  if (*dates == NULL)
    return FALSE;
  due_on = dup_due_on (*dates, requested_on);
  correct (returns, agencies, requested_on, due_on, more);
  for (guint i = 0; i < agencies->len; i++)
    if (!is_asked (returns, g_array_index (agencies, gint64, i)))
      ask (occurrence, g_array_index (agencies, gint64, i), requested_on, due_on, more);
  return TRUE;
}

static gboolean
follow_one (CircStore *store,
            gint64 id,
            CircDateFacts **dates,
            CircChange *more,
            GError **error)
{
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (GPtrArray) returns = NULL;

  if (!circ_follow_read (store, CIRC_KIND_OCCURRENCE, id, &occurrence, error))
    return FALSE;
  returns = find_returns (store, id, error);
  if (returns == NULL || occurrence == NULL)
    return returns != NULL;
  if (circ_record_get (occurrence, CIRC_OCCURRENCE_COMPLETED_ON) != NULL)
    return ask_all (store, occurrence, returns, dates, more, error);
  take_back (returns, more);
  return TRUE;
}

static gboolean
is_about (CircRecord *record,
          CircPartAction action,
          int field)
{
  if (circ_record_get_kind (record)->id != CIRC_KIND_OCCURRENCE)
    return FALSE;
  if (action == CIRC_PART_INSERT)
    return circ_record_get (record, CIRC_OCCURRENCE_COMPLETED_ON) != NULL;
  return action == CIRC_PART_SET && (field == CIRC_OCCURRENCE_COMPLETED_ON || field == CIRC_OCCURRENCE_LISTS_USED);
}

/**
 * circ_follow_returns:
 * @more: gets a return for each agency that something recorded as done in @change went to, where its plan item or its
 *   circulation list expects a cascade (DOMAIN 3.5, 3.6); what is no longer done loses those that nobody has touched
 */
gboolean
circ_follow_returns (CircStore *store,
                     CircChange *change,
                     CircChange *more,
                     GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (CircDateFacts) dates = NULL;

  for (guint i = 0; i < circ_change_get_n_parts (change); i++)
    {
      CircPartAction action;
      int field;
      CircRecord *part = circ_change_get_part (change, i, &action, &field);

      if (is_about (part, action, field) && g_hash_table_add (seen, (gpointer) &circ_record_get_meta (part)->id) &&
          !follow_one (store, circ_record_get_id (part), &dates, more, error))
        return FALSE;
    }
  return TRUE;
}
