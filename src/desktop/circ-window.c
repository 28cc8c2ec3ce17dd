/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-window.h"

#include <glib/gi18n-lib.h>

#include "circ-audiences-page.h"
#include "circ-banner.h"
#include "circ-dialogs.h"
#include "circ-partnership.h"
#include "circ-plan-page.h"
#include "circ-search-popover.h"
#include "circ-settings.h"
#include "circ-text-scale.h"
#include "circ-today-page.h"
#include "circ-welcome.h"
#include "circ-window-private.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
#define N_RECENT 8
#define WIDE_TABS_PIXELS 760

G_DEFINE_FINAL_TYPE (CircWindow, circ_window, ADW_TYPE_APPLICATION_WINDOW)

/* The tabs, in order. */
static const struct {
  const char *name;
  GtkWidget *(*create) (CircSession *session);
} pages[] = {
  { "today", circ_today_page_new },
  { "plan", circ_plan_page_new },
  { "audiences", circ_audiences_page_new },
};

static void
banner_clicked_cb (CircWindow *self)
{
  if (self->banner_action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->banner_action, NULL);
}

static const char *
get_partnership_name (CircWindow *self)
{
  const char *name = NULL;

  if (self->partnership != NULL)
    name = circ_record_get_text (self->partnership, CIRC_PARTNERSHIP_SHORT_NAME);
  if (self->partnership != NULL && (name == NULL || *name == '\0'))
    name = circ_record_get_text (self->partnership, CIRC_PARTNERSHIP_NAME);

  return name != NULL && *name != '\0' ? name : NULL;
}

void
circ_window_update_title (CircWindow *self)
{
  const char *name = get_partnership_name (self);
  g_autofree char *file = NULL;
  g_autofree char *title = NULL;

  if (self->session == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Circulate"));
      adw_window_title_set_title (self->title, _ ("Circulate"));
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  file = g_filename_display_basename (circ_store_get_path (circ_session_get_store (self->session)));
  if (self->backup_of != NULL)
    {
      g_free (file);
      /* translators: the title of a window; the name of a file, and a day and time */
      file = g_strdup_printf (_ ("Backup of %s, %s"), self->backup_of, self->backup_time);
      name = file;
    }
  /* translators: the title of the window: the name of the partnership or of its file, and that of this program */
  title = g_strdup_printf (_ ("%s – Circulate"), name != NULL ? name : file);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, name != NULL ? name : _ ("Circulate"));
  adw_window_title_set_subtitle (self->title, name != file ? file : "");
}

GtkWidget *
circ_window_get_page (CircWindow *self)
{
  if (self->session == NULL)
    return NULL;
  return adw_view_stack_get_visible_child (self->pages);
}

gboolean
circ_window_commit (CircWindow *self)
{
  gboolean committed = TRUE;

  g_return_val_if_fail (CIRC_IS_WINDOW (self), FALSE);
  for (guint i = 0; self->session != NULL && i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, pages[i].name);

      if (page != NULL && !circ_page_commit (CIRC_PAGE (page)))
        committed = FALSE;
    }
  return committed;
}

static void
add_pages (CircWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = pages[i].create (self->session);

      adw_view_stack_add_titled_with_icon (self->pages, page, pages[i].name, circ_page_get_title (CIRC_PAGE (page)),
                                           circ_page_get_icon_name (CIRC_PAGE (page)));
    }
}

static void
remove_pages (CircWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, pages[i].name);

      if (page != NULL)
        adw_view_stack_remove (self->pages, page);
    }
}

CircSession *
circ_window_get_session (CircWindow *self)
{
  g_return_val_if_fail (CIRC_IS_WINDOW (self), NULL);

  return self->session;
}

