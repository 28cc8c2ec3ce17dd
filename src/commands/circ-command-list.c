/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-campaign.h"
#include "circ-cascade-return.h"
#include "circ-circulation-list.h"
#include "circ-command.h"
#include "circ-contact.h"
#include "circ-evidence.h"
#include "circ-format-request.h"
#include "circ-group.h"
#include "circ-key-message.h"
#include "circ-measure-reading.h"
#include "circ-measure.h"
#include "circ-meeting.h"
#include "circ-method.h"
#include "circ-occurrence.h"
#include "circ-partner-site.h"
#include "circ-plan-facts.h"
#include "circ-plan-item.h"
#include "circ-priority.h"
#include "circ-record-json.h"
#include "circ-record-list.h"
#include "circ-theme-day.h"

/* Columns that are not a field of the record. */
enum {
  COLUMN_END = -1,
  COLUMN_STATE = -2,
  COLUMN_LAST_DONE = -3,
};

/* What can be listed: the word typed, the kind, the day that --year goes by (-1: none) and the table's columns. */
typedef struct {
  const char *word;
  CircKindId kind;
  int day;
  int columns[8];
} Listed;

static const Listed listed[] = {
  { "plan", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_ACTIVE_FROM,
    { CIRC_PLAN_ITEM_REF, CIRC_PLAN_ITEM_WHAT, CIRC_PLAN_ITEM_TO_WHOM, CIRC_PLAN_ITEM_WHEN_TEXT, COLUMN_STATE,
      COLUMN_LAST_DONE, COLUMN_END } },
  { "occurrences", CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_COMPLETED_ON,
    { CIRC_OCCURRENCE_ITEM, CIRC_OCCURRENCE_DUE_ON, CIRC_OCCURRENCE_PLAN_BY, CIRC_OCCURRENCE_COMPLETED_ON,
      COLUMN_STATE, CIRC_OCCURRENCE_METHODS_USED, COLUMN_END } },
  { "audiences", CIRC_KIND_AUDIENCE, -1,
    { CIRC_AUDIENCE_NAME, CIRC_AUDIENCE_SIDE, CIRC_AUDIENCE_OTHER_NAMES, COLUMN_END } },
  { "methods", CIRC_KIND_METHOD, -1,
    { CIRC_METHOD_NAME, CIRC_METHOD_CATEGORY, CIRC_METHOD_FREQUENCY, CIRC_METHOD_OTHER_NAMES, COLUMN_END } },
  { "agencies", CIRC_KIND_AGENCY, -1,
    { CIRC_AGENCY_NAME, CIRC_AGENCY_ABBREVIATION, CIRC_AGENCY_CATEGORY, CIRC_AGENCY_STANDING, COLUMN_END } },
  { "contacts", CIRC_KIND_CONTACT, -1,
    { CIRC_CONTACT_FAMILY_NAME, CIRC_CONTACT_GIVEN_NAME, CIRC_CONTACT_POST_TITLE, CIRC_CONTACT_AGENCY,
      CIRC_CONTACT_EMAIL, CIRC_CONTACT_TELEPHONE, COLUMN_END } },
  { "groups", CIRC_KIND_GROUP, -1,
    { CIRC_GROUP_NAME, CIRC_GROUP_KIND, CIRC_GROUP_CHAIR, CIRC_GROUP_MEETING_PATTERN, COLUMN_END } },
  { "lists", CIRC_KIND_CIRCULATION_LIST, -1,
    { CIRC_CIRCULATION_LIST_NAME, CIRC_CIRCULATION_LIST_MEMBERS, CIRC_CIRCULATION_LIST_OWNER,
      CIRC_CIRCULATION_LIST_LAST_CHECKED_ON, COLUMN_END } },
  { "messages", CIRC_KIND_KEY_MESSAGE, -1,
    { CIRC_KEY_MESSAGE_TEXT, CIRC_KEY_MESSAGE_AUDIENCES, CIRC_KEY_MESSAGE_THEME, CIRC_KEY_MESSAGE_STATUS, COLUMN_END } },
  { "meetings", CIRC_KIND_MEETING, -1,
    { CIRC_MEETING_REF, CIRC_MEETING_GROUP, CIRC_MEETING_DATE, CIRC_MEETING_STARTS_AT, CIRC_MEETING_PLACE,
      CIRC_MEETING_STATUS, COLUMN_END } },
  { "theme-days", CIRC_KIND_THEME_DAY, -1,
    { CIRC_THEME_DAY_NAME, CIRC_THEME_DAY_SIDE, CIRC_THEME_DAY_TAGS, CIRC_THEME_DAY_REACH, COLUMN_END } },
  { "evidence", CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_DATE,
    { CIRC_EVIDENCE_DATE, CIRC_EVIDENCE_KIND, CIRC_EVIDENCE_TITLE, CIRC_EVIDENCE_QUANTITY, CIRC_EVIDENCE_OCCURRENCE,
      COLUMN_END } },
  { "cascade-returns", CIRC_KIND_CASCADE_RETURN, CIRC_CASCADE_RETURN_REQUESTED_ON,
    { CIRC_CASCADE_RETURN_AGENCY, CIRC_CASCADE_RETURN_REQUESTED_ON, CIRC_CASCADE_RETURN_DUE_ON,
      CIRC_CASCADE_RETURN_CHASED, CIRC_CASCADE_RETURN_RETURNED_ON, COLUMN_END } },
  { "format-requests", CIRC_KIND_FORMAT_REQUEST, CIRC_FORMAT_REQUEST_RECEIVED_ON,
    { CIRC_FORMAT_REQUEST_DOCUMENT, CIRC_FORMAT_REQUEST_FORMAT, CIRC_FORMAT_REQUEST_RECEIVED_ON,
      CIRC_FORMAT_REQUEST_NEEDED_BY, CIRC_FORMAT_REQUEST_STATE, COLUMN_END } },
  { "campaigns", CIRC_KIND_CAMPAIGN, CIRC_CAMPAIGN_STARTS_ON,
    { CIRC_CAMPAIGN_REF, CIRC_CAMPAIGN_TITLE, CIRC_CAMPAIGN_STATE, CIRC_CAMPAIGN_STARTS_ON, CIRC_CAMPAIGN_ENDS_ON,
      CIRC_CAMPAIGN_LEAD, CIRC_CAMPAIGN_AUDIENCES, COLUMN_END } },
  { "measures", CIRC_KIND_MEASURE, -1,
    { CIRC_MEASURE_NAME, CIRC_MEASURE_TYPE, CIRC_MEASURE_UNIT, CIRC_MEASURE_FREQUENCY, CIRC_MEASURE_BASELINE,
      CIRC_MEASURE_TARGET, COLUMN_END } },
  { "readings", CIRC_KIND_MEASURE_READING, CIRC_MEASURE_READING_PERIOD_FROM,
    { CIRC_MEASURE_READING_MEASURE, CIRC_MEASURE_READING_PERIOD_FROM, CIRC_MEASURE_READING_PERIOD_TO,
      CIRC_MEASURE_READING_VALUE, CIRC_MEASURE_READING_NARRATIVE, CIRC_MEASURE_READING_QUALITY, COLUMN_END } },
  { "partner-sites", CIRC_KIND_PARTNER_SITE, -1,
    { CIRC_PARTNER_SITE_ADDRESS, CIRC_PARTNER_SITE_KIND, CIRC_PARTNER_SITE_AGENCY, CIRC_PARTNER_SITE_LINKS_TO_US,
      CIRC_PARTNER_SITE_CHECKED_ON, COLUMN_END } },
  { "priorities", CIRC_KIND_PRIORITY, -1,
    { CIRC_PRIORITY_NAME, CIRC_PRIORITY_LEVEL, CIRC_PRIORITY_STARTS_ON, CIRC_PRIORITY_ENDS_ON, COLUMN_END } },
};

