/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-application.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_WINDOW (circ_window_get_type ())
G_DECLARE_FINAL_TYPE (CircWindow, circ_window, CIRC, WINDOW, AdwApplicationWindow)

/**
 * CircWindow:
 *
 * The main window: one file with its pages, or the welcome page while no file is open.
 *
 * Actions: "win.undo", "win.redo", "win.search" (everything), "win.new", "win.find", "win.import", "win.export",
 * "win.print" (these are the page's), "win.go-to" (i), "win.lists", "win.preferences", "win.back-up", "win.check",
 * "win.restore" (the list of backups), "win.restore-other" (from another place), "win.back-up-today", "win.move" (a copy
 * to go on in), "win.new-file", "win.open", "win.start-with-starter", "win.start-with-sample",
 * "win.start-with-import", "win.shortcuts", "win.about", "win.menu"; and beside each that opens a file chooser one that
 * takes the path: "win.new-file-at", "win.open-path", "win.back-up-to", "win.restore-from",
 * "win.move-to" (all "s").
 */
/* Either may be NULL; without a session the welcome page shows. */
GtkWidget *circ_window_new (CircApplication *application,
                            CircSession *session);
CircSession *circ_window_get_session (CircWindow *self);
/* What was being edited is not saved here: see circ_window_commit(). */
void circ_window_set_session (CircWindow *self,
                              CircSession *session);
/* Opens a file in place of the one that is open, and remembers it for the next start. On failure all is as it was. */
gboolean circ_window_open_path (CircWindow *self,
                                const char *path,
                                GError **error);
/* Saves what is being edited on every page; FALSE when something could not be. */
gboolean circ_window_commit (CircWindow *self);
/* Brings a record into view: on its page, or in the window of the reference lists. */
void circ_window_show_record (CircWindow *self,
                              gint64 id);
/* A record that is not saved yet, to be filled in on its page. */
void circ_window_show_new (CircWindow *self,
                           CircRecord *record);

G_END_DECLS
