/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-report-rows.h"

#include <glib/gi18n-lib.h>

#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-record-list.h"

/* A table's way through the records of a query, one at a time: the list reads them in windows, so that a plan of any
 * length needs the memory of its ids. */
typedef struct {
  CircStore *store;        /* (owned) */
  CircRecordList *list;    /* (owned) */
  CircPlanFacts *facts;    /* (owned) */
  CircPlanReportFlags flags;
  GHashTable *items;       /* (owned) (nullable) (element-type gint64): items whose occurrences are wanted */
  guint position;
} Rows;

static Rows *
rows_new (CircStore *store,
          CircQuery *query,
          CircPlanFacts *facts)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->store = g_object_ref (store);
  rows->list = circ_record_list_new (store, query);
  rows->facts = g_object_ref (facts);
  return rows;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_object (&rows->list);
  g_clear_object (&rows->facts);
  g_clear_object (&rows->store);
  g_clear_pointer (&rows->items, g_hash_table_unref);
  g_free (rows);
}

static gboolean
rows_rewind (gpointer data,
             GError **error)
{
  Rows *rows = data;

  rows->position = 0;
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL at the end */
static CircRecord *
rows_next (Rows *rows)
{
  return g_list_model_get_item (G_LIST_MODEL (rows->list), rows->position++);
}

static char *
join_entries (CircRecord *item,
              guint field)
{
  return circ_entries_join (&circ_plan_item_kind.fields[field], circ_record_get (item, field), "\n");
}

/* Two texts under each other; a blank one takes no room. */
static char *
stack (const char *above,
       const char *below,
       const char *between)
{
  if (above == NULL || *above == '\0')
    return g_strdup (below != NULL ? below : "");
  if (below == NULL || *below == '\0')
    return g_strdup (above);
  return g_strconcat (above, between, below, NULL);
}

static void
fill_item (CircReportRow *row,
           Rows *rows,
           CircRecord *item)
{
  g_autofree char *what = stack (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                                 circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES), "\n");
  g_autofree char *to_whom = join_entries (item, CIRC_PLAN_ITEM_TO_WHOM);
  g_autofree char *how = join_entries (item, CIRC_PLAN_ITEM_HOW);
  g_autofree char *by_whom = join_entries (item, CIRC_PLAN_ITEM_BY_WHOM);
  guint column = 0;

  circ_report_row_set (row, column++, circ_record_get_text (item, CIRC_PLAN_ITEM_REF));
  circ_report_row_set (row, column++, what);
  circ_report_row_set (row, column++, to_whom);
  if (rows->flags & CIRC_PLAN_REPORT_HOW_BY_WHOM)
    {
      /* A blank line is all that tells a method from the role that uses it. */
      g_autofree char *both = stack (how, by_whom, "\n\n");

      circ_report_row_set (row, column++, both);
    }
  else
    {
      circ_report_row_set (row, column++, how);
      circ_report_row_set (row, column++, by_whom);
    }
  circ_report_row_set (row, column++, circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT));
  circ_report_row_set (row, column++, circ_item_state_get_title (circ_plan_facts_get_state (rows->facts, item)));
  circ_report_row_set (row, column, circ_plan_facts_get_last_done (rows->facts, circ_record_get_id (item)));
}

static gboolean
next_item (CircReportRow *row,
           gpointer data,
           GError **error)
{
  Rows *rows = data;
  g_autoptr (CircRecord) item = rows_next (rows);

  if (item != NULL)
    fill_item (row, rows, item);
  /* A plan with a row or a name less must not look like the whole plan; nor is a writer that counted the rows before
   * bound to ask for the end. */
  return circ_store_check_failures (rows->store, error) && item != NULL;
}

/**
 * circ_plan_report_add_items:
 * @report: the report
 * @store: an open store, kept until the report goes
 * @query: which items, in which order
 * @facts: their states, loaded
 *
 * Adds the plan's table.
 */
