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

const CircFileType circ_window_file_types[] = {
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
  /* The banner says that it is damaged, and offers a backup. */
  if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT)
      && circ_window_open_with (self, path, CIRC_STORE_OPEN_DAMAGED, NULL))
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

/* What is chosen goes to the action that takes the path, whose name is the user data. */
void
circ_window_file_chosen_cb (GObject *source,
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
  circ_choose_file_to_save_async (widget, _ ("New File"), circ_window_file_types, NULL, "plan.circulate", circ_window_file_chosen_cb,
                                  (gpointer) "win.new-file-at");
}

static void
open_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Open"), circ_window_file_types, NULL, circ_window_file_chosen_cb, (gpointer) "win.open-path");
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
}
