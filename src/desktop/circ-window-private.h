/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-dialogs.h"
#include "circ-page.h"
#include "circ-store-thread.h"
#include "circ-window.h"

G_BEGIN_DECLS

struct _CircWindow {
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *titles;
  AdwWindowTitle *title;
  AdwViewSwitcher *switcher;
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
  char *backup_of;               /* (nullable) the name of the file that what is open is a backup of, */
  char *backup_time;             /* and when it was made, in words */
  char *notice;                  /* (nullable) why there is no backup of today */
  char *clock;                   /* (nullable) the instant that this computer's clock is behind */
  char *restore_next;            /* (nullable) the backup to restore when no worker reads the file any more, */
  char *restore_target;          /* and the file whose place it takes */
  const char *banner_action;     /* (nullable) what the button of the banner does */
  guint clock_source;
  guint n_workers;               /* that read the file on connections of their own */
  guint first_frames;            /* that are still to be painted before the workers of a new day begin */
  char *damaged;                 /* (nullable) the file that could not be opened, for a backup to take its place */
  gboolean alerting;             /* a problem is on show */
  gboolean discarding;           /* closes without saving */
};

/* circ-window-actions.c */
void circ_window_install_actions (GtkWidgetClass *widget_class);
void circ_window_add_undo_keys (CircWindow *self);
void circ_window_update_actions (CircWindow *self);
void circ_window_update_recent (CircWindow *self);

/* circ-window.c */
/* circ_window_open_path() with flags; only a file that is opened for work is remembered. */
gboolean circ_window_open_with (CircWindow *self,
                                const char *path,
                                CircStoreOpenFlags flags,
                                GError **error);
void circ_window_update_title (CircWindow *self);

/* circ-window-backups.c */

/* What a worker does to the file, and what it finds. */
typedef struct {
  char *path;
  char *today;         /* (nullable) */
  char *target;        /* (nullable) the path of what is written */
  GPtrArray *problems; /* (owned) of char * */
  CircCheckCounts counts;
  gint64 n_pressing;   /* what is overdue or due today */
} CircWindowWork;

/* The task of @callback has a CircWindowWork; its user data is the window, with a reference that it has to drop. */
void circ_window_run_worker (CircWindow *self,
                             CircStoreOpenFlags flags,
                             const char *target,
                             CircStoreThreadFunc func,
                             GAsyncReadyCallback callback);
/* First thing in the callback. Returns: whether the file that the worker read is still the one that is open. */
gboolean circ_window_finish_worker (CircWindow *self,
                                    GAsyncResult *result);
void circ_window_install_backup_actions (GtkWidgetClass *widget_class);
/* The backup of the day, on a worker; what stands in its way is said by the banner. */
void circ_window_back_up_daily (CircWindow *self);
/* The same once the first rows are on the screen: a long file keeps processor and disk busy for seconds. */
void circ_window_back_up_soon (CircWindow *self);
/* A backup in a window of its own, to be looked at. @of: the name of the file; @time: when it was made, in words. */
void circ_window_open_backup (CircWindow *self,
                              const char *path,
                              const char *of,
                              const char *time);

/* circ-window-calendar.c */
void circ_window_install_calendar_actions (GtkWidgetClass *widget_class);

/* circ-window-day.c */
/* Works out what has come into view since the file was open last, and says once a day how much of it is due. */
void circ_window_begin_day (CircWindow *self);

/* circ-window-file.c */
extern const CircFileType circ_window_file_types[];
/* What is chosen goes to the action that takes the path, whose name is @user_data. */
void circ_window_file_chosen_cb (GObject *source,
                                 GAsyncResult *result,
                                 gpointer user_data);
void circ_window_install_file_actions (GtkWidgetClass *widget_class);
/* circ_window_open_path(), with the reason for a failure in a dialog. */
void circ_window_open_or_tell (CircWindow *self,
                               const char *path);

/* circ-window-messages.c */
void circ_window_connect_messages (CircWindow *self);
void circ_window_update_banner (CircWindow *self);
/* Looks whether the clock is behind the file, now and every minute. */
void circ_window_watch_clock (CircWindow *self);
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
