/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new day brings: dates that have come into view, and a word of how much is due. */
#include "config.h"

#include "circ-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-due-list.h"
#include "circ-follow.h"
#include "circ-settings.h"

/* A desktop that does not answer has no notifications to show. */
#define BUS_MILLISECONDS 500

/* GLib complains on standard error where nobody shows notifications; a portal is always there in a sandbox. */
static gboolean
is_shown_by_anybody (void)
{
  static const char *const lists[] = { "ListNames", "ListActivatableNames" };
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return TRUE;
  for (guint i = 0; bus != NULL && i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GVariant) answer =
        g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", lists[i],
                                     NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, BUS_MILLISECONDS, NULL, NULL);
      g_autofree const char **names = NULL;

      if (answer == NULL)
        continue;
      g_variant_get (answer, "(^a&s)", &names);
      if (g_strv_contains (names, "org.freedesktop.Notifications") || g_strv_contains (names, "org.gtk.Notifications"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begin_day (CircStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  CircWindowWork *work = data;

  circ_follow_attach (store);
  if (!circ_follow_bring_up_to_date (store, work->today, error))
    return FALSE;
  work->n_pressing = circ_today_count_pressing (store, work->today, error);
  if (work->n_pressing < 0)
    return FALSE;
  if (work->n_pressing > 0 && !is_shown_by_anybody ())
    work->n_pressing = 0;
  return TRUE;
}

/* Whether the day of this file was told of; from now on it was. */
static gboolean
was_told (const char *path,
          const char *today)
{
  g_autoptr (GVariant) told = circ_settings_dup ("notified");
  g_auto (GVariantBuilder) days = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  gboolean before = FALSE;
  GVariantIter iter;
  const char *file, *day;

  if (!g_utf8_validate (path, -1, NULL))
    return FALSE;
  if (told != NULL && g_variant_is_of_type (told, G_VARIANT_TYPE ("a{ss}")))
    {
      g_variant_iter_init (&iter, told);
      while (g_variant_iter_next (&iter, "{&s&s}", &file, &day))
        {
          if (g_strcmp0 (day, today) != 0)
            continue;
          before |= g_str_equal (file, path);
          g_variant_builder_add (&days, "{ss}", file, day);
        }
    }
  if (!before)
    {
      g_variant_builder_add (&days, "{ss}", path, today);
      circ_settings_set ("notified", g_variant_builder_end (&days));
    }
  return before;
}

/* A number and nothing else: whoever walks past the screen may read it. */
static void
tell (gint64 n_pressing)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u item is due", "%u items are due", (gulong) n_pressing), (guint) n_pressing);
  notification = g_notification_new (title);
  g_notification_set_body (notification, _ ("Overdue or due today, on the page Today."));
  g_application_send_notification (g_application_get_default (), "due", notification);
}

static void
begun_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (CircWindow) self = user_data;
  const CircWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (!circ_window_finish_worker (self, result))
    return;
  /* Today may show yesterday's dates then. It is tried again with the next start. */
  if (error != NULL)
    circ_session_report (self->session, error);
  else if (work->n_pressing > 0 && circ_settings_get_boolean ("notify-due") && !was_told (work->path, work->today))
    tell (work->n_pressing);
}

void
circ_window_begin_day (CircWindow *self)
{
  if (self->session != NULL && !circ_session_get_read_only (self->session))
    circ_window_run_worker (self, CIRC_STORE_OPEN_DEFAULT, NULL, begin_day, begun_cb);
}
