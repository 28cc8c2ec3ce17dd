/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-filter-words.h"

#include <glib/gi18n-lib.h>

/* How many years before this one are offered. */
#define YEARS_BACK 3

const char *const circ_plan_filter_scope_names[] = { "in-use", "archived", "all", NULL };

const char *
circ_plan_filter_get_scope_title (CircQueryScope scope)
{
  switch (scope)
    {
    case CIRC_QUERY_ARCHIVED:
      return _ ("Archived");
    case CIRC_QUERY_ALL:
      return _ ("All");
    case CIRC_QUERY_IN_USE:
    default:
      return _ ("In use");
    }
}

/* @year: as in CircPlanView */
char *
circ_plan_filter_dup_year_title (CircSession *session,
                                 int year)
{
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  CircReportYear reported;

  if (year == CIRC_PLAN_VIEW_ANY_YEAR)
    return g_strdup (_ ("Any year"));
  view->year = year;
  if (!circ_plan_view_get_year (view, circ_session_get_store (session),
                                circ_session_get_today (session), &reported))
    return g_strdup ("");
  return circ_report_year_dup_title (&reported);
}

static void
append_radio (GMenu *menu,
              const char *title,
              const char *action,
              GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

GMenuModel *
circ_plan_filter_create_state_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_radio (menu, _ ("Any state"), "filter.state", g_variant_new_string (""));
  for (int i = 0; i < CIRC_N_ITEM_STATES; i++)
    if (i != CIRC_ITEM_STATE_ARCHIVED)
      append_radio (menu, circ_item_state_get_title (i), "filter.state",
                    g_variant_new_string (circ_item_state_get_token (i)));

  return G_MENU_MODEL (menu);
}

GMenuModel *
circ_plan_filter_create_scope_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; circ_plan_filter_scope_names[i] != NULL; i++)
    append_radio (menu, circ_plan_filter_get_scope_title (i), "filter.scope", g_variant_new_string (circ_plan_filter_scope_names[i]));

  return G_MENU_MODEL (menu);
}

GMenuModel *
circ_plan_filter_create_year_menu (CircSession *session)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *this_year = circ_plan_filter_dup_year_title (session, CIRC_PLAN_VIEW_THIS_YEAR);
  g_autofree char *title = NULL;
  CircReportYear year;

  circ_store_get_report_year (circ_session_get_store (session), circ_session_get_today (session), &year);
  /* translators: %s is a year, such as 2026-27 */
  title = g_strdup_printf (_ ("This year (%s)"), this_year);
  append_radio (menu, title, "filter.year", g_variant_new_int32 (CIRC_PLAN_VIEW_THIS_YEAR));
  for (int start = year.start + 1; start >= year.start - YEARS_BACK; start--)
    {
      g_autofree char *other = circ_plan_filter_dup_year_title (session, start);

      if (start != year.start)
        append_radio (menu, other, "filter.year", g_variant_new_int32 (start));
    }
  append_radio (menu, _ ("Any year"), "filter.year", g_variant_new_int32 (CIRC_PLAN_VIEW_ANY_YEAR));

  return G_MENU_MODEL (menu);
}

/* What is counted, in this order. Of a view that is narrowed to one state only the first two are. */
enum {
  TOTAL,
  SHOWN,
  OVERDUE,
  BARE,
};

static void
add_count (GPtrArray *queries,
           CircSession *session,
           const CircPlanView *like,
           int state)
{
  g_autoptr (CircPlanView) view = circ_plan_view_copy (like);

  view->state = state;
  g_ptr_array_add (queries, circ_plan_view_dup_query (view, circ_session_get_store (session),
                                                      circ_session_get_today (session)));
}

GPtrArray *
circ_plan_filter_create_count_queries (CircSession *session,
                                       const CircPlanView *view)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_query_unref);

  g_ptr_array_add (queries, circ_plan_view_dup_total_query (view));
  add_count (queries, session, view, view->state);
  if (view->state == CIRC_PLAN_VIEW_ANY_STATE)
    {
      add_count (queries, session, view, CIRC_ITEM_STATE_OVERDUE);
      add_count (queries, session, view, CIRC_ITEM_STATE_EVIDENCE_MISSING);
    }
  return queries;
}

static guint
get_count (GArray *counts,
           guint which)
{
  return which < counts->len ? (guint) CLAMP (g_array_index (counts, gint64, which), 0, G_MAXUINT) : 0;
}

char *
circ_plan_filter_dup_count (CircSession *session,
                            const CircPlanView *view,
                            GArray *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *year = circ_plan_filter_dup_year_title (session, view->year);
  guint total = get_count (counts, TOTAL);
  guint n = get_count (counts, SHOWN);
  guint overdue = get_count (counts, OVERDUE);
  guint bare = get_count (counts, BARE);

  if (n >= total)
    g_string_printf (text, ngettext ("%u item", "%u items", n), n);
  else
    /* translators: how many items the filter lets through, and how many there are */
    g_string_printf (text, ngettext ("%u of %u item",
                                     "%u of %u items", total), n, total);
  g_string_append (text, " · ");
  g_string_append (text, year);
  if (overdue > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u overdue", "%u overdue", overdue),
                              overdue);
    }
  if (bare > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u without evidence",
                                              "%u without evidence", bare), bare);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
