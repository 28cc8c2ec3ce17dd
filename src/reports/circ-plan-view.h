/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-item-state.h"
#include "circ-period.h"
#include "circ-store.h"

G_BEGIN_DECLS

#define CIRC_PLAN_VIEW_THIS_YEAR 0 /* the year that today is in: moves on by itself */
#define CIRC_PLAN_VIEW_ANY_YEAR -1
#define CIRC_PLAN_VIEW_ANY_STATE -1

#define CIRC_TYPE_PLAN_VIEW (circ_plan_view_get_type ())

/**
 * CircPlanView:
 * @search: words as typed, or %NULL
 * @scope: in use, archived or all
 * @state: a #CircItemState, or CIRC_PLAN_VIEW_ANY_STATE
 * @audience: id of a record that "to whom" must name, or 0
 * @method: the same for "how"
 * @owner: the same for "by whom"
 * @year: the calendar year in which the reporting year starts, or one of the two above
 * @sort: index of a field of the plan item; CIRC_PLAN_ITEM_REF by default
 * @descending: the other way round
 *
 * Which items of the plan are looked at, and in which order. A plain value: set the fields; @search is owned.
 */
typedef struct {
  char *search;
  CircQueryScope scope;
  int state;
  gint64 audience;
  gint64 method;
  gint64 owner;
  int year;
  guint sort;
  gboolean descending;
} CircPlanView;

GType circ_plan_view_get_type (void);
CircPlanView *circ_plan_view_new (void);
CircPlanView *circ_plan_view_new_all (void);
CircPlanView *circ_plan_view_copy (const CircPlanView *self);
void circ_plan_view_free (CircPlanView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircPlanView, circ_plan_view_free)

void circ_plan_view_set_search (CircPlanView *self,
                                const char *search);
gboolean circ_plan_view_is_default (const CircPlanView *self);
gboolean circ_plan_view_get_year (const CircPlanView *self,
                                  CircStore *store,
                                  const char *today,
                                  CircReportYear *year);
CircQuery *circ_plan_view_dup_query (const CircPlanView *self,
                                     CircStore *store,
                                     const char *today);
CircQuery *circ_plan_view_dup_total_query (const CircPlanView *self);
char *circ_plan_view_describe (const CircPlanView *self,
                               CircStore *store,
                               const char *today,
                               guint64 n_shown,
                               guint64 n_total);
char *circ_plan_view_serialise (const CircPlanView *self);
gboolean circ_plan_view_parse (CircPlanView *self,
                               const char *text);

void circ_store_get_report_year (CircStore *store,
                                 const char *on,
                                 CircReportYear *year);
/* "2026–27" when it is a reporting year, else "April to September 2026". (transfer full) */
char *circ_store_dup_period_title (CircStore *store,
                                   const CircPeriod *period);

G_END_DECLS
