/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A dialog that waits for an answer; freed with its task. */
typedef struct {
  GtkNativeDialog *native; /* (owned) (nullable) */
  char *fallback;          /* what closing means */
} Waiting;

static void
waiting_free (Waiting *self)
{
  if (self->native != NULL)
    gtk_native_dialog_destroy (self->native);
  g_clear_object (&self->native);
  g_free (self->fallback);
  g_free (self);
}

static GTask *
new_task (GtkWidget *parent,
          const char *fallback,
          gpointer tag,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->fallback = g_strdup (fallback);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, waiting, (GDestroyNotify) waiting_free);
  return task;
}

static GtkWindow *
get_window (GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
response_cb (GtkWidget *dialog,
             const char *response,
             gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_get_completed (task) && g_object_get_data (G_OBJECT (dialog), "circ-answered") == NULL)
    {
      g_object_set_data (G_OBJECT (dialog), "circ-answered", GINT_TO_POINTER (TRUE));
      g_task_return_pointer (task, g_strdup (response), g_free);
    }
}

/* A dialog may go with its window, and then nobody answers. */
static void
destroy_cb (GtkWidget *dialog,
            gpointer user_data)
{
  GTask *task = user_data;
  Waiting *waiting = g_task_get_task_data (task);

  response_cb (dialog, waiting->fallback, task);
}

static AdwResponseAppearance
get_appearance (CircAnswerStyle style)
{
  switch (style)
    {
    case CIRC_ANSWER_SUGGESTED:
      return ADW_RESPONSE_SUGGESTED;
    case CIRC_ANSWER_DESTRUCTIVE:
      return ADW_RESPONSE_DESTRUCTIVE;
    case CIRC_ANSWER_PLAIN:
    default:
      return ADW_RESPONSE_DEFAULT;
    }
}

void
circ_ask_async (GtkWidget *parent,
                const char *heading,
                const char *body,
                const CircAnswer *answers,
                GtkWidget *extra,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (answers != NULL && answers[0].id != NULL);

  task = new_task (parent, answers[0].id, circ_ask_async, callback, user_data);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (get_window (parent), heading, body));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  for (const CircAnswer *answer = answers; answer->id != NULL; answer++)
    {
      adw_message_dialog_add_response (dialog, answer->id, answer->label);
      adw_message_dialog_set_response_appearance (dialog, answer->id, get_appearance (answer->style));
      if (answer->style == CIRC_ANSWER_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, answer->id);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  if (answers[1].id == NULL)
    adw_message_dialog_set_default_response (dialog, answers[0].id);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);

  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task),
                         (GClosureNotify) g_object_unref, 0);
  g_signal_connect_data (dialog, "destroy", G_CALLBACK (destroy_cb), g_object_ref (task),
                         (GClosureNotify) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
circ_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
circ_alert (GtkWidget *parent,
            const char *heading,
            const char *body)
{
  const CircAnswer answers[] = {
    { "close", _ ("_Close"), CIRC_ANSWER_PLAIN },
    { NULL },
  };

  circ_ask_async (parent, heading, body, answers, NULL, NULL, NULL);
}

static void
chooser_response_cb (GtkNativeDialog *native,
                     int response,
                     gpointer user_data)
{
  GTask *task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (native);
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
}

static void
add_types (GtkFileChooser *chooser,
           const CircFileType *types)
{
  for (; types != NULL && types->title != NULL; types++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (types->title));
      for (guint i = 0; i < G_N_ELEMENTS (types->patterns) && types->patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, types->patterns[i]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
choose_file (GtkWidget *parent,
             const char *title,
             GtkFileChooserAction action,
             const CircFileType *types,
             GFile *folder,
             const char *name,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = new_task (parent, NULL, choose_file, callback, user_data);
  Waiting *waiting = g_task_get_task_data (task);
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (title, get_window (parent), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_types (GTK_FILE_CHOOSER (native), types);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  waiting->native = GTK_NATIVE_DIALOG (native);
  g_signal_connect (native, "response", G_CALLBACK (chooser_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
circ_choose_file_to_open_async (GtkWidget *parent,
                                const char *title,
                                const CircFileType *types,
                                GFile *folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  choose_file (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, types, folder, NULL, callback, user_data);
}

void
circ_choose_file_to_save_async (GtkWidget *parent,
                                const char *title,
                                const CircFileType *types,
                                GFile *folder,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  choose_file (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, types, folder, name, callback, user_data);
}

void
circ_choose_folder_async (GtkWidget *parent,
                          const char *title,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  choose_file (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, NULL, callback, user_data);
}

GFile *
circ_choose_file_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
