/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-due-list.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"

#define FIRST_DAY "0001-01-01"

G_DEFINE_BOXED_TYPE (CircPlanView, circ_plan_view, circ_plan_view_copy, circ_plan_view_free)

/* Returns: (transfer full): what the window shows at first: the items in use in this reporting year, by reference. */
CircPlanView *
circ_plan_view_new (void)
{
  CircPlanView *self = g_new0 (CircPlanView, 1);

  self->scope = CIRC_QUERY_IN_USE;
  self->state = CIRC_PLAN_VIEW_ANY_STATE;
  self->year = CIRC_PLAN_VIEW_THIS_YEAR;
  self->sort = CIRC_PLAN_ITEM_REF;
  return self;
}

/* Returns: (transfer full): every item of every year, archived ones included, by reference. */
CircPlanView *
circ_plan_view_new_all (void)
{
  CircPlanView *self = circ_plan_view_new ();

  self->scope = CIRC_QUERY_ALL;
  self->year = CIRC_PLAN_VIEW_ANY_YEAR;
  return self;
}

CircPlanView *
circ_plan_view_copy (const CircPlanView *self)
{
  CircPlanView *copy = g_new (CircPlanView, 1);

  *copy = *self;
  copy->search = g_strdup (self->search);
  return copy;
}

void
circ_plan_view_free (CircPlanView *self)
{
  g_free (self->search);
  g_free (self);
}

/* Blank words are no condition. */
void
circ_plan_view_set_search (CircPlanView *self,
                           const char *search)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (search != NULL ? search : ""));

  g_free (self->search);
  self->search = *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

gboolean
circ_plan_view_is_default (const CircPlanView *self)
{
  g_autoptr (CircPlanView) plain = circ_plan_view_new ();
  g_autofree char *here = circ_plan_view_serialise (self);
  g_autofree char *there = circ_plan_view_serialise (plain);

  return strcmp (here, there) == 0;
}

static char *
dup_year_token (CircStore *store)
{
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, NULL);

  return partnership != NULL ? g_strdup (circ_record_get_text (partnership, CIRC_PARTNERSHIP_REPORT_YEAR)) : NULL;
}

/**
 * circ_store_get_report_year:
 * @store: a store
 * @on: ISO date
 * @year: (out): the reporting year of the partnership that contains @on
 *
 * A file whose partnership cannot be read is asked in financial years.
 */
void
circ_store_get_report_year (CircStore *store,
                            const char *on,
                            CircReportYear *year)
{
  g_autofree char *token = dup_year_token (store);

  circ_report_year_init (year, token, on);
}

char *
circ_store_dup_period_title (CircStore *store,
                             const CircPeriod *period)
{
  CircReportYear year;

  circ_store_get_report_year (store, period->from, &year);
  return circ_period_dup_title (period, &year);
}

/**
 * circ_plan_view_get_year:
 * @self: a view
 * @store: the store whose partnership says when a year begins
 * @today: ISO date
 * @year: (out): the year the view looks at; this year when it looks at any
 *
 * Returns: whether the view is narrowed to @year
 */
gboolean
circ_plan_view_get_year (const CircPlanView *self,
                         CircStore *store,
                         const char *today,
                         CircReportYear *year)
{
  g_autofree char *token = dup_year_token (store);

  circ_report_year_init (year, token, today);
  if (self->year == CIRC_PLAN_VIEW_ANY_YEAR)
    return FALSE;
  if (self->year != CIRC_PLAN_VIEW_THIS_YEAR)
    circ_report_year_init_start (year, token, self->year);
  return TRUE;
}

static CircQuery *
new_open_query (const char *due_from,
                const char *due_to)
{
  CircQuery *query = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_due_where_open (query);
  circ_query_where_between (query, CIRC_OCCURRENCE_DUE_ON, due_from, due_to);
  return query;
}

