/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-view.h"
#include "circ-session.h"

G_BEGIN_DECLS

/* What the conditions of the plan's filter are called, and the menus that offer them. */

/* Tokens of CircQueryScope for the action "filter.scope", ended by NULL. */
extern const char *const circ_plan_filter_scope_names[];

const char *circ_plan_filter_get_scope_title (CircQueryScope scope);
char *circ_plan_filter_dup_year_title (CircSession *session,
                                       int year);
/* What has to be counted for the words below. (transfer full) (element-type CircQuery) */
GPtrArray *circ_plan_filter_create_count_queries (CircSession *session,
                                                  const CircPlanView *view);
/* How many items answer @view, and how many of them want attention. @counts: of those queries (element-type gint64) */
char *circ_plan_filter_dup_count (CircSession *session,
                                  const CircPlanView *view,
                                  GArray *counts);

GMenuModel *circ_plan_filter_create_state_menu (void);
GMenuModel *circ_plan_filter_create_scope_menu (void);
GMenuModel *circ_plan_filter_create_year_menu (CircSession *session);

G_END_DECLS