static const Listed *
find_listed (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    if (strcmp (listed[i].word, word) == 0)
      return &listed[i];
  return NULL;
}

/* Names of the records that a value points to, "; " between them. */
static char *
dup_names (CircStore *store,
           const CircField *field,
           GVariant *value)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gsize n = value == NULL ? 0 : field->kind == CIRC_FIELD_REFERENCE ? 1 : g_variant_n_children (value);

  for (gsize i = 0; i < n; i++)
    {
      gint64 id = 0;
      g_autofree char *name = NULL;

      if (field->kind == CIRC_FIELD_REFERENCE)
        id = g_variant_get_int64 (value);
      else
        g_variant_get_child (value, i, "x", &id);
      name = circ_store_dup_title (store, id);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name != NULL ? name : "");
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_state (CircRecord *record,
           CircPlanFacts *facts)
{
  if (circ_record_get_kind (record)->id == CIRC_KIND_PLAN_ITEM)
    return g_strdup (circ_item_state_get_title (circ_plan_facts_get_state (facts, record)));
  return g_strdup (circ_occurrence_state_get_title (circ_plan_facts_get_occurrence_state (facts, record)));
}

static char *
dup_cell (CircStore *store,
          CircRecord *record,
          CircPlanFacts *facts,
          int column)
{
  const CircField *field;

  if (column == COLUMN_STATE)
    return dup_state (record, facts);
  if (column == COLUMN_LAST_DONE)
    return g_strdup (circ_plan_facts_get_last_done (facts, circ_record_get_id (record)));
  field = &circ_record_get_kind (record)->fields[column];
  if (field->kind == CIRC_FIELD_REFERENCE || field->kind == CIRC_FIELD_REFERENCES)
    return dup_names (store, field, circ_record_get (record, (guint) column));
  /* Dates as in --on, because a table is sorted and cut by other tools. */
  if (field->kind == CIRC_FIELD_DATE)
    return g_strdup (circ_record_get_text (record, (guint) column));
  return circ_record_format (record, (guint) column);
}