static CircQuery *
new_done_query (const CircItemWindows *windows)
{
  CircQuery *query = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_query_where_blank (query, CIRC_OCCURRENCE_CANCELLED_ON, TRUE);
  circ_query_where_blank (query, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, TRUE);
  circ_query_where_between (query, CIRC_OCCURRENCE_COMPLETED_ON, windows->done_from, windows->done_to);
  return query;
}

/* The rule of circ_item_state(), said to the store. tests/reports/test-plan-view.c holds the two against each other. */
static void
query_where_state (CircQuery *query,
                   CircItemState state,
                   const CircItemWindows *windows)
{
  g_autoptr (CircQuery) overdue = new_open_query (FIRST_DAY, windows->overdue_to);
  g_autoptr (CircQuery) due = new_open_query (windows->due_from, windows->due_to);
  g_autoptr (CircQuery) done = new_done_query (windows);
  g_autoptr (CircQuery) bare = new_done_query (windows);
  g_autoptr (CircQuery) evidence = circ_query_new (CIRC_KIND_EVIDENCE);
  g_autofree char *ended_by = circ_date_add_days (windows->ended_before, -1);

  /* One that has no such day yet, in an older file that can only be read, is left out rather than all of them let in. */
  circ_query_where_between (due, CIRC_OCCURRENCE_LEAD_FROM, FIRST_DAY, windows->lead_to);
  circ_query_where_part (bare, evidence, TRUE);
  circ_query_where_blank (query, CIRC_PLAN_ITEM_ARCHIVED_ON, state != CIRC_ITEM_STATE_ARCHIVED);
  if (state == CIRC_ITEM_STATE_ARCHIVED)
    return;
  circ_query_where_part (query, overdue, state != CIRC_ITEM_STATE_OVERDUE);
  if (state == CIRC_ITEM_STATE_OVERDUE)
    return;
  circ_query_where_part (query, due, state != CIRC_ITEM_STATE_DUE);
  if (state == CIRC_ITEM_STATE_DUE)
    return;
  if (state == CIRC_ITEM_STATE_EVIDENCE_MISSING)
    {
      /* A blank policy means required. Open at the end, the range takes blanks in, and no token sorts after this. */
      circ_query_where_between (query, CIRC_PLAN_ITEM_EVIDENCE_POLICY, "required", NULL);
      circ_query_where_part (query, bare, FALSE);
      return;
    }
  circ_query_where_part (query, done, state != CIRC_ITEM_STATE_DONE);
  if (state == CIRC_ITEM_STATE_ENDED)
    circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_TO, FIRST_DAY, ended_by);
  else if (state == CIRC_ITEM_STATE_NOTHING)
    circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_TO, windows->ended_before, NULL);
}

/**
 * circ_plan_view_dup_query:
 * @self: a view
 * @store: the store whose partnership says when a year begins
 * @today: ISO date
 *
 * Returns: (transfer full): the question that @store answers with the view's items
 */
CircQuery *
circ_plan_view_dup_query (const CircPlanView *self,
                          CircStore *store,
                          const char *today)
{
  CircQuery *query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  CircReportYear year;
  gboolean narrowed = circ_plan_view_get_year (self, store, today, &year);
  CircQueryScope scope = self->scope;

  /* Who asks for the state "archived" wants to see something. */
  if (self->state == CIRC_ITEM_STATE_ARCHIVED && scope == CIRC_QUERY_IN_USE)
    scope = CIRC_QUERY_ARCHIVED;
  circ_query_set_scope (query, scope);
  circ_query_search (query, self->search);
  if (narrowed)
    {
      circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_FROM, NULL, year.to);
      circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_TO, year.from, NULL);
    }
  if (self->audience != 0)
    circ_query_where_linked (query, CIRC_PLAN_ITEM_TO_WHOM, self->audience);
  if (self->method != 0)
    circ_query_where_linked (query, CIRC_PLAN_ITEM_HOW, self->method);
  if (self->owner != 0)
    circ_query_where_linked (query, CIRC_PLAN_ITEM_BY_WHOM, self->owner);
  if (self->state != CIRC_PLAN_VIEW_ANY_STATE)
    {
      CircItemWindows windows;

      circ_item_windows_init (&windows, &year, today);
      query_where_state (query, self->state, &windows);
    }
  circ_query_sort (query, self->sort, self->descending);
  return query;
}

