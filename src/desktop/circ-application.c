/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "circ-paths.h"
#include "circ-settings.h"
#include "circ-window-private.h"

struct _CircApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (CircApplication, circ_application, ADW_TYPE_APPLICATION)

/* Under two names, of which one may be a link, or under one that has no file now. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first, second;

  if (g_str_equal (a, b))
    return TRUE;
  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

static CircWindow *
find_window (CircApplication *self,
             const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      CircSession *session = CIRC_IS_WINDOW (l->data) ? circ_window_get_session (l->data) : NULL;

      if (!CIRC_IS_WINDOW (l->data))
        continue;
      if (path == NULL && session == NULL)
        return l->data;
      if (path != NULL && session != NULL &&
          is_same_file (path, circ_store_get_path (circ_session_get_store (session))))
        return l->data;
    }
  return NULL;
}

/* The file to begin with: the last one, else the user's own; NULL when there is neither. */
static char *
dup_first_path (void)
{
  g_autofree char *last = circ_settings_dup_string ("last-file");
  g_autofree char *own = circ_paths_dup_default_database ();

  if (*last != '\0')
    return g_steal_pointer (&last);
  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&own);
  return NULL;
}

void
circ_application_open (CircApplication *self,
                       const char *path)
{
  g_autofree char *full_path = NULL;
  CircWindow *window;

  g_return_if_fail (CIRC_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  full_path = g_canonicalize_filename (path, NULL);
  window = find_window (self, full_path);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = find_window (self, NULL);
  if (window == NULL)
    window = CIRC_WINDOW (circ_window_new (self, NULL));
  circ_window_open_or_tell (window, full_path);
  /* Not over the dialog that says why it was not opened. */
  if (circ_window_get_session (window) != NULL || !gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
}

/* Up to the first window that has something to ask. A window takes those over it with it. */
static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  g_autolist (GtkWindow) windows =
    g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)), (GCopyFunc) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!CIRC_IS_WINDOW (l->data))
        continue;
      gtk_window_close (l->data);
      if (gtk_widget_get_visible (l->data))
        return;
    }
}

static void
circ_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (circ_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_window_set_default_icon_name (CIRC_APPLICATION_ID);
}

static void
circ_application_activate (GApplication *application)
{
  CircApplication *self = CIRC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = NULL;

  if (window == NULL)
    {
      path = dup_first_path ();
      if (path != NULL)
        {
          circ_application_open (self, path);
          return;
        }
      window = GTK_WINDOW (circ_window_new (self, NULL));
    }
  gtk_window_present (window);
}

static void
circ_application_open_files (GApplication *application,
                             GFile **files,
                             int n_files,
                             const char *hint)
{
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      circ_application_open (CIRC_APPLICATION (application), g_file_peek_path (files[i]));
}

static void
circ_application_class_init (CircApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = circ_application_startup;
  application_class->activate = circ_application_activate;
  application_class->open = circ_application_open_files;
}

static void
circ_application_init (CircApplication *self)
{
}

CircApplication *
circ_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_OPEN;

  /* Each test is a program of its own, but for the one of starting twice. */
  if (g_getenv ("CIRC_TEST") != NULL && !g_str_equal (g_getenv ("CIRC_TEST"), "unique"))
    flags |= G_APPLICATION_NON_UNIQUE;

  return g_object_new (CIRC_TYPE_APPLICATION,
                       "application-id", CIRC_APPLICATION_ID,
                       "resource-base-path", "/io/github/circulate/Circulate",
                       "flags", flags,
                       NULL);
}