void
circ_plan_report_add_items (CircReport *report,
                            CircStore *store,
                            CircQuery *query,
                            CircPlanFacts *facts,
                            CircPlanReportFlags flags)
{
  CircReportTable *table = circ_report_add_table (report, _ ("Circulation plan"));
  Rows *rows = rows_new (store, query, facts);

  rows->flags = flags;
  /* The reference heads the row, not "what": with its details that would be a paragraph in bold. */
  circ_report_table_add_column (table, _ ("Ref"), CIRC_CELL_TEXT, 8, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("What needs to be communicated"), CIRC_CELL_TEXT, 26, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("To whom"), CIRC_CELL_TEXT, 20, CIRC_COLUMN_NONE);
  if (flags & CIRC_PLAN_REPORT_HOW_BY_WHOM)
    circ_report_table_add_column (table, _ ("How, by whom"), CIRC_CELL_TEXT, 22, CIRC_COLUMN_NONE);
  else
    {
      circ_report_table_add_column (table, _ ("How"), CIRC_CELL_TEXT, 20, CIRC_COLUMN_NONE);
      circ_report_table_add_column (table, _ ("By whom"), CIRC_CELL_TEXT, 16, CIRC_COLUMN_NONE);
    }
  circ_report_table_add_column (table, _ ("When"), CIRC_CELL_TEXT, 16, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("State"), CIRC_CELL_TEXT, 10, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Last done"), CIRC_CELL_DATE, 9, CIRC_COLUMN_NARROW);
  circ_report_table_set_empty_text (table, _ ("No items of the plan are included."));
  circ_report_table_set_row_source (table, g_list_model_get_n_items (G_LIST_MODEL (rows->list)), next_item, rows_rewind,
                                    rows, rows_free);
}

/* Names of the records that a REFERENCES field points to, one a line. */
static char *
join_names (CircStore *store,
            GVariant *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; ids != NULL && i < g_variant_n_children (ids); i++)
    {
      gint64 id;
      g_autofree char *name = NULL;

      g_variant_get_child (ids, i, "x", &id);
      name = circ_store_dup_title (store, id);
      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* "Copy of the e-mail sent: June bulletin (12 readers)", one piece a line. */
static char *
join_evidence (CircStore *store,
               gint64 occurrence,
               GError **error)
{
  g_autoptr (GPtrArray) pieces = circ_store_find_parts (store, occurrence, CIRC_KIND_EVIDENCE, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (pieces == NULL)
    return NULL;
  for (guint i = 0; i < pieces->len; i++)
    {
      CircRecord *piece = pieces->pdata[i];
      g_autofree char *kind = circ_record_format (piece, CIRC_EVIDENCE_KIND);
      const char *title = circ_record_get_text (piece, CIRC_EVIDENCE_TITLE);
      const char *reference = circ_record_get_text (piece, CIRC_EVIDENCE_REFERENCE);
      const char *link = circ_record_get_text (piece, CIRC_EVIDENCE_LINK);

      /* translators: a piece of evidence: what kind it is, and its title */
      g_string_append_printf (text, _ ("%s: %s"), *kind != '\0' ? kind : _ ("Evidence"), title != NULL ? title : "");
      if (circ_record_get (piece, CIRC_EVIDENCE_QUANTITY) != NULL)
        g_string_append_printf (text, " (%" G_GINT64_FORMAT ")", circ_record_get_int (piece, CIRC_EVIDENCE_QUANTITY));
      if (reference != NULL)
        g_string_append_printf (text, ", %s", reference);
      if (link != NULL)
        g_string_append_printf (text, ", %s", link);
      if (i + 1 < pieces->len)
        g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
fill_occurrence (CircReportRow *row,
                 Rows *rows,
                 CircRecord *occurrence,
                 GError **error)
{
  g_autoptr (CircRecord) item =
    circ_store_get (rows->store, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM), error);
  g_autofree char *methods = NULL;
  g_autofree char *sent_to = NULL;
  g_autofree char *evidence = NULL;
  g_autofree char *what = NULL;

  if (item == NULL)
    return FALSE;
  evidence = join_evidence (rows->store, circ_record_get_id (occurrence), error);
  if (evidence == NULL)
    return FALSE;
  methods = join_names (rows->store, circ_record_get (occurrence, CIRC_OCCURRENCE_METHODS_USED));
  sent_to = join_names (rows->store, circ_record_get (occurrence, CIRC_OCCURRENCE_LISTS_USED));
  what = stack (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                circ_record_get_text (occurrence, CIRC_OCCURRENCE_DOCUMENT), "\n");
  circ_report_row_set (row, 0, circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON));
  circ_report_row_set (row, 1, circ_record_get_text (item, CIRC_PLAN_ITEM_REF));
  circ_report_row_set (row, 2, what);
  circ_report_row_set (row, 3, methods);
  circ_report_row_set (row, 4, sent_to);
  circ_report_row_set (row, 5, circ_occurrence_state_get_title (
                                 circ_plan_facts_get_occurrence_state (rows->facts, occurrence)));
  circ_report_row_set (row, 6, evidence);
  return TRUE;
}

static gboolean
next_occurrence (CircReportRow *row,
                 gpointer data,
                 GError **error)
{
  Rows *rows = data;

  for (;;)
    {
      g_autoptr (CircRecord) occurrence = rows_next (rows);
      gint64 item;

      if (occurrence == NULL)
        {
          circ_store_check_failures (rows->store, error);
          return FALSE;
        }
      item = circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM);
      if (g_hash_table_contains (rows->items, &item))
        return fill_occurrence (row, rows, occurrence, error) && circ_store_check_failures (rows->store, error);
    }
}

static GHashTable *
find_item_ids (CircStore *store,
               CircQuery *query,
               GError **error)
{
  g_autoptr (GArray) ids = circ_store_find_ids (store, query, error);
  GHashTable *set;

  if (ids == NULL)
    return NULL;
  set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return set;
}

/* Recipients are not printed: a list of people's addresses has no place on the board's table. */
static void
add_occurrence_columns (CircReportTable *table)
{
  circ_report_table_add_column (table, _ ("Done on"), CIRC_CELL_DATE, 9, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Ref"), CIRC_CELL_TEXT, 8, CIRC_COLUMN_ROW_HEADER | CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("What was communicated"), CIRC_CELL_TEXT, 26, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Methods used"), CIRC_CELL_TEXT, 16, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Sent to"), CIRC_CELL_TEXT, 18, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("State"), CIRC_CELL_TEXT, 10, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Evidence"), CIRC_CELL_TEXT, 26, CIRC_COLUMN_NONE);
  circ_report_table_set_label_column (table, 1);
}