/* Returns: (transfer full): all items that "42 of 57" is said of: those in use, or those of the view's wider scope. */
CircQuery *
circ_plan_view_dup_total_query (const CircPlanView *self)
{
  CircQuery *query = circ_query_new (CIRC_KIND_PLAN_ITEM);

  circ_query_set_scope (query, self->scope == CIRC_QUERY_IN_USE && self->state != CIRC_ITEM_STATE_ARCHIVED
                                 ? CIRC_QUERY_IN_USE
                                 : CIRC_QUERY_ALL);
  return query;
}

static void
add_named (GPtrArray *parts,
           CircStore *store,
           gint64 id,
           const char *format)
{
  g_autofree char *name = id != 0 ? circ_store_dup_title (store, id) : NULL;

  if (id == 0)
    return;
  if (name == NULL)
    name = g_strdup (_ ("removed"));
  g_ptr_array_add (parts, g_strdup_printf (format, name));
}

static GPtrArray *
describe_conditions (const CircPlanView *self,
                     CircStore *store,
                     const char *today)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  CircReportYear year;

  if (self->search != NULL)
    /* translators: the words that were searched for */
    g_ptr_array_add (parts, g_strdup_printf (_ ("text “%s”"), self->search));
  if (self->state != CIRC_PLAN_VIEW_ANY_STATE)
    /* translators: the state that was filtered by: state Overdue */
    g_ptr_array_add (parts, g_strdup_printf (_ ("state %s"), circ_item_state_get_title (self->state)));
  /* translators: whom the items are for: audience Staff */
  add_named (parts, store, self->audience, _ ("audience %s"));
  /* translators: how the items are sent: method Website */
  add_named (parts, store, self->method, _ ("method %s"));
  /* translators: who carries the items out: owner Training Group */
  add_named (parts, store, self->owner, _ ("by whom %s"));
  if (circ_plan_view_get_year (self, store, today, &year))
    g_ptr_array_add (parts, circ_report_year_dup_title (&year));
  if (self->scope == CIRC_QUERY_ARCHIVED)
    g_ptr_array_add (parts, g_strdup (_ ("archived only")));
  else if (self->scope == CIRC_QUERY_ALL)
    g_ptr_array_add (parts, g_strdup (_ ("archived included")));
  g_ptr_array_add (parts, NULL);
  return parts;
}

/**
 * circ_plan_view_describe:
 * @self: a view
 * @store: the store, for names
 * @today: ISO date
 * @n_shown: how many items the view shows
 * @n_total: how many circ_plan_view_dup_total_query() finds
 *
 * Returns: (transfer full): "42 of 57 items: text “newsletter”, audience Staff, 2026–27"
 */
char *
circ_plan_view_describe (const CircPlanView *self,
                         CircStore *store,
                         const char *today,
                         guint64 n_shown,
                         guint64 n_total)
{
  g_autoptr (GPtrArray) parts = describe_conditions (self, store, today);
  g_autofree char *conditions = g_strjoinv (", ", (char **) parts->pdata);

  if (parts->len == 1 && n_shown == n_total)
    return g_strdup_printf (ngettext ("%" G_GUINT64_FORMAT " item: all there is",
                                      "%" G_GUINT64_FORMAT " items: all there are", (gulong) n_total),
                            n_total);
  return g_strdup_printf (
    /* translators: how many items are shown, how many there are, and what they were chosen by, as a list */
    ngettext ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " item: %s",
              "%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " items: %s", (gulong) n_total),
    n_shown, n_total, conditions);
}

