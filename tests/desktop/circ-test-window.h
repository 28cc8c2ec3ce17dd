/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-session.h"

G_BEGIN_DECLS

/*
 * Drives the real window in process: a real application, main loop and database file in a temporary folder. Every
 * "find" retries while the main loop turns, and fails the test with a message after ten seconds; there are no sleeps.
 */

/* The day it is in every test and picture, and who works. */
#define CIRC_TEST_TODAY "2026-11-21"
#define CIRC_TEST_PERSON "Sam Tester"

/* Call first in main(), in place of g_test_init(): isolates the data folder, starts GTK and libadwaita. */
void circ_test_init (int *argc,
                     char ***argv);
/* In place of g_test_run(): the application ends too. */
int circ_test_run (void);

typedef struct {
  GtkWindow *window;
  CircSession *session; /* (owned) */
  CircStore *store;     /* (borrowed) of the session */
  char *path;
} CircTestWindow;

/* The whole main window on a new file, with the plan on show. @template: "empty", "starter" or "sample" (reports/circ-seed.h). */
CircTestWindow *circ_test_window_new (const char *template);
/* A bare window with @child on a new file; child may be NULL and set later with circ_test_window_set_child(). */
CircTestWindow *circ_test_window_new_bare (const char *template);
void circ_test_window_set_child (CircTestWindow *self,
                                 GtkWidget *child);
/* Closes the window and asserts that window, session and store are finalised. */
void circ_test_window_free (CircTestWindow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircTestWindow, circ_test_window_free)

/* The store as another program sees it: opens the file a second time, read only. (transfer full) */
CircStore *circ_test_window_open_again (CircTestWindow *self);

/* All that the file says of its records, as another program reads it. Equal files give equal texts. (transfer full) */
char *circ_test_window_dump (CircTestWindow *self);

/* Turns the main loop until @condition holds; fails after ten seconds. */
typedef gboolean (*CircTestCondition) (gpointer user_data);
void circ_test_wait (CircTestCondition condition,
                     gpointer user_data,
                     const char *what);
/* Turns the main loop until nothing is pending and a frame of @widget's window is drawn. */
void circ_test_settle (GtkWidget *widget);
/* Runs the main loop for @milliseconds, for what has a timer of its own; avoid it. */
void circ_test_pass (guint milliseconds);

/* Finding: by what a person sees (label, title, text, placeholder, tooltip or accessible label; mnemonic underscores
 * do not count). @type may be G_TYPE_NONE. Only what is mapped and child-visible is seen. */
GtkWidget *circ_test_find (GtkWidget *root,
                           GType type,
                           const char *text);
/* The same without waiting and without failing: NULL when it is not there. */
GtkWidget *circ_test_peek (GtkWidget *root,
                           GType type,
                           const char *text);
/* The nth mapped widget of a type (a subclass counts), or a failed test. */
GtkWidget *circ_test_find_type (GtkWidget *root,
                                GType type,
                                guint nth);
/* The row of the field that the catalogue calls @name ("to-whom"), of a record of @kind. */
GtkWidget *circ_test_find_row (GtkWidget *root,
                               CircKindId kind,
                               const char *name);
/* What takes the keyboard in that row. */
GtkWidget *circ_test_find_input (GtkWidget *root,
                                 CircKindId kind,
                                 const char *name);
/* Another toplevel of the application, by its title; NULL for the newest dialog. */
GtkWidget *circ_test_find_window (const char *title);
/* The same without waiting and without failing. */
GtkWidget *circ_test_peek_window (const char *title);
/* A CircTestCondition: no dialog is open. */
gboolean circ_test_is_alone (gpointer unused);

/* Doing. Each settles afterwards. */
void circ_test_click (GtkWidget *root,
                      const char *text);
void circ_test_press_button (GtkWidget *button);
/* Types into the editable or text view in or at @widget, letter by letter, at the cursor. */
void circ_test_type (GtkWidget *widget,
                     const char *text);
/* Empties it first. */
void circ_test_replace (GtkWidget *widget,
                        const char *text);
/* A key as the focused widget of @widget's window (or @widget, when it may have the focus) would get it: key
 * controllers and shortcuts from the window to the focus (capture) and back (bubble). */
void circ_test_key (GtkWidget *widget,
                    guint keyval,
                    GdkModifierType modifiers);
/* Moves the focus there, as Tab would. */
void circ_test_focus (GtkWidget *widget);
void circ_test_action (GtkWidget *widget,
                       const char *name,
                       const char *format,
                       ...);

/* Checking. */
void circ_test_assert_label (GtkWidget *widget,
                             const char *name);
/* Fails on a focusable mapped widget under @root that has no accessible name. */
void circ_test_assert_names (GtkWidget *root);
/* Fails when a mapped label under @root is wider than its place, or a widget sticks out of its window. */
void circ_test_assert_fits (GtkWidget *root);
/* The same, and no label under @root may end with an ellipsis, lose a line or stick out of @root. */
void circ_test_assert_whole (GtkWidget *root);
/* The picture of @widget as PNG. */
void circ_test_shot (GtkWidget *widget,
                     const char *path);

G_END_DECLS
