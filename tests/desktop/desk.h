/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-private.h"

#include "circ-field-row.h"
#include "circ-plan-item.h"
#include "circ-window.h"

G_BEGIN_DECLS

/* The whole window with the first item of its plan on show, for what happens to a file while somebody works. */
typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  CircRecord *item; /* (owned) the first of the plan, on show */
  GtkWidget *row;   /* of its notes */
} Desk;

void desk_set_up (Desk *desk,
                  gconstpointer template);
void desk_tear_down (Desk *desk,
                     gconstpointer data);
const char *desk_get_banner (GtkWidget *window);
void desk_wait_for_banner (GtkWidget *window,
                           const char *words);
gboolean desk_is_saved (gpointer row);
void desk_assert_notes (const char *path,
                        CircRecord *item,
                        const char *expected);
void desk_type_notes (Desk *desk,
                      const char *text);
#define desk_add(path, template, function) g_test_add (path, Desk, template, desk_set_up, function, desk_tear_down)

G_END_DECLS
