/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-window.h"

#include "circ-today-list.h"

G_BEGIN_DECLS

/* A window with the list of the day on show. */
typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
  CircTodayList *list;
  CircTodayModel *model;
} Day;

/* @template: a file of the sample, or NULL: one without a plan. */
void day_set_up (Day *day,
                 gconstpointer template);
void day_tear_down (Day *day,
                    gconstpointer data);
/* Once there is something in it. */
void day_find_list (Day *day);
/* Until all of it is read and drawn. */
void day_settle (Day *day);
guint day_count (Day *day,
                 CircTodayGroup group);
/* Whether the keyboard is in it. */
gboolean day_is_in_list (gpointer day);
void day_assert_label (GtkWidget *root,
                       const char *text);
/* (transfer full) */
CircRecord *day_add_item (Day *day,
                          const char *what,
                          const char *when);
/* (transfer full): an occurrence of @item */
CircRecord *day_plan (Day *day,
                      CircRecord *item,
                      const char *due);
#define day_add(path, template, function) g_test_add (path, Day, template, day_set_up, function, day_tear_down)

G_END_DECLS
