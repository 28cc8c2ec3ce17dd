/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a file safe: its backups, putting one back, and looking the file through. */
#include "config.h"

#include "circ-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-backups-window.h"
#include "circ-backups.h"
#include "circ-settings.h"

#define FIRST_FRAMES 4

/* The file as the window has it, or the one that it could not open. */
static const char *
get_path (CircWindow *self)
{
  return self->session != NULL ? circ_store_get_path (circ_session_get_store (self->session)) : self->damaged;
}

static void
work_free (gpointer data)
{
  CircWindowWork *work = data;

  g_free (work->path);
  g_free (work->today);
  g_free (work->target);
  g_ptr_array_unref (work->problems);
  g_free (work);
}

void
circ_window_run_worker (CircWindow *self,
                        CircStoreOpenFlags flags,
                        const char *target,
                        CircStoreThreadFunc func,
                        GAsyncReadyCallback callback)
{
  /* Not its source: the worker may be the last to let go of the task, and widgets belong to the main thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (self));
  CircWindowWork *work = g_new0 (CircWindowWork, 1);
  const char *person = self->session != NULL ? circ_store_get_person (circ_session_get_store (self->session)) : NULL;

  work->path = g_strdup (get_path (self));
  work->today = self->session != NULL ? g_strdup (circ_session_get_today (self->session)) : NULL;
  work->target = g_strdup (target);
  work->problems = g_ptr_array_new_with_free_func (g_free);
  self->n_workers++;
  g_task_set_source_tag (task, circ_window_run_worker);
  g_task_set_task_data (task, work, work_free);
  circ_store_run_in_thread (task, work->path, flags, person, func);
}

static gboolean restore_next (CircWindow *self);

gboolean
circ_window_finish_worker (CircWindow *self,
                           GAsyncResult *result)
{
  const CircWindowWork *work = g_task_get_task_data (G_TASK (result));
  gboolean same = g_strcmp0 (work->path, get_path (self)) == 0;

  self->n_workers--;
  /* What was found in the file is of no use when another takes its place. */
  if (self->n_workers == 0 && self->restore_next != NULL && restore_next (self))
    return FALSE;
  return same && self->session != NULL;
}

static gboolean
back_up (CircStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  return circ_store_back_up_daily (store, NULL, error);
}

static void
backed_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (CircWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const CircWindowWork *work = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), &error);
  if (!circ_window_finish_worker (self, result))
    return;
  circ_window_begin_day (self);
  g_clear_pointer (&self->notice, g_free);
  /* The whole of a large file is looked at only here. */
  if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
    circ_window_open_with (self, work->path, CIRC_STORE_OPEN_DAMAGED, NULL);
  else if (error != NULL)
    /* translators: %s is a sentence that gives the reason */
    self->notice = g_strdup_printf (_ ("No backup was made today. %s"), error->message);
  circ_window_update_banner (self);
}

void
circ_window_back_up_daily (CircWindow *self)
{
  circ_settings_use_backup_folder ();
  if (self->session != NULL && !circ_session_get_read_only (self->session))
    circ_window_run_worker (self, CIRC_STORE_OPEN_READ_ONLY, NULL, back_up, backed_up_cb);
}

static gboolean
painted_cb (GtkWidget *widget,
            GdkFrameClock *clock,
            gpointer user_data)
{
  CircWindow *self = CIRC_WINDOW (widget);

  if (--self->first_frames > 0)
    return G_SOURCE_CONTINUE;
  circ_window_back_up_daily (self);
  return G_SOURCE_REMOVE;
}

void
circ_window_back_up_soon (CircWindow *self)
{
  if (self->first_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), painted_cb, NULL, NULL);
  self->first_frames = FIRST_FRAMES;
}

static void
back_up_today_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  circ_window_back_up_daily (CIRC_WINDOW (widget));
}

static void
back_up_to_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!circ_window_commit (self))
    return;
  if (!circ_store_backup (circ_session_get_store (self->session), path, &error))
    {
      circ_window_tell_failure (self, _ ("The Backup Was Not Written"), error);
      return;
    }
  /* translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Backed up to %s"), file);
  circ_window_toast (self, text, FALSE);
}

static void
choose_target (CircWindow *self,
               const char *title,
               const char *action)
{
  g_autofree char *base = g_filename_display_basename (get_path (self));
  g_autofree char *offered = NULL;

  if (g_str_has_suffix (base, ".circulate"))
    base[strlen (base) - strlen (".circulate")] = '\0';
  offered = g_strdup_printf ("%s %s.circulate", base, circ_session_get_today (self->session));
  circ_choose_file_to_save_async (GTK_WIDGET (self), title, circ_window_file_types, NULL, offered,
                                  circ_window_file_chosen_cb, (gpointer) action);
}

static void
back_up_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  choose_target (CIRC_WINDOW (widget), _ ("Back Up"), "win.back-up-to");
}

static void
move_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  choose_target (CIRC_WINDOW (widget), _ ("Save a Copy"), "win.move-to");
}

/* What is still being typed is not in the copy yet; it is saved there as soon as the copy is open. */
static void
move_to_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!circ_store_move_to (circ_session_get_store (self->session), path, &error))
    {
      circ_window_tell_failure (self, _ ("The Copy Was Not Saved"), error);
      return;
    }
  circ_window_update_title (self);
  circ_window_update_banner (self);
  circ_window_commit (self);
  /* translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Going on in %s"), file);
  circ_window_toast (self, text, FALSE);
}

/* The file is closed while another takes its place. */
static void
restore_now (CircWindow *self,
             const char *source)
{
  g_autofree char *path = g_strdup (get_path (self));
  g_autoptr (GError) error = NULL;
  gboolean restored;

  circ_settings_use_backup_folder ();
  circ_window_set_session (self, NULL);
  restored = circ_store_restore (source, path, &error);
  if (!restored)
    circ_window_tell_failure (self, _ ("The Backup Was Not Restored"), error);
  circ_window_open_or_tell (self, path);
  if (restored && self->session != NULL)
    circ_window_toast (self, _ ("Restored. What was there before is kept among the backups."), FALSE);
}

