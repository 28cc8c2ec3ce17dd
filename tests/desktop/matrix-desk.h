/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-window.h"

#include "circ-audiences-page.h"
#include "circ-matrix-grid.h"

G_BEGIN_DECLS

/* The window with the page of audiences on show. */
typedef struct {
  CircTestWindow *test;
  GtkWidget *window;
  GtkWidget *page;
  CircMatrixGrid *grid;
  gint64 *methods;   /* (owned) (nullable): those that were added, in their order */
  gint64 *audiences;
} MatrixDesk;

/* @template: of the file, "empty" when NULL. */
void matrix_desk_set_up (MatrixDesk *desk,
                         gconstpointer template);
void matrix_desk_tear_down (MatrixDesk *desk,
                            gconstpointer data);
/* Methods "Way 01" and audiences "Crowd 01", a quarter of each category and a half of each side. */
void matrix_desk_add_many (MatrixDesk *desk,
                           guint n_methods,
                           guint n_audiences);
/* What the focus is on is called so. */
void matrix_desk_assert_focus (MatrixDesk *desk,
                               const char *name);
/* What the file says of a pair of those that were added, as another program reads it. */
void matrix_desk_assert_value (MatrixDesk *desk,
                               guint method,
                               guint audience,
                               const char *token);
#define matrix_desk_add(path, template, function) \
  g_test_add (path, MatrixDesk, template, matrix_desk_set_up, function, matrix_desk_tear_down)

G_END_DECLS