/**
 * circ_plan_report_add_occurrences:
 * @items: the query that the plan's table shows
 * @year: (nullable): the year of the report, or %NULL for all time
 *
 * Adds a table of what was carried out for those items, in order of date; nothing when there is none.
 */
gboolean
circ_plan_report_add_occurrences (CircReport *report,
                                  CircStore *store,
                                  CircQuery *items,
                                  CircPlanFacts *facts,
                                  const CircReportYear *year,
                                  GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GHashTable) wanted = find_item_ids (store, items, error);
  CircReportTable *table;
  Rows *rows;
  gint64 n;

  if (wanted == NULL)
    return FALSE;
  circ_query_where_between (query, CIRC_OCCURRENCE_COMPLETED_ON, year != NULL ? year->from : "0001-01-01",
                            year != NULL ? year->to : "9999-12-31");
  circ_query_where_blank (query, CIRC_OCCURRENCE_CANCELLED_ON, TRUE);
  circ_query_where_blank (query, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, TRUE);
  circ_query_sort (query, CIRC_OCCURRENCE_COMPLETED_ON, FALSE);
  n = circ_store_count (store, query, error);
  if (n < 0)
    return FALSE;
  if (n == 0)
    return TRUE;

  rows = rows_new (store, query, facts);
  rows->items = g_steal_pointer (&wanted);
  table = circ_report_add_table (report, _ ("What was carried out"));
  add_occurrence_columns (table);
  circ_report_table_set_empty_text (table, _ ("Nothing is recorded for these items in this period."));
  circ_report_table_set_row_source (table, (guint64) n, next_occurrence, rows_rewind, rows, rows_free);
  return TRUE;
}