static CircTextTable *
new_table (const Listed *what)
{
  const CircKind *kind = circ_kind_get (what->kind);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; what->columns[i] != COLUMN_END; i++)
    if (what->columns[i] == COLUMN_STATE)
      g_ptr_array_add (titles, (gpointer) _ ("State"));
    else if (what->columns[i] == COLUMN_LAST_DONE)
      g_ptr_array_add (titles, (gpointer) _ ("Last done"));
    else
      g_ptr_array_add (titles, (gpointer) circ_field_get_title (&kind->fields[what->columns[i]]));
  g_ptr_array_add (titles, NULL);
  return circ_text_table_new ((const char *const *) titles->pdata);
}

/* What is listed and how, for the functions below. */
typedef struct {
  const CircCommandLine *line;
  const Listed *what;
  CircStore *store;      /* (owned) */
  CircPlanFacts *facts;  /* (owned) */
  CircReportYear year;
} Listing;

static void
listing_clear (Listing *listing)
{
  g_clear_object (&listing->facts);
  g_clear_object (&listing->store);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

/* Occurrences belong to the year in which they were done, or else fall due: two fields, which one query cannot ask. */
static gboolean
is_in_year (const Listing *listing,
            CircRecord *record)
{
  const char *day;

  if (listing->what->kind != CIRC_KIND_OCCURRENCE || listing->line->year_start == 0)
    return TRUE;
  day = circ_record_get_text (record, CIRC_OCCURRENCE_COMPLETED_ON);
  if (day == NULL)
    day = circ_record_get_text (record, CIRC_OCCURRENCE_DUE_ON);
  return circ_report_year_contains (&listing->year, day);
}

static CircQuery *
new_query (const Listing *listing)
{
  const CircCommandLine *line = listing->line;
  CircQuery *query;

  if (listing->what->kind == CIRC_KIND_PLAN_ITEM)
    {
      g_autoptr (CircPlanView) view = circ_command_new_view (line);

      if (line->year_start == 0)
        view->year = CIRC_PLAN_VIEW_ANY_YEAR;
      query = circ_plan_view_dup_query (view, listing->store, line->today);
      if (line->on != NULL)
        {
          circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_FROM, NULL, line->on);
          circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_TO, line->on, NULL);
        }
      return query;
    }
  query = circ_query_new (listing->what->kind);
  circ_query_search (query, line->search);
  if (listing->what->kind == CIRC_KIND_EVIDENCE && line->year_start != 0)
    circ_query_where_between (query, CIRC_EVIDENCE_DATE, listing->year.from, listing->year.to);
  return query;
}

static void
print_json (const Listing *listing,
            GListModel *records)
{
  gboolean first = TRUE;

  circ_print ("[");
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CircRecord) record = g_list_model_get_item (records, i);
      g_autofree char *json = NULL;

      if (record == NULL || !is_in_year (listing, record))
        continue;
      json = circ_record_json_new (listing->store, record, listing->facts);
      circ_print ("%s\n  %s", first ? "" : ",", json);
      first = FALSE;
    }
  circ_print ("%s]\n", first ? "" : "\n");
}

static void
print_table (const Listing *listing,
             GListModel *records)
{
  g_autoptr (CircTextTable) table = new_table (listing->what);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CircRecord) record = g_list_model_get_item (records, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (record == NULL || !is_in_year (listing, record))
        continue;
      for (guint j = 0; listing->what->columns[j] != COLUMN_END; j++)
        g_ptr_array_add (cells, dup_cell (listing->store, record, listing->facts, listing->what->columns[j]));
      circ_text_table_add (table, (char **) cells->pdata);
      n++;
    }
  if (n > 0)
    circ_text_table_print (table);
  else
    circ_print ("%s\n", _ ("There is nothing to list."));
}

/* Ids of records of @kind that the words are in; NULL when there are none to look for. */
static GHashTable *
find_words (const Listing *listing,
            CircKindId kind)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GArray) ids = NULL;
  GHashTable *found;

  if (listing->line->search == NULL)
    return NULL;
  circ_query_search (query, listing->line->search);
  ids = circ_store_find_ids (listing->store, query, NULL);
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (found, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return found;
}