/* At once, or when no worker reads the file any more: nothing takes the place of a file that is open. */
static void
restore (CircWindow *self,
         const char *source)
{
  if (self->n_workers == 0)
    {
      restore_now (self, source);
      return;
    }
  g_free (self->restore_next);
  g_free (self->restore_target);
  self->restore_next = g_strdup (source);
  self->restore_target = g_strdup (get_path (self));
  circ_window_toast (self, _ ("The backup is restored as soon as the file has been looked through."), FALSE);
}

/* Returns: whether the backup has been asked for again; not when another file was opened meanwhile. */
static gboolean
restore_next (CircWindow *self)
{
  g_autofree char *source = g_steal_pointer (&self->restore_next);
  g_autofree char *target = g_steal_pointer (&self->restore_target);

  if (g_strcmp0 (target, get_path (self)) != 0)
    {
      circ_window_toast (self, _ ("The backup was not restored, as another file is open now."), FALSE);
      return FALSE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-from", "s", source);
  return TRUE;
}

static void
restore_unsaved_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  CircWindow *self = CIRC_WINDOW (source);
  g_autofree char *backup = user_data;
  g_autofree char *answer = circ_ask_finish (result);

  if (g_str_equal (answer, "restore") && get_path (self) != NULL)
    restore (self, backup);
}

static void
restore_from_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  const char *source = g_variant_get_string (parameter, NULL);
  const CircAnswer answers[] = {
    { "keep", _ ("_Keep Editing"), CIRC_ANSWER_PLAIN },
    { "restore", _ ("_Restore Without It"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL },
  };

  if (get_path (self) == NULL)
    return;
  if (circ_window_commit (self))
    restore (self, source);
  else
    circ_ask_async (widget, _ ("Restore Without What Was Typed Last?"),
                    _ ("Something that was typed could not be saved; the reason stands beside it. It is not in the backup "
                       "either. If you need it, copy it into another document first."),
                    answers, NULL, restore_unsaved_cb, g_strdup (source));
}

static void
restore_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  circ_backups_window_present (CIRC_WINDOW (widget), get_path (CIRC_WINDOW (widget)));
}

static void
restore_other_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Restore a Backup"), circ_window_file_types, NULL,
                                  circ_window_file_chosen_cb, (gpointer) "win.restore-from");
}

void
circ_window_open_backup (CircWindow *self,
                         const char *path,
                         const char *of,
                         const char *time)
{
  CircWindow *window =
    CIRC_WINDOW (circ_window_new (CIRC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), NULL));
  g_autoptr (GError) error = NULL;

  window->backup_of = g_strdup (of);
  window->backup_time = g_strdup (time);
  if (circ_window_open_with (window, path, CIRC_STORE_OPEN_READ_ONLY, &error))
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  circ_window_tell_failure (self, _ ("The Backup Was Not Opened"), error);
}

static gboolean
check (CircStore *store,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  CircWindowWork *work = data;

  return circ_store_check_counting (store, work->problems, &work->counts, error);
}

/* What “in order” stands on: the numbers go into somebody's file when the record is questioned. */
static char *
dup_counts (const CircCheckCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%lld record agrees with the indexes that find it.",
                                    "%lld records agree with the indexes that find them.", (gulong) counts->n_records),
                          (long long) counts->n_records);
  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          ngettext ("The history is unbroken: %lld change, sealed when it was made.",
                                    "The history is unbroken: %lld changes, each sealed with the one before.",
                                    (gulong) counts->n_changes),
                          (long long) counts->n_changes);
  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          ngettext ("%lld value in it is as it was written.", "%lld values in it are as they were written.",
                                    (gulong) counts->n_values),
                          (long long) counts->n_values);
  if (counts->n_erased > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("%lld value was erased for retention; that it was there is still sealed.",
                                        "%lld values were erased for retention; that they were there is still sealed.",
                                        (gulong) counts->n_erased),
                              (long long) counts->n_erased);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircWindow) self = user_data;
  const CircWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!circ_window_finish_worker (self, result))
    return;
  if (!done)
    {
      circ_window_tell_failure (self, _ ("The File Was Not Checked"), error);
      return;
    }
  if (work->problems->len == 0)
    {
      text = dup_counts (&work->counts);
      circ_alert (GTK_WIDGET (self), _ ("The File Is in Order"), text);
      return;
    }
  g_ptr_array_add (work->problems, NULL);
  text = g_strjoinv ("\n", (char **) work->problems->pdata);
  circ_alert (GTK_WIDGET (self), _ ("The File Is Not in Order"), text);
}

static void
check_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  circ_window_run_worker (CIRC_WINDOW (widget), CIRC_STORE_OPEN_READ_ONLY, NULL, check, checked_cb);
}

void
circ_window_install_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up-to", "s", back_up_to_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up-today", NULL, back_up_today_cb);
  gtk_widget_class_install_action (widget_class, "win.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.move-to", "s", move_to_cb);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-other", NULL, restore_other_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-from", "s", restore_from_cb);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_cb);
}
