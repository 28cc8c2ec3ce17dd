/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-forms.h"
#include "circ-lists-window.h"
#include "circ-preferences.h"
#include "circ-settings.h"
#include "circ-trigger-window.h"

#define N_RECENT_SHOWN 4

static void
update_undo_button (CircWindow *self,
                    const char *title)
{
  g_autofree char *text = NULL;

  if (title != NULL)
    /* translators: %s is what was done, such as: Changed “When” of CP-2026-004 */
    text = g_strdup_printf (_ ("Undo: %s"), title);
  else
    text = g_strdup (_ ("Undo"));
  /* For a tooltip the display is asked where the pointer is: not without need. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->undo_button), text) == 0)
    return;
  gtk_widget_set_tooltip_text (self->undo_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Which actions make sense now. */
void
circ_window_update_actions (CircWindow *self)
{
  static const char *const with_file[] = {
    "win.search", "win.find",    "win.export", "win.print", "win.lists", "win.calendar",
    "win.results",
    "win.preferences", "win.back-up", "win.back-up-to", "win.move", "win.move-to", "win.check",
    "win.save-calendar", "win.save-calendar-to",
  };
  static const char *const when_writable[] = { "win.new", "win.import", "win.happened", "win.back-up-today" };
  static const char *const restoring[] = { "win.restore", "win.restore-other", "win.restore-from" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->session != NULL;
  gboolean writable = open && !circ_session_get_read_only (self->session);
  CircStore *store = open ? circ_session_get_store (self->session) : NULL;
  const char *undo = writable ? circ_store_get_undo_title (store) : NULL;
  const char *redo = writable ? circ_store_get_redo_title (store) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_file); i++)
    gtk_widget_action_set_enabled (widget, with_file[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (when_writable); i++)
    gtk_widget_action_set_enabled (widget, when_writable[i], writable);
  for (guint i = 0; i < G_N_ELEMENTS (restoring); i++)
    gtk_widget_action_set_enabled (widget, restoring[i], (open || self->damaged != NULL) && self->backup_of == NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  update_undo_button (self, undo);
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->search_button, open);
}

/* The files opened before, without the one that is open. */
void
circ_window_update_recent (CircWindow *self)
{
  g_autoptr (GVariant) recent = circ_settings_dup ("recent-files");
  const char *current = self->session != NULL ? circ_store_get_path (circ_session_get_store (self->session)) : NULL;
  g_autofree const char **paths = NULL;
  guint n = 0;

  g_menu_remove_all (self->recent_section);
  if (recent != NULL && g_variant_is_of_type (recent, G_VARIANT_TYPE_STRING_ARRAY))
    paths = g_variant_get_strv (recent, NULL);
  for (guint i = 0; paths != NULL && paths[i] != NULL && n < N_RECENT_SHOWN; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GString) label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (g_strcmp0 (paths[i], current) == 0 || !g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      name = g_filename_display_basename (paths[i]);
      label = g_string_new (name);
      g_string_replace (label, "_", "__", 0);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "win.open-path", "s", paths[i]);
      g_menu_append_item (self->recent_section, item);
      n++;
    }
}

/* What is still being typed is the newest thing done, so it is saved first. */
static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);

  if (circ_window_commit (self))
    circ_session_undo (self->session);
}

static void
redo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);

  if (circ_window_commit (self))
    circ_session_redo (self->session);
}

static void
search_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CIRC_WINDOW (widget)->search_button));
}

static void
menu_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CIRC_WINDOW (widget)->menu_button));
}

/* Goes to the first page that can do it. */
static void
forward_to_other (CircWindow *self,
                  const char *target)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *before = circ_window_get_page (self);

      gtk_selection_model_select_item (model, i, TRUE);
      if (gtk_widget_activate_action (adw_view_stack_page_get_child (page), target, NULL))
        return;
      adw_view_stack_set_visible_child (self->pages, before);
    }
}

/* "win.new" is "page.new" of the page on show. */
static void
forward_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  static const struct {
    const char *name;
    const char *target;
    gboolean any; /* another page will do */
  } targets[] = {
    { "win.new", "page.new", TRUE },
    { "win.find", "page.search", FALSE },
    { "win.import", "page.import", TRUE },
    { "win.export", "page.export", TRUE },
    { "win.print", "page.print", FALSE },
    { "win.print", "page.export", TRUE },
    { "win.next-pane", "page.next-pane", FALSE },
    { "win.previous-pane", "page.previous-pane", FALSE },
  };
  GtkWidget *page = circ_window_get_page (CIRC_WINDOW (widget));

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (targets); i++)
    {
      if (!g_str_equal (targets[i].name, name))
        continue;
      if (gtk_widget_activate_action (page, targets[i].target, NULL))
        return;
      if (targets[i].any)
        forward_to_other (CIRC_WINDOW (widget), targets[i].target);
    }
}

static void
go_to_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);
  g_autoptr (GtkSelectionModel) model = NULL;
  int position = g_variant_get_int32 (parameter) - 1;

  if (self->session == NULL)
    return;
  model = adw_view_stack_get_pages (self->pages);
  if (position >= 0 && (guint) position < g_list_model_get_n_items (G_LIST_MODEL (model)))
    gtk_selection_model_select_item (model, position, TRUE);
  gtk_widget_grab_focus (circ_window_get_page (self));
}

static void
lists_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  circ_lists_window_present (CIRC_WINDOW (widget)->session, widget, CIRC_KIND_AUDIENCE);
}

static void
calendar_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  circ_lists_window_present (CIRC_WINDOW (widget)->session, widget, CIRC_KIND_MEETING);
}

