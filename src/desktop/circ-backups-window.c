/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-backups-window.h"

#include <glib/gi18n-lib.h>

#include "circ-backups.h"
#include "circ-date.h"
#include "circ-settings.h"
#include "circ-window-private.h"

struct _CircBackupsWindow {
  AdwWindow parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *place_label;
  GtkListBox *list;
  GtkWidget *buttons;
  AdwStatusPage *failed_page;

  char *path;
  GPtrArray *backups; /* (owned) (nullable) of CircBackup, as in the list */
};

G_DEFINE_FINAL_TYPE (CircBackupsWindow, circ_backups_window, ADW_TYPE_WINDOW)

static CircWindow *
get_parent (CircBackupsWindow *self)
{
  return CIRC_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* "Saturday 21 November 2026, 09:30" */
static char *
dup_time (const CircBackup *backup)
{
  g_autofree char *day = g_strndup (backup->made_at, 10);
  g_autofree char *words = circ_date_format_long (day);
  g_autofree char *time = g_strdup_printf ("%.2s:%.2s", backup->made_at + 11, backup->made_at + 13);

  /* translators: a day and a time of it: Saturday 21 November 2026, 09:30 */
  return g_strdup_printf (_ ("%s, %s"), words, time);
}

/* What tells a person which it is. */
static char *
dup_contents (const CircBackup *backup)
{
  g_autofree char *items = NULL;

  if (backup->n_items < 0)
    return g_strdup (_ ("It is damaged and cannot be read."));
  items = g_strdup_printf (ngettext ("%lld item", "%lld items", (gulong) backup->n_items), (long long) backup->n_items);
  if (backup->last_title == NULL)
    return g_steal_pointer (&items);
  /* translators: a number of items of the plan, and what was done last: 57 items. Last: Changed “When” of CP-2026-004 */
  return g_strdup_printf (_ ("%s. Last: %s"), items, backup->last_title);
}

static GtkWidget *
new_row (const CircBackup *backup)
{
  g_autofree char *time = dup_time (backup);
  g_autofree char *contents = dup_contents (backup);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), contents);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, backup->n_items >= 0);
  /* translators: read aloud: when a backup was made, what is in it, and how large it is */
  name = g_strdup_printf (_ ("%s. %s. %s"), time, contents, size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static const CircBackup *
get_chosen (CircBackupsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || self->backups == NULL)
    return NULL;
  return g_ptr_array_index (self->backups, (guint) gtk_list_box_row_get_index (row));
}

static void
update (CircBackupsWindow *self)
{
  const CircBackup *chosen = get_chosen (self);
  gboolean readable = chosen != NULL && chosen->n_items >= 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.open", readable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.restore", readable);
}

static void
show_backups (CircBackupsWindow *self,
              GPtrArray *backups)
{
  GtkListBoxRow *first = NULL;

  self->backups = g_ptr_array_ref (backups);
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->buttons, backups->len > 0);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (backups, i)));
  for (int i = 0; first == NULL && i < (int) backups->len; i++)
    if (((CircBackup *) g_ptr_array_index (backups, i))->n_items >= 0)
      first = gtk_list_box_get_row_at_index (self->list, i);
  if (first != NULL)
    {
      gtk_list_box_select_row (self->list, first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }
  update (self);
}

/* Each backup is looked into, which on a share takes a while. */
static void
list_worker (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = circ_backups_list (data, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  CircBackupsWindow *self = CIRC_BACKUPS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_window_get_transient_for (GTK_WINDOW (self)) == NULL)
    return;
  if (backups != NULL)
    {
      show_backups (self, backups);
      return;
    }
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircBackupsWindow *self = CIRC_BACKUPS_WINDOW (widget);
  const CircBackup *chosen = get_chosen (self);
  CircWindow *parent = get_parent (self);
  g_autofree char *of = g_filename_display_basename (self->path);
  g_autofree char *time = dup_time (chosen);
  g_autofree char *path = g_strdup (chosen->path);

  gtk_window_destroy (GTK_WINDOW (self));
  circ_window_open_backup (parent, path, of, time);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  CircBackupsWindow *self = CIRC_BACKUPS_WINDOW (source);
  g_autofree char *answer = circ_ask_finish (result);
  CircWindow *parent = get_parent (self);
  g_autofree char *path = NULL;

  if (!g_str_equal (answer, "restore") || parent == NULL || get_chosen (self) == NULL)
    return;
  path = g_strdup (get_chosen (self)->path);
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore-from", "s", path);
}

static void
restore_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircBackupsWindow *self = CIRC_BACKUPS_WINDOW (widget);
  const CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "restore", _ ("_Restore"), CIRC_ANSWER_SUGGESTED },
    { NULL },
  };
  g_autofree char *time = dup_time (get_chosen (self));
  g_autofree char *body = NULL;

  /* translators: %s is a day and time */
  body = g_strdup_printf (_ ("The file will be as it was on %s. What is in it now is backed up first, so that you can "
                             "come back to it."),
                          time);
  circ_ask_async (widget, _ ("Restore This Backup?"), body, answers, NULL, answered_cb, NULL);
}

static void
other_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircWindow *parent = get_parent (CIRC_BACKUPS_WINDOW (widget));

  gtk_window_destroy (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore-other", NULL);
}

static void
row_activated_cb (CircBackupsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "backups.open", NULL);
}

static void
circ_backups_window_finalize (GObject *object)
{
  CircBackupsWindow *self = CIRC_BACKUPS_WINDOW (object);

  g_free (self->path);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  G_OBJECT_CLASS (circ_backups_window_parent_class)->finalize (object);
}

static void
circ_backups_window_class_init (CircBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = circ_backups_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CircBackupsWindow, place_label);
  gtk_widget_class_bind_template_child (widget_class, CircBackupsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CircBackupsWindow, buttons);
  gtk_widget_class_bind_template_child (widget_class, CircBackupsWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "backups.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "backups.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "backups.other", NULL, other_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
circ_backups_window_init (CircBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
circ_backups_window_present (CircWindow *parent,
                             const char *path)
{
  CircBackupsWindow *self = g_object_new (CIRC_TYPE_BACKUPS_WINDOW, "transient-for", parent, "modal", TRUE,
                                          "destroy-with-parent", TRUE, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, listed_cb, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *display = NULL;
  g_autofree char *place = NULL;

  self->path = g_strdup (path);
  circ_settings_use_backup_folder ();
  folder = circ_backups_dup_folder (path);
  display = g_filename_display_name (folder);
  /* translators: %s is a folder */
  place = g_strdup_printf (_ ("Made once a day when the file is opened, and before anything that could not be undone. "
                              "They are in %s."),
                           display);
  gtk_label_set_label (self->place_label, place);
  gtk_window_present (GTK_WINDOW (self));
  g_task_set_source_tag (task, circ_backups_window_present);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_worker);
}
