/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, meetings and theme days, for the calendar program of whoever has to keep them. */
#include "config.h"

#include "circ-window-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-calendar-report.h"
#include "circ-due-list.h"

static const CircFileType file_types[] = {
  { N_ ("Calendar files"), { "*.ics", NULL } },
  { NULL },
};

static gboolean
write_calendar (CircStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const CircWindowWork *work = data;
  g_autoptr (GFile) target = g_file_new_for_path (work->target);
  char from[11], to[11];

  if (!circ_store_check_target (work->target, error))
    return FALSE;
  circ_due_list_get_span (store, work->today, from, to);
  return circ_calendar_export_ics (store, from, to, work->today, target, error);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircWindow) self = user_data;
  const CircWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (work->target);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!circ_window_finish_worker (self, result))
    return;
  if (!done)
    {
      circ_window_tell_failure (self, _ ("The Calendar Was Not Saved"), error);
      return;
    }
  /* translators: %s is the name of the file that was written */
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  circ_window_toast (self, text, FALSE);
}

/* What is still being typed is saved first, so that it is in the calendar. */
static void
save_calendar_to_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  if (circ_window_commit (CIRC_WINDOW (widget)))
    circ_window_run_worker (CIRC_WINDOW (widget), CIRC_STORE_OPEN_READ_ONLY, g_variant_get_string (parameter, NULL),
                            write_calendar, written_cb);
}

static void
save_calendar_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  CircStore *store = circ_session_get_store (CIRC_WINDOW (widget)->session);
  g_autofree char *base = g_filename_display_basename (circ_store_get_path (store));
  g_autofree char *offered = NULL;

  if (g_str_has_suffix (base, ".circulate"))
    base[strlen (base) - strlen (".circulate")] = '\0';
  offered = g_strconcat (base, ".ics", NULL);
  circ_choose_file_to_save_async (widget, _ ("Save the Calendar"), file_types, NULL, offered, circ_window_file_chosen_cb,
                                  (gpointer) "win.save-calendar-to");
}

void
circ_window_install_calendar_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-calendar", NULL, save_calendar_cb);
  gtk_widget_class_install_action (widget_class, "win.save-calendar-to", "s", save_calendar_to_cb);
}
