/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-date.h"
#include "circ-dialogs.h"
#include "circ-toast.h"

#define CLOCK_INTERVAL_SECONDS 60

/* How the window says what happened: a toast for what is done, a dialog for what was refused, the banner for what
 * lasts. */

static void
toast_dismissed_cb (CircWindow *self,
                    AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/* A toast waits five seconds behind another, so the one on show goes first. */
void
circ_window_toast (CircWindow *self,
                   const char *text,
                   gboolean undo)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *markup = g_markup_escape_text (line, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  circ_toast_show (self->toasts, toast);
}

static void
done_cb (CircWindow *self,
         const char *title)
{
  if (circ_session_get_place (self->session) == NULL)
    circ_window_toast (self, title, TRUE);
}

static void
message_cb (CircWindow *self,
            const char *text)
{
  if (circ_session_get_place (self->session) == NULL)
    circ_window_toast (self, text, FALSE);
}

/* Another window that works with the same file may be open: what is done here is said here again. */
static void
active_cb (CircWindow *self)
{
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    circ_session_set_place (self->session, NULL);
}

static void
alerted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_free (circ_ask_finish (result));
  CIRC_WINDOW (source)->alerting = FALSE;
}

/* A dialog, one at a time: what fails again while it is on show fails for the same reason. */
void
circ_window_tell_failure (CircWindow *self,
                          const char *heading,
                          const GError *error)
{
  const CircAnswer answers[] = {
    { "close", _ ("_Close"), CIRC_ANSWER_PLAIN },
    { NULL },
  };

  if (self->alerting)
    return;
  self->alerting = TRUE;
  /* At the start the dialog would come before the window it belongs to. */
  gtk_window_present (GTK_WINDOW (self));
  circ_ask_async (GTK_WIDGET (self), heading, error->message, answers, NULL, alerted_cb, NULL);
}

static void
problem_cb (CircWindow *self,
            const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* The banner says it, and goes on saying it for as long as it is true. */
  if (g_strcmp0 (circ_session_get_trouble (self->session), error->message) == 0)
    return;
  if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOTHING) ||
      g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND))
    circ_window_toast (self, error->message, FALSE);
  else if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT))
    circ_window_tell_failure (self, _ ("Changed Elsewhere"), error);
  else if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONSTRAINT))
    circ_window_tell_failure (self, _ ("This Cannot Be Done"), error);
  else
    circ_window_tell_failure (self, _ ("It Did Not Work"), error);
}

/* What the banner says, and what its button does. */
static void
show_banner (CircWindow *self,
             const char *text,
             const char *button,
             const char *action)
{
  self->banner_action = action;
  circ_banner_set_button_label (CIRC_BANNER (self->banner), button);
  circ_banner_set_title (CIRC_BANNER (self->banner), text);
}

/* Nothing can be saved just now: what it is, and where. */
static void
show_trouble (CircWindow *self,
              CircStore *store,
              const char *trouble)
{
  g_autofree char *base = g_filename_display_basename (circ_store_get_path (store));
  g_autofree char *path = g_path_get_dirname (circ_store_get_path (store));
  g_autofree char *folder = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (circ_store_get_moved (store))
    {
      show_banner (self, trouble, _ ("Save a _Copy…"), "win.move");
      return;
    }
  /* translators: a sentence that says what is wrong; then the name of the file and of its folder */
  text = g_strdup_printf (_ ("%s (%s in %s)"), trouble, base, folder);
  show_banner (self, text, NULL, NULL);
}

static void
show_backup (CircWindow *self)
{
  g_autofree char *text = NULL;

  /* translators: the name of a file, and a day and time */
  text = g_strdup_printf (_ ("This is a backup of “%s” from %s: it can be looked at, not changed."), self->backup_of,
                          self->backup_time);
  show_banner (self, text, NULL, NULL);
}

static void
show_clock (CircWindow *self)
{
  g_autofree char *latest = circ_instant_format (self->clock);
  g_autofree char *text = NULL;

  /* translators: %s is a day and time */
  text = g_strdup_printf (_ ("This computer’s clock is behind: the file has changes from %s. Set the clock right; until "
                             "then changes are stamped too early, in the order in which they are made."),
                          latest);
  show_banner (self, text, NULL, NULL);
}

/* What lasts, the worst of it first. */
void
circ_window_update_banner (CircWindow *self)
{
  const char *trouble = self->session != NULL ? circ_session_get_trouble (self->session) : NULL;
  CircStore *store = self->session != NULL ? circ_session_get_store (self->session) : NULL;

  if (trouble != NULL)
    show_trouble (self, store, trouble);
  else if (self->backup_of != NULL)
    show_backup (self);
  else if (store != NULL && circ_store_get_damaged (store))
    show_banner (self, _ ("This file is damaged. What can be read of it is shown, and nothing in it can be changed."),
                 _ ("_Restore a Backup…"), "win.restore");
  else if (store != NULL && circ_store_get_read_only (store))
    show_banner (self, _ ("This file is open for reading only. Nothing in it can be changed."), _ ("Save a _Copy…"),
                 "win.back-up");
  else if (self->clock != NULL)
    show_clock (self);
  else if (self->notice != NULL)
    show_banner (self, self->notice, _ ("_Try Again"), "win.back-up-today");
  else
    show_banner (self, NULL, NULL, NULL);
}

static gboolean
clock_cb (gpointer user_data)
{
  CircWindow *self = user_data;

  g_clear_pointer (&self->clock, g_free);
  if (self->session != NULL && !circ_session_get_read_only (self->session))
    circ_store_get_clock_behind (circ_session_get_store (self->session), &self->clock);
  circ_window_update_banner (self);
  return G_SOURCE_CONTINUE;
}

void
circ_window_watch_clock (CircWindow *self)
{
  if (self->clock_source == 0)
    self->clock_source = g_timeout_add_seconds (CLOCK_INTERVAL_SECONDS, clock_cb, self);
  clock_cb (self);
}

void
circ_window_connect_messages (CircWindow *self)
{
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_swapped (self->session_signals, "done", G_CALLBACK (done_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "message", G_CALLBACK (message_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "problem", G_CALLBACK (problem_cb), self);
  /* A window that stays open for days makes a backup each day. */
  g_signal_group_connect_swapped (self->session_signals, "notify::today", G_CALLBACK (circ_window_back_up_daily), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trouble", G_CALLBACK (circ_window_update_banner),
                                  self);
}
