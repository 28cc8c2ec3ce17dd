/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-dialogs.h"
#include "circ-paths.h"
#include "circ-seed.h"
#include "circ-settings.h"

#define SAMPLE_NAME "sample.circulate"
#define N_FREE_NAMES 1000

static const CircFileType file_types[] = {
  { N_ ("Circulate files"), { "*.circulate", "*.db", NULL } },
  { N_ ("All files"), { "*", NULL } },
  { NULL },
};

static char *
dup_today (void)
{
  const char *fixed = g_getenv ("CIRC_TODAY");

  return circ_date_is_valid (fixed) ? g_strdup (fixed) : circ_date_today ();
}

static void
restore_answer_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autofree char *answer = circ_ask_finish (result);

  if (g_str_equal (answer, "restore"))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.restore", NULL);
}

void
circ_window_open_or_tell (CircWindow *self,
                          const char *path)
{
  const CircAnswer answers[] = {
    { "close", _ ("_Close"), CIRC_ANSWER_PLAIN },
    { "restore", _ ("_Restore a Backup…"), CIRC_ANSWER_SUGGESTED },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (circ_window_open_path (self, path, &error))
    return;
  if (self->session != NULL || !g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
    {
      circ_window_tell_failure (self, _ ("The File Was Not Opened"), error);
      return;
    }
  g_free (self->damaged);
  self->damaged = g_strdup (path);
  circ_window_update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
  circ_ask_async (GTK_WIDGET (self), _ ("The File Is Damaged"), error->message, answers, NULL, restore_answer_cb, NULL);
}

/* Makes a file and opens it. */
static gboolean
make_file (CircWindow *self,
           const char *path,
           const char *content)
{
  g_autofree char *person = circ_settings_dup_string ("person-name");
  g_autofree char *today = dup_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = NULL;

  if (circ_paths_make_parent (path, &error))
    store = circ_seed_create (path, content, today, *person != '\0' ? person : NULL, &error);
  if (store == NULL)
    {
      circ_window_tell_failure (self, _ ("The File Was Not Made"), error);
      return FALSE;
    }
  g_clear_object (&store);
  circ_window_open_or_tell (self, path);
  return TRUE;
}

/* The user's own file, or a name beside it that is not taken. */
static char *
dup_free_path (void)
{
  g_autofree char *path = circ_paths_dup_default_database ();
  g_autofree char *folder = g_path_get_dirname (path);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS) && i < N_FREE_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("plan-%d.circulate", i);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  return g_steal_pointer (&path);
}

static void
start_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  g_autofree char *path = dup_free_path ();

  if (make_file (self, path, "starter") && g_str_equal (name, "win.start-with-import"))
    gtk_widget_activate_action (widget, "win.import", NULL);
}

/* The sample has a file of its own: nobody's work is to be found among invented people. */
static void
sample_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  g_autofree char *own = circ_paths_dup_default_database ();
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *path = g_build_filename (folder, SAMPLE_NAME, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    circ_window_open_or_tell (self, path);
  else
    make_file (self, path, "sample");
}

static void
new_file_at_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  make_file (CIRC_WINDOW (widget), g_variant_get_string (parameter, NULL), "starter");
}

static void
open_path_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  circ_window_open_or_tell (CIRC_WINDOW (widget), g_variant_get_string (parameter, NULL));
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

/* The file is closed while another takes its place. */
static void
restore_from_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  const char *source = g_variant_get_string (parameter, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gboolean restored;

  if (!circ_window_commit (self))
    return;
  path = self->session != NULL ? g_strdup (circ_store_get_path (circ_session_get_store (self->session)))
                               : g_strdup (self->damaged);
  if (path == NULL)
    return;
  circ_window_set_session (self, NULL);
  restored = circ_store_restore (source, path, &error);
  if (!restored)
    circ_window_tell_failure (self, _ ("The Backup Was Not Restored"), error);
  circ_window_open_or_tell (self, path);
  if (restored && self->session != NULL)
    circ_window_toast (self, _ ("Restored. What was there before is kept among the backups."), FALSE);
}

/* What is chosen goes to the action that takes the path, whose name is the user data. */
static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    circ_alert (GTK_WIDGET (source), _ ("Not on This Computer"),
                _ ("Circulate keeps its files in folders of this computer. Choose such a folder."));
  else
    gtk_widget_activate_action (GTK_WIDGET (source), user_data, "s", g_file_peek_path (file));
}

static void
new_file_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  circ_choose_file_to_save_async (widget, _ ("New File"), file_types, NULL, "plan.circulate", chosen_cb,
                                  (gpointer) "win.new-file-at");
}

static void
open_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Open"), file_types, NULL, chosen_cb, (gpointer) "win.open-path");
}

static void
restore_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Restore a Backup"), file_types, NULL, chosen_cb,
                                  (gpointer) "win.restore-from");
}

static void
back_up_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  g_autofree char *base =
    g_filename_display_basename (circ_store_get_path (circ_session_get_store (self->session)));
  g_autofree char *offered = NULL;

  if (g_str_has_suffix (base, ".circulate"))
    base[strlen (base) - strlen (".circulate")] = '\0';
  offered = g_strdup_printf ("%s %s.circulate", base, circ_session_get_today (self->session));
  circ_choose_file_to_save_async (widget, _ ("Back Up"), file_types, NULL, offered, chosen_cb,
                                  (gpointer) "win.back-up-to");
}

/* On a worker with a connection of its own: a large file takes a while to read through. */
static void
check_worker (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CircStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean checked = FALSE;

  /* The store watches its file from the context of its thread. */
  g_main_context_push_thread_default (context);
  store = circ_store_open (data, CIRC_STORE_OPEN_READ_ONLY, NULL, &error);
  if (store != NULL)
    checked = circ_store_check (store, problems, &error);
  g_clear_object (&store);
  g_main_context_pop_thread_default (context);
  if (checked)
    g_task_return_pointer (task, g_steal_pointer (&problems), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  CircWindow *self = CIRC_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (problems == NULL)
    circ_window_tell_failure (self, _ ("The File Was Not Checked"), error);
  else if (problems->len == 0)
    circ_window_toast (self, _ ("The file is in order"), FALSE);
  else
    {
      g_ptr_array_add (problems, NULL);
      text = g_strjoinv ("\n", (char **) problems->pdata);
      circ_alert (GTK_WIDGET (self), _ ("The File Is Not in Order"), text);
    }
}

static void
check_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, checked_cb, NULL);

  g_task_set_source_tag (task, check_cb);
  g_task_set_task_data (task, g_strdup (circ_store_get_path (circ_session_get_store (self->session))), g_free);
  g_task_run_in_thread (task, check_worker);
}

void
circ_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-with-starter", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "win.start-with-import", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "win.start-with-sample", NULL, sample_cb);
  gtk_widget_class_install_action (widget_class, "win.new-file", NULL, new_file_cb);
  gtk_widget_class_install_action (widget_class, "win.new-file-at", "s", new_file_at_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up-to", "s", back_up_to_cb);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-from", "s", restore_from_cb);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_cb);
}