void
circ_window_set_session (CircWindow *self,
                         CircSession *session)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CIRC_IS_WINDOW (self));
  g_return_if_fail (session == NULL || CIRC_IS_SESSION (session));

  if (session == self->session && session != NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (session != NULL)
    g_clear_pointer (&self->damaged, g_free);
  g_clear_pointer (&self->notice, g_free);
  remove_pages (self);
  g_set_object (&self->session, session);
  g_clear_object (&self->partnership);
  if (session != NULL)
    self->partnership =
      circ_store_get_only (circ_session_get_store (session), CIRC_KIND_PARTNERSHIP, &error);
  if (error != NULL)
    g_debug ("the partnership cannot be read: %s", error->message);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->partnership_signals, self->partnership);
  circ_search_popover_set_session (CIRC_SEARCH_POPOVER (self->search_popover), session);
  if (session != NULL)
    add_pages (self);
  gtk_stack_set_visible_child_name (self->views, session != NULL ? "pages" : "welcome");
  gtk_stack_set_visible_child_name (self->titles, session != NULL && G_N_ELEMENTS (pages) > 1 ? "switcher" : "title");
  circ_window_update_title (self);
  circ_window_watch_clock (self);
  circ_window_update_actions (self);
  circ_window_update_recent (self);
  gtk_widget_grab_focus (session != NULL ? circ_window_get_page (self) : self->welcome);
}

/* Puts @path first among the files opened before. */
static void
remember_file (const char *path)
{
  g_autoptr (GVariant) recent = circ_settings_dup ("recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree const char **old = NULL;
  guint n = 1;

  /* The settings hold text. A name that is none opens by hand. */
  if (!g_utf8_validate (path, -1, NULL))
    return;
  g_strv_builder_add (builder, path);
  if (recent != NULL && g_variant_is_of_type (recent, G_VARIANT_TYPE_STRING_ARRAY))
    old = g_variant_get_strv (recent, NULL);
  for (guint i = 0; old != NULL && old[i] != NULL && n < N_RECENT; i++)
    if (!g_str_equal (old[i], path))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  list = g_strv_builder_end (builder);
  circ_settings_set ("recent-files", g_variant_new_strv ((const char *const *) list, -1));
  circ_settings_set ("last-file", g_variant_new_string (path));
}

gboolean
circ_window_open_with (CircWindow *self,
                       const char *path,
                       CircStoreOpenFlags flags,
                       GError **error)
{
  g_autofree char *person = circ_settings_dup_string ("person-name");
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircSession) session = NULL;

  if (!circ_window_commit (self))
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FAILED,
                           _ ("Something on the page is not saved yet. Mend it, or undo it, and try again."));
      return FALSE;
    }
  circ_settings_use_backup_folder ();
  store = circ_store_open (path, flags, *person != '\0' ? person : NULL, error);
  if (store == NULL)
    return FALSE;
  if (flags == CIRC_STORE_OPEN_DEFAULT)
    remember_file (circ_store_get_path (store));
  session = circ_session_new (store);
  circ_window_set_session (self, session);
  if (circ_store_get_warning (store) != NULL)
    circ_alert (GTK_WIDGET (self), _ ("Not All That Lay Beside the File Belongs to It"), circ_store_get_warning (store));
  return TRUE;
}

gboolean
circ_window_open_path (CircWindow *self,
                       const char *path,
                       GError **error)
{
  g_return_val_if_fail (CIRC_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!circ_window_open_with (self, path, CIRC_STORE_OPEN_DEFAULT, error))
    return FALSE;
  circ_window_back_up_soon (self);
  return TRUE;
}

