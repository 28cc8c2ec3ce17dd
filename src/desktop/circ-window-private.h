/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-page.h"
#include "circ-window.h"

G_BEGIN_DECLS

struct _CircWindow {
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *titles;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *search_button;
  GtkWidget *search_popover;
  GtkWidget *menu_button;
  GMenu *recent_section;
  GtkWidget *banner;
  GtkStack *views;
  AdwViewStack *pages;
  GtkWidget *welcome;

  /* owned */
  CircSession *session;          /* (nullable) */
  CircRecord *partnership;       /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *partnership_signals;

  AdwToast *toast;               /* (nullable) the one on show, weak */
  GtkWidget *shortcuts;          /* (nullable) weak */
  char *damaged;                 /* (nullable) the file that could not be opened, for a backup to take its place */
  gboolean alerting;             /* a problem is on show */
  gboolean discarding;           /* closes without saving */
};

/* circ-window-actions.c */
void circ_window_install_actions (GtkWidgetClass *widget_class);
void circ_window_add_undo_keys (CircWindow *self);
void circ_window_update_actions (CircWindow *self);
void circ_window_update_recent (CircWindow *self);

/* circ-window-file.c */
void circ_window_install_file_actions (GtkWidgetClass *widget_class);
/* circ_window_open_path(), with the reason for a failure in a dialog. */
void circ_window_open_or_tell (CircWindow *self,
                               const char *path);

/* circ-window-messages.c */
void circ_window_connect_messages (CircWindow *self);
void circ_window_update_banner (CircWindow *self);
void circ_window_toast (CircWindow *self,
                        const char *text,
                        gboolean undo);
/* A dialog with the reason of @error. */
void circ_window_tell_failure (CircWindow *self,
                               const char *heading,
                               const GError *error);

/* The page on show, or NULL. */
GtkWidget *circ_window_get_page (CircWindow *self);

G_END_DECLS