static char *
dup_line_cell (const Listing *listing,
               const CircDueLine *line,
               int column)
{
  if (column == COLUMN_STATE)
    return g_strdup (circ_occurrence_state_get_title (line->state));
  return dup_cell (listing->store, line->occurrence, listing->facts, column);
}

static void
print_lines (const Listing *listing,
             GPtrArray *lines)
{
  g_autoptr (CircTextTable) table = new_table (listing->what);
  g_autoptr (GHashTable) found = find_words (listing, CIRC_KIND_OCCURRENCE);
  g_autoptr (GHashTable) items = find_words (listing, CIRC_KIND_PLAN_ITEM);
  guint n = 0;

  if (listing->line->json)
    circ_print ("[");
  for (guint i = 0; i < lines->len; i++)
    {
      const CircDueLine *line = lines->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (!is_in_year (listing, line->occurrence) ||
          (found != NULL && !g_hash_table_contains (found, &circ_record_get_meta (line->occurrence)->id) &&
           !g_hash_table_contains (items, &circ_record_get_meta (line->item)->id)))
        continue;
      if (listing->line->json)
        {
          g_autofree char *json = circ_due_line_json_new (listing->store, line, listing->facts);

          circ_print ("%s\n  %s", n > 0 ? "," : "", json);
        }
      else
        {
          for (guint j = 0; listing->what->columns[j] != COLUMN_END; j++)
            g_ptr_array_add (cells, dup_line_cell (listing, line, listing->what->columns[j]));
          circ_text_table_add (table, (char **) cells->pdata);
        }
      n++;
    }
  if (listing->line->json)
    circ_print ("%s]\n", n > 0 ? "\n" : "");
  else if (n > 0)
    circ_text_table_print (table);
  else
    circ_print ("%s\n", _ ("There is nothing to list."));
}

/* What is recorded, what is to come in the months that are worked out, and what waits. */
static int
list_occurrences (const Listing *listing)
{
  char from[11], to[11];
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (circ_due_list_get_horizon (listing->store, listing->line->today, from, to, &error))
    lines = circ_due_list_new (listing->store, from, to, listing->line->today, &error);
  if (lines == NULL)
    return circ_fail (error);
  circ_store_forget_failures (listing->store);
  print_lines (listing, lines);
  return circ_store_check_failures (listing->store, &error) ? CIRC_STATUS_DONE : circ_fail (error);
}

static gboolean
open_listing (Listing *listing,
              GError **error)
{
  const CircCommandLine *line = listing->line;
  g_autoptr (CircPlanView) view = circ_command_new_view (line);

  listing->store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, error);
  if (listing->store == NULL)
    return FALSE;
  circ_plan_view_get_year (view, listing->store, line->today, &listing->year);
  listing->facts = circ_plan_facts_new (listing->store, &listing->year, line->today);
  return circ_plan_facts_load (listing->facts, error);
}

/* circulate list KIND [--json] [--search TEXT] [--on YYYY-MM-DD] [--year YYYY] [--from YYYY-MM-DD --to YYYY-MM-DD] */
int
circ_command_list (const CircCommandLine *line,
                   char **arguments)
{
  g_auto (Listing) listing = { .line = line, .what = find_listed (arguments[0]) };
  g_autoptr (CircQuery) query = NULL;
  g_autoptr (CircRecordList) records = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (arguments[0], "matrix"))
    return circ_command_list_matrix (line);
  if (listing.what == NULL)
    return circ_fail_words (CIRC_STATUS_USAGE,
                            _ ("“%s” cannot be listed. There are plan, occurrences, matrix, audiences, methods, agencies, "
                               "contacts, groups, lists, messages, meetings, theme-days, evidence, cascade-returns, format-requests, "
                               "campaigns, measures, readings, priorities and partner-sites."),
                            arguments[0]);
  if (listing.what->day < 0 && line->year_start != 0)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--year goes with what has a day, such as plan, occurrences, matrix, evidence and readings, not with %s."),
                            arguments[0]);
  if (line->from != NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--from and --to go with matrix, not with %s."), arguments[0]);
  if (!open_listing (&listing, &error))
    return circ_fail (error);
  if (listing.what->kind == CIRC_KIND_OCCURRENCE)
    return list_occurrences (&listing);
  query = new_query (&listing);
  circ_store_forget_failures (listing.store);
  records = circ_record_list_new (listing.store, query);
  if (line->json)
    print_json (&listing, G_LIST_MODEL (records));
  else
    print_table (&listing, G_LIST_MODEL (records));
  if (!circ_store_check_failures (listing.store, &error))
    return circ_fail (error);
  return CIRC_STATUS_DONE;
}
