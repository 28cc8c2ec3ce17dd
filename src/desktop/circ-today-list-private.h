/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-gradual-list.h"
#include "circ-today-list.h"

G_BEGIN_DECLS

struct _CircTodayList {
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned by the widget tree) */
  GtkListView *view;
  GtkWidget *menu;        /* (nullable) made when it is first wanted */
  GMenuModel *menu_model; /* (owned) (nullable) */

  CircSession *session;          /* (owned) */
  CircTodayModel *model;         /* (owned) */
  CircGradualList *shown;        /* (owned) its rows, as far as they are built */
  GtkSingleSelection *selection; /* (owned) */
  GHashTable *bound;             /* (owned) of GtkListItem: what is on the screen */
  guint position;                /* of the row that was chosen last */
  gboolean had_focus;
  gboolean filled; /* every group has been read once */
  gboolean stale; /* rows on the screen may say something else now, not only the headings */
  guint settle_source;
  guint grow_tick;
  gboolean painted; /* what came last */
};

/* circ-today-list-keys.c */
void circ_today_list_add_keys (CircTodayList *self);

G_END_DECLS