static void
results_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  circ_lists_window_present (CIRC_WINDOW (widget)->session, widget, CIRC_KIND_CAMPAIGN);
}

static void
happened_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  circ_trigger_window_present (CIRC_WINDOW (widget)->session, widget);
}

static void
preferences_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  circ_preferences_present (CIRC_WINDOW (widget)->session, widget);
}

static void
shortcuts_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  CircWindow *self = CIRC_WINDOW (widget);

  if (self->shortcuts == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/circulate/Circulate/circ-shortcuts.ui");

      g_set_weak_pointer (&self->shortcuts, GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts")));
      gtk_window_set_transient_for (GTK_WINDOW (self->shortcuts), GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self->shortcuts), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self->shortcuts));
}

static void
about_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _ ("Circulate"),
                         "application-icon", CIRC_APPLICATION_ID,
                         "version", CIRC_VERSION,
                         "comments", _ ("The desk of a safeguarding partnership’s business unit: "
                                       "what goes to whom, how, by whom and when."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static gboolean
show_on_page (CircWindow *self,
              CircRecord *record)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      if (!circ_page_show_record (CIRC_PAGE (child), record))
        continue;
      adw_view_stack_set_visible_child (self->pages, child);
      return TRUE;
    }
  return FALSE;
}

void
circ_window_show_new (CircWindow *self,
                      CircRecord *record)
{
  GtkWidget *focus;

  g_return_if_fail (CIRC_IS_WINDOW (self));

  if (self->session == NULL || !show_on_page (self, record))
    return;
  /* The focus went there before the page was on show, of which a screen reader heard nothing. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (focus);
}

/* An occurrence is found where its item is. */
void
circ_window_show_record (CircWindow *self,
                         gint64 id)
{
  g_return_if_fail (CIRC_IS_WINDOW (self));

  while (self->session != NULL && id != 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CircRecord) record = circ_store_get (circ_session_get_store (self->session), id, &error);
      const CircKind *kind;

      if (record == NULL)
        {
          circ_session_report (self->session, error);
          return;
        }
      kind = circ_record_get_kind (record);
      if (show_on_page (self, record))
        return;
      if (kind->owner_field < 0)
        {
          if (kind->id == CIRC_KIND_PARTNERSHIP)
            circ_preferences_present (self->session, GTK_WIDGET (self));
          else if (circ_forms_get_entry (kind->id) != NULL)
            circ_lists_window_present_record (self->session, GTK_WIDGET (self), record);
          return;
        }
      id = circ_record_get_int (record, kind->owner_field);
    }
}

/* Undo or redo in the text that has the focus. Returns: whether there was something. GtkText takes the key even when it
 * has nothing to undo, and nothing but the text tells. */
static gboolean
undo_typing (GtkWidget *focus,
             gboolean redo)
{
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      if (redo ? !gtk_text_buffer_get_can_redo (buffer) : !gtk_text_buffer_get_can_undo (buffer))
        return FALSE;
      if (redo)
        gtk_text_buffer_redo (buffer);
      else
        gtk_text_buffer_undo (buffer);
      return TRUE;
    }
  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

/* What is being typed is undone letter by letter, as everywhere; then comes what was saved. */
static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  gboolean redo = GPOINTER_TO_INT (user_data);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (!undo_typing (focus, redo))
    gtk_widget_activate_action (widget, redo ? "win.redo" : "win.undo", NULL);
  return GDK_EVENT_STOP;
}

void
circ_window_add_undo_keys (CircWindow *self)
{
  static const struct {
    const char *keys;
    gboolean redo;
  } shortcuts[] = {
    { "<Control>z", FALSE },
    { "<Control><Shift>z", TRUE },
    { "<Control>y", TRUE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                        gtk_callback_action_new (undo_key_cb, GINT_TO_POINTER (shortcuts[i].redo), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
install_shortcuts (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, both, "win.search" },
    { GDK_KEY_f, control, "win.find" },
    { GDK_KEY_n, control, "win.new" },
    { GDK_KEY_n, both, "win.new-file" },
    { GDK_KEY_o, control, "win.open" },
    { GDK_KEY_i, control, "win.import" },
    { GDK_KEY_e, control, "win.export" },
    { GDK_KEY_p, control, "win.print" },
    { GDK_KEY_l, control, "win.lists" },
    { GDK_KEY_l, both, "win.calendar" },
    { GDK_KEY_m, both, "win.results" },
    { GDK_KEY_t, control, "win.happened" },
    { GDK_KEY_comma, control, "win.preferences" },
    { GDK_KEY_question, control, "win.shortcuts" },
    { GDK_KEY_slash, both, "win.shortcuts" },
    { GDK_KEY_F1, 0, "win.shortcuts" },
    { GDK_KEY_F10, 0, "win.menu" },
    /* From the header bar, or from nowhere: into the page. */
    { GDK_KEY_F6, 0, "win.next-pane" },
    { GDK_KEY_F6, GDK_SHIFT_MASK, "win.previous-pane" },
    { GDK_KEY_w, control, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (int i = 1; i <= 6; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, control, "win.go-to", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, control, "win.go-to", "i", i);
    }
}

void
circ_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.go-to", "i", go_to_cb);
  gtk_widget_class_install_action (widget_class, "win.lists", NULL, lists_cb);
  gtk_widget_class_install_action (widget_class, "win.calendar", NULL, calendar_cb);
  gtk_widget_class_install_action (widget_class, "win.results", NULL, results_cb);
  gtk_widget_class_install_action (widget_class, "win.happened", NULL, happened_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
  install_shortcuts (widget_class);
}