static void
save_size (CircWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  circ_settings_set ("window-maximized", g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
  if (width > 0 && height > 0)
    {
      circ_settings_set ("window-width", g_variant_new_int32 (width));
      circ_settings_set ("window-height", g_variant_new_int32 (height));
    }
}

static void
discard_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  CircWindow *self = CIRC_WINDOW (source);
  g_autofree char *answer = circ_ask_finish (result);

  if (!g_str_equal (answer, "discard"))
    return;
  self->discarding = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* A window over @parent may hold something that was not saved, and is asked first; a dialog just goes with it. Returns:
 * whether all have closed. */
static gboolean
close_windows_over (GtkWindow *parent)
{
  g_autolist (GtkWindow) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWindow *window = l->data;

      if (gtk_window_get_transient_for (window) != parent || gtk_window_get_destroy_with_parent (window) ||
          !gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;
      if (!close_windows_over (window))
        return FALSE;
      gtk_window_close (window);
      if (gtk_widget_get_visible (GTK_WIDGET (window)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
circ_window_close_request (GtkWindow *window)
{
  CircWindow *self = CIRC_WINDOW (window);
  const CircAnswer answers[] = {
    { "keep", _ ("_Keep Editing"), CIRC_ANSWER_PLAIN },
    { "discard", _ ("_Discard and Close"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL },
  };

  save_size (self);
  if (!close_windows_over (window))
    return TRUE;
  if (!self->discarding && !circ_window_commit (self))
    {
      circ_ask_async (GTK_WIDGET (self), _ ("Close Without Saving?"),
                      _ ("Something that was typed could not be saved; the reason stands beside it. "
                         "Everything else is saved."),
                      answers, NULL, discard_cb, NULL);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (circ_window_parent_class)->close_request (window);
}

/* In a narrow window the names of the pages stand under their icons. */
static void
width_cb (CircWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  adw_view_switcher_set_policy (self->switcher, width > 0 && width < WIDE_TABS_PIXELS * circ_text_scale_get (GTK_WIDGET (self))
                                                  ? ADW_VIEW_SWITCHER_POLICY_NARROW : ADW_VIEW_SWITCHER_POLICY_WIDE);
}

static void
circ_window_dispose (GObject *object)
{
  CircWindow *self = CIRC_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  if (self->shortcuts != NULL)
    gtk_window_destroy (GTK_WINDOW (self->shortcuts));
  g_clear_weak_pointer (&self->shortcuts);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->partnership_signals);
  g_clear_object (&self->partnership);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_window_parent_class)->dispose (object);
}

static void
circ_window_finalize (GObject *object)
{
  CircWindow *self = CIRC_WINDOW (object);

  g_free (self->damaged);
  g_free (self->backup_of);
  g_free (self->backup_time);
  g_free (self->notice);
  g_free (self->clock);
  g_free (self->restore_next);
  g_free (self->restore_target);

  G_OBJECT_CLASS (circ_window_parent_class)->finalize (object);
}

static void
search_opened_cb (CircWindow *self,
                  gint64 id)
{
  circ_window_show_record (self, id);
}

static void
circ_window_class_init (CircWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = circ_window_close_request;

  g_type_ensure (CIRC_TYPE_BANNER);
  g_type_ensure (CIRC_TYPE_SEARCH_POPOVER);
  g_type_ensure (CIRC_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, search_popover);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, views);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CircWindow, welcome);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_opened_cb);
  circ_window_install_actions (widget_class);
  circ_window_install_file_actions (widget_class);
  circ_window_install_backup_actions (widget_class);
  circ_window_install_calendar_actions (widget_class);
}

/* What has the focus is the button inside, and a tooltip is no name. */
static void
name_menu_button (GtkWidget *button)
{
  GtkWidget *inner = gtk_widget_get_first_child (button);

  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_widget_get_tooltip_text (button), -1);
}

static void
circ_window_init (CircWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  circ_window_add_undo_keys (self);
  name_menu_button (self->search_button);
  name_menu_button (self->menu_button);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), circ_settings_get_int ("window-width", DEFAULT_WIDTH),
                               circ_settings_get_int ("window-height", DEFAULT_HEIGHT));
  if (circ_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  self->session_signals = g_signal_group_new (CIRC_TYPE_SESSION);
  circ_window_connect_messages (self);
  g_signal_group_connect_swapped (self->session_signals, "notify::undo-title",
                                  G_CALLBACK (circ_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::today", G_CALLBACK (circ_window_begin_day), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::redo-title",
                                  G_CALLBACK (circ_window_update_actions), self);
  self->partnership_signals = g_signal_group_new (CIRC_TYPE_RECORD);
  g_signal_group_connect_swapped (self->partnership_signals, "notify", G_CALLBACK (circ_window_update_title), self);
}

GtkWidget *
circ_window_new (CircApplication *application,
                 CircSession *session)
{
  CircWindow *self = g_object_new (CIRC_TYPE_WINDOW, "application", application, NULL);

  circ_window_set_session (self, session);

  return GTK_WIDGET (self);
}