static const char *const scope_tokens[] = { "in_use", "archived", "all" };

/**
 * circ_plan_view_serialise:
 * @self: a view
 *
 * Returns: (transfer full): one line of text to remember the view by. Ids in it mean something in one file only.
 */
char *
circ_plan_view_serialise (const CircPlanView *self)
{
  GVariantDict dict;
  g_autoptr (GVariant) all = NULL;

  g_variant_dict_init (&dict, NULL);
  if (self->search != NULL)
    g_variant_dict_insert (&dict, "search", "s", self->search);
  g_variant_dict_insert (&dict, "scope", "s", scope_tokens[self->scope]);
  if (self->state != CIRC_PLAN_VIEW_ANY_STATE)
    g_variant_dict_insert (&dict, "state", "s", circ_item_state_get_token (self->state));
  g_variant_dict_insert (&dict, "audience", "x", self->audience);
  g_variant_dict_insert (&dict, "method", "x", self->method);
  g_variant_dict_insert (&dict, "owner", "x", self->owner);
  g_variant_dict_insert (&dict, "year", "i", self->year);
  g_variant_dict_insert (&dict, "sort", "s", circ_plan_item_kind.fields[self->sort].name);
  g_variant_dict_insert (&dict, "descending", "b", self->descending);
  all = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (all, TRUE);
}

static void
read_tokens (CircPlanView *self,
             GVariantDict *dict)
{
  g_autofree char *scope = NULL;
  g_autofree char *state = NULL;
  g_autofree char *sort = NULL;
  CircItemState known;

  g_variant_dict_lookup (dict, "scope", "s", &scope);
  for (guint i = 0; i < G_N_ELEMENTS (scope_tokens); i++)
    if (g_strcmp0 (scope, scope_tokens[i]) == 0)
      self->scope = i;
  g_variant_dict_lookup (dict, "state", "s", &state);
  if (circ_item_state_from_token (state, &known))
    self->state = (int) known;
  if (g_variant_dict_lookup (dict, "sort", "s", &sort) && circ_kind_find_field (&circ_plan_item_kind, sort) >= 0)
    self->sort = (guint) circ_kind_find_field (&circ_plan_item_kind, sort);
}

/**
 * circ_plan_view_parse:
 * @self: a view to overwrite
 * @text: (nullable): what circ_plan_view_serialise() made, now or in another version
 *
 * What is not understood keeps its default.
 *
 * Returns: FALSE, leaving @self alone, when @text is not a remembered view at all
 */
gboolean
circ_plan_view_parse (CircPlanView *self,
                      const char *text)
{
  g_autoptr (GVariant) all = NULL;
  g_autoptr (CircPlanView) read = circ_plan_view_new ();
  g_autofree char *search = NULL;
  GVariantDict dict;

  if (text == NULL || *text == '\0')
    return FALSE;
  all = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  if (all == NULL)
    return FALSE;
  g_variant_dict_init (&dict, all);
  if (g_variant_dict_lookup (&dict, "search", "s", &search))
    circ_plan_view_set_search (read, search);
  read_tokens (read, &dict);
  g_variant_dict_lookup (&dict, "audience", "x", &read->audience);
  g_variant_dict_lookup (&dict, "method", "x", &read->method);
  g_variant_dict_lookup (&dict, "owner", "x", &read->owner);
  g_variant_dict_lookup (&dict, "year", "i", &read->year);
  if (read->year != CIRC_PLAN_VIEW_ANY_YEAR && read->year != CIRC_PLAN_VIEW_THIS_YEAR &&
      (read->year < CIRC_REPORT_YEAR_FIRST || read->year > CIRC_REPORT_YEAR_LAST))
    read->year = CIRC_PLAN_VIEW_THIS_YEAR;
  g_variant_dict_lookup (&dict, "descending", "b", &read->descending);
  g_variant_dict_clear (&dict);

  g_free (self->search);
  *self = *read;
  read->search = NULL;
  return TRUE;
}
